import type { Instant } from '../../domain/london-time.ts';
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
