import { isOnWorklist } from '../../domain/complaint.ts';
import type { Instant } from '../../domain/london-time.ts';
import type { Reference } from '../../domain/reference.ts';
import type { BegunComplaint, ComplaintChange, ComplaintStore, DueWork } from '../complaint-store.ts';
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
  const fits = (kept: Kept, { expectedVersion, texts, newNotices, changedNotice, raised }: ComplaintChange) =>
    kept.stored.version === expectedVersion &&
    !texts.some(({ id }) => kept.texts.has(id)) &&
    !newNotices.some(notices.has) &&
    (!changedNotice || notices.follows(changedNotice)) &&
    !(raised && complaints.has(raised.stored.complaint.reference));

  const fitting = (change: ComplaintChange) => {
    const kept = complaints.get(change.stored.complaint.reference);
    return kept && fits(kept, change) ? kept : undefined;
  };
  const begin = ({ stored, personal, texts, entries, notices: owed, wakeAt }: BegunComplaint) => {
    complaints.set(stored.complaint.reference, {
      ...structuredClone({ stored, personal, entries, texts: byId(texts) }),
      dueAt: wakeAt,
    });
    for (const notice of owed) notices.keep(notice);
  };

  return {
    ...notices.store,

    async receive({ at, answer, ...complaint }) {
      if (answer && answers.find(answer, at)) return 'key-taken';
      if (complaints.has(complaint.stored.complaint.reference)) return 'reference-taken';
      begin(complaint);
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
      const { stored, personal, texts, entries, newNotices, changedNotice, raised, wakeAt, at, answer } =
        change;
      if (answer && answers.find(answer, at)) return 'key-taken';
      const kept = fitting(change);
      if (!kept) return 'changed-meanwhile';
      kept.stored = structuredClone(stored);
      kept.personal = structuredClone(personal ?? kept.personal);
      for (const [id, text] of byId(texts)) kept.texts.set(id, text);
      kept.entries.push(...structuredClone(entries));
      kept.dueAt = wakeAt;
      for (const notice of [...newNotices, ...(changedNotice ? [changedNotice] : [])]) notices.keep(notice);
      if (raised) begin(raised);
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
      const wanted = all.filter((each) => each.landlord === landlord && isOnWorklist(each) === open);
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
