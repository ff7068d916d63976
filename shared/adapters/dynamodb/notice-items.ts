import { complaintsTable, noticeDuePartition } from '../../contracts/names.ts';
import { addMinutes } from '../../domain/london-time.ts';
import type { Reference } from '../../domain/reference.ts';
import { type Notice, noticeSchema } from '../../domain/sending.ts';
import type { NoticeKey } from '../../ports/complaint-store.ts';
import {
  complaintPartition,
  dueSortKey,
  type Item,
  keyOf,
  pick,
  referenceOf,
  schemaVersion,
  shardOf,
  toEpochSeconds,
} from './item.ts';

/** What notices look like in the table, both ways. */

export const noticePrefix = 'NOTICE#';
export const noticeKey = ({ complaint, id }: NoticeKey) => ({
  pk: complaintPartition(complaint),
  sk: `${noticePrefix}${id}`,
});

/** Anybody can ask for a link to any reference, so that what is asked does not stay. */
const linkRequestKeptMinutes = 24 * 60;

export function toNoticeItem(notice: Notice): Item {
  const key = noticeKey(notice);
  const { wakeAt, lane, complaint, kind, owedAt } = notice;
  return {
    ...key,
    schemaVersion,
    ...notice,
    ...(wakeAt && { duePk: noticeDuePartition(lane, shardOf(complaint)), dueSk: dueSortKey(wakeAt, key) }),
    ...(kind === 'access-link' && {
      [complaintsTable.timeToLive]: toEpochSeconds(addMinutes(owedAt, linkRequestKeptMinutes)),
    }),
  };
}

const noticeAttributes = Object.keys(noticeSchema.shape);

export function fromNoticeItem(item: Item): Notice {
  return noticeSchema.parse(pick(item, noticeAttributes));
}

/** The notice that an entry of the `due` index points to. */
export function noticeKeyOf(item: Item): { complaint: Reference; id: string } {
  return { complaint: referenceOf(item), id: keyOf(item).sk.slice(noticePrefix.length) };
}
