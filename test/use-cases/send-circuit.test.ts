import { describe, expect, it } from 'vitest';
import { addMinutes } from '../../shared/domain/london-time.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import type { SendOutcome } from '../../shared/domain/sending.ts';
import type { Mail } from '../../shared/ports/mail-sender.ts';
import { applyEventToNotice } from '../../shared/use-cases/apply-mail-event.ts';
import { at } from '../support/rules.ts';
import { storeWith, World } from '../support/world.ts';

const start = at('2026-12-23T15:00:00Z');
const paused: SendOutcome = { type: 'stop-the-line', error: 'AccountSendingPausedException' };
const down: SendOutcome = { type: 'unknown', error: 'ServiceUnavailable' };
const throttled: SendOutcome = { type: 'retry', error: 'Throttling' };

async function worldWith(complaints: number, answer: SendOutcome) {
  const world = new World(start);
  const references = await world.receiveMany(complaints);
  world.answer = () => answer;
  return { world, references };
}

/** In which minutes how many mails were tried, where the sender is woken every minute. */
async function triesByMinute(world: World, minutes: number): Promise<[number, number][]> {
  const tries: [number, number][] = [];
  for (let minute = 1; minute <= minutes; minute++) {
    const before = world.inbox.length;
    await world.send(addMinutes(start, minute));
    if (world.inbox.length > before) tries.push([minute, world.inbox.length - before]);
  }
  return tries;
}

const probed = [1, 3, 7, 15, 25, 35].map((minute) => [minute, 1]);

describe('where the account may send no mail', () => {
  it('what is not under way stays, nothing is burned, and every notice keeps its place', async () => {
    const { world, references } = await worldWith(40, paused);
    const { counts, circuitOpen, oldestUnsentSeconds } = await world.runSender();
    expect(counts['stop-the-line']).toBe(world.inbox.length);
    expect(world.inbox.length).toBeLessThanOrEqual(8);
    expect([circuitOpen, oldestUnsentSeconds]).toEqual([true, 0]);
    expect(await triesByMinute(world, 40)).toEqual(probed);
    for (const reference of references) {
      const { status, attempts, failed, owedAt } = await world.notice(reference);
      expect([status, attempts, failed, owedAt]).toEqual(['pending', 0, { retry: 0, unknown: 0 }, start]);
    }
    world.answer = () => ({ type: 'accepted', messageId: 'm' });
    expect(await world.runSender(addMinutes(start, 45))).toMatchObject({
      counts: { accepted: 40 },
      circuitOpen: false,
      oldestUnsentSeconds: 0,
    });
  });

  it('says how long the oldest notice has waited', async () => {
    const { world } = await worldWith(2, paused);
    await world.send();
    expect(await world.runSender(addMinutes(start, 90))).toMatchObject({
      circuitOpen: true,
      oldestUnsentSeconds: 5400,
    });
  });

  it('one notice after the other asks, so that one of itself at fault holds up no other', async () => {
    const world = new World(addMinutes(start, -1));
    const atFault = await world.receiveOne();
    world.now = start;
    await world.receiveMany(3);
    world.answer = ({ tags }) =>
      tags.complaint === atFault ? throttled : { type: 'accepted', messageId: `m-${world.inbox.length}` };
    const opened = { at: start, error: 'Throttling', probes: 0, probeAt: addMinutes(start, 1) };
    await world.circuit.save({ failuresInRow: 3, opened });
    expect(await world.runSender(addMinutes(start, 1))).toMatchObject({
      counts: { retry: 1, accepted: 0 },
      circuitOpen: true,
    });
    expect(await world.runSender(addMinutes(start, 3))).toMatchObject({
      counts: { retry: 1, accepted: 3 },
      circuitOpen: false,
    });
  });

  it('nor do sixty, that fail by their own fault alone: none of them opens it, and each has its end', async () => {
    const world = new World(start);
    const atFault = await world.receiveMany(60);
    world.answer = ({ tags: { complaint = '' } }) =>
      atFault.some((each) => each === complaint)
        ? { type: 'retry', error: 'SomethingNew', ofMail: true }
        : { type: 'accepted', messageId: `m-${world.inbox.length}` };
    for (let minute = 0; minute < 245; minute++) {
      const { circuitOpen } = await world.runSender(addMinutes(start, minute));
      expect(circuitOpen).toBe(false);
    }
    const notices = await Promise.all(atFault.map((each) => world.notice(each)));
    expect(new Set(notices.map(({ status }) => status))).toEqual(new Set(['given-up']));
    await world.receiveOne({ complainant: { name: 'Ada Moor', email: 'ada.moor@example.com' } });
    expect(await world.send()).toMatchObject({ accepted: 1 });
  });

  it('a mail that fails by its own fault counts against itself also where it asks, and another asks at once', async () => {
    const world = new World(addMinutes(start, -1));
    const atFault = await world.receiveOne();
    world.now = start;
    await world.receiveMany(3);
    world.answer = ({ tags }) =>
      tags.complaint === atFault
        ? { type: 'retry', error: 'SomethingNew', ofMail: true }
        : { type: 'accepted', messageId: `m-${world.inbox.length}` };
    const opened = { at: start, error: 'Throttling', probes: 0, probeAt: addMinutes(start, 1) };
    await world.circuit.save({ failuresInRow: 3, opened });
    expect(await world.runSender(addMinutes(start, 1))).toMatchObject({
      counts: { retry: 1, accepted: 3 },
      circuitOpen: false,
    });
    expect((await world.notice(atFault)).failed).toEqual({ retry: 1, unknown: 0 });
  });

  it('asking is not counted as another mail to the same address', async () => {
    const { world, references } = await worldWith(1, paused);
    await world.send();
    expect(await triesByMinute(world, 85)).toHaveLength(11);
    world.answer = () => ({ type: 'accepted', messageId: 'm' });
    await world.send(addMinutes(start, 95));
    const [reference] = references;
    expect(reference && (await world.notice(reference)).status).toBe('accepted');
  });
});

describe('where SES takes mail and its answers are lost', () => {
  it('SES’s events close it, so that all leave within minutes and none twice', async () => {
    const { world } = await worldWith(40, down);
    const tell = ({ tags }: Mail) => {
      const reference = tags.complaint as Reference;
      const about = {
        owner: { type: 'complaint', reference },
        id: tags.notice ?? '',
        at: world.now,
      } as const;
      const messageId = `m-${world.inbox.length}`;
      world.events.push({ ...about, messageId, acceptedAt: world.now, outcome: 'delivered' });
      return down;
    };
    world.answer = tell;
    await world.send();
    world.now = addMinutes(start, 0.5);
    await world.tellOfMail();
    expect((await world.circuit.read()).opened).toBeDefined();
    for (let minute = 1; minute <= 20; minute++) await world.send(addMinutes(start, minute));
    expect(world.inbox).toHaveLength(40);
    expect(new Set(world.inbox.map(({ tags }) => tags.complaint)).size).toBe(40);
  });

  it('and events too, nobody gets a mail more than five times, and then somebody phones or writes', async () => {
    const { world, references } = await worldWith(1, down);
    const opened = { at: start, error: 'ServiceUnavailable', probes: 0, probeAt: addMinutes(start, 1) };
    await world.circuit.save({ failuresInRow: 3, opened });
    for (let minute = 0; minute < 3 * 1440; minute += 5) await world.send(addMinutes(start, minute));
    expect(world.inbox).toHaveLength(5);
    const [reference] = references;
    const { complaint } = (reference && (await world.store.load(reference))) || {};
    expect(complaint?.obligations.map(({ id }) => id)).toContain('contact-receipt');
  });

  it('an event of a mail that was taken before it opened leaves it open', async () => {
    const { world, references } = await worldWith(1, down);
    await world.send();
    const opened = { at: start, error: 'ServiceUnavailable', probes: 0, probeAt: addMinutes(start, 1) };
    await world.circuit.save({ failuresInRow: 3, opened });
    const [reference] = references as [Reference];
    const event = {
      owner: { type: 'complaint', reference },
      id: 'receipt',
      messageId: 'm-1',
      outcome: 'delivered',
      at: addMinutes(start, 5),
    } as const;
    await applyEventToNotice(world.ports, { ...event, acceptedAt: start });
    expect(await world.circuit.read()).toEqual({ failuresInRow: 3, opened });
  });
});

describe('where SES takes no mail', () => {
  it('three failures in a row stop it, though each run had only one', async () => {
    const { world } = await worldWith(1, throttled);
    const open: boolean[] = [];
    for (const minute of [0, 1, 3]) open.push((await world.runSender(addMinutes(start, minute))).circuitOpen);
    expect(open).toEqual([false, false, true]);
  });

  it('what was under way when it opened is no probe, and none the worse', async () => {
    const { world, references } = await worldWith(8, down);
    await world.send();
    expect(world.inbox).toHaveLength(8);
    const notices = await Promise.all(references.map((each) => world.notice(each)));
    expect(notices.map(({ failed }) => failed.unknown).sort()).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
    expect(await world.circuit.read()).toMatchObject({
      opened: { probes: 0, probeAt: addMinutes(start, 1) },
    });
  });

  it('a mail that was taken in between starts the count anew', async () => {
    const { world } = await worldWith(1, throttled);
    await world.send();
    await world.send(addMinutes(start, 1));
    world.answer = () => ({ type: 'accepted', messageId: 'm' });
    await world.send(addMinutes(start, 3));
    expect(await world.circuit.read()).toEqual({ failuresInRow: 0 });
  });

  it('a sender that knew only of single failures does not close what another opened meanwhile', async () => {
    const { world } = await worldWith(1, throttled);
    const opened = {
      at: start,
      error: 'AccountSendingPausedException',
      probes: 0,
      probeAt: addMinutes(start, 1),
    };
    world.answer = async () => {
      await world.circuit.save({ failuresInRow: 1, opened });
      return throttled;
    };
    await world.send();
    expect(await world.circuit.read()).toEqual({ failuresInRow: 1, opened });
  });

  it('no other sender begins once one has opened it', async () => {
    const { world } = await worldWith(20, paused);
    await world.send();
    const tried = world.inbox.length;
    const reports = await Promise.all([world.runSender(), world.runSender()]);
    expect(reports.map(({ circuitOpen }) => circuitOpen)).toEqual([true, true]);
    expect(world.inbox).toHaveLength(tried);
  });

  it('a notice that was being written when it opened is not claimed', async () => {
    const { world, references } = await worldWith(2, paused);
    const [, slow] = references;
    const { store } = world;
    world.store = storeWith(store, {
      async loadNotice(key) {
        const isSlow = key.owner.type === 'complaint' && key.owner.reference === slow;
        while (isSlow && !(await world.circuit.read()).opened) await Promise.resolve();
        return store.loadNotice(key);
      },
    });
    expect(await world.send()).toMatchObject({ 'stop-the-line': 1, left: 1 });
    expect(world.inbox).toHaveLength(1);
  });
});
