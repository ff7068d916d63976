import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import { type Way, type WayByHand, wayTo } from '../../shared/domain/ways.ts';
import { otherWaysTo } from '../../shared/use-cases/intake.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintDrafted,
  complaintReceived,
  handler,
  inShort,
  owedBy,
  refusalOf,
  textRef,
} from '../support/complaints.ts';

const now = '2027-01-06T10:00:00Z';
const by = handler;
const update: Command = { type: 'GiveUpdate', by, text: textRef(5) };
const reachedBy = (otherWays: WayByHand[], change: Partial<Complaint> = {}): Complaint => ({
  ...complaintDrafted(),
  reachableByEmail: false,
  otherWays,
  ...change,
});
const restrictedTo = (method: Complaint['restrictions'][number]['method']) => ({
  restrictions: [
    {
      restriction: 'restriction-1',
      kind: 'single-medium' as const,
      method,
      agreed: true,
      reason: textRef(1),
      equalityAct: textRef(2),
    },
  ],
});

describe('whoever leads a complaint', () => {
  it.each<[string, Complaint, Way | undefined]>([
    ['gave an email address', complaintDrafted(), 'email'],
    ['has an address and a phone', reachedBy(['letter', 'phone']), 'letter'],
    ['asked for calls', reachedBy(['phone', 'letter']), 'phone'],
    ['has a phone alone', reachedBy(['phone']), 'phone'],
    ['is written to, as was laid down', reachedBy(['phone', 'letter'], restrictedTo('letter')), 'letter'],
    ['is rung up, as was laid down', reachedBy(['letter', 'phone'], restrictedTo('phone')), 'phone'],
    [
      'is to be written to, at no address that we know',
      reachedBy(['phone'], restrictedTo('letter')),
      undefined,
    ],
    ['is to be rung up, at no number that we know', reachedBy(['letter'], restrictedTo('phone')), undefined],
    ['is to be visited, we know not where', reachedBy([], restrictedTo('in-person')), undefined],
    ['is visited, as was laid down', reachedBy(['letter'], restrictedTo('in-person')), 'phone'],
    ['can be reached in no way that we know', reachedBy([]), undefined],
  ])('%s', (_, complaint, way) => {
    expect(wayTo(complaint)).toBe(way);
    if (way === undefined) {
      expect(refusalOf(complaint, update, now)).toEqual({ type: 'NotReachable' });
      return;
    }
    const { notices, events } = carryOut(complaint, update, now);
    const owed = way === 'letter' ? 'posting-update_5' : 'contact-update_5';
    const byHand = { way, landlord: 'day-zero', dueOn: '2027-01-07', obligation: owed };
    expect(notices.map((each) => [each.id, each.byHand])).toEqual([
      ['update_5', way === 'email' ? undefined : byHand],
    ]);
    expect(events.map(({ type }) => type)).toEqual(
      way === 'email' ? ['UpdateGiven'] : ['UpdateGiven', 'ContactOwed'],
    );
  });

  it.each<[Parameters<typeof otherWaysTo>[0], WayByHand[]]>([
    [{}, []],
    [{ phone: '01632 960000' }, ['phone']],
    [{ phone: '01632 960000', address: '1 Sample Road' }, ['letter', 'phone']],
    [{ phone: '01632 960000', address: '1 Sample Road', preferredChannel: 'letter' }, ['letter', 'phone']],
    [{ phone: '01632 960000', address: '1 Sample Road', preferredChannel: 'phone' }, ['phone', 'letter']],
    [{ address: '1 Sample Road', preferredChannel: 'phone' }, ['letter']],
  ])('is reached as they asked: %j', (person, expected) => {
    expect(otherWaysTo(person)).toEqual(expected);
  });

  it('gets no letter for what meets nothing: an acknowledgement by a person follows', () => {
    const said = { otherWays: ['letter' as const] };
    const received = complaintReceived({
      receivedAt: '2026-12-23T15:00:00Z',
      reachableByEmail: false,
      said,
    });
    expect(received.obligations.map(({ kind }) => kind)).toEqual([
      'stage-1-acknowledgement',
      'stage-1-response',
    ]);
    const answered = carryOut(reachedBy(['letter']), { type: 'Respond', by }, now).complaint;
    const asked = carryOut(answered, { type: 'Escalate' }, '2027-01-14T10:00:00Z');
    expect(inShort(asked)).toEqual([
      'EscalationRequested',
      'reviewer-needed_7_team-leader',
      'reviewer-needed_7_manager',
    ]);
  });

  it('is told nothing where they complain without a name, whatever is known of them', () => {
    const nameless = reachedBy(['letter'], { madeBy: 'anonymous' });
    expect(inShort(carryOut(nameless, update, now))).toEqual(['UpdateGiven']);
  });
});

describe('what waits for a hand', () => {
  const letters = (complaint: Complaint): Complaint => ({
    ...complaint,
    reachableByEmail: false,
    otherWays: ['letter'],
  });

  it.each<[string, Complaint, Command, string, object]>([
    [
      'is given by the next working day, past a weekend',
      letters(complaintReceived({ receivedAt: '2027-01-07T15:00:00Z' })),
      { type: 'Acknowledge', by, points: [{ definition: textRef(1), responsible: true }] },
      '2027-01-08T10:00:00Z',
      {
        id: 'posting-acknowledgement',
        dueOn: '2027-01-11',
        derivation: { countedFrom: 'letter', startOn: '2027-01-08', count: 1 },
        gives: { notice: 'acknowledgement', kind: 'acknowledgement' },
        proves: ['stage-1-acknowledgement'],
      },
    ],
    [
      'is given by the last post that is in time',
      letters(complaintDrafted()),
      { type: 'Respond', by },
      '2027-01-14T10:00:00Z',
      {
        id: 'posting-response',
        dueOn: '2027-01-14',
        derivation: { promisedOn: '2027-01-14', clause: '6.2', lastDayFor: 'letter' },
        proves: ['stage-1-response'],
      },
    ],
    [
      'is given by the next working day where no post is in time any more',
      letters(complaintDrafted()),
      { type: 'Respond', by },
      '2027-01-15T10:00:00Z',
      { dueOn: '2027-01-18', derivation: { countedFrom: 'letter' }, proves: ['stage-1-response'] },
    ],
    [
      'proves both where the answer is the acknowledgement too',
      letters({ ...complaintDrafted(), acknowledgedAt: undefined, status: 'received' }),
      { type: 'Respond', by },
      '2027-01-04T10:00:00Z',
      { dueOn: '2027-01-04', proves: ['stage-1-acknowledgement', 'stage-1-response'] },
    ],
    [
      'puts a date off by the end of that day',
      letters(complaintAcknowledged()),
      { type: 'Extend', by, newDueOn: '2027-01-20' as never, reason: textRef(5) },
      '2027-01-13T10:00:00Z',
      {
        id: 'posting-extension-1',
        dueOn: '2027-01-14',
        derivation: { lastDayFor: 'letter' },
        gives: { reason: { obligation: 'stage-1-response', dueOn: '2027-01-14' } },
        proves: ['stage-1-response'],
      },
    ],
  ])('%s', (name, complaint, command, at, expected) => {
    const before = name.startsWith('proves both') ? unacknowledged(complaint) : complaint;
    const { complaint: after } = carryOut(before, command, at);
    const owed = after.obligations.filter(({ kind }) => kind === 'posting');
    expect(owed).toMatchObject([{ kind: 'posting', projected: false, ...expected }]);
  });

  it('is no more to be given once what it says does not hold', () => {
    const extending: Command = {
      type: 'Extend',
      by,
      newDueOn: '2027-01-20' as never,
      reason: textRef(5),
    };
    const waiting = carryOut(letters(complaintDrafted()), extending, '2027-01-13T10:00:00Z').complaint;
    const answered = carryOut(waiting, { type: 'Respond', by }, '2027-01-14T10:00:00Z').complaint;
    expect(owedBy(answered, 'posting-extension-1').ended).toBe('replaced');
    const withdrawn = carryOut(waiting, { type: 'Withdraw' }, '2027-01-14T10:00:00Z').complaint;
    expect(owedBy(withdrawn, 'posting-extension-1').ended).toBe('withdrawn');
    expect(owedBy(withdrawn, 'posting-withdrawal_7')).not.toHaveProperty('ended');
  });

  it('is an answer all the same once the complaint is closed', () => {
    const answered = carryOut(letters(complaintDrafted()), { type: 'Respond', by }, now).complaint;
    const closing: Command = { type: 'Close', by, reason: textRef(6) };
    const closed = carryOut(answered, closing, now).complaint;
    expect(owedBy(closed, 'posting-response')).not.toHaveProperty('ended');
  });
});

/** As it was before its acknowledgement. */
function unacknowledged({ acknowledgedAt: _, ...complaint }: Complaint): Complaint {
  const obligations = complaint.obligations.map(({ met: __, ...each }) => each);
  return { ...complaint, obligations };
}
