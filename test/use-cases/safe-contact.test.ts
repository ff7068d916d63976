import { beforeEach, describe, expect, it } from 'vitest';
import type { Reference } from '../../shared/domain/reference.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { handleUntilStored } from '../../shared/use-cases/handle-command.ts';
import { residentIdOf, residentIdsOf } from '../../shared/use-cases/record-ids.ts';
import { spreadSafeContact } from '../../shared/use-cases/spread-safe-contact.ts';
import { textRef } from '../support/complaints.ts';
import { intake, storeWith, World } from '../support/world.ts';

/** A mail that anybody in the house may read can endanger a person. */

const landlord = 'day-zero';
const id = residentIdOf(landlord, intake.complainant) ?? '';
const by = staffId('hana');

let world: World;
beforeEach(() => {
  world = new World('2026-12-23T15:00:00Z');
});

const say = (mayBeMailed: boolean, revision = 1, of = id) =>
  world.records.saveResident({
    ...{ id: of, landlord, revision, adjustments: [], disabilities: [] },
    safeContact: { mayBeMailed, voicemail: 'unknown' },
  });
const ports = () => ({ ...world.ports, records: world.records });
const spread = (of = id) => spreadSafeContact(ports(), { landlord, id: of }, by);
const stateOf = async (reference: Reference) => (await world.store.load(reference))?.complaint;

describe('a complaint of a resident whose record says that mail is unsafe', () => {
  it('is accepted without a receipt, and keeps that an address was given', async () => {
    await say(false);
    const reference = await world.receiveOne();
    expect(await stateOf(reference)).toMatchObject({
      ...{ resident: id, unsafeToMail: true, reachableByEmail: false, emailGiven: true },
    });
    expect((await world.store.notices(reference)).map(({ kind }) => kind)).toEqual([]);
    await world.send();
    expect(world.inbox).toEqual([]);
  });

  it('is accepted once, with the answer to its key', async () => {
    await say(false);
    const key = { scope: 'resident#day-zero', key: 'form-1' };
    const first = await world.receive({}, key);
    expect(await world.receive({}, key)).toEqual({ ...first, repeated: true });
    expect(await world.complaints()).toHaveLength(1);
  });

  it('owes the receipt where the record says that mail is safe, and asks nobody else', async () => {
    await say(true);
    const reference = await world.receiveOne();
    expect((await world.store.notices(reference)).map(({ kind }) => kind)).toEqual(['receipt']);
    await say(false, 2);
    const sue = await world.receiveOne({ complainant: { name: 'Sue', email: 'sue@example.com' } });
    expect((await world.store.notices(sue)).map(({ kind }) => kind)).toEqual(['receipt']);
  });
});

describe('a record that is changed', () => {
  it('stops what is on its way, of every complaint of the person and of no other', async () => {
    const mine = await world.receiveMany(3);
    const sues = await world.receiveOne({ complainant: { name: 'Sue', email: 'sue@example.com' } });
    await say(false);
    await spread();
    await world.send();
    expect(world.inbox.map(({ to }) => to)).toEqual(['sue@example.com']);
    for (const each of mine) expect(await stateOf(each)).toMatchObject({ unsafeToMail: true });
    expect(await stateOf(sues)).not.toHaveProperty('unsafeToMail');
  });

  it('lets mail go again once it says so, and is told to each complaint once', async () => {
    const reference = await world.receiveOne();
    await say(false);
    await spread();
    await spread();
    await say(true, 2);
    await spread();
    const types = (await world.store.timeline(reference)).map(({ event }) => event.type);
    expect(types).toEqual(['ComplaintReceived', 'SafeContactSet', 'SafeContactSet']);
    const complaint = await stateOf(reference);
    expect(complaint).toMatchObject({ reachableByEmail: true });
    expect(complaint).not.toHaveProperty('unsafeToMail');
  });

  it('goes on where it was cut off', async () => {
    const references = await world.receiveMany(3);
    await say(false);
    const { store } = world;
    let commits = 0;
    world.store = storeWith(store, {
      commit: async (change) => {
        if (++commits > 1) throw new Error('the connection was lost');
        return store.commit(change);
      },
    });
    await expect(spread()).rejects.toThrow('the connection was lost');
    world.store = store;
    await spread();
    for (const each of references) expect(await stateOf(each)).toMatchObject({ unsafeToMail: true });
  });

  it('is not told to a complaint that became another’s', async () => {
    const reference = await world.receiveOne();
    const correct = {
      ...({ type: 'CorrectParty', by, was: textRef(1), reason: textRef(2) } as const),
      ...{ personalTextHash: 'hash', reachableByEmail: true, resident: 'r-other' },
    };
    const sue = { complainant: { name: 'Sue', email: 'sue@example.com' }, description: 'x', salt: 'c2FsdA' };
    const actor = { type: 'staff', id: by } as const;
    await handleUntilStored(world.ports, reference, correct, actor, world.now, { personal: sue });
    await say(false);
    await spread();
    expect(await stateOf(reference)).toMatchObject({ resident: 'r-other', reachableByEmail: true });
  });
});

describe('a complaint that becomes a person’s whose record says that mail is unsafe', () => {
  it('is told so with the very correction', async () => {
    const reference = await world.receiveOne({ complainant: { name: 'Sue', email: 'sue@example.com' } });
    await say(false);
    const correct = {
      ...({ type: 'CorrectParty', by, was: textRef(1), reason: textRef(2) } as const),
      ...{ personalTextHash: 'hash', reachableByEmail: true, resident: id },
    };
    await handleUntilStored(world.ports, reference, correct, { type: 'staff', id: by }, world.now);
    expect(await stateOf(reference)).toMatchObject({
      resident: id,
      unsafeToMail: true,
      reachableByEmail: false,
    });
    const types = (await world.store.timeline(reference)).map(({ event }) => event.type);
    expect(types).toEqual(['ComplaintReceived', 'PartyCorrected', 'SafeContactSet']);
    expect(await world.records.complaintsOf('resident', { landlord, id })).toEqual([reference]);
  });

  it('is told so where they lead it from now on', async () => {
    const reference = await world.receiveOne({
      complainant: { name: 'Sue', email: 'sue@example.com' },
      others: [{ name: 'Sam Okoro', email: 'sam.okoro@example.com' }],
    });
    await say(false);
    const leave = {
      ...({ type: 'LeaveComplaint', by, party: 'lead', lead: 'party-2' } as const),
      ...{ was: textRef(1), personalTextHash: 'hash', reachableByEmail: true, resident: id },
    };
    await handleUntilStored(world.ports, reference, leave, { type: 'staff', id: by }, world.now);
    expect(await stateOf(reference)).toMatchObject({
      resident: id,
      unsafeToMail: true,
      reachableByEmail: false,
    });
  });
});

describe('a record of one thing that identifies a person', () => {
  const jo = {
    ...{ name: 'Jo Vane', email: 'jo.vane@example.com', phone: '01632 960777' },
    address: '9 Elm Road TV1 1AA',
  };
  const [byEmail = '', byPhone = '', byName = ''] = residentIdsOf(landlord, jo);

  it.each([byEmail, byPhone, byName])('keeps them from mail whatever else they write', async (unsafe) => {
    await say(false, 1, unsafe);
    const reference = await world.receiveOne({ complainant: jo });
    expect(await stateOf(reference)).toMatchObject({ resident: byEmail, unsafeToMail: true });
    await world.send();
    expect(world.inbox).toEqual([]);
    expect(await world.records.complaintsOf('resident', { landlord, id: byPhone })).toEqual([reference]);
  });

  it('is told to what began by something else, and one that says safe does not outweigh it', async () => {
    const reference = await world.receiveOne({ complainant: jo });
    await say(false, 1, byPhone);
    await spread(byPhone);
    expect(await stateOf(reference)).toMatchObject({ unsafeToMail: true, reachableByEmail: false });
    await say(true, 1, byEmail);
    await spread(byEmail);
    expect(await stateOf(reference)).toMatchObject({ unsafeToMail: true });
    await say(true, 2, byPhone);
    await spread(byPhone);
    expect(await stateOf(reference)).toMatchObject({ reachableByEmail: true });
  });
});

describe('somebody whom mail could endanger and who does not lead', () => {
  const ade = { name: 'Ade Bello', email: 'ade.bello@example.com' };
  const jo = { name: 'Jo Vane', email: 'jo.vane@example.com', copies: 'letters' as const };
  const eve = { name: 'Eve Park', email: 'eve.park@example.com', copies: 'letters' as const };
  const bySpeaker = { ...jo, consent: 'given' as const };
  const idOf = (person: { name: string; email: string }) => residentIdOf(landlord, person) ?? '';
  const reached = async (reference: Reference) => {
    const { others = [], representative } = (await stateOf(reference)) ?? {};
    return [...others.map((each) => each.reachableByEmail), representative?.reachableByEmail];
  };

  it('gets no copies from the start, and the others get theirs', async () => {
    await say(false, 1, idOf(jo));
    const reference = await world.receiveOne({
      ...{ loggedBy: by, complainant: ade, others: [jo, eve], representative: bySpeaker },
    });
    expect(await reached(reference)).toEqual([false, true, false]);
    expect(await stateOf(reference)).toMatchObject({ reachableByEmail: true });
    await world.send();
    expect(world.inbox.map(({ to }) => to).sort()).toEqual([ade.email, eve.email]);
  });

  it('gets none that wait once their record says so, and gets them again once it says that mail is safe', async () => {
    const reference = await world.receiveOne({
      ...{ loggedBy: by, complainant: ade, others: [jo, eve], representative: bySpeaker },
    });
    await say(false, 1, idOf(jo));
    await spread(idOf(jo));
    expect(await reached(reference)).toEqual([false, true, false]);
    await world.send();
    expect(world.inbox.map(({ to }) => to).sort()).toEqual([ade.email, eve.email]);
    await say(true, 2, idOf(jo));
    await spread(idOf(jo));
    expect(await reached(reference)).toEqual([true, true, true]);
    const told = (await world.store.timeline(reference)).map(({ event }) => event.type);
    expect(told.filter((type) => type === 'SafeContactSet')).toHaveLength(4);
    await spread(idOf(jo));
    expect(await world.store.timeline(reference)).toHaveLength(told.length);
  });

  it('is not mailed again where no address was given or something else stands against it', async () => {
    const { email: _, ...unmailed } = { ...jo, phone: '01632 960777' };
    const [byPhone = ''] = residentIdsOf(landlord, unmailed);
    const reference = await world.receiveOne({ complainant: ade, others: [unmailed] });
    await say(true, 1, byPhone);
    await spread(byPhone);
    expect(await reached(reference)).toEqual([false, undefined]);
  });
});
