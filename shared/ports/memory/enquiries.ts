import { type Enquiry, versionOf } from '../../domain/enquiries/enquiry.ts';
import type { Instant } from '../../domain/london-time.ts';
import type { Reference } from '../../domain/reference.ts';
import type { Notice } from '../../domain/stored-notice.ts';
import type {
  BegunComplaint,
  Joining,
  NoticedEnquiry,
  NoticeKey,
  UnsafeToEmail,
} from '../complaint-store.ts';
import { type EnquiryChange, type EnquiryItem, type EnquiryStore, listingOf } from '../enquiries.ts';
import type { EnquiryText } from '../enquiry-text.ts';
import type { Text } from '../personal-text.ts';
import type { StaffRegister } from '../staff-register.ts';
import type { KeptAnswers } from './answers.ts';
import { readPeople } from './staff-register.ts';

/** What the store of complaints shares with enquiries: it is made over them. */
interface Shared {
  register: Pick<StaffRegister, 'read'>;
  answers: KeptAnswers;
  notices: { has(key: NoticeKey): boolean; keep(notice: Notice): void };
  hasComplaint(reference: Reference): boolean;
  unsafeTo(landlord: string, ...joins: (Pick<Joining, 'whileSafe'> | undefined)[]): UnsafeToEmail | undefined;
  begin(complaint: BegunComplaint): void;
}

export interface MemoryEnquiries extends EnquiryStore {
  waiting(): { reference: Reference; dueAt: Instant | undefined }[];
  find(reference: Reference): NoticedEnquiry | undefined;
  share(shared: Shared): void;
}

interface Kept {
  enquiry: Enquiry;
  personal: EnquiryText;
  texts: Map<string, Text>;
  dueAt: Instant | undefined;
}

/** Enquiries in memory: the same promises as on DynamoDB, kept by the same suite. */
export function createMemoryEnquiries(): MemoryEnquiries {
  const enquiries = new Map<Reference, Kept>();
  let shared: Shared | undefined;
  const parts = (): Shared => {
    if (!shared) throw new Error('enquiries are kept with a store of complaints');
    return shared;
  };
  const listed = (landlord: string, list: 'requests' | 'compliments'): EnquiryItem[] => {
    const own = [...enquiries.values()].filter(({ enquiry }) => enquiry.landlord === landlord);
    const items = own.flatMap(({ enquiry }) => {
      const listing = listingOf(enquiry);
      return listing?.list === list ? [toItem(enquiry, listing)] : [];
    });
    return structuredClone(items).sort((one, other) => (one.after < other.after ? -1 : 1));
  };

  /** the enquiry that a change is to, where nothing of it stands in the way */
  const fitting = ({
    enquiry,
    expectedVersion,
    texts,
    notices,
    complaint,
  }: Pick<EnquiryChange, 'enquiry' | 'expectedVersion' | 'texts' | 'notices' | 'complaint'>) => {
    const { notices: keptNotices, hasComplaint } = parts();
    const kept = enquiries.get(enquiry.reference);
    const fits =
      kept &&
      versionOf(kept.enquiry) === expectedVersion &&
      !texts.some(({ id }) => kept.texts.has(id)) &&
      !notices.some(keptNotices.has) &&
      !(complaint && hasComplaint(complaint.stored.complaint.reference));
    return fits ? kept : undefined;
  };

  return {
    waiting: () => [...enquiries].map(([reference, { dueAt }]) => ({ reference, dueAt })),
    find: (reference) => enquiries.get(reference),
    share(given) {
      shared = given;
    },

    async log({ enquiry, personal, notices, wakeAt, at, answer, whileSafe }) {
      const { answers, notices: kept, unsafeTo } = parts();
      if (answer && answers.find(answer, at)) return 'key-taken';
      if (enquiries.has(enquiry.reference)) return 'reference-taken';
      const unsafe = unsafeTo(enquiry.landlord, whileSafe && { whileSafe });
      if (unsafe) return unsafe;
      enquiries.set(enquiry.reference, {
        ...structuredClone({ enquiry, personal }),
        texts: new Map(),
        dueAt: wakeAt,
      });
      for (const notice of notices) kept.keep(notice);
      answers.keep(answer);
      return 'stored';
    },

    async load(reference) {
      return structuredClone(enquiries.get(reference)?.enquiry);
    },

    async loadForCommand({ reference, key, people }, now) {
      const { register, answers } = parts();
      const { enquiry, personal } = enquiries.get(reference) ?? {};
      return {
        ...structuredClone({ enquiry, personal }),
        answer: key && answers.find(key, now),
        people: await readPeople(register, people),
      };
    },

    async commit({ enquiry, expectedVersion, texts, notices, complaint, wakeAt, at, answer }) {
      const { answers, notices: keptNotices, unsafeTo, begin } = parts();
      if (answer && answers.find(answer, at)) return 'key-taken';
      const kept = fitting({ enquiry, expectedVersion, texts, notices, complaint });
      if (!kept) return 'changed-meanwhile';
      const unsafe = unsafeTo(enquiry.landlord, complaint?.joins);
      if (unsafe) return unsafe;
      kept.enquiry = structuredClone(enquiry);
      kept.dueAt = wakeAt;
      for (const text of texts) kept.texts.set(text.id, structuredClone(text));
      for (const notice of notices) keptNotices.keep(notice);
      if (complaint) begin(complaint);
      answers.keep(answer);
      return 'stored';
    },

    async readTexts(reference) {
      const texts = enquiries.get(reference)?.texts.values() ?? [];
      return new Map([...texts].map(({ id, text }) => [id, text]));
    },

    async requests({ landlord, after = '', limit }) {
      const items = listed(landlord, 'requests').filter((item) => item.after > after);
      return { items: items.slice(0, limit), more: items.length > limit };
    },

    async compliments(landlord, from, to) {
      return listed(landlord, 'compliments').filter(({ on }) => from <= on && on <= to);
    },

    async setAside(reference, until) {
      const kept = enquiries.get(reference);
      if (kept?.dueAt) kept.dueAt = until;
    },
  };
}

function toItem(
  { reference, status, handler, team, staffComplainedAbout }: Enquiry,
  { on, after }: { on: string; after: string },
): EnquiryItem {
  const whose = { ...(handler && { handler }), ...(team && { team }) };
  return { reference, status, ...whose, ...(staffComplainedAbout && { staffComplainedAbout }), on, after };
}
