import { describe, expect, it } from 'vitest';
import type { AcceptPoints } from '../../../shared/domain/commands/exclude-points.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  complaintAcknowledged,
  handler,
  owedBy,
  referenceNumber,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { atCourt, excluding, excludingPoint } from '../../support/exclusions.ts';
import { at, date } from '../../support/rules.ts';

const by = handler;
const now = '2027-01-05T10:00:00Z';
const monday = '2027-01-11T10:00:00Z';
const adding: Command = { type: 'AddPoints', by, points: [{ definition: textRef(31), responsible: true }] };
const accepting: AcceptPoints = { type: 'AcceptPoints', by, points: ['point-1'], reason: textRef(4) };
const two = carryOut(complaintAcknowledged(), adding, now).complaint;
const excluded = carryOut(two, excludingPoint, now);

describe('a point that is taken on after all', () => {
  const after = carryOut(excluded.complaint, { ...accepting, ombudsman: 'housing-ombudsman' }, monday);

  it('is one of the complaint again, by the same dates, and its resident is told why', () => {
    expect(after.events).toEqual([
      {
        type: 'PointsAccepted',
        by: 'handler',
        happenedAt: '2027-01-11T10:00:00.000Z',
        on: '2027-01-11',
        points: ['point-1'],
        ombudsman: 'housing-ombudsman',
        reason: textRef(4),
      },
    ]);
    expect(after.complaint.points[0]).not.toHaveProperty('excluded');
    expect(owedBy(after.complaint, 'stage-1-response')).toEqual(owedBy(two, 'stage-1-response'));
    expect(after.notices).toMatchObject([
      {
        id: 'points-accepted_6',
        kind: 'points-accepted',
        tells: [{ obligation: 'stage-1-response', dueOn: '2027-01-14' }],
        texts: { reason: 'text-4', 'points.0.definition': 'text-1' },
      },
    ]);
  });

  it('is answered with the others', () => {
    const outcome = { point: 'point-2', finding: 'upheld', reasons: textRef(5), remedy: 'none' } as const;
    const drafting: Command = { type: 'Draft', by, outcomes: [outcome] };
    const drafted = carryOut(after.complaint, drafting, monday).complaint;
    expect(refusalOf(drafted, { type: 'Respond', by }, monday)).toMatchObject({
      type: 'PointsIncomplete',
      missing: [{ point: 'point-1' }],
    });
  });

  it('is told by nobody twice', () => {
    const command = { ...accepting, alreadyGiven: { how: 'phone' as const, evidence: textRef(6) } };
    expect(carryOut(excluded.complaint, command, monday).notices).toEqual([]);
  });

  it('was excluded, and not after that day', () => {
    expect(refusalOf(two, accepting, monday)).toEqual({ type: 'PointNotExcluded', point: 'point-1' });
    expect(refusalOf(two, { ...accepting, points: ['point-9'] }, monday).type).toBe('UnknownPoint');
    const early = { ...accepting, happenedAt: at('2027-01-04T23:59:00Z') };
    expect(refusalOf(excluded.complaint, early, monday)).toEqual({
      type: 'HappenedTooEarly',
      notBefore: '2027-01-05T00:00:00.000Z',
      what: 'exclusion',
    });
  });

  it('is taken on because one of the landlord’s Ombudsmen says so, and nobody else', () => {
    const other = { ...accepting, ombudsman: 'local-government-ombudsman' };
    expect(refusalOf(excluded.complaint, other, monday).type).toBe('UnknownOmbudsman');
  });

  it('cannot be part of an answer that was given: it becomes a complaint of its own (Code 6.8)', () => {
    const outcome = { point: 'point-2', finding: 'upheld', reasons: textRef(5), remedy: 'none' } as const;
    const commands: Command[] = [
      { type: 'Draft', by, outcomes: [outcome] },
      { type: 'Respond', by },
    ];
    const answered = commands.reduce(
      (each, command) => carryOut(each, command, monday).complaint,
      excluded.complaint,
    );
    const told = { ...accepting, ombudsman: 'housing-ombudsman' };
    const atStage2 = carryOut(answered, { type: 'Escalate' }, monday).complaint;
    for (const complaint of [answered, atStage2]) {
      expect(refusalOf(complaint, told, monday)).toMatchObject({
        type: 'NotPermittedNow',
        why: 'point-too-late',
      });
      const raising: Command = {
        type: 'RaiseIssue',
        by,
        issue: textRef(7),
        responsible: true,
        related: true,
        wouldDelay: false,
        reference: referenceNumber(2),
        personalTextHash: 'of-the-new-one',
      };
      expect(carryOut(complaint, raising, monday).events).toMatchObject([
        { type: 'IssueRaised', complaint: referenceNumber(2) },
      ]);
    }
    expect(refusalOf(answered, { type: 'Escalate', points: ['point-1'] }, monday)).toEqual({
      type: 'PointExcludedAlready',
      point: 'point-1',
    });
  });
});

describe('what an Ombudsman says is to be taken on (Code 2.4)', () => {
  const told = { ombudsman: 'housing-ombudsman' } as const;
  const decided = { type: 'OmbudsmanDecided', ombudsman: 'housing-ombudsman' };
  const point = carryOut(excluded.complaint, { ...accepting, ...told }, monday).complaint;
  const whole = carryOut(
    carryOut(two, excluding, now).complaint,
    { type: 'AcceptAfterAll', by, ...told, reason: textRef(4) },
    monday,
  ).complaint;

  it('is not excluded once more for the same ground, whole or in part', () => {
    for (const complaint of [point, whole])
      for (const command of [excluding, excludingPoint])
        expect(refusalOf(complaint, command, monday)).toEqual(decided);
  });

  it('leaves other points and other grounds alone, as does what the landlord thought better of', () => {
    expect(carryOut(point, { ...excludingPoint, points: ['point-2'] }, monday).events).toHaveLength(1);
    const atCourtBy = { ...excluding, ...atCourt(date('2027-01-08')) };
    expect(carryOut(whole, atCourtBy, monday).complaint.status).toBe('excluded');
    const ours = carryOut(excluded.complaint, accepting, monday).complaint;
    expect(carryOut(ours, excludingPoint, monday).events).toHaveLength(1);
  });
});
