import type { Complaint } from '../domain/complaint.ts';
import type { Instant } from '../domain/london-time.ts';
import type { NoticeOwner } from '../domain/notice-owner.ts';
import type { SendLane } from '../domain/notices.ts';
import type { Reference } from '../domain/reference.ts';
import type { Notice } from '../domain/sending.ts';
import type { Person, StaffId } from '../domain/staff.ts';
import type { Link } from './access.ts';
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

/** A complaint as it begins. */
export interface BegunComplaint {
  stored: StoredComplaint;
  personal: PersonalText;
  texts: Text[];
  entries: TimelineEntry[];
  notices: Notice[];
  wakeAt: Instant | undefined;
}

/** What accepting a complaint writes: all of it in one transaction, or nothing. */
export interface NewComplaint extends BegunComplaint {
  at: Instant;
  answer: NewAnswer | undefined;
}

/** What a command writes: all of it in one transaction, or nothing. */
export interface ComplaintChange {
  /** the version that the change was decided on */
  expectedVersion: number;
  stored: StoredComplaint;
  /** the parties and their words, where the command corrects them */
  personal?: PersonalText | undefined;
  /** texts that the command adds */
  texts: Text[];
  entries: TimelineEntry[];
  /** notices that the command makes owed */
  newNotices: Notice[];
  /** a notice that the command is about, whose stored revision is one less */
  changedNotice: Notice | undefined;
  /** a complaint of its own that comes of the command */
  raised?: BegunComplaint | undefined;
  wakeAt: Instant | undefined;
  at: Instant;
  answer?: NewAnswer | undefined;
}

/** What a command of staff is decided on, read at one moment. */
export interface CommandBasis {
  stored: StoredComplaint | undefined;
  personal: PersonalText | undefined;
  /** the answer kept for the request's key; an expired one counts as absent */
  answer: StoredAnswer | undefined;
  /** those who are in the register, each once, in the order in which they were named */
  people: Person[];
}

/** What waits for an instant: a complaint, or a landlord whose open complaints are being counted anew. */
export type DueWork = { type: 'complaint'; reference: Reference } | { type: 'calendar'; landlord: string };

/** A notice with what deciding on it needs, read at one moment. */
export interface NoticeBundle {
  notice: Notice;
  /** absent where a landlord owns the notice, and where somebody asked for a link to a complaint that does not exist */
  stored: StoredComplaint | undefined;
  personal: PersonalText | undefined;
}

export interface NoticeKey {
  owner: NoticeOwner;
  id: string;
}

/** Where complaints, their timelines and their notices are kept. */
export interface ComplaintStore {
  /** `key-taken` and `reference-taken` store nothing */
  receive(complaint: NewComplaint): Promise<'stored' | 'key-taken' | 'reference-taken'>;
  /** the answer kept for a key; an expired one counts as absent */
  answerTo(key: IdempotencyKey, now: Instant): Promise<StoredAnswer | undefined>;
  load(reference: Reference): Promise<StoredComplaint | undefined>;
  loadForCommand(
    about: { reference: Reference; key?: IdempotencyKey | undefined; people: readonly StaffId[] },
    now: Instant,
  ): Promise<CommandBasis>;
  /**
   * `changed-meanwhile` and `key-taken` store nothing. After the first load and decide again, after the second answer as
   * was answered before, whether or not the complaint changed too.
   */
  commit(change: ComplaintChange): Promise<'stored' | 'changed-meanwhile' | 'key-taken'>;
  /** the whole timeline, oldest first */
  timeline(reference: Reference): Promise<TimelineEntry[]>;
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

  /** hints at the notices of one lane's shard that are to be sent, longest due first; a hint may be stale */
  dueNotices(lane: SendLane, shard: number, now: Instant): AsyncIterable<NoticeKey>;
  /** all notices of a complaint, in the order of their ids */
  notices(reference: Reference): Promise<Notice[]>;
  readNotice(key: NoticeKey): Promise<Notice | undefined>;
  loadNotice(key: NoticeKey): Promise<NoticeBundle | undefined>;
  /** the texts and people that a notice names; what is not there is left out */
  readNamed(
    complaint: Reference,
    named: { texts: readonly string[]; people: readonly StaffId[] },
  ): Promise<{ texts: Map<string, string>; people: Person[] }>;
  /**
   * Stores a notice whose stored revision is one less. With `complaintVersion`, only while the complaint is at that
   * version, so that nothing is sent for a reason that has just gone. With `link`, that too or nothing.
   */
  saveNotice(notice: Notice, complaintVersion?: number, link?: Link): Promise<'stored' | 'changed-meanwhile'>;
  /** as `setAside`, for a notice */
  setNoticeAside(key: NoticeKey, until: Instant): Promise<void>;
  /**
   * Owes a notice outside any command, in one write that is the same whether its owner exists or not. One of kind
   * `access-link` is kept for a day.
   */
  oweAlone(notice: Notice): Promise<'stored' | 'there-already'>;
}
