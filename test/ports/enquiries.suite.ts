import { describe, expect, it } from 'vitest';
import { type Enquiry, versionOf } from '../../shared/domain/enquiries/enquiry.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { owe } from '../../shared/domain/stored-notice.ts';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import type { EnquiryChange, EnquiryStore, NewEnquiry } from '../../shared/ports/enquiries.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { StaffRegister } from '../../shared/ports/staff-register.ts';
import { acceptedEnquiry, carryOutOn, decideLog } from '../domain/enquiries/enquiry-samples.ts';
import { referenceNumber } from '../support/complaints.ts';
import { person } from '../support/people.ts';
import { at } from '../support/rules.ts';
import { answerFor, dueByShard, newComplaint } from '../support/stored.ts';

type MakeEnquiries = () => Promise<{
  enquiries: EnquiryStore;
  store: ComplaintStore;
  register: StaffRegister;
  records: Records;
}>;

const now = '2026-12-16T10:00:00Z';
const noon = at('2026-12-29T12:00:00Z');
const answer = answerFor('request-1');
const personal = {
  enquirer: { name: 'Sam Okoro', email: 'sam.okoro@example.com' },
  description: 'It drips.',
};
const reviewed = { type: 'ReviewRequest', by: staffId('hana'), outcome: 'still-open' } as const;

function newEnquiry(number: number, change: object = {}, write: Partial<NewEnquiry> = {}): NewEnquiry {
  const reference = referenceNumber(number);
  const { enquiry, notices } = acceptedEnquiry(decideLog(now, { reference, ...change }));
  return {
    enquiry,
    personal,
    notices: notices.map((notice) => owe(notice, { type: 'enquiry', reference }, at(now))),
    wakeAt: noon,
    at: at(now),
    answer: undefined,
    ...write,
  };
}

function changeTo(enquiry: Enquiry, change: Partial<EnquiryChange> = {}): EnquiryChange {
  return {
    enquiry: carryOutOn(enquiry, reviewed, '2026-12-23T10:00:00Z').enquiry,
    expectedVersion: versionOf(enquiry),
    texts: [],
    notices: [],
    complaint: undefined,
    wakeAt: undefined,
    at: at(now),
    answer: undefined,
    ...change,
  };
}

/** What every store of enquiries promises, whatever it keeps things in. */
export function enquiriesSuite(make: MakeEnquiries): void {
  describe('an enquiry', () => {
    it('is read as it was logged, with its words, its notice and the answer to its request', async () => {
      const { enquiries, store, register } = await make();
      await register.save(person('hana'));
      const logged = newEnquiry(1, {}, { answer });
      const { reference } = logged.enquiry;
      expect(await enquiries.log(logged)).toBe('stored');
      expect(await enquiries.load(reference)).toEqual(logged.enquiry);
      const people = [staffId('hana'), staffId('nobody')];
      expect(await enquiries.loadForCommand({ reference, key: answer, people }, at(now))).toEqual({
        enquiry: logged.enquiry,
        personal,
        answer: expect.objectContaining({ status: 201 }),
        people: [person('hana')],
      });
      const key = { owner: { type: 'enquiry', reference } as const, id: 'service-request-receipt' };
      expect(await store.loadNotice(key)).toMatchObject({
        notice: logged.notices[0],
        stored: undefined,
        enquiry: { enquiry: logged.enquiry, personal },
      });
    });

    it('that does not exist is read as nothing', async () => {
      const { enquiries } = await make();
      const reference = referenceNumber(1);
      expect(await enquiries.load(reference)).toBeUndefined();
      expect(await enquiries.loadForCommand({ reference, people: [] }, at(now))).toMatchObject({
        people: [],
      });
      expect(await enquiries.commit(changeTo(newEnquiry(1).enquiry))).toBe('changed-meanwhile');
      expect(await enquiries.readTexts(reference)).toEqual(new Map());
    });

    it('is logged once for its reference, and once for its key', async () => {
      const { enquiries, store } = await make();
      await enquiries.log(newEnquiry(1, {}, { answer }));
      expect(await enquiries.log(newEnquiry(1, { kind: 'compliment' }))).toBe('reference-taken');
      expect(await enquiries.log(newEnquiry(2, {}, { answer }))).toBe('key-taken');
      expect(await enquiries.load(referenceNumber(2))).toBeUndefined();
      expect((await enquiries.load(referenceNumber(1)))?.kind).toBe('service-request');
      expect(await store.answerTo(answer, at(now))).toMatchObject({ status: 201 });
    });

    it('is changed with what staff wrote, by one of twenty at the same instant', async () => {
      const { enquiries } = await make();
      const { enquiry } = newEnquiry(1);
      await enquiries.log(newEnquiry(1));
      const notes = Array.from({ length: 20 }, (_, index) => ({
        id: `note-${index}`,
        text: `x${index}`,
        salt: 's',
      }));
      const outcomes = await Promise.all(
        notes.map((note) => enquiries.commit(changeTo(enquiry, { texts: [note] }))),
      );
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      const winner = outcomes.indexOf('stored');
      expect(await enquiries.readTexts(enquiry.reference)).toEqual(
        new Map([[`note-${winner}`, `x${winner}`]]),
      );
      expect((await enquiries.load(enquiry.reference))?.revision).toBe(2);
    });

    it('becomes a complaint in the same write, or nothing happens', async () => {
      const { enquiries, store } = await make();
      const { enquiry } = newEnquiry(1);
      await enquiries.log(newEnquiry(1));
      const { at: _, answer: __, ...complaint } = newComplaint(2);
      await store.receive(newComplaint(2));
      expect(await enquiries.commit(changeTo(enquiry, { complaint }))).toBe('changed-meanwhile');
      expect(await enquiries.load(enquiry.reference)).toEqual(enquiry);
      const { at: ___, answer: ____, ...other } = newComplaint(3);
      expect(await enquiries.commit(changeTo(enquiry, { complaint: other, answer }))).toBe('stored');
      expect(await store.load(referenceNumber(3))).toEqual(other.stored);
      expect(await store.timeline(referenceNumber(3))).toHaveLength(1);
      expect(await enquiries.commit(changeTo(enquiry, { answer }))).toBe('key-taken');
    });

    it('of somebody whom mail could endanger is neither logged nor made a complaint that mails them', async () => {
      const { enquiries, records, store } = await make();
      const [id, other] = [`r-${'a'.repeat(22)}`, `r-${'b'.repeat(22)}`];
      const whileSafe = [other, id];
      await enquiries.log(newEnquiry(1, {}, { whileSafe }));
      const safeContact = { mayBeMailed: false, voicemail: 'no' } as const;
      const known = { revision: 1, adjustments: [], disabilities: [], updatedAt: at(now) };
      await records.saveResident({ landlord: 'day-zero', id, ...known, safeContact });
      expect(await enquiries.log(newEnquiry(2, {}, { whileSafe, answer }))).toEqual({ unsafe: [id] });
      expect(await enquiries.load(referenceNumber(2))).toBeUndefined();
      const { at: _, answer: __, ...complaint } = newComplaint(3);
      const joins = { residents: whileSafe, whileSafe };
      const change = changeTo(newEnquiry(1).enquiry, { complaint: { ...complaint, joins }, answer });
      expect(await enquiries.commit(change)).toEqual({ unsafe: [id] });
      expect(await store.load(referenceNumber(3))).toBeUndefined();
      const unmailed = { ...complaint, joins: { ...joins, whileSafe: [other] } };
      expect(await enquiries.commit({ ...change, complaint: unmailed })).toBe('stored');
      expect(await records.complaintsOf('resident', { landlord: 'day-zero', id })).toHaveLength(1);
    });

    it('is due at its instant among all else, until it is set aside or waits no more', async () => {
      const { enquiries, store } = await make();
      const due = async (instant: string) => (await dueByShard(store, at(instant))).flat();
      await enquiries.log(newEnquiry(1));
      await store.receive(newComplaint(2, { wakeAt: noon }));
      expect(await due('2026-12-29T11:59:59.999Z')).toEqual([]);
      const both = [referenceNumber(2), `enquiry ${referenceNumber(1)}`].sort();
      expect((await due('2026-12-29T12:00:00Z')).sort()).toEqual(both);
      await enquiries.setAside(referenceNumber(1), at('2026-12-29T13:00:00Z'));
      expect(await due('2026-12-29T12:30:00Z')).toEqual([referenceNumber(2)]);
      await enquiries.commit(changeTo(newEnquiry(1).enquiry));
      expect(await due('2099-01-01T00:00:00Z')).toEqual([referenceNumber(2)]);
    });
  });

  describe('the lists of a landlord', () => {
    it('hold open requests by the day of their review, page by page, and no complaint', async () => {
      const { enquiries, store } = await make();
      await store.receive(newComplaint(9));
      const days = ['2026-12-11', '2026-12-09', '2026-12-10'];
      for (const [index, day] of days.entries())
        await enquiries.log(newEnquiry(index + 1, { receivedAt: at(`${day}T10:00:00Z`), team: 'repairs' }));
      await enquiries.log(newEnquiry(4, { kind: 'compliment' }));
      const first = await enquiries.requests({ landlord: 'day-zero', limit: 2 });
      expect(first).toMatchObject({
        more: true,
        items: [
          { reference: referenceNumber(2), on: '2026-12-23', team: 'repairs', status: 'open' },
          { reference: referenceNumber(3), on: '2026-12-24' },
        ],
      });
      const after = first.items[1]?.after;
      const rest = await enquiries.requests({ landlord: 'day-zero', after, limit: 2 });
      expect([rest.more, rest.items.map(({ reference }) => reference)]).toEqual([
        false,
        [referenceNumber(1)],
      ]);
      expect(await enquiries.requests({ landlord: 'code-2024', limit: 2 })).toEqual({
        items: [],
        more: false,
      });
    });

    it('say whom a complaint that came of an enquiry is about', async () => {
      const { enquiries } = await make();
      const { enquiry } = newEnquiry(1);
      await enquiries.log(newEnquiry(1));
      const staffComplainedAbout = [staffId('hana'), staffId('jo')];
      await enquiries.commit(changeTo({ ...enquiry, staffComplainedAbout }));
      const { items } = await enquiries.requests({ landlord: 'day-zero', limit: 2 });
      expect(items).toMatchObject([{ staffComplainedAbout: ['hana', 'jo'] }]);
    });

    it('hold compliments by the day they came, from the first to the last that is asked for', async () => {
      const { enquiries } = await make();
      const days = ['2026-09-30', '2026-10-01', '2026-12-16'];
      for (const [index, day] of days.entries())
        await enquiries.log(
          newEnquiry(index + 1, { kind: 'compliment', receivedAt: at(`${day}T08:00:00Z`) }),
        );
      const found = await enquiries.compliments('day-zero', '2026-10-01', '2026-12-16');
      expect(found.map(({ on }) => on)).toEqual(['2026-10-01', '2026-12-16']);
      expect(await enquiries.compliments('code-2024', '2026-01-01', '2026-12-31')).toEqual([]);
    });
  });
}
