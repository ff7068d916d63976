import { describe, expect, it } from 'vitest';
import { staffId } from '../../../shared/domain/staff.ts';
import {
  accused,
  carryOut,
  colleague,
  complaintAcknowledged,
  handler,
  leaver,
  manager,
  refusalOf,
  stranger,
} from '../../support/complaints.ts';

const complaint = complaintAcknowledged({ staffComplainedAbout: [accused] });
const now = '2027-01-04T10:00:00Z';

describe('a complaint that is assigned (Code 4.1)', () => {
  it('has a handler, in the first of their teams, who is told what they owe', () => {
    const {
      complaint: after,
      events,
      notices,
    } = carryOut(complaint, { type: 'Assign', by: manager, handler }, now);
    expect(after).toMatchObject({ handler: 'handler', team: 'repairs' });
    expect(events).toEqual([
      { type: 'ComplaintAssigned', by: 'manager', handler: 'handler', team: 'repairs' },
    ]);
    expect(notices).toEqual([
      {
        id: 'assignment_3',
        kind: 'assignment',
        lane: 'routine',
        recipient: { type: 'staff', rank: 'handler', person: 'handler' },
        values: {
          'dates.0.task': 'Send the stage 1 response',
          'dates.0.explanation':
            'Thursday 14 January 2027 is 10 working days after Wednesday 30 December 2026, the day we acknowledged the complaint, not counting weekends and New Year’s Day (1 January); as the policy in force from Monday 1 April 2024 says under 6.3 of the Code, by calendar version 1.',
        },
      },
    ]);
  });

  it('is told to its resident where somebody else was named before, until it is answered', () => {
    const assigned = carryOut(complaint, { type: 'Assign', by: manager, handler }, now).complaint;
    const { notices } = carryOut(assigned, { type: 'Assign', by: manager, handler: colleague }, now);
    expect(notices).toMatchObject([
      { kind: 'assignment' },
      {
        id: 'handler-change_4',
        kind: 'handler-change',
        recipient: { type: 'complainant' },
        people: { handlerName: 'colleague' },
        values: { 'promises.0.task': 'answer your complaint by Thursday 14 January 2027' },
      },
    ]);
    const again = carryOut(assigned, { type: 'Assign', by: manager, handler }, now);
    expect(again.notices.map(({ kind }) => kind)).toEqual(['assignment']);
  });

  it('may be given to another team, or to nobody’s', () => {
    const command = { type: 'Assign', by: manager, handler, team: 'lettings' } as const;
    expect(carryOut(complaint, command, now).complaint.team).toBe('lettings');
    expect(
      carryOut(complaint, { type: 'Assign', by: manager, handler: colleague }, now).complaint,
    ).not.toHaveProperty('team');
  });

  it('is taken without a notice by whoever takes it themself', () => {
    expect(carryOut(complaint, { type: 'Assign', by: handler, handler }, now).notices).toEqual([]);
  });

  it('speaks to its handler from then on, and to the ranks above at their own addresses', () => {
    const assigned = carryOut(complaint, { type: 'Assign', by: handler, handler }, now).complaint;
    const { notices } = carryOut(assigned, { type: 'TimePassed' }, '2027-01-14T09:00:00Z');
    expect(notices.map(({ recipient }) => recipient)).toEqual([
      { type: 'staff', rank: 'handler', person: 'handler' },
      { type: 'staff', rank: 'team-leader' },
    ]);
  });
});

describe('an assignment is refused', () => {
  it.each([
    ['to whom it is about (Code 5.8)', accused, { type: 'StaffComplainedAbout', person: 'accused' }],
    ['to somebody who left', leaver, { type: 'HandlerNotAvailable', person: 'leaver', why: 'disabled' }],
    [
      'to somebody of another landlord',
      stranger,
      { type: 'HandlerNotAvailable', person: 'stranger', why: 'other-landlord' },
    ],
    [
      'to nobody that is known',
      staffId('nobody'),
      { type: 'HandlerNotAvailable', person: 'nobody', why: 'unknown' },
    ],
  ])('%s', (_, person, refusal) => {
    expect(refusalOf(complaint, { type: 'Assign', by: manager, handler: person }, now)).toEqual(refusal);
  });
});
