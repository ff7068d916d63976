import type { Instant } from '../../domain/london-time.ts';
import { nameOwner } from '../../domain/notice-owner.ts';
import type { Reference } from '../../domain/reference.ts';
import { dutyOf, type Notice, queueOf } from '../../domain/stored-notice.ts';
import { placeByHand } from '../by-hand.ts';
import type { ComplaintStore, NoticeKey, QueuedNotice } from '../complaint-store.ts';
import type { Text } from '../personal-text.ts';
import type { StaffRegister } from '../staff-register.ts';
import type { MemoryLinks } from './access.ts';
import type { MemoryEnquiries } from './enquiries.ts';
import type { Kept } from './kept.ts';
import { keepPace } from './pace.ts';
import { readPeople } from './staff-register.ts';

/** Notices are kept apart from complaints: some belong to a landlord, and a link can be asked for where there is no complaint. */
export interface KeptNotices {
  keep(notice: Notice): void;
  has(key: NoticeKey): boolean;
  /** whether the notice is the next change to what is kept */
  follows(notice: Notice): boolean;
  store: Pick<
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
}

interface Parts {
  complaints: ReadonlyMap<Reference, Kept>;
  enquiries: Pick<MemoryEnquiries, 'find'>;
  register: Pick<StaffRegister, 'read'>;
  links: MemoryLinks;
}

export function keepNotices({ complaints, enquiries, register, links }: Parts): KeptNotices {
  const notices = new Map<string, { notice: Notice; dueAt: Instant | undefined }>();
  const pace = keepPace();
  const nameOf = ({ owner, id }: NoticeKey) => `${nameOwner(owner)}#${id}`;
  const find = (key: NoticeKey) => notices.get(nameOf(key));
  const keep = (notice: Notice) => {
    notices.set(nameOf(notice), { notice: structuredClone(notice), dueAt: notice.wakeAt });
  };
  const has = (key: NoticeKey) => notices.has(nameOf(key));
  const complaintOf = ({ owner }: NoticeKey) =>
    owner.type === 'complaint' ? complaints.get(owner.reference) : undefined;
  const follows = (notice: Notice) => find(notice)?.notice.revision === notice.revision - 1;

  return {
    keep,
    has,
    follows,
    store: {
      async *queue(queue, until) {
        const waiting = [...notices.values()].flatMap(({ notice, dueAt }) =>
          dueAt && queueOf(notice) === queue && !(until && dueAt > until) ? [hintAt(notice, dueAt)] : [],
        );
        yield* waiting.sort((one, other) => (sortKeyOf(one) < sortKeyOf(other) ? -1 : 1));
      },

      async byHand({ landlord, after = '', limit }) {
        const waiting = [...notices.values()].flatMap(({ notice }) => {
          const place = notice.byHand?.landlord === landlord ? placeByHand(notice) : undefined;
          return place && place > after ? [{ notice: structuredClone(notice), after: place }] : [];
        });
        waiting.sort((one, other) => (one.after < other.after ? -1 : 1));
        return { waiting: waiting.slice(0, limit), more: waiting.length > limit };
      },

      async notices(reference) {
        const name = nameOwner({ type: 'complaint', reference });
        const all = [...notices.values()].map(({ notice }) => notice);
        const own = structuredClone(all.filter(({ owner }) => nameOwner(owner) === name));
        return own.sort((one, other) => (one.id < other.id ? -1 : 1));
      },

      async readNotice(key) {
        return structuredClone(find(key)?.notice);
      },

      async loadNotice(key) {
        const notice = find(key)?.notice;
        const { stored, personal } = complaintOf(key) ?? {};
        const { owner } = key;
        const found = owner.type === 'enquiry' ? enquiries.find(owner.reference) : undefined;
        const enquiry = found && { enquiry: found.enquiry, personal: found.personal };
        return notice && structuredClone({ notice, stored, personal, ...(enquiry && { enquiry }) });
      },

      async readNamed(complaint, named) {
        const kept = complaints.get(complaint)?.texts ?? new Map<string, Text>();
        const texts = named.texts.map((id) => kept.get(id)).filter((text) => text !== undefined);
        return {
          texts: new Map(texts.map(({ id, text }) => [id, text])),
          people: await readPeople(register, named.people),
        };
      },

      async saveNotice(notice) {
        if (!follows(notice)) return 'changed-meanwhile';
        keep(notice);
        return 'stored';
      },

      async claimNotice(notice, { complaintVersion, link, slot, caps }) {
        const isAsRead =
          notice.owner.type !== 'complaint' ||
          complaintVersion === undefined ||
          complaintOf(notice)?.stored.version === complaintVersion;
        const isLinkNew = !link || !links.has(link.hash);
        if (!follows(notice) || !isAsRead || !isLinkNew) return 'changed-meanwhile';
        const refused = pace.take(slot, caps);
        if (refused) return refused;
        keep(notice);
        if (link) links.set(link.hash, structuredClone(link));
        return 'stored';
      },

      async setNoticeAside(key, queue, until) {
        const kept = find(key);
        if (kept?.dueAt && queueOf(kept.notice) === queue) kept.dueAt = until;
      },

      async oweAlone(notice) {
        if (has(notice)) return 'there-already';
        keep(notice);
        return 'stored';
      },
    },
  };
}

function hintAt(notice: Notice, wakeAt: Instant): QueuedNotice {
  const { owner, id, owedAt } = notice;
  return { key: { owner, id }, wakeAt, duty: dutyOf(notice), owedAt };
}

/** Of those due at one instant, the oldest duty comes first. */
function sortKeyOf({ key, wakeAt, duty, owedAt }: QueuedNotice): string {
  return [wakeAt, duty, owedAt, nameOwner(key.owner), key.id].join('#');
}
