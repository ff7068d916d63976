import { mayDo, type Staff } from '../domain/authorization.ts';
import { addMonths } from '../domain/civil-date.ts';
import { nextWake } from '../domain/commands/time-passed.ts';
import type { Complaint } from '../domain/complaint.ts';
import type { DigestLine } from '../domain/digest-lines.ts';
import type { Enquiry } from '../domain/enquiries/enquiry.ts';
import { nextReminder } from '../domain/enquiries/review.ts';
import { type Instant, londonDateOf } from '../domain/london-time.ts';
import { sendLanes } from '../domain/notices.ts';
import type { Reference } from '../domain/reference.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { CalendarArchive } from '../ports/calendar-archive.ts';
import type { ComplaintStore, NoticeKey } from '../ports/complaint-store.ts';
import type { EnquiryStore } from '../ports/enquiries.ts';
import { createDryRunArchive } from './dry-run-archive.ts';
import { createDryRunEnquiries, type DryRunEnquiries } from './dry-run-enquiries.ts';
import { createDryRunNotices, type DryRunNotices } from './dry-run-notices.ts';
import { createDryRunStore, type ReadStore } from './dry-run-store.ts';
import { createDryRunWakes, type DryRunWakes } from './dry-run-wakes.ts';
import { enquiryContext, policyOfEnquiry } from './enquiry-rules.ts';
import { inParallel } from './in-parallel.ts';
import { contextOf, type Rules } from './rules.ts';

/** All that a dry run asks of the real ports, which is nothing that writes. */
export interface ReadPorts {
  store: ReadStore;
  enquiries: Pick<EnquiryStore, 'loadForCommand' | 'requests' | 'compliments'>;
  archive: Pick<CalendarArchive, 'read' | 'application'>;
  rules: Rules;
}

/** What a dry run is about: a landlord, as far as somebody on the staff may see what happens there. */
export interface DryRunScope {
  landlord: string;
  staff: Staff;
  now: Instant;
  hasTime: () => boolean;
  /** told that something is left out that the real run would do */
  leaveOut: () => void;
  /** told of every notice that becomes owed */
  owed: (notice: Notice) => void;
}

/** Stores that read the real ones and write to memory, with what waits in them. */
export interface DryRun {
  store: ComplaintStore;
  enquiries: DryRunEnquiries;
  archive: CalendarArchive;
  notices: DryRunNotices;
  wakes: DryRunWakes;
}

const pageSize = 100;
const atOnce = 8;
/** More than a landlord is expected to have open at a time. */
const mostComplaints = 2_000;
/** Of all landlords together; in an outage of the mail system more may wait. */
const mostWaiting = 1_000;
/** A compliment that is to become a complaint waits for a working day; whoever left it for so long was told often enough. */
const complimentMonths = 3;

/** Makes a dry run of a landlord, with everything in it that waits for an instant or to be sent. */
export async function beginDryRun(ports: ReadPorts, scope: DryRunScope): Promise<DryRun> {
  const { landlord, staff, now, leaveOut, owed } = scope;
  const wakes = createDryRunWakes();
  const notices = createDryRunNotices({ readNotice: ports.store.readNotice, owed, leaveOut });
  const enquiries = createDryRunEnquiries({ wakes, owe: notices.owe, leaveOut });
  const isSeen = (complaint: Complaint) =>
    complaint.landlord === landlord && mayDo(staff, 'read-complaint', complaint).allowed;
  const store = createDryRunStore({ real: ports.store, enquiries, notices, wakes, isSeen, leaveOut });
  const archive = createDryRunArchive({ real: ports.archive, wakes, leaveOut });
  const run = { store, enquiries, archive, notices, wakes };
  await awaitComplaints(run, ports, scope);
  await awaitEnquiries(run, ports, scope);
  const { pass } = (await archive.application(landlord)) ?? {};
  wakes.set({ type: 'calendar', landlord }, pass && (pass.startedAt > now ? pass.startedAt : now));
  await awaitSending(run, ports, scope);
  return run;
}

async function awaitComplaints({ store, wakes }: DryRun, { rules }: ReadPorts, scope: DryRunScope) {
  const { landlord, now, hasTime, leaveOut } = scope;
  let read = 0;
  for (let after: string | undefined, more = true; more; ) {
    if (read >= mostComplaints || !hasTime()) return leaveOut();
    const page = await store.worklist({ landlord, open: true, after, limit: pageSize });
    for (const { stored } of await store.loadAll(page.items.map(({ reference }) => reference))) {
      const { complaint } = stored;
      const work = { type: 'complaint', reference: complaint.reference } as const;
      wakes.set(work, nextWake(complaint, await contextOf(rules, complaint, now)));
    }
    read += pageSize;
    after = page.items.at(-1)?.after;
    more = page.more && after !== undefined;
  }
}

async function awaitEnquiries({ enquiries, wakes }: DryRun, ports: ReadPorts, scope: DryRunScope) {
  const { now } = scope;
  const found = await findEnquiries(ports, scope);
  await inParallel(atOnce, found, async (reference) => {
    const { enquiry, personal } = await ports.enquiries.loadForCommand({ reference, people: [] }, now);
    if (!enquiry || !maySeeEnquiry(scope, enquiry)) return 'go-on';
    enquiries.take({ enquiry, personal });
    const context = await enquiryContext(ports.rules, policyOfEnquiry(ports.rules, enquiry), now);
    wakes.set({ type: 'enquiry', reference }, nextReminder(enquiry, context));
    return 'go-on';
  });
}

/** Those that somebody looks at again, or that are to become complaints. */
async function findEnquiries(
  { enquiries }: ReadPorts,
  { landlord, now, hasTime, leaveOut }: DryRunScope,
): Promise<Reference[]> {
  const today = londonDateOf(now);
  const compliments = await enquiries.compliments(landlord, addMonths(today, -complimentMonths), today);
  const found = compliments.filter(({ status }) => status === 'open').map(({ reference }) => reference);
  for (let after: string | undefined, more = true; more; ) {
    if (!hasTime()) {
      leaveOut();
      return found;
    }
    const page = await enquiries.requests({ landlord, after, limit: pageSize });
    found.push(...page.items.map(({ reference }) => reference));
    after = page.items.at(-1)?.after;
    more = page.more && after !== undefined;
  }
  return found;
}

/** What is being sent this moment, or whose fate nobody knows, counts as sent. */
async function awaitSending({ notices, ...run }: DryRun, ports: ReadPorts, scope: DryRunScope) {
  const keys: NoticeKey[] = [];
  for (const lane of sendLanes) {
    for await (const { key } of ports.store.queue(lane)) {
      if (keys.length === mostWaiting) {
        scope.leaveOut();
        break;
      }
      keys.push(key);
    }
  }
  await inParallel(atOnce, keys, async (key) => {
    if (!scope.hasTime()) {
      scope.leaveOut();
      return 'stop';
    }
    const notice = await readWaiting(run, ports, scope, key);
    if (notice?.status === 'pending') notices.keep(notice);
    return 'go-on';
  });
}

/** A notice as far as it is about the landlord and may be seen. */
async function readWaiting(
  { store, enquiries }: Pick<DryRun, 'store' | 'enquiries'>,
  ports: ReadPorts,
  scope: DryRunScope,
  key: NoticeKey,
): Promise<Notice | undefined> {
  const { owner } = key;
  if (owner.type === 'landlord' && owner.landlord !== scope.landlord) return undefined;
  if (owner.type === 'complaint' && !(await store.load(owner.reference))) return undefined;
  const bundle = await ports.store.loadNotice(key);
  if (!bundle) return undefined;
  const { notice, enquiry } = bundle;
  if (owner.type === 'enquiry') {
    if (!enquiry || !maySeeEnquiry(scope, enquiry.enquiry)) return undefined;
    if (!enquiries.find(owner.reference)) enquiries.take(enquiry);
  }
  if (!notice.lines) return notice;
  const lines = await seenLines(store, scope, notice.lines);
  return lines.length > 0 ? { ...notice, lines } : undefined;
}

/** A digest may tell of several landlords, and of complaints about whoever asks. */
async function seenLines(
  store: ComplaintStore,
  { landlord }: DryRunScope,
  lines: readonly DigestLine[],
): Promise<DigestLine[]> {
  const own = lines.filter((line) => line.landlord === landlord);
  const seen = await store.loadAll(own.map(({ reference }) => reference));
  const references = new Set(seen.map(({ stored }) => stored.complaint.reference));
  return own.filter(({ reference }) => references.has(reference));
}

function maySeeEnquiry(
  { staff, landlord }: DryRunScope,
  { landlord: ofLandlord, staffComplainedAbout = [] }: Enquiry,
): boolean {
  const matter = { landlord: ofLandlord, staffComplainedAbout };
  return ofLandlord === landlord && mayDo(staff, 'read-enquiries', matter).allowed;
}
