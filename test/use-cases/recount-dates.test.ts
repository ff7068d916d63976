import { describe, expect, it } from 'vitest';
import type { Application } from '../../shared/domain/calendar-version.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { carryOn } from '../../shared/use-cases/recount-dates.ts';
import { newApplication, newVersion } from '../support/calendars.ts';
import { at, rules } from '../support/rules.ts';
import { storeWith, World } from '../support/world.ts';

const received = '2026-12-23T15:00:00Z';
const applied = '2026-12-24T11:00:00Z';
/** when what was accepted by an older reading of the calendar has been seen by everybody */
const settled = '2026-12-24T11:10:00Z';

/** A world in which `day-zero`, with so many open complaints, has just applied a version with a new holiday. */
async function worldWith(complaints: number, change: Partial<Application> = {}) {
  const world = new World(received);
  const references = await world.receiveMany(complaints);
  world.now = at(applied);
  await world.archive.add(newVersion(), world.now);
  await world.archive.apply(newApplication({ appliedAt: at(applied), ...change }), world.now, world.now);
  return { world, references };
}

const carry = (world: World, now: string) => {
  world.now = at(now);
  return carryOn(world.ports, 'day-zero', world.now);
};

async function dueOf(world: World, references: readonly Reference[]): Promise<string[]> {
  const loaded = await Promise.all(references.map((reference) => world.store.load(reference)));
  return loaded.map((stored) => stored?.complaint.obligations[0]?.dueOn ?? 'nothing');
}

const applicationOf = (world: World) => world.archive.application('day-zero');

describe('the open complaints of a landlord that applied another version', () => {
  it('are counted anew, all in one tick', async () => {
    const { world, references } = await worldWith(3);
    expect(await dueOf(world, references)).toEqual(['2027-01-04', '2027-01-04', '2027-01-04']);
    expect(await carry(world, applied)).toMatchObject({ recounted: 3, failed: 0 });
    expect(await dueOf(world, references)).toEqual(['2027-01-05', '2027-01-05', '2027-01-05']);
    const [, entry] = await world.store.timeline(references[0] as Reference);
    expect(entry).toMatchObject({ actor: { type: 'clock' }, event: { type: 'DatesRecounted' } });
  });

  it('are counted anew by what the archive says now, however lately this function has read it', async () => {
    const world = new World(received);
    const references = await world.receiveMany(1);
    await world.archive.add(newVersion(), world.now);
    await world.archive.apply(newApplication({ appliedAt: world.now }), world.now, world.now);
    expect(await carry(world, '2026-12-23T15:00:01Z')).toMatchObject({ recounted: 1 });
    expect(await dueOf(world, references)).toEqual(['2027-01-05']);
  });

  it('are no business of another landlord, whose complaints keep their dates', async () => {
    const { world } = await worldWith(1);
    const others = await world.receiveOne({}, 'code-2024');
    const before = await world.store.load(others);
    await carry(world, applied);
    expect(await world.store.load(others)).toEqual(before);
  });

  it('that are closed and owe nothing are left as they are', async () => {
    const { world, references } = await worldWith(2);
    const [closed] = references as [Reference];
    await world.change(closed, {}, { status: 'closed', obligations: [] });
    const before = await world.store.load(closed);
    expect(await carry(world, applied)).toMatchObject({ recounted: 1 });
    expect(await world.store.load(closed)).toEqual(before);
  });
});

describe('a pass over the worklist', () => {
  it('goes on page by page while there is time, and from its place at the next tick', async () => {
    const { world, references } = await worldWith(250);
    let pages = 2;
    world.hasTime = () => pages-- > 0;
    expect(await carry(world, applied)).toMatchObject({ recounted: 200 });
    expect(await applicationOf(world)).toMatchObject({
      ...{ revision: 2, recounted: 200 },
      pass: { startedAt: '2026-12-24T11:00:00.000Z', after: expect.any(String), recounted: 200 },
    });
    world.hasTime = () => true;
    expect(await carry(world, '2026-12-24T11:05:00Z')).toMatchObject({ recounted: 50 });
    expect(await applicationOf(world)).toMatchObject({ recounted: 250, pass: { recounted: 0 } });
    expect(new Set(await dueOf(world, references))).toEqual(new Set(['2027-01-05']));
  });

  it('does nothing where there is no time', async () => {
    const { world, references } = await worldWith(1);
    world.hasTime = () => false;
    expect(await carry(world, applied)).toEqual({ recounted: 0, alerts: 0, failed: 0 });
    expect(await dueOf(world, references)).toEqual(['2027-01-04']);
    expect(await applicationOf(world)).toMatchObject({ revision: 0 });
  });

  it('that changed something is followed by another at the next tick', async () => {
    const { world } = await worldWith(1);
    await carry(world, applied);
    expect(await applicationOf(world)).toMatchObject({
      ...{ revision: 1, recounted: 1 },
      pass: { startedAt: '2026-12-24T11:00:00.000Z', recounted: 0 },
    });
    expect(await world.sweep(applied)).toMatchObject({ due: 1, recounted: 0 });
  });

  it('that changed nothing is followed by one when every function has read the version', async () => {
    const { world } = await worldWith(0);
    await carry(world, applied);
    expect(await applicationOf(world)).toMatchObject({ pass: { startedAt: '2026-12-24T11:10:00.000Z' } });
    expect(await world.sweep('2026-12-24T11:09:59.999Z')).toMatchObject({ due: 0 });
    expect(await world.sweep(settled)).toMatchObject({ due: 1 });
  });

  it('is the last where it began after that and changed nothing', async () => {
    const { world } = await worldWith(2);
    await carry(world, applied);
    await carry(world, '2026-12-24T11:05:00Z');
    await carry(world, settled);
    const { pass: _, ...finished } = newApplication({ appliedAt: at(applied), revision: 3, recounted: 2 });
    expect(await applicationOf(world)).toEqual(finished);
    expect(await world.sweep('2026-12-28T00:00:00Z')).toMatchObject({ due: 0 });
  });

  it('is the last too where it was meant to begin earlier and had to wait', async () => {
    const { world } = await worldWith(1);
    await carry(world, applied);
    await carry(world, settled);
    expect((await applicationOf(world))?.pass).toBeUndefined();
  });

  it('that began before that is not the last, however long it takes', async () => {
    const { world } = await worldWith(150);
    await carry(world, applied);
    let pages = 1;
    world.hasTime = () => pages-- > 0;
    await carry(world, '2026-12-24T11:09:59.999Z');
    world.hasTime = () => true;
    await carry(world, '2026-12-24T11:15:00Z');
    expect(await applicationOf(world)).toMatchObject({ pass: { recounted: 0 } });
    await carry(world, '2026-12-24T11:20:00Z');
    expect((await applicationOf(world))?.pass).toBeUndefined();
  });

  it('finds what was accepted by a function that still counted by the version before', async () => {
    const { world } = await worldWith(1);
    await carry(world, applied);
    await carry(world, '2026-12-24T11:05:00Z');
    const { rules: current } = world;
    world.rules = rules;
    const late = await world.receiveOne();
    world.rules = current;
    expect(await dueOf(world, [late])).toEqual(['2027-01-05']);
    expect(await carry(world, settled)).toMatchObject({ recounted: 1 });
    expect(await dueOf(world, [late])).toEqual(['2027-01-06']);
    expect((await applicationOf(world))?.pass).toBeDefined();
  });

  it('finds what moved in the worklist while the one before read it', async () => {
    const { world, references } = await worldWith(3);
    const { store } = world;
    world.store = storeWith(store, {
      async worklist(page) {
        const { items, more } = await store.worklist(page);
        return { items: items.slice(1), more };
      },
    });
    expect(await carry(world, applied)).toMatchObject({ recounted: 2 });
    world.store = store;
    expect(await carry(world, '2026-12-24T11:05:00Z')).toMatchObject({ recounted: 1 });
    expect(await dueOf(world, references)).toEqual(['2027-01-05', '2027-01-05', '2027-01-05']);
  });

  it('of an application that is finished, or of a landlord that applied nothing, is none', async () => {
    const { world, references } = await worldWith(1);
    const { pass: _, ...finished } = newApplication({ revision: 1 });
    await world.archive.apply(finished, undefined, world.now);
    expect(await carry(world, applied)).toEqual({ recounted: 0, alerts: 0, failed: 0 });
    expect(await carryOn(world.ports, 'code-2024', world.now)).toMatchObject({ recounted: 0 });
    expect(await dueOf(world, references)).toEqual(['2027-01-04']);
    expect(await applicationOf(world)).toEqual(finished);
  });
});

describe('counting anew', () => {
  it('repeated at once changes nothing the second time', async () => {
    const { world, references } = await worldWith(3);
    await carry(world, applied);
    const before = await Promise.all(references.map((reference) => world.store.load(reference)));
    expect(await carry(world, applied)).toEqual({ recounted: 0, alerts: 0, failed: 0 });
    expect(await Promise.all(references.map((reference) => world.store.load(reference)))).toEqual(before);
    expect(await applicationOf(world)).toMatchObject({ recounted: 3 });
  });

  it('twice at the same time counts each complaint once, and one of the two leaves the place to the other', async () => {
    const { world, references } = await worldWith(150);
    const [one, other] = await Promise.all([carry(world, applied), carry(world, applied)]);
    expect(one.recounted + other.recounted).toBe(150);
    for (const reference of references)
      expect((await world.eventTypes(reference)).filter((type) => type === 'DatesRecounted')).toHaveLength(1);
    expect(world.problems).toEqual([]);
    await carry(world, '2026-12-24T11:05:00Z');
    await carry(world, settled);
    await carry(world, '2026-12-24T11:15:00Z');
    expect((await applicationOf(world))?.pass).toBeUndefined();
  });

  it('that is killed half-way through a page loses nothing and doubles nothing', async () => {
    const { world, references } = await worldWith(30);
    const { store } = world;
    let commits = 0;
    world.store = storeWith(store, {
      commit: (change) => {
        commits += 1;
        return commits > 9 ? new Promise(() => {}) : store.commit(change);
      },
    });
    void carry(world, applied);
    await new Promise((resolve) => setTimeout(resolve, 20));
    world.store = store;
    expect(await applicationOf(world)).toMatchObject({ revision: 0 });
    expect(await carry(world, '2026-12-24T11:05:00Z')).toMatchObject({ recounted: 21 });
    for (const reference of references)
      expect((await world.eventTypes(reference)).filter((type) => type === 'DatesRecounted')).toHaveLength(1);
  });

  it('stops where the landlord applies another version meanwhile, which is then carried on', async () => {
    const { world } = await worldWith(1);
    const { archive } = world;
    const next = newApplication({ version: 3, revision: 1, appliedAt: at(settled) });
    world.archive = {
      ...archive,
      async apply(application, wakeAt, now) {
        world.archive = archive;
        await archive.add(newVersion({ version: 3 }), now);
        await archive.apply(next, now, now);
        return archive.apply(application, wakeAt, now);
      },
    };
    await carry(world, applied);
    expect(await applicationOf(world)).toEqual(next);
  });
});

describe('a complaint that cannot be counted anew', () => {
  async function worldWithPoison() {
    const { world, references } = await worldWith(3);
    const poison = references[1] as Reference;
    const { store } = world;
    world.store = storeWith(store, {
      load: (reference) =>
        reference === poison ? Promise.reject(new Error('unreadable')) : store.load(reference),
    });
    const heal = () => {
      world.store = store;
    };
    return { world, references, poison, heal };
  }

  it('is reported and set aside for an hour, and the others are counted anew', async () => {
    const { world, references, poison, heal } = await worldWithPoison();
    expect(await carry(world, applied)).toMatchObject({ recounted: 2, failed: 1 });
    expect(world.problems).toEqual([
      { about: poison, error: expect.objectContaining({ message: 'unreadable' }) },
    ]);
    heal();
    expect(await dueOf(world, references)).toEqual(['2027-01-05', '2027-01-04', '2027-01-05']);
    await world.archive.setAside('day-zero', at('2027-01-01T00:00:00Z'));
    expect(await world.sweep('2026-12-24T11:59:59.999Z')).toMatchObject({ due: 0 });
    expect(await world.sweep('2026-12-24T12:00:00Z')).toMatchObject({ due: 1, recounted: 1 });
  });

  it('is tried again after an hour, and until then no pass is the last', async () => {
    const { world, references, heal } = await worldWithPoison();
    await carry(world, settled);
    expect(await carry(world, '2026-12-24T11:15:00Z')).toMatchObject({ recounted: 0, failed: 1 });
    expect(await applicationOf(world)).toMatchObject({ pass: { startedAt: '2026-12-24T12:15:00.000Z' } });
    expect(await world.sweep('2026-12-24T12:14:59.999Z')).toMatchObject({ due: 0 });
    heal();
    await world.sweep('2026-12-24T12:15:00Z');
    expect(await dueOf(world, references)).toEqual(['2027-01-05', '2027-01-05', '2027-01-05']);
    await world.sweep('2026-12-24T12:20:00Z');
    expect((await applicationOf(world))?.pass).toBeUndefined();
  });
});
