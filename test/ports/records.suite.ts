import { describe, expect, it } from 'vitest';
import type { PropertyRecord, ResidentRecord } from '../../shared/domain/records.ts';
import type { NewComplaint } from '../../shared/ports/complaint-store.ts';
import { referenceNumber } from '../support/complaints.ts';
import { at, date } from '../support/rules.ts';
import type { MakeStores } from '../support/stored.ts';
import { answerFor, changeTo, newComplaint, readAll } from '../support/stored.ts';

const landlord = 'day-zero';
const [resident, property] = [`r-${'a'.repeat(22)}`, `p-${'a'.repeat(22)}`];
/** Of the same person’s number. */
const other = `r-${'b'.repeat(22)}`;
const person = { landlord, id: resident };
const home = { landlord, id: property };
const sams: ResidentRecord = {
  ...person,
  revision: 1,
  name: 'Sam Okoro',
  safeContact: { mayBeMailed: false, voicemail: 'no', note: 'Only before noon.' },
  adjustments: [{ kind: 'large-print', note: 'At least 16 point.' }],
  disabilities: ['Low vision.'],
  updatedAt: at('2026-12-23T15:00:00Z'),
};
const flat: PropertyRecord = { ...home, revision: 1, address: '1 Elm Road', hazards: ['gas'] };

/** A complaint of that person’s about that home. */
function theirs(number: number, receivedOn = '2026-12-23', change: Partial<NewComplaint> = {}): NewComplaint {
  const complaint = newComplaint(number, change);
  const { stored } = complaint;
  const state = { ...stored.complaint, resident, property, receivedOn: date(receivedOn) };
  const joins = { residents: [other, resident], property, whileSafe: [other, resident] };
  return { joins, ...complaint, stored: { ...stored, complaint: state } };
}

/** What records promise together with the store, whatever they are kept in. */
export function recordsSuite(makeStores: MakeStores): void {
  describe('a record', () => {
    it('is read as it was stored, and a person’s is no home’s', async () => {
      const { records } = await makeStores();
      expect(await records.readResident(person)).toBeUndefined();
      expect(await records.saveResident(sams)).toBe('stored');
      expect(await records.saveProperty(flat)).toBe('stored');
      expect(await records.readResident(person)).toEqual(sams);
      expect(await records.readProperty(home)).toEqual(flat);
      expect(await records.readResident({ ...person, landlord: 'code-2024' })).toBeUndefined();
      expect(await records.readProperty(person)).toBeUndefined();
    });

    it.each([1, 2, 4])('at revision 2 is not replaced by one of revision %i', async (revision) => {
      const { records } = await makeStores();
      await records.saveResident(sams);
      await records.saveResident({ ...sams, revision: 2 });
      expect(await records.saveResident({ ...sams, revision, name: 'X' })).toBe('changed-meanwhile');
      expect(await records.readResident(person)).toEqual({ ...sams, revision: 2 });
    });

    it('that nobody wrote is not changed', async () => {
      const { records } = await makeStores();
      expect(await records.saveProperty({ ...flat, revision: 2 })).toBe('changed-meanwhile');
      expect(await records.readProperty(home)).toBeUndefined();
    });

    it('written ten times at the same instant is written once', async () => {
      const { records } = await makeStores();
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => records.saveResident(sams)));
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
    });
  });

  describe('the complaints of a record', () => {
    it('are those received with it, the newest first, written record or not', async () => {
      const { records, store } = await makeStores();
      await store.receive(theirs(1, '2026-12-22'));
      await store.receive(theirs(2, '2026-12-24'));
      await store.receive(theirs(3, '2026-12-23'));
      await store.receive(newComplaint(4));
      await records.saveProperty(flat);
      const inOrder = [2, 3, 1].map(referenceNumber);
      expect(await records.complaintsOf('resident', person)).toEqual(inOrder);
      expect(await records.complaintsOf('resident', { landlord, id: other })).toEqual(inOrder);
      expect(await records.complaintsOf('property', home)).toEqual(inOrder);
      expect(await records.complaintsOf('property', { ...home, landlord: 'code-2024' })).toEqual([]);
    });

    it('are joined by one that is corrected or raised, and by none that was refused', async () => {
      const { records, store } = await makeStores();
      const complaint = newComplaint(1);
      await store.receive(complaint);
      await store.receive(theirs(2, '2026-12-22', { at: at('2026-12-23T15:00:00Z') }));
      expect(await store.receive(theirs(2))).toBe('reference-taken');
      const joins = { residents: [resident], property, whileSafe: [resident] };
      const change = changeTo(complaint.stored, { joins, raised: theirs(3, '2026-12-21') });
      expect(await store.commit({ ...change, expectedVersion: 9 })).toBe('changed-meanwhile');
      expect(await records.complaintsOf('resident', person)).toEqual([referenceNumber(2)]);
      expect(await store.commit(change)).toBe('stored');
      const all = [1, 2, 3].map(referenceNumber);
      expect(await records.complaintsOf('resident', person)).toEqual(all);
      expect(await records.complaintsOf('property', home)).toEqual(all);
    });
  });

  describe('a resident whose record says that mail is unsafe', () => {
    const safe = { ...sams, safeContact: { ...sams.safeContact, mayBeMailed: true } };

    it('has no complaint stored that would be mailed, nor its answer', async () => {
      const { records, store } = await makeStores();
      await records.saveResident(sams);
      const complaint = theirs(1, '2026-12-23', { answer: answerFor('form-1') });
      expect(await store.receive(complaint)).toEqual({ unsafe: [resident] });
      await records.saveResident({ ...sams, id: other });
      expect(await store.receive(complaint)).toEqual({ unsafe: [other, resident] });
      expect((await readAll(store, referenceNumber(1))).stored).toBeUndefined();
      expect(await store.answerTo(answerFor('form-1'), complaint.at)).toBeUndefined();
      const joins = { residents: [resident], whileSafe: [] };
      expect(await store.receive({ ...complaint, joins })).toBe('stored');
    });

    it('is another’s with another landlord, and may be mailed once the record says so', async () => {
      const { records, store } = await makeStores();
      await records.saveResident({ ...sams, landlord: 'code-2024' });
      expect(await store.receive(theirs(1))).toBe('stored');
      await records.saveResident(sams);
      await records.saveResident({ ...safe, revision: 2 });
      expect(await store.receive(theirs(2))).toBe('stored');
    });

    it('is told after what is known already: a key, a reference', async () => {
      const { records, store } = await makeStores();
      await store.receive(theirs(1, '2026-12-23', { answer: answerFor('form-1') }));
      await records.saveResident(sams);
      expect(await store.receive(theirs(1, '2026-12-23', { answer: answerFor('form-1') }))).toBe('key-taken');
      expect(await store.receive(theirs(1))).toBe('reference-taken');
    });

    it('is not mailed by a change either, which is stored once it mails nothing', async () => {
      const { records, store } = await makeStores();
      const complaint = newComplaint(1);
      await store.receive(complaint);
      await records.saveResident(sams);
      const joins = { residents: [resident], whileSafe: [resident] };
      const joined = changeTo(complaint.stored, { joins });
      expect(await store.commit({ ...joined, expectedVersion: 9 })).toBe('changed-meanwhile');
      expect(await store.commit(joined)).toEqual({ unsafe: [resident] });
      expect(await records.complaintsOf('resident', person)).toEqual([]);
      const raised = theirs(2);
      expect(await store.commit({ ...joined, joins: undefined, raised })).toEqual({ unsafe: [resident] });
      expect(await store.commit({ ...joined, joins: { ...joins, whileSafe: [] } })).toBe('stored');
    });
  });

  describe('looking for somebody', () => {
    const called = (number: number, name: string, address?: string) =>
      newComplaint(number, {
        personal: { complainant: { name, ...(address && { address }) }, description: 'x', salt: 'c2FsdA' },
      });

    it('finds complaints by the beginning of a surname or of a postcode', async () => {
      const { store } = await makeStores();
      await store.receive(called(1, 'Sam Okoro', '1 Elm Road TV1 1AA'));
      await store.receive(called(2, 'Ann OKOROAFOR', '2 Elm Road tv1 2bb'));
      await store.receive(called(3, 'Okoro Smith'));
      await store.receive(newComplaint(4, { personal: { description: 'x', salt: 'c2FsdA' } }));
      const [one, two] = [referenceNumber(1), referenceNumber(2)];
      expect(await store.find(landlord, { surname: ' Okoro' }, 9)).toEqual([one, two]);
      expect(await store.find(landlord, { surname: 'okoro' }, 1)).toEqual([one]);
      expect(await store.find(landlord, { postcode: 'tv1 1a' }, 9)).toEqual([one]);
      expect(await store.find(landlord, { postcode: 'TV1' }, 9)).toEqual([one, two]);
      expect(await store.find('code-2024', { surname: 'okoro' }, 9)).toEqual([]);
    });
  });

  describe('complaints read together', () => {
    it('come with their words in the order named, without what does not exist', async () => {
      const { store } = await makeStores();
      const complaints = [newComplaint(1), newComplaint(2)];
      for (const each of complaints) await store.receive(each);
      const found = await store.loadAll([2, 3, 1].map(referenceNumber));
      const [first, second] = complaints.map(({ stored, personal }) => ({ stored, personal }));
      expect(found).toEqual([second, first]);
      expect(await store.loadAll([])).toEqual([]);
    });
  });
}
