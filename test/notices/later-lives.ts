import { colleague, handler, manager, referenceNumber } from '../support/complaints.ts';
import { date } from '../support/rules.ts';
import { acknowledged, drafted, noticesOf, promised, responded, text } from './sample-parts.ts';

const answered = [acknowledged, drafted, promised, responded] as const;

const raised = {
  type: 'RaiseIssue',
  by: handler,
  issue: text('another lift'),
  responsible: true,
  related: true,
  wouldDelay: false,
  reference: referenceNumber(2),
  personalTextHash: 'hash',
} as const;

/** What follows an answer, and what takes its place, told as commands. */
export const laterLives = {
  /** one of two points goes on, and is answered finally */
  escalated: noticesOf([
    ...answered,
    ['2027-01-20T10:00:00Z', { type: 'Escalate', points: ['point-1'] }],
    ['2027-01-20T11:00:00Z', { type: 'Assign', by: manager, handler: colleague }],
    ['2027-01-21T10:00:00Z', { type: 'Acknowledge', by: colleague, points: [] }],
    ['2027-01-22T10:00:00Z', raised],
    [
      '2027-01-27T10:00:00Z',
      { type: 'UpdateAction', by: handler, action: 'action-1', note: text('payment note') },
    ],
    [
      '2027-02-01T10:00:00Z',
      {
        type: 'Draft',
        by: colleague,
        outcomes: [
          {
            point: 'point-1',
            finding: 'partly-upheld',
            reasons: text('final reasons'),
            remedy: text('final remedy'),
          },
        ],
      },
    ],
    ['2027-02-02T10:00:00Z', { type: 'Respond', by: colleague }],
  ]),
  /** asked for on a Monday five weeks after the answer */
  refused: noticesOf([
    ...answered,
    ['2027-02-15T10:00:00Z', { type: 'Escalate' }],
    [
      '2027-02-16T10:00:00Z',
      {
        type: 'RefuseEscalation',
        by: manager,
        ground: 'after-window',
        reasons: text('refusal reasons'),
      },
    ],
  ]),
  /** somebody else takes over who was not named before */
  moved: noticesOf([
    ['2026-12-24T10:00:00Z', { type: 'Assign', by: manager, handler }],
    acknowledged,
    ['2027-01-04T10:00:00Z', { type: 'Assign', by: manager, handler: colleague }],
  ]),
  merged: noticesOf([acknowledged, ['2027-01-04T10:00:00Z', raised]]),
  /** a councillor speaks for the resident, who is asked twice */
  spokenFor: noticesOf(
    [
      [
        '2026-12-24T10:00:00Z',
        { type: 'RecordConsent', by: handler, consent: 'asked', speaker: text('speaker') },
      ],
      ['2026-12-29T10:00:00Z', { type: 'RecordConsent', by: handler, consent: 'asked' }],
    ],
    { representative: { capacity: 'councillor', consent: 'not-asked', reachableByEmail: true } },
  ),
  excluded: noticesOf([
    [
      '2026-12-24T10:00:00Z',
      {
        type: 'Exclude',
        by: handler,
        roles: ['handler'],
        ground: 'anti-social-behaviour',
        reasons: text('exclusion reasons'),
        evidence: text('exclusion evidence'),
        discretion: text('exclusion discretion'),
      },
    ],
    [
      '2027-01-11T10:00:00Z',
      {
        type: 'AcceptAfterAll',
        by: manager,
        ombudsman: 'housing-ombudsman',
        reason: text('reason to accept'),
      },
    ],
  ]),
  excludedInPart: noticesOf([
    acknowledged,
    [
      '2027-01-04T10:00:00Z',
      {
        type: 'ExcludePoints',
        by: handler,
        roles: ['handler'],
        points: ['point-2'],
        ground: 'legal-proceedings',
        claimFiledOn: date('2026-12-18'),
        reasons: text('kerb in court'),
        evidence: text('claim form'),
        discretion: text('exclusion discretion'),
      },
    ],
    [
      '2027-01-11T10:00:00Z',
      { type: 'AcceptPoints', by: manager, points: ['point-2'], reason: text('reason to accept') },
    ],
  ]),
  remedied: noticesOf([
    ...answered,
    [
      '2027-01-13T10:00:00Z',
      {
        type: 'OfferCompensation',
        by: handler,
        pence: 12_550,
        for: 'distress-and-inconvenience',
        reason: text('offer reason'),
      },
    ],
    ['2027-01-14T10:00:00Z', { type: 'AnswerOffer', offer: 'offer-1', accepted: true }],
    [
      '2027-01-20T10:00:00Z',
      { type: 'PayCompensation', by: handler, offer: 'offer-1', evidence: text('payment evidence') },
    ],
    ['2027-01-20T11:00:00Z', { type: 'ReferToInsurer', by: handler, claim: text('injury') }],
    ['2027-01-20T12:00:00Z', { type: 'AgreeUpdates', by: handler, every: 2 }],
    [
      '2027-01-21T10:00:00Z',
      {
        type: 'ReplaceAction',
        by: handler,
        action: 'action-1',
        why: text('why not'),
        replacement: { description: text('other action'), owner: handler, dueOn: date('2027-03-01') },
      },
    ],
    [
      '2027-01-22T10:00:00Z',
      { type: 'ReplaceAction', by: handler, action: 'action-2', why: text('why not') },
    ],
  ]),
  helped: noticesOf([
    [
      '2026-12-24T10:00:00Z',
      {
        type: 'AgreeAdjustment',
        by: handler,
        kind: 'more-time',
        workingDays: 5,
        note: text('large letters'),
      },
    ],
    [
      '2026-12-29T10:00:00Z',
      {
        type: 'RestrictContact',
        by: manager,
        roles: ['approver'],
        kind: 'single-contact',
        method: 'email',
        contact: colleague,
        agreed: false,
        reason: text('restriction reasons'),
        equalityAct: text('equality act'),
      },
    ],
    [
      '2027-03-29T10:00:00Z',
      {
        type: 'ReviewRestriction',
        by: manager,
        roles: ['approver'],
        restriction: 'restriction-1',
        outcome: 'lifted',
        note: text('restriction review'),
      },
    ],
    [
      '2027-03-29T11:00:00Z',
      {
        type: 'ReviewAdjustment',
        by: handler,
        adjustment: 'adjustment-1',
        outcome: 'ends',
        note: text('restriction review'),
      },
    ],
  ]),
};
