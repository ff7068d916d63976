import type { CivilDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import { accept, type Context, calendarOf, type Decision, refuse } from '../decision.ts';
import { type EventOf, stageCorrected } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Extension } from '../extension.ts';
import { type Floor, recorded, type StaffAct, whenItHappened } from '../happening.ts';
import { judgeAnew } from '../judge-anew.ts';
import { type Instant, londonDateOf, londonInstant } from '../london-time.ts';
import type { WhyNot } from '../moves.ts';
import { refusedByState } from '../permitted.ts';
import { policyVersionOf } from '../policy.ts';
import type { Refusal } from '../refusals.ts';
import { deriveStage, type StageStart, stageStartOf } from '../stage-dates.ts';
import { owedAtStage, type Stage } from '../stages.ts';
import type { TextRef } from '../text.ts';
import { afterChoice, outOfOrder } from '../told-dates.ts';

/** Put right when a stage began or was acknowledged. What it was before stays in the timeline. */
export interface CorrectDate extends StaffAct {
  type: 'CorrectDate';
  what: EventOf<'DateCorrected'>['what'];
  is: Instant;
  reason: TextRef;
}

/** The dates are derived anew; one that was put off with a notice, or counted from a reopening, stays as promised. */
export function correctDate(complaint: Complaint, command: CorrectDate, context: Context): Decision {
  const refused = refusedByState(complaint, 'CorrectDate') ?? notThereYet(complaint, command.what);
  if (refused) return refuse(refused);
  const correction = dateCorrected(complaint, command, context);
  return 'refusal' in correction ? refuse(correction.refusal) : accept([correction.event]);
}

/** What a correction of a stage that has come to this makes of its dates, or why it cannot be. */
export function dateCorrected(
  complaint: Complaint,
  command: Omit<CorrectDate, 'type'>,
  context: Context,
): { event: EventOf<'DateCorrected'> } | { refusal: Refusal } {
  const { what, is, reason } = command;
  const stage = stageCorrected(what);
  const { began, acknowledged } = datesOf(complaint, stage);
  const corrects = isAboutStart(what) ? 'began' : 'acknowledged';
  const was = corrects === 'began' ? began : acknowledged;
  if (!was || is === was) return { refusal: { type: 'NothingToCorrect' } };
  const floor = floorOf(complaint, what);
  const happening = whenItHappened({ happenedAt: is }, context, floor);
  if ('refusal' in happening) return happening;
  const refusal = outOfOrderWith(complaint, what, is);
  if (refusal) return { refusal };

  const policy = policyAt(stage, complaint, context);
  const acknowledgedOn =
    corrects === 'acknowledged' ? happening.on : acknowledged && londonDateOf(acknowledged);
  const { acknowledgement, response } = deriveStage(
    stage,
    movedStart(complaint, what, is, happening.on),
    acknowledgedOn,
    policy,
    calendarOf(context, policy),
  );
  const { projected: _, codeDueOn, ...deadline } = response;
  const event: EventOf<'DateCorrected'> = {
    type: 'DateCorrected',
    ...recorded(command),
    what,
    was,
    is,
    on: happening.on,
    acknowledgement,
    ...(!isPromised(complaint, stage) && { response: deadline, ...(codeDueOn && { codeDueOn }) }),
    reason,
  };
  const judged = judgeAnew(complaint, evolve(complaint, event), londonDateOf(context.now));
  return { event: { ...event, ...judged } };
}

function isAboutStart(what: CorrectDate['what']): boolean {
  return what === 'received' || what === 'escalation-requested';
}

function notThereYet(
  { status, stage, acknowledgedAt }: Complaint,
  what: CorrectDate['what'],
): Refusal | undefined {
  const refusal = (why: WhyNot): Refusal => ({
    type: 'NotPermittedNow',
    command: 'CorrectDate',
    status,
    why,
  });
  if (stageCorrected(what) > stage) return refusal('not-asked-for');
  return stageCorrected(what) === stage && !isAboutStart(what) && !acknowledgedAt
    ? refusal('acknowledge-first')
    : undefined;
}

/** When a stage began and was acknowledged; stage 1 may never have been. */
function datesOf(
  { receivedAt, escalation, stage: present, stage1, acknowledgedAt }: Complaint,
  stage: Stage,
) {
  return stage === 1
    ? { began: receivedAt, acknowledged: present === 1 ? acknowledgedAt : stage1?.acknowledgedAt }
    : { began: escalation?.requestedAt, acknowledged: acknowledgedAt };
}

function floorOf(complaint: Complaint, what: CorrectDate['what']): Floor | undefined {
  const { receivedAt, escalation } = complaint;
  if (what === 'received') return undefined;
  if (what === 'escalation-acknowledged' && escalation)
    return { at: escalation.requestedAt, what: 'escalation' };
  return { at: receivedAt, what: 'receipt' };
}

function movedStart(complaint: Complaint, what: CorrectDate['what'], is: Instant, on: CivilDate): StageStart {
  const { obligations, receivedAt, escalation } = complaint;
  const received = what === 'received' ? is : receivedAt;
  const start = stageStartOf(stageCorrected(what), obligations, received, escalation?.requestedAt);
  return what === 'escalation-requested' && start.countedFrom === 'escalation-request'
    ? { ...start, on, at: is }
    : start;
}

/** Stage 1 keeps the version of the policy that it began under, also while stage 2 runs under another. */
function policyAt(stage: Stage, { policyEffectiveFrom }: Complaint, { policy, versions }: Context) {
  return stage === 1 ? policyVersionOf(versions, policyEffectiveFrom) : policy;
}

/** Its date was promised as such, or counted from a reopening. */
function isPromised({ extensions, obligations }: Complaint, stage: Stage): boolean {
  const given: readonly Extension['state'][] = ['requested', 'effective', 'not-reached', 'too-late'];
  if (extensions.some((each) => each.stage === stage && given.includes(each.state))) return true;
  return obligations.some(
    ({ kind, derivation }) =>
      kind === owedAtStage[stage].response &&
      'countedFrom' in derivation &&
      derivation.countedFrom === 'reopening',
  );
}

/** What was received is acknowledged later, what was acknowledged answered later, and what was answered escalated later. */
function outOfOrderWith(complaint: Complaint, what: CorrectDate['what'], is: Instant): Refusal | undefined {
  const stage = stageCorrected(what);
  const on = londonDateOf(is);
  const told =
    what === 'received'
      ? (outOfOrder({ ...complaint, receivedOn: on }, complaint) ?? afterChoice(complaint, on))
      : undefined;
  if (told) return told;
  const { acknowledged } = datesOf(complaint, stage);
  if (isAboutStart(what) && acknowledged && is > acknowledged)
    return { type: 'NotAfterAcknowledgement', acknowledgedAt: acknowledged };
  const respondedOn = stage === complaint.stage ? complaint.respondedOn : complaint.stage1?.respondedOn;
  if (respondedOn && on > respondedOn) return { type: 'NotAfterResponse', respondedOn };
  const stage1 = complaint.stage1?.respondedOn;
  return what === 'escalation-requested' && stage1 && on < stage1
    ? { type: 'HappenedTooEarly', notBefore: londonInstant(stage1, '00:00'), what: 'answer' }
    : undefined;
}
