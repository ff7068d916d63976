import { describe, expect, it } from 'vitest';
import { type Channel, channels } from '../../../shared/domain/channels.ts';
import type { Receive } from '../../../shared/domain/receiving.ts';
import { accepted, complaintReceived, decideReceipt } from '../../support/complaints.ts';
import { date, type LandlordId, landlordIds } from '../../support/rules.ts';

/** Section 12.3: every way in which a complaint comes, whatever the landlord’s own text lists (Code 3.1, 3.2). */

const receivedAt = '2026-12-23T15:00:00Z';
const chosen = { chosenOn: date('2026-12-23') };
const datesOf = (landlord: LandlordId, said: Partial<Receive>) =>
  complaintReceived({ receivedAt, landlord, said }).obligations.map(({ kind, dueOn }) => [kind, dueOn]);

describe('a complaint is one whichever way it comes', () => {
  const answeredBy: [LandlordId, string][] = [
    ['six-month-limit', '2027-01-18'],
    ['fifteen-day-window', '2027-01-18'],
    ['two-ombudsmen', '2027-01-18'],
    ['counted-from-receipt', '2027-01-11'],
    ['day-zero', '2027-01-18'],
    ['code-2024', '2027-01-18'],
  ];
  const every: [Channel, Partial<Receive>][] = [
    ['web-form', {}],
    ['phone', {}],
    ['email', {}],
    ['letter', {}],
    ['in-person', {}],
    ['social-media', {}],
    ['survey', chosen],
    ['mp-or-councillor', {}],
  ];

  it('is tried for every way there is', () => {
    expect(every.map(([channel]) => channel)).toEqual(channels);
  });

  it.each(answeredBy)('%s: by any of them, and answered by %s', (landlord, dueOn) => {
    for (const [channel, said] of every)
      expect(datesOf(landlord, { channel, ...said })).toEqual([
        ['stage-1-acknowledgement', '2027-01-04'],
        ['stage-1-response', dueOn],
      ]);
  });

  it.each(landlordIds)(
    '%s: what is said in a survey is none until the person chooses (Code 1.6)',
    (landlord) => {
      expect(decideReceipt({ receivedAt, landlord, said: { channel: 'survey' } })).toEqual({
        type: 'Refused',
        refusal: { type: 'ChoiceNotRecorded' },
      });
    },
  );

  it.each(landlordIds)('%s: of a caller nobody knows yet the name is found out by 4 January', (landlord) => {
    const said: Partial<Receive> = { channel: 'phone', missing: ['complainant'] };
    expect(datesOf(landlord, said)).toContainEqual(['resident-information', '2027-01-04']);
  });
});

describe('what is said on social media (seed 004)', () => {
  const told = (reachableByEmail: boolean) =>
    accepted(
      decideReceipt({
        receivedAt,
        landlord: 'day-zero',
        reachableByEmail,
        said: { channel: 'social-media' },
      }),
    ).notices.map(({ kind, recipient }) => [kind, recipient]);

  it('is answered to the resident alone, at an address that they gave us', () => {
    expect(told(true)).toEqual([['receipt', { type: 'complainant' }]]);
    expect(told(false)).toEqual([]);
  });
});
