import type { Example } from './example.ts';

/** What goes out if nobody does anything. */
export const forecastExamples = {
  forecast: {
    query: { landlord: 'counted-from-receipt', on: '2026-12-29' },
    answer: {
      landlord: 'counted-from-receipt',
      on: '2026-12-29',
      from: '2026-12-23T15:00:00.000Z',
      complete: true,
      mails: [
        {
          at: '2026-12-29T07:30:00.000Z',
          way: 'email',
          to: { who: 'staff', address: 'leila.haddad@brackenhall-homes.example' },
          subject: 'Complaints for you: 1 due soon',
          reason: 'digest of the morning',
          text: 'Hello,…',
        },
      ],
    },
  },
} as const satisfies Record<string, Example>;
