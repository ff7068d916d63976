import type { Example } from './example.ts';

/** How open complaints come over from old records, and what is said of one that cannot have happened. */
export const importExamples = {
  importComplaints: {
    path: { landlord: 'counted-from-receipt' },
    headers: { 'Idempotency-Key': '1f0c7a52-6d93-4be8-a417-3c58e9d204b6' },
    body: {
      dryRun: false,
      rows: [
        {
          id: 'CRM-20417',
          channel: 'phone',
          receivedOn: '2026-12-07',
          complainant: { name: 'Sam Example', phone: '01632 960777', preferredChannel: 'phone' },
          description: 'The boiler has been out since Sunday and nobody has come.',
          category: 'repairs',
          hazards: ['no-heating-or-hot-water'],
          acknowledgedOn: '2026-12-09',
          handler: 'leila.haddad',
        },
        {
          id: 'CRM-20418',
          channel: 'letter',
          receivedOn: '2026-12-08',
          complainant: { name: 'Alex Example', address: '2 Example Street' },
          description: 'The gutter was cleared on one side of the house only.',
          acknowledgedOn: '2026-12-24',
        },
      ],
    },
    answer: {
      results: [
        {
          id: 'CRM-20417',
          outcome: 'imported',
          reference: 'K7QF2-9XW48',
          dates: [{ kind: 'stage-1-response', dueOn: '2026-12-21' }],
        },
        {
          id: 'CRM-20418',
          outcome: 'bad',
          errors: [
            {
              field: 'acknowledgedOn',
              detail:
                'must not be after now, Wednesday 23 December 2026 at 15:00; record it once it has happened',
            },
          ],
        },
      ],
    },
  },
} as const satisfies Record<string, Example>;
