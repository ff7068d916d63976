import type { Example } from './example.ts';
import * as owed from './obligations.ts';

const reference = 'K7QF2-9XW48';
const other = 'M3TB8-R2ZCH';

const answer = {
  reference,
  stage: 1,
  status: 'received',
  obligations: [owed.acknowledgementOwed, owed.responseOwed],
};

/** What is found out at the door, and another complaint about the same. */
export const intakeExamples = {
  triage: {
    path: { reference },
    headers: { 'Idempotency-Key': '4f8a2d60-7c1e-4b93-85d7-0e6b9a31c254', 'If-Match': '"1"' },
    body: {
      hazards: ['no-heating-or-hot-water'],
      vulnerabilities: ['child-under-5'],
      category: 'repairs',
      issueOccurredOn: '2026-12-20',
    },
    answer: { ...answer, version: 2 },
  },
  declareConflict: {
    path: { reference },
    headers: { 'Idempotency-Key': 'd15c7e93-2a46-4f08-b9e1-6c83f05a7d42', 'If-Match': '"2"' },
    body: { person: 'tomos.pryce', reason: 'He is the resident’s brother.' },
    answer: { ...answer, version: 3 },
  },
  link: {
    path: { reference },
    headers: { 'Idempotency-Key': '86e0b2f4-5d39-4a71-9c68-f17d4b2e03a5', 'If-Match': '"3"' },
    body: { other, because: 'Both are about the boiler of Brackenhall Court.' },
    answer: { ...answer, version: 4 },
  },
  askResident: {
    path: { reference },
    headers: { 'Idempotency-Key': '5c2f9e07-b41d-4836-9a7e-d08f3b61c2e4', 'If-Match': '"4"' },
    body: { question: 'Is it the boiler in your flat, or the one for the whole house?' },
    answer: { ...answer, version: 5 },
  },
  merge: {
    path: { reference },
    headers: { 'Idempotency-Key': 'b97d3a18-0f62-4ce5-a4b9-25e81c60d7f3', 'If-Match': '"5"' },
    body: { other, reason: 'You told us of the same boiler on the phone and by our form.' },
    answer: { ...answer, version: 6 },
  },
} as const satisfies Record<string, Example>;
