import { describe, expect, it } from 'vitest';
import type { AskResident } from '../../../shared/domain/commands/ask-resident.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  complaintResponded,
  handler,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at } from '../../support/rules.ts';

const now = '2027-01-05T10:00:00Z';
const asking: AskResident = { type: 'AskResident', by: handler, text: textRef(7) };
const acknowledged = complaintAcknowledged();
const withoutEmail = { ...acknowledged, reachableByEmail: false };

describe('a resident who is asked what is not clear (Code 5.6)', () => {
  const asked = carryOut(acknowledged, asking, now);

  it('gets the question by mail, with the date that stays', () => {
    expect(asked.events).toEqual([
      {
        type: 'ResidentAsked',
        by: handler,
        happenedAt: '2027-01-05T10:00:00.000Z',
        on: '2027-01-05',
        text: textRef(7),
      },
    ]);
    expect(asked.notices).toEqual([
      {
        id: 'clarification_4',
        kind: 'clarification',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        tells: [{ obligation: 'stage-1-response', dueOn: '2027-01-14' }],
        texts: { question: textRef(7).id },
        values: {
          'promises.0.task': 'answer your complaint by Thursday 14 January 2027',
          'promises.0.explanation':
            'Thursday 14 January 2027 is 10 working days after Wednesday 30 December 2026, the day we acknowledged your complaint, not counting weekends and New Year’s Day (1 January).',
        },
      },
    ]);
  });

  it('gets it by letter where there is no email, and somebody owes the posting', () => {
    const { notices, events } = carryOut({ ...withoutEmail, otherWays: ['letter'] }, asking, now);
    expect(notices[0]).toMatchObject({
      kind: 'clarification',
      byHand: { way: 'letter', dueOn: '2027-01-06', obligation: 'posting-clarification_4' },
    });
    expect(events.map(({ type }) => type)).toEqual(['ResidentAsked', 'ContactOwed']);
  });

  it('moves no date and owes nothing new', () => {
    const { obligations, revision, eventCount, ...rest } = asked.complaint;
    expect(obligations).toEqual(acknowledged.obligations);
    expect([revision, eventCount]).toEqual([acknowledged.revision + 1, acknowledged.eventCount + 1]);
    expect(rest).toEqual(
      (({ obligations: _, revision: __, eventCount: ___, ...others }) => others)(acknowledged),
    );
  });

  it('can be asked before the complaint is defined, and again', () => {
    const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
    const first = carryOut(received, asking, '2026-12-24T10:00:00Z');
    const second = carryOut(first.complaint, asking, '2026-12-24T11:00:00Z');
    expect([...first.notices, ...second.notices].map(({ id }) => id)).toEqual([
      'clarification_2',
      'clarification_3',
    ]);
    expect(second.complaint.obligations).toEqual(received.obligations);
  });

  it('who was asked on the phone is written nothing, with the proof kept', () => {
    const alreadyGiven = { how: 'phone' as const, evidence: textRef(8) };
    const told = { ...asking, happenedAt: at('2027-01-04T10:00:00Z'), alreadyGiven };
    const { events, notices } = carryOut(withoutEmail, told, now);
    expect(events).toMatchObject([{ type: 'ResidentAsked', on: '2027-01-04', alreadyGiven }]);
    expect(notices).toEqual([]);
    expect(refusalOf(acknowledged, { ...asking, happenedAt: told.happenedAt }, now).type).toBe('ProofNeeded');
  });

  it('is asked nothing after the answer, nor where no way is known', () => {
    expect(refusalOf(complaintResponded(), asking, '2027-01-14T10:00:00Z')).toMatchObject({
      why: 'answered-already',
    });
    expect(refusalOf({ ...withoutEmail, otherWays: [] }, asking, now)).toEqual({
      type: 'NotReachable',
    });
  });
});
