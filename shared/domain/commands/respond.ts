import type { CivilDate } from '../civil-date.ts';
import { type Complaint, openObligation } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { flagBackdated, type Giving, type Happening, whenGiven } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { owedResponse } from '../notices/to-resident.ts';
import { refusedByState } from '../permitted.ts';
import { missingParts } from '../points.ts';
import type { Refusal } from '../refusals.ts';

/** Give the stage 1 answer: every point with finding, reasons and remedy (Code 6.7, 6.9), in writing. */
export interface Respond extends Giving {
  type: 'Respond';
  /** the date on the letter, which is the date of the response; the day it is given, where it is left out */
  datedOn?: CivilDate | undefined;
}

export function respond(complaint: Complaint, command: Respond, context: Context): Decision {
  const { by, alreadyGiven } = command;
  const refused = refusedByState(complaint, 'Respond');
  if (refused) return refuse(refused);
  const happening = whenGiven(command, context, floorOf(complaint));
  if ('refusal' in happening) return refuse(happening.refusal);
  const unfinished = notReady(complaint, context);
  if (unfinished) return refuse(unfinished);
  if (!alreadyGiven && !complaint.reachableByEmail) return refuse({ type: 'NotReachableByEmail' });
  if (alreadyGiven?.how === 'phone') return refuse({ type: 'NotInWriting', how: 'phone' });
  const on = dateOfLetter(complaint, command, happening);
  if (typeof on === 'object') return refuse(on);

  const due = openObligation(complaint, 'stage-1-response')?.dueOn;
  const acknowledgementDue = openObligation(complaint, 'stage-1-acknowledgement')?.dueOn;
  const acknowledgement = acknowledgementDue ? flagBackdated(on, acknowledgementDue, context) : {};
  const sent: EventOf<'ResponseSent'> = {
    type: 'ResponseSent',
    by,
    happenedAt: happening.happenedAt,
    on,
    ...(due && flagBackdated(on, due, context)),
    ...(acknowledgement.backdated && { backdatedAcknowledgement: true as const }),
    ...(alreadyGiven && { alreadyGiven }),
  };
  return accept([sent], alreadyGiven ? [] : [owedResponse(evolve(complaint, sent), on)]);
}

function floorOf({ acknowledgedAt, receivedAt }: Complaint) {
  return acknowledgedAt
    ? ({ at: acknowledgedAt, what: 'acknowledgement' } as const)
    : ({ at: receivedAt, what: 'receipt' } as const);
}

function notReady({ points, draft }: Complaint, { policy }: Context): Refusal | undefined {
  if (points.length === 0) return { type: 'NothingDefined' };
  const missing = missingParts(points);
  if (missing.length > 0) return { type: 'PointsIncomplete', missing };
  if (policy.stage1.review === 'before' && !draft?.approvedBy)
    return { type: 'NotApproved', authors: draft?.by ?? [] };
  return undefined;
}

/** What we send ourselves is dated the day it is sent; a letter may be dated before it is handed over. */
function dateOfLetter(
  complaint: Complaint,
  { datedOn, alreadyGiven }: Respond,
  { on }: Happening,
): CivilDate | Refusal {
  const notBefore = alreadyGiven ? londonDateOf(floorOf(complaint).at) : on;
  const date = datedOn ?? on;
  if (date < notBefore || date > on) return { type: 'LetterDateImpossible', notBefore, notAfter: on };
  return date;
}
