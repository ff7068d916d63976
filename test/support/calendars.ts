import type { Application, CalendarVersion, Proposal } from '../../shared/domain/calendar-version.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { at, date } from './rules.ts';

/** A version of the calendar in which Monday 4 January 2027 is a bank holiday in England and Wales. */
export function newVersion(change: Partial<CalendarVersion> = {}): CalendarVersion {
  return {
    version: 2,
    changes: [
      { change: 'added', nation: 'england-and-wales', date: date('2027-01-04'), name: 'A day of thanks' },
    ],
    reason: 'Announced on 23 December.',
    addedBy: staffId('anna'),
    addedAt: at('2026-12-24T10:00:00Z'),
    ...change,
  };
}

/** That a landlord applied a version, and its open complaints are to be counted anew. */
export function newApplication(change: Partial<Application> = {}): Application {
  const appliedAt = change.appliedAt ?? at('2026-12-24T11:00:00Z');
  return {
    landlord: 'day-zero',
    version: 2,
    tellResidents: true,
    appliedBy: staffId('milo'),
    appliedAt,
    revision: 0,
    recounted: 0,
    pass: { startedAt: appliedAt, recounted: 0 },
    ...change,
  };
}

export function newProposal(change: Partial<Proposal> = {}): Proposal {
  const { changes } = newVersion();
  return {
    basedOn: 1,
    changes,
    foundAt: at('2026-12-24T07:00:00Z'),
    remarks: ['Another list does not know 4 January 2027.'],
    ...change,
  };
}
