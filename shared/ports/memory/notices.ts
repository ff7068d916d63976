import type { Instant } from '../../domain/london-time.ts';
import type { Reference } from '../../domain/reference.ts';
import type { Notice } from '../../domain/sending.ts';
import type { StaffId } from '../../domain/staff.ts';
import type { ComplaintStore, NoticeKey } from '../complaint-store.ts';
import type { Text } from '../personal-text.ts';
import type { StaffRegister } from '../staff-register.ts';
import type { MemoryLinks } from './access.ts';
import { dueInOrder, type Kept } from './kept.ts';

/** Notices are kept apart from their complaints, since a link can be asked for where there is no complaint. */
export interface KeptNotices {
  keep(notice: Notice): void;
  has(key: NoticeKey): boolean;
  /** whether the notice is the next change to what is kept */
  follows(notice: Notice): boolean;
  store: Pick<
    ComplaintStore,
    | 'dueNotices'
    | 'notices'
    | 'readNotice'
    | 'loadNotice'
    | 'readNamed'
    | 'saveNotice'
    | 'setNoticeAside'
    | 'requestLink'
  >;
}

interface Parts {
  complaints: ReadonlyMap<Reference, Kept>;
  shardOf: (reference: Reference) => number;
  register: Pick<StaffRegister, 'read'>;
  links: MemoryLinks;
}

export function keepNotices({ complaints, shardOf, register, links }: Parts): KeptNotices {
  const notices = new Map<string, { notice: Notice; dueAt: Instant | undefined }>();
  const nameOf = ({ complaint, id }: NoticeKey) => `${complaint}#${id}`;
  const find = (key: NoticeKey) => notices.get(nameOf(key));
  const keep = (notice: Notice) => {
    notices.set(nameOf(notice), { notice: structuredClone(notice), dueAt: notice.wakeAt });
  };
  const has = (key: NoticeKey) => notices.has(nameOf(key));
  const follows = (notice: Notice) => find(notice)?.notice.revision === notice.revision - 1;

  return {
    keep,
    has,
    follows,
    store: {
      async *dueNotices(lane, shard, now) {
        for (const { notice } of dueInOrder([...notices.values()], now)) {
          const { complaint, id } = notice;
          if (notice.lane === lane && shardOf(complaint) === shard) yield { complaint, id };
        }
      },

      async notices(reference) {
        const all = [...notices.values()].map(({ notice }) => notice);
        const own = structuredClone(all.filter(({ complaint }) => complaint === reference));
        return own.sort((one, other) => (one.id < other.id ? -1 : 1));
      },

      async readNotice(key) {
        return structuredClone(find(key)?.notice);
      },

      async loadNotice(key) {
        const notice = find(key)?.notice;
        const { stored, personal } = complaints.get(key.complaint) ?? {};
        return notice && structuredClone({ notice, stored, personal });
      },

      async readNamed(complaint, named) {
        const kept = complaints.get(complaint)?.texts ?? new Map<string, Text>();
        const texts = named.texts.map((id) => kept.get(id)).filter((text) => text !== undefined);
        return {
          texts: new Map(texts.map(({ id, text }) => [id, text])),
          people: await readPeople(register, named.people),
        };
      },

      async saveNotice(notice, complaintVersion, link) {
        if (!follows(notice)) return 'changed-meanwhile';
        const version = complaints.get(notice.complaint)?.stored.version;
        if (complaintVersion !== undefined && version !== complaintVersion) return 'changed-meanwhile';
        keep(notice);
        if (link) links.set(link.hash, structuredClone(link));
        return 'stored';
      },

      async setNoticeAside(key, until) {
        const kept = find(key);
        if (kept?.dueAt) kept.dueAt = until;
      },

      async requestLink(notice) {
        if (has(notice)) return 'there-already';
        keep(notice);
        return 'stored';
      },
    },
  };
}

export async function readPeople(register: Pick<StaffRegister, 'read'>, ids: readonly StaffId[]) {
  const people = await Promise.all([...new Set(ids)].map((id) => register.read(id)));
  return people.filter((person) => person !== undefined);
}
