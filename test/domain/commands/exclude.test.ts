import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import { composeNotice } from '../../../shared/notices/compose.ts';
import { ombudsmenOf } from '../../../shared/use-cases/rules.ts';
import {
  carryOut,
  complaintReceived,
  complaintResponded,
  refusalOf,
  sample,
  textRef,
} from '../../support/complaints.ts';
import { excludedFor, excluding, longAgo } from '../../support/exclusions.ts';
import { at, date, landlordIds, rules, versionOf } from '../../support/rules.ts';

const now = '2027-01-05T10:00:00Z';
const received = complaintReceived({ receivedAt: '2026-12-29T15:00:00Z' });
const filed = date('2026-12-18');

function given(how: 'letter' | 'email' | 'in-person' | 'phone') {
  return { ...excluding, alreadyGiven: { how, evidence: textRef(4) } };
}

describe('a complaint is not taken on for a ground that the policy publishes (Code 2.2)', () => {
  it.each(landlordIds)('every one of %s, and no other', (landlord) => {
    const complaint = { ...complaintReceived({ receivedAt: '2026-12-29T15:00:00Z', landlord }), ...longAgo };
    const grounds = versionOf(landlord).exclusions.map(({ id }) => id);
    expect(grounds).toContain('legal-proceedings');
    for (const ground of grounds) {
      const command = { ...excluding, ground, claimFiledOn: filed };
      expect(carryOut(complaint, command, now).complaint.exclusion).toEqual({
        on: '2027-01-05',
        ...excludedFor,
        ground,
        claimFiledOn: '2026-12-18',
      });
    }
    expect(refusalOf(complaint, { ...excluding, ground: 'tiresome' }, now)).toEqual({
      type: 'UnknownGround',
      known: grounds,
    });
  });

  it('seed 003: not for what seed 000 alone turns away', () => {
    const complaint = complaintReceived({
      receivedAt: '2026-12-29T15:00:00Z',
      landlord: 'counted-from-receipt',
    });
    expect(refusalOf(complaint, { ...excluding, ground: 'whistleblowing' }, now).type).toBe('UnknownGround');
  });

  it('is recorded with who decided it, on what ground, what shows it, and why there was no discretion (Code 2.1)', () => {
    const { events, complaint } = carryOut(received, excluding, now);
    expect(events).toEqual([
      {
        type: 'ComplaintExcluded',
        by: 'handler',
        happenedAt: '2027-01-05T10:00:00.000Z',
        on: '2027-01-05',
        ground: 'already-considered',
        reasons: textRef(3),
        evidence: textRef(21),
        discretion: textRef(22),
      },
    ]);
    expect(complaint.status).toBe('excluded');
  });

  it.each<[string, Complaint, string]>([
    ['answered', complaintResponded(), 'answered-already'],
    [
      'at stage 2',
      carryOut(complaintResponded(), { type: 'Escalate' }, '2027-01-20T10:00:00Z').complaint,
      'at-stage-2',
    ],
    ['excluded', carryOut(received, excluding, now).complaint, 'excluded'],
  ])('is not refused once it is %s', (_, complaint, why) => {
    expect(refusalOf(complaint, excluding, '2027-01-21T10:00:00Z')).toMatchObject({
      type: 'NotPermittedNow',
      why,
    });
  });
});

describe('a complaint that is not taken on is told in detail why (Code 2.4)', () => {
  it('with reasons, the ground in the policy’s words, where to take it, and the right to the Ombudsman', () => {
    const complaint = complaintReceived({
      receivedAt: '2026-12-29T15:00:00Z',
      landlord: 'counted-from-receipt',
    });
    const { notices } = carryOut(complaint, { ...excluding, ground: 'service-charge' }, now);
    expect(notices).toEqual([
      {
        id: 'exclusion_2',
        kind: 'exclusion',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        values: {
          ground: 'A challenge to a service charge.',
          signpost: 'You can take it to the First-tier Tribunal (Property Chamber).',
          exception: 'We considered whether to look at it even though our policy does not ask us to.',
          handover: '',
        },
        texts: { reasons: 'text-3', evidence: 'text-21', discretion: 'text-22' },
      },
    ]);
  });

  it('and by what the policy makes an exception of, and with no way elsewhere where there is none (seed 004)', () => {
    const old = { ...received, ...longAgo };
    expect(carryOut(old, { ...excluding, ground: 'too-old' }, now).notices[0]?.values).toEqual({
      ground:
        'The incident took place more than 12 months ago, unless there is a good reason for the delay, or it is about health and safety.',
      exception:
        'Our policy makes an exception where there is a good reason for the delay, or it is about health and safety. We considered whether that is so, and whether to look at it for any other reason.',
      signpost: '',
      handover: '',
    });
  });

  it('in a letter that needs nothing more to be understood', () => {
    const policy = versionOf('day-zero');
    const about = { reference: sample, ombudsmen: ombudsmenOf(rules, policy, date('2027-01-05')) };
    const letter = (ground: string) => {
      const [notice] = carryOut({ ...received, ...longAgo }, { ...excluding, ground }, now).notices;
      const texts = {
        reasons: 'The flood was in 2024.',
        evidence: 'Our repair book has it on 10 January 2024.',
        discretion: 'You told us of nothing that kept you from it.',
      };
      const values = { ...notice?.values, ...texts };
      return composeNotice({ kind: 'exclusion', values }, policy, about).text;
    };
    expect(letter('anti-social-behaviour')).toContain(
      'Where you can take it instead\n-----------------------------\n\nYou can ask the people here who deal with anti-social behaviour.\n',
    );
    expect(letter('too-old')).not.toContain('Where you can take it instead');
    for (const part of [
      'Our reasons\n-----------\n\nThe flood was in 2024.',
      'What we looked at\n-----------------\n\nOur repair book has it on 10 January 2024.',
      'You told us of nothing that kept you from it.',
      'You have the right to take this decision to the Ombudsman, free of charge.',
      'Housing Ombudsman Service, www.housing-ombudsman.org.uk, phone 0300 111 3000',
    ])
      expect(letter('too-old')).toContain(part);
  });

  it('in writing only, by us or by hand', () => {
    expect(carryOut(received, given('letter'), now)).toMatchObject({
      notices: [],
      events: [{ alreadyGiven: { how: 'letter' } }],
    });
    expect(refusalOf(received, given('phone'), now)).toEqual({ type: 'NotInWriting', how: 'phone' });
    const unreachable = complaintReceived({
      receivedAt: '2026-12-29T15:00:00Z',
      reachableByEmail: false,
    });
    expect(refusalOf(unreachable, excluding, now).type).toBe('NotReachable');
    expect(carryOut(unreachable, given('letter'), now).complaint.status).toBe('excluded');
  });

  it('on the day on which a letter was handed over, which has a proof and is not before receipt', () => {
    const happenedAt = at('2027-01-04T10:00:00Z');
    expect(carryOut(received, { ...given('letter'), happenedAt }, now).complaint.exclusion?.on).toBe(
      '2027-01-04',
    );
    expect(refusalOf(received, { ...excluding, happenedAt }, now).type).toBe('ProofNeeded');
    const before = at('2026-12-29T14:59:00Z');
    expect(refusalOf(received, { ...given('letter'), happenedAt: before }, now).type).toBe(
      'HappenedTooEarly',
    );
  });
});
