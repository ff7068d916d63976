import { byHandPartition, noticeDuePartition } from '../../contracts/names.ts';
import type { NoticeOwner } from '../../domain/notice-owner.ts';
import type { Notice } from '../../domain/stored-notice.ts';
import type { ComplaintStore, NoticedEnquiry } from '../../ports/complaint-store.ts';
import { toLinkItem } from './access-items.ts';
import type { ComplaintsTable } from './complaints-table.ts';
import { enquiryKey, enquiryTextKey, fromEnquiryItem, fromEnquiryTextItem } from './enquiry-items.ts';
import { complaintPartition, type Item, type Key, keyOf } from './item.ts';
import { fromPersonalItem, fromStateItem, fromTextItem, personalKey, stateKey, textKey } from './items.ts';
import { fromNoticeItem, fromQueueEntry, noticeKey, noticePrefix, toNoticeItem } from './notice-items.ts';
import { countMail, toSlotItem } from './pace-items.ts';
import { fromPersonItem, personKey } from './staff-items.ts';
import type { Write } from './write.ts';

type Notices = Pick<
  ComplaintStore,
  | 'queue'
  | 'byHand'
  | 'notices'
  | 'readNotice'
  | 'loadNotice'
  | 'readNamed'
  | 'saveNotice'
  | 'claimNotice'
  | 'setNoticeAside'
  | 'oweAlone'
>;

/** Puts the next change to a notice in the place of the one before it. */
export function putNotice(table: ComplaintsTable, notice: Notice): Write {
  return table.put(toNoticeItem(notice), 'revision = :before', { ':before': notice.revision - 1 });
}

const noComplaint = { stored: undefined, personal: undefined };

/** Where the state of whatever owns a notice stands, and the words kept apart from it. */
function keysOf(owner: NoticeOwner): Key[] {
  switch (owner.type) {
    case 'complaint':
      return [stateKey(owner.reference), personalKey(owner.reference)];
    case 'enquiry':
      return [enquiryKey(owner.reference), enquiryTextKey(owner.reference)];
    case 'landlord':
    case 'staff':
      return [];
  }
}

function enquiryOf(state: Item | undefined, personal: Item | undefined): NoticedEnquiry | undefined {
  return state && { enquiry: fromEnquiryItem(state), personal: personal && fromEnquiryTextItem(personal) };
}

/** Notices on their way, and what sending them needs. */
export function storeNotices(table: ComplaintsTable): Notices {
  return {
    async *queue(queue, until) {
      for await (const entry of table.due(noticeDuePartition(queue), until)) yield fromQueueEntry(entry);
    },

    async byHand({ landlord, after, limit }) {
      // One more than is shown tells whether there is more.
      const entries = table.dueAfter(byHandPartition(landlord), after, limit + 1);
      const found: Item[] = [];
      for await (const entry of entries) {
        found.push(entry);
        if (found.length > limit) break;
      }
      const shown = found.slice(0, limit);
      const find = await table.getAll(shown.map(keyOf));
      // An entry of the index may be behind its notice.
      const notices = shown.map((entry) => ({ item: find(keyOf(entry)), after: String(entry.dueSk) }));
      return {
        waiting: notices.flatMap(({ item, after }) =>
          item ? [{ notice: fromNoticeItem(item), after }] : [],
        ),
        more: found.length > limit,
      };
    },

    async notices(reference) {
      const items = table.queryPrefix(complaintPartition(reference), noticePrefix);
      return (await Array.fromAsync(items)).map(fromNoticeItem);
    },

    async readNotice(key) {
      const item = await table.get(noticeKey(key));
      return item && fromNoticeItem(item);
    },

    async loadNotice(key) {
      const { owner } = key;
      const keys = [noticeKey(key), ...keysOf(owner)];
      const [item, state, personal] = keys.map(await table.getAll(keys));
      if (!item) return undefined;
      const notice = fromNoticeItem(item);
      if (owner.type === 'enquiry') return { ...noComplaint, notice, enquiry: enquiryOf(state, personal) };
      return {
        notice,
        stored: state && fromStateItem(state),
        personal: personal && fromPersonalItem(personal),
      };
    },

    async readNamed(complaint, named) {
      const textKeys = named.texts.map((id) => textKey(complaint, id));
      const personKeys = [...new Set(named.people)].map(personKey);
      const find = await table.getAll([...textKeys, ...personKeys]);
      const texts = textKeys.map(find).filter((item) => item !== undefined);
      const people = personKeys.map(find).filter((item) => item !== undefined);
      return {
        texts: new Map(texts.map(fromTextItem).map(({ id, text }) => [id, text])),
        people: people.map(fromPersonItem),
      };
    },

    async saveNotice(notice) {
      const failed = await table.write([putNotice(table, notice)]);
      return failed.length === 0 ? 'stored' : 'changed-meanwhile';
    },

    async claimNotice(notice, { complaintVersion, link, slot, caps, at }) {
      const { owner } = notice;
      const unchanged =
        owner.type === 'complaint' && complaintVersion !== undefined
          ? [table.check(stateKey(owner.reference), 'version = :version', { ':version': complaintVersion })]
          : [];
      const own = [putNotice(table, notice), ...unchanged, ...(link ? [table.putNew(toLinkItem(link))] : [])];
      const counted = caps.map((cap) => countMail(table, cap, at));
      const failed = await table.write([...own, ...counted, table.putNew(toSlotItem(slot))]);
      if (failed.length === 0) return 'stored';
      if (failed.some((index) => index < own.length)) return 'changed-meanwhile';
      const over = caps.filter((_, index) => failed.includes(own.length + index));
      return over.length > 0 ? { over } : 'slot-taken';
    },

    setNoticeAside: (key, queue, until) => table.moveDue(noticeKey(key), until, noticeDuePartition(queue)),

    async oweAlone(notice) {
      const failed = await table.write([table.putNew(toNoticeItem(notice))]);
      return failed.length === 0 ? 'stored' : 'there-already';
    },
  };
}
