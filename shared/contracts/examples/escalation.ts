import type { Example } from './example.ts';
import * as later from './later-obligations.ts';

const reference = 'K7QF2-9XW48';

/** The way to stage 2, and what is raised on the way. */
export const escalationExamples = {
  raiseIssue: {
    path: { reference },
    headers: { 'Idempotency-Key': '48f7d2e9-0c6a-4b31-95d8-e3a1c7b60f52', 'If-Match': '"9"' },
    body: {
      issue: 'The window in the kitchen does not close.',
      outcomeSought: 'A window that closes.',
      responsible: true,
      related: false,
      wouldDelay: false,
    },
    answer: {
      reference,
      version: 10,
      stage: 1,
      raised: 'M3TB8-R2ZCH',
      status: 'acknowledged',
      obligations: [later.acknowledged, later.responseCounting, later.adjustmentReview, later.updateOwed],
    },
  },
  escalate: {
    path: { reference },
    headers: { 'Idempotency-Key': 'd6b3a918-e27c-4f50-a4b9-8c0d5e1f7263', 'If-Match': '"16"' },
    body: { points: ['point-1'], reasons: 'The boiler goes out again and again.' },
    answer: {
      reference,
      version: 17,
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
      ],
    },
  },
  refuseEscalation: {
    path: { reference },
    headers: { 'Idempotency-Key': '92e0f5b7-4d8c-4a61-b7f3-1c6a9d0e8b25', 'If-Match': '"18"' },
    body: {
      ground: 'another-issue',
      reasons:
        'You now ask for a new kitchen, which we have not looked into yet. We have logged it as a complaint of its own.',
    },
    answer: {
      reference,
      version: 19,
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
        later.stage2Refused,
        later.stage2ResponseEnded,
        later.restrictionReview,
      ],
    },
  },
} as const satisfies Record<string, Example>;
