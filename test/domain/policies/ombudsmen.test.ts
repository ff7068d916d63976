import { describe, expect, it } from 'vitest';
import { lastDayFor, ombudsmanInForce } from '../../../shared/domain/ombudsman.ts';
import { ombudsmen } from '../../../shared/landlords/landlords.ts';
import { date } from '../../support/rules.ts';

const housing = ombudsmanInForce(ombudsmen, 'housing-ombudsman', date('2026-12-01'));
const localGovernment = ombudsmanInForce(ombudsmen, 'local-government-ombudsman', date('2026-12-01'));

describe('the Ombudsmen of seed 002', () => {
  it('can both be reached', () => {
    expect([housing, localGovernment]).toMatchObject([
      {
        name: 'Housing Ombudsman Service',
        phone: '0300 111 3000',
        website: 'www.housing-ombudsman.org.uk',
        address: 'PO Box 1484, Unit D, Preston PR2 0ET',
      },
      {
        name: 'Local Government and Social Care Ombudsman',
        phone: '0300 061 0614',
        website: 'www.lgo.org.uk',
        address: 'PO Box 4771, Coventry CV4 0EH',
      },
    ]);
  });

  it('look at different things', () => {
    expect(housing.subjects).toMatch(/^what a landlord does/);
    expect(localGovernment.subjects).toMatch(/^what a council does besides being a landlord/);
  });
});

describe('the last day to go to an Ombudsman', () => {
  const known = { finalResponseOn: date('2026-12-15'), firstKnownOn: date('2026-03-02') };

  it('is 12 months after the final response for the Housing Ombudsman', () => {
    expect(lastDayFor(housing, known)).toBe('2027-12-15');
    expect(lastDayFor(housing, { finalResponseOn: date('2026-12-15') })).toBe('2027-12-15');
  });

  it('is 12 months after first knowing for the Local Government and Social Care Ombudsman', () => {
    expect(lastDayFor(localGovernment, known)).toBe('2027-03-02');
  });

  it('is not known where nobody has said when the resident first knew', () => {
    expect(lastDayFor(localGovernment, { finalResponseOn: date('2026-12-15') })).toBeUndefined();
  });

  it('is the last day of February for a leap day', () => {
    expect(lastDayFor(housing, { finalResponseOn: date('2028-02-29') })).toBe('2029-02-28');
  });
});
