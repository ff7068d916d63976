import type { CivilDate } from '../domain/civil-date.ts';
import type { StaffCommand } from '../domain/decide.ts';
import type { AlreadyGiven } from '../domain/giving.ts';
import { type Instant, londonDateOf, londonInstant } from '../domain/london-time.ts';
import type { Outcome } from '../domain/points.ts';
import type { StaffId } from '../domain/staff.ts';
import type { TextRef } from '../domain/text.ts';
import type { TextKeeper } from './keep-texts.ts';

/** Where a complaint had got to in a landlord's old records. */
export interface History {
  /** what the old records call it */
  id: string;
  description: string;
  desiredOutcome?: string | undefined;
  acknowledgedOn?: CivilDate | undefined;
  extendedOn?: CivilDate | undefined;
  extendedTo?: CivilDate | undefined;
  extensionReason?: string | undefined;
  goodReason?: string | undefined;
  updateEvery?: number | undefined;
  respondedOn?: CivilDate | undefined;
  /** who decided stage 1, and so does not decide stage 2; whoever imports, where it is left out */
  respondedBy?: StaffId | undefined;
  finding?: NonNullable<Outcome['finding']> | undefined;
  reasons?: string | undefined;
  remedy?: string | undefined;
  escalatedOn?: CivilDate | undefined;
  escalationAcknowledgedOn?: CivilDate | undefined;
  handler?: StaffId | undefined;
  team?: string | undefined;
}

/** A command that would have led there, and the column that it comes of. */
export interface Step {
  column: keyof History;
  command: StaffCommand;
}

interface Telling {
  receivedAt: Instant;
  /** whoever imports */
  by: StaffId;
  keep: TextKeeper['keep'];
  /** whether the policy wants the resident spoken with before an answer */
  discussesFirst: boolean;
}

/** What the parts of a history are told with. */
type Teller = Pick<Telling, 'by' | 'keep' | 'discussesFirst'> & {
  /** the instant of something that happened on a day, which is asked in order */
  on: (day: CivilDate) => Instant;
  /** that it was given to the resident is on record where the row came from */
  alreadyGiven: () => AlreadyGiven;
};

/**
 * What happened to a complaint before it was imported, as the commands that staff would have given, in their order. What
 * the complaint is about is defined only where something came of it: whoever acknowledges it does that otherwise.
 */
export function stepsOf(row: History, { receivedAt, by, keep, discussesFirst }: Telling): Step[] {
  let evidence: TextRef | undefined;
  const alreadyGiven = (): AlreadyGiven => {
    evidence ??= keep(`imported: ${row.id}`);
    return { how: 'letter', evidence };
  };
  const teller = { by, keep, discussesFirst, on: momentsAfter(receivedAt), alreadyGiven };
  const { handler, team } = row;
  return [
    ...acknowledged(row, teller),
    ...extended(row, teller),
    ...answered(row, teller),
    ...escalated(row, teller),
    ...(handler ? [step('handler', { type: 'Assign', by, handler, team })] : []),
  ];
}

function step(column: keyof History, command: StaffCommand): Step {
  return { column, command };
}

function acknowledged(row: History, { by, keep, on, alreadyGiven }: Teller): Step[] {
  const { acknowledgedOn, respondedOn, description, desiredOutcome } = row;
  const column = acknowledgedOn ? 'acknowledgedOn' : respondedOn ? 'respondedOn' : 'escalatedOn';
  if (!row[column]) return [];
  const outcomeSought = desiredOutcome === undefined ? undefined : keep(desiredOutcome);
  const points = [{ definition: keep(description), outcomeSought, responsible: true }];
  if (!acknowledgedOn) return [step(column, { type: 'AddPoints', by, points })];
  const given = { happenedAt: on(acknowledgedOn), alreadyGiven: alreadyGiven() };
  return [step(column, { type: 'Acknowledge', by, points, ...given })];
}

function extended(row: History, { by, keep, on, alreadyGiven }: Teller): Step[] {
  const { extendedOn, extendedTo, extensionReason, goodReason, updateEvery } = row;
  if (!extendedOn || !extendedTo || extensionReason === undefined) return [];
  const wish = {
    newDueOn: extendedTo,
    reason: keep(extensionReason),
    goodReason: goodReason === undefined ? undefined : keep(goodReason),
    updateEvery,
  };
  const given = { happenedAt: on(extendedOn), alreadyGiven: alreadyGiven() };
  return [step('extendedOn', { type: 'Extend', by, ...wish, ...given })];
}

function answered(row: History, { by, keep, discussesFirst, on, alreadyGiven }: Teller): Step[] {
  const { respondedOn, respondedBy = by, finding, reasons, remedy } = row;
  if (!respondedOn || !finding || reasons === undefined) return [];
  const happenedAt = on(respondedOn);
  const outcome: Outcome = {
    point: 'point-1',
    finding,
    reasons: keep(reasons),
    remedy: remedy === undefined ? 'none' : keep(remedy),
  };
  const given = alreadyGiven();
  // Whether anybody spoke with the resident before is in the old records, if anywhere (seed 002).
  const notDiscussed = discussesFirst ? given.evidence : undefined;
  return [
    step('respondedOn', { type: 'Draft', by: respondedBy, happenedAt, outcomes: [outcome] }),
    step('respondedOn', { type: 'Respond', by, happenedAt, alreadyGiven: given, notDiscussed }),
  ];
}

function escalated(row: History, { by, on, alreadyGiven }: Teller): Step[] {
  const { escalatedOn, escalationAcknowledgedOn } = row;
  if (!escalatedOn) return [];
  const asked = step('escalatedOn', { type: 'Escalate', by, happenedAt: on(escalatedOn) });
  if (!escalationAcknowledgedOn) return [asked];
  const given = { happenedAt: on(escalationAcknowledgedOn), alreadyGiven: alreadyGiven() };
  return [asked, step('escalationAcknowledgedOn', { type: 'Acknowledge', by, points: [], ...given })];
}

/** Old records know days. Of two things on one day the later one in the row came after the other. */
function momentsAfter(receivedAt: Instant): (day: CivilDate) => Instant {
  let last = receivedAt;
  return (day) => {
    last = londonDateOf(last) === day ? last : londonInstant(day, '00:00');
    return last;
  };
}
