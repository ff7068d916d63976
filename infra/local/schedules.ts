import { Cron } from 'croner';
import { StackError } from './stack-error.ts';

/** When something happens again and again. */
export interface Recurrence {
  kind: 'rate' | 'cron';
  /** the first occurrence later than this instant; undefined when there is none */
  nextAfter(instant: number): number | undefined;
}

const unitMs = new Map([
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
]);
const hour = 3_600_000;

/** `rate(5 minutes)` or `cron(0 7 * * ? *)`, the latter in a time zone of Scheduler or in UTC for a rule. */
export function readRecurrence(expression: string, timeZone: string, owner: string): Recurrence {
  const rate = /^rate\((\d+) (minute|hour|day)(s?)\)$/.exec(expression);
  if (rate !== null) return readRate(rate, expression, owner);
  const cron = /^cron\((.+)\)$/.exec(expression);
  if (cron === null) throw refusal(owner, expression, 'which is neither a rate nor a cron expression');
  return readCron(cron[1] ?? '', timeZone, owner);
}

/** Ticks fall on multiples of the rate since the epoch, so that every run of the stack has the same ones. */
function readRate(
  [, count = '', unit = '', plural]: RegExpExecArray,
  expression: string,
  owner: string,
): Recurrence {
  const value = Number(count);
  if (value === 0 || (value === 1) !== (plural === '')) {
    throw refusal(owner, expression, 'which EventBridge refuses: one minute, but several minutes');
  }
  const period = value * (unitMs.get(unit) ?? 0);
  return { kind: 'rate', nextAfter: (instant) => Math.floor(instant / period) * period + period };
}

function readCron(fields: string, timeZone: string, owner: string): Recurrence {
  const wallClock = new Cron(toCronerPattern(fields, owner), {
    mode: '7-part',
    timezone: 'UTC',
    alternativeWeekdays: true,
    paused: true,
  });
  const zone = readTimeZone(timeZone, owner);
  // Occurrences are sought on the wall clock and then placed in time: a wall time that a clock change leaves out is
  // skipped, one that it brings twice happens once, as Scheduler does.
  const nextAfter = (instant: number): number | undefined => {
    let wall = zone.wallOf(instant) - 2 * hour;
    for (;;) {
      const next = wallClock.nextRun(new Date(wall))?.getTime();
      if (next === undefined) return undefined;
      const placed = zone.instantOf(next);
      if (placed !== undefined && placed > instant) return placed;
      wall = next;
    }
  };
  return { kind: 'cron', nextAfter };
}

interface FieldRule {
  name: string;
  pattern: RegExp;
  maximum: number;
}

const word = (part: string) =>
  new RegExp(`^(?:\\*|${part}(?:-${part})?)(?:/\\d+)?(?:,(?:${part}(?:-${part})?)(?:/\\d+)?)*$`);
const number = '\\d+';
const fieldRules: FieldRule[] = [
  { name: 'minutes', pattern: word(number), maximum: 59 },
  { name: 'hours', pattern: word(number), maximum: 23 },
  { name: 'day of month', pattern: word(number), maximum: 31 },
  { name: 'month', pattern: word(`(?:${number}|[A-Z]{3})`), maximum: 12 },
  { name: 'day of week', pattern: word(`(?:[1-7]|[A-Z]{3})`), maximum: 7 },
  { name: 'year', pattern: word(number), maximum: 2199 },
];

/** AWS's six fields in croner's seven; what the two could understand differently is refused. */
function toCronerPattern(fields: string, owner: string): string {
  const expression = `cron(${fields})`;
  const parts = fields.split(' ');
  if (parts.length !== 6) throw refusal(owner, expression, 'which has not six fields');
  if ((parts[2] === '?') === (parts[4] === '?')) {
    throw refusal(
      owner,
      expression,
      'in which not exactly one of day of month and day of week is a question mark',
    );
  }
  const converted = parts.map((part, position) => {
    const rule = fieldRules[position];
    const value = part === '?' && (position === 2 || position === 4) ? '*' : part;
    if (rule === undefined || !rule.pattern.test(value)) {
      throw refusal(owner, expression, `whose ${rule?.name} the local stack cannot express exactly`);
    }
    // AWS counts `5/15` from 5 to the end of the range, croner wants the range written out
    return value.replaceAll(/(^|,)([A-Z0-9]+)\/(\d+)/g, `$1$2-${rule.maximum}/$3`);
  });
  const pattern = `0 ${converted.join(' ')}`;
  try {
    new Cron(pattern, { mode: '7-part', alternativeWeekdays: true, paused: true });
  } catch (error) {
    throw refusal(
      owner,
      expression,
      `which cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
  return pattern;
}

function readTimeZone(timeZone: string, owner: string) {
  const format = formatterFor(timeZone, owner);
  const wallOf = (instant: number): number => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
    return Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
  };
  const instantOf = (wall: number): number | undefined => {
    const offsets = [wall - 24 * hour, wall + 24 * hour].map(
      (near) => wallOf(near) - Math.floor(near / 1000) * 1000,
    );
    const candidates = offsets
      .map((offset) => wall - offset)
      .filter((candidate) => wallOf(candidate) === wall);
    return candidates.length === 0 ? undefined : Math.min(...candidates);
  };
  return timeZone === 'UTC'
    ? { wallOf: (at: number) => at, instantOf: (at: number) => at }
    : { wallOf, instantOf };
}

function formatterFor(timeZone: string, owner: string): Intl.DateTimeFormat {
  const numeric = 'numeric';
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  } catch {
    throw new StackError(`${owner} has the time zone ${timeZone}, which is unknown.`);
  }
}

function refusal(owner: string, expression: string, why: string): StackError {
  return new StackError(`${owner} runs by ${expression}, ${why}.`);
}
