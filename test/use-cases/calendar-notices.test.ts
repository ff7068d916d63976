import { describe, expect, it } from 'vitest';
import type { CalendarChange } from '../../shared/domain/bank-holidays.ts';
import { bundledVersion } from '../../shared/domain/calendar-version.ts';
import { calendarNoticeValues, previewAll } from '../../shared/use-cases/calendar-notices.ts';
import { calendarsOf } from '../../shared/use-cases/calendars.ts';
import type { MovingComplaint } from '../../shared/use-cases/preview-recount.ts';
import { compose } from '../notices/compose-sample.ts';
import { newVersion } from '../support/calendars.ts';
import { referenceNumber } from '../support/complaints.ts';
import { date, shippedCalendar } from '../support/rules.ts';
import { World } from '../support/world.ts';

const funeral = (nation: CalendarChange['nation']): CalendarChange => ({
  ...{ change: 'added', nation, date: date('2022-09-19') },
  name: 'Bank Holiday for the State Funeral of Queen Elizabeth II',
});
const mayDay: CalendarChange = {
  ...{ change: 'removed', nation: 'scotland', date: date('2022-05-02') },
  name: 'Early May bank holiday',
};
const moving = (
  number: number,
  toldBy: MovingComplaint['moves'][number]['toldBy'] = [],
): MovingComplaint => ({
  ...{ reference: referenceNumber(number), handler: undefined, reachableByEmail: true },
  moves: [
    {
      ...{ obligation: 'stage-1-response', kind: 'stage-1-response', toldBy },
      ...{ from: date('2022-09-22'), to: date('2022-09-23') },
    },
  ],
});
const nothing = { items: [], looked: 0, complete: true };

describe('the values of a notice of the calendar', () => {
  it('tell each day once, with every nation in which it changes', () => {
    const changes = [funeral('england-and-wales'), mayDay, funeral('scotland'), funeral('northern-ireland')];
    expect(calendarNoticeValues(changes, nothing)).toEqual({
      'changes.0.description':
        'Monday 19 September 2022, Bank Holiday for the State Funeral of Queen Elizabeth II, is now a bank holiday in England and Wales, Scotland and Northern Ireland',
      'changes.1.description':
        'Monday 2 May 2022, Early May bank holiday, is no longer a bank holiday in Scotland',
      summary: 'No date of an open complaint moves.',
      more: '',
    });
  });

  it('tell which dates move, and whether the resident was told the old one', () => {
    const preview = {
      items: [moving(1, ['receipt', 'acknowledgement']), moving(2)],
      looked: 9,
      complete: true,
    };
    const values = calendarNoticeValues([mayDay], preview);
    expect(values).toMatchObject({
      summary: '2 dates on 2 open complaints would move.',
      'moves.0.line': `${referenceNumber(1)}: the answer moves from Thursday 22 September 2022 to Friday 23 September 2022; the resident was told the old date.`,
      'moves.1.line': `${referenceNumber(2)}: the answer moves from Thursday 22 September 2022 to Friday 23 September 2022.`,
      more: '',
    });
  });

  it('of a version say that dates will move, and name it', () => {
    const preview = { items: [moving(1)], looked: 1, complete: true };
    expect(calendarNoticeValues([mayDay], preview, { version: 2 })).toMatchObject({
      version: '2',
      summary: '1 date on 1 open complaint will move.',
    });
  });

  it('repeat each remark', () => {
    const values = calendarNoticeValues([mayDay], nothing, { remarks: ['One.', 'Another.'] });
    expect(values).toMatchObject({ 'remarks.0.remark': 'One.', 'remarks.1.remark': 'Another.' });
  });

  it.each([
    [20, ''],
    [21, '1 more date is not listed here.'],
    [25, '5 more dates are not listed here.'],
  ])('list the first 20 of %d dates', (count, more) => {
    const items = Array.from({ length: count }, (_, index) => moving(index));
    const values = calendarNoticeValues([mayDay], { items, looked: count, complete: true });
    expect(Object.keys(values).filter((name) => name.startsWith('moves.'))).toHaveLength(20);
    expect(values.more).toBe(more);
  });

  it('say where complaints were not looked at', () => {
    const more = 'There are more open complaints, which were not looked at for this mail.';
    expect(
      calendarNoticeValues([mayDay], { items: [moving(1)], looked: 200, complete: false }),
    ).toMatchObject({
      summary: '1 date on 1 of the first 200 open complaints would move.',
      more,
    });
    expect(calendarNoticeValues([mayDay], { items: [], looked: 200, complete: false })).toMatchObject({
      summary: 'No date of the first 200 open complaints moves.',
      more,
    });
  });

  it.each(['calendar-difference', 'calendar-version-added'] as const)('fill a %s', (kind) => {
    const extra = kind === 'calendar-difference' ? { remarks: ['One.'] } : { version: 2 };
    const values = calendarNoticeValues([mayDay], { items: [moving(1)], looked: 1, complete: true }, extra);
    const notice = { id: 'x', kind, lane: 'routine', recipient: { type: 'staff', rank: 'manager' } } as const;
    expect(compose({ ...notice, values }).text).toContain('the answer moves from');
  });
});

describe('a look through the open complaints of a landlord', () => {
  const calendarBy = calendarsOf(shippedCalendar, 2, [newVersion()]);
  const look = (world: World, most = 200, hasTime = () => true) =>
    previewAll(world.ports, 'day-zero', calendarBy, { most, hasTime });

  it('finds every date that would move, page by page', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    await world.receiveMany(150);
    const { items, looked, complete } = await look(world);
    expect([items.length, looked, complete]).toEqual([150, 150, true]);
  });

  it('finds none where the calendar is the one that they were counted by', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    await world.receiveMany(1);
    const same = calendarsOf(shippedCalendar, bundledVersion, []);
    expect(await previewAll(world.ports, 'day-zero', same, { most: 200, hasTime: () => true })).toEqual({
      items: [],
      looked: 1,
      complete: true,
    });
  });

  it('ends at as many as are asked for, and where there is no more time, but not before the first page', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    await world.receiveMany(130);
    expect(await look(world, 120)).toMatchObject({ looked: 120, complete: false });
    expect(await look(world, 200, () => false)).toMatchObject({ looked: 100, complete: false });
  });

  it('tells by what the resident was told the date, where that reached them', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    await world.receiveMany(1);
    expect((await look(world)).items[0]?.moves[0]?.toldBy).toEqual([]);
    await world.send();
    expect((await look(world)).items[0]?.moves[0]?.toldBy).toEqual(['receipt']);
  });

  it('leaves out complaints about anybody on the staff, whoever will read it', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    const reference = await world.receiveOne();
    await world.receiveOne({ staffComplainedAbout: ['milo' as never] });
    const { items, looked } = await look(world);
    expect([items.map((item) => item.reference), looked]).toEqual([[reference], 1]);
  });
});
