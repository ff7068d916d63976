import { nextWake } from '../../shared/domain/commands/time-passed.ts';
import type { ComplaintEvent } from '../../shared/domain/events.ts';
import type { Instant } from '../../shared/domain/london-time.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { type Notice, owe, type SendQueue } from '../../shared/domain/stored-notice.ts';
import type { Access } from '../../shared/ports/access.ts';
import type { CalendarArchive } from '../../shared/ports/calendar-archive.ts';
import type {
  Claim,
  ComplaintChange,
  ComplaintStore,
  DueWork,
  NewComplaint,
  NoticeKey,
  StoredComplaint,
} from '../../shared/ports/complaint-store.ts';
import type { PersonalText, Text } from '../../shared/ports/personal-text.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { StaffRegister } from '../../shared/ports/staff-register.ts';
import { chainEvents } from '../../shared/use-cases/timeline.ts';
import { accepted, countingBytes, decideReceipt, fold, referenceNumber } from './complaints.ts';
import { at, contextAt } from './rules.ts';

/** Makes a store that holds nothing. */
export type MakeStore = () => Promise<ComplaintStore>;

/** Makes one with what stands beside it in the same table, empty too. */
export type MakeStores = () => Promise<{
  store: ComplaintStore;
  register: StaffRegister;
  access: Access;
  archive: CalendarArchive;
  records: Records;
}>;

export const receivedAt = at('2026-12-23T15:00:00Z');
export const personal: PersonalText = {
  complainant: { name: 'Sam Okoro', email: 'sam.okoro@example.com' },
  description: 'The lift has been out of order for three weeks.',
  salt: 'c2FsdA',
};

export const definition: Text = {
  id: 'text-1',
  text: 'The lift has been broken since\n1 December.',
  salt: 'c2FsdDE',
};
export const outcome: Text = { id: 'text-2', text: 'A working lift 🛗', salt: 'c2FsdDI' };

/** A new complaint with that number as it is handed to a store; parts of it as a test needs them. */
export function newComplaint(number: number, change: Partial<NewComplaint> = {}): NewComplaint {
  const reference = referenceNumber(number);
  const { events, notices } = accepted(decideReceipt({ receivedAt, reference }));
  const complaint = fold(events);
  const start = { reference, version: 0, head: '' };
  const entries = chainEvents(events, start, receivedAt, { type: 'resident' }, countingBytes());
  return {
    stored: { complaint, version: 1, head: entries[0]?.hash ?? '' },
    personal,
    texts: [],
    entries,
    notices: notices.map((notice) => owe(notice, { type: 'complaint', reference }, receivedAt)),
    wakeAt: nextWake(complaint, contextAt(receivedAt)),
    at: receivedAt,
    answer: undefined,
    ...change,
  };
}

/** An answer kept for a key for thirty days. */
export function answerFor(key: string, change: Partial<NonNullable<NewComplaint['answer']>> = {}) {
  return {
    scope: 'resident#day-zero',
    key,
    requestHash: 'hash-of-request',
    status: 201,
    body: '{"reference":"…"}',
    expiresAt: at('2027-01-22T15:00:00Z'),
    ...change,
  };
}

const delivered: ComplaintEvent = { type: 'NoticeDelivered', notice: 'receipt', kind: 'receipt' };

/** What a command leaves that adds as many events to a complaint as it was last read. */
export function changeTo(
  { complaint, version, head }: StoredComplaint,
  change: Partial<ComplaintChange> = {},
  events: ComplaintEvent[] = [delivered],
): ComplaintChange {
  const previous = { reference: complaint.reference, version, head };
  const entries = chainEvents(events, previous, receivedAt, { type: 'mail' }, countingBytes());
  return {
    expectedVersion: version,
    stored: {
      complaint: { ...complaint, residentUnreached: true },
      version: version + entries.length,
      head: entries.at(-1)?.hash ?? head,
    },
    texts: [],
    entries,
    newNotices: [],
    wakeAt: at('2026-12-31T09:00:00Z'),
    at: receivedAt,
    ...change,
  };
}

/** A notice that is owed beside the receipt. */
export function otherNotice(reference: Reference, id: string, change: Partial<Notice> = {}): Notice {
  const notice: Notice = {
    id,
    owner: { type: 'complaint', reference },
    kind: 'alert',
    lane: 'routine',
    recipient: { type: 'staff', rank: 'handler' },
    values: { task: 'Acknowledge the complaint', position: '' },
    owedAt: receivedAt,
    status: 'pending',
    revision: 0,
    attempts: 0,
    failed: { retry: 0, unknown: 0 },
    wakeAt: receivedAt,
  };
  return { ...notice, ...change };
}

/** Everything that is kept of a complaint and can be read. */
export async function readAll(
  store: ComplaintStore,
  reference: Reference,
  noticeIds: string[] = ['receipt'],
) {
  return {
    stored: await store.load(reference),
    timeline: await store.timeline(reference),
    notices: await Promise.all(
      noticeIds.map((id) => store.loadNotice({ owner: { type: 'complaint', reference }, id })),
    ),
  };
}

const shards = [0, 1, 2, 3];

export async function dueByShard(store: ComplaintStore, now: Instant): Promise<string[][]> {
  return Promise.all(shards.map((shard) => Array.fromAsync(store.due(shard, now), nameWork)));
}

/** A reference, `enquiry <reference>`, or `calendar of <landlord>`. */
function nameWork(work: DueWork): string {
  if (work.type === 'calendar') return `calendar of ${work.landlord}`;
  return work.type === 'complaint' ? work.reference : `enquiry ${work.reference}`;
}

/** Every complaint that waits for some instant. */
export async function waitingComplaints(store: ComplaintStore): Promise<Reference[]> {
  const found = shards.map((shard) => Array.fromAsync(store.due(shard, at('2099-12-31T00:00:00Z'))));
  const work = (await Promise.all(found)).flat();
  return work.flatMap((each) => (each.type === 'complaint' ? [each.reference] : []));
}

/** The notices that wait in a queue, in its order; with `until`, those due by then. */
export async function queued(store: ComplaintStore, queue: SendQueue, until?: Instant): Promise<NoticeKey[]> {
  return Array.fromAsync(store.queue(queue, until), ({ key }) => key);
}

/** What a notice may be claimed with: the first mail of some second, under no cap. */
export function claimWith(change: Partial<Claim> = {}): Claim {
  return { slot: { second: receivedAt, number: 0 }, caps: [], at: receivedAt, ...change };
}
