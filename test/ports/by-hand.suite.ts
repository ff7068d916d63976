import { describe, expect, it } from 'vitest';
import type { Notice } from '../../shared/domain/stored-notice.ts';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import { referenceNumber } from '../support/complaints.ts';
import { at, date } from '../support/rules.ts';
import type { MakeStore } from '../support/stored.ts';
import { changeTo, newComplaint, otherNotice } from '../support/stored.ts';

const ours = { landlord: 'day-zero', limit: 100 };

/** A letter of complaint 1 that waits to be posted by a day. */
function letter(id: string, dueOn: string, change: Partial<Notice> = {}): Notice {
  const { wakeAt: _, ...notice } = otherNotice(referenceNumber(1), id, {
    kind: 'response',
    recipient: { type: 'complainant' },
    status: 'by-hand',
    byHand: { way: 'letter', landlord: 'day-zero', dueOn: date(dueOn), obligation: `posting-${id}` },
  });
  return { ...notice, ...change };
}

async function withNotices(makeStore: MakeStore, ...notices: Notice[]) {
  const store = await makeStore();
  await store.receive(newComplaint(1, { notices }));
  return store;
}

async function readPages(store: ComplaintStore, limit: number) {
  const pages: string[][] = [];
  let after: string | undefined;
  for (let more = true; more; ) {
    const page = await store.byHand({ ...ours, limit, after });
    pages.push(page.waiting.map(({ notice }) => notice.id));
    after = page.waiting.at(-1)?.after;
    more = page.more;
  }
  return pages;
}

export function listsWhatWaitsForAHand(makeStore: MakeStore): void {
  describe('letters and calls that wait for somebody’s hand', () => {
    it('are listed as they are, by their day and then the longest owed first', async () => {
      const owedLater = { owedAt: at('2027-01-05T10:00:00Z') };
      const store = await withNotices(
        makeStore,
        letter('a', '2027-01-06', owedLater),
        letter('b', '2027-01-08'),
        letter('c', '2027-01-06'),
        letter('d', '2026-12-31'),
      );
      const { waiting, more } = await store.byHand(ours);
      expect(waiting.map(({ notice }) => notice.id)).toEqual(['d', 'c', 'a', 'b']);
      expect(waiting[3]?.notice).toEqual(letter('b', '2027-01-08'));
      expect(more).toBe(false);
    });

    it('come in pages that leave nothing out and repeat nothing', async () => {
      const days = ['2027-01-07', '2026-12-31', '2027-01-05', '2027-01-05', '2027-01-04'];
      const store = await withNotices(makeStore, ...days.map((day, n) => letter(`n${n}`, day)));
      const inOrder = ['n1', 'n4', 'n2', 'n3', 'n0'];
      expect(await readPages(store, 5)).toEqual([inOrder]);
      expect(await readPages(store, 2)).toEqual([inOrder.slice(0, 2), inOrder.slice(2, 4), ['n0']]);
      expect(await readPages(store, 1)).toEqual(inOrder.map((id) => [id]));
    });

    it('are each landlord’s own, and no mail', async () => {
      const theirs = { way: 'phone', landlord: 'code-2024', dueOn: date('2027-01-04') } as const;
      const store = await withNotices(
        makeStore,
        letter('a', '2027-01-06'),
        letter('b', '2027-01-06', { byHand: { ...theirs, obligation: 'contact-b' } }),
        otherNotice(referenceNumber(1), 'mail'),
      );
      const idsOf = async (landlord: string) =>
        (await store.byHand({ ...ours, landlord })).waiting.map(({ notice }) => notice.id);
      expect(await idsOf('day-zero')).toEqual(['a']);
      expect(await idsOf('code-2024')).toEqual(['b']);
      expect(await idsOf('nobody')).toEqual([]);
    });

    it('are listed no more once a command has stored that they were given, all of them or none', async () => {
      const store = await withNotices(makeStore, letter('a', '2027-01-06'), letter('b', '2027-01-07'));
      const given = (id: string, revision: number) => letter(id, '2027-01-06', { status: 'given', revision });
      const { stored } = newComplaint(1);
      const stale = changeTo(stored, { changedNotices: [given('a', 1), given('b', 2)] });
      expect(await store.commit(stale)).toBe('changed-meanwhile');
      expect((await store.byHand(ours)).waiting).toHaveLength(2);
      const change = changeTo(stored, { changedNotices: [given('a', 1), given('b', 1)] });
      expect(await store.commit(change)).toBe('stored');
      expect(await store.byHand(ours)).toEqual({ waiting: [], more: false });
      expect(await store.readNotice(given('a', 1))).toEqual(given('a', 1));
    });
  });
}
