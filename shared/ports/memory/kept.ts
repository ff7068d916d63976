import type { Instant } from '../../domain/london-time.ts';
import type { Reference } from '../../domain/reference.ts';
import type { StoredComplaint } from '../complaint-store.ts';
import type { PersonalText, Text } from '../personal-text.ts';
import type { TimelineEntry } from '../timeline.ts';

/** What is kept in memory of one complaint. */
export interface Kept {
  stored: StoredComplaint;
  personal: PersonalText;
  texts: Map<string, Text>;
  entries: TimelineEntry[];
  dueAt: Instant | undefined;
}

export function dueInOrder<Item extends { dueAt: Instant | undefined }>(items: Item[], now: Instant): Item[] {
  const due = items.filter(({ dueAt }) => dueAt !== undefined && dueAt <= now);
  return due.sort((one, other) => ((one.dueAt ?? '') < (other.dueAt ?? '') ? -1 : 1));
}

/** A complaint or an enquiry as it stands among what is due, by its name. */
export function waitFor<Type extends 'complaint' | 'enquiry'>(
  type: Type,
  { reference, dueAt }: { reference: Reference; dueAt: Instant | undefined },
) {
  return { name: reference as string, work: { type, reference }, dueAt };
}

export function byId(texts: readonly Text[]): Map<string, Text> {
  return new Map(structuredClone(texts.map((text): [string, Text] => [text.id, text])));
}
