import { describe, expect, it } from 'vitest';
import type {
  AnswerOffer,
  OfferCompensation,
  PayCompensation,
} from '../../../shared/domain/commands/compensate.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintClosed,
  complaintResponded,
  everybody,
  handler,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { person } from '../../support/people.ts';
import { at, policyOf } from '../../support/rules.ts';

const offering: OfferCompensation = {
  type: 'OfferCompensation',
  by: handler,
  pence: 123_450,
  for: 'loss',
  reason: textRef(5),
};
const accepting: AnswerOffer = { type: 'AnswerOffer', by: handler, offer: 'offer-1', accepted: true };
const paying: PayCompensation = {
  type: 'PayCompensation',
  by: handler,
  offer: 'offer-1',
  evidence: textRef(6),
};
const byLetter = { how: 'letter', evidence: textRef(7) } as const;
const now = '2027-01-14T10:00:00Z';
const offered = carryOut(complaintResponded(), offering, now);
const accepted = carryOut(offered.complaint, accepting, '2027-01-15T10:00:00Z');

describe('compensation that is offered (Code 7.1)', () => {
  it('is kept with what it is for, and told to the resident with the amount, the reason and when it is paid', () => {
    expect(offered.complaint.offers).toEqual([
      { offer: 'offer-1', pence: 123_450, for: 'loss', reason: textRef(5), state: 'offered' },
    ]);
    expect(offered.notices).toEqual([
      {
        id: 'compensation-offer_6',
        kind: 'compensation-offer',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        values: { amount: '£1,234.50', paidWithin: '20 working days' },
        texts: { reason: 'text-5' },
      },
    ]);
    expect(offered.complaint.obligations.filter(({ kind }) => kind === 'payment')).toEqual([]);
  });

  it.each([
    [5000, '£50'],
    [5, '£0.05'],
    [100_000_050, '£1,000,000.50'],
  ])('of %i pence is written as %s', (pence, amount) => {
    const { notices } = carryOut(complaintResponded(), { ...offering, pence }, now);
    expect(notices[0]?.values).toMatchObject({ amount });
  });

  it('may come before the answer, and more than once, but not once the complaint is closed', () => {
    const first = carryOut(complaintAcknowledged(), offering, '2027-01-05T10:00:00Z').complaint;
    const second = carryOut(first, { ...offering, pence: 2500 }, '2027-01-06T10:00:00Z').complaint;
    expect(second.offers.map(({ offer, pence }) => [offer, pence])).toEqual([
      ['offer-1', 123_450],
      ['offer-2', 2500],
    ]);
    expect(refusalOf(complaintClosed(), offering, '2027-01-21T10:00:00Z')).toMatchObject({ why: 'closed' });
  });

  it('is given by hand with a proof to somebody who gets no mail, and before now only with one', () => {
    const unreachable = complaintResponded({ reachableByEmail: false });
    expect(refusalOf(unreachable, offering, now)).toEqual({ type: 'NotReachable' });
    const byHand = { ...offering, alreadyGiven: byLetter, happenedAt: at('2027-01-13T15:00:00Z') };
    const { events, notices } = carryOut(unreachable, byHand, now);
    expect(events[0]).toMatchObject({ alreadyGiven: byLetter, happenedAt: '2027-01-13T15:00:00.000Z' });
    expect(notices).toEqual([]);
    const unproved = { ...offering, happenedAt: at('2027-01-13T15:00:00Z') };
    expect(refusalOf(complaintResponded(), unproved, now)).toEqual({ type: 'ProofNeeded' });
  });

  it('is not for personal injury, which goes to the insurer (seed 003, 6.5)', () => {
    expect(refusalOf(complaintResponded(), { ...offering, for: 'personal-injury' }, now)).toEqual({
      type: 'GoesToInsurer',
    });
  });
});

describe('whoever decides on an award', () => {
  const elsewhere = complaintResponded({ landlord: 'counted-from-receipt' });

  it('is the service area concerned, which must be named (seed 003, 6.4)', () => {
    expect(refusalOf(elsewhere, offering, now)).toEqual({ type: 'AreaMissing' });
    const { complaint } = carryOut(elsewhere, { ...offering, area: 'repairs' }, now);
    expect(complaint.offers[0]).toMatchObject({ area: 'repairs', state: 'offered' });
  });

  it('works in that area or leads it, and nobody else decides (seed 003, 6.4)', () => {
    const forRepairs = { ...offering, area: 'repairs', by: colleague };
    expect(refusalOf(elsewhere, forRepairs, now)).toEqual({ type: 'AreaDecides', area: 'repairs' });
    const leader = person(colleague, { leads: ['repairs'] });
    const led = [...everybody.filter(({ id }) => id !== colleague), leader];
    expect(carryOut(elsewhere, forRepairs, now, { people: led }).complaint.offers).toHaveLength(1);
    expect(refusalOf(elsewhere, { ...offering, area: 'repairs' }, now, { people: [] })).toEqual({
      type: 'AreaDecides',
      area: 'repairs',
    });
  });

  it('is the handler everywhere else, who may name an area', () => {
    const named = { ...offering, by: colleague, area: 'repairs' };
    expect(carryOut(complaintResponded(), named, now).complaint.offers[0]).toMatchObject({ area: 'repairs' });
  });
});

describe('an offer that the resident answers', () => {
  it('is owed from the day on which it was accepted', () => {
    expect(accepted.complaint.offers[0]?.state).toBe('accepted');
    expect(owedBy(accepted.complaint, 'payment-1')).toMatchObject({
      kind: 'payment',
      dueOn: '2027-02-12',
      derivation: {
        countedFrom: 'offer-accepted',
        startOn: '2027-01-15',
        count: 20,
        clause: '7.3',
        source: 'practice',
      },
    });
    expect(accepted.notices).toEqual([]);
    const told = { ...accepting, happenedAt: at('2027-01-14T16:00:00Z') };
    const { complaint } = carryOut(offered.complaint, told, '2027-01-18T10:00:00Z');
    expect(owedBy(complaint, 'payment-1').dueOn).toBe('2027-02-11');
  });

  it('may be answered by the resident themself, not before there was a complaint', () => {
    const { by: _, ...byResident } = accepting;
    const { events } = carryOut(offered.complaint, byResident, '2027-01-15T10:00:00Z');
    expect(events[0]).not.toHaveProperty('by');
    const early = { ...byResident, happenedAt: at('2026-12-23T14:00:00Z') };
    expect(refusalOf(offered.complaint, early, '2027-01-15T10:00:00Z').type).toBe('HappenedTooEarly');
  });

  it('is owed by the policy of the day on which it was accepted', () => {
    const [version] = policyOf('day-zero').versions as [Policy['versions'][number]];
    const payment = { ...version.inside.payment, count: 5 };
    const later = { ...version, effectiveFrom: '2027-01-15', inside: { ...version.inside, payment } };
    const versions = { landlord: 'day-zero', versions: [version, later] };
    const { complaint } = carryOut(offered.complaint, accepting, '2027-01-15T10:00:00Z', { versions });
    expect(owedBy(complaint, 'payment-1')).toMatchObject({
      dueOn: '2027-01-22',
      derivation: { policy: { landlord: 'day-zero', effectiveFrom: '2027-01-15' } },
    });
  });

  it('owes nothing once it is declined, and is not answered twice', () => {
    const declining = { ...accepting, accepted: false };
    const { complaint } = carryOut(offered.complaint, declining, '2027-01-15T10:00:00Z');
    expect(complaint.offers[0]?.state).toBe('declined');
    expect(complaint.obligations).toEqual(offered.complaint.obligations);
    for (const command of [accepting, paying])
      expect(refusalOf(complaint, command, '2027-01-18T10:00:00Z')).toEqual({
        type: 'OfferSettled',
        state: 'declined',
      });
    expect(refusalOf(accepted.complaint, declining, '2027-01-18T10:00:00Z')).toEqual({
      type: 'OfferSettled',
      state: 'accepted',
    });
  });

  it('is one that was made', () => {
    for (const command of [accepting, paying])
      expect(refusalOf(offered.complaint, { ...command, offer: 'offer-2' }, now)).toEqual({
        type: 'UnknownOffer',
      });
  });

  it('gives its number to its payment, whichever of several is accepted first', () => {
    const second = carryOut(offered.complaint, { ...offering, pence: 2500 }, now).complaint;
    const answered = carryOut(second, { ...accepting, offer: 'offer-2' }, '2027-01-15T10:00:00Z').complaint;
    const both = carryOut(answered, accepting, '2027-01-18T10:00:00Z').complaint;
    const paid = carryOut(both, { ...paying, offer: 'offer-2' }, '2027-01-20T10:00:00Z').complaint;
    expect(paid.offers.map(({ state }) => state)).toEqual(['accepted', 'paid']);
    expect(owedBy(paid, 'payment-2').met?.on).toBe('2027-01-20');
    expect(owedBy(paid, 'payment-1')).not.toHaveProperty('met');
  });
});

describe('compensation that is paid (Code 7.3)', () => {
  it('is met with its proof, and the resident is told', () => {
    const { complaint, events, notices } = carryOut(accepted.complaint, paying, '2027-02-12T10:00:00Z');
    expect(complaint.offers[0]?.state).toBe('paid');
    expect(owedBy(complaint, 'payment-1').met).toEqual({
      on: '2027-02-12',
      keptPolicy: true,
      keptCode: true,
    });
    expect(events[0]).toMatchObject({ type: 'CompensationPaid', evidence: textRef(6) });
    expect(notices).toMatchObject([
      {
        id: 'compensation-paid_8',
        kind: 'compensation-paid',
        values: { paidOn: 'Friday 12 February 2027', amount: '£1,234.50' },
      },
    ]);
  });

  it('late is late, and recorded late as kept is flagged', () => {
    const late = carryOut(accepted.complaint, paying, '2027-02-15T10:00:00Z').complaint;
    expect(owedBy(late, 'payment-1').met).toMatchObject({ on: '2027-02-15', keptPolicy: false });
    const told = { ...paying, happenedAt: at('2027-02-11T10:00:00Z') };
    const { complaint } = carryOut(accepted.complaint, told, '2027-02-15T10:00:00Z');
    expect(owedBy(complaint, 'payment-1').met).toMatchObject({
      on: '2027-02-11',
      backdated: true,
      keptPolicy: true,
    });
  });

  it('is told by nobody twice, nor by mail to somebody who gets none', () => {
    expect(
      carryOut(accepted.complaint, { ...paying, alreadyGiven: byLetter }, '2027-01-20T10:00:00Z').notices,
    ).toEqual([]);
    const unreachable = complaintResponded({ reachableByEmail: false });
    const byHand = carryOut(unreachable, { ...offering, alreadyGiven: byLetter }, now).complaint;
    const owed = carryOut(byHand, accepting, '2027-01-15T10:00:00Z').complaint;
    expect(carryOut(owed, paying, '2027-01-20T10:00:00Z').notices).toEqual([]);
  });

  it('was accepted before, and is paid once', () => {
    expect(refusalOf(offered.complaint, paying, now)).toEqual({ type: 'OfferNotAccepted' });
    const paid = carryOut(accepted.complaint, paying, '2027-01-20T10:00:00Z').complaint;
    for (const command of [accepting, paying])
      expect(refusalOf(paid, command, '2027-01-21T10:00:00Z')).toEqual({
        type: 'OfferSettled',
        state: 'paid',
      });
  });

  it('is owed although the complaint is closed', () => {
    const closing = { type: 'Close', by: handler, reason: textRef(8) } as const;
    const { complaint } = carryOut(accepted.complaint, closing, '2027-01-20T10:00:00Z');
    expect(owedBy(complaint, 'payment-1')).not.toHaveProperty('ended');
  });
});
