import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  complaintResponded,
  handler,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { excludedFor, excluding, excludingPoint } from '../../support/exclusions.ts';

const by = handler;
const now = '2027-01-05T10:00:00Z';
const monday = '2027-01-11T10:00:00Z';
const points = [{ definition: textRef(31), responsible: true }];
const adding: Command = { type: 'AddPoints', by, points };
const outcome = { finding: 'upheld', reasons: textRef(5), remedy: 'none' } as const;
const drafting = (...ids: string[]): Command => ({
  type: 'Draft',
  by,
  outcomes: ids.map((point) => ({ point, ...outcome })),
});
const then = (complaint: Complaint, ...commands: Command[]) =>
  commands.reduce((each, command) => carryOut(each, command, monday).complaint, complaint);

const two = carryOut(complaintAcknowledged(), adding, now).complaint;
const excluded = carryOut(two, excludingPoint, now);
const byHand = (how: 'letter' | 'phone') => ({ alreadyGiven: { how, evidence: textRef(6) } });

describe('a point that is not taken on (Code 2.2, 2.4)', () => {
  it('is on record with its ground, evidence and discretion, and the rest goes on', () => {
    const { complaint, events } = excluded;
    expect(events).toEqual([
      {
        type: 'PointsExcluded',
        by: 'handler',
        happenedAt: '2027-01-05T10:00:00.000Z',
        on: '2027-01-05',
        points: ['point-1'],
        ...excludedFor,
      },
    ]);
    expect(complaint.points.map(({ id, excluded: why }) => [id, why])).toEqual([
      ['point-1', { on: '2027-01-05', ...excludedFor }],
      ['point-2', undefined],
    ]);
    expect(complaint.status).toBe('acknowledged');
    expect(owedBy(complaint, 'stage-1-response')).toEqual(owedBy(two, 'stage-1-response'));
  });

  it('is told to the resident with the promises that stand', () => {
    expect(excluded.notices).toMatchObject([
      {
        id: 'points-excluded_5',
        kind: 'points-excluded',
        recipient: { type: 'complainant' },
        tells: [{ obligation: 'stage-1-response', dueOn: '2027-01-14' }],
        values: {
          ground: 'We have considered it before under this policy.',
          signpost: 'You can take it to the Ombudsman.',
          'promises.0.task': 'answer your complaint by Thursday 14 January 2027',
        },
        texts: {
          reasons: 'text-3',
          evidence: 'text-21',
          discretion: 'text-22',
          'points.0.definition': 'text-1',
        },
      },
    ]);
  });

  it('is told in writing', () => {
    expect(carryOut(two, { ...excludingPoint, ...byHand('letter') }, now).notices).toEqual([]);
    expect(refusalOf(two, { ...excludingPoint, ...byHand('phone') }, now).type).toBe('NotInWriting');
  });

  it('may be excluded before the complaint is acknowledged, whose letter then leaves it out', () => {
    const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
    const before = then(received, adding, adding, excludingPoint);
    const { notices } = carryOut(before, { type: 'Acknowledge', by, points: [] }, monday);
    expect(notices[0]?.texts).toEqual({ 'points.0.definition': 'text-31' });
    expect(Object.keys(notices[0]?.values ?? {}).filter((name) => name.startsWith('points.1'))).toEqual([]);
  });

  it.each<[string, Complaint, readonly string[], object]>([
    ['no point', two, ['point-3'], { type: 'UnknownPoint', point: 'point-3', known: ['point-1', 'point-2'] }],
    ['the same again', excluded.complaint, ['point-1'], { type: 'PointExcludedAlready', point: 'point-1' }],
    ['all of them', two, ['point-1', 'point-2'], { type: 'EveryPointExcluded' }],
    ['the last', excluded.complaint, ['point-2'], { type: 'EveryPointExcluded' }],
  ])('is not %s', (_, complaint, named, refusal) => {
    expect(refusalOf(complaint, { ...excludingPoint, points: named }, now)).toEqual(refusal);
  });

  it('is named once, though it is sent twice', () => {
    const twice = { ...excludingPoint, points: ['point-1', 'point-1'] };
    expect(carryOut(two, twice, now).events[0]).toMatchObject({ points: ['point-1'] });
  });

  it('needs a ground of the landlord’s list that holds, as a whole complaint does', () => {
    const as = (ground: string) => refusalOf(two, { ...excludingPoint, ground }, now).type;
    expect(as('tiresome')).toBe('UnknownGround');
    expect(as('action')).toBe('InScope');
    expect(as('too-old')).toBe('AgeUnknown');
    expect(as('legal-proceedings')).toBe('ClaimNotFiled');
  });

  it('is not one of an answer that was given, nor of stage 2', () => {
    expect(refusalOf(complaintResponded(), excludingPoint, '2027-01-20T10:00:00Z')).toMatchObject({
      why: 'answered-already',
    });
    const late = carryOut(two, { type: 'Escalate' }, '2027-01-20T10:00:00Z').complaint;
    expect(refusalOf(late, excludingPoint, '2027-01-21T10:00:00Z')).toMatchObject({ why: 'at-stage-2' });
  });

  it('goes with the whole where that is not taken on either', () => {
    expect(carryOut(excluded.complaint, excluding, monday).complaint.status).toBe('excluded');
  });
});

describe('the answer to a complaint of which a point was not taken on', () => {
  it('is complete without that point, of which it says nothing', () => {
    const drafted = then(excluded.complaint, drafting('point-2'));
    const { notices } = carryOut(drafted, { type: 'Respond', by }, '2027-01-12T10:00:00Z');
    expect(notices[0]?.texts).toEqual({ 'points.0.definition': 'text-31', 'points.0.reasons': 'text-5' });
  });

  it('is not drafted for it', () => {
    expect(refusalOf(excluded.complaint, drafting('point-1'), monday)).toEqual({
      type: 'UnknownPoint',
      point: 'point-1',
      known: ['point-2'],
    });
  });

  it('is looked at again without it: its way is to the Ombudsman (Code 2.4)', () => {
    const answered = then(excluded.complaint, drafting('point-2'), { type: 'Respond', by });
    const named: Command = { type: 'Escalate', points: ['point-1'] };
    expect(refusalOf(answered, named, '2027-01-20T10:00:00Z')).toEqual({
      type: 'PointExcludedAlready',
      point: 'point-1',
    });
    const { complaint, events } = carryOut(answered, { type: 'Escalate' }, '2027-01-20T10:00:00Z');
    expect(events[0]).toMatchObject({ type: 'EscalationRequested', points: ['point-2'] });
    expect(complaint.points.map(({ escalated }) => escalated)).toEqual([undefined, true]);
  });
});
