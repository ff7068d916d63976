import type { Example } from './example.ts';
import * as owed from './obligations.ts';

const reference = 'K7QF2-9XW48';

/** How staff answer a complaint, and what follows. */
export const answerExamples = {
  draft: {
    path: { reference },
    headers: { 'Idempotency-Key': '6b4cb242-4a23-4596-a217-beaddbc496cb', 'If-Match': '"16"' },
    body: {
      outcomes: [
        {
          point: 'point-1',
          finding: 'upheld',
          reasons: 'We ordered the part two days late and did not tell you.',
          remedy: {
            text: 'The boiler was repaired on 6 January; we pay you £80 for the days without heating.',
          },
        },
        {
          point: 'point-2',
          finding: 'not-upheld',
          reasons: 'The alarm is not ours; we passed your complaint on to the council.',
          remedy: { none: true },
        },
      ],
    },
    answer: {
      reference,
      version: 17,
      stage: 1,
      status: 'acknowledged',
      obligations: [
        owed.acknowledgedOnCorrectedDate,
        owed.responseExtended,
        owed.questionAnswered,
        owed.messageRead,
      ],
    },
  },
  withdraw: {
    path: { reference },
    headers: { 'Idempotency-Key': '92276658-1e27-41c0-8a6a-63ec24ede6a4', 'If-Match': '"17"' },
    body: { happenedAt: '2027-01-07T11:00:00Z', reason: 'Said on the phone that it is all repaired.' },
    answer: {
      reference,
      version: 18,
      stage: 1,
      status: 'withdrawn',
      obligations: [
        owed.acknowledgedOnCorrectedDate,
        owed.responseWithdrawn,
        owed.questionAnswered,
        owed.messageRead,
      ],
    },
  },
  reopen: {
    path: { reference },
    headers: { 'Idempotency-Key': 'ae97ba94-d0ed-482f-8f6d-05584ef8aa38', 'If-Match': '"18"' },
    body: { reason: 'The boiler is out again, and you would like our answer after all.' },
    answer: {
      reference,
      version: 19,
      stage: 1,
      status: 'acknowledged',
      obligations: [
        owed.acknowledgedOnCorrectedDate,
        owed.responseRenewed,
        owed.questionAnswered,
        owed.messageRead,
      ],
    },
  },
  addAction: {
    path: { reference },
    headers: { 'Idempotency-Key': '923a7369-94e3-4f91-9a61-dbe22e44158b', 'If-Match': '"19"' },
    body: {
      description: 'Replace the pump of the boiler.',
      owner: 'leila.haddad',
      dueOn: '2027-01-22',
    },
    answer: {
      reference,
      version: 20,
      stage: 1,
      status: 'acknowledged',
      obligations: [
        owed.acknowledgedOnCorrectedDate,
        owed.responseRenewed,
        owed.questionAnswered,
        owed.messageRead,
        owed.actionPromised,
      ],
    },
  },
  respond: {
    path: { reference },
    headers: { 'Idempotency-Key': '18f135d2-5f55-4203-b018-50c5a38fd547', 'If-Match': '"20"' },
    body: {},
    answer: {
      reference,
      version: 21,
      stage: 1,
      status: 'responded',
      obligations: [
        owed.acknowledgedOnCorrectedDate,
        owed.responseGiven,
        owed.questionAnswered,
        owed.messageRead,
        owed.actionPromised,
        owed.learningOwed,
      ],
    },
  },
  approve: {
    path: { reference },
    headers: { 'Idempotency-Key': '907a70c3-1012-4037-b64c-e4228c38fb29', 'If-Match': '"21"' },
    body: { decision: 'satisfied' },
    answer: {
      reference,
      version: 22,
      stage: 1,
      status: 'responded',
      obligations: [
        owed.acknowledgedOnCorrectedDate,
        owed.responseGiven,
        owed.questionAnswered,
        owed.messageRead,
        owed.actionPromised,
        owed.learningOwed,
      ],
    },
  },
  updateAction: {
    path: { reference, action: 'action-1' },
    headers: { 'Idempotency-Key': '7f150524-34b9-45df-9e77-69b10f4205b4', 'If-Match': '"22"' },
    body: { note: 'The pump is delivered later than we were told.', dueOn: '2027-01-26' },
    answer: {
      reference,
      version: 23,
      stage: 1,
      status: 'responded',
      obligations: [
        owed.acknowledgedOnCorrectedDate,
        owed.responseGiven,
        owed.questionAnswered,
        owed.messageRead,
        owed.actionMoved,
        owed.learningOwed,
      ],
    },
  },
  completeAction: {
    path: { reference, action: 'action-1' },
    headers: { 'Idempotency-Key': 'c6f87718-6d76-407e-881e-d162ae2eb154', 'If-Match': '"23"' },
    body: { evidence: 'Job 5521, signed by the resident.' },
    answer: {
      reference,
      version: 24,
      stage: 1,
      status: 'responded',
      obligations: [
        owed.acknowledgedOnCorrectedDate,
        owed.responseGiven,
        owed.questionAnswered,
        owed.messageRead,
        owed.actionCompleted,
        owed.learningOwed,
      ],
    },
  },
  close: {
    path: { reference },
    headers: { 'Idempotency-Key': 'ec66a787-95e7-41d1-b731-af10506bf2ef', 'If-Match': '"24"' },
    body: { reason: 'The pump was replaced, and nothing is left to do.' },
    answer: {
      reference,
      version: 25,
      stage: 1,
      status: 'closed',
      obligations: [
        owed.acknowledgedOnCorrectedDate,
        owed.responseGiven,
        owed.questionAnswered,
        owed.messageRead,
        owed.actionCompleted,
        owed.learningOwed,
      ],
    },
  },
} as const satisfies Record<string, Example>;
