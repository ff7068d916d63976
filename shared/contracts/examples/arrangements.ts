import type { Example } from './example.ts';
import * as later from './later-obligations.ts';
import * as owed from './obligations.ts';

const reference = 'K7QF2-9XW48';

/** How people reach each other. */
export const arrangementsExamples = {
  nameSupporter: {
    path: { reference },
    headers: { 'Idempotency-Key': '7f0d3c52-8e61-4b9a-93d4-1c5e0a7b2f68', 'If-Match': '"2"' },
    body: { supporter: 'The residents’ group of Brackenhall Court, brackenhall.court@example.com' },
    answer: {
      reference,
      version: 3,
      stage: 1,
      status: 'received',
      obligations: [owed.acknowledgementOwed, owed.responseOwed],
    },
  },
  adjust: {
    path: { reference },
    headers: { 'Idempotency-Key': '3b8e1f70-52c9-4d06-a7e5-9f4c2d816b0a', 'If-Match': '"3"' },
    body: { step: 'agree', kind: 'large-print', note: 'Letters in 16 point and black on yellow.' },
    answer: {
      reference,
      version: 4,
      stage: 1,
      status: 'received',
      obligations: [owed.acknowledgementOwed, owed.responseOwed, later.adjustmentReview],
    },
  },
  agreeUpdates: {
    path: { reference },
    headers: { 'Idempotency-Key': 'c94a6d1b-7e03-4f52-8b6d-0e2f9a715c38', 'If-Match': '"8"' },
    body: { every: 2 },
    answer: {
      reference,
      version: 9,
      stage: 1,
      status: 'acknowledged',
      obligations: [later.acknowledged, later.responseCounting, later.adjustmentReview, later.updateOwed],
    },
  },
  restrict: {
    path: { reference },
    headers: { 'Idempotency-Key': '1e6f9b24-d5a7-4c80-b13e-6a8d07c5f492', 'If-Match': '"17"' },
    body: {
      step: 'restrict',
      kind: 'single-contact',
      method: 'email',
      agreed: true,
      contact: 'leila.haddad',
      reason: 'You called up to thirty times a day. Please speak to Leila Haddad, who knows your case.',
      equalityAct: 'We asked about any disability; you told us of none.',
      reviewOn: '2027-04-20',
    },
    answer: {
      reference,
      version: 18,
      stage: 2,
      status: 'received',
      obligations: [
        later.acknowledged,
        later.responseGiven,
        later.adjustmentReview,
        later.updateEnded,
        later.actionReplaced,
        later.learningRecorded,
        later.replacementPromised,
        later.stage2AcknowledgementOwed,
        later.stage2ResponseOwed,
        later.restrictionReview,
      ],
    },
  },
} as const satisfies Record<string, Example>;
