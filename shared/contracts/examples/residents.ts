import type { contributorRoutes } from '../routes/contributors.ts';
import type { residentRoutes } from '../routes/residents.ts';
import type { Example } from './example.ts';

/** What residents ask of one complaint, from the day they make it. */
export const residentExamples = {
  receiveComplaint: {
    path: { landlord: 'day-zero' },
    headers: { 'Idempotency-Key': '6f1c1d8e-3f0b-4a39-9d0c-5b7a2f4f9a11' },
    body: {
      complainant: { name: 'Sam Example', email: 'sam@example.com', phone: '01632 960777' },
      description: 'The boiler has been out since Sunday and nobody has come.',
      desiredOutcome: 'Heating before Christmas.',
      issueOccurredOn: '2026-12-20',
      adjustments: ['Calls after noon'],
    },
    answer: {
      reference: 'K7QF2-9XW48',
      receivedAt: '2026-12-23T15:00:00.000Z',
      status: 'received',
      obligations: [
        {
          kind: 'stage-1-acknowledgement',
          dueOn: '2027-01-04',
          explanation:
            'Monday 4 January 2027 is 5 working days after Wednesday 23 December 2026, the day we received your complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January).',
        },
        {
          kind: 'stage-1-response',
          dueOn: '2027-01-18',
          explanation:
            'Monday 18 January 2027 is 10 working days after Monday 4 January 2027, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward.',
          projected: true,
        },
      ],
    },
  },
  sendCompliment: {
    path: { landlord: 'day-zero' },
    headers: { 'Idempotency-Key': 'a95e2c70-7d1b-4f83-9b46-c0e8f3d5612a' },
    body: {
      complainant: { name: 'Sam Example', email: 'sam@example.com' },
      text: 'The caretaker came out on Christmas Day.',
      about: 'Our caretaker, Mr Osei',
    },
    answer: { reference: 'K7QF2-9XW48', receivedAt: '2026-12-23T15:00:00.000Z' },
  },
  explainDeadlines: {
    path: { landlord: 'counted-from-receipt' },
    query: { receivedAt: '2026-06-30T23:30:00Z' },
    answer: {
      landlord: 'counted-from-receipt',
      receivedAt: '2026-06-30T23:30:00.000Z',
      obligations: [
        {
          kind: 'stage-1-acknowledgement',
          dueOn: '2026-07-08',
          explanation:
            'Wednesday 8 July 2026 is 5 working days after Wednesday 1 July 2026, the day we received your complaint, not counting weekends.',
        },
        {
          kind: 'stage-1-response',
          dueOn: '2026-07-15',
          explanation:
            'Wednesday 15 July 2026 is 10 working days after Wednesday 1 July 2026, the day we received your complaint, not counting weekends.',
        },
      ],
    },
  },
  requestLink: {
    path: { reference: 'K7QF2-9XW48' },
    headers: { 'Idempotency-Key': 'c1a8e6d2-95b3-4a0f-8e7d-3b6c2f1d9e54' },
    answer: {
      message:
        'If there is a complaint with this reference and an email address for it, a link is on its way there. It works once, for ten minutes. If none comes, phone us.',
    },
  },
  openSession: {
    headers: { 'Idempotency-Key': '0b8f5a52-7a40-4f3e-8a53-6f1f0c2f8f10' },
    body: { link: 'Zm9yIGV4YW1wbGUgb25seTogYSBsaW5rIG9mIDMyYnQ' },
    answer: {
      session: '-1I3epkMFN4aH383_n0z2biGASvopR1yWNVGLFZOMzI',
      reference: 'K7QF2-9XW48',
      validUntil: '2026-12-24T12:30:00.000Z',
    },
  },
  sendMessage: {
    path: { reference: 'K7QF2-9XW48' },
    headers: { 'Idempotency-Key': '5f0d3b9e-3c3c-4f0a-9b7e-2d8f1f6c7a21' },
    body: { text: 'The boiler is still out.' },
    answer: { message: 'message-1', receivedAt: '2026-12-24T12:00:00.000Z' },
  },
  withdrawComplaint: {
    path: { reference: 'K7QF2-9XW48' },
    headers: { 'Idempotency-Key': '7e2b9c40-1d5f-4c8a-a6e3-9f0d4b7c2a18' },
    body: { reason: 'It was repaired.' },
    answer: { reference: 'K7QF2-9XW48', status: 'withdrawn' },
  },
  escalateComplaint: {
    path: { reference: 'K7QF2-9XW48' },
    headers: { 'Idempotency-Key': '2c7e9f04-b6d1-4a83-9e5f-0d8b3c6a1f72' },
    body: { reasons: 'Nobody has answered me.' },
    answer: {
      reference: 'K7QF2-9XW48',
      status: 'received',
      stage: 2,
      obligations: [
        {
          kind: 'stage-2-acknowledgement',
          dueOn: '2027-01-26',
          explanation:
            'Tuesday 26 January 2027 is 5 working days after Tuesday 19 January 2027, the day stage 2 was asked for, not counting weekends.',
        },
        {
          kind: 'stage-2-response',
          dueOn: '2027-02-23',
          explanation:
            'Tuesday 23 February 2027 is 20 working days after Tuesday 26 January 2027, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward.',
          projected: true,
        },
      ],
    },
  },
  followComplaint: {
    path: { reference: 'K7QF2-9XW48' },
    answer: {
      reference: 'K7QF2-9XW48',
      landlord: {
        name: 'Larkfield Retirement Homes',
        email: 'complaints@larkfield-homes.example',
        phone: '01632 960101',
        address: 'Larkfield House, 1 Orchard Row, Thornbury Vale TV1 1AA',
      },
      stage: 1,
      status: 'received',
      standing: 'We have your complaint and have not acknowledged it yet.',
      receivedAt: '2026-12-23T15:00:00.000Z',
      escalationsRefused: [],
      next: [
        {
          kind: 'stage-1-acknowledgement',
          what: 'We acknowledge your complaint.',
          dueOn: '2027-01-04',
          explanation:
            'Monday 4 January 2027 is 5 working days after Wednesday 23 December 2026, the day we received your complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January).',
        },
        {
          kind: 'stage-1-response',
          what: 'We answer your complaint.',
          dueOn: '2027-01-18',
          explanation:
            'Monday 18 January 2027 is 10 working days after Monday 4 January 2027, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward.',
          projected: true,
        },
      ],
      points: [],
      issues: [],
      actions: [],
      offers: [],
      adjustments: [],
      restrictions: [],
      messages: [
        {
          id: 'message-1',
          text: 'The boiler is still out.',
          sentOn: '2026-12-24',
          read: false,
        },
      ],
      sent: [
        {
          what: 'We have your complaint.',
          on: '2026-12-23',
          state: 'arrived',
        },
      ],
      ombudsmen: [
        {
          name: 'Housing Ombudsman Service',
          phone: '0300 111 3000',
          website: 'www.housing-ombudsman.org.uk',
          address: 'PO Box 1484, Unit D, Preston PR2 0ET',
          advice:
            'New complaints go through the form on its website, by phone or by post; it no longer takes them by email.',
        },
      ],
      parties: { madeBy: 'individual', others: [], missing: [] },
    },
  },
} as const satisfies Record<keyof typeof residentRoutes, Example>;

/** What somebody answers who was asked by mail. */
export const contributorExamples = {
  contribute: {
    headers: { 'Idempotency-Key': '4d9f7b1e-6a2c-4e85-b0d3-8c5e1f7a9b26' },
    body: {
      link: 'Zm9yIGV4YW1wbGUgb25seTogYSBsaW5rIG9mIDMyYnQ',
      answer: 'The part comes on 5 January; we can fit it on the 6th.',
    },
    answer: { answeredOn: '2026-12-30' },
  },
} as const satisfies Record<keyof typeof contributorRoutes, Example>;
