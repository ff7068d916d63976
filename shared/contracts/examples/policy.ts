import type { Example } from './example.ts';

/** Where a landlord's policy and the Code differ. */
export const policyExamples = {
  readDepartures: {
    path: { landlord: 'counted-from-receipt' },
    answer: {
      landlord: 'counted-from-receipt',
      versions: [
        {
          effectiveFrom: '2025-05-01',
          inForce: true,
          departures: [
            {
              kind: 'departs',
              clause: '1.2',
              field: 'definition.affecting',
              policy: 'A complaint is about what affects an individual resident or a group of residents.',
              code: 'A complaint is about what affects a resident or a group of residents.',
            },
            {
              kind: 'departs',
              clause: '2.3',
              field: 'ageLimit.countedFrom',
              policy: 'The time counts from when the service was provided, whenever the resident knew of it.',
              code: 'The 12 months count from the issue, or from when the resident became aware of it.',
            },
            {
              kind: 'departs',
              clause: '2.3',
              field: 'complainants.formerTenants',
              policy: 'Former tenants have 6 months from the end of their tenancy.',
              code: 'Complaints are accepted within 12 months, and later ones where there are good reasons.',
            },
            {
              kind: 'unstated',
              clause: '2.4',
              field: 'refusal.says',
              policy: 'It does not promise reasons to somebody whose complaint is refused.',
              code: 'Whoever is refused is told in detail why.',
            },
            {
              kind: 'unstated',
              clause: '2.4',
              field: 'refusal.says',
              policy: 'What it says of refusals does not mention the Ombudsman.',
              code: 'Whoever is refused is told of the right to take that decision to the Ombudsman.',
            },
            {
              kind: 'departs',
              clause: '2.5',
              field: 'exclusions',
              policy:
                'It excludes whole subjects: A policy, a process or a rule of law; A challenge to a service charge.',
              code: 'No blanket exclusions: each case is considered on its own circumstances.',
            },
            {
              kind: 'departs',
              clause: '5.2',
              field: 'early.handling',
              policy:
                'It tries to settle the matter before stage 1, unless the resident wants stage 1 at once.',
              code: 'No stage before stage 1, by whatever name; what is settled at once is a request for service, or a fast stage 1.',
            },
            {
              kind: 'unstated',
              clause: '6.2',
              field: 'stage1.acknowledgement.count',
              policy: 'It does not say when a complaint is acknowledged.',
              code: 'A complaint is acknowledged within 5 working days.',
            },
            {
              kind: 'stricter',
              clause: '6.3',
              field: 'stage1.response.countedFrom',
              policy: 'The time counts from the day a complaint comes in.',
              code: 'The time for the answer counts from the acknowledgement.',
            },
            {
              kind: 'unstated',
              clause: '6.5',
              field: 'stage1.extension.published.tells',
              policy: 'It does not promise the Ombudsman’s details.',
              code: 'Whoever is told that an answer is put off is given the Ombudsman’s details.',
            },
            {
              kind: 'unstated',
              clause: '6.9',
              field: 'answers.inWriting',
              policy: 'It does not say that answers are in writing.',
              code: 'Every answer is confirmed in writing, with its reasons.',
            },
            {
              kind: 'unstated',
              clause: '6.11',
              field: 'stage2.acknowledgement.count',
              policy: 'It does not say when a request for stage 2 is acknowledged.',
              code: 'A request for stage 2 is acknowledged within 5 working days.',
            },
            {
              kind: 'unstated',
              clause: '6.15',
              field: 'stage2.extension',
              policy: 'It does not say that an answer can be put off.',
              code: 'An answer is put off by no more than 20 working days without good reason.',
            },
            {
              kind: 'unstated',
              clause: '6.16',
              field: 'stage2.extension.published.tells',
              policy: 'It does not promise the Ombudsman’s details.',
              code: 'Whoever is told that an answer is put off is given the Ombudsman’s details.',
            },
          ],
        },
      ],
    },
  },
} as const satisfies Record<string, Example>;
