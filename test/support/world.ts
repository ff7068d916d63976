import type { Complaint } from '../../shared/domain/complaint.ts';
import { type Instant, instantOf, millisecondsOf } from '../../shared/domain/london-time.ts';
import type { NoticeOwner } from '../../shared/domain/notice-owner.ts';
import type { NoticeOwed } from '../../shared/domain/notices.ts';
import { isReference, type Reference } from '../../shared/domain/reference.ts';
import type { SendOutcome } from '../../shared/domain/sending.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { type Notice, owe, sendQueues } from '../../shared/domain/stored-notice.ts';
import type { CalendarArchive } from '../../shared/ports/calendar-archive.ts';
import type { RandomBytes } from '../../shared/ports/clock.ts';
import type {
  ComplaintChange,
  ComplaintStore,
  IdempotencyKey,
  NoticeKey,
} from '../../shared/ports/complaint-store.ts';
import type { Mail } from '../../shared/ports/mail-sender.ts';
import type { MemoryLinks } from '../../shared/ports/memory/access.ts';
import { createMemoryCalendarArchive } from '../../shared/ports/memory/calendar-archive.ts';
import { createMemoryCircuitKeeper } from '../../shared/ports/memory/circuit-keeper.ts';
import { createMemoryStore } from '../../shared/ports/memory/complaint-store.ts';
import { createMemoryEnquiries } from '../../shared/ports/memory/enquiries.ts';
import { createMemoryRecords } from '../../shared/ports/memory/records.ts';
import { createMemoryStaffRegister } from '../../shared/ports/memory/staff-register.ts';
import type { Text } from '../../shared/ports/personal-text.ts';
import { applyEventToNotice, type MailEvent } from '../../shared/use-cases/apply-mail-event.ts';
import type { Intake } from '../../shared/use-cases/intake.ts';
import { receiveComplaint } from '../../shared/use-cases/receive-complaint.ts';
import type { Rules } from '../../shared/use-cases/rules.ts';
import { type SendPorts, sendNotices } from '../../shared/use-cases/send-notices.ts';
import { type SweepPorts, type SweepProblem, sweepDue } from '../../shared/use-cases/sweep-due.ts';
import { countingBytes } from './complaints.ts';
import { at, type LandlordId, policyOf, rulesOver } from './rules.ts';
import { waitingComplaints } from './stored.ts';

const shards = [0, 1, 2, 3];
const shardOf = (name: string) => name.charCodeAt(name.length - 1) % shards.length;

export const intake: Intake = {
  channel: 'web-form',
  complainant: { name: 'Sam Okoro', email: 'sam.okoro@example.com' },
  description: 'The lift has been out of order for three weeks.',
};

/** What a sender counts that finds nothing. */
export const nothingSent = {
  accepted: 0,
  retry: 0,
  'stop-the-line': 0,
  refused: 0,
  unknown: 0,
  cancelled: 0,
  withheld: 0,
  unreachable: 0,
  'given-up': 0,
  unconfirmed: 0,
  left: 0,
  setAside: 0,
};

/** Everything that the use cases need, in memory, with a clock that a test moves and an inbox that it reads. */
export class World {
  now: Instant;
  register = createMemoryStaffRegister();
  records = createMemoryRecords();
  links: MemoryLinks = new Map();
  readonly enquiries = createMemoryEnquiries();
  archive: CalendarArchive;
  store: ComplaintStore;
  rules: Rules;
  randomBytes: RandomBytes = countingBytes();
  inbox: Mail[] = [];
  problems: { about: Reference | NoticeKey | string; error: unknown }[] = [];
  /** how the mail system answers; a test may put another in its place */
  answer: (mail: Mail) => SendOutcome | Promise<SendOutcome> = () => ({
    type: 'accepted',
    messageId: `m-${this.inbox.length}`,
  });
  /** what SES has to tell of mail that it took; it is told once the clock has moved on */
  events: MailEvent[] = [];
  /** false where SES stays silent */
  tellsOfMail = true;
  circuit = createMemoryCircuitKeeper();
  /** mails a second */
  rate = 1000;
  dailyQuota = 50_000;
  hasTime = () => true;
  readonly clock = () => this.now;

  constructor(now: string) {
    this.now = at(now);
    const { register, records, enquiries, links, clock } = this;
    const archive = createMemoryCalendarArchive();
    this.archive = archive;
    this.store = createMemoryStore(shardOf, { register, records, links, archive, enquiries });
    this.rules = rulesOver(archive, clock);
  }

  get ports(): SendPorts & SweepPorts {
    return {
      store: this.store,
      enquiries: this.enquiries,
      archive: this.archive,
      rules: this.rules,
      clock: this.clock,
      randomBytes: this.randomBytes,
      shards,
      linkBase: 'https://complaints.example',
      hasTime: () => this.hasTime(),
      sendMail: async (mail: Mail) => {
        this.inbox.push(mail);
        const outcome = await this.answer(mail);
        if (outcome.type === 'accepted') this.events.push(...eventsOf(mail, outcome.messageId, this.now));
        return outcome;
      },
      circuit: this.circuit,
      rate: this.rate,
      dailyQuota: this.dailyQuota,
      wait: async (milliseconds: number) => {
        this.now = instantOf(millisecondsOf(this.now) + milliseconds);
      },
      report: (problem: SweepProblem | { key: NoticeKey; error: unknown }) => {
        this.problems.push({ about: aboutWhat(problem), error: problem.error });
      },
    };
  }

  receive(change: Partial<Intake> = {}, key?: IdempotencyKey, landlord: LandlordId = 'day-zero') {
    return receiveComplaint(
      this.ports,
      policyOf(landlord),
      { ...intake, ...change },
      key,
      ({ reference, receivedAt }) => ({ status: 201, body: JSON.stringify({ reference, receivedAt }) }),
    );
  }

  /** Receives one complaint and tells its reference. */
  async receiveOne(change: Partial<Intake> = {}, landlord?: LandlordId): Promise<Reference> {
    const result = await this.receive(change, undefined, landlord);
    if (result.type !== 'answered') throw new Error(result.type);
    const { reference } = JSON.parse(result.body);
    if (!isReference(reference)) throw new Error('the answer names no reference');
    return reference;
  }

  /** From the sixth on each by somebody else: one mailbox gets no more receipts in a day. */
  async receiveMany(count: number, landlord?: LandlordId): Promise<Reference[]> {
    const references: Reference[] = [];
    for (let index = 0; index < count; index++) {
      const complainant = { name: 'Sam Okoro', email: `resident-${index}@example.com` };
      references.push(await this.receiveOne(index < 5 ? {} : { complainant }, landlord));
    }
    return references;
  }

  /** Owes a notice that no command asked for, with the texts that it names. */
  async owe(reference: Reference, notice: NoticeOwed, texts: Text[] = []): Promise<void> {
    const owed = owe(notice, { type: 'complaint', reference }, this.now);
    await this.change(reference, { newNotices: [owed], texts });
  }

  /** Stores a change that no command decided on. */
  async change(reference: Reference, change: Partial<ComplaintChange>, state: Partial<Complaint> = {}) {
    const loaded = await this.store.load(reference);
    if (!loaded) throw new Error('not stored');
    const outcome = await this.store.commit({
      expectedVersion: loaded.version,
      stored: { ...loaded, complaint: { ...loaded.complaint, ...state } },
      texts: [],
      entries: [],
      newNotices: [],
      wakeAt: undefined,
      at: this.now,
      ...change,
    });
    if (outcome !== 'stored') throw new Error(JSON.stringify(outcome));
  }

  async sweep(now: string) {
    this.now = at(now);
    await this.tellOfMail();
    return sweepDue(this.ports);
  }

  /** Sends what is due, and tells how many notices came to what. */
  async send(now?: string) {
    return (await this.runSender(now)).counts;
  }

  /** As `send`, and tells how sending stands. */
  async runSender(now?: string) {
    if (now) this.now = at(now);
    await this.tellOfMail();
    return sendNotices(this.ports);
  }

  /** Brings the events of all mail that SES took before now, as if each had come at once. */
  async tellOfMail(): Promise<void> {
    const told = this.events.filter((event) => event.at < this.now);
    this.events = this.events.filter((event) => event.at >= this.now);
    if (!this.tellsOfMail) return;
    for (const event of told) await applyEventToNotice({ ...this.ports, clock: () => event.at }, event);
  }

  /** Every complaint that waits for some instant. */
  async complaints(): Promise<Reference[]> {
    return waitingComplaints(this.store);
  }

  /** Every notice that waits to be looked at again. */
  async waitingNotices(): Promise<NoticeKey[]> {
    const found = await Promise.all(sendQueues.map((queue) => Array.fromAsync(this.store.queue(queue))));
    return found.flat().map(({ key }) => key);
  }

  async notice(reference: Reference, id = 'receipt'): Promise<Notice> {
    return this.noticeOf({ type: 'complaint', reference }, id);
  }

  async noticeOf(owner: NoticeOwner, id: string): Promise<Notice> {
    const notice = await this.store.readNotice({ owner, id });
    if (!notice) throw new Error(`there is no notice ${id}`);
    return notice;
  }

  async eventTypes(reference: Reference): Promise<string[]> {
    return (await this.store.timeline(reference)).map(({ event }) => event.type);
  }
}

/** What SES tells of a mail that arrives. */
function eventsOf({ tags }: Mail, messageId: string, acceptedAt: Instant): MailEvent[] {
  const about = { owner: ownerOf(tags), id: tags.notice ?? '', messageId, at: acceptedAt, acceptedAt };
  return [
    { ...about, outcome: 'accepted' },
    { ...about, outcome: 'delivered' },
  ];
}

function ownerOf({ complaint, enquiry, landlord, staff }: Mail['tags']): NoticeOwner {
  if (landlord) return { type: 'landlord', landlord };
  if (staff) return { type: 'staff', person: staffId(Buffer.from(staff, 'base64url').toString()) };
  const reference = complaint ?? enquiry ?? '';
  if (!isReference(reference)) throw new Error('a mail names no owner');
  return { type: complaint ? 'complaint' : 'enquiry', reference };
}

function aboutWhat(problem: SweepProblem | { key: NoticeKey }): Reference | NoticeKey | string {
  if ('key' in problem) return problem.key;
  if ('landlord' in problem) return problem.landlord;
  return 'enquiry' in problem ? `enquiry ${problem.enquiry}` : problem.reference;
}

/** A store that does something else for some of its calls. */
export function storeWith(store: ComplaintStore, changed: Partial<ComplaintStore>): ComplaintStore {
  return { ...store, ...changed };
}
