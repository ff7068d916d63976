import { describe, expect, it } from 'vitest';
import type { MailCap } from '../../shared/domain/mail-caps.ts';
import type { Notice } from '../../shared/domain/stored-notice.ts';
import type { ComplaintStore, NoticeKey } from '../../shared/ports/complaint-store.ts';
import { referenceNumber } from '../support/complaints.ts';
import { at } from '../support/rules.ts';
import type { MakeStore } from '../support/stored.ts';
import { changeTo, claimWith, newComplaint, otherNotice, queued } from '../support/stored.ts';

const reference = referenceNumber(1);
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const noon = at('2027-01-05T12:00:00Z');
const leaseEnd = at('2027-01-05T12:05:00Z');

const owed = (id: string) => otherNotice(reference, id, { wakeAt: noon });
const claimed = (id: string, change: Partial<Notice> = {}) =>
  otherNotice(reference, id, { revision: 1, status: 'sending', attempts: 1, wakeAt: leaseEnd, ...change });
const keyOf = (id: string): NoticeKey => ({ owner: { type: 'complaint', reference }, id });
const slot = (number: number, second = noon) => ({ second, number });
const address = (limit: number): MailCap => ({ of: 'address', counter: 'unasked#sam#2027-01-05', limit });
const landlord = (limit: number): MailCap => ({
  of: 'landlord',
  counter: 'landlord#day-zero#2027-01-05#0',
  limit,
});

/** Eight notices are owed. */
async function withNotices(makeStore: MakeStore) {
  const store = await makeStore();
  await store.receive(newComplaint(1, { notices: ids.map(owed) }));
  return store;
}

/** Claims that notice for that slot of one second, under these caps. */
function claim(store: ComplaintStore, id: string, number: number, ...caps: MailCap[]) {
  return store.claimNotice(claimed(id), claimWith({ slot: slot(number), caps }));
}

export function keepsClaims(makeStore: MakeStore): void {
  describe('a notice that is claimed to be sent', () => {
    it('is with its sender, and waits for them to tell', async () => {
      const store = await withNotices(makeStore);
      expect(await claim(store, 'a', 0, address(5), landlord(5))).toBe('stored');
      expect(await store.readNotice(keyOf('a'))).toEqual(claimed('a'));
      expect(await queued(store, 'routine')).not.toContainEqual(keyOf('a'));
      expect(await queued(store, 'sending')).toEqual([keyOf('a')]);
    });

    it('is claimed only while its complaint is as it was read', async () => {
      const store = await withNotices(makeStore);
      await store.commit(changeTo(newComplaint(1).stored));
      const asOf = (complaintVersion: number) =>
        store.claimNotice(claimed('a'), claimWith({ complaintVersion }));
      expect(await asOf(1)).toBe('changed-meanwhile');
      expect(await store.readNotice(keyOf('a'))).toEqual(owed('a'));
      expect(await asOf(2)).toBe('stored');
    });

    it.each([
      ['the same revision again', claimed('a', { revision: 0 })],
      ['a revision that skips one', claimed('a', { revision: 2 })],
      ['an id that is not there', claimed('z')],
      [
        'another complaint’s name',
        { ...claimed('a'), owner: { type: 'complaint' as const, reference: referenceNumber(2) } },
      ],
    ])('is not claimed under %s', async (_, wrong) => {
      const store = await withNotices(makeStore);
      for (const complaintVersion of [undefined, 1])
        expect(await store.claimNotice(wrong, claimWith({ complaintVersion }))).toBe('changed-meanwhile');
      expect(await store.readNotice(keyOf('a'))).toEqual(owed('a'));
    });

    it.each([undefined, 1])(
      'is claimed once by twenty at once, the version being %s',
      async (complaintVersion) => {
        const store = await withNotices(makeStore);
        const claims = Array.from({ length: 20 }, (_, number) =>
          store.claimNotice(
            claimed('a', { messageId: `m-${number}` }),
            claimWith({ complaintVersion, slot: slot(number) }),
          ),
        );
        const outcomes = await Promise.all(claims);
        expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
        expect((await store.readNotice(keyOf('a')))?.messageId).toBe(`m-${outcomes.indexOf('stored')}`);
      },
    );
  });

  describe('the slots of a second', () => {
    it('are each for one mail; the same number of another second is another', async () => {
      const store = await withNotices(makeStore);
      expect(await claim(store, 'a', 0)).toBe('stored');
      expect(await claim(store, 'b', 0)).toBe('slot-taken');
      expect(await store.readNotice(keyOf('b'))).toEqual(owed('b'));
      expect(await claim(store, 'b', 1)).toBe('stored');
      const next = slot(0, at('2027-01-05T12:00:01Z'));
      expect(await store.claimNotice(claimed('c'), claimWith({ slot: next }))).toBe('stored');
    });

    it('let one through of eight at once', async () => {
      const store = await withNotices(makeStore);
      const outcomes = await Promise.all(ids.map((id) => claim(store, id, 0)));
      expect(outcomes.toSorted()).toEqual([...Array(7).fill('slot-taken'), 'stored']);
    });
  });

  describe('caps', () => {
    it('let as many through as their limit', async () => {
      const store = await withNotices(makeStore);
      expect(await claim(store, 'a', 0, address(2))).toBe('stored');
      expect(await claim(store, 'b', 1, address(2))).toBe('stored');
      expect(await claim(store, 'c', 2, address(2))).toEqual({ over: [address(2)] });
      expect(await store.readNotice(keyOf('c'))).toEqual(owed('c'));
      expect(await claim(store, 'c', 2)).toBe('stored');
    });

    it('count by their names: those of another day or address begin anew', async () => {
      const store = await withNotices(makeStore);
      await claim(store, 'a', 0, address(1));
      const other = { ...address(1), counter: 'unasked#sam#2027-01-06' };
      expect(await claim(store, 'b', 1, other)).toBe('stored');
      expect(await claim(store, 'c', 2, other)).toEqual({ over: [other] });
    });

    it('let nothing through where the limit is nought', async () => {
      const store = await withNotices(makeStore);
      expect(await claim(store, 'a', 0, address(0))).toEqual({ over: [address(0)] });
      expect(await store.readNotice(keyOf('a'))).toEqual(owed('a'));
    });

    it('are all named that are at their limit, and no other', async () => {
      const store = await withNotices(makeStore);
      await claim(store, 'a', 0, address(1), landlord(1));
      expect(await claim(store, 'b', 1, address(1), landlord(2))).toEqual({ over: [address(1)] });
      expect(await claim(store, 'b', 1, address(2), landlord(1))).toEqual({ over: [landlord(1)] });
      expect(await claim(store, 'b', 1, address(1), landlord(1))).toEqual({
        over: [address(1), landlord(1)],
      });
    });

    it('end eight claims at once as stored or over, as many as there is room for', async () => {
      const store = await withNotices(makeStore);
      const outcomes = await Promise.all(ids.map((id, number) => claim(store, id, number, landlord(5))));
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(5);
      expect(outcomes.filter((outcome) => outcome !== 'stored')).toEqual(
        Array(3).fill({ over: [landlord(5)] }),
      );
    });
  });

  describe('a claim that fails for several reasons', () => {
    it('tells of the caps before the slot, of a change before either', async () => {
      const store = await withNotices(makeStore);
      await claim(store, 'a', 0, address(1));
      await store.commit(changeTo(newComplaint(1).stored));
      expect(await claim(store, 'b', 0, address(1))).toEqual({ over: [address(1)] });
      const stale = claimWith({ slot: slot(0), caps: [address(1)], complaintVersion: 1 });
      expect(await store.claimNotice(claimed('b'), stale)).toBe('changed-meanwhile');
      expect(await claim(store, 'a', 0, address(1))).toBe('changed-meanwhile');
    });

    it('counts nothing and takes no slot', async () => {
      const store = await withNotices(makeStore);
      await claim(store, 'a', 0);
      await claim(store, 'b', 0, address(1));
      const stale = claimWith({ slot: slot(1), caps: [address(1)], complaintVersion: 7 });
      await store.claimNotice(claimed('b'), stale);
      await claim(store, 'b', 1, address(1), landlord(0));
      expect(await claim(store, 'b', 1, address(1))).toBe('stored');
    });
  });
}
