import type { Calendar } from './calendar.ts';
import type { CivilDate } from './civil-date.ts';
import { codeStages } from './code.ts';
import {
  type Basis,
  basisOf,
  type CountedDeadline,
  countAgain,
  deriveDeadline,
  type Start,
} from './deadline.ts';
import { type Instant, londonDateOf } from './london-time.ts';
import type { Obligation } from './obligations.ts';
import type { PolicyVersion } from './policy.ts';
import { owedAtStage, type Stage } from './stages.ts';

/** The event from which the acknowledgement of a stage is counted. */
export interface StageStart extends Start {
  countedFrom: 'receipt' | 'reopening' | 'acceptance' | 'escalation-request';
}

/** When a stage is acknowledged and answered, and the Code's own dates where they are other ones. */
export interface StageDates {
  acknowledgement: CountedDeadline & { codeDueOn?: CivilDate };
  response: CountedDeadline & { projected: boolean; codeDueOn?: CivilDate };
}

/** What a policy says of the dates of one stage. */
type StageLimits = Pick<PolicyVersion['stage1'], 'acknowledgement' | 'response'>;

/**
 * The dates of a stage. Where the policy counts the answer from the acknowledgement it is projected from the last
 * permitted acknowledgement day: an earlier acknowledgement brings it forward, a late one never pushes it back, although
 * the Code's own date is then later (6.3, 6.14).
 *
 * @param start the day of receipt or of the request for stage 2, or what took its place
 * @param acknowledgedOn undefined while it is not acknowledged
 */
export function deriveStage(
  stage: Stage,
  start: StageStart,
  acknowledgedOn: CivilDate | undefined,
  policy: PolicyVersion,
  calendar: Calendar,
): StageDates {
  const { acknowledgement, response } = derive(
    stage,
    limitsAt(stage, policy),
    start,
    acknowledgedOn,
    policy,
    calendar,
  );
  const code = countByCode(stage, basisOf(acknowledgement.derivation), acknowledgedOn, calendar);
  return {
    acknowledgement: { ...acknowledgement, ...otherThan(acknowledgement.dueOn, code.acknowledgement) },
    response: { ...response, ...otherThan(response.dueOn, code.response) },
  };
}

/** What a policy says of a stage. */
export function limitsAt(
  stage: Stage,
  { stage1, stage2 }: PolicyVersion,
): PolicyVersion['stage1'] | PolicyVersion['stage2'] {
  return stage === 1 ? stage1 : stage2;
}

function derive(
  stage: Stage,
  { acknowledgement: limit, response }: StageLimits,
  start: StageStart,
  acknowledgedOn: CivilDate | undefined,
  policy: PolicyVersion,
  calendar: Calendar,
) {
  const acknowledgement = deriveDeadline(start, limit, policy, calendar);
  const countFrom = (from: Start, projected: boolean) => ({
    acknowledgement,
    response: { ...deriveDeadline(from, response, policy, calendar), projected },
  });
  if (response.countedFrom === 'receipt') return countFrom(start, false);
  const inTime = acknowledgedOn !== undefined && acknowledgedOn <= acknowledgement.dueOn;
  if (inTime) return countFrom({ countedFrom: acknowledgementOf[stage], on: acknowledgedOn }, false);
  const lastDay = { countedFrom: 'last-acknowledgement-day', on: acknowledgement.dueOn } as const;
  return countFrom(lastDay, acknowledgedOn === undefined);
}

const acknowledgementOf = { 1: 'acknowledgement', 2: 'escalation-acknowledgement' } as const;

/**
 * The Code's own dates: 5 working days, and 10 or 20 from the acknowledgement, whenever that was (6.2, 6.3, 6.11, 6.14).
 *
 * @param acknowledgement what the policy's own date of the acknowledgement follows from
 */
export function countByCode(
  stage: Stage,
  acknowledgement: Basis,
  acknowledgedOn: CivilDate | undefined,
  calendar: Calendar,
): { acknowledgement: CivilDate; response: CivilDate } {
  const limits = codeStages[stage];
  const { lastDay: _, nations: __, afterHours, ...basis } = acknowledgement;
  const lastDay = countAgain(
    { ...basis, ...limits.acknowledgement, ...(afterHours && { afterHours }) },
    calendar,
  ).dueOn;
  const from = { countedFrom: acknowledgementOf[stage], startOn: acknowledgedOn ?? lastDay } as const;
  const response = countAgain({ ...basis, ...limits.response, ...from }, calendar).dueOn;
  return { acknowledgement: lastDay, response };
}

function otherThan(dueOn: CivilDate, codeDueOn: CivilDate): { codeDueOn?: CivilDate } {
  return codeDueOn === dueOn ? {} : { codeDueOn };
}

/** What a landlord owes from the day on which a stage begins: to acknowledge it, and to answer it. */
export function oweStage(
  stage: Stage,
  start: StageStart,
  policy: PolicyVersion,
  calendar: Calendar,
): Obligation[] {
  const { acknowledgement, response } = deriveStage(stage, start, undefined, policy, calendar);
  const kinds = owedAtStage[stage];
  return [
    { id: kinds.acknowledgement, kind: kinds.acknowledgement, projected: false, ...acknowledgement },
    { id: kinds.response, kind: kinds.response, ...response },
  ];
}

/** Where stage 1 starts: a resident who withdrew and comes back starts the clocks anew. */
export function receipt(receivedAt: Instant): StageStart {
  return { countedFrom: 'receipt', on: londonDateOf(receivedAt), at: receivedAt };
}

/**
 * From what the dates of a stage were counted.
 *
 * @param receivedAt the receipt as it stands now, which a correction may have moved
 * @param requestedAt the request for stage 2, where there is one: it may have come after hours
 * @throws Error where that stage has no acknowledgement that was counted
 */
export function stageStartOf(
  stage: Stage,
  obligations: readonly Obligation[],
  receivedAt: Instant,
  requestedAt: Instant | undefined,
): StageStart {
  const derivation = obligations.find(({ kind }) => kind === owedAtStage[stage].acknowledgement)?.derivation;
  if (!derivation || !('countedFrom' in derivation)) throw new Error(`stage ${stage} has not begun`);
  const { countedFrom, startOn } = derivation;
  switch (countedFrom) {
    case 'receipt':
      return receipt(receivedAt);
    case 'escalation-request':
      return { countedFrom, on: startOn, at: requestedAt };
    case 'reopening':
    case 'acceptance':
      return { countedFrom, on: startOn };
    default:
      throw new Error(`stage ${stage} cannot begin with ${countedFrom}`);
  }
}
