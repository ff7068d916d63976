import { beforeEach, describe, expect, it } from 'vitest';
import { type CalendarDesk, openCalendarDesk, thanks } from '../../support/calendar-desk.ts';
import { newApplication } from '../../support/calendars.ts';
import { manager } from '../../support/desk.ts';
import { refusalOf } from '../../support/http-answer.ts';
import { at } from '../../support/rules.ts';

let desk: CalendarDesk;
beforeEach(async () => {
  desk = await openCalendarDesk();
});

describe('what a landlord counts by', () => {
  it('is, in the beginning, the version that ships', async () => {
    await desk.add();
    expect((await desk.calendarOf()).body).toEqual({
      landlord: 'day-zero',
      version: 1,
      newest: 2,
      knownTo: '2028-12-31',
    });
  });

  it('is the version that its manager applied, its complaints being due to be counted anew at once', async () => {
    await desk.add();
    const applied = await desk.apply({ tellResidents: false });
    const application = {
      ...{ version: 2, tellResidents: false, appliedBy: 'milo', appliedAt: '2026-12-23T15:00:00.000Z' },
      ...{ recounted: 0, finished: false },
    };
    expect([applied.status, applied.body]).toEqual([200, application]);
    expect((await desk.calendarOf()).body).toEqual({
      ...{ landlord: 'day-zero', version: 2, newest: 2, knownTo: '2028-12-31' },
      application,
    });
    expect((await desk.calendarOf('code-2024')).body).toMatchObject({ version: 1 });
    const due = await Array.fromAsync(desk.store.due(0, at('2026-12-23T15:00:00Z')));
    expect(due).toEqual([{ type: 'calendar', landlord: 'day-zero' }]);
    expect(await desk.archive.application('day-zero')).toMatchObject({
      ...{ revision: 0, pass: { startedAt: '2026-12-23T15:00:00.000Z', recounted: 0 } },
    });
  });

  it('is known as far as that version reaches, not as the newest', async () => {
    await desk.add({ changes: [{ ...thanks, date: '2029-01-01' }] });
    expect((await desk.calendarOf()).body.knownTo).toBe('2028-12-31');
    await desk.apply();
    expect((await desk.calendarOf()).body.knownTo).toBe('2029-12-31');
  });

  it('is finished once every open complaint was counted anew', async () => {
    await desk.add();
    const { pass: _, ...finished } = newApplication({ recounted: 7 });
    await desk.archive.apply(finished, undefined, at('2026-12-24T12:00:00Z'));
    expect((await desk.calendarOf()).body.application).toMatchObject({ recounted: 7, finished: true });
  });

  it('is a newer version while complaints are still counted by the one before, which begins again', async () => {
    await desk.add();
    await desk.apply();
    await desk.archive.apply(
      newApplication({ revision: 1, pass: { startedAt: at('2026-12-23T15:00:00Z'), recounted: 40 } }),
      undefined,
      at('2026-12-23T15:00:00Z'),
    );
    await desk.add({ basedOn: 2, changes: [{ ...thanks, date: '2027-01-05' }] }, 'k2');
    expect((await desk.apply({ version: 3 }, 'a2')).status).toBe(200);
    expect(await desk.archive.application('day-zero')).toMatchObject({
      ...{ version: 3, revision: 2, recounted: 0, pass: { recounted: 0 } },
    });
  });

  it('cannot be a version that is not there', async () => {
    const refused = await desk.apply();
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      refusal: 'UnknownVersion',
      errors: [{ field: 'version', detail: 'is not there: the newest version of the calendar is 1' }],
    });
  });

  it('cannot be the same version again, nor an older one', async () => {
    await desk.add();
    expect((await desk.apply({ version: 1 }, 'a1')).body).toMatchObject({ refusal: 'NotNewer' });
    await desk.apply();
    const refused = await desk.apply({ tellResidents: false }, 'a2');
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      refusal: 'NotNewer',
      detail: 'The landlord counts by version 2 of the calendar already; only a newer one can be applied.',
    });
  });

  it('is applied once by one key, of one landlord', async () => {
    await desk.add();
    const first = await desk.apply();
    desk.moveTo('2026-12-24T09:00:00Z');
    const again = await desk.apply();
    expect([again.status, again.text]).toEqual([200, first.text]);
    for (const other of [desk.apply({ tellResidents: false }), desk.apply({}, 'a', 'code-2024')])
      expect(refusalOf(await other)).toMatchObject({ status: 422, type: '/problems/key-reused' });
    expect(await desk.archive.application('code-2024')).toBeUndefined();
    expect(
      refusalOf(await desk.send('applyCalendar', { staff: manager, body: { version: 2 } })),
    ).toMatchObject({ status: 428, fields: ['Idempotency-Key'] });
  });
});
