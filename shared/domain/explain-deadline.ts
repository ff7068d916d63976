import { type CivilDate, describeDate } from './civil-date.ts';
import type { ClockStart, CountedDerivation, Deadline } from './deadline.ts';
import { sayLength } from './limit.ts';
import { londonDateOf, londonTimeOf } from './london-time.ts';

/** Staff read the clause and the versions too, by which a date can be worked out again. */
export type Reader = 'resident' | 'staff';

type Counted = Omit<CountedDerivation, 'original'>;

/**
 * One plain-English sentence: the date, the rule, the start, each day not counted by name, and what was put off.
 *
 * @param deadline with `projected: false` where its clock can no longer start sooner
 */
export function explainDeadline(
  { dueOn, dueAt, derivation, projected }: Deadline & { projected?: boolean },
  reader: Reader = 'resident',
): string {
  if ('promisedOn' in derivation) {
    const { promisedOn, setBy, lastDayFor } = derivation;
    if (lastDayFor)
      return `${describeDate(dueOn)} is the last day on which the ${sayGiven[lastDayFor]} is in time.`;
    if (setBy)
      return `${describeDate(dueOn)} is the day that the ${setBy} set on ${describeDate(promisedOn)}.`;
    const basis = reader === 'staff' ? `, under ${derivation.clause} of the Code` : '';
    return `${describeDate(dueOn)} is the day we promised on ${describeDate(promisedOn)}${basis}.`;
  }
  const { original, countedFrom, startOn } = derivation;
  const due = dueAt ? `${londonTimeOf(dueAt)} on ${describeDate(londonDateOf(dueAt))}` : describeDate(dueOn);
  const date = `${due} is ${sayRule(dueOn, derivation, reader)}${sayNotCounted(derivation)}`;
  const before = original
    ? `; ${describeDate(startOn)} was ${sayRule(startOn, original, reader)}${sayNotCounted(original)}`
    : '';
  const early =
    countedFrom === 'last-acknowledgement-day' && projected !== false
      ? '; if we acknowledge it sooner, this date comes forward'
      : '';
  const basis = reader === 'staff' ? `; ${sayBasis(derivation)}` : '';
  return `${date}${before}${early}${sayProvisional(derivation)}${basis}.`;
}

const sayGiven = { letter: 'letter', phone: 'call' };

const startPhrases: Record<ClockStart, (complaint: string, reader: Reader) => string> = {
  receipt: (complaint) => `the day we received ${complaint}`,
  acknowledgement: (complaint) => `the day we acknowledged ${complaint}`,
  'last-acknowledgement-day': () => 'the last day for our acknowledgement',
  'original-due-date': () => 'the date we had given before',
  'escalation-request': () => 'the day stage 2 was asked for',
  'escalation-acknowledgement': () => 'the day we acknowledged the request for stage 2',
  reopening: (complaint) => `the day we opened ${complaint} again`,
  acceptance: (complaint) => `the day we took ${complaint} on after all`,
  question: () => 'the day the question was asked',
  message: () => 'the day the message came',
  'last-update': () => 'the day of our last update',
  'failed-notice': () => 'the day a message of ours did not arrive',
  'dates-changed': () => 'the day a date of ours changed',
  claim: () => 'the day the claim was made',
  exclusion: () => 'the day we decided on it',
  'offer-accepted': () => 'the day our offer was accepted',
  answer: () => 'the day of our answer',
  agreement: () => 'the day it was agreed',
  review: () => 'the day it was last reviewed',
  'choice-to-complain': () => 'the day somebody chose to complain',
  'first-contact': (_, reader) => `the day ${reader === 'resident' ? 'you' : 'they'} first asked`,
  'parties-changed': (complaint) => `the day the people in ${complaint} changed`,
  letter: () => 'the day it was written',
};

/** `10 working days after Tuesday 10 March 2026, the day we received your complaint` */
function sayRule(dueOn: CivilDate, derivation: Counted, reader: Reader): string {
  const { countedTo } = derivation;
  const rule = `${sayLength(derivation)} ${sayStart(derivation, reader)}`;
  if (!countedTo) return rule;
  const side = countedTo < dueOn ? 'first working day after' : 'last working day before';
  return `the ${side} ${describeDate(countedTo)}, which is ${rule}`;
}

function sayStart({ countedFrom, startOn, startAt, startDay, from, afterHours }: Counted, reader: Reader) {
  const phrase = startPhrases[countedFrom](
    reader === 'resident' ? 'your complaint' : 'the complaint',
    reader,
  );
  const closed = afterHours ? ' after our offices had closed' : '';
  const start = `${describeDate(startOn)}, ${phrase}${closed}`;
  if (startAt) return `after ${londonTimeOf(startAt)} on ${start}`;
  const counting = startDay === 'day-one' ? ', counting that day' : '';
  return from
    ? `after ${describeDate(from)}${counting}, the first working day after ${start}`
    : `after ${start}${counting}`;
}

function sayNotCounted({ unit, countedTo, skipped }: Counted): string {
  if (unit !== 'working-days' && !countedTo) return '';
  const named = skipped.map(({ on, name, closure }) => {
    const day = describeDate(on, 'short');
    return closure ? `${name} (${day}, when our offices are closed)` : `${name} (${day})`;
  });
  return `, not counting ${listInWords(['weekends', ...named])}`;
}

function sayProvisional({ beyondHorizon, countedFrom }: Counted): string {
  if (!beyondHorizon) return '';
  const unknown = '; bank holidays that far ahead are not published yet';
  return countedFrom === 'original-due-date'
    ? unknown
    : `${unknown}, so this date is provisional and may move later`;
}

function sayBasis({ clause, source, policy, calendarVersion }: Counted): string {
  const from = describeDate(policy.effectiveFrom);
  const rules = {
    landlord: `as the policy in force from ${from} says under ${clause} of the Code`,
    code: `as ${clause} of the Code says, where the policy in force from ${from} is silent`,
    practice: `as is our practice under ${clause} of the Code with the policy in force from ${from}`,
  };
  return `${rules[source]}, by calendar version ${calendarVersion}`;
}

function listInWords(items: string[]): string {
  const last = items.at(-1) ?? '';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${last}` : last;
}
