import { describe, expect, it } from 'vitest';
import { roles } from '../../../shared/domain/authorization.ts';
import { manager, openDesk } from '../../support/desk.ts';
import type { Claims } from '../../support/http.ts';
import { person } from '../../support/people.ts';
import { policyOf, variantOf } from '../../support/rules.ts';

const read = async (
  landlord: string,
  staff: Claims = manager,
  options: Parameters<typeof openDesk>[0] = {},
) => (await openDesk(options)).send('readDepartures', { staff, landlord });

describe('where a policy and the Code differ', () => {
  it('is told field by field, with the clause', async () => {
    const { status, body } = await read('counted-from-receipt');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      landlord: 'counted-from-receipt',
      versions: [{ effectiveFrom: '2025-05-01', inForce: true }],
    });
    expect(body.versions?.[0]?.departures).toContainEqual({
      kind: 'departs',
      clause: '2.3',
      field: 'ageLimit.countedFrom',
      policy: 'The time counts from when the service was provided, whenever the resident knew of it.',
      code: 'The 12 months count from the issue, or from when the resident became aware of it.',
    });
  });

  it('is nothing for a landlord whose policy is the Code', async () => {
    const { body } = await read('code-2024');
    expect(body.versions?.map(({ departures }) => departures)).toEqual([[]]);
  });

  it('is told of each version, and which is in force today', async () => {
    const { versions } = policyOf('day-zero');
    const next = { ...variantOf('day-zero', {}), effectiveFrom: '2027-04-01' };
    const policies = new Map([['day-zero', { landlord: 'day-zero', versions: [...versions, next] }]]);
    const versionsAt = async (now: string) => {
      const { body } = await read('day-zero', manager, { policies, now });
      return body.versions?.map(({ effectiveFrom, inForce }) => [effectiveFrom, inForce]);
    };
    expect(await versionsAt('2027-03-31T22:59:59Z')).toEqual([
      ['2024-04-01', true],
      ['2027-04-01', false],
    ]);
    expect(await versionsAt('2027-03-31T23:00:00Z')).toEqual([
      ['2024-04-01', false],
      ['2027-04-01', true],
    ]);
  });

  it('is for everybody but reporters, who serves the landlord', async () => {
    const may = [];
    for (const role of roles) {
      const { status } = await read('day-zero', { id: `by-${role}`, roles: [role], landlords: ['day-zero'] });
      if (status === 200) may.push(role);
    }
    expect(may).toEqual(roles.filter((role) => role !== 'reporter'));
    const elsewhere = { ...manager, id: 'far', landlords: ['code-2024'] };
    expect((await read('day-zero', elsewhere)).status).toBe(403);
    const people = [person('gone', { disabled: true })];
    expect((await read('day-zero', { ...manager, id: 'gone' }, { people })).status).toBe(403);
  });

  it('is not told of a landlord that is not served here', async () => {
    const answer = await read('code-2024', manager, { served: ['day-zero'] });
    expect(answer).toMatchObject({ status: 404, body: { type: '/problems/unknown-landlord' } });
  });
});
