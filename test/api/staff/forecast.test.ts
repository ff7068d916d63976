import { describe, expect, it } from 'vitest';
import { roles } from '../../../shared/domain/authorization.ts';
import { handler, manager, openDesk } from '../../support/desk.ts';
import { refusalOf } from '../../support/http-answer.ts';

const query = (on: string, landlord = 'day-zero') => ({ landlord, on });

describe('what goes out next', () => {
  it('is told with its words, and nothing is changed by asking', async () => {
    const desk = await openDesk();
    const reference = await desk.log();
    desk.changes.length = 0;
    const { status, body } = await desk.send('forecast', { staff: manager, query: query('2026-12-23') });
    expect([status, body.complete, body.from]).toEqual([200, true, '2026-12-23T15:00:00.000Z']);
    expect(body.mails).toMatchObject([
      { way: 'email', to: { who: 'resident', address: 'sam.okoro@example.com' }, complaint: reference },
    ]);
    expect(body.mails?.[0]?.text).toContain('Hello');
    expect(desk.changes).toEqual([]);
  });

  it('is not told of a complaint to whom it is about', async () => {
    const desk = await openDesk();
    await desk.log({ staffComplainedAbout: ['milo'] });
    const { body } = await desk.send('forecast', { staff: manager, query: query('2027-01-05') });
    expect(body.mails).toEqual([]);
  });

  it('is for whoever answers for the work, and serves the landlord', async () => {
    const desk = await openDesk();
    const may = [];
    for (const role of roles) {
      const staff = { id: `by-${role}`, roles: [role], landlords: ['day-zero'] };
      const { status } = await desk.send('forecast', { staff, query: query('2026-12-23') });
      if (status === 200) may.push(role);
    }
    expect(may).toEqual(['manager', 'approver', 'senior-lead', 'auditor']);
    const elsewhere = { ...manager, id: 'far', landlords: ['code-2024'] };
    expect((await desk.send('forecast', { staff: elsewhere, query: query('2026-12-23') })).status).toBe(403);
    expect((await desk.send('forecast', { staff: handler, query: query('2026-12-23') })).status).toBe(403);
  });

  it.each([
    ['yesterday', query('2026-12-22'), 400, ['on']],
    ['fifteen days ahead', query('2027-01-07'), 400, ['on']],
    ['a day that does not exist', query('2026-02-30'), 400, ['on']],
    ['no landlord', { on: '2026-12-23' }, 400, ['landlord']],
    ['a landlord that is not served', query('2026-12-23', 'code-2024'), 404, []],
  ])('is refused of %s', async (_, asked, status, fields) => {
    const desk = await openDesk({ served: ['day-zero'] });
    const refusal = refusalOf(await desk.send('forecast', { staff: manager, query: asked }));
    expect([refusal.status, refusal.fields]).toEqual([status, fields]);
  });
});
