import { describe, expect, it } from 'vitest';
import type { RecordConsent } from '../../../shared/domain/commands/parties.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import { isStillOwed } from '../../../shared/domain/notices.ts';
import type { Receive } from '../../../shared/domain/receiving.ts';
import {
  carryOut,
  complaintReceived,
  handler,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, type LandlordId } from '../../support/rules.ts';

const now = '2026-12-29T10:00:00Z';
const receivedAt = '2026-12-23T15:00:00Z';
const by = handler;
const record = (consent: RecordConsent['consent'], change: Partial<RecordConsent> = {}): RecordConsent => ({
  type: 'RecordConsent',
  by,
  consent,
  ...change,
});
const given = record('given', { evidence: textRef(3) });
const instruct = { type: 'InstructCopies', by, party: 'representative', copies: 'letters' } as const;

const named = { reachableByEmail: false, was: textRef(6), personalTextHash: 'hash-of-parties' };

/** Somebody complains for another on 23 December 2026, of whom nobody has asked yet whether they agree. */
function spokenFor(said: Partial<Receive> = {}, landlord: LandlordId = 'day-zero'): Complaint {
  const representative = { capacity: 'other', consent: 'not-asked', reachableByEmail: true } as const;
  return complaintReceived({
    receivedAt,
    landlord,
    said: { representative, missing: ['consent'], ...said },
  });
}

describe('consent to a representative (Code 3.6)', () => {
  it('is asked for in a letter to the resident that says who it is', () => {
    const asked = carryOut(spokenFor(), record('asked', { speaker: textRef(4) }), now);
    expect(asked.complaint.missing).toEqual(['consent']);
    expect(asked.notices).toEqual([
      {
        id: 'consent-request_2',
        kind: 'consent-request',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        values: { capacity: 'on your behalf' },
        texts: { speaker: 'text-4' },
      },
    ]);
  });

  it.each<[string, RecordConsent]>([
    ['agreed', given],
    ['refused', record('refused')],
    ['took it back', record('withdrawn')],
    ['is asked about somebody else', record('asked', { named })],
  ])('is not asked for by a letter that waits once the person %s', (_, next) => {
    const asked = carryOut(spokenFor(), record('asked', { speaker: textRef(4) }), now);
    const [request] = asked.notices;
    if (!request) throw new Error('nobody is asked');
    expect(isStillOwed(request, asked.complaint)).toBe(true);
    expect(isStillOwed(request, carryOut(asked.complaint, next, now).complaint)).toBe(false);
  });

  it.each<[string, Complaint, Partial<RecordConsent>]>([
    ['who was asked by hand', spokenFor(), { alreadyGiven: { how: 'phone', evidence: textRef(5) } }],
    ['who is not to be emailed', { ...spokenFor(), reachableByEmail: false }, {}],
    ['who is an executor', spokenFor({ standing: 'executor', missing: [] }), {}],
  ])('is not asked for in a letter of somebody %s', (_, complaint, change) => {
    const asked = carryOut(complaint, record('asked', change), now);
    expect([asked.complaint.representative?.consent, asked.notices]).toEqual(['asked', []]);
  });

  it('is given with a word where that is on record, and ends the task', () => {
    expect(refusalOf(spokenFor(), record('given'), now)).toEqual({ type: 'ConsentUnproven' });
    const { complaint } = carryOut(spokenFor(), given, now);
    expect(complaint).toMatchObject({
      missing: [],
      representative: { consent: 'given', copies: 'answers', evidence: textRef(3) },
    });
    expect(owedBy(complaint, 'resident-information').met).toMatchObject({ on: '2026-12-29' });
  });

  it('ends the task on the day on which the person agreed, where that is recorded later', () => {
    const { complaint } = carryOut(spokenFor(), { ...given, happenedAt: at('2026-12-24T10:00:00Z') }, now);
    expect(owedBy(complaint, 'resident-information').met).toMatchObject({ on: '2026-12-24' });
  });

  it('brings no copies by itself where the policy is silent of them', () => {
    const { complaint } = carryOut(spokenFor({}, 'counted-from-receipt'), given, now);
    expect(complaint.representative?.copies).toBe('none');
  });

  it('keeps what the person said of copies when it is recorded once more', () => {
    const agreed = carryOut(spokenFor(), given, now).complaint;
    const none = carryOut(agreed, { ...instruct, copies: 'none' }, now).complaint;
    expect(carryOut(none, given, now).complaint.representative?.copies).toBe('none');
  });

  it.each(['refused', 'withdrawn'] as const)('that is %s leaves nothing to be found out', (consent) => {
    const { complaint } = carryOut(spokenFor(), record(consent), now);
    expect([complaint.missing, complaint.representative?.consent]).toEqual([[], consent]);
    expect(owedBy(complaint, 'resident-information').met).toMatchObject({ on: '2026-12-29' });
  });

  it('is to be found out again where it is asked for again', () => {
    const agreed = carryOut(spokenFor(), given, now).complaint;
    const gone = carryOut(agreed, record('withdrawn'), now).complaint;
    const { complaint } = carryOut(gone, record('asked'), now);
    expect(complaint.missing).toEqual(['consent']);
    expect(owedBy(complaint, 'resident-information-2')).toMatchObject({ dueOn: '2027-01-06' });
    expect(owedBy(complaint, 'resident-information-2').met).toBeUndefined();
  });

  it('owes nothing anew on a complaint that has ended', () => {
    const agreed = carryOut(spokenFor(), given, now).complaint;
    const ended = carryOut(agreed, { type: 'Withdraw' }, now).complaint;
    const { complaint } = carryOut(ended, record('asked'), now);
    expect(complaint.obligations.filter(({ kind }) => kind === 'resident-information')).toHaveLength(1);
  });

  it('is asked of somebody else who speaks for the person now, from the start', () => {
    const agreed = carryOut(spokenFor(), given, now).complaint;
    const { complaint, events } = carryOut(agreed, record('asked', { named, capacity: 'mp' }), now);
    expect(complaint.representative).toEqual({
      capacity: 'mp',
      consent: 'asked',
      reachableByEmail: false,
      copies: 'none',
      request: 'consent-request_4',
    });
    expect([complaint.missing, events]).toMatchObject([['consent'], [{ type: 'ConsentRecorded', named }]]);
    const proven = carryOut(agreed, { ...given, named }, now).complaint;
    expect(proven.representative).toMatchObject({ consent: 'given', copies: 'answers' });
  });

  it('is of somebody who speaks for the person', () => {
    const alone = complaintReceived({ receivedAt });
    expect(refusalOf(alone, given, now)).toEqual({ type: 'NoRepresentative' });
    expect(refusalOf(alone, instruct, now)).toEqual({ type: 'NoRepresentative' });
  });
});

describe('copies as the person wants them', () => {
  it.each(['not-asked', 'asked', 'refused', 'withdrawn'] as const)(
    'are not for a representative whose consent is %s',
    (consent) => {
      const representative = { capacity: 'mp', consent, reachableByEmail: true } as const;
      expect(refusalOf(spokenFor({ representative }), instruct, now)).toEqual({
        type: 'ConsentNeeded',
        consent,
      });
    },
  );

  it('are for a representative with consent', () => {
    const agreed = carryOut(spokenFor(), given, now).complaint;
    const { complaint, notices } = carryOut(agreed, instruct, now);
    expect([complaint.representative?.copies, notices]).toEqual(['letters', []]);
  });

  it('are for somebody who complains too, and for nobody who left', () => {
    const joint = complaintReceived({
      receivedAt,
      said: {
        madeBy: 'joint',
        others: [
          { party: 'party-2', reachableByEmail: true, copies: 'letters' },
          { party: 'party-3', reachableByEmail: true, copies: 'letters' },
        ],
      },
    });
    const ofSecond = { ...instruct, party: 'party-2', copies: 'none' } as const;
    expect(carryOut(joint, ofSecond, now).complaint.others.map(({ copies }) => copies)).toEqual([
      'none',
      'letters',
    ]);
    const left = carryOut(joint, { type: 'LeaveComplaint', by, party: 'party-2' }, now).complaint;
    expect(refusalOf(left, ofSecond, now)).toEqual({ type: 'UnknownParty', known: ['party-3'] });
  });
});
