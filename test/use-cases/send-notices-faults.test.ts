import { describe, expect, it } from 'vitest';
import { landlords } from '../../shared/landlords/landlords.ts';
import { applyEventToNotice } from '../../shared/use-cases/apply-mail-event.ts';
import { rules } from '../support/rules.ts';
import { storeWith, World } from '../support/world.ts';

const start = '2026-12-23T15:00:00Z';
const zero = {
  accepted: 0,
  retry: 0,
  'stop-the-line': 0,
  refused: 0,
  unknown: 0,
  cancelled: 0,
  left: 0,
  setAside: 0,
};

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
    expect(await world.send('2026-12-23T15:04:59.999Z')).toEqual(zero);
    expect(await world.send('2026-12-23T15:05:00Z')).toEqual({ ...zero, unknown: 1 });
    expect(await world.send('2026-12-23T15:19:59.999Z')).toEqual(zero);
    expect(await world.send('2026-12-23T15:20:00Z')).toEqual({ ...zero, accepted: 1 });
    expect(await world.send('2027-12-23T15:20:00Z')).toEqual(zero);
    expect(world.inbox).toHaveLength(2);
  });

  it('before it could claim leaves the notice to the next', async () => {
    const { world } = await worldWith(1);
    const { store } = world;
    world.store = storeWith(store, { saveNotice: () => new Promise(() => {}) });
    void world.send();
    await new Promise((resolve) => setTimeout(resolve, 10));
    world.store = store;
    expect(await world.send()).toEqual({ ...zero, accepted: 1 });
    expect(world.inbox).toHaveLength(1);
  });

  it('after SES took the mail and before that was stored sends nothing twice where the event comes', async () => {
    const { world, reference } = await worldWith(1);
    const { store } = world;
    world.store = storeWith(store, { commit: () => Promise.reject(new Error('killed')) });
    expect(await world.send()).toEqual({ ...zero, setAside: 1 });
    world.store = store;
    const owner = { type: 'complaint', reference } as const;
    const about = { owner, id: 'receipt', messageId: 'm-1' };
    const event = { ...about, outcome: 'accepted', at: world.now } as const;
    expect(await applyEventToNotice(world.ports, event)).toBe('applied');
    expect(await world.send('2026-12-30T00:00:00Z')).toEqual(zero);
    expect(world.inbox).toHaveLength(1);
  });
});

describe('a notice whose complaint changes meanwhile', () => {
  it('is cancelled where its reason has gone before it is sent', async () => {
    const { world, reference } = await worldWith(1);
    await world.sweep('2026-12-29T09:00:00Z');
    await world.change(reference, {}, { obligations: [] });
    expect(await world.send()).toEqual({ ...zero, accepted: 1, cancelled: 1 });
    expect(world.inbox.map(({ tags }) => tags.notice)).toEqual(['receipt']);
    const alert = 'alert_stage-1-acknowledgement_2027-01-04_-3_handler';
    expect(await world.notice(reference, alert)).toMatchObject({ status: 'cancelled', attempts: 0 });
  });

  it('is not sent where the complaint changed between being read and being claimed', async () => {
    const { world, reference } = await worldWith(1);
    await world.send();
    await world.sweep('2026-12-29T09:00:00Z');
    const { store } = world;
    world.store = storeWith(store, {
      async loadNotice(key) {
        const bundle = await store.loadNotice(key);
        world.store = store;
        await world.sweep('2026-12-31T09:00:00Z');
        return bundle;
      },
    });
    const before = world.inbox.length;
    const count = await world.send('2026-12-29T09:00:00Z');
    expect(count).toMatchObject({ left: 1, accepted: 0 });
    expect(world.inbox).toHaveLength(before);
    expect(await world.eventTypes(reference)).toEqual([
      'ComplaintReceived',
      'NoticeAccepted',
      'AlertGiven',
      'AlertGiven',
    ]);
  });

  it('is settled on the newest state where time passed while SES took it', async () => {
    const { world, reference } = await worldWith(1);
    world.answer = async () => {
      await world.sweep('2026-12-29T09:00:00Z');
      return { type: 'accepted', messageId: 'm-1' };
    };
    expect(await world.send()).toMatchObject({ accepted: 2, setAside: 0 });
    expect(await world.notice(reference)).toMatchObject({ status: 'accepted' });
    expect(await world.eventTypes(reference)).toEqual(['ComplaintReceived', 'AlertGiven', 'NoticeAccepted']);
  });
});

describe('a notice that cannot be written', () => {
  it('is set aside for an hour and reported, and the others are sent', async () => {
    const world = new World(start);
    const poison = await world.receiveOne({}, 'code-2024');
    await world.receiveMany(9);
    world.rules = { ...rules, policies: new Map([...landlords].filter(([id]) => id !== 'code-2024')) };
    expect(await world.send()).toEqual({ ...zero, accepted: 9, setAside: 1 });
    expect(world.problems).toEqual([
      {
        about: { owner: { type: 'complaint', reference: poison }, id: 'receipt' },
        error: expect.any(Error),
      },
    ]);
    expect(await world.notice(poison)).toMatchObject({ status: 'pending', attempts: 0 });
    world.rules = rules;
    expect(await world.send('2026-12-23T15:59:59.999Z')).toEqual(zero);
    expect(await world.send('2026-12-23T16:00:00Z')).toEqual({ ...zero, accepted: 1 });
  });
});
