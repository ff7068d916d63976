import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReference, type Reference } from '../../shared/domain/reference.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { handleUntilStored } from '../../shared/use-cases/handle-command.ts';
import { importComplaint } from '../../shared/use-cases/import-complaint.ts';
import { takeDownEnquiry } from '../../shared/use-cases/log-enquiry.ts';
import { requestLink } from '../../shared/use-cases/request-link.ts';
import { textRef } from '../support/complaints.ts';
import { at, type LandlordId, policyOf } from '../support/rules.ts';
import { intake, World } from '../support/world.ts';

/** Two people, each by several spellings of one address. */
const mailboxes = {
  sam: [
    'sam.okoro@example.com',
    'samokoro@example.com',
    'Sam.Okoro+lift@Example.com',
    's.amokoro+1@example.com',
  ],
  ada: ['ada@gmail.com', 'a.d.a@googlemail.com', 'ADA+x@gmail.com'],
};
type Name = keyof typeof mailboxes;
const spellings = Object.entries(mailboxes).flatMap(([name, all]) =>
  all.map((each) => [each, name as Name] as const),
);
const nameOf = new Map<string, Name>(spellings);
const emails = spellings.map(([email]) => email);

/** On the last the landlord says sorry for not having acknowledged what came on the first. */
const days = ['2027-01-04', '2027-01-05', '2027-01-12'];
const by = staffId('hana');

/** What somebody whom nobody knows does at the landlord's door, and now and then the clock. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('complain' as const), email: fc.constantFrom(...emails) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('praise' as const), email: fc.constantFrom(...emails) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask-for-links' as const), of: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('send' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** A world that notes on which day each mail went to whom. */
class Door {
  readonly world = new World(`${days[0]}T08:00:00Z`);
  readonly references: Reference[] = [];
  readonly sent: { day: string; name: Name | undefined; kind: 'link' | 'other'; notice: string }[] = [];

  constructor() {
    this.world.answer = ({ to, tags }) => {
      const notice = tags.notice ?? '';
      const kind = notice.startsWith('access-link') ? 'link' : 'other';
      this.sent.push({ day: this.world.now.slice(0, 10), name: nameOf.get(to), kind, notice });
      return { type: 'accepted', messageId: `m-${this.sent.length}` };
    };
  }

  async take(step: Step): Promise<void> {
    const { world } = this;
    world.now = at(new Date(Date.parse(world.now) + 11 * 60_000).toISOString());
    switch (step.do) {
      case 'complain': {
        const complainant = { ...intake.complainant, name: 'Sam', email: step.email };
        this.references.push(await world.receiveOne({ complainant }));
        return;
      }
      case 'praise': {
        const enquirer = { name: 'Sam', email: step.email };
        const compliment = {
          kind: 'compliment',
          channel: 'web-form',
          enquirer,
          description: 'Kind.',
        } as const;
        await takeDownEnquiry(world.ports, policyOf('day-zero'), compliment, undefined, () => ({
          status: 201,
          body: '',
        }));
        return;
      }
      case 'ask-for-links': {
        const reference = this.references[step.of % Math.max(this.references.length, 1)];
        if (reference) await requestLink(world.ports, reference);
        return;
      }
      case 'send':
        await world.send();
    }
  }

  /** The clock's own part of a day: alerts and apologies, while nobody on the staff does anything. */
  async pass(day: string): Promise<void> {
    const { world } = this;
    if (world.now < `${day}T13:00:00Z`) await world.sweep(`${day}T13:00:00Z`);
    await world.send();
  }

  /** By mailbox, day and sort: how many mails. */
  tally(): number[][] {
    const counts = { link: new Map<string, number>(), other: new Map<string, number>() };
    for (const { name, day, kind } of this.sent) {
      if (!name) continue;
      const key = `${name} ${day}`;
      counts[kind].set(key, (counts[kind].get(key) ?? 0) + 1);
    }
    return [[...counts.other.values()], [...counts.link.values()]];
  }

  async withheld(): Promise<Reference[]> {
    const found = await Promise.all(
      this.references.map(async (each) => [each, (await this.world.notice(each)).status] as const),
    );
    return found.flatMap(([each, status]) => (status === 'withheld' ? [each] : []));
  }
}

const acknowledge = {
  type: 'Acknowledge',
  by,
  points: [{ definition: textRef(1), responsible: true }],
} as const;

/** The days as planned, and then those on which the clock alone goes on. */
async function live(plan: readonly Step[][]): Promise<Door> {
  const door = new Door();
  for (const [index, day] of days.entries()) {
    await door.pass(day);
    for (const each of plan[index] ?? []) await door.take(each);
    await door.world.send();
  }
  return door;
}

async function notSent({ store }: World, reference: Reference) {
  const events = (await store.timeline(reference)).map(({ event }) => event);
  return events.filter((event) => event.type === 'NoticeNotSent' && event.kind === 'receipt');
}

/** By landlord: how many receipts of what nobody on the staff logged. */
async function sentByLandlord({ inbox, store }: World): Promise<number[]> {
  const sent = new Map<string, number>();
  for (const { tags } of inbox) {
    const { complaint: reference = '' } = tags;
    const complaint = isReference(reference) ? (await store.load(reference))?.complaint : undefined;
    if (!complaint || complaint.loggedBy) continue;
    sent.set(complaint.landlord, (sent.get(complaint.landlord) ?? 0) + 1);
  }
  return [...sent.values()];
}

const receiptWithheld = [{ type: 'NoticeNotSent', notice: 'receipt', kind: 'receipt', why: 'withheld' }];

const resident = (name: string) => ({ name: 'Sam', email: `${name}@example.com` });

const flood = fc.record({
  landlord: fc.constantFrom<LandlordId[]>('day-zero', 'code-2024', 'counted-from-receipt'),
  count: fc.integer({ min: 5, max: 40 }),
});

describe('mail that somebody whom nobody knows causes', () => {
  it('never goes to one mailbox beyond its cap, whatever is sent in and whatever the clock adds', async () => {
    let over = 0;
    let sorry = 0;
    const ofOneDay = fc.array(step, { minLength: 8, maxLength: 24, size: 'max' });
    await fc.assert(
      fc.asyncProperty(fc.array(ofOneDay, { minLength: 1, maxLength: 2 }), async (plan) => {
        const door = await live(plan);
        const [others = [], links = []] = door.tally();
        expect(Math.max(0, ...others)).toBeLessThanOrEqual(5);
        expect(Math.max(0, ...links)).toBeLessThanOrEqual(10);
        expect(door.world.problems).toEqual([]);
        for (const reference of door.references) expect(await door.world.store.load(reference)).toBeDefined();
        const withheld = await door.withheld();
        for (const reference of withheld)
          expect(await notSent(door.world, reference)).toEqual(receiptWithheld);
        over += withheld.length;
        sorry += door.sent.filter(({ notice }) => notice.startsWith('apology')).length;
      }),
      { numRuns: 15, seed: 7 },
    );
    expect(over).toBeGreaterThan(20);
    expect(sorry).toBeGreaterThan(20);
  });

  it('is withheld without harm to the complaint: staff acknowledge it, and that is sent', async () => {
    const door = new Door();
    for (let count = 0; count < 8; count++)
      await door.take({ do: 'complain', email: emails[count % 4] ?? '' });
    await door.world.send();
    const withheld = await door.withheld();
    expect(withheld).toHaveLength(3);
    const { world } = door;
    for (const reference of withheld) {
      const texts = [{ id: textRef(1).id, text: 'The lift.', salt: 'salt' }];
      await world.change(reference, { texts });
      const staff = { type: 'staff', id: by } as const;
      await handleUntilStored(world.ports, reference, acknowledge, staff, world.now);
    }
    expect(await world.send()).toMatchObject({ accepted: 3, withheld: 0 });
    for (const reference of withheld) {
      const notices = await world.store.notices(reference);
      expect(notices.map(({ kind, status }) => [kind, status])).toEqual([
        ['acknowledgement', 'accepted'],
        ['receipt', 'withheld'],
      ]);
    }
  });

  it('does not keep one landlord’s mail from leaving because another’s is too much', async () => {
    const door = new Door();
    door.world.dailyQuota = 160;
    for (let count = 0; count < 120; count++)
      await door.world.receiveOne({ complainant: resident(`sam${count}`) });
    const flooded = await door.world.runSender();
    expect(flooded.counts.accepted).toBeLessThanOrEqual(40);
    expect(flooded.counts.accepted).toBeGreaterThan(30);
    expect(flooded.landlordCapReached).toBe(120 - flooded.counts.accepted);
    await door.world.receiveOne({ complainant: resident('ada') }, 'code-2024');
    expect(await door.world.send()).toMatchObject({ accepted: 1, withheld: 0 });
  });

  it('takes a quarter of the quota in one landlord’s name and half in all, and is told of where it would be more', async () => {
    let overForOne = 0;
    let overForAll = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(flood, { minLength: 2, maxLength: 5 }), async (floods) => {
        const world = new World(`${days[0]}T08:00:00Z`);
        world.dailyQuota = 64;
        for (const [index, { landlord, count }] of floods.entries())
          for (let number = 0; number < count; number++)
            await world.receiveOne({ complainant: resident(`sam${index}.${number}`) }, landlord);
        const logged = await world.receiveOne({ complainant: resident('ada'), loggedBy: by });
        const { counts, landlordCapReached } = await world.runSender();

        const sent = await sentByLandlord(world);
        const all = sent.reduce((sum, each) => sum + each, 0);
        expect(Math.max(...sent)).toBeLessThanOrEqual(16);
        expect(all).toBeLessThanOrEqual(32);
        expect(landlordCapReached).toBe(counts.withheld);
        expect((await world.notice(logged)).status).toBe('accepted');
        if (Math.max(...sent) === 16) overForOne += 1;
        if (all === 32) overForAll += 1;
      }),
      { numRuns: 6, seed: 7 },
    );
    expect(overForOne).toBeGreaterThan(1);
    expect(overForAll).toBeGreaterThan(1);
  });
});

describe('mail about what staff log', () => {
  it.each<[string, (world: World) => Promise<unknown>, number]>([
    ['a complaint', (world) => world.receiveOne({ loggedBy: by }), 14],
    ['a compliment', praised, 7],
    ['an old record', imported, 7],
  ])('is not withheld, though it came by a form: %s', async (_, log, sent) => {
    const world = new World(`${days[0]}T08:00:00Z`);
    for (let count = 0; count < 7; count++) await log(world);
    expect(await world.send()).toMatchObject({ withheld: 0 });
    await world.sweep(`${days[2]}T13:00:00Z`);
    expect(await world.send()).toMatchObject({ withheld: 0 });
    expect(world.inbox.filter(({ to }) => to === intake.complainant?.email)).toHaveLength(sent);
  });
});

async function praised({ ports }: World) {
  const { complainant: enquirer, channel } = intake;
  const compliment = { kind: 'compliment', channel, enquirer, description: 'Kind.', loggedBy: by } as const;
  await takeDownEnquiry(ports, policyOf('day-zero'), compliment, undefined, () => ({
    status: 201,
    body: '',
  }));
}

async function imported({ ports, store, now }: World) {
  const row = { ...intake, id: 'CRM-1' };
  const result = await importComplaint(ports, policyOf('day-zero'), row, by, [], now);
  if (result.type === 'refused') throw new Error(result.refusal.type);
  await store.receive({ ...result.complaint, at: now, answer: undefined });
}
