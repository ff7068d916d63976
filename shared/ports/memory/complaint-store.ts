import type { Instant } from '../../domain/london-time.ts';
import type { Reference } from '../../domain/reference.ts';
import { isActive } from '../../domain/statuses.ts';
import type { ComplaintChange, ComplaintStore, DueWork } from '../complaint-store.ts';
import type { Text } from '../personal-text.ts';
import type { StaffRegister } from '../staff-register.ts';
import { toWorklistItem } from '../worklist.ts';
import type { MemoryLinks } from './access.ts';
import { createMemoryCalendarArchive, type MemoryCalendarArchive } from './calendar-archive.ts';
import { dueInOrder, type Kept } from './kept.ts';
import { keepNotices, readPeople } from './notices.ts';
import { createMemoryStaffRegister } from './staff-register.ts';

/** What stands in the same table as complaints; a test leaves out what it does not ask for. */
interface Beside {
  register?: Pick<StaffRegister, 'read'>;
  links?: MemoryLinks;
  archive?: MemoryCalendarArchive;
}

/** The store in memory: the same promises as on DynamoDB, kept by the same suite. */
export function createMemoryStore(
  shardOf: (name: string) => number,
  {
    register = createMemoryStaffRegister(),
    links = new Map(),
    archive = createMemoryCalendarArchive(),
  }: Beside = {},
): ComplaintStore {
  const complaints = new Map<Reference, Kept>();
  const { answers } = archive;
  const notices = keepNotices({ complaints, shardOf, register, links });
  const fits = (kept: Kept, { expectedVersion, texts, newNotices, changedNotice }: ComplaintChange) =>
    kept.stored.version === expectedVersion &&
    !texts.some(({ id }) => kept.texts.has(id)) &&
    !newNotices.some(notices.has) &&
    (!changedNotice || notices.follows(changedNotice));

  return {
    ...notices.store,

    async receive({ stored, personal, texts, entries, notices: owed, wakeAt, at, answer }) {
      const { reference } = stored.complaint;
      if (answer && answers.find(answer, at)) return 'key-taken';
      if (complaints.has(reference)) return 'reference-taken';
      complaints.set(reference, {
        ...structuredClone({ stored, personal, entries, texts: byId(texts) }),
        dueAt: wakeAt,
      });
      for (const notice of owed) notices.keep(notice);
      answers.keep(answer);
      return 'stored';
    },

    async answerTo(key, now) {
      return answers.find(key, now);
    },

    async load(reference) {
      return structuredClone(complaints.get(reference)?.stored);
    },

    async loadForCommand({ reference, key, people }, now) {
      const kept = complaints.get(reference);
      return {
        ...structuredClone({ stored: kept?.stored, personal: kept?.personal }),
        answer: key && answers.find(key, now),
        people: await readPeople(register, people),
      };
    },

    async commit(change) {
      const { stored, personal, texts, entries, newNotices, changedNotice, wakeAt, at, answer } = change;
      if (answer && answers.find(answer, at)) return 'key-taken';
      const kept = complaints.get(stored.complaint.reference);
      if (!kept || !fits(kept, change)) return 'changed-meanwhile';
      kept.stored = structuredClone(stored);
      kept.personal = structuredClone(personal ?? kept.personal);
      for (const [id, text] of byId(texts)) kept.texts.set(id, text);
      kept.entries.push(...structuredClone(entries));
      kept.dueAt = wakeAt;
      for (const notice of [...newNotices, changedNotice]) if (notice) notices.keep(notice);
      answers.keep(answer);
      return 'stored';
    },

    async timeline(reference) {
      return structuredClone(complaints.get(reference)?.entries ?? []);
    },

    async readTexts(reference) {
      const texts = [...(complaints.get(reference)?.texts ?? [])];
      return new Map(texts.map(([id, { text }]) => [id, text]));
    },

    async worklist({ landlord, open, after = '', limit }) {
      const all = [...complaints.values()].map(({ stored }) => stored.complaint);
      const wanted = all.filter((each) => each.landlord === landlord && isActive(each.status) === open);
      const items = structuredClone(wanted.map(toWorklistItem)).filter((item) => item.after > after);
      items.sort((one, other) => (one.after < other.after ? -1 : 1));
      return { items: items.slice(0, limit), more: items.length > limit };
    },

    async *due(shard, now) {
      const waiting: { name: string; work: DueWork; dueAt: Instant | undefined }[] = [
        ...[...complaints].map(([reference, { dueAt }]) => ({
          name: reference,
          work: { type: 'complaint' as const, reference },
          dueAt,
        })),
        ...archive.waiting().map(({ landlord, dueAt }) => ({
          name: landlord,
          work: { type: 'calendar' as const, landlord },
          dueAt,
        })),
      ];
      for (const { name, work } of dueInOrder(waiting, now)) if (shardOf(name) === shard) yield work;
    },

    async setAside(reference, until) {
      const kept = complaints.get(reference);
      if (kept?.dueAt) kept.dueAt = until;
    },
  };
}

function byId(texts: readonly Text[]): Map<string, Text> {
  return new Map(structuredClone(texts.map((text): [string, Text] => [text.id, text])));
}
