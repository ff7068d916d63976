import type { Complaint } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import type { Obligation } from '../obligations.ts';
import { standAgain, stop } from './ending.ts';
import { meetObligation, owe } from './obligation.ts';

/** How a complaint is not taken on, or is after all, and what an Ombudsman makes of it. */

export type OmbudsmanEvent = EventOf<
  | 'ComplaintExcluded'
  | 'ComplaintAccepted'
  | 'OmbudsmanAsked'
  | 'OmbudsmanAnswered'
  | 'OmbudsmanDetermined'
  | 'OrderMet'
>;

export function evolveOmbudsman(state: Complaint, event: OmbudsmanEvent): Complaint {
  switch (event.type) {
    case 'ComplaintExcluded': {
      const { on, ground, reasons, evidence, discretion, claimFiledOn, departs } = event;
      const why = { on, ground, reasons, evidence, discretion };
      const more = { ...(claimFiledOn && { claimFiledOn }), ...(departs && { departs }) };
      return { ...stop(state, 'excluded', on), exclusion: { ...why, ...more } };
    }
    case 'ComplaintAccepted':
      return acceptAfterAll(state, event);
    case 'OmbudsmanAsked': {
      const { request, ombudsman, text, obligation } = event;
      const ombudsmanRequests = [...state.ombudsmanRequests, { request, ombudsman, text }];
      return owe({ ...state, ombudsmanRequests }, obligation);
    }
    case 'OmbudsmanAnswered':
      return meetObligation(state, event.request, event.on, event.backdated);
    case 'OmbudsmanDetermined':
      return determine(state, event);
    case 'OrderMet':
      return meetObligation(state, event.order, event.on, event.backdated);
  }
}

/** It is acknowledged anew. An extension put off dates that are not the dates any more. */
function acceptAfterAll(
  state: Complaint,
  { renewed, obligation, ombudsman }: EventOf<'ComplaintAccepted'>,
): Complaint {
  const { exclusion, acknowledgedAt: _, ...rest } = standAgain(state);
  const obligations = rest.obligations.map((each) => {
    const renewal = renewed.find(({ obligation }) => obligation === each.id);
    return renewal ? renew(each, renewal) : each;
  });
  const extensions = rest.extensions.map((each) => ({ ...each, state: 'overtaken' as const }));
  const overruled = ombudsman && exclusion ? [{ ombudsman, ground: exclusion.ground }] : [];
  const accepted: Complaint = {
    ...rest,
    status: 'received',
    obligations,
    extensions,
    overruled: [...rest.overruled, ...overruled],
  };
  return obligation ? owe(accepted, obligation) : accepted;
}

type Renewal = EventOf<'ComplaintAccepted'>['renewed'][number];

/** Counted anew, and open; a date that passed before it was met stays missed. */
function renew(
  { met, codeDueOn: _, dueAt: __, ...owed }: Obligation,
  { deadline, codeDueOn }: Renewal,
): Obligation {
  const { derivation } = deadline;
  const missed = [...(owed.missed ?? []), ...(met && met.on > owed.dueOn ? [owed.dueOn] : [])];
  return {
    ...owed,
    ...deadline,
    projected: 'countedFrom' in derivation && derivation.countedFrom === 'last-acknowledgement-day',
    ...(codeDueOn && { codeDueOn }),
    ...(missed.length > 0 && { missed }),
  };
}

function determine(
  state: Complaint,
  { ombudsman, on, findings, orders }: EventOf<'OmbudsmanDetermined'>,
): Complaint {
  const determined: Complaint = {
    ...state,
    determinations: [...state.determinations, { ombudsman, on, findings }],
    orders: [...state.orders, ...orders.map(({ order }) => order)],
  };
  return orders.reduce((each, { obligation }) => owe(each, obligation), determined);
}
