import { describe, expect, it } from 'vitest';
import type { Convert } from '../../../shared/domain/enquiries/convert.ts';
import { complaintReceived, handler, referenceNumber } from '../../support/complaints.ts';
import { at, date, type LandlordId, landlordIds } from '../../support/rules.ts';
import { acceptedEnquiry, carryOutOn, decideLog, enquiryLogged } from '../enquiries/enquiry-samples.ts';

/** Sections 12.2 and 12.5: what is no complaint, of each landlord, whatever its own text calls it. */

const firstContact = '2026-12-16T10:00:00Z';
const now = '2026-12-23T15:00:00Z';
const by = handler;
const converting = (how: { dissatisfiedAt: ReturnType<typeof at> } | { filedWrongly: true }): Convert => ({
  type: 'Convert',
  by,
  complaint: referenceNumber(2),
  ...how,
});

describe('a request for a service (Code 1.4, 1.5)', () => {
  it.each(landlordIds)('%s: is looked at again on 4 January, and whoever asked hears that', (landlord) => {
    const { enquiry, notices } = acceptedEnquiry(decideLog(firstContact, {}, landlord));
    expect(enquiry.review?.dueOn).toBe('2027-01-04');
    expect(notices.map(({ kind, values }) => [kind, values.reviewDueOn])).toEqual([
      ['service-request-receipt', 'Monday 4 January 2027'],
    ]);
  });

  it.each<[LandlordId, dissatisfied: string, filedWrongly: string]>([
    ['six-month-limit', '2027-01-18', '2027-01-11'],
    ['fifteen-day-window', '2027-01-18', '2027-01-11'],
    ['two-ombudsmen', '2027-01-18', '2027-01-11'],
    ['counted-from-receipt', '2027-01-11', '2027-01-04'],
    ['day-zero', '2027-01-18', '2027-01-11'],
    ['code-2024', '2027-01-18', '2027-01-11'],
  ])(
    '%s: is answered by %s once its sender is dissatisfied, and by %s where it was a complaint all along',
    (landlord, dissatisfied, filedWrongly) => {
      const request = enquiryLogged(firstContact, {}, landlord);
      const dueOn = (command: Convert) => {
        const { converts } = carryOutOn(request, command, now);
        const { receivedAt = '', ...said } = converts ?? {};
        const complaint = complaintReceived({
          receivedAt: now,
          landlord,
          said: { ...said, receivedAt: at(receivedAt) },
        });
        expect(complaint.enquiry?.firstContactOn).toBe('2026-12-16');
        return complaint.obligations.find(({ id }) => id === 'stage-1-response')?.dueOn;
      };
      expect(dueOn(converting({ dissatisfiedAt: at('2026-12-23T09:00:00Z') }))).toBe(dissatisfied);
      expect(dueOn(converting({ filedWrongly: true }))).toBe(filedWrongly);
    },
  );

  it.each(landlordIds)(
    '%s: goes on beside the complaint, seed 004 too, whose text wants it to fail first',
    (landlord) => {
      const request = enquiryLogged(firstContact, {}, landlord);
      const { enquiry } = carryOutOn(
        request,
        converting({ dissatisfiedAt: at('2026-12-17T09:00:00Z') }),
        now,
      );
      expect([enquiry.status, enquiry.review?.dueOn]).toEqual(['open', '2027-01-04']);
    },
  );
});

describe('a compliment (seeds 001, 003 and 004)', () => {
  it.each(landlordIds)('%s: is thanked for, owes nothing and is no complaint', (landlord) => {
    const { enquiry, notices } = acceptedEnquiry(decideLog(firstContact, { kind: 'compliment' }, landlord));
    expect([enquiry.status, enquiry.review, enquiry.complaints]).toEqual(['acknowledged', undefined, []]);
    expect(notices.map(({ kind }) => kind)).toEqual(['compliment-thanks']);
  });
});

describe('what is said in a survey (Code 1.6; seed 003)', () => {
  it.each(landlordIds)(
    '%s: is noted with the choice to complain, and is no complaint by itself',
    (landlord) => {
      const choice = { offeredOn: date('2026-12-16'), answer: 'not-now' } as const;
      const said = { kind: 'survey', channel: 'survey', choice } as const;
      const { enquiry, notices } = acceptedEnquiry(decideLog(firstContact, said, landlord));
      expect([enquiry.choice, enquiry.complaints, notices]).toEqual([choice, [], []]);
    },
  );
});
