import { type CivilDate, describeDate } from '../civil-date.ts';
import type { Deadline } from '../deadline.ts';
import { explainDeadline } from '../explain-deadline.ts';
import type { NoticeKind, NoticeOwed } from '../notices.ts';
import type { Obligation } from '../obligations.ts';
import type { Point } from '../points.ts';
import type { TextRef } from '../text.ts';
import { tasks } from './tasks.ts';

/** What notices to residents are put together from. */

type Finding = NonNullable<Point['finding']>;

/** The Code's word for a decision, what it means, and what it meant at the stage before. */
export const findings: Record<Finding, { said: string; means: string; meant: string }> = {
  upheld: { said: 'We uphold this.', means: 'That means that we agree with you.', meant: 'agreed with you' },
  'partly-upheld': {
    said: 'We uphold this in part.',
    means: 'That means that we agree with you in part.',
    meant: 'agreed with you in part',
  },
  'not-upheld': {
    said: 'We do not uphold this.',
    means: 'That means that we do not agree with you.',
    meant: 'did not agree with you',
  },
};

/** The Code's word first, and then what it means. */
export function sayFinding(finding: Finding | undefined): string {
  if (!finding) return '';
  const { said, means } = findings[finding];
  return `${said} ${means}`;
}

type Words = Pick<NoticeOwed, 'values' | 'tells'> & { texts?: Record<string, string> };

export function toResident(
  id: string,
  kind: NoticeKind,
  { values, tells, texts = {} }: Words,
  reason?: NoticeOwed['reason'],
): NoticeOwed {
  return {
    id,
    kind,
    lane: 'statutory',
    recipient: { type: 'complainant' },
    ...(reason && { reason }),
    ...(tells && { tells }),
    values,
    ...(Object.keys(texts).length > 0 && { texts }),
  };
}

/** The dates of obligations as a notice tells them. */
export function tell(obligations: readonly Pick<Obligation, 'id' | 'dueOn'>[]): Pick<NoticeOwed, 'tells'> {
  if (obligations.length === 0) return {};
  return { tells: obligations.map(({ id, dueOn }) => ({ obligation: id, dueOn })) };
}

/** What we owe, each by when, and why by then. */
export function listPromises(obligations: readonly Obligation[], today: CivilDate): Record<string, string> {
  const promises = obligations.map((each) => ({
    values: promise(tasks[each.kind].resident, each, today),
    texts: {},
  }));
  return list('promises', promises).values;
}

/** By when something is done; where that day has passed, that we are late. */
export function promise(
  task: string,
  deadline: Deadline & { projected?: boolean },
  today: CivilDate,
): { task: string; explanation: string } {
  const on = describeDate(deadline.dueOn);
  return deadline.dueOn < today
    ? {
        task: `${task} as soon as we can`,
        explanation: `We promised to do so by ${on}. We are late, and we are sorry.`,
      }
    : { task: `${task} by ${on}`, explanation: explainCount(deadline) };
}

/** How a date was counted. Of one that was promised as such a resident hears nothing more: the day of the promise looks like another date. */
export function explainCount(deadline: Deadline & { projected?: boolean }): string {
  return 'promisedOn' in deadline.derivation ? '' : explainDeadline(deadline);
}

/** `every 5 working days` */
export function sayInterval(workingDays: number): string {
  return workingDays === 1 ? 'every working day' : `every ${workingDays} working days`;
}

/** One of the parts that a template repeats. */
export interface Part {
  values: Record<string, string>;
  texts: Record<string, TextRef | undefined>;
}

/** Names the values of a repeated part of a template: `points.0.definition`. */
export function list(name: string, parts: readonly Part[]): Required<Pick<Words, 'values' | 'texts'>> {
  const values: Record<string, string> = {};
  const texts: Record<string, string> = {};
  parts.forEach((part, index) => {
    for (const [key, value] of Object.entries(part.values)) values[`${name}.${index}.${key}`] = value;
    for (const [key, id] of Object.entries(refs(part.texts))) texts[`${name}.${index}.${key}`] = id;
  });
  return { values, texts };
}

export function refs(texts: Record<string, TextRef | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => (text ? [[name, text.id]] : [])));
}
