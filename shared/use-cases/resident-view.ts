import type { CivilDate } from '../domain/civil-date.ts';
import type { Complaint } from '../domain/complaint.ts';
import { londonDateOf } from '../domain/london-time.ts';
import type { Ombudsman } from '../domain/ombudsman.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import type { Notice } from '../domain/sending.ts';
import type { Status } from '../domain/statuses.ts';
import {
  describeActions,
  describeExtension,
  describeLetters,
  describeMessages,
  describePoints,
  describePromise,
  type ReadText,
} from './resident-view-parts.ts';

/** What a view is made of beside the complaint and its texts. */
export interface ViewContext {
  today: CivilDate;
  policy: PolicyVersion;
  ombudsmen: readonly Ombudsman[];
  notices: readonly Notice[];
}

const standings: Record<Status, string> = {
  received: 'We have your complaint and have not acknowledged it yet.',
  acknowledged: 'We have acknowledged your complaint and are working on our answer.',
  responded: 'We have answered your complaint.',
  closed: 'Your complaint is closed.',
  withdrawn: 'Your complaint was withdrawn.',
};

/**
 * Everything that residents see of their complaint: what they told us and what they were told, and nothing of the work
 * on it. Whatever is shown is named here; what a complaint may hold besides stays out.
 */
export function describeForResident(
  complaint: Complaint,
  texts: ReadonlyMap<string, string>,
  { today, policy, ombudsmen, notices }: ViewContext,
) {
  const { reference, status, receivedAt, acknowledgedAt, respondedOn, extensions, obligations } = complaint;
  const read: ReadText = ({ id }) => texts.get(id) ?? 'This text is no longer kept.';
  const { email, phone, address } = policy.contact;
  const extension = describeExtension(extensions, read);
  return {
    reference,
    landlord: { name: policy.name, email, phone, address },
    status,
    standing: standings[status],
    receivedAt,
    ...(acknowledgedAt && { acknowledgedOn: londonDateOf(acknowledgedAt) }),
    ...(respondedOn && { respondedOn }),
    next: obligations.flatMap((each) => describePromise(each, today, respondedOn)),
    ...(extension && { extension }),
    points: describePoints(complaint, read),
    actions: describeActions(complaint, read),
    messages: describeMessages(complaint, read),
    sent: describeLetters(notices),
    ombudsmen: ombudsmen.map(({ effectiveFrom: _, ...details }) => details),
  };
}

export type ResidentView = ReturnType<typeof describeForResident>;
