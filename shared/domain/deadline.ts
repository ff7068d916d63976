import * as z from 'zod/mini';
import { type Calendar, countWorkingDays } from './calendar.ts';
import {
  addDays,
  type CivilDate,
  describeDate,
  epochDayOf,
  isCivilDate,
  weekdayIndexOfEpochDay,
} from './civil-date.ts';
import { type Limit, limitSources, type PolicyVersion } from './policy.ts';

export const civilDateSchema = z.custom<CivilDate>(
  (value) => typeof value === 'string' && isCivilDate(value),
);

/** The event whose civil date is day zero of a count. */
const clockStarts = [
  'receipt',
  'acknowledgement',
  'last-acknowledgement-day',
  'original-due-date',
  'reopening',
  'question',
  'message',
  'last-update',
  'failed-notice',
] as const;
export type ClockStart = (typeof clockStarts)[number];

/** How a counted date came to be: enough to work it out again, and to say it in one sentence. */
const countedSchema = z.strictObject({
  countedFrom: z.enum(clockStarts),
  startOn: civilDateSchema,
  unit: z.literal('working-days'),
  count: z.int(),
  clause: z.string(),
  source: z.enum(limitSources),
  /** landlord and day from which the policy version took effect */
  policy: z.strictObject({ landlord: z.string(), effectiveFrom: civilDateSchema }),
  calendarVersion: z.int(),
  /** weekdays that were not counted, by name */
  skipped: z.array(z.strictObject({ on: civilDateSchema, name: z.string() })),
  /** the bank holidays of the due date's year are not published yet, so that only weekends were left out */
  beyondHorizon: z.boolean(),
});
type Counted = z.infer<typeof countedSchema>;

/** A date that was promised as such and not counted. */
const promisedSchema = z.strictObject({ promisedOn: civilDateSchema, clause: z.string() });

export const derivationSchema = z.union([countedSchema, promisedSchema]);

export const deadlineSchema = z.strictObject({ dueOn: civilDateSchema, derivation: derivationSchema });
export type Deadline = z.infer<typeof deadlineSchema>;

/**
 * Counts a policy's limit from a day. The start is day zero whatever day it is; the next working day is day one
 * (policy `day-zero`; the Code names no convention).
 */
export function deriveDeadline(
  start: { countedFrom: ClockStart; on: CivilDate },
  limit: Pick<Limit, 'unit' | 'count' | 'clause' | 'source'>,
  policy: PolicyVersion,
  calendar: Calendar,
): Deadline {
  const { date: dueOn, beyondHorizon } = countWorkingDays(calendar, start.on, limit.count);
  return {
    dueOn,
    derivation: {
      countedFrom: start.countedFrom,
      startOn: start.on,
      unit: limit.unit,
      count: limit.count,
      clause: limit.clause,
      source: limit.source,
      policy: { landlord: policy.landlord, effectiveFrom: policy.effectiveFrom as CivilDate },
      calendarVersion: calendar.version,
      skipped: holidaysBetween(calendar, start.on, dueOn),
      beyondHorizon,
    },
  };
}

const saturday = 5;

/** A bank holiday on a weekend is left out: the weekend is not counted anyway. */
function holidaysBetween(calendar: Calendar, start: CivilDate, end: CivilDate): Counted['skipped'] {
  const skipped: Counted['skipped'] = [];
  for (let on = addDays(start, 1); on <= end; on = addDays(on, 1)) {
    const name = calendar.holidayNames.get(on);
    if (name && weekdayIndexOfEpochDay(epochDayOf(on)) < saturday) skipped.push({ on, name });
  }
  return skipped;
}

type Reader = 'resident' | 'staff';

const startPhrases: Record<ClockStart, (complaint: string) => string> = {
  receipt: (complaint) => `the day we received ${complaint}`,
  acknowledgement: (complaint) => `the day we acknowledged ${complaint}`,
  'last-acknowledgement-day': () => 'the last day for our acknowledgement',
  'original-due-date': () => 'the date we had given before',
  reopening: (complaint) => `the day we opened ${complaint} again`,
  question: () => 'the day the question was asked',
  message: () => 'the day the message came',
  'last-update': () => 'the day of our last update',
  'failed-notice': () => 'the day a message of ours did not arrive',
};

/**
 * One plain-English sentence: the date, the rule, the start, and each day not counted by name.
 *
 * @param deadline with `projected: false` where its clock can no longer start sooner
 */
export function explainDeadline(
  { dueOn, derivation, projected }: Deadline & { projected?: boolean },
  reader: Reader = 'resident',
): string {
  const complaint = reader === 'resident' ? 'your complaint' : 'the complaint';
  if ('promisedOn' in derivation)
    return `${describeDate(dueOn)} is the day we promised on ${describeDate(derivation.promisedOn)}.`;
  const { count, startOn, countedFrom, skipped, beyondHorizon } = derivation;
  const unit = count === 1 ? 'working day' : 'working days';
  const rule = `${describeDate(dueOn)} is ${count} ${unit} after ${describeDate(startOn)}, ${startPhrases[countedFrom](complaint)}`;
  const notCounted = ['weekends', ...skipped.map(({ on, name }) => `${name} (${describeDate(on, 'short')})`)];
  const early =
    countedFrom === 'last-acknowledgement-day' && projected !== false
      ? '; if we acknowledge it sooner, this date comes forward'
      : '';
  const horizon = beyondHorizon
    ? '; bank holidays that far ahead are not published yet, so this date may move later'
    : '';
  return `${rule}, not counting ${listInWords(notCounted)}${early}${horizon}.`;
}

function listInWords(items: string[]): string {
  const last = items.at(-1) ?? '';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${last}` : last;
}
