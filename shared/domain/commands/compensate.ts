import type { Complaint } from '../complaint.ts';
import { deriveDeadline } from '../deadline.ts';
import { accept, type Context, calendarOf, type Decision, policyNow, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { paymentOf } from '../evolve/compensation.ts';
import { evolve } from '../evolve.ts';
import {
  flagBackdated,
  type Giving,
  recorded,
  type StaffAct,
  whenGiven,
  whenItHappened,
} from '../happening.ts';
import { owedCompensationOffer, owedCompensationPaid } from '../notices/compensation.ts';
import type { Obligation } from '../obligations.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import type { StaffId } from '../staff.ts';
import { cannotBeTold, tellResident } from '../telling.ts';
import type { TextRef } from '../text.ts';

/** Offer money to put things right (Code 7.1). A claim for personal injury is no offer: it goes to the insurer. */
export interface OfferCompensation extends Giving {
  type: 'OfferCompensation';
  /** whole pence */
  pence: number;
  /** what it is for: personal injury is refused here, and goes to the insurer */
  for: EventOf<'CompensationOffered'>['for'] | 'personal-injury';
  /** id of the team whose service went wrong, where the policy leaves awards to service areas */
  area?: string | undefined;
  reason: TextRef;
}

/** Say what the resident says to an offer. */
export interface AnswerOffer {
  type: 'AnswerOffer';
  by?: StaffId | undefined;
  happenedAt?: StaffAct['happenedAt'];
  offer: string;
  accepted: boolean;
}

export interface PayCompensation extends Giving {
  type: 'PayCompensation';
  offer: string;
  evidence: TextRef;
}

type Offer = Complaint['offers'][number];

/** Money may be offered at any time while the complaint is open, with the answer, before it or after it (Code 7.1). */
export function offerCompensation(
  complaint: Complaint,
  command: OfferCompensation,
  context: Context,
): Decision {
  const { pence, for: purpose, area, reason, alreadyGiven } = command;
  const refused = refusedByState(complaint, 'OfferCompensation');
  if (refused) return refuse(refused);
  if (purpose === 'personal-injury') return refuse({ type: 'GoesToInsurer' });
  const happening = whenGiven(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const cannot = notTheirs(command, context) ?? cannotBeTold(complaint, command);
  if (cannot) return refuse(cannot);
  const event: EventOf<'CompensationOffered'> = {
    type: 'CompensationOffered',
    ...recorded(command),
    ...(alreadyGiven && { alreadyGiven }),
    offer: `offer-${complaint.offers.length + 1}`,
    pence,
    for: purpose,
    ...(area && { area }),
    reason,
  };
  const letter = owedCompensationOffer(evolve(complaint, event), event, policyNow(context));
  return accept([event], [tellResident(command, letter)]);
}

/** Where each service area decides on the awards for what went wrong in it, nobody else does (seed 003, 6.4). */
function notTheirs({ by, area }: OfferCompensation, context: Context): Refusal | undefined {
  if (policyNow(context).compensation.decidedBy === 'handler') return undefined;
  if (!area) return { type: 'AreaMissing' };
  const decider = context.people?.find(({ id }) => id === by);
  const belongs = decider?.teams.includes(area) || decider?.leads.includes(area);
  return belongs ? undefined : { type: 'AreaDecides', area };
}

/** What is accepted is owed from the day on which it was accepted. */
export function answerOffer(complaint: Complaint, command: AnswerOffer, context: Context): Decision {
  const found = refusedByState(complaint, 'AnswerOffer') ?? offerOf(complaint, command.offer);
  if ('type' in found) return refuse(found);
  if (found.state !== 'offered') return refuse({ type: 'OfferSettled', state: found.state });
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const { by, offer, accepted } = command;
  const said = { ...(by && { by }), ...happening, offer };
  if (!accepted) return accept([{ type: 'CompensationDeclined', ...said }]);
  const policy = policyNow(context);
  const start = { countedFrom: 'offer-accepted', on: happening.on } as const;
  const obligation: Obligation = {
    id: paymentOf(offer),
    kind: 'payment',
    projected: false,
    ...deriveDeadline(start, policy.inside.payment, policy, calendarOf(context, policy)),
  };
  return accept([{ type: 'CompensationAccepted', ...said, obligation }]);
}

/** What was promised is paid, with a proof of it (Code 7.3). */
export function payCompensation(complaint: Complaint, command: PayCompensation, context: Context): Decision {
  const found = refusedByState(complaint, 'PayCompensation') ?? offerOf(complaint, command.offer);
  if ('type' in found) return refuse(found);
  const { state, pence } = found;
  if (state === 'offered') return refuse({ type: 'OfferNotAccepted' });
  const owed = complaint.obligations.find(({ id }) => id === paymentOf(command.offer));
  if (state !== 'accepted' || !owed) return refuse({ type: 'OfferSettled', state });
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const { by, offer, evidence, alreadyGiven } = command;
  const event: EventOf<'CompensationPaid'> = {
    type: 'CompensationPaid',
    by,
    ...happening,
    ...flagBackdated(happening.on, owed.dueOn, context),
    ...(alreadyGiven && { alreadyGiven }),
    offer,
    evidence,
  };
  const letter = owedCompensationPaid(evolve(complaint, event), pence, happening.on);
  return accept([event], [tellResident(command, letter)]);
}

function offerOf({ offers }: Complaint, id: string): Offer | Refusal {
  return offers.find(({ offer }) => offer === id) ?? { type: 'UnknownOffer' };
}
