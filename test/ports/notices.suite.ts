import { describe, expect, it } from 'vitest';
import { type Notice, sendQueues } from '../../shared/domain/stored-notice.ts';
import type { NoticeKey } from '../../shared/ports/complaint-store.ts';
import { referenceNumber } from '../support/complaints.ts';
import { at, date } from '../support/rules.ts';
import type { MakeStore } from '../support/stored.ts';
import { dueByShard, newComplaint, otherNotice, personal, queued, receivedAt } from '../support/stored.ts';

const reference = referenceNumber(1);
const noon = at('2027-01-05T12:00:00Z');
const one = at('2027-01-05T13:00:00Z');

async function withNotices(makeStore: MakeStore, ...notices: Notice[]) {
  const store = await makeStore();
  await store.receive(newComplaint(1, { notices }));
  return store;
}

const notice = (id: string, change: Partial<Notice> = {}) =>
  otherNotice(reference, id, { wakeAt: noon, ...change });
const keyOf = (number: number, id: string): NoticeKey => ({
  owner: { type: 'complaint', reference: referenceNumber(number) },
  id,
});
const key = (id: string) => keyOf(1, id);

const owner = { type: 'landlord', landlord: 'day-zero' } as const;
const keyOfHorizon: NoticeKey = { owner, id: 'calendar-horizon_2028-12-31' };
const horizon = (change: Partial<Notice> = {}) =>
  notice(keyOfHorizon.id, { owner, kind: 'calendar-horizon', ...change });

export function keepsNotices(makeStore: MakeStore): void {
  describe('notices that wait', () => {
    it('are found in the queue of their lane or status, from their very instant on', async () => {
      const store = await withNotices(
        makeStore,
        notice('a'),
        notice('b', { lane: 'statutory' }),
        notice('c', { status: 'sending' }),
        notice('d', { status: 'unknown', lane: 'statutory' }),
        notice('e', { status: 'accepted' }),
      );
      for (const [queue, id] of [
        ['routine', 'a'],
        ['statutory', 'b'],
        ['sending', 'c'],
        ['unknown', 'd'],
        ['accepted', 'e'],
      ] as const) {
        expect(await queued(store, queue, at('2027-01-05T11:59:59.999Z'))).toEqual([]);
        expect(await queued(store, queue, noon)).toEqual([key(id)]);
        expect(await queued(store, queue)).toEqual([key(id)]);
      }
    });

    it('come longest due first, all of them where none is asked to be due', async () => {
      const hours = [15, 9, 21, 12, 10, 23, 14];
      const notices = hours.map((hour) =>
        notice(`n${hour}`, { wakeAt: at(`2027-01-05T${String(hour).padStart(2, '0')}:00:00Z`) }),
      );
      const store = await withNotices(makeStore, ...notices);
      expect(await queued(store, 'routine', at('2027-01-05T15:00:00Z'))).toEqual(
        ['n9', 'n10', 'n12', 'n14', 'n15'].map(key),
      );
      expect(await queued(store, 'routine')).toEqual(
        ['n9', 'n10', 'n12', 'n14', 'n15', 'n21', 'n23'].map(key),
      );
    });

    it('come oldest duty first, then longest owed, of those due at one instant', async () => {
      const reason = (dueOn: string) => ({ obligation: 'stage-1-response', dueOn: date(dueOn) });
      const store = await withNotices(
        makeStore,
        notice('a', { reason: reason('2027-01-07') }),
        notice('b', { owedAt: one }),
        notice('c', { owedAt: noon }),
        notice('d', { reason: reason('2026-12-30'), owedAt: one }),
        notice('e', { reason: reason('2026-12-30'), owedAt: noon }),
      );
      expect(await queued(store, 'routine')).toEqual(['e', 'd', 'c', 'b', 'a'].map(key));
    });

    it('say how long they wait, by what they come before others, and since when they are owed', async () => {
      const reason = { obligation: 'stage-1-response', dueOn: date('2027-01-07') };
      const store = await withNotices(makeStore, notice('a', { reason, wakeAt: one }), notice('b'));
      await store.oweAlone(horizon());
      expect(await Array.fromAsync(store.queue('routine'))).toEqual([
        { key: key('b'), wakeAt: noon, duty: '2026-12-23T15:00:00.000Z', owedAt: receivedAt },
        { key: keyOfHorizon, wakeAt: noon, duty: '2026-12-23T15:00:00.000Z', owedAt: receivedAt },
        { key: key('a'), wakeAt: one, duty: '2027-01-07', owedAt: receivedAt },
      ]);
    });

    it('are no complaints, and complaints are no notices', async () => {
      const store = await withNotices(makeStore, notice('a', { wakeAt: at('2020-01-01T00:00:00Z') }));
      expect((await dueByShard(store, at('2021-01-01T00:00:00Z'))).flat()).toEqual([]);
      expect(await queued(store, 'routine')).toEqual([key('a')]);
    });
  });

  describe('a notice', () => {
    it('is read with its complaint and the personal text', async () => {
      const store = await withNotices(makeStore, notice('a', { messageId: 'm-1', lastError: 'Throttling' }));
      expect(await store.loadNotice(key('a'))).toEqual({
        notice: notice('a', { messageId: 'm-1', lastError: 'Throttling' }),
        stored: newComplaint(1).stored,
        personal,
      });
      expect(await store.loadNotice(key('b'))).toBeUndefined();
      expect(await store.loadNotice(keyOf(2, 'a'))).toBeUndefined();
    });

    it('is read alone too, as it is now', async () => {
      const store = await withNotices(makeStore, notice('a'));
      expect(await store.readNotice(key('a'))).toEqual(notice('a'));
      await store.saveNotice(notice('a', { revision: 1, status: 'unknown' }));
      expect(await store.readNotice(key('a'))).toEqual(notice('a', { revision: 1, status: 'unknown' }));
      expect(await store.readNotice(key('b'))).toBeUndefined();
      expect(await store.readNotice(keyOf(2, 'a'))).toBeUndefined();
    });

    it('is stored where its revision follows, and is due when it says', async () => {
      const store = await withNotices(makeStore, notice('a'));
      const next = notice('a', { revision: 1, status: 'sending', wakeAt: one });
      expect(await store.saveNotice(next)).toBe('stored');
      expect((await store.loadNotice(key('a')))?.notice).toEqual(next);
      expect(await queued(store, 'routine')).toEqual([]);
      expect(await queued(store, 'sending', noon)).toEqual([]);
      expect(await queued(store, 'sending', one)).toEqual([key('a')]);
    });

    it('that is settled is never due again', async () => {
      const store = await withNotices(makeStore, notice('a'));
      const { wakeAt: _, ...settled } = notice('a', { revision: 1, status: 'accepted' });
      await store.saveNotice(settled);
      expect((await store.loadNotice(key('a')))?.notice).toEqual(settled);
      for (const queue of sendQueues) expect(await queued(store, queue)).toEqual([]);
    });

    it.each([
      ['the same revision again', notice('a', { revision: 0, status: 'sending' })],
      ['a revision that skips one', notice('a', { revision: 2, status: 'sending' })],
      ['an id that is not there', notice('b', { revision: 1, status: 'sending' })],
      ['another complaint’s name', otherNotice(referenceNumber(2), 'a', { revision: 1 })],
    ])('is not stored under %s', async (_, wrong) => {
      const store = await withNotices(makeStore, notice('a'));
      expect(await store.saveNotice(wrong)).toBe('changed-meanwhile');
      expect((await store.loadNotice(key('a')))?.notice).toEqual(notice('a'));
      expect(await store.loadNotice(key('b'))).toBeUndefined();
    });

    it('that is set aside is due at the new instant; nothing else of it changes', async () => {
      const store = await withNotices(makeStore, notice('a'));
      await store.setNoticeAside(key('a'), 'routine', one);
      expect(await queued(store, 'routine', at('2027-01-05T12:59:59.999Z'))).toEqual([]);
      expect(await Array.fromAsync(store.queue('routine', one))).toEqual([
        { key: key('a'), wakeAt: one, duty: '2026-12-23T15:00:00.000Z', owedAt: receivedAt },
      ]);
      expect((await store.loadNotice(key('a')))?.notice).toEqual(notice('a'));
      expect(await store.saveNotice(notice('a', { revision: 1 }))).toBe('stored');
    });

    it('that has gone on to another queue cannot be set aside from the one that it was found in', async () => {
      const store = await withNotices(makeStore, notice('a'));
      expect(await store.saveNotice(notice('a', { revision: 1, status: 'sending' }))).toBe('stored');
      await store.setNoticeAside(key('a'), 'routine', one);
      expect(await queued(store, 'sending', noon)).toEqual([key('a')]);
      await store.setNoticeAside(key('a'), 'sending', one);
      expect(await queued(store, 'sending', noon)).toEqual([]);
    });

    it('that is settled or was never owed cannot be set aside', async () => {
      const { wakeAt: _, ...settled } = notice('a', { status: 'accepted' });
      const store = await withNotices(makeStore, settled);
      await store.setNoticeAside(key('a'), 'routine', one);
      await store.setNoticeAside(key('b'), 'routine', one);
      expect(await queued(store, 'routine')).toEqual([]);
      expect(await store.loadNotice(key('b'))).toBeUndefined();
    });
  });

  describe('a notice that a landlord owns', () => {
    it('is owed once, and apart from those of another landlord', async () => {
      const store = await makeStore();
      const others = horizon({ owner: { type: 'landlord', landlord: 'code-2024' } });
      expect(await store.oweAlone(horizon())).toBe('stored');
      expect(await store.oweAlone(horizon({ owedAt: one }))).toBe('there-already');
      expect(await store.oweAlone(others)).toBe('stored');
      expect(await store.readNotice(keyOfHorizon)).toEqual(horizon());
    });

    it('is due in its lane, and read without any complaint', async () => {
      const store = await withNotices(makeStore, notice('a'));
      await store.oweAlone(horizon({ lane: 'statutory' }));
      expect(await queued(store, 'statutory', at('2027-01-05T11:59:59.999Z'))).toEqual([]);
      expect(await queued(store, 'statutory', noon)).toEqual([keyOfHorizon]);
      expect(await queued(store, 'routine', noon)).toEqual([key('a')]);
      expect(await store.loadNotice(keyOfHorizon)).toEqual({
        notice: horizon({ lane: 'statutory' }),
        stored: undefined,
        personal: undefined,
      });
      expect((await store.notices(reference)).map(({ id }) => id)).toEqual(['a']);
    });

    it('is claimed once, set aside, and settled', async () => {
      const store = await makeStore();
      await store.oweAlone(horizon());
      const claim = horizon({ revision: 1, status: 'sending', wakeAt: one });
      const claims = await Promise.all([1, 2, 3].map(() => store.saveNotice(claim)));
      expect(claims.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      await store.setNoticeAside(keyOfHorizon, 'sending', at('2027-01-05T14:00:00Z'));
      expect(await queued(store, 'sending', one)).toEqual([]);
      expect(await queued(store, 'sending', at('2027-01-05T14:00:00Z'))).toEqual([keyOfHorizon]);
      const { wakeAt: _, ...settled } = horizon({ revision: 2, status: 'accepted' });
      expect(await store.saveNotice(settled)).toBe('stored');
      expect(await store.readNotice(keyOfHorizon)).toEqual(settled);
      for (const queue of sendQueues) expect(await queued(store, queue)).toEqual([]);
    });
  });
}
