import { acknowledgementOwed, responseOwed } from './obligations.ts';

/** The timeline of a complaint that was logged and assigned. */
export const timeline = {
  reference: 'K7QF2-9XW48',
  entries: [
    {
      seq: 1,
      at: '2026-12-23T15:00:00.000Z',
      actor: 'leila.haddad',
      type: 'ComplaintReceived',
      facts: {
        reference: 'K7QF2-9XW48',
        landlord: 'counted-from-receipt',
        policyEffectiveFrom: '2025-05-01',
        channel: 'phone',
        receivedAt: '2026-12-23T15:00:00.000Z',
        receivedOn: '2026-12-23',
        loggedAt: '2026-12-23T15:00:00.000Z',
        loggedBy: 'leila.haddad',
        issueOccurredOn: '2026-12-20',
        reachableByEmail: true,
        staffComplainedAbout: [],
        personalTextHash: 'nfcfcl_qx08Hju5HXPWEHhprruZPJRT-EIEZr4r7Bv4',
        obligations: [
          {
            id: 'stage-1-acknowledgement',
            kind: 'stage-1-acknowledgement',
            projected: false,
            dueOn: '2027-01-04',
            derivation: {
              countedFrom: 'receipt',
              startOn: '2026-12-23',
              unit: 'working-days',
              count: 5,
              clause: '6.2',
              source: 'code',
              policy: { landlord: 'counted-from-receipt', effectiveFrom: '2025-05-01' },
              calendarVersion: 1,
              skipped: [
                { on: '2026-12-25', name: 'Christmas Day' },
                { on: '2026-12-28', name: 'Boxing Day' },
                { on: '2027-01-01', name: 'New Year’s Day' },
              ],
              beyondHorizon: false,
            },
          },
          {
            id: 'stage-1-response',
            kind: 'stage-1-response',
            dueOn: '2027-01-11',
            derivation: {
              countedFrom: 'receipt',
              startOn: '2026-12-23',
              unit: 'working-days',
              count: 10,
              clause: '6.3',
              source: 'landlord',
              policy: { landlord: 'counted-from-receipt', effectiveFrom: '2025-05-01' },
              calendarVersion: 1,
              skipped: [
                { on: '2026-12-25', name: 'Christmas Day' },
                { on: '2026-12-28', name: 'Boxing Day' },
                { on: '2027-01-01', name: 'New Year’s Day' },
              ],
              beyondHorizon: false,
            },
            projected: false,
            codeDueOn: '2027-01-18',
          },
        ],
      },
      explanations: [
        {
          obligation: 'stage-1-acknowledgement',
          dueOn: '2027-01-04',
          explanation: acknowledgementOwed.explanation,
        },
        { obligation: 'stage-1-response', dueOn: '2027-01-11', explanation: responseOwed.explanation },
      ],
      hash: 'VV4kaBu4OAcQ_W-M0f6kiWybmWFV-1lM9W_AW7WZgAI',
    },
    {
      seq: 2,
      at: '2026-12-23T15:00:00.000Z',
      actor: 'marta.nowak',
      type: 'ComplaintAssigned',
      facts: { by: 'marta.nowak', handler: 'leila.haddad', team: 'north' },
      hash: 'Op44HQCm7dRf8Jch4xe6IwQKXpHJ5nlG4U0R0pi3M18',
    },
  ],
  intact: true,
};
