import type { Example } from './example.ts';
import * as owed from './obligations.ts';

const reference = 'K7QF2-9XW48';

/** How staff take a complaint on and find out what happened. */
export const inquiryExamples = {
  assign: {
    path: { reference },
    headers: { 'Idempotency-Key': '6513270e-269e-4d37-b2a7-4de452e6b438', 'If-Match': '"1"' },
    body: { handler: 'leila.haddad' },
    answer: {
      reference,
      version: 2,
      stage: 1,
      status: 'received',
      obligations: [owed.acknowledgementOwed, owed.responseOwed],
    },
  },
  noteContact: {
    path: { reference },
    headers: { 'Idempotency-Key': 'd23f0824-128b-4f33-8c5c-7fd0a6a3a450', 'If-Match': '"2"' },
    body: {
      happenedAt: '2026-12-23T16:10:00Z',
      how: 'phone',
      reached: true,
      note: 'Agreed to call after noon only.',
    },
    answer: {
      reference,
      version: 3,
      stage: 1,
      status: 'received',
      obligations: [owed.acknowledgementOwed, owed.responseOwed],
    },
  },
  acknowledge: {
    path: { reference },
    headers: { 'Idempotency-Key': '9531985d-5d9d-49f8-9818-e811892f902b', 'If-Match': '"3"' },
    body: {
      points: [
        {
          definition: 'The boiler has been out since 20 December.',
          outcomeSought: 'Heating before the new year.',
          responsible: true,
        },
      ],
    },
    answer: {
      reference,
      version: 5,
      stage: 1,
      status: 'acknowledged',
      obligations: [owed.acknowledged, owed.responseCounting],
    },
  },
  addPoints: {
    path: { reference },
    headers: { 'Idempotency-Key': '36f675cc-81e7-4ef5-a8e2-5d940ed90475', 'If-Match': '"5"' },
    body: {
      points: [
        {
          definition: 'The neighbour’s alarm rings at night.',
          responsible: false,
        },
      ],
    },
    answer: {
      reference,
      version: 6,
      stage: 1,
      status: 'acknowledged',
      obligations: [owed.acknowledged, owed.responseCounting],
    },
  },
  askQuestion: {
    path: { reference },
    headers: { 'Idempotency-Key': '6b0d549b-6f03-475a-9600-a35a099950d8', 'If-Match': '"6"' },
    body: {
      contractor: 'planning@heating.example',
      question: 'When can you fit the part that was ordered on 22 December?',
    },
    answer: {
      reference,
      version: 7,
      stage: 1,
      status: 'acknowledged',
      obligations: [owed.acknowledged, owed.responseCounting, owed.questionAsked],
    },
  },
  recordCorrespondence: {
    path: { reference },
    headers: { 'Idempotency-Key': '8d116ece-1738-47d9-bd9c-172411e20b8f', 'If-Match': '"8"' },
    body: {
      happenedAt: '2026-12-30T09:30:00Z',
      direction: 'in',
      how: 'letter',
      text: 'Asks whether an electric heater can be lent until then.',
    },
    answer: {
      reference,
      version: 9,
      stage: 1,
      status: 'acknowledged',
      obligations: [owed.acknowledged, owed.responseCounting, owed.questionAnswered],
    },
  },
  triageMessage: {
    path: { reference, message: 'message-1' },
    headers: { 'Idempotency-Key': '90c192cf-d3ac-44af-8f21-ddb66cad4a26', 'If-Match': '"10"' },
    body: { outcome: 'part-of-this-complaint', note: 'A heater was lent on the same day.' },
    answer: {
      reference,
      version: 11,
      stage: 1,
      status: 'acknowledged',
      obligations: [owed.acknowledged, owed.responseCounting, owed.questionAnswered, owed.messageRead],
    },
  },
  correct: {
    path: { reference },
    headers: { 'Idempotency-Key': 'a170b338-3926-4059-b28c-105d1fb17c23', 'If-Match': '"11"' },
    body: {
      received: '2026-12-22T10:00:00Z',
      reason: 'You told our caretaker the day before, and that is when you complained.',
    },
    answer: {
      reference,
      version: 12,
      stage: 1,
      status: 'acknowledged',
      obligations: [
        owed.acknowledgedOnCorrectedDate,
        owed.responseOnCorrectedDate,
        owed.questionAnswered,
        owed.messageRead,
      ],
    },
  },
  prepareExtension: {
    path: { reference },
    headers: { 'Idempotency-Key': '0fd630f1-f29d-4da9-953f-48f1a09f76b5', 'If-Match': '"12"' },
    body: {
      newDueOn: '2027-01-14',
      reason: 'The part for your boiler arrives on 5 January and is fitted on the 6th.',
    },
    answer: {
      reference,
      version: 13,
      stage: 1,
      status: 'acknowledged',
      obligations: [
        owed.acknowledgedOnCorrectedDate,
        owed.responseOnCorrectedDate,
        owed.questionAnswered,
        owed.messageRead,
      ],
    },
  },
  extend: {
    path: { reference },
    headers: { 'Idempotency-Key': '0cb1e29c-658c-4a14-95e6-0af593bd04cf', 'If-Match': '"13"' },
    body: {
      newDueOn: '2027-01-15',
      reason: 'The part for your boiler is fitted on 6 January, and we want to see that it works.',
      alreadyGiven: { how: 'letter', evidence: 'Letter 2027-118, posted first class' },
    },
    answer: {
      reference,
      version: 15,
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
  giveUpdate: {
    path: { reference },
    headers: { 'Idempotency-Key': '8e81973e-0bec-47b0-b898-d190f9ebdacc', 'If-Match': '"15"' },
    body: { text: 'The part has come. It is fitted on 6 January between one and three.' },
    answer: {
      reference,
      version: 16,
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
} as const satisfies Record<string, Example>;
