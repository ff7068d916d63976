import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { ComplaintEvent, EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { unsettledExtension } from '../extension.ts';
import { recorded, type StaffAct, whenItHappened } from '../happening.ts';
import { judgeAnew } from '../judge-anew.ts';
import { type Instant, londonDateOf } from '../london-time.ts';
import { owedExtensionProblem } from '../notices/to-staff.ts';
import { deriveStage1, stage1StartOf } from '../obligations.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import type { TextRef } from '../text.ts';

/** Put right when the complaint was received or acknowledged. What it was before stays in the timeline. */
export interface CorrectDate extends StaffAct {
  type: 'CorrectDate';
  what: 'received' | 'acknowledged';
  is: Instant;
  reason: TextRef;
}

/** Put right who complains and how they are reached. What was written before is kept as a text. */
export interface CorrectParty extends StaffAct {
  type: 'CorrectParty';
  was: TextRef;
  personalTextHash: string;
  reachableByEmail: boolean;
  reason: TextRef;
}

/** The dates are derived anew; one that was put off with a notice, or counted from a reopening, stays as promised. */
export function correctDate(complaint: Complaint, command: CorrectDate, context: Context): Decision {
  const { what, is, reason } = command;
  const refused = refusedByState(complaint, 'CorrectDate');
  if (refused) return refuse(refused);
  const was = what === 'received' ? complaint.receivedAt : complaint.acknowledgedAt;
  if (!was)
    return refuse({
      type: 'NotPermittedNow',
      command: 'CorrectDate',
      status: complaint.status,
      why: 'acknowledge-first',
    });
  if (is === was) return refuse({ type: 'NothingToCorrect' });
  const floor =
    what === 'acknowledged' ? ({ at: complaint.receivedAt, what: 'receipt' } as const) : undefined;
  const happening = whenItHappened({ happenedAt: is }, context, floor);
  if ('refusal' in happening) return refuse(happening.refusal);
  const outOfOrder = outOfOrderWith(complaint, what, is);
  if (outOfOrder) return refuse(outOfOrder);

  const { acknowledgedAt } = complaint;
  const receivedAt = what === 'received' ? is : complaint.receivedAt;
  const acknowledgedOn =
    what === 'acknowledged' ? happening.on : acknowledgedAt && londonDateOf(acknowledgedAt);
  const { acknowledgement, response } = deriveStage1(
    stage1StartOf(complaint.obligations, receivedAt),
    acknowledgedOn,
    context.policy,
    context.calendar,
  );
  const { projected: _, literalDueOn, ...deadline } = response;
  const promised = complaint.extensions.some(({ state }) =>
    ['requested', 'effective', 'not-reached', 'too-late'].includes(state),
  );
  const renewed = complaint.obligations.some(
    ({ kind, derivation }) =>
      kind === 'stage-1-response' && 'countedFrom' in derivation && derivation.countedFrom === 'reopening',
  );
  const event: EventOf<'DateCorrected'> = {
    type: 'DateCorrected',
    ...recorded(command),
    what,
    was,
    is,
    on: happening.on,
    acknowledgement,
    ...(!promised && !renewed && { response: deadline, ...(literalDueOn && { literalDueOn }) }),
    reason,
  };
  const judged = judgeAnew(complaint, evolve(complaint, event), londonDateOf(context.now));
  return accept([{ ...event, ...judged }]);
}

/** What was received is acknowledged later, and what was acknowledged answered later. */
function outOfOrderWith(
  { acknowledgedAt, respondedOn }: Complaint,
  what: CorrectDate['what'],
  is: Instant,
): Refusal | undefined {
  if (what === 'received' && acknowledgedAt && is > acknowledgedAt)
    return { type: 'NotAfterAcknowledgement', acknowledgedAt };
  return respondedOn && londonDateOf(is) > respondedOn
    ? { type: 'NotAfterResponse', respondedOn }
    : undefined;
}

/** An extension that is on its way to an address that was wrong does not arrive. */
export function correctParty(complaint: Complaint, command: CorrectParty): Decision {
  const { was, personalTextHash, reachableByEmail, reason } = command;
  const refused = refusedByState(complaint, 'CorrectParty');
  if (refused) return refuse(refused);
  const events: ComplaintEvent[] = [
    { type: 'PartyCorrected', ...recorded(command), was, personalTextHash, reachableByEmail, reason },
  ];
  const unsettled = unsettledExtension(complaint.extensions);
  if (reachableByEmail || !unsettled) return accept(events);
  events.push({ type: 'ExtensionNotReached', extension: unsettled.extension });
  const after = events.reduce<Complaint>(evolve, complaint);
  return accept(events, owedExtensionProblem(after, unsettled, 'not-reached'));
}
