import { describe, expect, it } from 'vitest';
import { civilDate } from '../../shared/domain/civil-date.ts';
import { addMinutes } from '../../shared/domain/london-time.ts';
import { nameOwner } from '../../shared/domain/notice-owner.ts';
import type { NoticeOwed, SendLane } from '../../shared/domain/notices.ts';
import { owe } from '../../shared/domain/stored-notice.ts';
import { at } from '../support/rules.ts';
import { storeWith, World } from '../support/world.ts';

const start = at('2026-12-23T15:00:00Z');
const owner = { type: 'landlord', landlord: 'day-zero' } as const;

/** A notice of a lane that became owed so many minutes after the start, for a day in January where one is named. */
interface Owed {
  id: string;
  lane: SendLane;
  after: number;
  day?: string;
}

async function worldOwing(...all: Owed[]) {
  const world = new World(start);
  for (const { id, lane, after, day } of all) {
    const notice: NoticeOwed = {
      id,
      kind: 'calendar-horizon',
      lane,
      recipient: { type: 'staff', rank: 'manager' },
      ...(day && { reason: { obligation: 'none', dueOn: civilDate(`2027-01-${day}`) } }),
      values: { horizon: 'Sunday 31 December 2028', summary: '' },
    };
    await world.store.oweAlone(owe(notice, owner, addMinutes(start, after)));
  }
  return world;
}

const sent = ({ inbox }: World) => inbox.map(({ tags }) => tags.notice);

describe('after a backlog', () => {
  const backlog: Owed[] = [
    { id: 'routine-of-the-4th', lane: 'routine', after: 0, day: '04' },
    { id: 'of-the-11th', lane: 'statutory', after: 1, day: '11' },
    { id: 'owed-last', lane: 'statutory', after: 9 },
    { id: 'of-the-4th-later', lane: 'statutory', after: 5, day: '04' },
    { id: 'owed-first', lane: 'statutory', after: 2 },
    { id: 'of-the-4th', lane: 'statutory', after: 4, day: '04' },
    { id: 'routine-of-the-1st', lane: 'routine', after: 8, day: '01' },
  ];
  const inOrder = [
    'owed-first',
    'owed-last',
    'of-the-4th',
    'of-the-4th-later',
    'of-the-11th',
    'routine-of-the-1st',
    'routine-of-the-4th',
  ];

  it('the oldest duty leaves first, the whole statutory lane before any routine mail', async () => {
    const world = await worldOwing(...backlog);
    await world.send(addMinutes(start, 60));
    expect(sent(world)).toEqual(inOrder);
  });

  it('a notice that was tried before keeps its place', async () => {
    const world = await worldOwing(...backlog);
    await world.send(addMinutes(start, 1));
    expect(sent(world)).toEqual(['of-the-11th', 'routine-of-the-4th']);
    const tried = await worldOwing(...backlog);
    tried.answer = () => ({ type: 'stop-the-line', error: 'AccessDenied' });
    await tried.send(addMinutes(start, 60));
    tried.inbox = [];
    tried.answer = () => ({ type: 'accepted', messageId: 'm' });
    await tried.send(addMinutes(start, 61));
    expect(sent(tried)).toEqual(inOrder);
  });
});

describe('a notice that cannot be handled', () => {
  it('is set aside, blocks nobody, and is counted among what waits', async () => {
    const world = new World(start);
    const complainant = { name: 'Ada Moor', email: 'ada.moor@example.com' };
    const poison = await world.receiveOne({ complainant });
    await world.receiveMany(9);
    const { store } = world;
    world.store = storeWith(store, {
      async loadNotice(key) {
        if (nameOwner(key.owner).endsWith(poison)) throw new Error('cannot be read');
        return store.loadNotice(key);
      },
    });
    expect(await world.runSender(addMinutes(start, 10))).toMatchObject({
      counts: { accepted: 9, setAside: 1 },
      oldestUnsentSeconds: 600,
    });
    expect(world.problems).toMatchObject([{ about: { id: 'receipt', owner: { reference: poison } } }]);
    expect(await world.runSender(addMinutes(start, 40))).toMatchObject({
      counts: { accepted: 0, setAside: 0 },
      oldestUnsentSeconds: 2400,
    });
  });

  it('so is one that waits for its next try, and one of unknown fate is counted apart', async () => {
    const world = await worldOwing({ id: 'one', lane: 'routine', after: 0 });
    world.answer = () => ({ type: 'retry', error: 'Throttling' });
    await world.send();
    expect(await world.runSender(addMinutes(start, 0.5))).toMatchObject({
      counts: { retry: 0 },
      oldestUnsentSeconds: 30,
      unknown: 0,
    });
    world.answer = () => ({ type: 'unknown', error: 'TimeoutError' });
    expect(await world.runSender(addMinutes(start, 1))).toMatchObject({
      counts: { unknown: 1 },
      oldestUnsentSeconds: 0,
      unknown: 1,
    });
    world.answer = () => ({ type: 'accepted', messageId: 'm' });
    expect(await world.runSender(addMinutes(start, 70))).toMatchObject({
      counts: { accepted: 1 },
      oldestUnsentSeconds: 0,
      unknown: 0,
    });
  });
});
