import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintDrafted,
  handler,
  manager,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { date, type LandlordId, landlordIds } from '../../support/rules.ts';
import { acknowledgedAgain, answer, answered, day, finalAnswer, readyToAnswerFinally } from './lives.ts';

/** Section 12.4: who answers, who reviews, and who answers for orders. */

describe('whoever decides stage 2 took no part in stage 1 (Code 6.13)', () => {
  it.each(landlordIds)('%s, whatever its own text says', (landlord) => {
    const complaint = acknowledgedAgain(landlord);
    const decided = { type: 'DecidedStage1', person: 'handler' };
    const drafting: Command = { type: 'Draft', by: handler, outcomes: [] };
    const assigning: Command = { type: 'Assign', by: manager, handler };
    expect(refusalOf(complaint, drafting, day('2027-02-08'))).toEqual(decided);
    expect(refusalOf(complaint, assigning, day('2027-02-08'))).toEqual(decided);
    const other = carryOut(complaint, { ...assigning, handler: colleague }, day('2027-02-08')).complaint;
    expect(other.handler).toBe('colleague');
  });
});

describe('the review of an answer after it was sent: seed 003', () => {
  const reviewing: Command = { type: 'ReviewResponse', by: manager, satisfied: true };
  const final = (landlord: LandlordId) =>
    carryOut(readyToAnswerFinally(landlord), finalAnswer, day('2027-03-01')).complaint;

  it('seed 003: is of both stages, each by somebody who did not decide it', () => {
    const first = answered('counted-from-receipt');
    expect(refusalOf(first, { ...reviewing, by: handler }, day('2027-01-11'))).toEqual({
      type: 'OwnWork',
      authors: ['handler'],
    });
    expect(carryOut(first, reviewing, day('2027-01-11')).complaint.reviewedBy).toBe('manager');
    const second = final('counted-from-receipt');
    expect(refusalOf(second, { ...reviewing, by: colleague }, day('2027-03-02')).type).toBe('OwnWork');
    expect(carryOut(second, reviewing, day('2027-03-02')).complaint.reviewedBy).toBe('manager');
  });

  it.each<LandlordId>(['six-month-limit', 'fifteen-day-window', 'two-ombudsmen', 'day-zero', 'code-2024'])(
    '%s has none, at neither stage',
    (landlord) => {
      const none = { type: 'NotReviewedHere', review: 'none' };
      expect(refusalOf(answered(landlord), reviewing, day('2027-01-11'))).toEqual(none);
      expect(refusalOf(final(landlord), reviewing, day('2027-03-02'))).toEqual(none);
    },
  );
});

describe('a word with the resident before the answer: seed 002', () => {
  it('seed 002: is waited for at stage 1, and not at stage 2', () => {
    const ready = complaintDrafted({ landlord: 'two-ombudsmen' });
    expect(refusalOf(ready, answer, day('2027-01-08'))).toEqual({ type: 'DiscussFirst' });
    const said: Command = { type: 'Respond', by: handler, notDiscussed: textRef(9) };
    const stage1 = carryOut(ready, said, day('2027-01-08')).complaint;
    const { complaint } = carryOut(
      readyToAnswerFinally('two-ombudsmen', stage1),
      finalAnswer,
      day('2027-03-01'),
    );
    expect(complaint.status).toBe('responded');
  });

  it.each<LandlordId>([
    'six-month-limit',
    'fifteen-day-window',
    'counted-from-receipt',
    'day-zero',
    'code-2024',
  ])('%s does not wait for it', (landlord) => {
    const { complaint } = carryOut(complaintDrafted({ landlord }), answer, day('2027-01-08'));
    expect(complaint.status).toBe('responded');
  });
});

describe('a contractor who has a part in it (Code 5.4; seed 000)', () => {
  it.each(landlordIds)('%s: is asked and chased, and the clocks stay the landlord’s', (landlord) => {
    const before = complaintAcknowledged({ landlord });
    const asking: Command = {
      type: 'AskQuestion',
      by: handler,
      asked: { contractor: textRef(5) },
      text: textRef(6),
    };
    const { complaint, notices } = carryOut(before, asking, day('2027-01-05'));
    expect(notices).toMatchObject([{ kind: 'question', recipient: { type: 'contractor' } }]);
    expect(owedBy(complaint, 'question-1').dueOn).toBe('2027-01-08');
    expect(owedBy(complaint, 'stage-1-response')).toEqual(owedBy(before, 'stage-1-response'));
  });
});

describe('whoever is needed for the final answer has a part in it (Code 6.20)', () => {
  it.each(landlordIds)('%s: is asked at stage 2 too, also who decided stage 1', (landlord) => {
    const asking: Command = {
      type: 'AskQuestion',
      by: colleague,
      asked: { staff: handler },
      text: textRef(6),
    };
    const { complaint } = carryOut(acknowledgedAgain(landlord), asking, day('2027-02-08'));
    expect(owedBy(complaint, 'question-1')).toMatchObject({ dueOn: '2027-02-11', owner: 'handler' });
  });
});

describe('what an Ombudsman asks and orders (seed 003, 5.3 and 5.7)', () => {
  it.each<[LandlordId, string]>([
    ['six-month-limit', 'housing-ombudsman'],
    ['fifteen-day-window', 'housing-ombudsman'],
    ['two-ombudsmen', 'housing-ombudsman'],
    ['two-ombudsmen', 'local-government-ombudsman'],
    ['counted-from-receipt', 'housing-ombudsman'],
    ['day-zero', 'housing-ombudsman'],
    ['code-2024', 'housing-ombudsman'],
  ])('%s: is owed to the %s by the date in its letter, and the senior lead answers for it', (...row) => {
    const [landlord, ombudsman] = row;
    const determining: Command = {
      type: 'RecordDetermination',
      by: handler,
      ombudsman,
      findings: [{ point: 'point-1', determination: 'service-failure' }],
      orders: [{ binding: true, description: textRef(3), dueOn: date('2027-06-07') }],
    };
    const asking: Command = {
      type: 'RecordOmbudsmanRequest',
      by: handler,
      ombudsman,
      text: textRef(4),
      dueOn: date('2027-05-03'),
    };
    const asked = carryOut(answered(landlord), asking, day('2027-04-12')).complaint;
    const { complaint } = carryOut(asked, determining, day('2027-05-10'));
    expect(owedBy(complaint, 'request-1')).toMatchObject({ dueOn: '2027-05-03', ownerRank: 'senior-lead' });
    expect(owedBy(complaint, 'order-1')).toMatchObject({ dueOn: '2027-06-07', ownerRank: 'senior-lead' });
  });

  it('seed 002 alone answers to the council’s Ombudsman', () => {
    const asking: Command = {
      type: 'RecordOmbudsmanRequest',
      by: handler,
      ombudsman: 'local-government-ombudsman',
      text: textRef(4),
      dueOn: date('2027-05-03'),
    };
    for (const landlord of landlordIds.filter((each) => each !== 'two-ombudsmen'))
      expect(refusalOf(answered(landlord), asking, day('2027-04-12')).type).toBe('UnknownOmbudsman');
  });
});
