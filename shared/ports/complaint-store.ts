import type { Complaint } from '../domain/complaint.ts';
import type { Enquiry } from '../domain/enquiries/enquiry.ts';
import type { Instant } from '../domain/london-time.ts';
import type { MailCap } from '../domain/mail-caps.ts';
import type { NoticeOwner } from '../domain/notice-owner.ts';
import type { Reference } from '../domain/reference.ts';
import type { Person, StaffId } from '../domain/staff.ts';
import type { Notice, SendQueue } from '../domain/stored-notice.ts';
import type { Link } from './access.ts';
import type { NoticeByHand } from './by-hand.ts';
import type { EnquiryText } from './enquiry-text.ts';
import type { Wanted } from './findable.ts';
import type { PersonalText, Text } from './personal-text.ts';
import type { TimelineEntry } from './timeline.ts';
import type { WorklistItem } from './worklist.ts';

/** A complaint with what a next change to it must be based on. */
export interface StoredComplaint {
  complaint: Complaint;
  /** number of the last timeline entry; a change based on an older one is refused */
  version: number;
  /** hash of the last timeline entry */
  head: string;
}

/** The answer to a request, kept with its key so that the same request is answered the same. */
export interface StoredAnswer {
  requestHash: string;
  status: number;
  body: string;
}

export interface IdempotencyKey {
  /** who may use the key: it means nothing outside its scope */
  scope: string;
  key: string;
}

/** An answer as it is written; once expired it counts as absent, and its key is free again. */
export type NewAnswer = IdempotencyKey & StoredAnswer & { expiresAt: Instant };

/** The records that a complaint is put with, which it was not before, by their ids. */
export interface Joining {
  /** every one that may be of somebody who makes it or speaks for them */
  residents: readonly string[];
  property?: string | undefined;
  /** those of whoever would be mailed: stored only while none of them says that mail is unsafe */
  whileSafe: readonly string[];
}

/** Records by which mail to somebody is unsafe. */
export interface UnsafeToEmail {
  unsafe: readonly string[];
}

/** A complaint as it begins. */
export interface BegunComplaint {
  stored: StoredComplaint;
  personal: PersonalText;
  texts: Text[];
  entries: TimelineEntry[];
  notices: Notice[];
  joins?: Joining | undefined;
  wakeAt: Instant | undefined;
}

/** What accepting a complaint writes: all of it in one transaction, or nothing. */
export interface NewComplaint extends BegunComplaint {
  at: Instant;
  answer: NewAnswer | undefined;
  /** what the landlord's old records call it; each of their complaints is imported once, for ever */
  importedAs?: string | undefined;
}

/** What becomes of one complaint by a command. */
export interface ChangedComplaint {
  /** the version that the change was decided on */
  expectedVersion: number;
  stored: StoredComplaint;
  /** texts that the command adds */
  texts: Text[];
  entries: TimelineEntry[];
  /** notices that the command makes owed */
  newNotices: Notice[];
  wakeAt: Instant | undefined;
}

/** What a command writes: all of it in one transaction, or nothing. */
export interface ComplaintChange extends ChangedComplaint {
  /** the parties and their words, where the command corrects them */
  personal?: PersonalText | undefined;
  /** notices that the command is about, whose stored revisions are one less */
  changedNotices?: readonly Notice[] | undefined;
  joins?: Joining | undefined;
  /** a complaint of its own that comes of the command */
  raised?: BegunComplaint | undefined;
  /** another complaint that the command names */
  other?: ChangedComplaint | undefined;
  at: Instant;
  answer?: NewAnswer | undefined;
}

/** A complaint with its parties and words, which may be erased. */
export interface WrittenComplaint {
  stored: StoredComplaint;
  personal: PersonalText | undefined;
}

/** What a command of staff is decided on, read at one moment. */
export interface CommandBasis {
  stored: StoredComplaint | undefined;
  personal: PersonalText | undefined;
  /** another complaint, where one was asked for */
  other?: Pick<CommandBasis, 'stored' | 'personal'> | undefined;
  /** the answer kept for the request's key; an expired one counts as absent */
  answer: StoredAnswer | undefined;
  /** those who are in the register, each once, in the order in which they were named */
  people: Person[];
}

/** What waits for an instant: a complaint, an enquiry, or a landlord whose open complaints are being counted anew. */
export type DueWork =
  | { type: 'complaint' | 'enquiry'; reference: Reference }
  | { type: 'calendar'; landlord: string };

/** A notice with what deciding on it needs, read at one moment. */
export interface NoticeBundle {
  notice: Notice;
  /** absent where something else owns the notice, and where somebody asked for a link to a complaint that does not exist */
  stored: StoredComplaint | undefined;
  personal: PersonalText | undefined;
  /** present where an enquiry owns the notice */
  enquiry?: NoticedEnquiry | undefined;
}

export interface NoticedEnquiry {
  enquiry: Enquiry;
  /** who made it and what they wrote; absent once it is erased */
  personal: EnquiryText | undefined;
}

export interface NoticeKey {
  owner: NoticeOwner;
  id: string;
}

/** A hint at a notice that waits; it may be stale. */
export interface QueuedNotice {
  key: NoticeKey;
  /** until when it waits, unless it was set aside for longer */
  wakeAt: Instant;
  /** by what it comes before others: see `dutyOf` */
  duty: string;
  owedAt: Instant;
}

/** One of the mails that may leave in one second, whoever sends it: `second` ends in `.000Z`, `number` counts from 0. */
export interface SendSlot {
  second: Instant;
  number: number;
}

/** What a notice is claimed with, all in one transaction: what it is sent for still holds, and there is room for it. */
export interface Claim {
  /** the complaint is still at this version, so that nothing is sent for a reason that has just gone */
  complaintVersion?: number | undefined;
  /** stored with the claim */
  link?: Link | undefined;
  slot: SendSlot;
  /** counts that it is counted in, which may not go beyond their limits */
  caps: readonly MailCap[];
  at: Instant;
}

/** Counts that are at their limit. */
export interface OverCap {
  over: readonly MailCap[];
}

/** Where complaints, their timelines and their notices are kept. */
export interface ComplaintStore {
  /**
   * Whatever is not `stored` stores nothing. Where records say that mail to somebody is unsafe who would be mailed,
   * decide again without mail to them.
   */
  receive(
    complaint: NewComplaint,
  ): Promise<'stored' | 'key-taken' | 'reference-taken' | 'imported-already' | UnsafeToEmail>;
  /** the references of what was imported already, by what the landlord's old records call it */
  findImported(landlord: string, ids: readonly string[]): Promise<Map<string, Reference>>;
  /** the answer kept for a key; an expired one counts as absent */
  answerTo(key: IdempotencyKey, now: Instant): Promise<StoredAnswer | undefined>;
  load(reference: Reference): Promise<StoredComplaint | undefined>;
  loadForCommand(
    about: {
      reference: Reference;
      other?: Reference | undefined;
      key?: IdempotencyKey | undefined;
      people: readonly StaffId[];
    },
    now: Instant,
  ): Promise<CommandBasis>;
  /**
   * Whatever is not `stored` stores nothing. After `changed-meanwhile` load and decide again, after `key-taken` answer as
   * was answered before, whether or not the complaint, or the other one, changed too; records are as of `receive`.
   */
  commit(change: ComplaintChange): Promise<'stored' | 'changed-meanwhile' | 'key-taken' | UnsafeToEmail>;
  /** the whole timeline, oldest first */
  timeline(reference: Reference): Promise<TimelineEntry[]>;
  /** complaints with their parties and words, in the order in which they are named; what does not exist is left out */
  loadAll(references: readonly Reference[]): Promise<WrittenComplaint[]>;
  /** hints at complaints by somebody of whom this is known, in one order; a hint may be stale */
  find(landlord: string, wanted: Wanted, limit: number): Promise<Reference[]>;
  /** every text of a complaint that is not erased, by its id */
  readTexts(reference: Reference): Promise<Map<string, string>>;
  /** the complaints of a landlord by when something is next due, `limit` of them from after the item named */
  worklist(page: {
    landlord: string;
    open: boolean;
    after?: string | undefined;
    limit: number;
  }): Promise<{ items: WorklistItem[]; more: boolean }>;

  /** hints at what time has come for in one shard, longest due first; a hint may be stale */
  due(shard: number, now: Instant): AsyncIterable<DueWork>;
  /** moves only the index key of a complaint that cannot be handled, so that it never blocks the others */
  setAside(reference: Reference, until: Instant): Promise<void>;

  /** hints at the notices that wait in a queue, longest due first; with `until`, only those due by then */
  queue(queue: SendQueue, until?: Instant): AsyncIterable<QueuedNotice>;
  /**
   * The letters and calls of a landlord that wait, by the day by which they were to be given when they became owed, `limit`
   * of them from after the place named. Some may be owed no longer: their complaints say.
   */
  byHand(page: {
    landlord: string;
    after?: string | undefined;
    limit: number;
  }): Promise<{ waiting: NoticeByHand[]; more: boolean }>;
  /** all notices of a complaint, in the order of their ids */
  notices(reference: Reference): Promise<Notice[]>;
  readNotice(key: NoticeKey): Promise<Notice | undefined>;
  loadNotice(key: NoticeKey): Promise<NoticeBundle | undefined>;
  /** the texts and people that a notice names; what is not there is left out */
  readNamed(
    complaint: Reference,
    named: { texts: readonly string[]; people: readonly StaffId[] },
  ): Promise<{ texts: Map<string, string>; people: Person[] }>;
  /** Stores a notice whose stored revision is one less. */
  saveNotice(notice: Notice): Promise<'stored' | 'changed-meanwhile'>;
  /** As `saveNotice`, for a notice about to be sent. Whatever is not `stored` stores nothing, and counts nothing. */
  claimNotice(notice: Notice, claim: Claim): Promise<'stored' | 'changed-meanwhile' | 'slot-taken' | OverCap>;
  /** as `setAside`, for a notice that still waits in the queue that it was found in: one that went on keeps its own time */
  setNoticeAside(key: NoticeKey, queue: SendQueue, until: Instant): Promise<void>;
  /**
   * Owes a notice outside any command, in one write that is the same whether its owner exists or not. One of kind
   * `access-link` is kept for a day.
   */
  oweAlone(notice: Notice): Promise<'stored' | 'there-already'>;
}
