import { describe, expect, it } from 'vitest';
import type { RestrictContact } from '../../../shared/domain/commands/restrict.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  handler,
  manager,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date, type LandlordId, landlordIds } from '../../support/rules.ts';
import { answered, day } from './lives.ts';

/** Sections 12.5, 12.6 and 12.8: remedies, what is learnt, restrictions, adjustments and updates. */

const now = day('2027-01-11');
const allBut003 = landlordIds.filter((landlord) => landlord !== 'counted-from-receipt');
const kindsOwed = ({ obligations }: Complaint) => obligations.map(({ kind }) => kind);

describe('compensation (Code 7.1, 7.3)', () => {
  const offering = {
    type: 'OfferCompensation',
    by: handler,
    pence: 5000,
    for: 'loss',
    reason: textRef(5),
  } as const satisfies Command;

  it('seed 003: is decided by the service area concerned, and by nobody else', () => {
    const complaint = answered('counted-from-receipt');
    expect(refusalOf(complaint, offering, now)).toEqual({ type: 'AreaMissing' });
    const elsewhere: Command = { ...offering, by: colleague, area: 'repairs' };
    expect(refusalOf(complaint, elsewhere, now)).toEqual({ type: 'AreaDecides', area: 'repairs' });
    const own: Command = { ...offering, area: 'repairs' };
    expect(carryOut(complaint, own, now).complaint.offers).toMatchObject([{ area: 'repairs' }]);
  });

  it.each(allBut003)('%s: is decided by whoever handles the complaint', (landlord) => {
    const { complaint } = carryOut(answered(landlord), { ...offering, by: colleague }, now);
    expect(complaint.offers).toMatchObject([{ pence: 5000, state: 'offered' }]);
  });

  it.each(landlordIds)('%s: is owed within 20 working days once it is accepted', (landlord) => {
    const offered = carryOut(answered(landlord), { ...offering, area: 'repairs' }, now).complaint;
    const accepting: Command = { type: 'AnswerOffer', offer: 'offer-1', accepted: true };
    const { complaint } = carryOut(offered, accepting, day('2027-01-12'));
    expect(complaint.obligations.find(({ kind }) => kind === 'payment')?.dueOn).toBe('2027-02-09');
  });

  it.each(landlordIds)(
    '%s: personal injury is the insurer’s, and the complaint goes on: seed 003',
    (landlord) => {
      const injury: Command = { ...offering, area: 'repairs', for: 'personal-injury' };
      expect(refusalOf(answered(landlord), injury, now)).toEqual({ type: 'GoesToInsurer' });
      const referring: Command = { type: 'ReferToInsurer', by: handler, claim: textRef(6) };
      const { complaint } = carryOut(complaintAcknowledged({ landlord }), referring, day('2027-01-05'));
      expect(owedBy(complaint, 'handover-1').dueOn).toBe('2027-01-07');
      expect(complaint.status).toBe('acknowledged');
    },
  );
});

describe('what was promised and cannot be done (Code 7.3; Local Government Ombudsman 7.4)', () => {
  it.each(landlordIds)('%s: is told with the reason and what is done instead: seed 004', (landlord) => {
    const promise = { description: textRef(5), owner: colleague, dueOn: date('2027-02-10') };
    const adding: Command = { type: 'AddAction', by: handler, ...promise };
    const added = carryOut(answered(landlord), adding, now).complaint;
    const replacement = { ...promise, description: textRef(6) };
    const replacing: Command = {
      type: 'ReplaceAction',
      by: handler,
      action: 'action-1',
      why: textRef(7),
      replacement,
    };
    const { notices } = carryOut(added, replacing, day('2027-01-20'));
    expect(notices[0]?.texts).toEqual({ description: 'text-5', why: 'text-7', instead: 'text-6' });
  });
});

describe('what is learnt from an answer (Code 9.1; seed 003, 7.3)', () => {
  it('seed 003: is owed 20 working days after the answer, and holds nothing back', () => {
    const complaint = answered('counted-from-receipt');
    expect(complaint.status).toBe('responded');
    expect(owedBy(complaint, 'learning-1').dueOn).toBe('2027-02-05');
  });

  it.each(allBut003)('%s: is owed by no date, and may be recorded', (landlord) => {
    expect(kindsOwed(answered(landlord))).not.toContain('learning');
    const learning: Command = { type: 'RecordLearning', by: handler, lesson: textRef(5) };
    expect(carryOut(answered(landlord), learning, now).complaint.lessons).toHaveLength(1);
  });
});

describe('a restriction of contact (Code 5.14, 5.15; seed 003, 4.2)', () => {
  const restricting: RestrictContact = {
    type: 'RestrictContact',
    by: manager,
    roles: ['approver'],
    kind: 'single-medium',
    method: 'letter',
    agreed: true,
    reason: textRef(21),
    equalityAct: textRef(22),
    alreadyGiven: { how: 'letter', evidence: textRef(23) },
  };

  it.each<[LandlordId, string]>([
    ['six-month-limit', 'A senior manager'],
    ['fifteen-day-window', 'A senior manager'],
    ['two-ombudsmen', 'A senior manager'],
    ['counted-from-receipt', 'A head of service, an assistant director or an executive director'],
    ['day-zero', 'A senior manager'],
    ['code-2024', 'A senior manager'],
  ])('%s: takes %s, is in writing and obeyed, and is looked at again', (landlord, approvedBy) => {
    const before = complaintAcknowledged({ landlord, said: { otherWays: ['letter'] } });
    const approvers = ['approver', 'senior-lead'];
    expect(refusalOf(before, { ...restricting, roles: ['handler', 'manager'] }, day('2027-01-05'))).toEqual({
      type: 'RankNeeded',
      approvers,
      approvedBy,
    });
    const phoned: Command = { ...restricting, alreadyGiven: { how: 'phone', evidence: textRef(23) } };
    expect(refusalOf(before, phoned, day('2027-01-05')).type).toBe('NotInWriting');
    const { complaint } = carryOut(before, restricting, day('2027-01-05'));
    expect(complaint.restrictions).toMatchObject([{ method: 'letter', equalityAct: textRef(22) }]);
    expect(owedBy(complaint, 'restriction-1-review-1').dueOn).toBe('2027-04-05');
    expect(owedBy(complaint, 'stage-1-response')).toEqual(owedBy(before, 'stage-1-response'));
    const update: Command = { type: 'GiveUpdate', by: handler, text: textRef(9) };
    expect(carryOut(complaint, update, day('2027-01-06')).notices[0]?.byHand?.way).toBe('letter');
  });
});

describe('an adjustment (Code 5.10; seed 003)', () => {
  it.each<[LandlordId, string | undefined]>([
    ['six-month-limit', undefined],
    ['fifteen-day-window', '2027-02-05'],
    ['two-ombudsmen', undefined],
    ['counted-from-receipt', undefined],
    ['day-zero', '2027-02-12'],
    ['code-2024', undefined],
  ])('%s: more time moves only the resident’s window, to %s, and is looked at again', (landlord, ends) => {
    const agreeing: Command = {
      type: 'AgreeAdjustment',
      by: handler,
      kind: 'more-time',
      workingDays: 5,
      note: textRef(11),
      disability: textRef(12),
    };
    const before = answered(landlord);
    const { complaint } = carryOut(before, agreeing, now);
    expect(complaint.adjustments).toMatchObject([{ workingDays: 5, disability: textRef(12) }]);
    expect(owedBy(complaint, 'adjustment-1-review-1').dueOn).toBe('2027-07-12');
    expect(complaint.obligations.slice(0, -1)).toEqual(before.obligations);
    const late = carryOut(complaint, { type: 'Escalate' }, day('2027-02-15')).complaint;
    expect(late.escalation?.windowEndedOn).toBe(ends);
  });
});

describe('how often the resident is told how things stand (Code 5.9; seeds 001, 003)', () => {
  it.each(landlordIds)('%s: as was agreed, counted from the last time', (landlord) => {
    const byPhone = { how: 'phone', evidence: textRef(7) } as const;
    const agreeing: Command = { type: 'AgreeUpdates', by: handler, every: 3, alreadyGiven: byPhone };
    const agreed = carryOut(complaintAcknowledged({ landlord }), agreeing, day('2026-12-31')).complaint;
    expect(owedBy(agreed, 'update-1')).toMatchObject({ dueOn: '2027-01-06', derivation: { clause: '5.9' } });
    const telling: Command = {
      type: 'GiveUpdate',
      by: handler,
      text: textRef(9),
      happenedAt: at(day('2027-01-04')),
      alreadyGiven: byPhone,
    };
    const { complaint } = carryOut(agreed, telling, day('2027-01-04'));
    expect(owedBy(complaint, 'update-2').dueOn).toBe('2027-01-07');
  });
});
