import { describe, expect, it } from 'vitest';
import { type Known, missingFrom } from '../../shared/domain/missing.ts';
import type { Receive } from '../../shared/domain/receiving.ts';
import { accepted, complaintReceived, decideReceipt, type Received } from '../support/complaints.ts';
import { date, type LandlordId } from '../support/rules.ts';

const receivedAt = '2026-12-23T15:00:00Z';
const receive = (said: Partial<Receive>, change: Partial<Received> = {}) =>
  complaintReceived({ receivedAt, said, ...change });
const dates = (said: Partial<Receive>, landlord: LandlordId) =>
  receive(said, { landlord }).obligations.map(({ kind, dueOn }) => [kind, dueOn]);

describe('what has to be found out of who complains (Code 3.2, 3.6)', () => {
  const known: Known = { madeBy: 'individual', isNamed: true, canBeReached: true };
  const speaker = (consent: NonNullable<Receive['representative']>['consent']) => ({
    representative: { consent },
  });

  it.each<[string, Partial<Known>, string[]]>([
    ['nothing of somebody with a name and a way to reach them', {}, []],
    ['who it is, of somebody without a name', { isNamed: false, canBeReached: false }, ['complainant']],
    ['a way to reach somebody with a name alone', { canBeReached: false }, ['way-to-reach']],
    ['nothing of somebody who wants to stay unknown', { madeBy: 'anonymous', isNamed: false }, []],
    ['who leads a group', { madeBy: 'group', isNamed: false, canBeReached: false }, ['complainant']],
    ['consent that nobody asked for', speaker('not-asked'), ['consent']],
    ['consent that was asked for', speaker('asked'), ['consent']],
    ['nothing once the person agrees', speaker('given'), []],
    ['nothing once the person does not agree', speaker('refused'), []],
    ['nothing once the person agrees no longer', speaker('withdrawn'), []],
    ['no consent of an executor', { ...speaker('not-asked'), standing: 'executor' }, []],
    [
      'everything at once',
      { isNamed: false, canBeReached: false, ...speaker('asked') },
      ['complainant', 'consent'],
    ],
  ])('is %s', (_, change, missing) => {
    expect(missingFrom({ ...known, ...change })).toEqual(missing);
  });
});

describe('a complaint of which something has to be found out', () => {
  it('is taken on at once, and owes it to be found out by the day of the acknowledgement', () => {
    const complaint = receive({ missing: ['complainant'] }, { reachableByEmail: false });
    expect(complaint).toMatchObject({ status: 'received', madeBy: 'individual', missing: ['complainant'] });
    expect(complaint.obligations.map(({ id, dueOn }) => [id, dueOn])).toEqual([
      ['stage-1-acknowledgement', '2027-01-04'],
      ['stage-1-response', '2027-01-18'],
      ['resident-information', '2027-01-04'],
    ]);
  });
});

describe('the ways in which a complaint comes', () => {
  it('is no complaint that was only said in a survey (Code 1.3, 1.6)', () => {
    const said = { channel: 'survey' } as const;
    expect(decideReceipt({ receivedAt, said })).toEqual({
      type: 'Refused',
      refusal: { type: 'ChoiceNotRecorded' },
    });
    const chosen = { ...said, chosenOn: date('2026-12-22') };
    expect(receive(chosen)).toMatchObject({ channel: 'survey', chosenOn: '2026-12-22' });
  });

  it('is no choice to complain that nobody has taken yet', () => {
    const decision = decideReceipt({
      receivedAt,
      said: { channel: 'survey', chosenOn: date('2026-12-24') },
    });
    expect(decision).toMatchObject({ refusal: { type: 'HappenedInFuture' } });
  });

  it.each<[string, Partial<Receive>]>([
    ['a resident', {}],
    ['a member of parliament or a councillor', { channel: 'mp-or-councillor' }],
    [
      'a member of parliament who speaks for somebody',
      {
        channel: 'mp-or-councillor',
        representative: { capacity: 'mp', consent: 'given', reachableByEmail: true },
      },
    ],
    [
      'a councillor who speaks for somebody',
      { representative: { capacity: 'councillor', consent: 'given', reachableByEmail: true } },
    ],
    ['somebody without a name', { madeBy: 'anonymous' }],
    ['a member of the public', { standing: 'member-of-the-public' }],
    ['an executor', { standing: 'executor' }],
  ])('gives %s the dates that everybody gets (seed 003)', (_, said) => {
    expect(dates(said, 'counted-from-receipt')).toEqual([
      ['stage-1-acknowledgement', '2027-01-04'],
      ['stage-1-response', '2027-01-11'],
    ]);
  });
});

describe('a representative when a complaint is received', () => {
  const representative = { capacity: 'advocate', reachableByEmail: true } as const;
  const kindsOf = (said: Partial<Receive>, landlord: LandlordId = 'day-zero') =>
    accepted(decideReceipt({ receivedAt, landlord, said })).notices.map(({ id }) => id);

  it('hears nothing before the person agrees', () => {
    const said = { representative: { ...representative, consent: 'not-asked', copies: 'letters' } } as const;
    expect(kindsOf(said)).toEqual(['receipt']);
  });

  it('gets a copy of every letter where the person wants that', () => {
    const said = { representative: { ...representative, consent: 'given', copies: 'letters' } } as const;
    expect(kindsOf(said)).toEqual(['receipt', 'receipt_copy_representative']);
  });

  it.each<[LandlordId, string]>([
    ['day-zero', 'answers'],
    ['two-ombudsmen', 'none'],
  ])('with consent gets from %s copies of %s, unless told otherwise (seed 004)', (landlord, copies) => {
    const said = { representative: { ...representative, consent: 'given' } } as const;
    expect(receive(said, { landlord }).representative?.copies).toBe(copies);
    expect(kindsOf(said, landlord)).toEqual(['receipt']);
  });
});
