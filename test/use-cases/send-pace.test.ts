import { describe, expect, it } from 'vitest';
import { instantOf, millisecondsOf } from '../../shared/domain/london-time.ts';
import type { SendSlot } from '../../shared/ports/complaint-store.ts';
import { createPace } from '../../shared/use-cases/pace.ts';
import { at } from '../support/rules.ts';
import { storeWith, World } from '../support/world.ts';

const start = at('2026-12-23T15:00:00.400Z');

/** Of two mails a second the second comes first. */
const randomBytes = () => Uint8Array.of(3, 0, 0);

/** A clock that moves only as it is waited for, by so much of each wait. */
function clockThatMoves(share: number) {
  let now = millisecondsOf(start);
  const waited: number[] = [];
  const wait = async (milliseconds: number) => {
    waited.push(milliseconds);
    await Promise.resolve();
    now += milliseconds * share;
  };
  return { clock: () => instantOf(now), wait, waited };
}

describe('the pace of one sender', () => {
  it('is so many a second and no more, the rest of the second being waited for once', async () => {
    const { clock, wait, waited } = clockThatMoves(1);
    const pace = createPace({ clock, wait, randomBytes, rate: 2 });
    const slots = await Promise.all([pace(), pace(), pace(), pace(), pace()]);
    expect(slots.map(({ second, number }) => [second.slice(17), number])).toEqual([
      ['00.000Z', 1],
      ['00.000Z', 0],
      ['01.000Z', 1],
      ['01.000Z', 0],
      ['02.000Z', 1],
    ]);
    expect(waited).toEqual([600, 1000]);
  });

  it('goes on to the seconds that follow where the clock stands still', async () => {
    const { clock, wait } = clockThatMoves(0);
    const pace = createPace({ clock, wait, randomBytes, rate: 1 });
    const seconds: string[] = [];
    for (let count = 0; count < 4; count++) seconds.push((await pace()).second.slice(17, 19));
    expect(seconds).toEqual(['00', '01', '02', '03']);
  });

  it('begins with the second that it is, however long nothing was sent', async () => {
    const { clock, wait } = clockThatMoves(1);
    const pace = createPace({ clock, wait, randomBytes, rate: 2 });
    await pace();
    await wait(90_000);
    expect(await pace()).toEqual({ second: '2026-12-23T15:01:30.000Z', number: 1 });
  });
});

describe('the pace of all senders', () => {
  it('is that of one: no second has more mails than the rate, and everything leaves', async () => {
    const world = new World(start);
    world.rate = 3;
    await world.receiveMany(40);
    const taken: { slot: SendSlot; result: unknown }[] = [];
    const { store } = world;
    world.store = storeWith(store, {
      async claimNotice(notice, claim) {
        const result = await store.claimNotice(notice, claim);
        taken.push({ slot: claim.slot, result });
        return result;
      },
    });
    const [one, other] = await Promise.all([world.send(), world.send()]);
    expect(one.accepted + other.accepted).toBe(40);
    expect(world.inbox).toHaveLength(40);
    const sent = taken.filter(({ result }) => result === 'stored').map(({ slot }) => slot);
    const bySecond = Map.groupBy(sent, ({ second }) => second);
    expect(Math.max(...[...bySecond.values()].map((slots) => slots.length))).toBe(3);
    expect(new Set(sent.map(({ number }) => number))).toEqual(new Set([0, 1, 2]));
    expect(taken.filter(({ result }) => result === 'slot-taken').length).toBeGreaterThan(0);
  });

  it('takes the next mail of the second, or of the next second, where another sender took it', async () => {
    const world = new World(start);
    world.rate = 2;
    await world.receiveOne();
    const { store } = world;
    const asked: SendSlot[] = [];
    world.store = storeWith(store, {
      async claimNotice(notice, claim) {
        asked.push(claim.slot);
        return asked.length < 4 ? 'slot-taken' : store.claimNotice(notice, claim);
      },
    });
    expect(await world.send()).toMatchObject({ accepted: 1, left: 0 });
    expect(asked.map(({ second, number }) => [second.slice(17, 19), number])).toEqual([
      ['00', 0],
      ['00', 1],
      ['01', 0],
      ['01', 1],
    ]);
    expect(world.inbox).toHaveLength(1);
  });

  it('leaves what finds no room to the next run once time has run out', async () => {
    const world = new World(start);
    await world.receiveOne();
    let asked = 0;
    world.hasTime = () => asked++ < 3;
    const { store } = world;
    world.store = storeWith(store, { claimNotice: async () => 'slot-taken' });
    expect(await world.send()).toMatchObject({ accepted: 0, left: 1 });
    expect(world.inbox).toEqual([]);
    world.hasTime = () => true;
    world.store = store;
    expect(await world.send()).toMatchObject({ accepted: 1 });
  });
});
