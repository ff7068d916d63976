import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeMail, type MailEventType, mailEventForms } from '../../infra/local/mail-event-forms.ts';
import { mailEvent, readOutcome } from '../../shared/contracts/mail-event.ts';
import { type Complaint, openObligations } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import { owedReceipt } from '../../shared/domain/notices/automatic.ts';
import type { NoticeOwed } from '../../shared/domain/notices.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { settleAttempt } from '../../shared/domain/sending.ts';
import { type Notice, owe } from '../../shared/domain/stored-notice.ts';
import { applyEventToNotice } from '../../shared/use-cases/apply-mail-event.ts';
import { recordNotice } from '../../shared/use-cases/record-notice.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintDrafted,
  complaintReceived,
  handler,
  textRef,
} from '../support/complaints.ts';
import { at, date } from '../support/rules.ts';
import { World } from '../support/world.ts';

/** Whatever can come of one mail; each happened when it did, in whatever order it becomes known. */
const arrivals = ['settle', 'Send', 'Delayed', 'Soft', 'Delivery', 'Hard', 'Complaint'] as const;
type Arrival = (typeof arrivals)[number];
const ofSes = ['Send', 'Soft', 'Delivery', 'Hard', 'Complaint'] as const;

interface Facts {
  complaint: Complaint;
  notice: NoticeOwed;
  acceptedAt: string;
  hardAt: string;
}
const fourteenth = { acceptedAt: '2027-01-14T10:01:00Z', hardAt: '2027-01-14T15:00:00Z' };

function owing(complaint: Complaint, command: Command, now: string, which = 0) {
  const { complaint: after, notices } = carryOut(complaint, command, now);
  return { complaint: after, notice: notices.at(which) as NoticeOwed };
}

const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
const points = [{ definition: textRef(1), responsible: true }];
const acknowledged = owing(received, { type: 'Acknowledge', by: handler, points }, '2026-12-30T10:00:00Z');
const representative = {
  capacity: 'advocate',
  consent: 'given',
  reachableByEmail: true,
  copies: 'answers',
} as const;
const copied = owing(
  { ...complaintDrafted(), representative },
  { type: 'Respond', by: handler },
  '2027-01-14T10:00:00Z',
  1,
);
const reminded = owing({ ...complaintDrafted(), handler }, { type: 'TimePassed' }, '2027-01-14T10:00:00Z');
const questioned = owing(
  complaintAcknowledged(),
  { type: 'AskQuestion', by: handler, asked: { contractor: textRef(6) }, text: textRef(7) },
  '2027-01-14T10:00:00Z',
);
/** The answer is due on Thursday 14 January 2027, and is asked to be put off on that day. */
const extended = owing(
  complaintDrafted(),
  { type: 'Extend', by: handler, newDueOn: date('2027-01-28'), reason: textRef(5) },
  '2027-01-14T10:00:00Z',
);

const call = (day: number) => `call by 2027-01-${day}`;
const called = [
  `soft-bounced, ${call(15)}`,
  'delivered',
  `bounced, ${call(15)}`,
  `reported-as-spam, ${call(19)}`,
] as const;
const tried = called.map((each) => (each === 'delivered' ? each : `${each}, unreached`));

/** Each with what it comes to: after a soft bounce, once delivered, once it came back for good, once all is known. */
const lives: [string, Facts, readonly string[]][] = [
  ['a receipt', { complaint: received, notice: owedReceipt(received), ...fourteenth }, tried],
  ['an acknowledgement', { ...acknowledged, ...fourteenth }, tried],
  [
    'an extension on its last day',
    { ...extended, ...fourteenth },
    [
      `soft-bounced, effective, ${call(15)}, unreached`,
      'delivered, effective',
      'bounced, not-reached, unreached',
      `reported-as-spam, effective, ${call(19)}, unreached`,
    ],
  ],
  [
    'an extension that comes back after its day',
    { ...extended, ...fourteenth, hardAt: '2027-01-15T08:00:00Z' },
    [
      `soft-bounced, effective, ${call(15)}, unreached`,
      'delivered, effective',
      `bounced, effective, ${call(18)}, unreached`,
      `reported-as-spam, effective, ${call(19)}, unreached`,
    ],
  ],
  [
    'an extension that is taken too late',
    { ...extended, acceptedAt: '2027-01-15T00:00:00Z', hardAt: '2027-01-15T08:00:00Z' },
    [
      `soft-bounced, too-late, ${call(18)}, unreached`,
      'delivered, too-late',
      `bounced, too-late, ${call(18)}, unreached`,
      `reported-as-spam, too-late, ${call(19)}, unreached`,
    ],
  ],
  ['a copied answer', { ...copied, ...fourteenth }, called],
  [
    'a reminder to staff',
    { ...reminded, ...fourteenth },
    ['soft-bounced', 'delivered', 'bounced', 'reported-as-spam'],
  ],
  ['a question to a contractor', { ...questioned, ...fourteenth }, called],
];

/** What SES says, as it says it. */
const said: Record<Exclude<Arrival, 'settle'>, { type: MailEventType; change?: Record<string, string> }> = {
  Send: { type: 'Send' },
  Delayed: { type: 'DeliveryDelay' },
  Soft: { type: 'Bounce', change: { bounceType: 'Transient' } },
  Delivery: { type: 'Delivery' },
  Hard: { type: 'Bounce', change: { bounceType: 'Permanent' } },
  Complaint: { type: 'Complaint' },
};

function outcomeOf(arrival: Exclude<Arrival, 'settle'>, { acceptedAt, hardAt }: Facts) {
  const { type, change } = said[arrival];
  const mail = {
    from: 'a@b.example',
    to: ['c@d.example'],
    subject: '',
    text: '',
    html: '',
    at: at(acceptedAt),
  };
  const tags = { complaint: received.reference, notice: 'any', attempt: '1' };
  const happenedAt =
    arrival === 'Hard' ? hardAt : arrival === 'Complaint' ? '2027-01-18T09:00:00Z' : acceptedAt;
  const accepted = { ...mail, messageId: 'm-1', tags };
  const form = mailEventForms[type];
  const content = { ...form.content(accepted, at(happenedAt)), ...change };
  const detail = { eventType: type, mail: describeMail(accepted, '123456789012'), [form.field]: content };
  return readOutcome(mailEvent.parse({ detail }).detail);
}

/** One notice that was just handed to SES, ever anew, and what it comes to. */
function begin(facts: Facts) {
  const world = new World('2027-01-18T10:00:00Z');
  const { complaint, notice, acceptedAt } = facts;
  const outcomes = new Map(
    arrivals.flatMap((each) => (each === 'settle' ? [] : [[each, outcomeOf(each, facts)] as const])),
  );

  async function claim(): Promise<Notice & { owner: { type: 'complaint'; reference: Reference } }> {
    const reference = await world.receiveOne();
    const owner = { type: 'complaint', reference } as const;
    const owed = { ...owe(notice, owner, at(acceptedAt)), attempts: 1 };
    const claimed = { ...owed, owner, status: 'sending' as const };
    // Every complaint has a receipt already, so that another one stands in for it.
    const fresh = { ...claimed, id: notice.id === 'receipt' ? 'another-receipt' : notice.id };
    await world.change(reference, { newNotices: [fresh] }, { ...complaint, reference });
    return fresh;
  }

  /** Whether that changed anything. */
  async function meet(claimed: Awaited<ReturnType<typeof claim>>, arrival: Arrival): Promise<boolean> {
    if (arrival === 'settle') {
      const settled = settleAttempt(claimed, { type: 'accepted', messageId: 'm-1' }, at(acceptedAt));
      const told = { was: 'sending', at: at(acceptedAt) } as const;
      return (await recordNotice(world.ports, settled, told, world.now)) === 'stored';
    }
    const outcome = outcomes.get(arrival);
    const { owner, id } = claimed;
    if (!outcome) return false;
    const event = { owner, id, messageId: 'm-1', ...outcome };
    return (await applyEventToNotice(world.ports, event)).result === 'applied';
  }

  async function endOf({ owner, id }: Awaited<ReturnType<typeof claim>>): Promise<End> {
    const stored = await world.store.load(owner.reference);
    if (!stored) throw new Error('not stored');
    const { extensions, residentUnreached } = stored.complaint;
    const { status, wakeAt, messageId } = await world.notice(owner.reference, id);
    // A date of a call that was owed meanwhile and passed tells what was known when, not what is owed.
    const open = openObligations(stored.complaint).map(({ missed, ...owed }) =>
      owed.kind === 'contact' ? owed : { ...owed, missed },
    );
    const states = extensions.map(({ state }) => state);
    const calls = open.flatMap(({ kind, dueOn }) => (kind === 'contact' ? [`call by ${dueOn}`] : []));
    const inShort = [status, ...states, ...calls, ...(residentUnreached ? ['unreached'] : [])].join(', ');
    const owed = open.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    return { inShort, whole: JSON.stringify([inShort, wakeAt, messageId, owed]) };
  }

  return { claim, meet, endOf };
}

interface End {
  inShort: string;
  whole: string;
}

/** Every order of the items. */
function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}

/** What is known, whatever came first; of a delay nothing is. */
const known = (arrived: readonly Arrival[]) =>
  [...new Set(arrived)]
    .filter((each) => each !== 'Delayed')
    .sort()
    .join();

/** All orders of what SES says, with the sender's own word at another place in each. */
const orders: Arrival[][] = permutations<Arrival>(ofSes).map((order, index) =>
  order.toSpliced((index + Math.floor(index / 6)) % 6, 0, 'settle'),
);

describe.each(lives)('what becomes of %s', (_, facts, expected) => {
  const { claim, meet, endOf } = begin(facts);
  const ends = new Map<string, End>();

  /** Lets it become known in an order, and looks at each point on the way whether it is as ever by then. */
  async function live(order: readonly Arrival[]): Promise<void> {
    const claimed = await claim();
    let end = await endOf(claimed);
    for (const [index, arrival] of order.entries()) {
      if (await meet(claimed, arrival)) end = await endOf(claimed);
      const so = known(order.slice(0, index + 1));
      const before = ends.get(so) ?? end;
      expect([order, so, end.whole]).toEqual([order, so, before.whole]);
      ends.set(so, before);
    }
  }

  it('is the same in whatever order it becomes known, and at each point on the way', async () => {
    for (const order of orders) await live(order);
    expect(orders).toHaveLength(120);
    const [soft, arrived, lost, all] = expected;
    expect(ends.get('Soft')?.inShort).toBe(soft);
    expect(ends.get('Delivery,Soft')?.inShort).toBe(arrived);
    expect(ends.get('Delivery,Hard,Soft')?.inShort).toBe(lost);
    expect(ends.get('Complaint,Delivery,Hard,Send,Soft,settle')?.inShort).toBe(all);
  });

  it('is the same however often it is told', async () => {
    const order = fc.array(fc.constantFrom(...arrivals), { minLength: 5, maxLength: 14 });
    await fc.assert(fc.asyncProperty(order, live), { numRuns: 15 });
  });
});
