import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { type Person, staffId } from '../../shared/domain/staff.ts';
import { applyEventToNotice } from '../../shared/use-cases/apply-mail-event.ts';
import { handleUntilStored } from '../../shared/use-cases/handle-command.ts';
import { oweDigests } from '../../shared/use-cases/owe-digests.ts';
import { person } from '../support/people.ts';
import { at, date, type LandlordId } from '../support/rules.ts';
import { storeWith, World } from '../support/world.ts';

const hana = person('hana', { name: 'Hana Weir', teams: ['north'] });
const olu = person('olu', { name: 'Olu Adeyemi' });
const lena = person('lena', { leads: ['north'] });
/** The day on which acknowledgements of 23 December are due, on a Monday. */
const monday = '2027-01-04T07:30:00Z';
const onMonday = { from: date('2027-01-04'), to: date('2027-01-04') };

/** What is said of a complaint of 23 December, of `day-zero` where no landlord is named. */
type Owned = Partial<Omit<Complaint, 'landlord'>> & { landlord?: LandlordId };

/** A world with complaints of 23 December, whose receipts are sent. */
async function worldOf(people: Person[], owned: Owned[]) {
  const world = new World('2026-12-23T15:00:00Z');
  for (const each of people) await world.register.save(each);
  const references: Reference[] = [];
  for (const { landlord, ...state } of owned) {
    const reference = await world.receiveOne({}, landlord);
    await world.change(reference, {}, state);
    references.push(reference);
  }
  await world.send();
  world.inbox.length = 0;
  return { world, references };
}

const owe = (world: World, now = monday, served: LandlordId[] = ['day-zero']) => {
  world.now = at(now);
  return oweDigests({ ...world.ports, register: world.register, served: new Set(served) });
};
const handledBy = (who: Person): Owned => ({ handler: who.id, team: 'north' });
const mailbox = 'complaints.team@larkfield-homes.example';
const mails = (world: World) => world.inbox.map(({ to, content }) => `${to} ${content.subject}`);

describe('the digests of a morning', () => {
  it('are one mail each for everybody who has something to do or to know, and none for the others', async () => {
    const { world, references } = await worldOf(
      [hana, olu, lena],
      [handledBy(hana), handledBy(hana), { team: 'north' }, {}],
    );
    const [first, second, third, fourth] = references;
    expect(await owe(world)).toEqual({ complaints: 4, owed: 3, problems: [], finished: true });
    await world.send();
    expect(mails(world).toSorted()).toEqual([
      `${mailbox} Complaints for you: 1 without a handler`,
      'person-hana@landlord.example Complaints for you: 2 due today',
      'person-lena@landlord.example Complaints for you: 1 without a handler',
    ]);
    const textTo = (start: string) => world.inbox.find(({ to }) => to.startsWith(start))?.content.text;
    for (const reference of [first, second])
      expect(textTo('person-hana')).toContain(
        `- ${reference}: Acknowledge the complaint by Monday 4 January 2027, due today.`,
      );
    expect(textTo('person-lena')).toContain(`Nobody handles it yet\n---------------------\n\n- ${third}:`);
    expect(textTo('complaints.team')).toContain(`- ${fourth}:`);
    // whatever lists nothing is no heading either
    expect(textTo('complaints.team')?.match(/^.+\n-{3,}$/gm)).toEqual([
      expect.stringMatching(/^Nobody handles it yet\n/),
      expect.stringMatching(/^About this email\n/),
    ]);
    const mailed = world.inbox.find(({ to }) => to.startsWith('person-hana'));
    expect(mailed).toMatchObject({
      fromName: 'Larkfield Retirement Homes',
      replyTo: 'complaints@larkfield-homes.example',
      tags: { staff: Buffer.from('hana').toString('base64url'), notice: 'digest_2027-01-04', attempt: '1' },
    });
  });

  it('are owed once a day, however often this is run, and again the next morning', async () => {
    const { world } = await worldOf([hana], [handledBy(hana)]);
    expect((await owe(world)).owed).toBe(1);
    expect((await owe(world)).owed).toBe(0);
    await world.send();
    await world.send();
    expect(world.inbox).toHaveLength(1);
    expect((await owe(world, '2027-01-05T07:30:00Z')).owed).toBe(1);
  });

  it.each([
    ['on a Sunday', '2027-01-03T07:30:00Z'],
    ['on a bank holiday', '2027-01-01T07:30:00Z'],
  ])('are left out %s', async (_, now) => {
    const { world } = await worldOf([hana], [handledBy(hana)]);
    expect(await owe(world, now)).toMatchObject({ complaints: 0, owed: 0, finished: true });
  });

  it('have the complaints of all landlords that one person serves in one mail', async () => {
    const both = person('hana', { landlords: ['day-zero', 'code-2024'] });
    const { world } = await worldOf([both], [handledBy(both), { ...handledBy(both), landlord: 'code-2024' }]);
    expect((await owe(world, monday, ['day-zero', 'code-2024'])).owed).toBe(1);
    await world.send();
    expect(mails(world)).toEqual(['person-hana@landlord.example Complaints for you: 2 due today']);
  });

  it('that leave a landlord out at first bring it in a second mail, and nothing twice', async () => {
    const both = person('hana', { landlords: ['day-zero', 'code-2024'] });
    const owned = [handledBy(both), { ...handledBy(both), landlord: 'code-2024' }] as const;
    const { world, references } = await worldOf([both], [...owned]);
    const [, late] = references;
    const { store } = world;
    world.store = storeWith(store, {
      worklist: async (page) => {
        if (page.landlord === 'code-2024') throw new Error('throttled');
        return store.worklist(page);
      },
    });
    const served: LandlordId[] = ['day-zero', 'code-2024'];
    expect(await owe(world, monday, served)).toMatchObject({
      owed: 1,
      problems: [{ landlord: 'code-2024' }],
    });
    world.store = store;
    for (const owed of [1, 0]) expect((await owe(world, monday, served)).owed).toBe(owed);
    await world.send();
    expect(mails(world)).toEqual(
      Array(2).fill('person-hana@landlord.example Complaints for you: 1 due today'),
    );
    expect(world.inbox[1]?.content.text).toContain(late);
    expect((await owe(world, monday, served)).owed).toBe(0);
  });

  it('go to the cover of somebody who is away, who sees whose it is', async () => {
    const { world } = await worldOf(
      [{ ...hana, leave: [onMonday], cover: olu.id }, olu],
      [handledBy(hana), handledBy(olu)],
    );
    await owe(world);
    await world.send();
    expect(mails(world)).toEqual(['person-olu@landlord.example Complaints for you: 2 due today']);
    expect(world.inbox[0]?.content.text.match(/due today.*$/gm)).toEqual([
      expect.stringMatching(/^due today( \(for Hana Weir, who is away\))?\.$/),
      expect.stringMatching(/^due today( \(for Hana Weir, who is away\))?\.$/),
    ]);
    expect(world.inbox[0]?.content.text).toContain('(for Hana Weir, who is away)');
  });

  it('look at every page of the worklist, and at each complaint once', async () => {
    const { world } = await worldOf(
      [hana],
      Array.from({ length: 53 }, () => handledBy(hana)),
    );
    const { store } = world;
    const read: Reference[] = [];
    world.store = storeWith(store, {
      loadAll: (references) => {
        read.push(...references);
        return store.loadAll(references);
      },
    });
    expect(await owe(world)).toMatchObject({ complaints: 53, owed: 1 });
    expect([read.length, new Set(read).size]).toEqual([53, 53]);
  });

  it('are not halved where time runs out, and one complaint that cannot be read keeps back no other', async () => {
    const { world, references } = await worldOf([hana], [handledBy(hana), handledBy(hana)]);
    world.hasTime = () => false;
    expect(await owe(world)).toEqual({ complaints: 0, owed: 0, problems: [], finished: false });
    world.hasTime = () => true;
    const [broken] = references;
    if (!broken) throw new Error('no complaint');
    await world.change(broken, {}, { landlord: 'day-zero', policyEffectiveFrom: date('1999-01-01') });
    const { problems, owed } = await owe(world);
    expect(problems).toEqual([{ reference: broken, error: expect.any(Error) }]);
    expect(owed).toBe(1);
    world.tellsOfMail = false;
    await world.send();
    expect(mails(world)).toEqual(['person-hana@landlord.example Complaints for you: 1 due today']);
  });
});

describe('a digest that is sent', () => {
  async function acknowledge(world: World, reference: Reference) {
    const command = {
      type: 'Acknowledge',
      by: hana.id,
      points: [{ definition: { id: 'text-1', hash: 'hash' }, responsible: true }],
      alreadyGiven: { how: 'letter', evidence: { id: 'text-2', hash: 'hash' } },
    } as const;
    const actor = { type: 'staff', id: hana.id } as const;
    const result = await handleUntilStored(world.ports, reference, command, actor, world.now);
    if (result.type !== 'done') throw new Error(JSON.stringify(result));
  }

  it('leaves out what was done since it was owed, and is not sent where nothing is left', async () => {
    const { world, references } = await worldOf(
      [hana, olu],
      [handledBy(hana), handledBy(hana), handledBy(olu)],
    );
    const [first, second, third] = references as [Reference, Reference, Reference];
    await owe(world);
    await acknowledge(world, first);
    await acknowledge(world, third);
    expect(await world.send()).toMatchObject({ accepted: 1, cancelled: 1 });
    expect(mails(world)).toEqual(['person-hana@landlord.example Complaints for you: 1 due today']);
    expect(world.inbox[0]?.content.text).toContain(second);
    expect(world.inbox[0]?.content.text).not.toContain(first);
    const kept = await world.noticeOf({ type: 'staff', person: hana.id }, 'digest_2027-01-04');
    expect(kept).toMatchObject({ status: 'accepted', contentHash: expect.any(String) });
    expect(kept.lines?.map(({ reference }) => reference)).toEqual([second]);
  });

  it('is that of its own day: what an outage kept back overnight is not sent', async () => {
    const { world } = await worldOf([hana], [handledBy(hana)]);
    await owe(world);
    world.answer = () => ({ type: 'retry', error: 'Throttling' });
    await world.send();
    world.answer = () => ({ type: 'accepted', messageId: 'm-2' });
    world.inbox.length = 0;
    expect(await world.send('2027-01-05T00:00:00Z')).toMatchObject({ cancelled: 1, accepted: 0 });
    expect(world.inbox).toEqual([]);
  });

  it.each<[string, Partial<Person>, string[]]>([
    [
      'who went away meanwhile goes to their cover',
      { leave: [onMonday], cover: olu.id },
      ['person-olu@landlord.example'],
    ],
    ['who is away without a cover goes to the mailbox of their rank', { leave: [onMonday] }, [mailbox]],
    ['who left goes there', { disabled: true }, [mailbox]],
    ['who serves the landlord no longer goes there', { landlords: ['code-2024'] }, [mailbox]],
  ])('of somebody %s', async (_, change, expected) => {
    const { world } = await worldOf([hana, olu], [handledBy(hana)]);
    await owe(world);
    await world.register.save({ ...hana, ...change, revision: 1 });
    await world.send();
    await world.send();
    expect(world.inbox.map(({ to }) => to)).toEqual(expected);
    const isSaid = world.inbox.some(({ content }) => content.text.includes('(for Hana Weir, who is away)'));
    expect(isSaid).toBe(change.cover !== undefined);
  });

  it('of several landlords goes to the mailbox of each, who hear of no other', async () => {
    const both = person('hana', { landlords: ['day-zero', 'code-2024'] });
    const owned = [handledBy(both), { ...handledBy(both), landlord: 'code-2024' }] as const;
    const { world, references } = await worldOf([both], [...owned]);
    await owe(world, monday, ['day-zero', 'code-2024']);
    await world.register.save({ ...both, leave: [onMonday], revision: 1 });
    await world.send();
    await world.send();
    const told = world.inbox.map(({ content }) => references.filter((each) => content.text.includes(each)));
    expect(told.toSorted()).toEqual(references.map((each) => [each]).toSorted());
  });

  it('hands nothing on twice: of whom its reader stands in for, the reader’s own cover hears nothing', async () => {
    const zed = person('zed', { name: 'Zed Marsh' });
    const olus = { ...olu, cover: zed.id };
    const { world, references } = await worldOf(
      [{ ...hana, leave: [onMonday], cover: olu.id }, olus, zed],
      [handledBy(hana), handledBy(olu)],
    );
    await owe(world);
    await world.register.save({ ...olus, leave: [onMonday], revision: 1 });
    await world.send();
    await world.send();
    const told = world.inbox.map(({ to, content }) => [
      to,
      references.findIndex((each) => content.text.includes(each)),
      content.subject,
    ]);
    const subject = 'Complaints for you: 1 due today';
    expect(told).toEqual([
      ['person-zed@landlord.example', 1, subject],
      [mailbox, 0, subject],
    ]);
  });

  it('tells nobody of a complaint that has come to be about them', async () => {
    const { world, references } = await worldOf([hana], [handledBy(hana), handledBy(hana)]);
    const [about] = references as [Reference];
    await owe(world);
    await world.change(about, {}, { staffComplainedAbout: [staffId('hana')] });
    await world.send();
    expect(mails(world)).toEqual(['person-hana@landlord.example Complaints for you: 1 due today']);
    expect(world.inbox[0]?.content.text).not.toContain(about);
  });

  it('that is lost is kept as lost, and rings for those who keep watch', async () => {
    const { world } = await worldOf([hana], [handledBy(hana)]);
    await owe(world);
    await world.send();
    const told = await applyEventToNotice(world.ports, {
      owner: { type: 'staff', person: hana.id },
      id: 'digest_2027-01-04',
      outcome: 'bounced',
      messageId: 'm-1',
      at: world.now,
    });
    expect(told).toEqual({ result: 'applied', staffMailFailed: true });
  });
});
