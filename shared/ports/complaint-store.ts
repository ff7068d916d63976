import type { Complaint } from '../domain/complaint.ts';
import type { Instant } from '../domain/london-time.ts';
import type { SendLane } from '../domain/notices.ts';
import type { Reference } from '../domain/reference.ts';
import type { Notice } from '../domain/sending.ts';
import type { PersonalText } from './personal-text.ts';
import type { TimelineEntry } from './timeline.ts';

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

/** What accepting a complaint writes: all of it in one transaction, or nothing. */
export interface NewComplaint {
  stored: StoredComplaint;
  personal: PersonalText;
  entries: TimelineEntry[];
  notices: Notice[];
  wakeAt: Instant | undefined;
  at: Instant;
  answer: (IdempotencyKey & StoredAnswer & { expiresAt: Instant }) | undefined;
}

/** What a command writes: all of it in one transaction, or nothing. */
export interface ComplaintChange {
  /** the version that the change was decided on */
  expectedVersion: number;
  stored: StoredComplaint;
  entries: TimelineEntry[];
  /** notices that the command makes owed */
  newNotices: Notice[];
  /** a notice that the command is about, whose stored revision is one less */
  changedNotice: Notice | undefined;
  wakeAt: Instant | undefined;
  at: Instant;
}

/** A notice with what sending it needs, read at one moment. */
export interface NoticeBundle {
  notice: Notice;
  stored: StoredComplaint;
  personal: PersonalText | undefined;
}

/** Where complaints, their timelines and their notices are kept. */
export interface ComplaintStore {
  /** `key-taken` and `reference-taken` store nothing */
  receive(complaint: NewComplaint): Promise<'stored' | 'key-taken' | 'reference-taken'>;
  /** the answer kept for a key; an expired one counts as absent */
  answerTo(key: IdempotencyKey, now: Instant): Promise<StoredAnswer | undefined>;
  load(reference: Reference): Promise<StoredComplaint | undefined>;
  /** `changed-meanwhile` stores nothing: load again and decide again */
  commit(change: ComplaintChange): Promise<'stored' | 'changed-meanwhile'>;
  /** the whole timeline, oldest first */
  timeline(reference: Reference): Promise<TimelineEntry[]>;

  /** hints at the complaints of one shard that time has come for, longest due first; a hint may be stale */
  dueComplaints(shard: number, now: Instant): AsyncIterable<Reference>;
  /** moves only the index key of a complaint that cannot be handled, so that it never blocks the others */
  setAside(reference: Reference, until: Instant): Promise<void>;

  /** hints at the notices of one lane's shard that are to be sent, longest due first; a hint may be stale */
  dueNotices(lane: SendLane, shard: number, now: Instant): AsyncIterable<NoticeKey>;
  readNotice(key: NoticeKey): Promise<Notice | undefined>;
  loadNotice(key: NoticeKey): Promise<NoticeBundle | undefined>;
  /**
   * Stores a notice whose stored revision is one less. With `complaintVersion`, only while the complaint is at that
   * version, so that nothing is sent for a reason that has just gone.
   */
  saveNotice(notice: Notice, complaintVersion?: number): Promise<'stored' | 'changed-meanwhile'>;
  /** as `setAside`, for a notice */
  setNoticeAside(key: NoticeKey, until: Instant): Promise<void>;
}

export interface NoticeKey {
  complaint: Reference;
  id: string;
}
