import { describe, expect, it } from 'vitest';
import { civilDate } from '../../shared/domain/civil-date.ts';
import type { Command } from '../../shared/domain/decide.ts';
import type { NoticeOwed, Recipient } from '../../shared/domain/notices.ts';
import { type Person, staffId } from '../../shared/domain/staff.ts';
import { handleUntilStored } from '../../shared/use-cases/handle-command.ts';
import { textRef } from '../support/complaints.ts';
import { person as personWith } from '../support/people.ts';
import { storeWith, World } from '../support/world.ts';

const start = '2026-12-23T15:00:00Z';
const [ann, bob] = [staffId('ann'), staffId('bob')];
const toAnn: Recipient = { type: 'staff', rank: 'handler', person: ann };
const rankAddress = 'complaints.team@larkfield-homes.example';

const person = (id: string, change: Partial<Person> = {}) =>
  personWith(id, { email: `${id}@larkfield-homes.example`, ...change });

const noticeTo = (recipient: Recipient): NoticeOwed => ({
  id: 'resident-message_1',
  kind: 'resident-message',
  lane: 'routine',
  recipient,
  values: { dueOn: 'Monday 4 January 2027', explanation: '' },
});

/** A world whose receipt is sent already. */
async function quietWorld() {
  const world = new World(start);
  const reference = await world.receiveOne();
  await world.send();
  world.inbox = [];
  return { world, reference };
}

/** Where the mail for somebody goes at that time. */
async function addressFor(world: World, reference: Awaited<ReturnType<World['receiveOne']>>, now: string) {
  await world.owe(reference, noticeTo(toAnn));
  await world.send(now);
  expect(world.problems).toEqual([]);
  return world.inbox.map(({ to }) => to);
}

/** By when the resident is owed a call or a letter. */
async function contactsOwed({ store }: World, reference: Awaited<ReturnType<World['receiveOne']>>) {
  const obligations = (await store.load(reference))?.complaint.obligations ?? [];
  return obligations.filter(({ kind }) => kind === 'contact').map(({ id, dueOn }) => [id, dueOn]);
}

describe('a notice to somebody on the staff', () => {
  it('goes to their own address', async () => {
    const { world, reference } = await quietWorld();
    await world.register.save(person('ann'));
    expect(await addressFor(world, reference, start)).toEqual(['ann@larkfield-homes.example']);
  });

  const away = { leave: [{ from: civilDate('2026-12-24'), to: civilDate('2026-12-31') }], cover: bob };

  it.each([
    ['the evening before they go', '2026-12-23T23:59:59Z', 'ann@larkfield-homes.example'],
    ['the first day away', '2026-12-24T00:00:00Z', 'bob@larkfield-homes.example'],
    ['the last day away', '2026-12-31T23:59:59Z', 'bob@larkfield-homes.example'],
    ['the day they are back', '2027-01-01T00:00:00Z', 'ann@larkfield-homes.example'],
  ])('goes by who is there on the day in London: %s', async (_, now, address) => {
    const { world, reference } = await quietWorld();
    await world.register.save(person('ann', away));
    await world.register.save(person('bob'));
    expect(await addressFor(world, reference, now)).toEqual([address]);
  });

  it('counts the day in London, not in Greenwich', async () => {
    const { world, reference } = await quietWorld();
    const july = { leave: [{ from: civilDate('2027-07-01'), to: civilDate('2027-07-01') }], cover: bob };
    await world.register.save(person('ann', july));
    await world.register.save(person('bob'));
    expect(await addressFor(world, reference, '2027-06-30T23:00:00Z')).toEqual([
      'bob@larkfield-homes.example',
    ]);
  });

  it.each([
    ['they are not in the register', [person('bob')]],
    ['they have left and nobody covers', [person('ann', { disabled: true }), person('bob')]],
    ['their cover is away too', [person('ann', away), person('bob', { ...away, cover: ann })]],
    ['their cover is not in the register', [person('ann', away)]],
  ])('goes to the address of the rank where %s', async (_, people) => {
    const { world, reference } = await quietWorld();
    for (const each of people) await world.register.save(each);
    expect(await addressFor(world, reference, '2026-12-24T12:00:00Z')).toEqual([rankAddress]);
  });

  it('reads the register once where they are there, and once more for their cover', async () => {
    const { world, reference } = await quietWorld();
    const reads: unknown[] = [];
    const { store } = world;
    world.store = storeWith(store, {
      readNamed: (complaint, named) => {
        reads.push(named);
        return store.readNamed(complaint, named);
      },
    });
    await world.register.save(person('ann', away));
    await world.register.save(person('bob'));
    await world.owe(reference, noticeTo(toAnn));
    await world.send();
    expect(reads).toEqual([{ texts: [], people: [ann] }]);
    await world.owe(reference, { ...noticeTo(toAnn), id: 'resident-message_2' });
    await world.owe(reference, { ...noticeTo({ type: 'staff', rank: 'manager' }), id: 'resident-message_3' });
    await world.send('2026-12-24T12:00:00Z');
    expect(reads.slice(1)).toEqual([
      { texts: [], people: [ann] },
      { texts: [], people: [bob] },
    ]);
  });
});

describe('a notice to a contractor', () => {
  const question: NoticeOwed = {
    ...noticeTo({ type: 'contractor', address: 'text-2' }),
    values: { dueOn: 'Monday 4 January 2027', explanation: '' },
  };
  const address = { id: 'text-2', text: 'lifts@contractor.example', salt: 's' };

  it('goes to the address that is kept with the texts', async () => {
    const { world, reference } = await quietWorld();
    await world.owe(reference, question, [address]);
    await world.send();
    expect(world.inbox.map(({ to }) => to)).toEqual(['lifts@contractor.example']);
    expect(await world.eventTypes(reference)).toEqual(['ComplaintReceived', 'NoticeAccepted']);
  });

  it('is not written where the address was erased', async () => {
    const { world, reference } = await quietWorld();
    await world.owe(reference, question);
    expect(await world.send()).toMatchObject({ retry: 1, accepted: 0 });
    expect(String(world.problems[0]?.error)).toContain('text-2');
    expect(world.inbox).toEqual([]);
  });
});

describe('a notice to the resident', () => {
  const update: NoticeOwed = {
    id: 'update_2',
    kind: 'update',
    lane: 'statutory',
    recipient: { type: 'complainant' },
    values: {},
    texts: { text: 'text-1' },
  };
  const text = { id: 'text-1', text: 'The part is ordered.\n<b>It</b> comes {{reference}} soon.', salt: 's' };

  it('has in it the texts that it names, to the letter', async () => {
    const { world, reference } = await quietWorld();
    await world.owe(reference, update, [text]);
    await world.send();
    const [mail] = world.inbox;
    expect(mail?.to).toBe('sam.okoro@example.com');
    expect(mail?.content.text).toContain('The part is ordered.\n<b>It</b> comes {{reference}} soon.');
    expect(mail?.content.html).toContain('The part is ordered.<br>&lt;b&gt;It&lt;/b&gt; comes');
    expect(JSON.stringify(await world.notice(reference, 'update_2'))).not.toContain('ordered');
  });

  it('is not written where one of its texts was erased', async () => {
    const { world, reference } = await quietWorld();
    await world.owe(reference, update);
    expect(await world.send()).toMatchObject({ retry: 1 });
    expect(await world.notice(reference, 'update_2')).toMatchObject({ status: 'pending', attempts: 0 });
  });

  it.each([
    ['who may no longer be mailed', { state: { reachableByEmail: false }, personal: undefined }],
    ['who has no address any more', { state: {}, personal: { description: 'The lift.', salt: 's' } }],
  ])('%s is given up: somebody owes them a call or a letter', async (_, { state, personal }) => {
    const { world, reference } = await quietWorld();
    await world.owe(reference, update, [text]);
    await world.change(reference, { personal }, state);
    expect(await world.send()).toMatchObject({ unreachable: 1, setAside: 0, accepted: 0 });
    expect(await world.notice(reference, 'update_2')).toMatchObject({
      status: 'unreachable',
      attempts: 0,
    });
    expect(await contactsOwed(world, reference)).toEqual([['contact-update_2', '2026-12-24']]);
    expect(await world.send('2099-01-01T00:00:00Z')).toMatchObject({ unreachable: 0, accepted: 0 });
    expect(world.inbox).toEqual([]);
  });

  it('that answers is given up where their party is corrected to letters before it is sent', async () => {
    const { world, reference } = await quietWorld();
    const point = { point: 'point-1', finding: 'upheld', reasons: textRef(2), remedy: 'none' } as const;
    const correction: Command = {
      type: 'CorrectParty',
      by: ann,
      was: textRef(3),
      personalTextHash: 'hash',
      reachableByEmail: false,
      reason: textRef(4),
    };
    const commands: Command[] = [
      { type: 'AddPoints', by: ann, points: [{ definition: textRef(1), responsible: true }] },
      { type: 'Draft', by: ann, outcomes: [point] },
      { type: 'Respond', by: ann },
      correction,
    ];
    const actor = { type: 'staff', id: ann } as const;
    for (const command of commands)
      await handleUntilStored(world.ports, reference, command, actor, world.now);
    expect(await world.notice(reference, 'response')).toMatchObject({ status: 'pending' });
    expect(await world.send('2026-12-23T15:01:00Z')).toMatchObject({
      unreachable: 1,
      accepted: 0,
      setAside: 0,
    });
    expect(await world.notice(reference, 'response')).toMatchObject({ status: 'unreachable', attempts: 0 });
    expect(world.inbox).toEqual([]);
    expect((await world.eventTypes(reference)).slice(-2)).toEqual(['NoticeNotDelivered', 'ContactOwed']);
    expect(await contactsOwed(world, reference)).toEqual([['contact-response', '2026-12-24']]);
  });
});
