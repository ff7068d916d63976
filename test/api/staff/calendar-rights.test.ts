import { beforeEach, describe, expect, it } from 'vitest';
import type { RouteName } from '../../../shared/contracts/routes.ts';
import { roles } from '../../../shared/domain/authorization.ts';
import { type CalendarDesk, openCalendarDesk, reason, thanks } from '../../support/calendar-desk.ts';
import { manager } from '../../support/desk.ts';
import type { Claims, Sent } from '../../support/http.ts';
import { person } from '../../support/people.ts';

let desk: CalendarDesk;
beforeEach(async () => {
  desk = await openCalendarDesk();
});

describe('rights', () => {
  const body = { basedOn: 1, changes: [thanks], reason };
  const requests: Partial<Record<RouteName, Sent>> = {
    readCalendarVersions: {},
    addCalendarVersion: { body },
    readLandlordCalendar: {},
    applyCalendar: { body: { version: 3, tellResidents: true } },
    previewCalendar: { query: { version: '1' } },
  };
  const statusOf = async (name: RouteName, staff: Claims, landlord = 'day-zero', key = 'k') =>
    (await desk.send(name, { ...requests[name], staff, landlord, headers: { 'idempotency-key': key } }))
      .status;

  it.each<[RouteName, string[]]>([
    ['readCalendarVersions', ['handler', 'manager', 'approver', 'senior-lead', 'auditor', 'administrator']],
    ['readLandlordCalendar', ['handler', 'manager', 'approver', 'senior-lead', 'auditor', 'administrator']],
    ['previewCalendar', ['manager', 'senior-lead']],
    ['addCalendarVersion', ['administrator']],
    ['applyCalendar', ['manager', 'senior-lead']],
  ])('%s is for these roles alone', async (name, expected) => {
    const may: string[] = [];
    for (const role of roles) {
      const staff = { id: `by-${role}`, roles: [role], landlords: ['day-zero'] };
      if ((await statusOf(name, staff)) !== 403) may.push(role);
    }
    expect(may).toEqual(expected);
  });

  it.each(['readLandlordCalendar', 'previewCalendar', 'applyCalendar'] as const)(
    '%s is for those who serve the landlord',
    async (name) => {
      const elsewhere = { ...manager, id: 'far', landlords: ['code-2024'] };
      expect(await statusOf(name, elsewhere)).toBe(403);
      expect(await statusOf(name, elsewhere, 'code-2024')).not.toBe(403);
      await desk.register.save(person('narrowed', { landlords: ['code-2024'] }));
      expect(await statusOf(name, { ...manager, id: 'narrowed' })).toBe(403);
    },
  );

  it.each(Object.keys(requests) as RouteName[])('%s is for nobody disabled', async (name) => {
    await desk.register.save(person('gone', { disabled: true }));
    expect(await statusOf(name, { id: 'gone', roles, landlords: ['day-zero'] })).toBe(403);
    expect(desk.changes).toEqual(['save']);
  });

  it('are looked at before the key is: nobody is repeated an answer that they may not have', async () => {
    await desk.add();
    const row = await desk.register.read('anna' as never);
    if (row) await desk.register.save({ ...row, disabled: true, revision: 1 });
    expect((await desk.add()).status).toBe(403);
  });

  it.each(['readLandlordCalendar', 'previewCalendar', 'applyCalendar'] as const)(
    '%s knows no landlord that is not served here',
    async (name) => {
      desk = await openCalendarDesk({ served: ['day-zero'] });
      expect(await statusOf(name, manager, 'code-2024')).toBe(404);
      expect(await statusOf(name, manager)).not.toBe(404);
    },
  );
});
