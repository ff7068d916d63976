import type { Complaint } from '../domain/complaint.ts';
import { putTexts, type Texts } from './staff-view-texts.ts';

/** What follows an answer, what an Ombudsman says, and how the resident is reached, as staff see it. */
export function describeRedress(complaint: Complaint, texts: Texts) {
  const { offers, handovers, ombudsmanRequests, orders, adjustments, restrictions } = complaint;
  const { issues, lessons, determinations, supporters } = complaint;
  return {
    ...putTexts({ issues, lessons, determinations, supporters }, texts),
    offers: offers.map(({ offer: id, ...rest }) => ({ id, ...putTexts(rest, texts) })),
    handovers: handovers.map(({ handover: id, ...rest }) => ({ id, ...putTexts(rest, texts) })),
    ombudsmanRequests: ombudsmanRequests.map(({ request: id, ...rest }) => ({
      id,
      ...putTexts(rest, texts),
    })),
    orders: orders.map(({ order: id, ...rest }) => ({ id, ...putTexts(rest, texts) })),
    adjustments: adjustments.map(({ adjustment: id, ...rest }) => ({ id, ...putTexts(rest, texts) })),
    restrictions: restrictions.map(({ restriction: id, ...rest }) => ({ id, ...putTexts(rest, texts) })),
  };
}
