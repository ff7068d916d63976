import { describe, expect, it } from 'vitest';
import type { answerRoutes } from '../../../shared/contracts/routes/commands/answer.ts';
import type { inquiryRoutes } from '../../../shared/contracts/routes/commands/inquiry.ts';
import type { Reference } from '../../../shared/domain/reference.ts';
import {
  type CommandName,
  type Desk,
  deskWithAcknowledged,
  outcomeOf,
  pointsOf,
  told,
} from '../../support/desk.ts';
import { person } from '../../support/people.ts';

const reason = 'We wait for a part.';
const action = { action: 'action-1' };

/** As there, with somebody in the register who is disabled. */
const acknowledged = () => deskWithAcknowledged({ people: [person('gone', { disabled: true })] });

type Step = [CommandName, object, Parameters<Desk['give']>[3]?];

/** What each command on the way to the answer is sent, accepted and refused; `first` are commands that lead there. */
const table: Record<
  Exclude<keyof typeof inquiryRoutes | keyof typeof answerRoutes, 'approve'>,
  { first?: Step[]; accepted: Step; refused: Step; refusal: string; detail: string }
> = {
  assign: {
    accepted: ['assign', { handler: 'milo', team: 'lettings' }],
    refused: ['assign', { handler: 'gone' }],
    refusal: 'HandlerNotAvailable',
    detail: 'gone is disabled in the staff register; choose somebody else',
  },
  acknowledge: {
    accepted: ['giveUpdate', { text: 'We are on it.' }],
    refused: ['acknowledge', { points: pointsOf('The lift.') }],
    refusal: 'NotPermittedNow',
    detail:
      'The complaint was acknowledged already; correct the date if it is wrong. (Complaint Handling Code 6.2)',
  },
  addPoints: {
    accepted: ['addPoints', { points: pointsOf('The stairs.') }],
    refused: ['addPoints', { points: Array(30).fill(pointsOf('x')[0]) }],
    refusal: 'TooManyPoints',
    detail: 'points must not bring the complaint over 30 points',
  },
  draft: {
    accepted: ['draft', { outcomes: [{ point: 'point-1', finding: 'upheld' }] }],
    refused: ['draft', { outcomes: [outcomeOf('point-2')] }],
    refusal: 'UnknownPoint',
    detail: 'There is no point-2 in this complaint; its points are point-1.',
  },
  respond: {
    first: [['draft', { outcomes: [outcomeOf('point-1')] }]],
    accepted: ['respond', { datedOn: '2026-12-30' }],
    refused: ['respond', { datedOn: '2027-01-02' }],
    refusal: 'LetterDateImpossible',
    detail: 'datedOn must be 2026-12-30',
  },
  extend: {
    accepted: ['extend', { newDueOn: '2027-01-28', reason }],
    refused: ['extend', { newDueOn: '2027-01-29', reason }],
    refusal: 'BeyondCap',
    detail:
      'goodReason is needed beyond 2027-01-28, the last day to which the answer may be put off without one (Complaint Handling Code 6.4)',
  },
  prepareExtension: {
    accepted: ['prepareExtension', { newDueOn: '2027-01-29', reason, goodReason: reason, updateEvery: 5 }],
    refused: ['prepareExtension', { newDueOn: '2027-01-23', reason }],
    refusal: 'NotAWorkingDay',
    detail: 'newDueOn must be a working day; the last one before it is 2027-01-22',
  },
  giveUpdate: {
    accepted: ['giveUpdate', { text: 'The part has come.' }],
    refused: ['giveUpdate', { text: 'The part has come.', happenedAt: '2026-12-29T10:00:00Z' }],
    refusal: 'ProofNeeded',
    detail:
      'alreadyGiven must say how it was given and where the proof is, since it is said to have happened earlier; what Redress sends is given now (Complaint Handling Code 5.12)',
  },
  noteContact: {
    accepted: ['noteContact', { how: 'phone', reached: false, note: 'No answer.' }],
    refused: ['noteContact', { how: 'phone', reached: false, note: 'x', happenedAt: '2026-12-23T14:59:59Z' }],
    refusal: 'HappenedTooEarly',
    detail:
      'happenedAt must not be before Wednesday 23 December 2026 at 15:00, when the complaint was received',
  },
  recordCorrespondence: {
    accepted: ['recordCorrespondence', { direction: 'in', how: 'letter', text: 'Dear all' }],
    refused: [
      'recordCorrespondence',
      { direction: 'in', how: 'letter', text: 'x', happenedAt: '2026-12-30T10:00:01+00:00' },
    ],
    refusal: 'HappenedInFuture',
    detail:
      'happenedAt must not be after now, Wednesday 30 December 2026 at 10:00; record it once it has happened',
  },
  askQuestion: {
    accepted: ['askQuestion', { colleague: 'milo', question: 'When?' }],
    refused: ['askQuestion', { colleague: 'nobody', question: 'When?' }],
    refusal: 'HandlerNotAvailable',
    detail: 'nobody is not in the staff register; an administrator can add them',
  },
  askResident: {
    accepted: ['askResident', { question: 'Which boiler is it?' }],
    refused: ['askResident', { question: 'Which boiler is it?', happenedAt: '2026-12-29T10:00:00Z' }],
    refusal: 'ProofNeeded',
    detail:
      'alreadyGiven must say how it was given and where the proof is, since it is said to have happened earlier; what Redress sends is given now (Complaint Handling Code 5.12)',
  },
  triageMessage: {
    accepted: ['giveUpdate', { text: 'Thank you.' }],
    refused: ['triageMessage', { outcome: 'answered' }, { params: { message: 'message-1' } }],
    refusal: 'UnknownMessage',
    detail: 'There is no such message on this complaint.',
  },
  addAction: {
    accepted: ['addAction', { description: 'Repair.', owner: 'milo', dueOn: '2026-12-30' }],
    refused: ['addAction', { description: 'Repair.', owner: 'milo', dueOn: '2026-12-29' }],
    refusal: 'DateInPast',
    detail: 'The date that is promised must not be before 2026-12-30.',
  },
  updateAction: {
    first: [['addAction', { description: 'Repair.', owner: 'milo', dueOn: '2027-01-08' }]],
    accepted: ['updateAction', { dueOn: '2027-01-15', note: 'The part is late.' }, { params: action }],
    refused: ['updateAction', { note: 'x' }, { params: { action: 'action-2' } }],
    refusal: 'UnknownAction',
    detail: 'There is no such action on this complaint.',
  },
  completeAction: {
    first: [
      ['addAction', { description: 'Repair.', owner: 'milo', dueOn: '2027-01-08' }],
      ['addAction', { description: 'Inspect.', owner: 'milo', dueOn: '2027-01-08' }],
      ['completeAction', { evidence: 'Report.' }, { params: { action: 'action-2' } }],
    ],
    accepted: ['completeAction', { evidence: 'Report.' }, { params: action }],
    refused: ['completeAction', { evidence: 'Report.' }, { params: { action: 'action-2' } }],
    refusal: 'CompletedAlready',
    detail: 'This action was completed already, on Wednesday 30 December 2026.',
  },
  correct: {
    accepted: ['correct', { received: '2026-12-22T15:00:00Z', reason }],
    refused: ['correct', { received: '2026-12-30T11:00:00+00:30', reason }],
    refusal: 'HappenedInFuture',
    detail:
      'happenedAt must not be after now, Wednesday 30 December 2026 at 10:00; record it once it has happened',
  },
  withdraw: {
    accepted: ['withdraw', {}],
    refused: ['withdraw', { happenedAt: '2026-12-31T10:00:00Z' }],
    refusal: 'HappenedInFuture',
    detail:
      'happenedAt must not be after now, Wednesday 30 December 2026 at 10:00; record it once it has happened',
  },
  close: {
    first: [['addAction', { description: 'Repair.', owner: 'milo', dueOn: '2027-01-08' }]],
    accepted: ['completeAction', { evidence: 'Report.' }, { params: action }],
    refused: ['close', { reason }],
    refusal: 'ActionsOpen',
    detail:
      'Actions that were promised are still open: action-1 by 2027-01-08. Complete them first. (Complaint Handling Code 6.6)',
  },
  reopen: {
    accepted: ['close', { reason }],
    refused: ['reopen', { reason }],
    refusal: 'NotPermittedNow',
    detail: 'The complaint is open.',
  },
};

describe.each(Object.entries(table))('%s', (_, { first = [], accepted, refused, refusal, detail }) => {
  it('is refused with its rule and what would make it possible, storing nothing; what is right is accepted', async () => {
    const { desk, reference } = await acknowledged();
    const give = ([name, body, given]: Step) => desk.give(name, reference, body, given);
    for (const step of first) expect((await give(step)).status).toBe(200);
    const { stored, entries } = await everything(desk, reference);
    expect(told(await give(refused))).toEqual({ status: 409, refusal, detail });
    expect(await everything(desk, reference)).toEqual({ stored, entries });
    const answer = await give(accepted);
    expect(answer.text).toContain(`"version":${(stored?.version ?? 0) + 1},`);
  });
});

async function everything(desk: Desk, reference: Reference) {
  return { stored: await desk.store.load(reference), entries: await desk.store.timeline(reference) };
}
