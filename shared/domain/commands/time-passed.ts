import { extensionByHand, goesByPost } from '../by-hand.ts';
import { lastWorkingDayUpTo } from '../calendar.ts';
import type { CivilDate } from '../civil-date.ts';
import { type Complaint, openObligations, openResponse } from '../complaint.ts';
import { accept, type Context, type Decision } from '../decision.ts';
import type { ComplaintEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Extension } from '../extension.ts';
import { unsettledExtension } from '../extension.ts';
import { deadlineOf } from '../extension-rules.ts';
import { comeTooLate } from '../extension-settling.ts';
import { apologyAt, climbLadder } from '../ladder.ts';
import { endOfDay, type Instant, londonDateOf, londonInstant } from '../london-time.ts';
import { owedAlerts, owedApology } from '../notices/automatic.ts';
import { owedExtension } from '../notices/to-resident.ts';
import { owedExtensionProblem, owedQuestion } from '../notices/to-staff.ts';
import type { NoticeOwed } from '../notices.ts';
import type { Obligation } from '../obligations.ts';
import { recountDates } from '../recount.ts';
import { recountByCalendar } from '../recounting.ts';
import { isAcknowledgement, isResponse } from '../stages.ts';
import { canBeWrittenTo } from '../telling.ts';
import { wayTo } from '../ways.ts';
import { needsSecondPerson, sendPrepared } from './extend.ts';

/** Time itself, told to a complaint: whatever has come due is given once, however late or often this is said. */
export interface TimePassed {
  type: 'TimePassed';
}

export function timePassed(complaint: Complaint, context: Context): Decision {
  const { after: recounted, events, notices } = recountByCalendar(complaint, context);
  const extended = passForExtensions(recounted, context, events, notices);
  const said = speakOf(openObligations(extended), extended, context);
  return accept([...events, ...said.events], [...notices, ...said.notices]);
}

/** What there is to say of obligations by now: their alerts, and how sorry we are. */
export function speakOf(
  obligations: readonly Obligation[],
  complaint: Complaint,
  context: Context,
): { events: ComplaintEvent[]; notices: NoticeOwed[] } {
  const events: ComplaintEvent[] = [];
  const notices: NoticeOwed[] = [];
  let spoken = 0;
  for (const obligation of obligations) {
    if (spoken === mostSpokenOf) break;
    const before = events.length;
    alert(complaint, obligation, context, events, notices);
    for (const missedOn of datesToApologiseFor(complaint, obligation)) {
      if (apologyFor(complaint, missedOn, context) > context.now) continue;
      events.push({ type: 'MissedDateApologised', obligation: obligation.id, dueOn: missedOn });
      notices.push(owedApology(obligation, missedOn, londonDateOf(context.now)));
    }
    if (events.length > before) spoken += 1;
  }
  return { events, notices };
}

/** So many obligations are spoken of at once: their alerts must fit into one transaction. The rest is due still. */
const mostSpokenOf = 20;

/**
 * The next instant at which time alone changes something for this complaint: later than now once `TimePassed` has been
 * decided on, unless more came due than is spoken of at once; undefined where nothing is left to wait for.
 */
export function nextWake(complaint: Complaint, context: Context): Instant | undefined {
  const instants = openObligations(complaint).flatMap((obligation) => {
    const { passed, next } = climb(complaint, obligation, context);
    const apologies = datesToApologiseFor(complaint, obligation).map((dueOn) =>
      apologyFor(complaint, dueOn, context),
    );
    return [(passed[0] ?? next)?.at, ...apologies];
  });
  const stale = recountDates(complaint, context.calendar).length > 0 ? context.now : undefined;
  return [...instants, stale, ...wakesOfExtensions(complaint, context)]
    .filter((at) => at !== undefined)
    .sort()[0];
}

function alert(
  complaint: Complaint,
  obligation: Obligation,
  context: Context,
  events: ComplaintEvent[],
  notices: NoticeOwed[],
): void {
  const { passed } = climb(complaint, obligation, context);
  const newest = passed.at(-1);
  if (!newest) return;
  // After an outage the newest rung speaks and names the others, rather than every stale one in turn.
  const skipped = passed.slice(0, -1).map((rung) => rung.workingDays);
  const { id, dueOn } = obligation;
  const { workingDays, to } = newest;
  events.push({ type: 'AlertGiven', obligation: id, dueOn, workingDays, skipped, to: [...to] });
  const today = londonDateOf(context.now);
  notices.push(
    ...owedAlerts(complaint, obligation, { ...newest, skipped }, { today, calendar: context.calendar }),
  );
  const question = complaint.questions.find((each) => each.id === id);
  if (question) notices.push(owedQuestion(question, obligation, workingDays));
}

/** While an extension is on its way nobody knows whether the date was missed: rungs after it wait. */
function climb(complaint: Complaint, obligation: Obligation, { policy, calendar, now }: Context) {
  const byPost = goesByPost(complaint, obligation);
  const { passed, next } = climbLadder(obligation, policy, calendar, now, byPost);
  if (!waitsForExtension(complaint, obligation)) return { passed, next };
  const early = (rung: { workingDays: number } | undefined) => rung !== undefined && rung.workingDays <= 0;
  return { passed: passed.filter(early), next: early(next) ? next : undefined };
}

/** Whether nobody knows yet what the date of an obligation is. */
export function waitsForExtension({ extensions }: Complaint, { kind }: Obligation): boolean {
  return isResponse(kind) && unsettledExtension(extensions) !== undefined;
}

/** Of a complaint that was logged late staff have as long to bring their proofs as after any date that passes. */
function apologyFor({ loggedAt }: Complaint, missedOn: CivilDate, { policy, calendar }: Context): Instant {
  const loggedOn = londonDateOf(loggedAt);
  return apologyAt({ dueOn: missedOn > loggedOn ? missedOn : loggedOn }, policy, calendar);
}

/** Dates for whose missing the resident is told sorry once they have passed; where no way is known staff find one. */
function datesToApologiseFor(complaint: Complaint, obligation: Obligation): CivilDate[] {
  const { kind, dueOn, apologisedFor = [], missed = [] } = obligation;
  const promisedToResident = isAcknowledgement(kind) || isResponse(kind);
  if (!promisedToResident || !wayTo(complaint)) return [];
  if (waitsForExtension(complaint, obligation)) return [];
  const dates = [...new Set([...missed, dueOn])].filter((date) => !apologisedFor.includes(date));
  if (!complaint.imported) return dates;
  // What the resident was told of a date that had passed before the import is in the old records: staff write of it.
  const importedOn = londonDateOf(complaint.loggedAt);
  return dates.filter((date) => date >= importedOn);
}

/** Gives up what did not arrive, or was not posted, once its day is over, and sends what was prepared on its last working morning. */
function passForExtensions(
  complaint: Complaint,
  context: Context,
  events: ComplaintEvent[],
  notices: NoticeOwed[],
): Complaint {
  const settled = lapse(giveUp(complaint, context, events, notices), context, events, notices);
  // Only now, for the date that binds after one came too late may be the one that another was prepared for.
  const prepared = preparedToSend(settled, context);
  if (!prepared || prepared.at > context.now) return settled;
  const { requested, after } = sendPrepared(settled, prepared.extension, context);
  events.push(requested);
  notices.push(owedExtension(requested, deadlineOf(after, requested, context), after.stage));
  return after;
}

function giveUp(
  complaint: Complaint,
  context: Context,
  events: ComplaintEvent[],
  notices: NoticeOwed[],
): Complaint {
  const failed = notGiven(complaint);
  if (!failed || endOfDay(failed.extends) > context.now) return complaint;
  const event = comeTooLate(complaint, failed, context);
  const after = evolve(complaint, event);
  events.push(event);
  notices.push(...owedExtensionProblem(after, failed, 'too-late'));
  return after;
}

/** What was prepared and can no longer be sent, because its date moved or its day is over: staff are told. */
function lapse(
  complaint: Complaint,
  context: Context,
  events: ComplaintEvent[],
  notices: NoticeOwed[],
): Complaint {
  const prepared = complaint.extensions.find(({ state }) => state === 'prepared');
  const at = prepared && lapsesAt(complaint, prepared, context);
  if (!prepared || !at || at > context.now) return complaint;
  const event = { type: 'ExtensionLapsed', extension: prepared.extension } as const;
  const after = evolve(complaint, event);
  events.push(event);
  notices.push(...owedExtensionProblem(after, prepared, 'lapsed'));
  return after;
}

/**
 * At once where the date that it extends is no longer the date, unless that may bind again once another has come too
 * late; otherwise when its day, or the last morning, is over.
 */
function lapsesAt(complaint: Complaint, extension: Extension, context: Context): Instant | undefined {
  const response = openResponse(complaint);
  if (!response) return undefined;
  if (response.dueOn !== extension.extends) return notReached(complaint) ? undefined : context.now;
  return canBeWrittenTo(complaint) ? endOfDay(extension.extends) : lastMorning(extension, context);
}

function lastMorning({ extends: extended }: Extension, { calendar, policy }: Context): Instant {
  return londonInstant(lastWorkingDayUpTo(calendar, extended), policy.ladder.at);
}

function wakesOfExtensions(complaint: Complaint, context: Context): (Instant | undefined)[] {
  const waiting = complaint.extensions.find(({ state }) => state === 'prepared');
  const failed = notGiven(complaint);
  return [
    preparedToSend(complaint, context)?.at,
    waiting && lapsesAt(complaint, waiting, context),
    failed && endOfDay(failed.extends),
  ];
}

function preparedToSend(
  complaint: Complaint,
  context: Context,
): { extension: Extension; at: Instant } | undefined {
  const response = openResponse(complaint);
  const extension = complaint.extensions.find(
    ({ state, extends: extended }) => state === 'prepared' && extended === response?.dueOn,
  );
  if (!extension || !canBeWrittenTo(complaint) || needsSecondPerson(complaint, extension, context))
    return undefined;
  return { extension, at: lastMorning(extension, context) };
}

/** What is given up with its day: that which did not arrive, and that which nobody has posted by then. */
function notGiven(complaint: Complaint): Extension | undefined {
  return notReached(complaint) ?? extensionByHand(complaint);
}

function notReached(complaint: Complaint): Extension | undefined {
  if (!openResponse(complaint)) return undefined;
  return complaint.extensions.find(({ state }) => state === 'not-reached');
}
