import { complaintsTable, noticeDuePartition } from '../../contracts/names.ts';
import { addMinutes } from '../../domain/london-time.ts';
import { nameOwner, ownerNamed } from '../../domain/notice-owner.ts';
import { type Notice, noticeSchema } from '../../domain/sending.ts';
import type { NoticeKey } from '../../ports/complaint-store.ts';
import { dueSortKey, type Item, keyOf, pick, schemaVersion, shardOf, toEpochSeconds } from './item.ts';

/** What notices look like in the table, both ways. */

export const noticePrefix = 'NOTICE#';
export const noticeKey = ({ owner, id }: NoticeKey) => ({ pk: nameOwner(owner), sk: `${noticePrefix}${id}` });

/** Anybody can ask for a link to any reference, so that what is asked does not stay. */
const linkRequestKeptMinutes = 24 * 60;

/** The owner is in the key and nowhere else. */
export function toNoticeItem({ owner, ...notice }: Notice): Item {
  const { id, wakeAt, lane, kind, owedAt } = notice;
  const key = noticeKey({ owner, id });
  return {
    ...key,
    schemaVersion,
    ...notice,
    ...(wakeAt && {
      duePk: noticeDuePartition(lane, shardOf(nameOwner(owner))),
      dueSk: dueSortKey(wakeAt, key),
    }),
    ...(kind === 'access-link' && {
      [complaintsTable.timeToLive]: toEpochSeconds(addMinutes(owedAt, linkRequestKeptMinutes)),
    }),
  };
}

const noticeAttributes = Object.keys(noticeSchema.shape);

export function fromNoticeItem(item: Item): Notice {
  const { owner } = noticeKeyOf(item);
  return noticeSchema.parse({ ...pick(item, noticeAttributes), owner });
}

/** The notice that an entry of the `due` index points to. */
export function noticeKeyOf(item: Item): NoticeKey {
  const { pk, sk } = keyOf(item);
  return { owner: ownerNamed(pk), id: sk.slice(noticePrefix.length) };
}
