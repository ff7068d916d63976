import type { Example } from './example.ts';
import * as later from './later-obligations.ts';

const reference = 'K7QF2-9XW48';

/** A complaint that is not taken on, and what an Ombudsman says. */
export const ombudsmanExamples = {
  exclude: {
    path: { reference },
    headers: { 'Idempotency-Key': '5d2c8a96-1b4f-4e73-90a8-c7f3e6d1b502', 'If-Match': '"4"' },
    body: {
      ground: 'legal-proceedings',
      reasons: 'Your claim about the boiler was filed at court on 18 December.',
      evidence: 'The court sent us the claim form and your particulars of claim on 21 December.',
      discretion: 'We asked whether anything of it is outside the claim, and you told us of nothing.',
      claimFiledOn: '2026-12-18',
    },
    answer: {
      reference,
      version: 5,
      stage: 1,
      status: 'excluded',
      obligations: [later.acknowledgementExcluded, later.responseExcluded, later.adjustmentReview],
    },
  },
  acceptAfterAll: {
    path: { reference },
    headers: { 'Idempotency-Key': 'e81b7c40-6f9d-4a25-b3c7-20d5f8a9e613', 'If-Match': '"5"' },
    body: {
      ombudsman: 'housing-ombudsman',
      reason: 'The claim at court is about the roof, so we look into the boiler after all.',
    },
    answer: {
      reference,
      version: 6,
      stage: 1,
      status: 'received',
      obligations: [later.acknowledgementAnew, later.responseAnew, later.adjustmentReview],
    },
  },
  answerOmbudsman: {
    path: { reference },
    headers: { 'Idempotency-Key': 'a0c5e7d3-94b8-4f16-8e2d-7b61f0c9d8a4', 'If-Match': '"19"' },
    body: {
      step: 'determination',
      ombudsman: 'housing-ombudsman',
      findings: [
        { point: 'point-1', determination: 'service-failure' },
        { point: 'complaint-handling', determination: 'maladministration' },
      ],
      orders: [{ binding: true, description: 'Apologise in writing and pay £150.', dueOn: '2027-04-07' }],
    },
    answer: {
      reference,
      version: 20,
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
        later.orderOwed,
      ],
    },
  },
} as const satisfies Record<string, Example>;
