import { isOnWorklist } from '../../domain/complaint.ts';
import type { Instant } from '../../domain/london-time.ts';
import type { Reference } from '../../domain/reference.ts';
import type {
  BegunComplaint,
  ChangedComplaint,
  ComplaintChange,
  ComplaintStore,
  DueWork,
  Joining,
} from '../complaint-store.ts';
import { asFindable, findableBy } from '../findable.ts';
import type { StaffRegister } from '../staff-register.ts';
import { toWorklistItem } from '../worklist.ts';
import type { MemoryLinks } from './access.ts';
import { createMemoryCalendarArchive, type MemoryCalendarArchive } from './calendar-archive.ts';
import { createMemoryEnquiries, type MemoryEnquiries } from './enquiries.ts';
import { byId, dueInOrder, type Kept, waitFor } from './kept.ts';
import { keepNotices } from './notices.ts';
import { createMemoryRecords, type MemoryRecords } from './records.ts';
import { createMemoryStaffRegister, readPeople } from './staff-register.ts';

/** What stands in the same table as complaints; a test leaves out what it does not ask for. */
interface Beside {
  register?: Pick<StaffRegister, 'read'>;
  links?: MemoryLinks;
  archive?: MemoryCalendarArchive;
  records?: MemoryRecords;
  enquiries?: MemoryEnquiries;
}

/** The store in memory: the same promises as on DynamoDB, kept by the same suite. */
export function createMemoryStore(
  shardOf: (name: string) => number,
  {
    register = createMemoryStaffRegister(),
    links = new Map(),
    archive = createMemoryCalendarArchive(),
    records = createMemoryRecords(),
    enquiries = createMemoryEnquiries(),
  }: Beside = {},
): ComplaintStore {
  const complaints = new Map<Reference, Kept>();
  const imported = new Map<string, Reference>();
  const { answers } = archive;
  const notices = keepNotices({ complaints, enquiries, register, links });
  const fitting = ({ expectedVersion, stored, texts, newNotices }: ChangedComplaint) => {
    const kept = complaints.get(stored.complaint.reference);
    const fits =
      kept?.stored.version === expectedVersion &&
      !texts.some(({ id }) => kept.texts.has(id)) &&
      !newNotices.some(notices.has);
    return fits ? kept : undefined;
  };
  const restFits = ({ changedNotices = [], raised, other }: ComplaintChange) =>
    changedNotices.every(notices.follows) &&
    !(raised && complaints.has(raised.stored.complaint.reference)) &&
    (!other || fitting(other) !== undefined);
  const change = (kept: Kept, { stored, texts, entries, newNotices, wakeAt }: ChangedComplaint) => {
    kept.stored = structuredClone(stored);
    for (const [id, text] of byId(texts)) kept.texts.set(id, text);
    kept.entries.push(...structuredClone(entries));
    kept.dueAt = wakeAt;
    for (const notice of newNotices) notices.keep(notice);
  };
  const begin = ({ stored, personal, texts, entries, notices: owed, joins, wakeAt }: BegunComplaint) => {
    complaints.set(stored.complaint.reference, {
      ...structuredClone({ stored, personal, entries, texts: byId(texts) }),
      dueAt: wakeAt,
    });
    for (const notice of owed) notices.keep(notice);
    records.join(stored.complaint, joins);
  };
  const apply = (kept: Kept, committed: ComplaintChange) => {
    const { stored, personal, changedNotices = [], raised, other, joins } = committed;
    const keptOther = other && fitting(other);
    change(kept, committed);
    if (personal) kept.personal = structuredClone(personal);
    for (const notice of changedNotices) notices.keep(notice);
    records.join(stored.complaint, joins);
    if (keptOther) change(keptOther, other);
    if (raised) begin(raised);
  };
  const unsafeTo = (landlord: string, ...joins: (Pick<Joining, 'whileSafe'> | undefined)[]) => {
    const unsafe = records.unsafeOf(landlord, [...new Set(joins.flatMap((each) => each?.whileSafe ?? []))]);
    return unsafe.length > 0 ? { unsafe } : undefined;
  };
  enquiries.share({
    register,
    answers,
    notices,
    hasComplaint: (named) => complaints.has(named),
    unsafeTo,
    begin,
  });

  return {
    ...notices.store,

    async receive({ at, answer, importedAs, ...complaint }) {
      const { reference, landlord } = complaint.stored.complaint;
      if (answer && answers.find(answer, at)) return 'key-taken';
      if (importedAs && imported.has(`${landlord}#${importedAs}`)) return 'imported-already';
      if (complaints.has(reference)) return 'reference-taken';
      const unsafe = unsafeTo(landlord, complaint.joins);
      if (unsafe) return unsafe;
      begin(complaint);
      answers.keep(answer);
      if (importedAs) imported.set(`${landlord}#${importedAs}`, reference);
      return 'stored';
    },

    async findImported(landlord, ids) {
      return new Map(
        ids.flatMap((id): [string, Reference][] => {
          const reference = imported.get(`${landlord}#${id}`);
          return reference ? [[id, reference]] : [];
        }),
      );
    },

    async answerTo(key, now) {
      return answers.find(key, now);
    },

    async load(reference) {
      return structuredClone(complaints.get(reference)?.stored);
    },

    async loadForCommand({ reference, other, key, people }, now) {
      const read = (wanted: Reference) => {
        const kept = complaints.get(wanted);
        return structuredClone({ stored: kept?.stored, personal: kept?.personal });
      };
      return {
        ...read(reference),
        ...(other && { other: read(other) }),
        answer: key && answers.find(key, now),
        people: await readPeople(register, people),
      };
    },

    async commit(committed) {
      const { stored, joins, raised, at, answer } = committed;
      if (answer && answers.find(answer, at)) return 'key-taken';
      const kept = restFits(committed) ? fitting(committed) : undefined;
      if (!kept) return 'changed-meanwhile';
      const unsafe = unsafeTo(stored.complaint.landlord, joins, raised?.joins);
      if (unsafe) return unsafe;
      apply(kept, committed);
      answers.keep(answer);
      return 'stored';
    },

    async timeline(reference) {
      return structuredClone(complaints.get(reference)?.entries ?? []);
    },

    async loadAll(references) {
      const kept = references.map((reference) => complaints.get(reference));
      const there = kept.filter((each) => each !== undefined);
      return structuredClone(there.map(({ stored, personal }) => ({ stored, personal })));
    },

    async find(landlord, wanted, limit) {
      const [[by, text] = ['', '']] = Object.entries(asFindable(wanted));
      const found = [...complaints].flatMap(([reference, { stored, personal }]) => {
        const { [by as 'surname' | 'postcode']: own } = findableBy(personal);
        const isFound = stored.complaint.landlord === landlord && own?.startsWith(text);
        return isFound ? [{ reference, name: `${own}#${reference}` }] : [];
      });
      found.sort((one, other) => (one.name < other.name ? -1 : 1));
      return found.slice(0, limit).map(({ reference }) => reference);
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
        ...[...complaints].map(([reference, { dueAt }]) => waitFor('complaint', { reference, dueAt })),
        ...enquiries.waiting().map((each) => waitFor('enquiry', each)),
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
