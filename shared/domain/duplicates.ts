import type { CivilDate } from './civil-date.ts';
import type { Reference } from './reference.ts';
import type { Category } from './risks.ts';

/** In what two complaints can be the same, the surest first. */
export const samenesses = ['person', 'property', 'subject'] as const;
export type Sameness = (typeof samenesses)[number];

/** What a complaint is about, as far as it is known. */
export interface Subject {
  category?: Category | undefined;
  description: string;
}

/** What is compared of a complaint. */
export interface Compared extends Subject {
  reference: Reference;
  receivedOn: CivilDate;
  resident?: string | undefined;
  property?: string | undefined;
}

const enoughWords = 3;
const enoughOverlap = 0.5;

/** By the categories where both have one, otherwise by the words that both use: a hint to a person, never a decision. */
export function isSameSubject(one: Subject, other: Subject): boolean {
  if (one.category && other.category) return one.category === other.category;
  const [words, others] = [tellingWords(one.description), tellingWords(other.description)];
  const shared = [...words].filter((word) => others.has(word)).length;
  const all = words.size + others.size - shared;
  return shared >= enoughWords || (shared > 0 && shared / all >= enoughOverlap);
}

/** In what one complaint is the same as another. */
export function samenessOf(one: Compared, other: Compared): Sameness[] {
  const isSame: Record<Sameness, boolean> = {
    person: one.resident !== undefined && one.resident === other.resident,
    property: one.property !== undefined && one.property === other.property,
    subject: isSameSubject(one, other),
  };
  return samenesses.filter((each) => isSame[each]);
}

/** So that two samenesses weigh more than any one. */
const weights: Record<Sameness, number> = { person: 4, property: 3, subject: 2 };

/** Orders suggestions: the same in most first, then by the surest sameness, then the newest. */
export function byLikelihood(
  one: { same: readonly Sameness[]; receivedOn: CivilDate },
  other: { same: readonly Sameness[]; receivedOn: CivilDate },
): number {
  const weigh = (same: readonly Sameness[]) => same.reduce((sum, each) => sum + weights[each], 0);
  return weigh(other.same) - weigh(one.same) || (one.receivedOn < other.receivedOn ? 1 : -1);
}

/** Words that tell something: short ones are in every complaint. */
function tellingWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{5,}/gu));
}
