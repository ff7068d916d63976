import { describe, expect, it } from 'vitest';
import { policyInForce, policySchema, policyVersionOf } from '../../shared/domain/policy.ts';
import { landlords, ombudsmen } from '../../shared/landlords/landlords.ts';
import { date, type JsonVersion, landlordIds, policyOf, spoiltPolicy } from '../support/rules.ts';

/** Where the schema finds fault with a policy: paths as text, each once. */
function faultsOf(policy: unknown): string[] {
  const result = policySchema.safeParse(policy);
  return result.success ? [] : [...new Set(result.error.issues.map((issue) => issue.path.join('.')))];
}

const spoilVersion = (change: (version: JsonVersion) => void) =>
  faultsOf(
    spoiltPolicy(({ versions }) => {
      if (versions[0]) change(versions[0]);
    }),
  );

describe('the policies that ship', () => {
  it('are those of six landlords, each found by its own id', () => {
    expect([...landlords.keys()].sort()).toEqual([...landlordIds].sort());
    for (const [id, policy] of landlords) expect(policy.landlord).toBe(id);
  });

  it('name only Ombudsmen whose details ship too', () => {
    const named = [...landlords.values()].flatMap(({ versions }) =>
      versions.flatMap((each) => each.ombudsmen),
    );
    expect(named.filter((id) => ombudsmen[id] === undefined)).toEqual([]);
    expect(named).toContain('housing-ombudsman');
  });

  it('give each rank an address of the landlord’s own', () => {
    for (const { versions } of landlords.values()) {
      for (const { contact, recipients } of versions) {
        const domain = contact.email.split('@')[1];
        expect(Object.values(recipients).map((address) => address.split('@')[1])).toEqual(
          Array(4).fill(domain),
        );
      }
    }
  });
});

describe('a policy is refused, naming the place, when', () => {
  it('it is no object, or has a field too many', () => {
    expect(faultsOf(null)).toEqual(['']);
    expect(faultsOf(spoiltPolicy((policy) => Object.assign(policy, { colour: 'blue' })))).toEqual(['']);
    expect(spoilVersion((version) => Object.assign(version, { colour: 'blue' }))).toEqual(['versions.0']);
  });

  it.each(['', 'Day-Zero', 'day zero', 'day--zero', '-day', 'day_zero', 7])('its landlord id is %j', (id) => {
    expect(faultsOf(spoiltPolicy((policy) => Object.assign(policy, { landlord: id })))).toEqual(['landlord']);
  });

  it('it excludes former tenants without a limit for them, or has one and does not list it (seed 003)', () => {
    const ground = { id: 'former-tenant', wording: 'They left', source: 'landlord' };
    expect(spoilVersion((version) => (version.exclusions as object[]).push(ground))).toEqual(['versions.0']);
    const limit = { unit: 'months', count: 6, source: 'landlord', clause: '2.3', lastDay: 'as-counted' };
    const formerTenants = { ...limit, countedFrom: 'tenancy-ended' };
    expect(
      spoilVersion((version) => Object.assign(version.complainants as object, { formerTenants })),
    ).toEqual(['versions.0']);
  });

  it('it has no versions, or versions out of order or of the same day', () => {
    expect(faultsOf(spoiltPolicy((policy) => Object.assign(policy, { versions: [] })))).toEqual(['versions']);
    for (const effectiveFrom of ['2024-04-01', '2020-01-01']) {
      const again = spoiltPolicy((policy) => {
        const [first] = policy.versions;
        if (first) policy.versions.push({ ...first, effectiveFrom });
      });
      expect(faultsOf(again)).toEqual(['versions']);
    }
  });

  const fields: [string, (version: JsonVersion) => void][] = [
    ['effectiveFrom', (version) => Object.assign(version, { effectiveFrom: '2024-02-30' })],
    ['effectiveFrom', (version) => Object.assign(version, { effectiveFrom: '2024-4-1' })],
    ['source', (version) => Object.assign(version, { source: '' })],
    ['name', (version) => Object.assign(version, { name: '' })],
    ['name', (version) => delete version.name],
    ['contact.email', ({ contact }) => Object.assign(contact, { email: 'complaints at larkfield' })],
    ['contact.phone', ({ contact }) => Object.assign(contact, { phone: '' })],
    ['contact.address', ({ contact }) => delete contact.address],
    ['contact.website', ({ contact }) => Object.assign(contact, { website: '' })],
    ['nations', (version) => Object.assign(version, { nations: [] })],
    ['nations.0', (version) => Object.assign(version, { nations: ['wales'] })],
    ['stage1.acknowledgement.count', ({ stage1 }) => Object.assign(stage1.acknowledgement, { count: 0 })],
    ['stage1.acknowledgement.count', ({ stage1 }) => Object.assign(stage1.acknowledgement, { count: 2.5 })],
    [
      'stage1.acknowledgement.unit',
      ({ stage1 }) => Object.assign(stage1.acknowledgement, { unit: 'clock-hours' }),
    ],
    ['stage1.acknowledgement', ({ stage1 }) => Object.assign(stage1.acknowledgement, { unit: 'weeks' })],
    [
      'stage1.acknowledgement',
      ({ stage1 }) => Object.assign(stage1.acknowledgement, { lastDay: 'as-counted' }),
    ],
    ['stage1.response.nations', ({ stage1 }) => Object.assign(stage1.response, { nations: [] })],
    ['startDay', (version) => Object.assign(version, { startDay: 'day-two' })],
    ['closesAt', (version) => Object.assign(version, { startDay: 'roll-forward', closesAt: '5 pm' })],
    ['startDay', (version) => Object.assign(version, { startDay: undefined })],
    ['closures.0.on', (version) => Object.assign(version, { closures: [{ on: '24 Dec', name: 'Closed' }] })],
    ['stage1.acknowledgement.clause', ({ stage1 }) => Object.assign(stage1.acknowledgement, { clause: '' })],
    ['stage1.response.source', ({ stage1 }) => Object.assign(stage1.response, { source: 'rumour' })],
    [
      'stage1.response.countedFrom',
      ({ stage1 }) => Object.assign(stage1.response, { countedFrom: 'logging' }),
    ],
    ['stage1.response.countedFrom', ({ stage1 }) => delete stage1.response.countedFrom],
    ['stage1.extension', ({ stage1 }) => Object.assign(stage1, { extension: undefined })],
    ['stage1.extension.count', ({ stage1 }) => Object.assign(stage1.extension, { count: 0 })],
    ['stage1.extension.beyond', ({ stage1 }) => Object.assign(stage1.extension, { beyond: 'nothing' })],
    ['stage1.review', ({ stage1 }) => Object.assign(stage1, { review: 'sometimes' })],
    ['inside.contribution.count', ({ inside }) => Object.assign(inside.contribution, { count: 0 })],
    [
      'inside.messageTriage.source',
      ({ inside }) => Object.assign(inside.messageTriage, { source: 'rumour' }),
    ],
    ['ladder.at', ({ ladder }) => Object.assign(ladder, { at: '24:00' })],
    ['ladder.at', ({ ladder }) => Object.assign(ladder, { at: '9:00' })],
    ['ladder.rungs', ({ ladder }) => Object.assign(ladder, { rungs: [] })],
    ['ladder.rungs', ({ ladder }) => ladder.rungs.reverse()],
    ['ladder.rungs', ({ ladder }) => Object.assign(ladder.rungs[1] ?? {}, { workingDays: -3 })],
    ['ladder.rungs', ({ ladder }) => Object.assign(ladder.rungs[0] ?? {}, { repeatsEvery: 1 })],
    [
      'ladder.rungs.0.workingDays',
      ({ ladder }) => Object.assign(ladder.rungs[0] ?? {}, { workingDays: -2.5 }),
    ],
    ['ladder.rungs.2.to', ({ ladder }) => Object.assign(ladder.rungs[2] ?? {}, { to: [] })],
    ['ladder.rungs.2.to.0', ({ ladder }) => Object.assign(ladder.rungs[2] ?? {}, { to: ['mayor'] })],
    [
      'ladder.rungs.4.repeatsEvery',
      ({ ladder }) => Object.assign(ladder.rungs[4] ?? {}, { repeatsEvery: 0 }),
    ],
    ['missedDateApology.at', ({ missedDateApology }) => Object.assign(missedDateApology, { at: 'noon' })],
    [
      'missedDateApology.workingDaysAfterDue',
      ({ missedDateApology }) => Object.assign(missedDateApology, { workingDaysAfterDue: 0 }),
    ],
    ['recipients.manager', ({ recipients }) => Object.assign(recipients, { manager: 'nobody' })],
    ['recipients.senior-lead', ({ recipients }) => delete recipients['senior-lead']],
    ['recipients', ({ recipients }) => Object.assign(recipients, { mayor: 'mayor@larkfield-homes.example' })],
    ['ombudsmen', (version) => Object.assign(version, { ombudsmen: [] })],
  ];
  it.each(fields)('%s is wrong (case %#)', (path, spoil) => {
    expect(spoilVersion(spoil)).toEqual([`versions.0.${path}`]);
  });

  it('a rung speaks to one rank twice, which would owe the same notice twice', () => {
    const twice = spoilVersion(({ ladder }) => {
      Object.assign(ladder.rungs[0] ?? {}, { to: ['handler', 'handler'] });
    });
    expect(twice).toEqual(['versions.0.ladder.rungs.0.to']);
  });
});

describe('a policy that is as good as the ones that ship is accepted', () => {
  it('with limits in calendar days, weeks and months, each of which says what its last day becomes', () => {
    const faults = spoilVersion(({ stage1 }) => {
      Object.assign(stage1.acknowledgement, { unit: 'calendar-days', lastDay: 'as-counted' });
      Object.assign(stage1.response, { unit: 'weeks', lastDay: 'previous-working-day' });
      Object.assign(stage1.extension, { unit: 'months', lastDay: 'next-working-day' });
    });
    expect(faults).toEqual([]);
  });

  it('with offices that close at five, and days on which they stay closed', () => {
    const faults = spoilVersion((version) => {
      const closures = [{ on: '2026-12-24', name: 'Christmas closure' }];
      Object.assign(version, { startDay: 'roll-forward', closesAt: '17:00', closures });
    });
    expect(faults).toEqual([]);
  });

  it('with a ladder that ends without repeating, at midnight or a minute before', () => {
    for (const at of ['00:00', '23:59']) {
      const faults = spoilVersion(({ ladder }) => {
        Object.assign(ladder, { at, rungs: [{ workingDays: 0, to: ['manager'] }] });
      });
      expect(faults).toEqual([]);
    }
  });
});

describe('the version in force', () => {
  const [first] = policyOf('day-zero').versions;
  if (!first) throw new Error('no version');
  const policy = policySchema.parse({
    landlord: 'day-zero',
    versions: [first, { ...first, effectiveFrom: '2026-10-01', name: 'Larkfield Group' }],
  });

  it.each([
    ['2024-04-01', 'Larkfield Retirement Homes'],
    ['2026-09-30', 'Larkfield Retirement Homes'],
    ['2026-10-01', 'Larkfield Group'],
    ['2030-01-01', 'Larkfield Group'],
    ['2019-01-01', 'Larkfield Retirement Homes'],
  ])('on %s is that of %s', (on, name) => {
    expect(policyInForce(policy, date(on))).toMatchObject({ name, landlord: 'day-zero' });
  });

  it('is found again by the day on which it took effect, and by no other', () => {
    expect(policyVersionOf(policy, '2026-10-01').name).toBe('Larkfield Group');
    expect(() => policyVersionOf(policy, '2026-10-02')).toThrow('no version of 2026-10-02');
  });
});
