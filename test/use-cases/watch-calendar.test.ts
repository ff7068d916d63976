import { describe, expect, it } from 'vitest';
import { buildCalendar, bundledHolidays } from '../../shared/calendar/calendar.ts';
import { readFeed } from '../../shared/calendar/feed.ts';
import type { BankHolidays, CalendarChange } from '../../shared/domain/bank-holidays.ts';
import { applyChanges } from '../../shared/domain/bank-holidays.ts';
import type { Notice } from '../../shared/domain/stored-notice.ts';
import { type WatchPorts, watchCalendar } from '../../shared/use-cases/watch-calendar.ts';
import { newApplication, newProposal, newVersion } from '../support/calendars.ts';
import { at, date, type LandlordId, rules } from '../support/rules.ts';
import { storeWith, World } from '../support/world.ts';

/** A complaint received then is to be acknowledged by 4 January 2027, which the changes below make a holiday. */
const received = '2026-12-23T15:00:00Z';
const first = '2026-12-24T06:00:00Z';
const second = '2026-12-25T06:00:00Z';
const { changes } = newVersion();
const [thanks] = changes as [CalendarChange];
const id = 'calendar-difference_HASH';

function holidaysWith(...changed: CalendarChange[]): BankHolidays {
  const holidays = applyChanges(bundledHolidays, changed);
  if ('impossible' in holidays) throw new Error(holidays.impossible.why);
  return holidays;
}

/** A world with a feed that a test changes. */
class Watched extends World {
  feed: BankHolidays | { why: string } = bundledHolidays;
  served: string[] = ['day-zero', 'counted-from-receipt', 'code-2024'];
  reported: { landlord: string; error: unknown }[] = [];

  get watchPorts(): WatchPorts {
    return {
      ...this.ports,
      bundled: bundledHolidays,
      build: buildCalendar,
      readFeed: async () =>
        'why' in this.feed
          ? { type: 'unusable', why: this.feed.why }
          : { type: 'usable', holidays: this.feed },
      secondOpinion: async (found) => found.map(({ date }) => `Nobody else knows ${date}.`),
      served: new Set(this.served),
      report: (problem) => this.reported.push(problem),
    };
  }

  watch(now: string) {
    this.now = at(now);
    return watchCalendar(this.watchPorts);
  }

  /** What landlords are owed: `day-zero calendar-difference_HASH`. */
  async owed(): Promise<string[]> {
    const waiting = await this.waitingNotices();
    return waiting
      .flatMap(({ owner, id }) => (owner.type === 'landlord' ? [`${owner.landlord} ${hidden(id)}`] : []))
      .sort();
  }

  async noticeTo(landlord: LandlordId, name: string): Promise<Notice> {
    const waiting = await this.waitingNotices();
    const key = waiting.find(
      ({ owner, id }) => owner.type === 'landlord' && owner.landlord === landlord && hidden(id) === name,
    );
    if (!key) throw new Error(`${landlord} is not owed ${name}`);
    return this.noticeOf(key.owner, key.id);
  }

  async proposal() {
    return (await this.archive.read()).proposal;
  }
}

const hidden = (name: string) => name.replace(/(?<=difference_)[0-9a-f]{12}/, 'HASH');

describe('a feed that agrees with the newest version', () => {
  it('changes nothing and tells nobody', async () => {
    const world = new Watched(received);
    expect(await world.watch(first)).toEqual({
      ...{ version: 1, changes: 0, told: 0, failed: 0 },
      unusable: undefined,
    });
    expect(await world.owed()).toEqual([]);
    expect(await world.proposal()).toBeUndefined();
  });

  it('is compared with what was added too', async () => {
    const world = new Watched(received);
    await world.archive.add(newVersion(), world.now);
    world.served = [];
    world.feed = holidaysWith(thanks);
    expect(await world.watch(first)).toMatchObject({ version: 2, changes: 0 });
    world.feed = bundledHolidays;
    expect(await world.watch(second)).toMatchObject({ version: 2, changes: 1 });
    expect(await world.proposal()).toMatchObject({ basedOn: 2, changes: [{ ...thanks, change: 'removed' }] });
  });

  it('takes back what was proposed before', async () => {
    const world = new Watched(received);
    await world.archive.propose(newProposal());
    await world.watch(first);
    expect(await world.proposal()).toEqual({ basedOn: 1, changes: [], foundAt: at(first), remarks: [] });
    expect(await world.owed()).toEqual([]);
    await world.watch(second);
    expect((await world.proposal())?.foundAt).toBe(at(first));
  });
});

describe('a feed that differs', () => {
  async function worldWithDifference() {
    const world = new Watched(received);
    world.feed = holidaysWith(thanks);
    const reference = await world.receiveOne();
    await world.send();
    return { world, reference };
  }

  it('is proposed with what another list says of it, and no date changes', async () => {
    const { world, reference } = await worldWithDifference();
    const before = await world.store.load(reference);
    expect(await world.watch(first)).toMatchObject({ changes: 1, told: 3, failed: 0 });
    expect(await world.archive.read()).toEqual({
      versions: [],
      applications: [],
      proposal: { basedOn: 1, changes, foundAt: at(first), remarks: ['Nobody else knows 2027-01-04.'] },
    });
    expect(await world.store.load(reference)).toEqual(before);
  });

  it('is told to each manager, with the dates that would move and what the resident was told', async () => {
    const { world, reference } = await worldWithDifference();
    await world.watch(first);
    expect(await world.owed()).toEqual([`code-2024 ${id}`, `counted-from-receipt ${id}`, `day-zero ${id}`]);
    const told = await world.noticeTo('day-zero', id);
    expect(told).toMatchObject({
      kind: 'calendar-difference',
      lane: 'routine',
      recipient: { type: 'staff', rank: 'manager' },
      owedAt: at(first),
    });
    expect(told.values).toMatchObject({
      'changes.0.description':
        'Monday 4 January 2027, A day of thanks, is now a bank holiday in England and Wales',
      'remarks.0.remark': 'Nobody else knows 2027-01-04.',
      'moves.0.line': `${reference}: the acknowledgement moves from Monday 4 January 2027 to Tuesday 5 January 2027; the resident was told the old date.`,
    });
    const other = await world.noticeTo('code-2024', id);
    expect(other.values).toMatchObject({ summary: 'No date of an open complaint moves.' });
    await world.send();
    expect(world.inbox.map(({ to }) => to).filter((to) => to.includes('manager'))).toHaveLength(3);
    expect(world.problems).toEqual([]);
  });

  it('is told once a day however often the watch runs, and again each day where open dates would move', async () => {
    const { world } = await worldWithDifference();
    await world.watch(first);
    expect(await world.watch('2026-12-24T23:59:59Z')).toMatchObject({ told: 0 });
    await world.send();
    expect(await world.watch(second)).toMatchObject({ told: 1 });
    expect(await world.watch('2026-12-25T06:01:00Z')).toMatchObject({ told: 0 });
    expect(await world.owed()).toEqual([`day-zero ${id}_2026-12-25`]);
    expect(await world.watch('2026-12-26T06:00:00Z')).toMatchObject({ told: 1 });
  });

  it('stays as it was found first, until it says something else', async () => {
    const { world } = await worldWithDifference();
    await world.watch(first);
    await world.watch(second);
    expect((await world.proposal())?.foundAt).toBe(at(first));
    world.feed = holidaysWith(thanks, { ...thanks, date: date('2027-01-05') });
    expect(await world.watch('2026-12-26T06:00:00Z')).toMatchObject({ changes: 2, told: 3 });
    expect((await world.proposal())?.foundAt).toBe(at('2026-12-26T06:00:00Z'));
  });

  it('is no matter of a landlord that counts by another nation', async () => {
    const { world } = await worldWithDifference();
    world.feed = holidaysWith({ ...thanks, nation: 'northern-ireland' });
    expect(await world.watch(first)).toMatchObject({ changes: 1, told: 0 });
    expect(await world.proposal()).toMatchObject({ changes: [{ nation: 'northern-ireland' }] });
  });

  it('is told to a landlord one of whose limits names the nation', async () => {
    const { world } = await worldWithDifference();
    world.feed = holidaysWith({ ...thanks, nation: 'northern-ireland' });
    const policy = rules.policies.get('day-zero');
    if (!policy) throw new Error('no policy of day-zero ships');
    const versions = policy.versions.map((version) => ({
      ...version,
      inside: {
        ...version.inside,
        contribution: { ...version.inside.contribution, nations: ['northern-ireland' as const] },
      },
    }));
    world.rules = { ...rules, policies: new Map([...rules.policies, ['day-zero', { ...policy, versions }]]) };
    await world.watch(first);
    expect(await world.owed()).toEqual([`day-zero ${id}`]);
  });

  it('is told without every date where there was no time to look, and says so', async () => {
    const { world } = await worldWithDifference();
    await world.receiveMany(100);
    world.hasTime = () => false;
    expect(await world.watch(first)).toMatchObject({ told: 3 });
    const { values } = await world.noticeTo('day-zero', id);
    expect(values.summary).toBe('200 dates on 100 of the first 100 open complaints would move.');
    expect(values.more).toContain('There are more open complaints, which were not looked at for this mail.');
  });
});

describe('a feed that cannot be used', () => {
  const text = JSON.stringify(
    Object.fromEntries(
      Object.entries(bundledHolidays).map(([nation, days]) => [
        nation,
        { division: nation, events: days.map(({ date, name }) => ({ date, title: name })) },
      ]),
    ),
  );
  const again = `{"date":"2027-01-01","title":"New Year’s Day"}`;

  it.each([
    ['is no JSON', '<html><title>Sorry</title></html>'],
    ['has another shape', '{"england-and-wales": [], "scotland": {}}'],
    ['is cut off', text.slice(0, -300)],
    ['is empty', ''],
    ['has a day twice', text.replace(again, `${again},${again}`)],
    ['has a Sunday', text.replace('"2027-01-01"', '"2027-01-03"')],
    ['lacks a known day', text.replace(`${again},`, '')],
  ])('changes nothing where it %s, and each manager is told once a day', async (_, broken) => {
    const world = new Watched(received);
    await world.archive.propose(newProposal());
    const reading = readFeed(broken, bundledHolidays);
    if (reading.type === 'usable') throw new Error('the feed can be used');
    world.feed = { why: reading.why };
    const before = await world.archive.read();
    expect(await world.watch(first)).toEqual({
      ...{ version: 1, changes: 0, told: 3, failed: 0 },
      unusable: reading.why,
    });
    expect(await world.watch('2026-12-24T18:00:00Z')).toMatchObject({ told: 0, unusable: reading.why });
    expect(await world.archive.read()).toEqual(before);
    const name = 'calendar-feed-unusable_2026-12-24';
    expect(await world.owed()).toEqual([
      `code-2024 ${name}`,
      `counted-from-receipt ${name}`,
      `day-zero ${name}`,
    ]);
    expect(await world.noticeTo('day-zero', name)).toMatchObject({
      kind: 'calendar-feed-unusable',
      recipient: { type: 'staff', rank: 'manager' },
      values: { why: reading.why, version: '1' },
    });
  });

  it('is told again the next day in London, and names the version that the landlord counts by', async () => {
    const world = new Watched(received);
    world.feed = { why: 'The feed answered with status 503.' };
    await world.archive.add(newVersion(), world.now);
    await world.archive.apply(newApplication({ landlord: 'day-zero' }), undefined, world.now);
    world.served = ['day-zero'];
    await world.watch('2027-03-28T22:59:59Z');
    await world.watch('2027-03-28T23:00:00Z');
    expect(await world.owed()).toEqual([
      'day-zero calendar-feed-unusable_2027-03-28',
      'day-zero calendar-feed-unusable_2027-03-29',
    ]);
    const { values } = await world.noticeTo('day-zero', 'calendar-feed-unusable_2027-03-29');
    expect(values.version).toBe('2');
  });
});

describe('a version that a landlord has not applied', () => {
  async function worldWithVersion() {
    const world = new Watched(received);
    world.feed = holidaysWith(thanks);
    const reference = await world.receiveOne();
    await world.archive.add(newVersion(), world.now);
    await world.archive.apply(newApplication({ landlord: 'code-2024' }), undefined, world.now);
    world.served = ['day-zero', 'code-2024'];
    return { world, reference };
  }

  it('is told with what it changes and moves, and again each day while open dates would move', async () => {
    const { world, reference } = await worldWithVersion();
    expect(await world.watch(first)).toMatchObject({ version: 2, changes: 0, told: 1 });
    expect(await world.watch('2026-12-24T07:00:00Z')).toMatchObject({ told: 0 });
    await world.watch(second);
    expect(await world.owed()).toEqual([
      'day-zero calendar-version_2',
      'day-zero calendar-version_2_2026-12-25',
    ]);
    const told = await world.noticeTo('day-zero', 'calendar-version_2');
    expect(told.kind).toBe('calendar-version-added');
    expect(told.values).toMatchObject({
      version: '2',
      'changes.0.description':
        'Monday 4 January 2027, A day of thanks, is now a bank holiday in England and Wales',
      summary: '2 dates on 1 open complaint will move.',
      'moves.0.line': expect.stringContaining(`${reference}: the acknowledgement moves`),
    });
  });

  it('is told once where no open date would move', async () => {
    const { world, reference } = await worldWithVersion();
    await world.change(reference, {}, { status: 'closed', obligations: [] });
    await world.watch(first);
    expect(await world.watch(second)).toMatchObject({ told: 0 });
    expect(await world.owed()).toEqual(['day-zero calendar-version_2']);
  });

  it('is compared with the one that the landlord applied', async () => {
    const { world } = await worldWithVersion();
    const later = { ...thanks, date: date('2027-01-05'), name: 'A second day' };
    await world.archive.add(newVersion({ version: 3, changes: [later] }), world.now);
    world.feed = holidaysWith(thanks, later);
    await world.watch(first);
    expect(await world.owed()).toEqual(['code-2024 calendar-version_3', 'day-zero calendar-version_3']);
    const { values } = await world.noticeTo('day-zero', 'calendar-version_3');
    expect(values['changes.1.description']).toContain('Tuesday 5 January 2027');
    const { values: others } = await world.noticeTo('code-2024', 'calendar-version_3');
    expect(others['changes.0.description']).toContain('Tuesday 5 January 2027');
    expect(others).not.toHaveProperty(['changes.1.description']);
  });

  it('is told too while the feed cannot be used', async () => {
    const { world } = await worldWithVersion();
    world.feed = { why: 'The feed is empty.' };
    await world.watch(first);
    expect(await world.owed()).toEqual([
      'code-2024 calendar-feed-unusable_2026-12-24',
      'day-zero calendar-feed-unusable_2026-12-24',
      'day-zero calendar-version_2',
    ]);
    const versionToldTo = async (landlord: LandlordId) =>
      (await world.noticeTo(landlord, 'calendar-feed-unusable_2026-12-24')).values.version;
    expect([await versionToldTo('day-zero'), await versionToldTo('code-2024')]).toEqual(['1', '2']);
  });
});

describe('the day up to which bank holidays are published', () => {
  it('is told from sixty days before, once a week', async () => {
    const world = new Watched(received);
    world.served = ['day-zero'];
    await world.watch('2028-10-31T06:00:00Z');
    expect(await world.owed()).toEqual([]);
    await world.watch('2028-11-01T06:00:00Z');
    expect(await world.owed()).toEqual(['day-zero calendar-horizon_2028-12-31_1']);
    for (const day of ['2028-11-02', '2028-11-07', '2028-11-08', '2028-11-14'])
      await world.watch(`${day}T06:00:00Z`);
    expect(await world.owed()).toEqual([
      'day-zero calendar-horizon_2028-12-31_1',
      'day-zero calendar-horizon_2028-12-31_2',
    ]);
    const { values } = await world.noticeTo('day-zero', 'calendar-horizon_2028-12-31_1');
    expect(values).toEqual({ horizon: 'Sunday 31 December 2028', summary: '' });
  });

  it.each([
    // the acknowledgement is due on 29 December, the answer on 15 January
    ['2028-12-20T10:00:00Z', 1, '1 date on 1 open complaint is provisional.'],
    ['2028-12-27T10:00:00Z', 2, '4 dates on 2 open complaints are provisional.'],
    ['2028-11-24T10:00:00Z', 1, ''],
    ['2028-12-27T10:00:00Z', 101, '200 dates on the first 100 open complaints are provisional.'],
  ])(
    'is told with the open dates that are provisional: received %s, %i times',
    async (start, times, summary) => {
      const world = new Watched(start);
      await world.receiveMany(times);
      world.served = ['day-zero'];
      world.hasTime = () => false;
      await world.watch('2028-12-27T18:00:00Z');
      const { values } = await world.noticeTo('day-zero', 'calendar-horizon_2028-12-31_9');
      expect(values.summary).toBe(summary);
    },
  );
});

describe('a landlord that cannot be told', () => {
  it('is reported, and the others are told', async () => {
    const world = new Watched(received);
    world.feed = holidaysWith(thanks);
    const { store } = world;
    world.store = storeWith(store, {
      oweAlone: (notice) =>
        notice.owner.type === 'landlord' && notice.owner.landlord === 'day-zero'
          ? Promise.reject(new Error('throttled'))
          : store.oweAlone(notice),
    });
    expect(await world.watch(first)).toMatchObject({ told: 2, failed: 1 });
    expect(world.reported).toEqual([{ landlord: 'day-zero', error: new Error('throttled') }]);
    expect(await world.owed()).toEqual([`code-2024 ${id}`, `counted-from-receipt ${id}`]);
    world.store = store;
    expect(await world.watch('2026-12-24T06:01:00Z')).toMatchObject({ told: 1, failed: 0 });
  });

  it('is one whose policy does not ship', async () => {
    const world = new Watched(received);
    world.served = ['gone', 'day-zero'];
    world.feed = holidaysWith(thanks);
    expect(await world.watch(first)).toMatchObject({ told: 1, failed: 1 });
    expect(world.reported).toEqual([{ landlord: 'gone', error: expect.any(Error) }]);
  });
});
