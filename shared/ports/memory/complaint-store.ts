import type { Instant } from '../../domain/london-time.ts';
import type { Reference } from '../../domain/reference.ts';
import type { Notice } from '../../domain/sending.ts';
import type {
  ComplaintStore,
  IdempotencyKey,
  NewComplaint,
  NoticeKey,
  StoredComplaint,
} from '../complaint-store.ts';
import type { PersonalText } from '../personal-text.ts';
import type { TimelineEntry } from '../timeline.ts';

interface Kept {
  stored: StoredComplaint;
  personal: PersonalText;
  entries: TimelineEntry[];
  notices: Map<string, { notice: Notice; dueAt: Instant | undefined }>;
  dueAt: Instant | undefined;
}

/** The store in memory: the same promises as on DynamoDB, kept by the same suite. */
export function createMemoryStore(shardOf: (reference: Reference) => number): ComplaintStore {
  const complaints = new Map<Reference, Kept>();
  const answers = new Map<string, NonNullable<NewComplaint['answer']>>();
  const nameOf = ({ scope, key }: IdempotencyKey) => `${scope}#${key}`;
  const noticeOf = ({ complaint, id }: NoticeKey) => complaints.get(complaint)?.notices.get(id);
  const keep = (kept: Kept, notice: Notice) => {
    kept.notices.set(notice.id, { notice: structuredClone(notice), dueAt: notice.wakeAt });
  };
  const follows = (notice: Notice) =>
    noticeOf({ complaint: notice.complaint, id: notice.id })?.notice.revision === notice.revision - 1;

  return {
    async receive({ stored, personal, entries, notices, wakeAt, at, answer }) {
      const { reference } = stored.complaint;
      const earlier = answer && answers.get(nameOf(answer));
      if (earlier && earlier.expiresAt >= at) return 'key-taken';
      if (complaints.has(reference)) return 'reference-taken';
      const kept: Kept = {
        ...structuredClone({ stored, personal, entries }),
        notices: new Map(),
        dueAt: wakeAt,
      };
      for (const notice of notices) keep(kept, notice);
      complaints.set(reference, kept);
      if (answer) answers.set(nameOf(answer), answer);
      return 'stored';
    },

    async answerTo(key, now) {
      const answer = answers.get(nameOf(key));
      if (!answer || answer.expiresAt < now) return undefined;
      const { requestHash, status, body } = answer;
      return { requestHash, status, body };
    },

    async load(reference) {
      return structuredClone(complaints.get(reference)?.stored);
    },

    async commit({ expectedVersion, stored, entries, newNotices, changedNotice, wakeAt }) {
      const kept = complaints.get(stored.complaint.reference);
      if (!kept || kept.stored.version !== expectedVersion) return 'changed-meanwhile';
      if (newNotices.some(({ id }) => kept.notices.has(id))) return 'changed-meanwhile';
      if (changedNotice && !follows(changedNotice)) return 'changed-meanwhile';
      kept.stored = structuredClone(stored);
      kept.entries.push(...structuredClone(entries));
      for (const notice of newNotices) keep(kept, notice);
      if (changedNotice) keep(kept, changedNotice);
      kept.dueAt = wakeAt;
      return 'stored';
    },

    async timeline(reference) {
      return structuredClone(complaints.get(reference)?.entries ?? []);
    },

    async *dueComplaints(shard, now) {
      const all = [...complaints].map(([reference, { dueAt }]) => ({ reference, dueAt }));
      for (const { reference } of dueInOrder(all, now)) if (shardOf(reference) === shard) yield reference;
    },

    async setAside(reference, until) {
      const kept = complaints.get(reference);
      if (kept?.dueAt) kept.dueAt = until;
    },

    async *dueNotices(lane, shard, now) {
      const all = [...complaints.values()].flatMap(({ notices }) => [...notices.values()]);
      for (const { notice } of dueInOrder(all, now)) {
        const { complaint, id } = notice;
        if (notice.lane === lane && shardOf(complaint) === shard) yield { complaint, id };
      }
    },

    async readNotice(key) {
      return structuredClone(noticeOf(key)?.notice);
    },

    async loadNotice(key) {
      const kept = complaints.get(key.complaint);
      const notice = noticeOf(key)?.notice;
      return kept && notice && structuredClone({ notice, stored: kept.stored, personal: kept.personal });
    },

    async saveNotice(notice, complaintVersion) {
      const kept = complaints.get(notice.complaint);
      if (!kept || !follows(notice)) return 'changed-meanwhile';
      if (complaintVersion !== undefined && kept.stored.version !== complaintVersion)
        return 'changed-meanwhile';
      keep(kept, notice);
      return 'stored';
    },

    async setNoticeAside(key, until) {
      const kept = noticeOf(key);
      if (kept?.dueAt) kept.dueAt = until;
    },
  };
}

function dueInOrder<Item extends { dueAt: Instant | undefined }>(items: Item[], now: Instant): Item[] {
  const due = items.filter(({ dueAt }) => dueAt !== undefined && dueAt <= now);
  return due.sort((one, other) => ((one.dueAt ?? '') < (other.dueAt ?? '') ? -1 : 1));
}
