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
import type { PolicyVersion } from './policy.ts';

export const civilDateSchema = z.custom<CivilDate>(
  (value) => typeof value === 'string' && isCivilDate(value),
);

/** The event whose civil date is day zero of a count. */
const clockStarts = ['receipt', 'acknowledgement', 'last-acknowledgement-day'] as const;
export type ClockStart = (typeof clockStarts)[number];

/** How a due date came to be: enough to work it out again, and to say it in one sentence. */
export const derivationSchema = z.strictObject({
  countedFrom: z.enum(clockStarts),
  startOn: civilDateSchema,
  unit: z.literal('working-days'),
  count: z.int(),
  clause: z.string(),
  source: z.enum(['landlord', 'code']),
  /** landlord and day from which the policy version took effect */
  policy: z.strictObject({ landlord: z.string(), effectiveFrom: civilDateSchema }),
  calendarVersion: z.int(),
  /** weekdays that were not counted, by name */
  skipped: z.array(z.strictObject({ on: civilDateSchema, name: z.string() })),
  /** the bank holidays of the due date's year are not published yet, so that only weekends were left out */
  beyondHorizon: z.boolean(),
});
type Derivation = z.infer<typeof derivationSchema>;

export interface Deadline {
  dueOn: CivilDate;
  derivation: Derivation;
}

/**
 * Counts a policy's limit from a day. The start is day zero whatever day it is; the next working day is day one
 * (policy `day-zero`; the Code names no convention).
 */
export function deriveDeadline(
  start: { countedFrom: ClockStart; on: CivilDate },
  limit: PolicyVersion['stage1']['acknowledgement'],
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
function holidaysBetween(calendar: Calendar, start: CivilDate, end: CivilDate): Derivation['skipped'] {
  const skipped: Derivation['skipped'] = [];
  for (let on = addDays(start, 1); on <= end; on = addDays(on, 1)) {
    const name = calendar.holidayNames.get(on);
    if (name && weekdayIndexOfEpochDay(epochDayOf(on)) < saturday) skipped.push({ on, name });
  }
  return skipped;
}

type Reader = 'resident' | 'staff';

const startPhrases: Record<Reader, Record<ClockStart, string>> = {
  resident: {
    receipt: 'the day we received your complaint',
    acknowledgement: 'the day we acknowledged your complaint',
    'last-acknowledgement-day': 'the last day for our acknowledgement',
  },
  staff: {
    receipt: 'the day we received the complaint',
    acknowledgement: 'the day we acknowledged the complaint',
    'last-acknowledgement-day': 'the last day for our acknowledgement',
  },
};

/** One plain-English sentence: the date, the rule, the start, and each day not counted by name. */
export function explainDeadline({ dueOn, derivation }: Deadline, reader: Reader = 'resident'): string {
  const { count, startOn, countedFrom, skipped, beyondHorizon } = derivation;
  const unit = count === 1 ? 'working day' : 'working days';
  const rule = `${describeDate(dueOn)} is ${count} ${unit} after ${describeDate(startOn)}, ${startPhrases[reader][countedFrom]}`;
  const notCounted = ['weekends', ...skipped.map(({ on, name }) => `${name} (${describeDate(on, 'short')})`)];
  const early =
    countedFrom === 'last-acknowledgement-day'
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
