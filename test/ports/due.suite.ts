import { describe, expect, it } from 'vitest';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import { newApplication } from '../support/calendars.ts';
import { referenceNumber } from '../support/complaints.ts';
import { at } from '../support/rules.ts';
import { changeTo, dueByShard, type MakeStores, newComplaint } from '../support/stored.ts';

const noon = at('2027-01-05T12:00:00Z');
const dueAt = async (store: ComplaintStore, now: string) => (await dueByShard(store, at(now))).flat();

export function findsWhatIsDue(makeStores: MakeStores): void {
  const makeStore = async () => (await makeStores()).store;
  describe('complaints that time has come for', () => {
    it('include the very instant, and nothing a millisecond later', async () => {
      const store = await makeStore();
      await store.receive(newComplaint(1, { wakeAt: noon }));
      await store.receive(newComplaint(2, { wakeAt: at('2027-01-05T12:00:00.001Z') }));
      expect(await dueAt(store, '2027-01-05T11:59:59.999Z')).toEqual([]);
      expect(await dueAt(store, '2027-01-05T12:00:00.000Z')).toEqual([referenceNumber(1)]);
      expect((await dueAt(store, '2027-01-05T12:00:00.001Z')).sort()).toEqual(
        [referenceNumber(1), referenceNumber(2)].sort(),
      );
    });

    it('are found however long ago their instant was, and not where there is none', async () => {
      const store = await makeStore();
      await store.receive(newComplaint(1, { wakeAt: at('2012-01-01T00:00:00Z') }));
      await store.receive(newComplaint(2, { wakeAt: undefined }));
      expect(await dueAt(store, '2099-01-01T00:00:00Z')).toEqual([referenceNumber(1)]);
    });

    it('are each in one shard, the longest due first, and all shards are used', async () => {
      const store = await makeStore();
      const order = [7, 23, 1, 30, 12, 3, 18, 9, 27, 15, 2, 21, 6, 11, 29, 5, 25, 8, 14, 20, 4, 28, 10, 17];
      const instants = new Map<string, string>();
      for (const number of order) {
        const wakeAt = at(`2027-01-${String(number).padStart(2, '0')}T09:00:00Z`);
        instants.set(referenceNumber(number), wakeAt);
        await store.receive(newComplaint(number, { wakeAt }));
      }
      const found = await dueByShard(store, at('2027-02-01T00:00:00Z'));
      expect(found.flat().sort()).toEqual(order.map(referenceNumber).sort());
      for (const references of found) {
        expect(references.length).toBeGreaterThan(0);
        const woken = references.map((reference) => instants.get(reference));
        expect(woken).toEqual(woken.toSorted());
      }
      expect((await dueAt(store, '2027-01-10T09:00:00Z')).length).toBe(10);
    });

    it('are found once each, sixty of the same instant', async () => {
      const store = await makeStore();
      const numbers = Array.from({ length: 60 }, (_, index) => index);
      await Promise.all(numbers.map((number) => store.receive(newComplaint(number, { wakeAt: noon }))));
      const found = await dueAt(store, noon);
      expect(found.toSorted()).toEqual(numbers.map(referenceNumber).sort());
    });
  });

  describe('a complaint that is set aside', () => {
    it('is due at the new instant and not before; nothing else of it changes', async () => {
      const store = await makeStore();
      const complaint = newComplaint(1, { wakeAt: noon });
      await store.receive(complaint);
      await store.setAside(referenceNumber(1), at('2027-01-05T13:00:00Z'));
      expect(await dueAt(store, '2027-01-05T12:59:59.999Z')).toEqual([]);
      expect(await dueAt(store, '2027-01-05T13:00:00.000Z')).toEqual([referenceNumber(1)]);
      expect(await store.load(referenceNumber(1))).toEqual(complaint.stored);
      expect(await store.timeline(referenceNumber(1))).toEqual(complaint.entries);
    });

    it('can still be changed, and is then due when the change says', async () => {
      const store = await makeStore();
      const { stored } = newComplaint(1);
      await store.receive(newComplaint(1, { wakeAt: noon }));
      await store.setAside(referenceNumber(1), at('2027-01-05T13:00:00Z'));
      expect(await store.commit(changeTo(stored, { wakeAt: at('2027-01-05T12:30:00Z') }))).toBe('stored');
      expect(await dueAt(store, '2027-01-05T12:30:00Z')).toEqual([referenceNumber(1)]);
    });

    it('does not become due where it waits for nothing, nor exist where it did not', async () => {
      const store = await makeStore();
      await store.receive(newComplaint(1, { wakeAt: undefined }));
      await store.setAside(referenceNumber(1), noon);
      await store.setAside(referenceNumber(2), noon);
      expect(await dueAt(store, '2099-01-01T00:00:00Z')).toEqual([]);
      expect(await store.load(referenceNumber(2))).toBeUndefined();
    });
  });
  describe('a landlord whose complaints are being counted anew', () => {
    it('stands among the complaints that time has come for, from its own instant on', async () => {
      const { store, archive } = await makeStores();
      await store.receive(newComplaint(1, { wakeAt: noon }));
      await archive.apply(newApplication(), noon, noon);
      expect(await dueAt(store, '2027-01-05T11:59:59.999Z')).toEqual([]);
      const found = await dueAt(store, '2027-01-05T12:00:00.000Z');
      expect(found.toSorted()).toEqual([referenceNumber(1), 'calendar of day-zero'].sort());
    });

    it('is found once, in the order of its instant, wherever it was due before', async () => {
      const { store, archive } = await makeStores();
      const landlords = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];
      const instants = new Map<string, string>();
      for (const [index, landlord] of landlords.entries()) {
        const wakeAt = at(`2027-01-05T12:${30 - index}:00Z`);
        await archive.apply(newApplication({ landlord }), noon, noon);
        await archive.apply(newApplication({ landlord, revision: 1 }), wakeAt, noon);
        instants.set(`calendar of ${landlord}`, wakeAt);
      }
      const found = await dueByShard(store, at('2027-01-06T12:00:00Z'));
      expect(found.flat().sort()).toEqual([...instants.keys()]);
      for (const shard of found) {
        const woken = shard.map((name) => instants.get(name));
        expect(woken).toEqual(woken.toSorted());
      }
    });

    it('waits for nothing once they are', async () => {
      const { store, archive } = await makeStores();
      await archive.apply(newApplication(), noon, noon);
      const { pass: _, ...finished } = newApplication({ revision: 1 });
      await archive.apply(finished, undefined, noon);
      expect(await dueAt(store, '2099-01-01T00:00:00Z')).toEqual([]);
    });

    it('that is set aside is due at the new instant and not before, and otherwise as it was', async () => {
      const { store, archive } = await makeStores();
      await archive.apply(newApplication(), noon, noon);
      await archive.setAside('day-zero', at('2027-01-05T13:00:00Z'));
      expect(await dueAt(store, '2027-01-05T12:59:59.999Z')).toEqual([]);
      expect(await dueAt(store, '2027-01-05T13:00:00.000Z')).toEqual(['calendar of day-zero']);
      expect(await archive.application('day-zero')).toEqual(newApplication());
      const next = newApplication({ revision: 1 });
      expect(await archive.apply(next, at('2027-01-05T12:30:00Z'), noon)).toBe('stored');
      expect(await dueAt(store, '2027-01-05T12:30:00.000Z')).toEqual(['calendar of day-zero']);
    });

    it('does not become due by being set aside, nor exist where it did not', async () => {
      const { store, archive } = await makeStores();
      await archive.apply(newApplication(), undefined, noon);
      await archive.setAside('day-zero', noon);
      await archive.setAside('code-2024', noon);
      expect(await dueAt(store, '2099-01-01T00:00:00Z')).toEqual([]);
      expect(await archive.application('code-2024')).toBeUndefined();
    });
  });
}
