import { describe, expect, it } from 'vitest';
import { followedBody } from '../../shared/contracts/access-view.ts';
import type { Complaint } from '../../shared/domain/complaint.ts';
import { toResident } from '../../shared/domain/notices/parts.ts';
import { owe } from '../../shared/domain/stored-notice.ts';
import type { PersonalText } from '../../shared/ports/personal-text.ts';
import { describeForResident } from '../../shared/use-cases/resident-view.ts';
import { describeForStaff } from '../../shared/use-cases/staff-view.ts';
import { complaintWith, ref } from '../support/complaint-parts.ts';
import { sample } from '../support/complaints.ts';
import { at, contextAt, date, type LandlordId } from '../support/rules.ts';

const personal: PersonalText = {
  complainant: { name: 'Sam Okoro', phone: '01632 960777', safeContact: 'No voicemail at home.' },
  others: [
    { party: 'party-2', name: 'Ada Moor', email: 'ada.moor@example.com', phone: '01632 960778' },
    { party: 'party-3', name: 'Ben Moor' },
  ],
  representative: {
    name: 'Cllr Brook',
    email: 'brook@council.example',
    phone: '01632 960779',
    relationship: 'councillor',
    evidence: 'Said on the phone',
  },
  description: 'The lift is broken.',
  salt: 's',
};
const complaint = complaintWith({
  madeBy: 'joint',
  others: [
    { party: 'party-2', reachableByEmail: true, copies: 'letters' },
    { party: 'party-3', reachableByEmail: false, copies: 'none', left: date('2026-12-24') },
    { party: 'party-4', reachableByEmail: true, copies: 'letters', left: date('2026-12-24') },
  ],
  representative: { capacity: 'councillor', consent: 'given', reachableByEmail: true, copies: 'answers' },
  standing: 'former-tenant',
  tenure: 'social-rent',
  tenancyEndedOn: date('2026-11-30'),
  missing: ['way-to-reach'],
});
const texts = new Map([['evidence', 'Form of 24 December']]);
const now = '2026-12-24T12:00:00Z';

describe('what staff read of the people of a complaint', () => {
  const read = (change: Partial<Complaint> = {}, kept: PersonalText | undefined = personal) =>
    describeForStaff({
      stored: { complaint: { ...complaint, ...change }, version: 1, head: '' },
      personal: kept,
      texts,
      basis: contextAt(now),
      record: undefined,
    });

  it('is everybody, how they are reached, and what they get', () => {
    expect(read()).toMatchObject({
      madeBy: 'joint',
      complainant: { name: 'Sam Okoro', phone: '01632 960777', safeContact: 'No voicemail at home.' },
      others: [
        {
          party: 'party-2',
          name: 'Ada Moor',
          email: 'ada.moor@example.com',
          phone: '01632 960778',
          copies: 'letters',
        },
        { party: 'party-3', name: 'Ben Moor', copies: 'none', left: '2026-12-24' },
      ],
      representative: {
        name: 'Cllr Brook',
        email: 'brook@council.example',
        capacity: 'councillor',
        consent: 'given',
        evidence: 'Said on the phone',
        copies: 'answers',
      },
      standing: 'former-tenant',
      tenure: 'social-rent',
      tenancyEndedOn: '2026-11-30',
      missing: ['way-to-reach'],
    });
  });

  it('is the evidence that was recorded last', () => {
    const representative = { ...complaint.representative, evidence: ref('evidence') };
    expect(read({ representative } as Partial<Complaint>).representative?.evidence).toBe(
      'Form of 24 December',
    );
  });

  it('is still who takes part once their names were erased', () => {
    const { others, representative } = describeForStaff({
      stored: { complaint, version: 1, head: '' },
      personal: undefined,
      texts,
      basis: contextAt(now),
      record: undefined,
    });
    expect(others.map(({ name }) => name)).toEqual(Array(3).fill('[erased]'));
    expect(representative).toMatchObject({ name: '[erased]', consent: 'given' });
  });
});

describe('what residents see of the people of their complaint', () => {
  const see = (landlord: LandlordId = 'day-zero', change: Partial<Complaint> = {}) => {
    const view = describeForResident(
      { ...complaint, ...change },
      texts,
      [],
      contextAt(now, landlord),
      personal,
    );
    expect(followedBody.parse(view)).toEqual(view);
    return view;
  };

  it('is who takes part and what they hear, without the address or number of anybody else', () => {
    const { parties } = see();
    expect(parties).toEqual({
      madeBy: 'joint',
      others: [{ name: 'Ada Moor' }, { name: 'Ben Moor', left: '2026-12-24' }],
      representative: { name: 'Cllr Brook', capacity: 'councillor', consent: 'given', copies: 'answers' },
      standing: 'former-tenant',
      tenure: 'social-rent',
      safeContact: 'No voicemail at home.',
      missing: ['way-to-reach'],
    });
    expect(JSON.stringify(see())).not.toMatch(/ada\.moor|council\.example|96077[89]|Said on the phone/);
  });

  it('is nothing that an earlier lead wrote or was written', () => {
    const sentAt = at(now);
    const messages = [
      { id: 'message-1', sentAt, text: ref('of Sam'), ofEarlierLead: true as const },
      { id: 'message-2', sentAt, text: ref('of Ada') },
    ];
    const letters = [1, 2].map((party) => ({
      ...owe(
        toResident(`update_${party}`, 'update', { values: {} }),
        { type: 'complaint', reference: sample },
        sentAt,
      ),
      status: 'delivered' as const,
      party,
    }));
    const led = { ...complaint, party: 2, ledSince: 2, messages };
    const view = describeForResident(led, texts, letters, contextAt(now), personal);
    expect([view.messages.map(({ id }) => id), view.sent.length]).toEqual([['message-2'], 1]);
  });

  it('is no promise of the Ombudsman to a member of the public (seed 003)', () => {
    const standing = 'member-of-the-public';
    expect(see('counted-from-receipt', { standing }).ombudsmanNote).toBe(
      'You are not a resident of ours, so you have no automatic right to the Ombudsman: you can ask them for advice, and they may not be able to look at your complaint.',
    );
    expect(see('counted-from-receipt', { standing }).ombudsmen).toHaveLength(1);
    expect(see('day-zero', { standing }).ombudsmanNote).toBeUndefined();
    expect(see('counted-from-receipt').ombudsmanNote).toBeUndefined();
  });
});
