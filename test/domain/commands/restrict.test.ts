import { describe, expect, it } from 'vitest';
import type { RestrictContact } from '../../../shared/domain/commands/restrict.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  accused,
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintClosed,
  leaver,
  manager,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

const byLetter: RestrictContact['alreadyGiven'] = { how: 'letter', evidence: textRef(23) };
const restricting: RestrictContact = {
  type: 'RestrictContact',
  by: manager,
  roles: ['senior-lead'],
  kind: 'single-medium',
  method: 'email',
  agreed: true,
  reason: textRef(21),
  equalityAct: textRef(22),
};
const now = '2027-01-05T10:00:00Z';
const acknowledged = complaintAcknowledged({ staffComplainedAbout: [accused] });
const { complaint, events, notices } = carryOut(acknowledged, restricting, now);

describe('a restriction of contact (Code 5.14, 5.15)', () => {
  it('is on record with its reasons and how the Equality Act was had regard to', () => {
    expect(complaint.restrictions).toEqual([
      {
        restriction: 'restriction-1',
        kind: 'single-medium',
        method: 'email',
        agreed: true,
        reason: textRef(21),
        equalityAct: textRef(22),
      },
    ]);
    expect(events).toMatchObject([{ type: 'ContactRestricted', by: 'manager' }]);
  });

  it('is looked at again after three months', () => {
    expect(owedBy(complaint, 'restriction-1-review-1')).toMatchObject({
      kind: 'restriction-review',
      projected: false,
      dueOn: '2027-04-05',
      derivation: { countedFrom: 'agreement', startOn: '2027-01-05', unit: 'months', clause: '5.14' },
    });
  });

  it('is looked at again on the day that was promised', () => {
    const promising = { ...restricting, reviewOn: date('2027-01-06') };
    expect(owedBy(carryOut(acknowledged, promising, now).complaint, 'restriction-1-review-1')).toMatchObject({
      dueOn: '2027-01-06',
      derivation: { promisedOn: '2027-01-05', clause: '5.14' },
    });
    expect(refusalOf(acknowledged, { ...restricting, reviewOn: date('2027-01-04') }, now)).toEqual({
      type: 'DateInPast',
      today: '2027-01-05',
    });
  });

  it('moves nothing that the landlord owes on the complaint, which is handled all the same', () => {
    expect(complaint.obligations.slice(0, -1)).toEqual(acknowledged.obligations);
    expect(complaint.status).toBe('acknowledged');
  });

  it('comes one at a time', () => {
    expect(refusalOf(complaint, restricting, now)).toEqual({
      type: 'RestrictedAlready',
      restriction: 'restriction-1',
    });
  });

  it('can be laid down when the complaint is closed', () => {
    expect(carryOut(complaintClosed(), restricting, '2027-02-01T10:00:00Z').complaint.status).toBe('closed');
  });
});

describe('the rank that restricts contact', () => {
  it.each([[['handler', 'manager']], [['administrator']], [[]]] as const)('is not that of %j', (roles) => {
    expect(refusalOf(acknowledged, { ...restricting, roles: [...roles] }, now)).toEqual({
      type: 'RankNeeded',
      approvers: ['approver', 'senior-lead'],
      approvedBy: 'A senior manager',
    });
  });

  it('is a head of service, an assistant director or an executive director (seed 003)', () => {
    const of003 = complaintAcknowledged({ landlord: 'counted-from-receipt' });
    expect(refusalOf(of003, { ...restricting, roles: ['manager'] }, now)).toEqual({
      type: 'RankNeeded',
      approvers: ['approver', 'senior-lead'],
      approvedBy: 'A head of service, an assistant director or an executive director',
    });
    const approved = carryOut(of003, { ...restricting, roles: ['handler', 'approver'] }, now);
    expect(approved.complaint.restrictions).toHaveLength(1);
  });
});

describe('contact with one person only', () => {
  const single: RestrictContact = { ...restricting, kind: 'single-contact', contact: colleague };

  it('names who that is, and tells the resident', () => {
    const { complaint: after, notices: told } = carryOut(acknowledged, single, now);
    expect(after.restrictions).toMatchObject([{ kind: 'single-contact', contact: 'colleague' }]);
    expect(told).toMatchObject([{ people: { 'contacts.0.name': 'colleague' } }]);
  });

  it.each([
    [undefined, { type: 'NoContactNamed' }],
    [leaver, { type: 'HandlerNotAvailable', person: 'leaver', why: 'disabled' }],
    [accused, { type: 'StaffComplainedAbout', person: 'accused' }],
  ])('is refused with %s', (contact, refusal) => {
    expect(refusalOf(acknowledged, { ...single, contact }, now)).toEqual(refusal);
  });
});

describe('a way in which the resident cannot be reached', () => {
  it.each<[RestrictContact['method'], Complaint['otherWays'], 'address' | 'phone' | 'any']>([
    ['letter', [], 'address'],
    ['letter', ['phone'], 'address'],
    ['phone', ['letter'], 'phone'],
    ['in-person', [], 'any'],
  ])('is not laid down, also where they were told so already: %s of %j', (method, otherWays, lacks) => {
    const known: Complaint = { ...acknowledged, otherWays };
    const refusal = { type: 'MethodImpossible', lacks };
    expect(refusalOf(known, { ...restricting, method }, now)).toEqual(refusal);
    expect(refusalOf(known, { ...restricting, method, alreadyGiven: byLetter }, now)).toEqual(refusal);
  });
});

describe('the confirmation of a restriction in writing', () => {
  it('is mailed where mail is how we write from now on', () => {
    expect(complaint.reachableByEmail).toBe(true);
    expect(notices).toEqual([
      {
        id: 'contact-restriction_4',
        kind: 'contact-restriction',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        tells: [{ obligation: 'restriction-1-review-1', dueOn: '2027-04-05' }],
        values: {
          decision: 'We have agreed with you how we keep in touch from now on.',
          method: 'We will write to you by email, and ask you to write to us by email.',
          review: 'We will look at this again by Monday 5 April 2027.',
          disagree:
            'Tell us, or ask somebody to tell us for you. Tell us too if this is hard for you, so that we can find another way. You can also take this to the Ombudsman now.',
        },
        texts: { reason: 'text-21', equalityAct: 'text-22' },
      },
    ]);
  });

  it('says so where the resident did not agree', () => {
    const imposed = carryOut(acknowledged, { ...restricting, agreed: false }, now).notices;
    expect(imposed[0]?.values.decision).toContain('We do this only as a last resort.');
  });

  it.each([
    ['letter', 'letter'],
    ['phone', 'phone'],
    ['in-person', 'phone'],
  ] as const)('is given by hand where the method is %s from now on', (method, way) => {
    const other: Command = { ...restricting, method };
    const known: Complaint = { ...acknowledged, otherWays: [way] };
    const waiting = carryOut(known, other, now).notices;
    expect(waiting.map(({ byHand }) => byHand?.way)).toEqual([way]);
    const given = carryOut(known, { ...other, alreadyGiven: byLetter }, now);
    expect(given.events).toMatchObject([{ alreadyGiven: byLetter }]);
    expect(given.notices).toEqual([]);
    expect(given.complaint.reachableByEmail).toBe(false);
  });

  it('is given by hand to somebody without email, whatever the method', () => {
    const offline = complaintAcknowledged({ reachableByEmail: false });
    expect(refusalOf(offline, restricting, now)).toEqual({ type: 'NotReachable' });
    const given = carryOut(offline, { ...restricting, alreadyGiven: byLetter }, now).complaint;
    expect(given.reachableByEmail).toBe(false);
  });

  it('is not mailed where it was given already', () => {
    expect(carryOut(acknowledged, { ...restricting, alreadyGiven: byLetter }, now).notices).toEqual([]);
  });

  it('is never a phone call', () => {
    const phoned: Command = { ...restricting, alreadyGiven: { how: 'phone', evidence: textRef(23) } };
    expect(refusalOf(acknowledged, phoned, now)).toEqual({ type: 'NotInWriting', how: 'phone' });
  });

  it('lay on an earlier day only where there is a proof of it', () => {
    const earlier: Command = { ...restricting, happenedAt: at('2027-01-04T10:00:00Z') };
    expect(refusalOf(acknowledged, earlier, now)).toEqual({ type: 'ProofNeeded' });
    const given = carryOut(acknowledged, { ...earlier, alreadyGiven: byLetter }, now).complaint;
    expect(owedBy(given, 'restriction-1-review-1').dueOn).toBe('2027-04-05');
    expect(owedBy(given, 'restriction-1-review-1').derivation).toMatchObject({ startOn: '2027-01-04' });
  });
});
