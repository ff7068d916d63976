import type { Instant } from '../../domain/london-time.ts';
import type { Reference } from '../../domain/reference.ts';
import { isActive } from '../../domain/statuses.ts';
import type {
  ComplaintChange,
  ComplaintStore,
  IdempotencyKey,
  NewAnswer,
  StoredAnswer,
} from '../complaint-store.ts';
import type { Text } from '../personal-text.ts';
import type { StaffRegister } from '../staff-register.ts';
import { toWorklistItem } from '../worklist.ts';
import type { MemoryLinks } from './access.ts';
import { dueInOrder, type Kept } from './kept.ts';
import { keepNotices, readPeople } from './notices.ts';
import { createMemoryStaffRegister } from './staff-register.ts';

/** What stands in the same table as complaints; a test that asks for neither leaves it out. */
interface Beside {
  register?: Pick<StaffRegister, 'read'>;
  links?: MemoryLinks;
}

/** The store in memory: the same promises as on DynamoDB, kept by the same suite. */
export function createMemoryStore(
  shardOf: (reference: Reference) => number,
  { register = createMemoryStaffRegister(), links = new Map() }: Beside = {},
): ComplaintStore {
  const complaints = new Map<Reference, Kept>();
  const answers = new Map<string, NewAnswer>();
  const notices = keepNotices({ complaints, shardOf, register, links });
  const nameOf = ({ scope, key }: IdempotencyKey) => `${scope}#${key}`;
  const answerTo = (key: IdempotencyKey, now: Instant): StoredAnswer | undefined => {
    const answer = answers.get(nameOf(key));
    if (!answer || answer.expiresAt < now) return undefined;
    const { requestHash, status, body } = answer;
    return { requestHash, status, body };
  };

  const keepAnswer = (answer: NewAnswer | undefined) => {
    if (answer) answers.set(nameOf(answer), answer);
  };
  const fits = (kept: Kept, { expectedVersion, texts, newNotices, changedNotice }: ComplaintChange) =>
    kept.stored.version === expectedVersion &&
    !texts.some(({ id }) => kept.texts.has(id)) &&
    !newNotices.some(notices.has) &&
    (!changedNotice || notices.follows(changedNotice));

  return {
    ...notices.store,

    async receive({ stored, personal, texts, entries, notices: owed, wakeAt, at, answer }) {
      const { reference } = stored.complaint;
      if (answer && answerTo(answer, at)) return 'key-taken';
      if (complaints.has(reference)) return 'reference-taken';
      complaints.set(reference, {
        ...structuredClone({ stored, personal, entries, texts: byId(texts) }),
        dueAt: wakeAt,
      });
      for (const notice of owed) notices.keep(notice);
      keepAnswer(answer);
      return 'stored';
    },

    async answerTo(key, now) {
      return answerTo(key, now);
    },

    async load(reference) {
      return structuredClone(complaints.get(reference)?.stored);
    },

    async loadForCommand({ reference, key, people }, now) {
      const kept = complaints.get(reference);
      return {
        ...structuredClone({ stored: kept?.stored, personal: kept?.personal }),
        answer: key && answerTo(key, now),
        people: await readPeople(register, people),
      };
    },

    async commit(change) {
      const { stored, personal, texts, entries, newNotices, changedNotice, wakeAt, at, answer } = change;
      if (answer && answerTo(answer, at)) return 'key-taken';
      const kept = complaints.get(stored.complaint.reference);
      if (!kept || !fits(kept, change)) return 'changed-meanwhile';
      kept.stored = structuredClone(stored);
      kept.personal = structuredClone(personal ?? kept.personal);
      for (const [id, text] of byId(texts)) kept.texts.set(id, text);
      kept.entries.push(...structuredClone(entries));
      kept.dueAt = wakeAt;
      for (const notice of [...newNotices, changedNotice]) if (notice) notices.keep(notice);
      keepAnswer(answer);
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

    async *dueComplaints(shard, now) {
      const all = [...complaints].map(([reference, { dueAt }]) => ({ reference, dueAt }));
      for (const { reference } of dueInOrder(all, now)) if (shardOf(reference) === shard) yield reference;
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
