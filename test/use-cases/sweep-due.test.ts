import { describe, expect, it } from 'vitest';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { landlords } from '../../shared/landlords/landlords.ts';
import { handleUntilStored } from '../../shared/use-cases/handle-command.ts';
import { newApplication, newVersion } from '../support/calendars.ts';
import { recorded } from '../support/recorded.ts';
import { at, policyOf, rules, rulesOver } from '../support/rules.ts';
import { storeWith, World } from '../support/world.ts';

const start = '2026-12-23T15:00:00Z';
const firstRung = '2026-12-29T09:00:00Z';

async function worldWith(complaints: number) {
  const world = new World(start);
  const references = await world.receiveMany(complaints);
  return { world, references };
}

/** How many alerts each complaint's timeline tells of. */
async function alertsOf(world: World, references: Awaited<ReturnType<World['receiveMany']>>) {
  const types = await Promise.all(references.map((reference) => world.eventTypes(reference)));
  return types.map((each) => each.filter((type) => type === 'AlertGiven').length);
}

describe('a sweep', () => {
  it('finds nothing a millisecond before the first rung', async () => {
    const { world } = await worldWith(3);
    expect(await world.sweep('2026-12-29T08:59:59.999Z')).toEqual({
      due: 0,
      alerts: 0,
      recounted: 0,
      setAside: 0,
      finished: true,
    });
  });

  it('with nothing due reads no calendar', async () => {
    const { world } = await worldWith(1);
    const { port, calls } = recorded(world.archive);
    Object.assign(world, { archive: port, rules: rulesOver(port, world.clock) });
    await world.sweep('2026-12-29T08:59:59.999Z');
    expect(calls).toEqual([]);
    await world.sweep(firstRung);
    expect(calls).toEqual([['read']]);
  });

  it('gives each complaint’s alert at its very instant, under one clock, and stores when to wake next', async () => {
    const { world, references } = await worldWith(10);
    expect(await world.sweep(firstRung)).toEqual({
      due: 10,
      alerts: 10,
      recounted: 0,
      setAside: 0,
      finished: true,
    });
    for (const reference of references) {
      const [, entry] = await world.store.timeline(reference);
      expect(entry).toMatchObject({ seq: 2, at: '2026-12-29T09:00:00.000Z', actor: { type: 'clock' } });
    }
    expect(await world.sweep('2026-12-31T08:59:59.999Z')).toMatchObject({ due: 0 });
    expect(await world.sweep('2026-12-31T09:00:00Z')).toMatchObject({ due: 10, alerts: 10 });
    await world.sweep('2027-01-04T09:00:00Z');
    for (const reference of references) {
      const id = 'alert_stage-1-acknowledgement_2027-01-04_0_handler';
      expect(await world.notice(reference, id)).toMatchObject({
        status: 'pending',
        wakeAt: '2027-01-04T09:00:00.000Z',
      });
    }
  });

  it('that is run twice changes nothing the second time', async () => {
    const { world, references } = await worldWith(4);
    await world.sweep(firstRung);
    const before = await Promise.all(references.map((reference) => world.store.load(reference)));
    expect(await world.sweep(firstRung)).toMatchObject({ due: 0, alerts: 0 });
    expect(await Promise.all(references.map((reference) => world.store.load(reference)))).toEqual(before);
  });

  it('that runs beside another gives each alert once', async () => {
    const { world, references } = await worldWith(12);
    const [one, other] = await Promise.all([world.sweep(firstRung), world.sweep(firstRung)]);
    expect(one.alerts + other.alerts).toBe(12);
    expect(await alertsOf(world, references)).toEqual(Array(12).fill(1));
    expect(world.problems).toEqual([]);
  });

  it('that comes ten days late speaks once for each complaint and apologises', async () => {
    const { world, references } = await worldWith(2);
    expect(await world.sweep('2027-01-08T09:00:00Z')).toMatchObject({ due: 2, alerts: 4 });
    for (const reference of references)
      expect(await world.eventTypes(reference)).toEqual([
        'ComplaintReceived',
        'AlertGiven',
        'MissedDateApologised',
      ]);
  });

  it('that runs out of time leaves the rest due, and the next one finishes', async () => {
    const { world, references } = await worldWith(20);
    let left = 7;
    world.hasTime = () => left-- > 0;
    const cut = await world.sweep(firstRung);
    expect(cut).toEqual({ due: 7, alerts: 7, recounted: 0, setAside: 0, finished: false });
    world.hasTime = () => true;
    expect(await world.sweep('2026-12-29T09:05:00Z')).toEqual({
      due: 13,
      alerts: 13,
      recounted: 0,
      setAside: 0,
      finished: true,
    });
    expect(await alertsOf(world, references)).toEqual(Array(20).fill(1));
  });

  it('that is killed half-way loses nothing and doubles nothing', async () => {
    const { world, references } = await worldWith(20);
    const { store } = world;
    let commits = 0;
    world.store = storeWith(store, {
      commit: (change) => {
        commits += 1;
        return commits > 9 ? new Promise(() => {}) : store.commit(change);
      },
    });
    void world.sweep(firstRung);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(commits).toBeGreaterThan(9);
    world.store = store;
    expect((await alertsOf(world, references)).filter((alerts) => alerts === 1)).toHaveLength(9);
    await world.sweep('2026-12-29T09:05:00Z');
    expect(await alertsOf(world, references)).toEqual(Array(20).fill(1));
  });

  it('follows a hint that has gone stale to no alert', async () => {
    const { world, references } = await worldWith(1);
    await world.sweep(firstRung);
    const { store } = world;
    world.store = storeWith(store, {
      async *due(shard) {
        if (shard !== 0) return;
        for (const reference of references) yield { type: 'complaint', reference };
      },
    });
    expect(await world.sweep('2026-12-29T09:05:00Z')).toMatchObject({ due: 1, alerts: 0, setAside: 0 });
    expect(await alertsOf(world, references)).toEqual([1]);
  });

  it('decides again where the complaint changed while it was being decided', async () => {
    const { world, references } = await worldWith(1);
    const { store } = world;
    let interfered = false;
    world.store = storeWith(store, {
      async commit(change) {
        if (!interfered) {
          interfered = true;
          world.store = store;
          await world.sweep(firstRung);
        }
        return store.commit(change);
      },
    });
    const count = await world.sweep(firstRung);
    expect(count).toMatchObject({ due: 1, alerts: 0, setAside: 0 });
    expect(await alertsOf(world, references)).toEqual([1]);
  });
});

describe('one complaint that cannot be handled', () => {
  async function poisoned() {
    const world = new World(start);
    const poison = await world.receiveOne({}, 'code-2024');
    const sound = await world.receiveMany(9);
    world.rules = { ...rules, policies: new Map([...landlords].filter(([id]) => id !== 'code-2024')) };
    return { world, poison, sound };
  }

  it('is set aside and reported, and the others are handled', async () => {
    const { world, poison, sound } = await poisoned();
    expect(await world.sweep(firstRung)).toEqual({
      due: 10,
      alerts: 9,
      recounted: 0,
      setAside: 1,
      finished: true,
    });
    expect(await alertsOf(world, sound)).toEqual(Array(9).fill(1));
    expect(world.problems).toEqual([
      { about: poison, error: expect.objectContaining({ message: expect.stringContaining('code-2024') }) },
    ]);
  });

  it('is looked at again after an hour, not before, and handled once it can be', async () => {
    const { world, poison } = await poisoned();
    await world.sweep(firstRung);
    expect(await world.sweep('2026-12-29T09:59:59.999Z')).toMatchObject({ due: 0 });
    world.rules = rules;
    expect(await world.sweep('2026-12-29T10:00:00Z')).toMatchObject({ due: 1, alerts: 1, setAside: 0 });
    expect(await alertsOf(world, [poison])).toEqual([1]);
  });

  it('keeps its state while it is set aside: only when to look again has moved', async () => {
    const { world, poison } = await poisoned();
    const before = await world.store.load(poison);
    await world.sweep(firstRung);
    expect(await world.store.load(poison)).toEqual(before);
  });

  it('because it keeps changing is set aside after five attempts', async () => {
    const { world, references } = await worldWith(1);
    let commits = 0;
    world.store = storeWith(world.store, {
      commit: async () => {
        commits += 1;
        return 'changed-meanwhile';
      },
    });
    expect(await world.sweep(firstRung)).toMatchObject({ due: 1, alerts: 0, setAside: 1 });
    expect(commits).toBe(5);
    expect(world.problems[0]?.about).toBe(references[0]);
  });

  it('because the store fails is set aside too, and nothing of it is lost', async () => {
    const { world, references } = await worldWith(5);
    const { store } = world;
    world.store = storeWith(store, {
      load: (reference) =>
        reference === references[2] ? Promise.reject(new Error('unreadable')) : store.load(reference),
    });
    expect(await world.sweep(firstRung)).toMatchObject({ alerts: 4, setAside: 1 });
    world.store = store;
    await world.sweep('2026-12-29T10:00:00Z');
    expect(await alertsOf(world, references)).toEqual(Array(5).fill(1));
  });
});

describe('a landlord that applied another version of the calendar', () => {
  /** `day-zero` and `code-2024` have each one open complaint, and both applied the version. */
  async function worldThatApplied() {
    const world = new World(start);
    const landlordIds = ['day-zero', 'code-2024'] as const;
    const references = await Promise.all(landlordIds.map((landlord) => world.receiveOne({}, landlord)));
    await world.archive.add(newVersion(), world.now);
    for (const landlord of landlordIds)
      await world.archive.apply(newApplication({ landlord, appliedAt: world.now }), world.now, world.now);
    return { world, references };
  }

  it('has its complaints counted anew by the next sweep', async () => {
    const { world, references } = await worldThatApplied();
    expect(await world.sweep('2026-12-23T15:05:00Z')).toMatchObject({
      ...{ due: 2, recounted: 2, setAside: 0, finished: true },
    });
    for (const reference of references) expect(await world.eventTypes(reference)).toContain('DatesRecounted');
  });

  it('is carried on once no alert waits, and left for the next sweep where time runs out', async () => {
    const { world, references } = await worldThatApplied();
    let left = 4;
    world.hasTime = () => left-- > 0;
    expect(await world.sweep(firstRung)).toMatchObject({ due: 4, recounted: 2, finished: false });
    expect(left).toBeLessThan(0);
    for (const landlord of ['day-zero', 'code-2024'])
      expect(await world.archive.application(landlord)).toMatchObject({ revision: 0 });
    for (const reference of references) expect(await world.eventTypes(reference)).toContain('DatesRecounted');
    world.hasTime = () => true;
    expect(await world.sweep('2026-12-29T09:05:00Z')).toMatchObject({ due: 2, finished: true });
    expect(await world.archive.application('code-2024')).toMatchObject({ revision: 1 });
  });

  it('whose counting anew fails is reported and set aside for an hour, and the other is carried on', async () => {
    const { world } = await worldThatApplied();
    const { archive } = world;
    world.archive = {
      ...archive,
      application: (landlord) =>
        landlord === 'day-zero' ? Promise.reject(new Error('unreadable')) : archive.application(landlord),
    };
    expect(await world.sweep('2026-12-23T15:05:00Z')).toMatchObject({ due: 2, recounted: 1, setAside: 1 });
    expect(world.problems).toEqual([
      { about: 'day-zero', error: expect.objectContaining({ message: 'unreadable' }) },
    ]);
    world.archive = archive;
    await archive.setAside('code-2024', at('2027-01-01T00:00:00Z'));
    expect(await world.sweep('2026-12-23T16:04:59.999Z')).toMatchObject({ due: 0 });
    expect(await world.sweep('2026-12-23T16:05:00Z')).toMatchObject({ due: 1, recounted: 1 });
  });

  it('whose complaint cannot be handled has that one counted among those set aside', async () => {
    const { world, references } = await worldThatApplied();
    const { store } = world;
    world.store = storeWith(store, {
      load: (reference) =>
        reference === references[0] ? Promise.reject(new Error('unreadable')) : store.load(reference),
    });
    expect(await world.sweep('2026-12-23T15:05:00Z')).toMatchObject({ due: 2, recounted: 1, setAside: 1 });
    expect(world.problems.map(({ about }) => about)).toEqual([references[0]]);
  });
});

describe('a complaint that goes to stage 2 after its landlord changed the policy', () => {
  it('wakes when the policy of the day wants its first alert', async () => {
    const { world, references } = await worldWith(1);
    const { landlord, versions } = policyOf('day-zero');
    const [first] = versions as [Policy['versions'][number]];
    const { ladder } = first;
    const sooner = { ...ladder, rungs: [{ workingDays: -4, to: ['handler'] as const }, ...ladder.rungs] };
    const second = { ...first, effectiveFrom: '2027-01-20', ladder: sooner };
    const policies = new Map([[landlord, { landlord, versions: [first, second] } as Policy]]);
    const { port, calls } = recorded(world.store);
    await handleUntilStored(
      { ...world.ports, store: port, rules: { ...world.rules, policies } },
      references[0] as Reference,
      { type: 'Escalate' },
      { type: 'resident' },
      at('2027-01-20T10:00:00Z'),
    );
    const commit = calls.find(([name]) => name === 'commit');
    // its acknowledgement is due on Wednesday 27 January
    expect(commit?.[1]).toMatchObject({ wakeAt: '2027-01-21T09:00:00.000Z' });
  });
});
