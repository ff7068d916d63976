import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import { type Command, decide, unmail } from '../../../shared/domain/decide.ts';
import {
  accepted,
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  everybody,
  fold,
  handler,
  textRef,
} from '../../support/complaints.ts';
import { contextAt, date } from '../../support/rules.ts';

const now = '2027-01-06T10:00:00Z';
const set = (complaint: Complaint, mayBeMailed: boolean) =>
  carryOut(complaint, { type: 'SetSafeContact', by: handler, mayBeMailed }, now);

describe('what the record of a resident says of mail', () => {
  const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });

  it('holds for the complaint until it says otherwise', () => {
    const unsafe = set(received, false);
    expect(unsafe.complaint).toMatchObject({ unsafeToMail: true, reachableByEmail: false, emailGiven: true });
    expect(unsafe.notices).toEqual([]);
    const { complaint } = set(unsafe.complaint, true);
    expect(complaint).toMatchObject({ reachableByEmail: true });
    expect(complaint).not.toHaveProperty('unsafeToMail');
  });

  it('said again changes nothing', () => {
    expect(set(received, true).events).toEqual([]);
    expect(set(set(received, false).complaint, false).events).toEqual([]);
  });

  it('makes an extension that is on its way not arrive, of which whoever handles it is told', () => {
    const extend = { type: 'Extend', by: handler, newDueOn: date('2027-01-28'), reason: textRef(5) } as const;
    const extending = carryOut(complaintAcknowledged(), extend, '2027-01-05T10:00:00Z').complaint;
    const { complaint, events, notices } = set(extending, false);
    expect(events.map(({ type }) => type)).toEqual(['SafeContactSet', 'ExtensionNotReached']);
    expect(complaint.extensions).toMatchObject([{ state: 'not-reached' }]);
    expect(notices.map(({ id }) => id)).toEqual([
      'extension-problem_6_handler',
      'extension-problem_6_team-leader',
      'extension-problem_6_manager',
    ]);
  });
});

describe('what was decided for somebody whose record turns out to say that no mail is safe', () => {
  const context = contextAt(now, 'day-zero', { people: everybody });
  const extend: Command = { type: 'Extend', by: handler, newDueOn: date('2027-01-28'), reason: textRef(5) };
  const unmailed = (change: Partial<Complaint>, command: Command, party = 'lead') => {
    const before = { ...complaintAcknowledged(), ...change };
    const decided = accepted(decide(before, command, context));
    const { events, notices } = unmail(before, decided, { by: handler, party }, context);
    return {
      events: events.map(({ type }) => type),
      sent: notices.map(({ id, byHand }) => [id, byHand?.way]),
      extension: fold(events, before).extensions[0]?.state,
    };
  };

  it('is posted, an extension too, which waits for that', () => {
    expect(unmailed({ otherWays: ['letter'] }, extend)).toEqual({
      events: ['ExtensionRequested', 'SafeContactSet', 'ContactOwed'],
      sent: [['extension-1', 'letter']],
      extension: 'requested',
    });
  });

  it('does not arrive where no other way is known, of which staff are told', () => {
    const { events, sent, extension } = unmailed({}, extend);
    expect(events).toEqual(['ExtensionRequested', 'SafeContactSet', 'ExtensionNotReached']);
    expect(sent[0]).toEqual(['extension-1', undefined]);
    expect([sent.length, extension]).toEqual([4, 'not-reached']);
  });

  it('is posted to that one alone: everybody else has their own mail', () => {
    const others: Complaint['others'] = [
      { party: 'party-2', reachableByEmail: true, otherWays: ['letter'], copies: 'letters' },
    ];
    const update: Command = { type: 'GiveUpdate', by: handler, text: textRef(5) };
    expect(unmailed({ others, madeBy: 'joint' }, update, 'party-2').sent).toEqual([
      ['update_4', undefined],
      ['update_4_copy_party-2', 'letter'],
    ]);
  });
});
