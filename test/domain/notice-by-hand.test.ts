import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import { giveByHand, giveUpByHand, owedByHand } from '../../shared/domain/notice-by-hand.ts';
import type { Obligation } from '../../shared/domain/obligations.ts';
import type { Notice } from '../../shared/domain/stored-notice.ts';
import { complaintReceived, kept, sample } from '../support/complaints.ts';
import { date } from '../support/rules.ts';
import { otherNotice } from '../support/stored.ts';

const byHand = {
  way: 'letter',
  landlord: 'day-zero',
  dueOn: date('2026-12-30'),
  obligation: 'posting-update-1',
} as const;
const { wakeAt: _, ...waiting } = otherNotice(sample, 'update-1', {
  ...{ kind: 'update', recipient: { type: 'complainant' }, status: 'by-hand', byHand, party: 1 },
});
const posting: Obligation = {
  ...{ id: 'posting-update-1', kind: 'posting', projected: false, dueOn: date('2026-12-31') },
  derivation: { promisedOn: date('2026-12-29'), clause: '6.2' },
};
const owing = (change: Partial<Obligation>, state: Partial<Complaint> = {}): Complaint => {
  const complaint = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
  return { ...complaint, obligations: [{ ...posting, ...change }], ...state };
};
const met = { on: date('2026-12-30'), ...kept };

describe('a letter that waits', () => {
  it('is owed by the day that its obligation has now', () => {
    expect(owedByHand(waiting, owing({}))).toEqual(posting);
  });

  it.each<[string, Complaint, Notice]>([
    ['met', owing({ met }), waiting],
    ['ended', owing({ ended: 'withdrawn' }), waiting],
    ['not there', owing({ id: 'posting-update-2' }), waiting],
    ['recorded as given', owing({}), { ...waiting, status: 'given' }],
    ['a mail’s', owing({}), { ...waiting, byHand: undefined }],
    [
      'of one alone who leads no more',
      owing({}, { ledSince: 2 }),
      { ...waiting, kind: 'adjustments-agreed' },
    ],
  ])('is owed no longer where what is owed is %s', (_, complaint, notice) => {
    expect(owedByHand(notice, complaint)).toBeUndefined();
  });

  it('is for whoever leads now, where it is no one person’s alone', () => {
    expect(owedByHand(waiting, owing({}, { ledSince: 2 }))).toEqual(posting);
  });

  it.each(['by-hand', 'cancelled'] as const)('is given on a day, also where it was %s', (status) => {
    const given = giveByHand({ ...waiting, status }, date('2026-12-29'));
    expect(given).toMatchObject({
      status: 'given',
      revision: 1,
      byHand: { ...byHand, givenOn: '2026-12-29' },
    });
  });

  it('is not given twice, nor is a mail', () => {
    expect(giveByHand({ ...waiting, status: 'given' }, date('2026-12-29'))).toBeUndefined();
    expect(giveByHand({ ...waiting, byHand: undefined }, date('2026-12-29'))).toBeUndefined();
  });

  it('is given up, and nothing that was given is', () => {
    expect(giveUpByHand(waiting)).toMatchObject({ status: 'cancelled', revision: 1 });
    expect(giveUpByHand({ ...waiting, status: 'given' })).toBeUndefined();
    expect(giveUpByHand(otherNotice(sample, 'alert'))).toBeUndefined();
  });
});
