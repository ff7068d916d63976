import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import archive from '../../shared/calendar/bank-holidays.json' with { type: 'json' };
import { bundledHolidays } from '../../shared/calendar/calendar.ts';
import { readFeed } from '../../shared/calendar/feed.ts';
import { differencesBetween } from '../../shared/domain/bank-holidays.ts';
import { type Nation, nations } from '../../shared/domain/calendar.ts';

type Feed = Record<Nation, { division: string; events: { title: string; date: string }[] }>;
type Event = Feed[Nation]['events'][number];

const read = (feed: unknown) => readFeed(JSON.stringify(feed), bundledHolidays);
const whyNot = (text: string) => {
  const feed = readFeed(text, bundledHolidays);
  return feed.type === 'unusable' ? feed.why : 'usable';
};

/** The archive with other events of one nation. */
function archiveWith(nation: Nation, change: (events: Event[]) => unknown): object {
  return { ...archive, [nation]: { division: nation, events: change(archive[nation].events) } };
}

const without = (date: string) => (events: Event[]) => events.filter((event) => event.date !== date);
const inYear = (year: string) => (event: Event) => event.date.startsWith(year);
/** Weekdays of a year that is not published yet, one a month. */
const daysOf = (year: number, count: number): Event[] =>
  Array.from(
    { length: 28 * 12 },
    (_, index) => new Date(Date.UTC(year, index % 12, 1 + Math.floor(index / 12))),
  )
    .filter((day) => day.getUTCDay() % 6 !== 0)
    .slice(0, count)
    .map((day) => ({ title: 'Some holiday', date: day.toISOString().slice(0, 10) }));

describe('the feed', () => {
  it('is usable where it says what the archive says, with fields that nobody knows', () => {
    expect(read({ ...archive, wales: { division: 'wales' }, updated: '2026-08-21' })).toEqual({
      type: 'usable',
      holidays: bundledHolidays,
    });
  });

  it('is read in the order of its dates, by the names it gives', () => {
    const scrambled = archiveWith('scotland', (events) => events.toReversed());
    const feed = read(scrambled);
    expect(feed.type === 'usable' && feed.holidays.scotland[0]).toEqual({
      date: '2012-01-02',
      name: '2nd January',
    });
  });

  it('may add a day to a year, move one, and announce another year', () => {
    const moved = archiveWith('england-and-wales', (events) => [
      ...without('2028-05-01')(events),
      { title: 'Early May bank holiday', date: '2028-05-08' },
      { title: 'Coronation', date: '2028-06-19' },
      ...daysOf(2029, 8),
    ]);
    const feed = read(moved);
    const changes = feed.type === 'usable' ? differencesBetween(bundledHolidays, feed.holidays) : [];
    expect(changes.slice(0, 3)).toEqual([
      {
        change: 'removed',
        nation: 'england-and-wales',
        date: '2028-05-01',
        name: 'Early May bank holiday',
      },
      { change: 'added', nation: 'england-and-wales', date: '2028-05-08', name: 'Early May bank holiday' },
      { change: 'added', nation: 'england-and-wales', date: '2028-06-19', name: 'Coronation' },
    ]);
    expect(changes).toHaveLength(11);
  });

  it.each<[string, string, string]>([
    ['nothing', ' \n', 'The feed is empty.'],
    [
      'a page',
      '<!DOCTYPE html>\n<html lang="en"><title>Sorry</title>',
      'The feed is not JSON; it begins with "<!DOCTYPE html>".',
    ],
    [
      'JSON cut off in the middle',
      `${JSON.stringify(archive, undefined, 2).slice(0, 1000)}\n`,
      'The feed breaks off after 1000 characters, in line 44.',
    ],
    [
      'JSON with something wrong in it',
      '{\n  "scotland": {},\n  scotland\n}',
      'The feed is not JSON from character 23 on, in line 3.',
    ],
    ['a megabyte of spaces', ' '.repeat(1_000_001), 'The feed is longer than 1000000 characters.'],
    ['a list', '[]', 'There is no object with a part for each nation.'],
    ['null', 'null', 'There is no object with a part for each nation.'],
  ])('is unusable where it is %s', (_, text, why) => {
    expect(whyNot(text)).toBe(why);
  });

  const { scotland, ...noScotland } = archive;
  const event = { title: 'A day', date: '2026-03-02' };
  it.each<[string, object, string]>([
    ['a nation is missing', noScotland, 'Scotland is missing.'],
    ['a nation has another name', { ...noScotland, alba: scotland }, 'Scotland is missing.'],
    [
      'a nation is another inside',
      { ...archive, scotland: archive['england-and-wales'] },
      'Scotland goes by another name, "england-and-wales".',
    ],
    [
      'a nation does not say its name',
      { ...archive, scotland: { events: scotland.events } },
      'Scotland does not say its division.',
    ],
    ['a nation is null', { ...archive, scotland: null }, 'Scotland is not an object.'],
    ['a nation has no events', archiveWith('northern-ireland', () => []), 'Northern Ireland has no events.'],
    [
      'events are no list',
      archiveWith('northern-ireland', () => ({})),
      'Northern Ireland has no list of events.',
    ],
    ['an event is text', archiveWith('scotland', () => [event, '']), 'Scotland: event 2 is not an object.'],
    [
      'an event has no date',
      archiveWith('scotland', () => [{ title: 'A day' }]),
      'Scotland: event 1 has no date that can be used.',
    ],
    [
      'an event has a name of two lines',
      archiveWith('scotland', () => [{ ...event, title: 'A\nday' }]),
      'Scotland: event 1 has no title that can be used.',
    ],
    [
      'a date does not exist',
      archiveWith('scotland', (events) => [...events, { ...event, date: '2027-02-29' }]),
      'Scotland: "2027-02-29" is not a date that exists.',
    ],
    [
      'a date is written otherwise',
      archiveWith('scotland', (events) => [...events, { ...event, date: '2/3/2027' }]),
      'Scotland: "2/3/2027" is not a date that exists.',
    ],
    [
      'a date is there twice',
      archiveWith('scotland', (events) => [...events, { title: 'Again', date: '2026-12-25' }]),
      'Scotland: 2026-12-25 is there twice.',
    ],
    [
      'a holiday is on a Sunday',
      archiveWith('england-and-wales', (events) => [...events, { ...event, date: '2022-09-18' }]),
      'England and Wales: 2022-09-18 is a Sunday.',
    ],
    [
      'a holiday is on a Saturday',
      archiveWith('england-and-wales', (events) => [...events, { ...event, date: '2022-09-17' }]),
      'England and Wales: 2022-09-17 is a Saturday.',
    ],
    [
      'a year ends early',
      archiveWith('scotland', (events) => events.filter(({ date }) => date < '2028-12-01')),
      'Scotland: 2028 has 7 of the 9 days that are known.',
    ],
    [
      'a day of an unusual year is gone',
      archiveWith('england-and-wales', without('2022-09-19')),
      'England and Wales: 2022 has 9 of the 10 days that are known.',
    ],
    ...(
      [
        ['england-and-wales', 'England and Wales', 8],
        ['scotland', 'Scotland', 9],
        ['northern-ireland', 'Northern Ireland', 10],
      ] as const
    ).map(([nation, name, least]): [string, object, string] => [
      `a new year of ${name} is not complete`,
      archiveWith(nation, (events) => [...events, ...daysOf(2029, least - 1)]),
      `${name}: 2029 has ${least - 1} of the ${least} days that a year has at least.`,
    ]),
    [
      'a year is left out before a new one',
      archiveWith('scotland', (events) => [...events, ...daysOf(2030, 9)]),
      'Scotland: 2030 is there, but 2029 is not.',
    ],
  ])('is unusable where %s', (_, feed, why) => {
    expect(whyNot(JSON.stringify(feed))).toBe(why);
  });

  it('counts a nation’s own least year, so that a full new year is usable', () => {
    expect(read(archiveWith('northern-ireland', (events) => [...events, ...daysOf(2029, 10)])).type).toBe(
      'usable',
    );
  });
});

describe('what is left out of the archive', () => {
  const nation = fc.constantFrom(...nations);
  const years = [...new Set(archive.scotland.events.map(({ date }) => date.slice(0, 4)))];

  it('is no difference where it is whole years', () => {
    const someYears = fc.subarray(years, { minLength: 1 });
    fc.assert(
      fc.property(someYears, someYears, someYears, (...kept) => {
        const parts = nations.map((each, index) => {
          const events = archive[each].events.filter(({ date }) => kept[index]?.includes(date.slice(0, 4)));
          return [each, { division: each, events }];
        });
        const feed = read(Object.fromEntries(parts));
        expect(feed.type === 'usable' && differencesBetween(bundledHolidays, feed.holidays)).toEqual([]);
      }),
    );
  });

  it('makes it unusable where it is a single day of a year', () => {
    fc.assert(
      fc.property(nation, fc.nat(), fc.subarray(years), (of, pick, dropped) => {
        const { events } = archive[of];
        const gone = events[pick % events.length] as Event;
        const year = gone.date.slice(0, 4);
        const kept = without(gone.date)(events).filter(
          (event) => inYear(year)(event) || !dropped.includes(event.date.slice(0, 4)),
        );
        expect(read(archiveWith(of, () => kept)).type).toBe('unusable');
      }),
    );
  });
});
