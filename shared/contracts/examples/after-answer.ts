import type { Example } from './example.ts';
import * as later from './later-obligations.ts';

const reference = 'K7QF2-9XW48';

/** What follows an answer. */
export const afterAnswerExamples = {
  compensate: {
    path: { reference },
    headers: { 'Idempotency-Key': 'b57d0e3f-8a92-4c16-9e4b-f2c7a6d18305', 'If-Match': '"13"' },
    body: {
      step: 'offer',
      pence: 8_000,
      for: 'distress-and-inconvenience',
      area: 'north',
      reason: 'You were without heating for seventeen days.',
    },
    answer: {
      reference,
      version: 14,
      stage: 1,
      status: 'responded',
      obligations: [
        later.acknowledged,
        later.responseGiven,
        later.adjustmentReview,
        later.updateEnded,
        later.actionPromised,
        later.learningOwed,
      ],
    },
  },
  replaceAction: {
    path: { reference, action: 'action-1' },
    headers: { 'Idempotency-Key': '06c9f4a1-b3e5-4d78-8a2c-5e7d1b0f9436', 'If-Match': '"14"' },
    body: {
      why: 'The pump is no longer made.',
      replacement: { description: 'Fit a new boiler.', owner: 'leila.haddad', dueOn: '2027-02-12' },
    },
    answer: {
      reference,
      version: 15,
      stage: 1,
      status: 'responded',
      obligations: [
        later.acknowledged,
        later.responseGiven,
        later.adjustmentReview,
        later.updateEnded,
        later.actionReplaced,
        later.learningOwed,
        later.replacementPromised,
      ],
    },
  },
  recordLearning: {
    path: { reference },
    headers: { 'Idempotency-Key': 'f3a8d6c2-71e4-4b09-b5d0-9a6c8e2f1074', 'If-Match': '"15"' },
    body: {
      point: 'point-1',
      rootCause: 'Nobody chases a part that was ordered.',
      lesson: 'A part that is late is noticed only when the resident calls.',
      change: 'Planners see every order that is a day late.',
    },
    answer: {
      reference,
      version: 16,
      stage: 1,
      status: 'responded',
      obligations: [
        later.acknowledged,
        later.responseGiven,
        later.adjustmentReview,
        later.updateEnded,
        later.actionReplaced,
        later.learningRecorded,
        later.replacementPromised,
      ],
    },
  },
} as const satisfies Record<string, Example>;
