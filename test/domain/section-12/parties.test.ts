import { describe, expect, it } from 'vitest';
import type { RecordConsent } from '../../../shared/domain/commands/parties.ts';
import type { Receive } from '../../../shared/domain/receiving.ts';
import { mayLackOmbudsman } from '../../../shared/domain/standing.ts';
import {
  accepted,
  carryOut,
  complaintReceived,
  decideReceipt,
  handler,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { excluding } from '../../support/exclusions.ts';
import { date, type LandlordId, landlordIds, versionOf } from '../../support/rules.ts';
import { day } from './lives.ts';

/** Section 12.3: who complains, of each landlord. */

const receivedAt = '2026-12-23T15:00:00Z';
const receive = (landlord: LandlordId, said: Partial<Receive>) =>
  complaintReceived({ receivedAt, landlord, said });
const now = day('2026-12-30');
const party = (number: number) =>
  ({ party: `party-${number}`, reachableByEmail: true, copies: 'letters' }) as const;

describe('a complaint without a name (seed 000)', () => {
  it.each(landlordIds)('%s: is looked into, and nobody is told of it', (landlord) => {
    const said = { madeBy: 'anonymous', missing: [] } as const;
    const decided = accepted(decideReceipt({ receivedAt, landlord, said }));
    expect(decided.notices).toEqual([]);
    const { status, obligations } = receive(landlord, said);
    expect([status, obligations.map(({ kind }) => kind)]).toEqual([
      'received',
      ['stage-1-acknowledgement', 'stage-1-response'],
    ]);
  });

  it.each(landlordIds)('%s: that is not taken on leaves reasons on record, and no letter', (landlord) => {
    const nameless = complaintReceived({
      receivedAt,
      landlord,
      reachableByEmail: false,
      said: { madeBy: 'anonymous' },
    });
    const { complaint, notices } = carryOut(nameless, excluding, now);
    expect(complaint.exclusion).toMatchObject({ ground: 'already-considered', reasons: textRef(3) });
    expect(notices).toEqual([]);
  });
});

describe('several people who complain together (Code 1.2)', () => {
  it.each(landlordIds)('%s: none withdraws for all, of two by name or of a group', (landlord) => {
    const joint = receive(landlord, { madeBy: 'joint', others: [party(2), party(3)] });
    expect(refusalOf(joint, { type: 'Withdraw' }, now)).toEqual({ type: 'NotForAll', others: 2 });
    const group = receive(landlord, { madeBy: 'group' });
    expect(refusalOf(group, { type: 'Withdraw' }, now)).toEqual({ type: 'NotForAll', others: 0 });
    const all = { type: 'Withdraw', by: handler, forAll: true } as const;
    expect(carryOut(joint, all, now).complaint.status).toBe('withdrawn');
  });
});

describe('somebody who speaks for the person (Code 3.6)', () => {
  const speaker = (consent: 'not-asked' | 'asked') =>
    ({ representative: { capacity: 'advocate', consent, reachableByEmail: true } }) as const;
  const recording = (consent: RecordConsent['consent']): RecordConsent => ({
    type: 'RecordConsent',
    by: handler,
    consent,
    evidence: textRef(1),
  });

  it.each<[LandlordId, string]>([
    ['six-month-limit', 'none'],
    ['fifteen-day-window', 'none'],
    ['two-ombudsmen', 'none'],
    ['counted-from-receipt', 'none'],
    ['day-zero', 'answers'],
    ['code-2024', 'none'],
  ])('%s: gets copies of %s by itself once the person agrees (seed 004)', (landlord, copies) => {
    const asked = receive(landlord, speaker('asked'));
    expect(asked.representative?.copies).toBe('none');
    expect(carryOut(asked, recording('given'), now).complaint.representative?.copies).toBe(copies);
  });

  it.each(landlordIds)('%s: gets nothing where the person says no, whatever was asked for', (landlord) => {
    const refused = carryOut(receive(landlord, speaker('asked')), recording('refused'), now).complaint;
    const copying = {
      type: 'InstructCopies',
      by: handler,
      party: 'representative',
      copies: 'letters',
    } as const;
    expect(refusalOf(refused, copying, now)).toEqual({ type: 'ConsentNeeded', consent: 'refused' });
    const { notices } = carryOut(refused, excluding, now);
    expect(notices.map(({ recipient }) => recipient)).toEqual([{ type: 'complainant' }]);
  });

  it('seed 004: an answer is copied to them, and what comes before it is not', () => {
    const agreed = carryOut(receive('day-zero', speaker('asked')), recording('given'), now).complaint;
    const points = [{ definition: textRef(1), responsible: true }];
    const acknowledge = { type: 'Acknowledge', by: handler, points } as const;
    expect(carryOut(agreed, acknowledge, now).notices.map(({ id }) => id)).toEqual(['acknowledgement']);
    expect(carryOut(agreed, excluding, now).notices.map(({ recipient }) => recipient)).toEqual([
      { type: 'complainant' },
      { type: 'copied', party: 'representative' },
    ]);
  });

  it.each(landlordIds)('%s: an executor of somebody who has died is asked nothing', (landlord) => {
    const executor = receive(landlord, { ...speaker('not-asked'), standing: 'executor' });
    const { notices, complaint } = carryOut(executor, recording('asked'), now);
    expect([notices, complaint.missing]).toEqual([[], []]);
  });
});

describe('somebody who is no tenant now', () => {
  it.each<[LandlordId, boolean]>([
    ['six-month-limit', false],
    ['fifteen-day-window', false],
    ['two-ombudsmen', false],
    ['counted-from-receipt', true],
    ['day-zero', false],
    ['code-2024', false],
  ])('%s: says that a member of the public may lack the way to the Ombudsman: %s', (landlord, lacks) => {
    const policy = versionOf(landlord);
    const passerBy = receive(landlord, { standing: 'member-of-the-public' });
    expect(mayLackOmbudsman(passerBy, policy)).toBe(lacks);
    for (const standing of ['resident', 'former-tenant', 'applicant', 'executor'] as const)
      expect(mayLackOmbudsman(receive(landlord, { standing }), policy)).toBe(false);
  });

  it.each(landlordIds)(
    '%s: a former tenant is taken on whenever they left, and may be judged later',
    (landlord) => {
      const said = { standing: 'former-tenant', tenancyEndedOn: date('2024-06-30') } as const;
      expect(receive(landlord, said).status).toBe('received');
    },
  );
});
