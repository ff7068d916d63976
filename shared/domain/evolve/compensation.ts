import { type Complaint, openObligation } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import { meetObligation, owe } from './obligation.ts';
import { replaceAction } from './work.ts';

export type CompensationEvent = EventOf<
  | 'CompensationOffered'
  | 'CompensationAccepted'
  | 'CompensationDeclined'
  | 'CompensationPaid'
  | 'HandoverOwed'
  | 'HandoverCompleted'
  | 'ActionReplaced'
  | 'UpdatesAgreed'
  | 'LearningRecorded'
>;

/** How money, other remedies and learning follow an answer (Code 7.1, 7.3, 9.1). */
export function evolveCompensation(state: Complaint, event: CompensationEvent): Complaint {
  switch (event.type) {
    case 'CompensationOffered':
      return offer(state, event);
    case 'CompensationAccepted':
      return owe(settle(state, event.offer, 'accepted'), event.obligation);
    case 'CompensationDeclined':
      return settle(state, event.offer, 'declined');
    case 'CompensationPaid': {
      const paid = settle(state, event.offer, 'paid');
      return meetObligation(paid, paymentOf(event.offer), event.on, event.backdated);
    }
    case 'HandoverOwed': {
      const { handover, to, text, obligation } = event;
      return owe({ ...state, handovers: [...state.handovers, { handover, to, text }] }, obligation);
    }
    case 'HandoverCompleted':
      return meetObligation(state, event.handover, event.on, event.backdated);
    case 'ActionReplaced':
      return replaceAction(state, event);
    case 'UpdatesAgreed': {
      const agreed = { ...state, updateEvery: event.every };
      return event.update ? owe(agreed, event.update) : agreed;
    }
    case 'LearningRecorded':
      return learn(state, event);
  }
}

/** The payment of an offer bears its number: `payment-2` of `offer-2`, whichever was accepted first. */
export function paymentOf(offer: string): string {
  return offer.replace('offer', 'payment');
}

function offer(state: Complaint, event: EventOf<'CompensationOffered'>): Complaint {
  const { offer, pence, for: purpose, area, reason } = event;
  const offered = { offer, pence, for: purpose, ...(area && { area }), reason, state: 'offered' as const };
  return { ...state, offers: [...state.offers, offered] };
}

function settle(
  state: Complaint,
  offer: string,
  settled: Exclude<Complaint['offers'][number]['state'], 'offered'>,
): Complaint {
  const offers = state.offers.map((each) => (each.offer === offer ? { ...each, state: settled } : each));
  return { ...state, offers };
}

/** One lesson is what one answer owes: the oldest that is open. */
function learn(state: Complaint, event: EventOf<'LearningRecorded'>): Complaint {
  const { on, backdated, point, rootCause, lesson, change } = event;
  const learnt = {
    on,
    ...(point && { point }),
    ...(rootCause && { rootCause }),
    lesson,
    ...(change && { change }),
  };
  const kept: Complaint = { ...state, lessons: [...state.lessons, learnt] };
  const owed = openObligation(state, 'learning');
  return owed ? meetObligation(kept, owed.id, on, backdated) : kept;
}
