import type { calendarRoutes } from '../routes/calendar.ts';
import type { Example } from './example.ts';

const landlord = 'counted-from-receipt';
const thanksgiving = {
  change: 'added',
  nation: 'england-and-wales',
  date: '2027-01-04',
  name: 'Bank holiday for a national day of thanks',
} as const;
const version = {
  version: 2,
  changes: [thanksgiving],
  reason: 'Announced by the government on 23 December; see gov.uk/bank-holidays.',
  addedBy: 'ian.brennan',
  addedAt: '2026-12-24T09:00:00.000Z',
} as const;
const application = {
  version: 2,
  tellResidents: true,
  appliedBy: 'marta.nowak',
  appliedAt: '2026-12-24T10:00:00.000Z',
  recounted: 0,
  finished: false,
} as const;

/** How a bank holiday that was announced late reaches the dates of a landlord. */
export const calendarExamples = {
  readCalendarVersions: {
    answer: {
      newest: 2,
      versions: [version],
      horizons: [
        { nation: 'england-and-wales', knownTo: '2028-12-31' },
        { nation: 'scotland', knownTo: '2028-12-31' },
        { nation: 'northern-ireland', knownTo: '2028-12-31' },
      ],
      proposal: {
        basedOn: 2,
        changes: [{ ...thanksgiving, nation: 'northern-ireland' }],
        foundAt: '2026-12-24T09:30:00.000Z',
        remarks: ['date-holidays does not know Monday 4 January 2027 as a holiday in Northern Ireland.'],
      },
    },
  },
  addCalendarVersion: {
    headers: { 'Idempotency-Key': '5f0c8b7e-2a41-4d93-b6e0-91c3a7d2f458' },
    body: { basedOn: 1, changes: [thanksgiving], reason: version.reason },
    answer: version,
  },
  readLandlordCalendar: {
    path: { landlord },
    answer: { landlord, version: 2, newest: 2, knownTo: '2028-12-31', application },
  },
  previewCalendar: {
    path: { landlord },
    query: { version: '2', limit: '50', after: 'MiMyMDI2LTEyLTI0I0s3UUYyLTlYVzQ4' },
    answer: {
      version: 2,
      items: [
        {
          reference: 'K7QF2-9XW48',
          reachableByEmail: true,
          moves: [
            {
              obligation: 'stage-1-acknowledgement',
              kind: 'stage-1-acknowledgement',
              from: '2027-01-04',
              to: '2027-01-05',
              toldBy: ['receipt'],
            },
            {
              obligation: 'stage-1-response',
              kind: 'stage-1-response',
              from: '2027-01-11',
              to: '2027-01-12',
              toldBy: ['receipt'],
            },
          ],
        },
      ],
      looked: 1,
    },
  },
  applyCalendar: {
    path: { landlord },
    headers: { 'Idempotency-Key': 'c81e5d3a-7b96-4f02-8e4d-3a60b95f17c2' },
    body: { version: 2, tellResidents: true },
    answer: application,
  },
} as const satisfies Record<keyof typeof calendarRoutes, Example>;
