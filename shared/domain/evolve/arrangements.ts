import type { Complaint } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import { openReview } from '../reviews.ts';
import { meetObligation, owe } from './obligation.ts';

export type ArrangementsEvent = EventOf<
  'AdjustmentAgreed' | 'AdjustmentReviewed' | 'ContactRestricted' | 'RestrictionReviewed' | 'SupporterNamed'
>;

/** What makes it easier for a resident to complain, what limits how they reach us, and who supports them. */
export function evolveArrangements(state: Complaint, event: ArrangementsEvent): Complaint {
  switch (event.type) {
    case 'AdjustmentAgreed': {
      const { adjustment, kind, note, workingDays, disability, obligation } = event;
      const agreed = {
        adjustment,
        kind,
        note,
        ...(workingDays && { workingDays }),
        ...(disability && { disability }),
      };
      return owe({ ...state, adjustments: [...state.adjustments, agreed] }, obligation);
    }
    case 'AdjustmentReviewed': {
      const adjustments = state.adjustments.map((each) =>
        each.adjustment === event.adjustment && event.outcome === 'ends'
          ? { ...each, ended: true as const }
          : each,
      );
      return review({ ...state, adjustments }, event.adjustment, event);
    }
    case 'ContactRestricted': {
      const { restriction, kind, method, contact, agreed, reason, equalityAct, obligation } = event;
      const limited = {
        restriction,
        kind,
        method,
        ...(contact && { contact }),
        agreed,
        reason,
        equalityAct,
      };
      return owe(obeyMethod({ ...state, restrictions: [...state.restrictions, limited] }), obligation);
    }
    case 'RestrictionReviewed': {
      const restrictions = state.restrictions.map((each) =>
        each.restriction === event.restriction && event.outcome === 'lifted'
          ? { ...each, lifted: true as const }
          : each,
      );
      return review(obeyMethod({ ...state, restrictions }), event.restriction, event);
    }
    case 'SupporterNamed':
      return { ...state, supporters: [...state.supporters, event.supporter] };
  }
}

/** Another party may be reached in other ways and has other records; a restriction of contact stays. */
export function correctParty(state: Complaint, event: EventOf<'PartyCorrected'>): Complaint {
  const { reachableByEmail: emailGiven, otherWays = [], phoneAgreed } = event;
  const reach = { emailGiven, otherWays, ...(phoneAgreed && { phoneAgreed }) };
  const party = { party: state.party + 1, ...reach, residentUnreached: false };
  return obeyMethod({ ...withRecords(state, event), ...party });
}

/** A mail that was unsafe stays so until a record says otherwise: whoever writes an address anew seldom means another person. */
function withRecords(
  { resident: _, property: __, phoneAgreed: ___, ...state }: Complaint,
  { resident, property }: Pick<Complaint, 'resident' | 'property'>,
): Complaint {
  return { ...state, ...(resident && { resident }), ...(property && { property }) };
}

/** No notice is mailed to whoever is written to in another way (seed 003), or whom automatic mail could endanger. */
export function obeyMethod(state: Complaint): Complaint {
  const inForce = state.restrictions.find(({ lifted }) => !lifted);
  const mayBeMailed = !state.unsafeToMail && (inForce === undefined || inForce.method === 'email');
  return { ...state, reachableByEmail: state.emailGiven && mayBeMailed };
}

function review(
  state: Complaint,
  of: string,
  { on, backdated, next }: EventOf<'AdjustmentReviewed' | 'RestrictionReviewed'>,
): Complaint {
  const owed = openReview(state, of);
  if (!owed) throw new Error(`complaint ${state.reference} owes no review of ${of}`);
  const met = meetObligation(state, owed.id, on, backdated);
  return next ? owe(met, next) : met;
}
