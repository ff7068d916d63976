import { explainDeadline } from '../explain-deadline.ts';
import type { NoticeKind, NoticeOwed } from '../notices.ts';
import type { Obligation } from '../obligations.ts';
import type { TextRef } from '../text.ts';
import { tasks } from './tasks.ts';

/** What notices to residents are put together from. */

export const findings = {
  upheld: 'We uphold this.',
  'partly-upheld': 'We uphold this in part.',
  'not-upheld': 'We do not uphold this.',
};

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

/** What we owe, each with the sentence that says by when and why. */
export function listPromises(obligations: readonly Obligation[]): Record<string, string> {
  const promises = obligations.map((each) => ({
    values: { task: tasks[each.kind].resident, explanation: explainDeadline(each) },
    texts: {},
  }));
  return list('promises', promises).values;
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
