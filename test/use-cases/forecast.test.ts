import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '../../shared/domain/civil-date.ts';
import type { Command } from '../../shared/domain/decide.ts';
import {
  endOfDay,
  type Instant,
  instantOf,
  londonDateOf,
  londonTimeOf,
  millisecondsOf,
} from '../../shared/domain/london-time.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { createMemoryAccess } from '../../shared/ports/memory/access.ts';
import { type Forecast, type ForecastPorts, forecast } from '../../shared/use-cases/forecast.ts';
import { handleUntilStored } from '../../shared/use-cases/handle-command.ts';
import { takeDownEnquiry } from '../../shared/use-cases/log-enquiry.ts';
import { oweDigests } from '../../shared/use-cases/owe-digests.ts';
import { requestLink } from '../../shared/use-cases/request-link.ts';
import { contextOf } from '../../shared/use-cases/rules.ts';
import { Dice } from '../domain/histories/dice.ts';
import { imagined } from '../domain/histories/imagined.ts';
import { Scene } from '../domain/histories/scene.ts';
import { choose } from '../domain/histories/wanted.ts';
import { newApplication, newVersion } from '../support/calendars.ts';
import { accused, everybody } from '../support/complaints.ts';
import { notingWrites } from '../support/noted-writes.ts';
import { person } from '../support/people.ts';
import { at, policyOf } from '../support/rules.ts';
import { World } from '../support/world.ts';

type Token = Parameters<typeof forecast>[1];
const token = (change: Partial<Token> = {}): Token => ({
  ...{ id: staffId('milo'), name: undefined, email: undefined },
  ...{ roles: ['manager'], landlords: ['day-zero', 'code-2024'] },
  ...change,
});

function portsOf(world: World, change: Partial<ForecastPorts> = {}) {
  const { register, records, archive, store, enquiries, links } = world;
  const access = createMemoryAccess(links);
  const { changes, ...noted } = notingWrites({ store, register, records, archive, enquiries, access });
  const problems: unknown[] = [];
  const ports: ForecastPorts = {
    ...noted,
    ...{ rules: world.rules, clock: world.clock, randomBytes: world.randomBytes },
    served: new Set(['day-zero', 'code-2024']),
    report: (error) => problems.push(error),
    ...change,
  };
  return { ports, changes, problems };
}

/** What is found of `day-zero`; nothing may be written, nothing mailed, whatever it is. */
async function foretell(
  world: World,
  on: string,
  change: { by?: Token; ports?: Partial<ForecastPorts> } = {},
) {
  const { ports, changes, problems } = portsOf(world, change.ports);
  const { inbox } = world;
  const before = structuredClone(inbox);
  const asked = { landlord: 'day-zero', on: civilDate(on) };
  const found = await forecast(ports, change.by ?? token(), asked);
  if (found.type !== 'found') throw new Error(JSON.stringify(found.refusal));
  expect(changes).toEqual([]);
  expect(inbox).toEqual(before);
  return { ...found, problems };
}

/** In winter 07:30, 09:00, noon and midnight are on it. */
const grid = 90 * 60_000;
/** The first instant on it at which something could be done that is due. */
const tickAt = (due: Instant) => instantOf(Math.ceil(millisecondsOf(due) / grid) * grid);
const mailed = (when: Instant, to: string | undefined, subject: string, text: string) =>
  [tickAt(when), to, subject, text.replaceAll(/https:\S+#[\w-]{43}/g, '[link]')].join(' | ');

const landlordName = policyOf('day-zero').versions[0]?.name;
const byHandIn = async ({ store }: World) =>
  (await store.byHand({ landlord: 'day-zero', limit: 1_000 })).waiting;

/** Lets the real thing run, an hour and a half at a time. @returns what left, and what became somebody's to post or to make */
async function live(world: World, until: Instant): Promise<string[]> {
  const from = world.now;
  const out: string[] = [];
  const { answer, register } = world;
  const handed = new Set((await byHandIn(world)).map(({ after }) => after));
  world.answer = (mail) => {
    if (mail.fromName === landlordName)
      out.push(mailed(world.now, mail.to, mail.content.subject, mail.content.text));
    return answer(mail);
  };
  for (let now = from; now < until; now = tickAt(instantOf(millisecondsOf(now) + 1))) {
    world.now = now;
    if (londonTimeOf(now) === '07:30')
      await oweDigests({ ...world.ports, register, served: new Set(['day-zero']) });
    await world.sweep(now);
    await world.send(now);
  }
  world.answer = answer;
  world.now = until;
  for (const { notice, after } of await byHandIn(world))
    if (!handed.has(after)) out.push(`${tickAt(notice.owedAt)} | ${notice.byHand?.way}`);
  return out.sort();
}

const linesOf = ({ mails }: Forecast) =>
  mails
    .map(({ at: when, way, to, subject, text }) =>
      way === 'email' ? mailed(when, to.address, subject, text) : `${tickAt(when)} | ${way}`,
    )
    .sort();

async function logRequest(world: World) {
  const enquirer = { name: 'Ada Moor', email: 'ada.moor@example.com' };
  const request = {
    kind: 'service-request',
    channel: 'phone',
    enquirer,
    description: 'The tap drips.',
  } as const;
  await takeDownEnquiry(world.ports, policyOf('day-zero'), request, undefined, ({ reference }) => ({
    status: 201,
    body: reference,
  }));
}

/** Complaints whose residents are reached in every way, and some weeks of what staff and residents do. */
async function livedWorld(dice: Dice): Promise<World> {
  const world = new World('2026-12-01T10:00:00Z');
  for (const each of everybody) await world.register.save(each);
  await world.receiveOne({}, 'code-2024');
  await logRequest(world);
  const references: Reference[] = [];
  for (let number = 0; number < 6; number++) {
    const reached = dice.pick([
      { email: `resident-${number}@example.com`, phone: '01632 960001' },
      { address: '1 Example Row, Larkfield', phone: '01632 960002' },
      { phone: '01632 960003' },
    ]);
    const complainant = { name: `Resident ${number}`, ...reached };
    references.push(await world.receiveOne({ complainant, staffComplainedAbout: [accused] }));
  }
  for (let step = 0; step < 18; step++) {
    await live(world, instantOf(millisecondsOf(world.now) + dice.below(1_440) * 60_000));
    await tryCommand(world, dice, dice.pick(references));
  }
  if (dice.chance(0.3)) {
    await world.archive.add(newVersion(), world.now);
    await world.archive.apply(newApplication({ appliedAt: world.now }), world.now, world.now);
  }
  return world;
}

/** They need other complaints, or words of people, beside the command. */
const notAlone: readonly Command['type'][] = [
  'Merge',
  'Link',
  'RaiseIssue',
  'CorrectParty',
  'RecordDelivery',
  'GiveNotice',
];

async function tryCommand(world: World, dice: Dice, reference: Reference): Promise<void> {
  const stored = await world.store.load(reference);
  if (!stored) throw new Error('not stored');
  const context = await contextOf(world.rules, stored.complaint, world.now);
  const scene = new Scene(dice, stored.complaint, { ...context, people: everybody });
  const type = choose(scene, false);
  if (notAlone.includes(type)) return;
  const command: Command = imagined[type](scene);
  const known = await world.store.readTexts(reference);
  const named = [...new Set(JSON.stringify(command).match(/text-\d+/g))].filter((id) => !known.has(id));
  const texts = named.map((id) => ({ id, text: `Words of ${id}.`, salt: 'salt' }));
  const actor = { type: 'staff', id: accused } as const;
  await handleUntilStored(world.ports, reference, command, actor, world.now, { texts, people: everybody });
}

describe('a forecast', () => {
  it('is what the real thing then sends, whatever happened before', async () => {
    const reasons = new Set<string>();
    let mails = 0;
    for (let seed = 1; seed <= 3; seed++) {
      const world = await livedWorld(new Dice(seed));
      const on = addDays(londonDateOf(world.now), 11 + (seed % 4));
      const found = await foretell(world, on);
      expect({ complete: found.complete, problems: found.problems }).toEqual({
        complete: true,
        problems: [],
      });
      expect(linesOf(found), `history ${seed}`).toEqual(await live(world, endOfDay(on)));
      mails += found.mails.length;
      for (const { way, reason } of found.mails) reasons.add(`${way} ${reason.replaceAll(/\d.*/g, '')}`);
    }
    // it compares something
    expect(mails).toBeGreaterThan(100);
    const kinds = ['email digest of the morning', 'email date missed', 'letter date missed'];
    for (const kind of kinds) expect([...reasons]).toContainEqual(expect.stringContaining(kind));
  });

  it('takes for granted that what it sends arrives', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    await world.receiveOne();
    const { mails } = await foretell(world, '2026-12-31');
    expect(mails.filter(({ reason }) => reason.startsWith('waits'))).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toMatch(/not reach|unreached/i);
  });

  it('has the digest of a morning that begins while there is more to do than is done at a time', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    const reference = await world.receiveOne();
    await world.send();
    const [owed] = (await world.store.load(reference))?.complaint.obligations ?? [];
    if (!owed) throw new Error('nothing is owed');
    const obligations = Array.from({ length: 30 }, (_, number) => ({ ...owed, id: `owed-${number}` }));
    await world.change(reference, {}, { obligations });
    world.now = at('2027-01-05T07:29:40Z');
    const { mails } = await foretell(world, '2027-01-05');
    const digest = mails.find(({ reason }) => reason === 'digest of the morning');
    expect(digest?.at).toBe('2027-01-05T07:30:00.000Z');
  });

  it('tells of each mail when, to whom and why', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    const reference = await world.receiveOne();
    await world.send('2026-12-23T15:01:00Z');
    const { mails } = await foretell(world, '2027-01-05');
    const [mailbox, manager] = ['complaints.team', 'customer.manager'].map(
      (each) => `${each}@larkfield-homes.example`,
    );
    const told = mails.map(({ at: when, to, reason, complaint }) => [
      when,
      to.who,
      to.address,
      reason,
      complaint,
    ]);
    const due = 'Monday 4 January 2027: Acknowledge the complaint';
    expect(told.filter(([, , , reason]) => reason !== 'digest of the morning')).toEqual([
      ['2027-01-04T09:00:00.000Z', 'staff', mailbox, `due on ${due}`, reference],
      [
        '2027-01-04T09:00:00.000Z',
        'staff',
        'complaints.lead@larkfield-homes.example',
        `due on ${due}`,
        reference,
      ],
      ['2027-01-05T09:00:00.000Z', 'staff', manager, `1 working day after it was due on ${due}`, reference],
      [
        '2027-01-05T12:00:00.000Z',
        'resident',
        'sam.okoro@example.com',
        'date missed: Monday 4 January 2027',
        reference,
      ],
    ]);
    expect(told.filter(([when]) => when === '2027-01-05T07:30:00.000Z')).toEqual([
      ['2027-01-05T07:30:00.000Z', 'staff', mailbox, 'digest of the morning', undefined],
      ['2027-01-05T07:30:00.000Z', 'staff', manager, 'digest of the morning', undefined],
    ]);
  });

  it('tells of letters and calls too, when they become somebody’s to post or to make', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    await world.receiveOne({ complainant: { name: 'Ada Moor', address: '1 Example Row' } });
    await world.receiveOne({ complainant: { name: 'Bo Reed', phone: '01632 960002' } });
    const { mails } = await foretell(world, '2027-01-05');
    const byHand = mails.filter(({ way }) => way !== 'email');
    expect(byHand.map(({ at: when, way, to, reason }) => [when, way, to.who, to.address, reason])).toEqual([
      [
        '2027-01-05T12:00:00.000Z',
        'letter',
        'resident',
        '1 Example Row',
        'date missed: Monday 4 January 2027',
      ],
      ['2027-01-05T12:00:00.000Z', 'phone', 'resident', '01632 960002', 'date missed: Monday 4 January 2027'],
    ]);
    for (const { text } of byHand) expect(text).toContain('We are sorry');
  });

  it('of today alone ends with the day in London', async () => {
    const world = new World('2027-03-28T22:30:00Z');
    await world.receiveOne();
    expect(await foretell(world, '2027-03-28')).toMatchObject({
      until: '2027-03-28T23:00:00.000Z',
      mails: [{}],
    });
  });

  it('tells what waits since before, without its link', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    world.answer = () => ({ type: 'stop-the-line', error: 'AccessDenied' });
    const reference = await world.receiveOne();
    await requestLink(world.ports, reference);
    await world.send();
    world.now = at('2026-12-23T15:20:00Z');
    const { mails } = await foretell(world, '2026-12-23');
    const since = 'waits to be sent since 15:00 on Wednesday 23 December 2026';
    expect(mails.map(({ reason }) => reason)).toEqual([since, since]);
    const link = mails.find(({ text }) => text.includes('[link]'));
    expect(link?.text).not.toMatch(/#|forecast/);
  });

  it('tells of dates that another calendar moves, while they are being counted anew', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    await world.receiveMany(3);
    await world.send();
    world.now = at('2026-12-24T11:00:00Z');
    await world.archive.add(newVersion(), world.now);
    await world.archive.apply(newApplication(), world.now, world.now);
    const { mails } = await foretell(world, '2026-12-24');
    expect(mails.filter(({ reason }) => reason === 'dates counted anew by another calendar')).toHaveLength(3);
  });
});

describe('whoever asks', () => {
  it('does not see what is about them, not even in a digest', async () => {
    const world = new World('2027-01-04T07:00:00Z');
    const staffComplainedAbout = [staffId('milo')];
    const hidden = await world.receiveOne({ staffComplainedAbout });
    const seen = await world.receiveOne();
    const about = async (by: Token) => JSON.stringify((await foretell(world, '2027-01-14', { by })).mails);
    const told = await about(token());
    expect(told).not.toContain(hidden);
    expect(told).toContain(seen);
    expect(await about(token({ id: staffId('mona') }))).toContain(hidden);
    await oweDigests({ ...world.ports, register: world.register, served: new Set(['day-zero']) });
    const waiting = await about(token());
    expect(waiting).toContain('waits to be sent since');
    expect(waiting).not.toContain(hidden);
  });

  it('sees nothing of another landlord', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    await world.register.save(person('hana', { landlords: ['day-zero', 'code-2024'] }));
    await world.receiveOne({}, 'code-2024');
    expect((await foretell(world, '2027-01-06')).mails).toEqual([]);
  });

  it.each([
    [
      'a day that has passed',
      '2026-12-22',
      {},
      { type: 'OutOfReach', from: '2026-12-23', until: '2027-01-06' },
    ],
    ['too far ahead', '2027-01-07', {}, { type: 'OutOfReach', from: '2026-12-23', until: '2027-01-06' }],
    ['as a handler', '2026-12-23', { roles: ['handler'] }, { type: 'NotAllowed' }],
    ['of no landlord of theirs', '2026-12-23', { landlords: ['code-2024'] }, { type: 'NotAllowed' }],
  ] as const)('is refused %s', async (_, on, who, refusal) => {
    const { ports } = portsOf(new World('2026-12-23T15:00:00Z'));
    const asked = { landlord: 'day-zero', on: civilDate(on) };
    expect(await forecast(ports, token(who), asked)).toMatchObject({ type: 'refused', refusal });
  });
});

describe('a forecast that is not the whole', () => {
  it('says so where time runs out', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    await world.receiveMany(3);
    let now = world.now;
    const clock = () => {
      now = instantOf(millisecondsOf(now) + 700);
      return now;
    };
    const found = await foretell(world, '2027-01-05', { ports: { clock } });
    expect(found.complete).toBe(false);
    expect(found.mails.length).toBeLessThan(10);
  });

  it('says so where something cannot be written, tells why, and goes on with the rest', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    const reference = await world.receiveOne();
    await world.owe(reference, {
      ...{ id: 'update_1', kind: 'update', lane: 'statutory', recipient: { type: 'complainant' } },
      ...{ values: {}, texts: { update: 'erased' } },
    });
    const found = await foretell(world, '2026-12-23');
    expect(found).toMatchObject({
      complete: false,
      mails: [{ subject: `We have your complaint ${reference}` }],
    });
    expect(found.problems[0]).toMatchObject({ message: expect.stringContaining('erased') });
  });
});
