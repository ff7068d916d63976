import * as z from 'zod/mini';
import { type Calendar, nations } from './calendar.ts';
import { addDays, type CivilDate, civilDateSchema } from './civil-date.ts';
import { type Counted, countDays, skippedBetween } from './counting.ts';
import { instantSchema } from './instant.ts';
import { type Limit, lastDays, limitSources, startDays, units } from './limit.ts';
import { addMinutes, type Instant, londonDateOf, londonTimeOf } from './london-time.ts';
import type { PolicyVersion } from './policy.ts';
import { waysByHand } from './ways.ts';

/** The event whose civil date is where a count starts. */
const clockStarts = [
  'receipt',
  'acknowledgement',
  'last-acknowledgement-day',
  'original-due-date',
  'escalation-request',
  'escalation-acknowledgement',
  'reopening',
  'acceptance',
  'question',
  'message',
  'last-update',
  'failed-notice',
  'dates-changed',
  'claim',
  'exclusion',
  'offer-accepted',
  'answer',
  'agreement',
  'review',
  'first-contact',
  'choice-to-complain',
  'parties-changed',
  'letter',
] as const;
export type ClockStart = (typeof clockStarts)[number];

/** All that a date follows from but the calendar, so that it can be counted again by another. */
const basis = {
  countedFrom: z.enum(clockStarts),
  startOn: civilDateSchema,
  /** of a limit in hours */
  startAt: z.optional(instantSchema),
  /** what the start is to the count; day zero where it is not said */
  startDay: z.optional(z.enum(startDays)),
  afterHours: z.optional(z.literal(true)),
  unit: z.enum(units),
  count: z.int(),
  lastDay: z.optional(z.enum(lastDays)),
  /** nations whose holidays are left out, where they are not those of the policy */
  nations: z.optional(z.array(z.enum(nations))),
  clause: z.string(),
  source: z.enum(limitSources),
  /** landlord and day from which the policy version took effect */
  policy: z.strictObject({ landlord: z.string(), effectiveFrom: civilDateSchema }),
};
const basisSchema = z.strictObject(basis);
export type Basis = z.infer<typeof basisSchema>;

/** How a counted date came to be: enough to work it out again, and to say it in one sentence. */
const counted = {
  ...basis,
  calendarVersion: z.int(),
  /** the working day from which it was counted, where the policy moves the start there */
  from: z.optional(civilDateSchema),
  /** where the count itself ended, if that day is not worked and the policy takes another */
  countedTo: z.optional(civilDateSchema),
  /** weekdays that were not counted, by name; the start too, where it is not worked and the count starts later for that */
  skipped: z.array(
    z.strictObject({ on: civilDateSchema, name: z.string(), closure: z.optional(z.literal(true)) }),
  ),
  /** the bank holidays of the due date's year are not published yet: only weekends were left out, and the date is provisional */
  beyondHorizon: z.boolean(),
};

const countedSchema = z.strictObject({
  ...counted,
  /** of an extension: how the date came to be that it puts off */
  original: z.optional(z.strictObject(counted)),
});
export type CountedDerivation = z.infer<typeof countedSchema>;

/** A date that was promised as such and not counted. */
const promisedSchema = z.strictObject({
  promisedOn: civilDateSchema,
  clause: z.string(),
  /** the last working day on which what must be given by hand is in time */
  lastDayFor: z.optional(z.enum(waysByHand)),
  /** the Ombudsman who set it on that day, by name: it is no promise of ours */
  setBy: z.optional(z.string()),
});

const derivationSchema = z.union([countedSchema, promisedSchema]);

export const deadlineSchema = z.strictObject({
  dueOn: civilDateSchema,
  /** of a limit in hours; every other runs to the end of its day */
  dueAt: z.optional(instantSchema),
  derivation: derivationSchema,
});
export type Deadline = z.infer<typeof deadlineSchema>;
export type CountedDeadline = Deadline & { derivation: CountedDerivation };

export interface Start {
  countedFrom: ClockStart;
  on: CivilDate;
  /** when on that day, where it matters: a limit in hours, a receipt after hours */
  at?: Instant | undefined;
}

/**
 * Counts a policy's limit from an event, by the policy's own convention of what its day is to the count. An extension
 * adds to the date that it puts off, so that it has no such day.
 */
export function deriveDeadline(
  start: Start,
  limit: Limit,
  policy: PolicyVersion,
  calendar: Calendar,
): CountedDeadline {
  const { unit, count, clause, source, lastDay, nations } = limit;
  const { startDay } = policy;
  return countAgain(
    {
      countedFrom: start.countedFrom,
      startOn: start.on,
      ...(unit === 'clock-hours' && { startAt: start.at }),
      ...(startDay !== 'day-zero' && start.countedFrom !== 'original-due-date' && { startDay }),
      ...(cameAfterHours(start, policy) && { afterHours: true }),
      unit,
      count,
      ...(lastDay && { lastDay }),
      ...(nations && { nations }),
      clause,
      source,
      policy: { landlord: policy.landlord, effectiveFrom: policy.effectiveFrom as CivilDate },
    },
    calendar,
  );
}

function cameAfterHours({ countedFrom, at }: Start, { startDay, closesAt }: PolicyVersion): boolean {
  const comesIn = countedFrom === 'receipt' || countedFrom === 'escalation-request';
  if (startDay !== 'roll-forward' || !comesIn || !at || !closesAt) return false;
  return londonTimeOf(at) >= closesAt;
}

/** The date that follows from a basis by a calendar, which may be newer than the one it was counted by before. */
export function countAgain(basis: Basis, policyCalendar: Calendar): CountedDeadline {
  const calendar = basis.nations ? policyCalendar.of(basis.nations) : policyCalendar;
  const { version: calendarVersion } = calendar;
  if (basis.unit === 'clock-hours') {
    if (!basis.startAt) throw new Error('a limit in hours is counted from an instant');
    const dueAt = addMinutes(basis.startAt, basis.count * 60);
    const derivation = { ...basis, calendarVersion, skipped: [], beyondHorizon: false };
    return { dueOn: londonDateOf(dueAt), dueAt, derivation };
  }
  const counted = countDays(basis, calendar);
  const { dueOn, from, countedTo, beyondHorizon } = counted;
  const skipped = skippedIn(basis, counted, calendar);
  return {
    dueOn,
    derivation: {
      ...basis,
      calendarVersion,
      ...(from && { from }),
      ...(countedTo && { countedTo }),
      skipped,
      beyondHorizon,
    },
  };
}

/** Of working days each that was not counted; of other units those that moved the first day or the last. */
function skippedIn(
  { unit, startOn }: Basis,
  { dueOn, from, countedTo }: Counted,
  calendar: Calendar,
): CountedDerivation['skipped'] {
  const before = addDays(startOn, -1);
  if (unit === 'working-days') return skippedBetween(calendar, from ? before : startOn, dueOn);
  const first = from ? skippedBetween(calendar, before, from) : [];
  if (!countedTo) return first;
  const [earlier, later] = countedTo < dueOn ? [countedTo, dueOn] : [dueOn, countedTo];
  return [...first, ...skippedBetween(calendar, addDays(earlier, -1), later)];
}

/** What a derivation says that does not hang on the calendar. */
export function basisOf(derivation: CountedDerivation): Basis {
  const { calendarVersion, from, countedTo, skipped, beyondHorizon, original, ...rest } = derivation;
  return rest;
}
