import * as z from 'zod/mini';
import { byHandPartition, complaintsTable, noticeDuePartition } from '../../contracts/names.ts';
import { instantSchema } from '../../domain/instant.ts';
import { addMinutes } from '../../domain/london-time.ts';
import { nameOwner, ownerNamed } from '../../domain/notice-owner.ts';
import { dutyOf, type Notice, noticeSchema, queueOf } from '../../domain/stored-notice.ts';
import { placeByHand } from '../../ports/by-hand.ts';
import type { NoticeKey, QueuedNotice } from '../../ports/complaint-store.ts';
import { type Item, keyOf, pick, schemaVersion, toEpochSeconds } from './item.ts';

/** What notices look like in the table, both ways. */

export const noticePrefix = 'NOTICE#';
export const noticeKey = ({ owner, id }: NoticeKey) => ({ pk: nameOwner(owner), sk: `${noticePrefix}${id}` });

/** Anybody can ask for a link to any reference, so that what is asked does not stay. */
const linkRequestKeptMinutes = 24 * 60;

/** The owner is in the key and nowhere else. */
export function toNoticeItem(notice: Notice): Item {
  const { owner, ...rest } = notice;
  const { kind, owedAt } = notice;
  return {
    ...noticeKey(notice),
    schemaVersion,
    ...rest,
    ...whereItWaits(notice),
    ...(kind === 'access-link' && {
      [complaintsTable.timeToLive]: toEpochSeconds(addMinutes(owedAt, linkRequestKeptMinutes)),
    }),
  };
}

/** Its duty and its age stand in the index, so that the order of sending is known without a read of each notice. */
function whereItWaits(notice: Notice): Item {
  const { wakeAt, owedAt, byHand } = notice;
  const place = placeByHand(notice);
  if (byHand && place) return { duePk: byHandPartition(byHand.landlord), dueSk: place };
  const queue = queueOf(notice);
  if (!queue) return {};
  const { pk, sk } = noticeKey(notice);
  return { duePk: noticeDuePartition(queue), dueSk: [wakeAt, dutyOf(notice), owedAt, pk, sk].join('#') };
}

const noticeAttributes = Object.keys(noticeSchema.shape);

export function fromNoticeItem(item: Item): Notice {
  const { owner } = noticeKeyOf(item);
  return noticeSchema.parse({ ...pick(item, noticeAttributes), owner });
}

const queuedEntry = z.object({ wakeAt: instantSchema, duty: z.string(), owedAt: instantSchema });

/** What an entry of the `due` index says of the notice that it points to. */
export function fromQueueEntry(entry: Item): QueuedNotice {
  const [wakeAt, duty, owedAt] = z.string().parse(entry.dueSk).split('#', 3);
  return { key: noticeKeyOf(entry), ...queuedEntry.parse({ wakeAt, duty, owedAt }) };
}

/** The notice that an entry of the `due` index points to. */
export function noticeKeyOf(item: Item): NoticeKey {
  const { pk, sk } = keyOf(item);
  return { owner: ownerNamed(pk), id: sk.slice(noticePrefix.length) };
}
