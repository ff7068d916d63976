import { timelineSortKey, toTimelineItem } from '../../shared/adapters/dynamodb/items.ts';
import type { TimelineEntry } from '../../shared/ports/timeline.ts';

interface StreamRecord {
  eventName: string;
  dynamodb: { SequenceNumber: string; Keys: unknown; NewImage?: unknown };
}

/** The record that the timeline's stream has of an entry, with its position in the stream. */
export function recordOf(entry: TimelineEntry, position: number): StreamRecord {
  return {
    eventName: 'INSERT',
    dynamodb: {
      SequenceNumber: `${1000 + position}`,
      Keys: { pk: { S: entry.reference }, sk: { S: timelineSortKey(entry.seq) } },
      NewImage: toAttributes(toTimelineItem(entry)).M,
    },
  };
}

/** A value as DynamoDB writes it. */
function toAttributes(value: unknown): { M?: unknown } {
  const written: Record<string, () => object> = {
    string: () => ({ S: value }),
    number: () => ({ N: String(value) }),
    boolean: () => ({ BOOL: value }),
    object: () => {
      if (Array.isArray(value)) return { L: value.map(toAttributes) };
      const members = Object.entries(value as object).filter(([, each]) => each !== undefined);
      return { M: Object.fromEntries(members.map(([name, each]) => [name, toAttributes(each)])) };
    },
  };
  return written[typeof value]?.() ?? { NULL: true };
}
