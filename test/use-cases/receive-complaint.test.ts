import { describe, expect, it } from 'vitest';
import { saltedHash } from '../../shared/use-cases/timeline.ts';
import { date } from '../support/rules.ts';
import { intake, storeWith, World } from '../support/world.ts';

const start = '2026-12-23T15:00:00Z';
const key = { scope: 'resident#day-zero', key: 'form-1' };

describe('the same request sent again with its key', () => {
  it('makes one complaint and one answer, to the letter', async () => {
    const world = new World(start);
    const first = await world.receive({}, key);
    world.now = '2026-12-24T09:00:00.000Z' as typeof world.now;
    const again = await world.receive({}, key);
    expect(first).toMatchObject({ type: 'answered', status: 201, repeated: false });
    expect(again).toEqual({ ...first, repeated: true });
    expect(await world.complaints()).toHaveLength(1);
    expect(await world.waitingNotices()).toHaveLength(1);
  });

  it('may write its fields in another order', async () => {
    const world = new World(start);
    await world.receive({}, key);
    const { complainant, ...rest } = intake;
    const reordered = { ...rest, complainant: { email: complainant?.email, name: complainant?.name ?? '' } };
    expect(await world.receive(reordered, key)).toMatchObject({ repeated: true });
  });

  it('makes one complaint when it is sent twenty times at the same instant', async () => {
    const world = new World(start);
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.receive({}, key)));
    const bodies = new Set(answers.map((answer) => answer.type === 'answered' && answer.body));
    expect(bodies.size).toBe(1);
    expect(answers.filter((answer) => answer.type === 'answered' && !answer.repeated)).toHaveLength(1);
    expect(await world.complaints()).toHaveLength(1);
  });

  it('is answered where the first answer was lost on its way, though all was stored', async () => {
    const world = new World(start);
    const { store } = world;
    world.store = storeWith(store, {
      async receive(complaint) {
        await store.receive(complaint);
        throw new Error('the answer was lost');
      },
    });
    await expect(world.receive({}, key)).rejects.toThrow('the answer was lost');
    world.store = store;
    expect(await world.receive({}, key)).toMatchObject({ type: 'answered', status: 201, repeated: true });
    expect(await world.complaints()).toHaveLength(1);
  });
});

describe('a key', () => {
  it('that comes with another body is refused and stores nothing', async () => {
    const world = new World(start);
    await world.receive({}, key);
    const other = await world.receive({ description: 'The roof leaks.' }, key);
    expect(other).toEqual({ type: 'key-used-for-another-request' });
    expect(await world.complaints()).toHaveLength(1);
  });

  it('means nothing in another scope', async () => {
    const world = new World(start);
    await world.receive({}, key);
    expect(await world.receive({}, { ...key, scope: 'resident#code-2024' })).toMatchObject({
      repeated: false,
    });
    expect(await world.complaints()).toHaveLength(2);
  });

  it('is kept for thirty days and counts as absent after them', async () => {
    const world = new World(start);
    await world.receive({}, key);
    world.now = '2027-01-22T15:00:00.000Z' as typeof world.now;
    expect(await world.receive({}, key)).toMatchObject({ repeated: true });
    world.now = '2027-01-22T15:00:01.000Z' as typeof world.now;
    expect(await world.receive({ description: 'Something else.' }, key)).toMatchObject({ repeated: false });
    expect(await world.complaints()).toHaveLength(2);
  });

  it('is not needed: the same request twice without one makes two complaints', async () => {
    const world = new World(start);
    await world.receive();
    await world.receive();
    expect(await world.complaints()).toHaveLength(2);
  });
});

describe('a reference that is taken', () => {
  /** Bytes for references as listed, then the last for ever; salts count on. */
  function withReferences(world: World, ...lastBytes: number[]) {
    const { randomBytes } = world;
    const left = [...lastBytes];
    world.randomBytes = (count) =>
      count === 9
        ? Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, (left.length > 1 ? left.shift() : left[0]) ?? 0)
        : randomBytes(count);
  }

  it('is replaced by another, and the complaint is stored once', async () => {
    const world = new World(start);
    withReferences(world, 1, 1, 1, 2);
    const one = await world.receiveOne();
    const other = await world.receiveOne();
    expect([one, other]).toEqual(['00000-0001Y', '00000-0002W']);
    expect((await world.complaints()).sort()).toEqual([one, other]);
  });

  it('three times is a fault that overwrites nothing', async () => {
    const world = new World(start);
    withReferences(world, 1);
    const one = await world.receiveOne();
    const before = await world.store.load(one);
    await expect(world.receive({ description: 'Another.' }, key)).rejects.toThrow('3 attempts');
    expect(await world.store.load(one)).toEqual(before);
    expect(await world.store.answerTo(key, world.now)).toBeUndefined();
  });
});

describe('what stores nothing', () => {
  it('is a refused complaint, whose key stays free', async () => {
    const world = new World(start);
    const refused = await world.receive({ issueOccurredOn: date('2027-01-01') }, key);
    expect(refused).toMatchObject({ type: 'refused', refusal: { type: 'IssueAfterReceipt' } });
    expect(await world.complaints()).toEqual([]);
    expect(await world.receive({}, key)).toMatchObject({ type: 'answered', repeated: false });
  });

  it('is a store that fails before it has begun', async () => {
    const world = new World(start);
    const { store } = world;
    world.store = storeWith(store, { receive: async () => Promise.reject(new Error('out of order')) });
    await expect(world.receive({}, key)).rejects.toThrow('out of order');
    world.store = store;
    expect(await world.complaints()).toEqual([]);
    expect(await world.store.answerTo(key, world.now)).toBeUndefined();
  });
});

describe('a mail goes only to someone who may be mailed', () => {
  const email = 'sam.okoro@example.com';
  it.each([
    ['gave an address', { name: 'Sam', email }, true],
    ['gave an address and asked for email', { name: 'Sam', email, preferredChannel: 'email' }, true],
    ['gave an address and asked for the phone', { name: 'Sam', email, preferredChannel: 'phone' }, false],
    ['gave an address and asked for letters', { name: 'Sam', email, preferredChannel: 'letter' }, false],
    ['asked for email and gave no address', { name: 'Sam', preferredChannel: 'email' }, false],
    ['gave a phone number', { name: 'Sam', phone: '01632 960999' }, false],
    ['stayed anonymous', undefined, false],
  ])('who %s', async (_, complainant, mailed) => {
    const world = new World(start);
    const reference = await world.receiveOne({ complainant });
    expect((await world.store.load(reference))?.complaint.reachableByEmail).toBe(mailed);
    expect((await world.waitingNotices()).map(({ id }) => id)).toEqual(mailed ? ['receipt'] : []);
    await world.send();
    expect(world.inbox.map(({ to }) => to)).toEqual(mailed ? [email] : []);
  });

  it('and staff are not told that somebody who asked for the phone gave no address', async () => {
    const world = new World(start);
    await world.receiveOne({ complainant: { name: 'Sam', email, preferredChannel: 'phone' } });
    await world.sweep('2027-01-04T09:00:00Z');
    await world.send();
    expect(world.inbox[0]?.content.text).toContain('tell them by phone or post');
    expect(world.inbox[0]?.content.text).not.toContain('gave no email address');
  });
});

describe('what is about a person', () => {
  it('is kept apart from the timeline, which vouches for it by a salted hash', async () => {
    const world = new World(start);
    const reference = await world.receiveOne({
      desiredOutcome: 'A working lift.',
      adjustments: ['large print'],
    });
    const [entry, ...others] = await world.store.timeline(reference);
    const bundle = await world.store.loadNotice({ owner: { type: 'complaint', reference }, id: 'receipt' });
    if (!entry || !bundle?.personal || entry.event.type !== 'ComplaintReceived')
      throw new Error('not stored');
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ seq: 1, actor: { type: 'resident' }, at: '2026-12-23T15:00:00.000Z' });
    for (const word of ['Okoro', 'sam.okoro', 'lift', 'large print'])
      expect(JSON.stringify([entry, bundle.stored, bundle.notice])).not.toContain(word);
    const { salt, ...text } = bundle.personal;
    expect(entry.event.personalTextHash).toBe(saltedHash(salt, text));
    expect(saltedHash(salt, { ...text, description: 'Another text.' })).not.toBe(
      entry.event.personalTextHash,
    );
  });
});
