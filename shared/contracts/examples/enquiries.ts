import type { enquiryRoutes } from '../routes/enquiries.ts';
import type { Example } from './example.ts';

const reference = 'K7QF2-9XW48';
const complainant = { name: 'Sam Example', email: 'sam@example.com', phone: '01632 960777' };

/** A tap that drips becomes a complaint; a compliment reaches whom it is about; a survey is noted. */
export const enquiryExamples = {
  logServiceRequest: {
    headers: { 'Idempotency-Key': 'b6d20f4e-81a7-4c35-9e0b-27f5c4a8d913' },
    body: {
      landlord: 'counted-from-receipt',
      channel: 'phone',
      complainant,
      text: 'The kitchen tap drips.',
      team: 'north',
      area: 'repairs',
    },
    answer: {
      reference,
      receivedAt: '2026-12-23T15:00:00.000Z',
      status: 'open',
      reviewDueOn: '2027-01-11',
    },
  },
  readServiceRequests: {
    path: { landlord: 'counted-from-receipt' },
    query: { limit: '10', after: 'MjAyNi0xMi0yNCNLN1FGMi05WFc0OA' },
    answer: {
      serviceRequests: [{ reference, status: 'open', team: 'north', reviewDueOn: '2027-01-11' }],
    },
  },
  reviewServiceRequest: {
    path: { reference },
    headers: { 'Idempotency-Key': '5e91c7a3-0d64-4f28-b37c-a8140e6f2b95', 'If-Match': '"1"' },
    body: { outcome: 'still-open', note: 'The plumber comes on 19 January.' },
    answer: { reference, version: 2, status: 'open', reviewDueOn: '2027-01-20' },
  },
  offerChoice: {
    path: { reference },
    headers: { 'Idempotency-Key': 'f07a3d58-6b2c-49e1-8d94-31c5e0b7a682', 'If-Match': '"2"' },
    body: { offeredOn: '2027-01-12', answer: 'complain' },
    answer: { reference, version: 3, status: 'open', reviewDueOn: '2027-01-13' },
  },
  convertServiceRequest: {
    path: { reference },
    headers: { 'Idempotency-Key': '2d8b64f1-c9e5-4a07-93b2-7f60a1d4c358', 'If-Match': '"3"' },
    body: {
      dissatisfiedAt: '2027-01-12T17:30:00Z',
      channel: 'phone',
      description: 'I have waited three weeks for a tap.',
    },
    answer: {
      reference,
      version: 4,
      status: 'open',
      reviewDueOn: '2027-01-27',
      complaint: 'M3TB8-R2ZCH',
    },
  },
  readEnquiry: {
    path: { reference },
    answer: {
      reference,
      version: 4,
      landlord: 'counted-from-receipt',
      kind: 'service-request',
      channel: 'phone',
      receivedAt: '2026-12-23T15:00:00.000Z',
      loggedAt: '2026-12-23T15:00:00.000Z',
      status: 'open',
      team: 'north',
      area: 'repairs',
      complainant,
      text: 'The kitchen tap drips.',
      choice: { offeredOn: '2027-01-12', answer: 'complain' },
      review: {
        dueOn: '2027-01-27',
        explanation:
          'Wednesday 27 January 2027 is 10 working days after Wednesday 13 January 2027, the day it was last reviewed, not counting weekends; as is our practice under 1.4 of the Code with the policy in force from Thursday 1 May 2025, by calendar version 1.',
      },
      complaints: ['M3TB8-R2ZCH'],
      history: [
        { at: '2026-12-23T15:00:00.000Z', by: 'leila.haddad', what: 'logged' },
        {
          at: '2027-01-06T12:00:00.000Z',
          by: 'leila.haddad',
          what: 'reviewed',
          outcome: 'still-open',
          nextReviewOn: '2027-01-20',
          note: 'The plumber comes on 19 January.',
        },
        {
          at: '2027-01-13T12:00:00.000Z',
          by: 'leila.haddad',
          what: 'choice-offered',
          answer: 'complain',
          offeredOn: '2027-01-12',
        },
        {
          at: '2027-01-13T12:00:00.000Z',
          by: 'leila.haddad',
          what: 'converted',
          complaint: 'M3TB8-R2ZCH',
        },
      ],
    },
  },
  logCompliment: {
    headers: { 'Idempotency-Key': '81f5a0c2-4e7d-4936-a6b8-d03c92e1f574' },
    body: {
      landlord: 'counted-from-receipt',
      channel: 'letter',
      complainant,
      text: 'The gardener helped me up the stairs with my shopping.',
      about: 'The gardener on Mondays',
    },
    answer: { reference, receivedAt: '2026-12-23T15:00:00.000Z', status: 'acknowledged' },
  },
  passComplimentOn: {
    path: { reference },
    headers: { 'Idempotency-Key': 'c43e9b17-5a80-4d62-8f1b-6e2d07c5a9f8', 'If-Match': '"1"' },
    body: { person: 'leila.haddad' },
    answer: { reference, version: 2, status: 'acknowledged' },
  },
  readCompliments: {
    path: { landlord: 'counted-from-receipt' },
    query: { quarter: '2026-Q4' },
    answer: {
      quarter: '2026-Q4',
      count: 1,
      compliments: [{ reference, status: 'acknowledged', receivedOn: '2026-12-23' }],
    },
  },
  logSurveyFeedback: {
    headers: { 'Idempotency-Key': '96c7d1b0-f3a4-4e58-b209-15d8e6a7c43f' },
    body: {
      landlord: 'counted-from-receipt',
      complainant,
      text: 'Two out of five: nobody ever rings back.',
      choice: { offeredOn: '2026-12-23', answer: 'not-now' },
    },
    answer: { reference, receivedAt: '2026-12-23T15:00:00.000Z', status: 'acknowledged' },
  },
} as const satisfies Record<keyof typeof enquiryRoutes, Example>;
