import type { Instant } from '../../domain/london-time.ts';
import type { BegunComplaint } from '../../ports/complaint-store.ts';
import type { TimelineEntry } from '../../ports/timeline.ts';
import type { ComplaintsTable } from './complaints-table.ts';
import { toPersonalItems, toStateItem, toTextItem, toTimelineItem } from './items.ts';
import { toNoticeItem } from './notice-items.ts';
import { toMembershipItems } from './record-items.ts';
import type { Write } from './write.ts';

/** @param timeline name of its table */
export function appendEntry(timeline: string, entry: TimelineEntry): Write {
  return {
    Put: {
      TableName: timeline,
      Item: toTimelineItem(entry),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** Everything that a complaint is when it begins, be it by itself or with what it comes of. */
export function beginComplaint(
  table: ComplaintsTable,
  timeline: string,
  { stored, personal, texts, entries, notices, joins, wakeAt }: BegunComplaint,
  at: Instant,
): Write[] {
  const { reference, landlord } = stored.complaint;
  return [
    table.putNew(toStateItem(stored, wakeAt, at)),
    ...toPersonalItems(reference, landlord, personal).map((item) => table.put(item)),
    ...texts.map((text) => table.putNew(toTextItem(reference, text))),
    ...entries.map((entry) => appendEntry(timeline, entry)),
    ...notices.map((notice) => table.putNew(toNoticeItem(notice))),
    ...toMembershipItems(stored.complaint, joins).map((item) => table.put(item)),
  ];
}
