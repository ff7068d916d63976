import { addDays, type CivilDate, civilDate, isCivilDate } from './civil-date.ts';

/** An instant as fixed-width UTC with milliseconds, `2026-12-23T15:00:00.000Z`, so that text order is time order. */
export type Instant = string & { readonly instant: true };

/** @param milliseconds since the epoch */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

const isoInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** @throws RangeError where the text is no instant with an offset or `Z`, on a day that exists */
export function instant(text: string): Instant {
  const wellFormed = isoInstant.test(text) && isCivilDate(text.slice(0, 10));
  const milliseconds = wellFormed ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(milliseconds))
    throw new RangeError(`"${text}" is not an instant with its offset from UTC`);
  return instantOf(milliseconds);
}

export function millisecondsOf(at: Instant): number {
  return Date.parse(at);
}

export function addMinutes(at: Instant, minutes: number): Instant {
  return instantOf(millisecondsOf(at) + minutes * 60_000);
}

// The one place where instants and civil dates meet. Building a formatter costs forty times as much as using it.
const londonParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function inLondon(milliseconds: number): { date: string; time: string } {
  const parts = londonParts.formatToParts(new Date(milliseconds));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** The civil date in London at that instant: 2026-06-30T23:30Z is already 1 July. */
export function londonDateOf(at: Instant): CivilDate {
  return civilDate(inLondon(millisecondsOf(at)).date);
}

/** `15:00`, as a clock in London shows it. */
export function londonTimeOf(at: Instant): string {
  return inLondon(millisecondsOf(at)).time;
}

/**
 * The instant at which a clock in London shows that time on that day. A time that the spring change skips is taken an
 * hour later; of a time that the autumn change repeats, the first.
 *
 * @param time `HH:mm`
 */
export function londonInstant(date: CivilDate, time: string): Instant {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`);
  const inSummerTime = asIfUtc - 3_600_000;
  const shown = inLondon(inSummerTime);
  return instantOf(shown.date === date && shown.time === time ? inSummerTime : asIfUtc);
}

/** The first instant after a day in London. */
export function endOfDay(date: CivilDate): Instant {
  return londonInstant(addDays(date, 1), '00:00');
}
