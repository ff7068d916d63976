import { describe, expect, it } from 'vitest';
import type { ComplaintChange, ComplaintStore, StoredComplaint } from '../../shared/ports/complaint-store.ts';
import { referenceNumber } from '../support/complaints.ts';
import { at } from '../support/rules.ts';
import type { MakeStore } from '../support/stored.ts';
import { changeTo, dueByShard, newComplaint, otherNotice, readAll } from '../support/stored.ts';

const reference = referenceNumber(1);
const soon = at('2026-12-29T09:00:00Z');

async function withComplaint(makeStore: MakeStore) {
  const store = await makeStore();
  const complaint = newComplaint(1);
  await store.receive(complaint);
  return { store, stored: complaint.stored, receipt: complaint.notices[0] ?? otherNotice(reference, '') };
}

const everything = async (store: ComplaintStore) => ({
  ...(await readAll(store, reference, ['receipt', 'alert'])),
  due: await dueByShard(store, soon),
});

export function commitsChanges(makeStore: MakeStore): void {
  describe('committing a change', () => {
    it('stores state, entries and notices together', async () => {
      const { store, stored, receipt } = await withComplaint(makeStore);
      const alert = otherNotice(reference, 'alert');
      const changed = { ...receipt, status: 'delivered' as const, revision: 1 };
      const change = changeTo(stored, { newNotices: [alert], changedNotices: [changed] });
      expect(await store.commit(change)).toBe('stored');
      const all = await readAll(store, reference, ['receipt', 'alert']);
      expect(all.stored).toEqual(change.stored);
      expect(all.timeline).toEqual([...newComplaint(1).entries, ...change.entries]);
      expect(all.notices.map((each) => each?.notice)).toEqual([changed, alert]);
      expect(all.notices.map((each) => each?.stored?.version)).toEqual([2, 2]);
    });

    const refused: [string, (stored: StoredComplaint) => ComplaintChange][] = [
      ['a version that is older', (stored) => changeTo(stored, { expectedVersion: 0 })],
      ['a version that is yet to come', (stored) => changeTo(stored, { expectedVersion: 2 })],
      [
        'a notice that is owed already',
        (stored) =>
          changeTo(stored, {
            newNotices: [otherNotice(reference, 'alert'), otherNotice(reference, 'receipt')],
          }),
      ],
      [
        'a notice that somebody changed meanwhile',
        (stored) =>
          changeTo(stored, {
            newNotices: [otherNotice(reference, 'alert')],
            changedNotices: [otherNotice(reference, 'receipt', { revision: 2 })],
          }),
      ],
      [
        'a notice whose revision did not rise',
        (stored) =>
          changeTo(stored, { changedNotices: [otherNotice(reference, 'receipt', { revision: 0 })] }),
      ],
      [
        'a changed notice that does not exist',
        (stored) => changeTo(stored, { changedNotices: [otherNotice(reference, 'alert', { revision: 1 })] }),
      ],
      [
        'a complaint that does not exist',
        (stored) =>
          changeTo({ ...stored, complaint: { ...stored.complaint, reference: referenceNumber(2) } }),
      ],
    ];
    it.each(refused)('based on %s stores nothing at all', async (_, change) => {
      const { store, stored } = await withComplaint(makeStore);
      const before = await everything(store);
      expect(await store.commit(change(stored))).toBe('changed-meanwhile');
      expect(await everything(store)).toEqual(before);
      expect(await readAll(store, referenceNumber(2))).toMatchObject({ stored: undefined, timeline: [] });
    });

    it('begins a complaint of its own with the change, or stores neither', async () => {
      const { store, stored } = await withComplaint(makeStore);
      const { at: _, answer: __, ...raised } = newComplaint(2);
      expect(await store.commit(changeTo(stored, { expectedVersion: 0, raised }))).toBe('changed-meanwhile');
      expect(await store.load(referenceNumber(2))).toBeUndefined();
      expect(await store.commit(changeTo(stored, { raised }))).toBe('stored');
      const begun = await readAll(store, referenceNumber(2));
      expect(begun).toMatchObject({ stored: raised.stored, timeline: raised.entries });
      expect(begun.notices.map((each) => each?.notice)).toEqual(raised.notices);
      expect((await dueByShard(store, soon)).flat()).toContain(referenceNumber(2));
    });

    it('begins none whose reference is taken, and stores nothing then', async () => {
      const { store, stored } = await withComplaint(makeStore);
      const { at: _, answer: __, ...raised } = newComplaint(1);
      const before = await everything(store);
      expect(await store.commit(changeTo(stored, { raised }))).toBe('changed-meanwhile');
      expect(await everything(store)).toEqual(before);
    });

    it('twenty at once on one version stores one', async () => {
      const { store, stored } = await withComplaint(makeStore);
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          store.commit(changeTo(stored, { newNotices: [otherNotice(reference, `alert_${index}`)] })),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      expect(await store.timeline(reference)).toHaveLength(2);
      const ids = outcomes.map((_, index) => `alert_${index}`);
      const owed = (await readAll(store, reference, ids)).notices;
      expect(owed.flatMap((bundle, index) => (bundle ? [index] : []))).toEqual([outcomes.indexOf('stored')]);
    });

    it('without an event keeps the version and moves only when to wake', async () => {
      const { store, stored } = await withComplaint(makeStore);
      const change = changeTo(stored, { stored, wakeAt: at('2027-01-05T09:00:00Z') }, []);
      expect(await store.commit(change)).toBe('stored');
      expect((await dueByShard(store, soon)).flat()).toEqual([]);
      expect((await dueByShard(store, at('2027-01-05T09:00:00Z'))).flat()).toEqual([reference]);
      expect(await store.load(reference)).toEqual(stored);
    });

    it('with nothing left to wait for is never due again', async () => {
      const { store, stored } = await withComplaint(makeStore);
      await store.commit(changeTo(stored, { wakeAt: undefined }));
      expect((await dueByShard(store, at('2099-01-01T00:00:00Z'))).flat()).toEqual([]);
    });

    it('again and again keeps the timeline in order, the tenth entry after the ninth', async () => {
      const { store } = await withComplaint(makeStore);
      for (let version = 1; version < 25; version++) {
        const loaded = await store.load(reference);
        if (!loaded) throw new Error('not stored');
        expect(await store.commit(changeTo(loaded))).toBe('stored');
      }
      const seqs = (await store.timeline(reference)).map(({ seq }) => seq);
      expect(seqs).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
      expect((await store.load(reference))?.version).toBe(25);
    });
  });
}
