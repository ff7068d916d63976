import { describe, expect, it } from 'vitest';
import type {
  ChangedComplaint,
  ComplaintStore,
  StoredComplaint,
} from '../../shared/ports/complaint-store.ts';
import { referenceNumber } from '../support/complaints.ts';
import { at } from '../support/rules.ts';
import type { MakeStore } from '../support/stored.ts';
import { changeTo, dueByShard, newComplaint, otherNotice, readAll } from '../support/stored.ts';

const [one, two] = [referenceNumber(1), referenceNumber(2)];

async function withBoth(makeStore: MakeStore) {
  const store = await makeStore();
  const [first, second] = [newComplaint(1), newComplaint(2)];
  await store.receive(first);
  await store.receive(second);
  return { store, first: first.stored, second: second.stored };
}

const everything = async (store: ComplaintStore) => ({
  one: await readAll(store, one, ['merged']),
  two: await readAll(store, two, ['receipt', 'merged']),
  texts: [await store.readTexts(one), await store.readTexts(two)],
  due: await dueByShard(store, at('2099-01-01T00:00:00Z')),
});

const words = { id: 'why', text: 'It is the same leak.', salt: 'salt' };

function changeOf(stored: StoredComplaint, change: Partial<ChangedComplaint> = {}): ChangedComplaint {
  const { expectedVersion, stored: after, entries } = changeTo(stored);
  const newNotices = [otherNotice(two, 'merged')];
  return {
    expectedVersion,
    stored: after,
    entries,
    newNotices,
    texts: [words],
    wakeAt: undefined,
    ...change,
  };
}

export function commitsToBoth(makeStore: MakeStore): void {
  describe('committing a change to two complaints', () => {
    it('stores what becomes of both, each with its own entries, notices and texts', async () => {
      const { store, first, second } = await withBoth(makeStore);
      const other = changeOf(second);
      const change = changeTo(first, { other, texts: [{ ...words, text: 'The words.' }] });
      expect(await store.commit(change)).toBe('stored');
      const after = await everything(store);
      expect(after.one).toMatchObject({ stored: change.stored, notices: [undefined] });
      expect(after.two).toMatchObject({
        stored: other.stored,
        timeline: [...newComplaint(2).entries, ...other.entries],
      });
      expect(after.two.notices.map((each) => each?.notice.id)).toEqual(['receipt', 'merged']);
      expect(after.texts.map((each) => each.get('why'))).toEqual(['The words.', 'It is the same leak.']);
      expect(after.due.flat()).not.toContain(two);
    });

    it.each<[string, (second: StoredComplaint) => ChangedComplaint]>([
      ['the other changed meanwhile', (second) => changeOf(second, { expectedVersion: 0 })],
      [
        'the other is owed that already',
        (second) => changeOf(second, { newNotices: [otherNotice(two, 'receipt')] }),
      ],
      [
        'the other does not exist',
        ({ complaint, ...rest }) =>
          changeOf({ ...rest, complaint: { ...complaint, reference: referenceNumber(3) } }),
      ],
    ])('stores nothing of either where %s', async (_, other) => {
      const { store, first, second } = await withBoth(makeStore);
      const before = await everything(store);
      expect(await store.commit(changeTo(first, { other: other(second) }))).toBe('changed-meanwhile');
      expect(await everything(store)).toEqual(before);
    });

    it('stores nothing of the other where the first changed meanwhile', async () => {
      const { store, first, second } = await withBoth(makeStore);
      const before = await everything(store);
      const change = changeTo(first, { expectedVersion: 0, other: changeOf(second) });
      expect(await store.commit(change)).toBe('changed-meanwhile');
      expect(await everything(store)).toEqual(before);
    });

    it('leaves one of the two where each would become part of the other at once', async () => {
      const { store, first, second } = await withBoth(makeStore);
      const outcomes = await Promise.all([
        store.commit(changeTo(first, { other: changeOf(second) })),
        store.commit(changeTo(second, { other: changeOf(first, { newNotices: [] }) })),
      ]);
      expect([...outcomes].sort()).toEqual(['changed-meanwhile', 'stored']);
      expect([(await store.load(one))?.version, (await store.load(two))?.version]).toEqual([2, 2]);
    });
  });
}
