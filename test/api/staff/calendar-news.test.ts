import { beforeEach, describe, expect, it } from 'vitest';
import { type CalendarDesk, openCalendarDesk, thanks } from '../../support/calendar-desk.ts';
import { newApplication } from '../../support/calendars.ts';
import { at } from '../../support/rules.ts';

let desk: CalendarDesk;
beforeEach(async () => {
  desk = await openCalendarDesk();
});

describe('a version that was added', () => {
  const noticeOf = (landlord: string, id = 'calendar-version_2') =>
    desk.store.readNotice({ owner: { type: 'landlord', landlord }, id });

  it('is owed to the manager of every landlord, with the dates that it moves', async () => {
    const reference = await desk.log();
    await desk.add();
    expect(await noticeOf('code-2024')).toMatchObject({
      kind: 'calendar-version-added',
      recipient: { type: 'staff', rank: 'manager' },
      values: { version: '2', summary: 'No date of an open complaint moves.' },
    });
    expect((await noticeOf('day-zero'))?.values).toEqual({
      version: '2',
      'changes.0.description':
        'Monday 4 January 2027, A day of thanks, is now a bank holiday in England and Wales',
      summary: '2 dates on 1 open complaint will move.',
      'moves.0.line': `${reference}: the acknowledgement moves from Monday 4 January 2027 to Tuesday 5 January 2027.`,
      'moves.1.line': `${reference}: the answer moves from Monday 18 January 2027 to Tuesday 19 January 2027.`,
      more: '',
    });
  });

  it('is owed once, and where the first request was cut off by the same sent again', async () => {
    const { readNotice } = desk.store;
    let cutOff = true;
    desk.store.readNotice = (key) => {
      if (cutOff && key.owner.type === 'landlord' && key.owner.landlord === 'code-2024')
        throw new Error('no');
      return readNotice(key);
    };
    expect((await desk.add()).status).toBe(500);
    cutOff = false;
    expect(await noticeOf('code-2024')).toBeUndefined();
    expect((await desk.add()).status).toBe(201);
    expect(await noticeOf('code-2024')).toBeDefined();
    const owed = desk.changes.filter((change) => change === 'oweAlone');
    expect(owed).toHaveLength(3);
  });

  it('comes with all that changes for a landlord that did not apply the one before', async () => {
    await desk.add();
    const next = [{ ...thanks, date: '2027-01-05' }];
    await desk.add({ basedOn: 2, changes: next }, 'k2');
    expect((await noticeOf('day-zero', 'calendar-version_3'))?.values).toMatchObject({
      version: '3',
      'changes.0.description':
        'Monday 4 January 2027, A day of thanks, is now a bank holiday in England and Wales',
      'changes.1.description':
        'Tuesday 5 January 2027, A day of thanks, is now a bank holiday in England and Wales',
    });
  });

  it('is no news to a landlord that counts by it', async () => {
    await desk.archive.apply(
      newApplication({ landlord: 'code-2024' }),
      undefined,
      at('2026-12-23T15:00:00Z'),
    );
    await desk.add();
    expect(await noticeOf('code-2024')).toBeUndefined();
  });
});
