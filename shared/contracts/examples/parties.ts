import type { Example } from './example.ts';
import * as owed from './obligations.ts';

const reference = 'K7QF2-9XW48';

const consentFound = {
  id: 'resident-information',
  kind: 'resident-information',
  dueOn: '2027-01-04',
  explanation: owed.acknowledgementOwed.explanation,
  ...owed.met,
  metOn: '2026-12-23',
};

/** What is left of a complaint that two people make, for whom a councillor speaks. */
const answer = {
  reference,
  stage: 1,
  status: 'received',
  obligations: [owed.acknowledgementOwed, owed.responseOwed, consentFound],
};

/** The people of a complaint. */
export const partiesExamples = {
  recordConsent: {
    path: { reference },
    headers: { 'Idempotency-Key': 'a2c7e915-4d38-4f60-8b1e-5093d6f7c248', 'If-Match': '"1"' },
    body: { consent: 'given', capacity: 'councillor', evidence: 'Email of 23 December, in the file.' },
    answer: { ...answer, version: 2 },
  },
  instructCopies: {
    path: { reference },
    headers: { 'Idempotency-Key': '60d5f8b3-9e12-47ac-b5d4-82e1c03a9f67', 'If-Match': '"2"' },
    body: { party: 'representative', copies: 'answers', note: 'They want her to see what we decide.' },
    answer: { ...answer, version: 3 },
  },
  leaveComplaint: {
    path: { reference },
    headers: { 'Idempotency-Key': 'e83b1f46-0a7d-4c95-9f28-d41c65ba7e03', 'If-Match': '"3"' },
    body: { party: 'party-2', reason: 'She has moved to another town.' },
    answer: { ...answer, version: 4 },
  },
} as const satisfies Record<string, Example>;
