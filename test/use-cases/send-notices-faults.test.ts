import { describe, expect, it } from 'vitest';
import { addMinutes } from '../../shared/domain/london-time.ts';
import { landlords } from '../../shared/landlords/landlords.ts';
import { applyEventToNotice } from '../../shared/use-cases/apply-mail-event.ts';
import { at, rules } from '../support/rules.ts';
import { nothingSent, storeWith, World } from '../support/world.ts';

const start = '2026-12-23T15:00:00Z';

async function worldWith(complaints: number) {
  const world = new World(start);
  const references = await world.receiveMany(complaints);
  const [reference] = references;
  if (!reference) throw new Error('no complaint');
  return { world, references, reference };
}

describe('a sender that dies', () => {
  it('with the mail in its hands is followed by the lease, the wait for SES and one resend', async () => {
    const { world, reference } = await worldWith(1);
    world.answer = () => new Promise(() => {});
    void world.send();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await world.notice(reference)).toMatchObject({ status: 'sending', attempts: 1 });
    world.answer = () => ({ type: 'accepted', messageId: 'm-2' });
    expect(await world.send('2026-12-23T15:04:59.999Z')).toEqual(nothingSent);
    expect(await world.send('2026-12-23T15:05:00Z')).toEqual({ ...nothingSent, unknown: 1 });
    expect(await world.send('2026-12-23T15:19:59.999Z')).toEqual(nothingSent);
    expect(await world.send('2026-12-23T15:20:00Z')).toEqual({ ...nothingSent, accepted: 1 });
    expect(await world.send('2027-12-23T15:20:00Z')).toEqual(nothingSent);
    expect(world.inbox).toHaveLength(2);
  });

  it('before it could claim leaves the notice to the next', async () => {
    const { world } = await worldWith(1);
    const { store } = world;
    world.store = storeWith(store, { claimNotice: () => new Promise(() => {}) });
    void world.send();
    await new Promise((resolve) => setTimeout(resolve, 10));
    world.store = store;
    expect(await world.send()).toEqual({ ...nothingSent, accepted: 1 });
    expect(world.inbox).toHaveLength(1);
  });

  it('after SES took the mail and before that was stored sends nothing twice where the event comes', async () => {
    const { world, reference } = await worldWith(1);
    const { store } = world;
    world.store = storeWith(store, { commit: () => Promise.reject(new Error('killed')) });
    expect(await world.send()).toEqual({ ...nothingSent, setAside: 1 });
    expect(await Array.fromAsync(store.queue('sending', at('2026-12-23T15:05:00Z')))).toHaveLength(1);
    world.store = store;
    const owner = { type: 'complaint', reference } as const;
    const about = { owner, id: 'receipt', messageId: 'm-1' };
    const event = { ...about, outcome: 'accepted', at: world.now } as const;
    expect(await applyEventToNotice(world.ports, event)).toMatchObject({ result: 'applied' });
    expect(await world.send('2026-12-30T00:00:00Z')).toEqual(nothingSent);
    expect(world.inbox).toHaveLength(1);
  });
});

describe('a notice whose complaint changes meanwhile', () => {
  it('is cancelled where its reason has gone before it is sent', async () => {
    const { world, reference } = await worldWith(1);
    await world.sweep('2027-01-04T09:00:00Z');
    await world.change(reference, {}, { obligations: [] });
    expect(await world.send()).toEqual({ ...nothingSent, accepted: 1, cancelled: 2 });
    expect(world.inbox.map(({ tags }) => tags.notice)).toEqual(['receipt']);
    const alert = 'alert_stage-1-acknowledgement_2027-01-04_0_handler';
    expect(await world.notice(reference, alert)).toMatchObject({ status: 'cancelled', attempts: 0 });
  });

  it('is cancelled, and the timeline says that SES may have it, where its answer was lost before', async () => {
    const { world, reference } = await worldWith(1);
    await world.send();
    await world.sweep('2027-01-08T18:00:00Z');
    world.answer = () => ({ type: 'unknown', error: 'TimeoutError' });
    await world.send();
    await world.change(reference, {}, { obligations: [] });
    expect(await world.send('2027-01-08T18:30:00Z')).toMatchObject({ accepted: 0 });
    const told = (await world.store.timeline(reference)).map(({ event }) => event);
    expect(told.filter(({ type }) => type === 'NoticeNotSent')).toEqual([
      {
        type: 'NoticeNotSent',
        notice: 'apology_stage-1-acknowledgement_2027-01-04',
        kind: 'missed-date-apology',
        why: 'cancelled',
        attempts: 1,
      },
    ]);
  });

  it('is not sent where its reason went between being read and being claimed', async () => {
    const { world, reference } = await worldWith(1);
    await world.sweep('2027-01-05T12:00:00Z');
    await world.send();
    // the last rung comes again after five working days, to the same rank
    await world.sweep('2027-01-11T09:00:00Z');
    const { store } = world;
    world.store = storeWith(store, {
      async loadNotice(key) {
        const bundle = await store.loadNotice(key);
        world.store = store;
        await world.sweep('2027-01-18T09:00:00Z');
        return bundle;
      },
    });
    const before = world.inbox.length;
    const count = await world.send('2027-01-11T09:00:00Z');
    expect(count).toMatchObject({ cancelled: 1, accepted: 0 });
    expect(world.inbox).toHaveLength(before);
    expect((await world.eventTypes(reference)).slice(-3)).toEqual(['AlertGiven', 'AlertGiven', 'AlertGiven']);
  });

  it('is sent at once where the complaint alone changed between being read and being claimed', async () => {
    const { world, reference } = await worldWith(1);
    const { store } = world;
    let looks = 0;
    world.store = storeWith(store, {
      async loadNotice(key) {
        const bundle = await store.loadNotice(key);
        if (++looks > 1) return bundle;
        world.store = store;
        await world.sweep('2026-12-29T09:00:00Z');
        return bundle;
      },
    });
    expect(await world.send('2026-12-23T15:01:00Z')).toMatchObject({ accepted: 1, left: 0 });
    expect(looks).toBe(2);
    expect(world.inbox.map(({ tags }) => tags.notice)).toEqual(['receipt']);
    expect((await world.eventTypes(reference)).slice(0, 2)).toEqual(['ComplaintReceived', 'AlertGiven']);
  });

  it('is settled on the newest state where time passed while SES took it', async () => {
    const { world, reference } = await worldWith(1);
    world.answer = async () => {
      await world.sweep('2026-12-29T09:00:00Z');
      return { type: 'accepted', messageId: 'm-1' };
    };
    expect(await world.send()).toMatchObject({ accepted: 1, setAside: 0 });
    expect(await world.notice(reference)).toMatchObject({ status: 'accepted' });
    expect(await world.eventTypes(reference)).toEqual(['ComplaintReceived', 'AlertGiven', 'NoticeAccepted']);
  });
});

describe('a notice that cannot be written', () => {
  it('is tried again as one that SES did not take, and reported, and the others are sent', async () => {
    const world = new World(start);
    const complainant = { name: 'Ada Moor', email: 'ada.moor@example.com' };
    const poison = await world.receiveOne({ complainant }, 'code-2024');
    await world.receiveMany(9);
    world.rules = { ...rules, policies: new Map([...landlords].filter(([id]) => id !== 'code-2024')) };
    expect(await world.send()).toEqual({ ...nothingSent, accepted: 9, retry: 1 });
    expect(world.problems).toEqual([
      {
        about: { owner: { type: 'complaint', reference: poison }, id: 'receipt' },
        error: expect.any(Error),
      },
    ]);
    expect(await world.notice(poison)).toMatchObject({
      status: 'pending',
      attempts: 0,
      failed: { retry: 1, unknown: 0 },
      lastError: 'Error',
    });
    world.rules = rules;
    expect(await world.send('2026-12-23T15:00:59.999Z')).toEqual(nothingSent);
    expect(await world.send('2026-12-23T15:01:00Z')).toEqual({ ...nothingSent, accepted: 1 });
  });

  it('ever, is given up after four hours, and somebody owes its reader a call or a letter', async () => {
    const { world, reference } = await worldWith(1);
    await world.send();
    await world.owe(reference, {
      id: 'update_9',
      kind: 'update',
      lane: 'statutory',
      recipient: { type: 'complainant' },
      values: {},
      texts: { text: 'erased' },
    });
    let ended: string | undefined;
    for (let minute = 1; minute < 300 && !ended; minute++) {
      const { 'given-up': givenUp } = await world.send(addMinutes(at(start), minute));
      if (givenUp > 0) ended = world.now;
    }
    expect(ended).toBe('2026-12-23T18:56:00.000Z');
    expect(world.problems).toHaveLength(27);
    expect(await world.notice(reference, 'update_9')).toMatchObject({ status: 'given-up', attempts: 0 });
    const { obligations = [] } = (await world.store.load(reference))?.complaint ?? {};
    expect(obligations.map(({ id }) => id)).toContain('contact-update_9');
  });
});
