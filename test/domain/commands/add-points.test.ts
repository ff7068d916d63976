import { describe, expect, it } from 'vitest';
import {
  carryOut,
  complaintAcknowledged,
  complaintResponded,
  handler,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';

const complaint = complaintAcknowledged();
const now = '2027-01-05T10:00:00Z';
const point = { definition: textRef(5), responsible: true };

describe('points that come up before the answer', () => {
  it('are made part of the complaint, numbered on (Code 6.8)', () => {
    const command = {
      type: 'AddPoints',
      by: handler,
      points: [point, { ...point, responsible: false }],
    } as const;
    const { complaint: after, notices } = carryOut(complaint, command, now);
    expect(after.points.map(({ id, responsible }) => [id, responsible])).toEqual([
      ['point-1', true],
      ['point-2', true],
      ['point-3', false],
    ]);
    expect(notices).toEqual([]);
  });

  it('may be thirty in all', () => {
    const points = Array(29).fill(point);
    expect(
      carryOut(complaint, { type: 'AddPoints', by: handler, points }, now).complaint.points,
    ).toHaveLength(30);
  });
});

describe('points are refused', () => {
  it('where there are none', () => {
    expect(refusalOf(complaint, { type: 'AddPoints', by: handler, points: [] }, now)).toEqual({
      type: 'NothingDefined',
    });
  });

  it('where they are for an Ombudsman who is not the landlord’s', () => {
    const points = [{ ...point, ombudsmen: ['local-government-ombudsman'] }];
    expect(refusalOf(complaint, { type: 'AddPoints', by: handler, points }, now)).toEqual({
      type: 'UnknownOmbudsman',
      ombudsman: 'local-government-ombudsman',
      known: ['housing-ombudsman'],
    });
  });

  it('where there would be more than thirty', () => {
    const points = Array(30).fill(point);
    expect(refusalOf(complaint, { type: 'AddPoints', by: handler, points }, now)).toEqual({
      type: 'TooManyPoints',
      most: 30,
    });
  });

  it('after the answer, where they are a new complaint (Code 6.8)', () => {
    const command = { type: 'AddPoints', by: handler, points: [point] } as const;
    expect(refusalOf(complaintResponded(), command, '2027-01-14T10:00:00Z')).toEqual({
      type: 'NotPermittedNow',
      command: 'AddPoints',
      status: 'responded',
      why: 'new-issue-after-answer',
    });
  });
});
