import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../shared/domain/staff.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { handOverWork } from '../../shared/use-cases/hand-over-work.ts';
import { person } from '../support/people.ts';
import { storeWith, World } from '../support/world.ts';

const by = staffId('anna');
const lee = person('lee', { teams: ['repairs'], disabled: true, landlords: ['day-zero', 'code-2024'] });
const lou = person('lou', { leads: ['repairs'] });
const handler = lee.id;

let world: World;
beforeEach(() => {
  world = new World('2026-12-23T15:00:00Z');
});

const handOver = (...people: Person[]) =>
  handOverWork(
    world.ports,
    { leaver: lee, by, landlords: lee.landlords, people: [lee, ...people] },
    world.now,
  );
const handlerOf = async (reference: string) =>
  (await world.store.load(reference as never))?.complaint.handler;

describe('the work of somebody who leaves', () => {
  it('moves to the leader of each complaint’s team, or of the leaver’s first where it has none', async () => {
    const max = person('max', { leads: ['lettings'] });
    const [own, other, foreign] = await world.receiveMany(3);
    await world.change(own as never, {}, { handler });
    await world.change(other as never, {}, { handler, team: 'lettings' });
    expect(await handOver(lou, max)).toEqual({ moved: [own, other], withoutLeader: [] });
    expect(await handlerOf(own as string)).toBe('lou');
    expect(await handlerOf(other as string)).toBe('max');
    expect(await handlerOf(foreign as string)).toBeUndefined();
  });

  it('of several hundred complaints moves whole, whatever lies between', async () => {
    const references = await world.receiveMany(230);
    for (const reference of references.slice(20)) await world.change(reference, {}, { handler });
    const { moved } = await handOver(lou);
    expect(moved.sort()).toEqual(references.slice(20).sort());
  });

  it('moves for every landlord of the keeper’s, also where the leaver’s row no longer names it', async () => {
    const [own] = await world.receiveMany(1);
    const other = await world.receiveOne({}, 'code-2024');
    for (const reference of [own, other]) await world.change(reference as never, {}, { handler });
    const former = { ...lee, landlords: [] };
    const people = [former, person('lou', { leads: ['repairs'], landlords: ['day-zero', 'code-2024'] })];
    const handOverOf = (landlords: string[]) =>
      handOverWork(world.ports, { leaver: former, by, landlords, people }, world.now);
    expect(await handOverOf(['day-zero'])).toEqual({ moved: [own], withoutLeader: [] });
    expect(await handlerOf(other)).toBe('lee');
    expect(await handOverOf(['day-zero', 'code-2024'])).toEqual({ moved: [other], withoutLeader: [] });
    expect(await handlerOf(other)).toBe('lou');
  });

  it('said again changes nothing, and goes on where it was cut off', async () => {
    const references = await world.receiveMany(3);
    for (const reference of references) await world.change(reference, {}, { handler });
    let commits = 0;
    const kept = world.store;
    world.store = storeWith(kept, {
      commit: async (change) => {
        if (++commits === 2) throw new Error('cut off');
        return kept.commit(change);
      },
    });
    await expect(handOver(lou)).rejects.toThrow('cut off');
    expect((await handOver(lou)).moved).toHaveLength(2);
    expect(await handOver(lou)).toEqual({ moved: [], withoutLeader: [] });
    for (const reference of references)
      expect(await world.eventTypes(reference)).toEqual(['ComplaintReceived', 'WorkHandedOver']);
  });

  it('stays where nobody leads the team for that landlord', async () => {
    const reference = await world.receiveOne({}, 'code-2024');
    await world.change(reference, {}, { handler });
    expect(await handOver(lou, person('gone', { leads: ['repairs'], disabled: true }))).toEqual({
      moved: [],
      withoutLeader: [reference],
    });
  });

  it.each([{ staffComplainedAbout: [lou.id] }, { conflicts: [lou.id] }])(
    'moves to another leader where the first may not handle it, and stays where there is none: %j',
    async (partial) => {
      const reference = await world.receiveOne();
      await world.change(reference, {}, { handler, ...partial });
      expect(await handOver(lou)).toEqual({ moved: [], withoutLeader: [reference] });
      const max = person('max', { leads: ['repairs'] });
      expect(await handOver(lou, max)).toEqual({ moved: [reference], withoutLeader: [] });
      expect(await handlerOf(reference)).toBe('max');
    },
  );

  it('is not named to whoever hands over where it is about them, and moves all the same', async () => {
    const about = await world.receiveOne({ staffComplainedAbout: [by, lou.id] });
    const other = await world.receiveOne();
    for (const reference of [about, other]) await world.change(reference, {}, { handler });
    expect(await handOver()).toEqual({ moved: [], withoutLeader: [other] });
    const kept = world.store;
    const refusedToLou = storeWith(kept, {
      worklist: async (page) => {
        const { items, more } = await kept.worklist(page);
        return { items: items.map((item) => ({ ...item, flags: [`about:${by}`] })), more };
      },
    });
    world.store = refusedToLou;
    expect(await handOver(lou)).toEqual({ moved: [other], withoutLeader: [] });
    expect(await handlerOf(about)).toBe('lee');
    world.store = kept;
    await handOver(person('max', { leads: ['repairs'] }));
    expect(await handlerOf(about)).toBe('max');
  });

  it('is not said to have moved where the worklist did not know yet whom the complaint is about', async () => {
    const reference = await world.receiveOne({ staffComplainedAbout: [lou.id] });
    await world.change(reference, {}, { handler });
    const kept = world.store;
    world.store = storeWith(kept, {
      worklist: async (page) => {
        const { items, more } = await kept.worklist(page);
        return { items: items.map((item) => ({ ...item, flags: [] })), more };
      },
    });
    expect(await handOver(lou)).toEqual({ moved: [], withoutLeader: [reference] });
    expect(await handlerOf(reference)).toBe('lee');
  });

  it('of a complaint that is closed stays, and one that changes meanwhile is decided again', async () => {
    const [closed, moving] = await world.receiveMany(2);
    await world.change(closed as never, {}, { handler, status: 'closed', obligations: [] });
    await world.change(moving as never, {}, { handler });
    let first = true;
    const kept = world.store;
    world.store = storeWith(kept, {
      commit: async (change) => {
        if (first) {
          first = false;
          return 'changed-meanwhile';
        }
        return kept.commit(change);
      },
    });
    expect(await handOver(lou)).toEqual({ moved: [moving], withoutLeader: [] });
  });
});
