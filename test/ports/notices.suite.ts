import { describe, expect, it } from 'vitest';
import type { Notice } from '../../shared/domain/sending.ts';
import type { NoticeKey } from '../../shared/ports/complaint-store.ts';
import { referenceNumber } from '../support/complaints.ts';
import { at } from '../support/rules.ts';
import type { MakeStore } from '../support/stored.ts';
import { changeTo, dueByLane, dueByShard, newComplaint, otherNotice, personal } from '../support/stored.ts';

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

export function keepsNotices(makeStore: MakeStore): void {
  describe('notices that are to be sent', () => {
    it('are found in their own lane, from their very instant on', async () => {
      const store = await withNotices(makeStore, notice('a'), notice('b', { lane: 'statutory' }));
      expect(await dueByLane(store, 'routine', at('2027-01-05T11:59:59.999Z'))).toEqual([]);
      expect(await dueByLane(store, 'routine', noon)).toEqual([key('a')]);
      expect(await dueByLane(store, 'statutory', noon)).toEqual([key('b')]);
    });

    it('come longest due first', async () => {
      const hours = [15, 9, 21, 12, 10, 23, 14];
      const notices = hours.map((hour) =>
        notice(`n${hour}`, { wakeAt: at(`2027-01-05T${String(hour).padStart(2, '0')}:00:00Z`) }),
      );
      const store = await withNotices(makeStore, ...notices);
      expect(await dueByLane(store, 'routine', at('2027-01-05T15:00:00Z'))).toEqual(
        ['n9', 'n10', 'n12', 'n14', 'n15'].map(key),
      );
    });

    it('are no complaints, and complaints are no notices', async () => {
      const store = await withNotices(makeStore, notice('a', { wakeAt: at('2020-01-01T00:00:00Z') }));
      expect((await dueByShard(store, at('2021-01-01T00:00:00Z'))).flat()).toEqual([]);
      expect(await dueByLane(store, 'routine', at('2099-01-01T00:00:00Z'))).toEqual([key('a')]);
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
      expect(await dueByLane(store, 'routine', noon)).toEqual([]);
      expect(await dueByLane(store, 'routine', one)).toEqual([key('a')]);
    });

    it('that is settled is never due again', async () => {
      const store = await withNotices(makeStore, notice('a'));
      const { wakeAt: _, ...settled } = notice('a', { revision: 1, status: 'accepted' });
      await store.saveNotice(settled);
      expect((await store.loadNotice(key('a')))?.notice).toEqual(settled);
      expect(await dueByLane(store, 'routine', at('2099-01-01T00:00:00Z'))).toEqual([]);
    });

    it.each([
      ['the same revision again', notice('a', { revision: 0, status: 'sending' })],
      ['a revision that skips one', notice('a', { revision: 2, status: 'sending' })],
      ['an id that is not there', notice('b', { revision: 1, status: 'sending' })],
      ['another complaint’s name', otherNotice(referenceNumber(2), 'a', { revision: 1 })],
    ])('is not stored under %s', async (_, wrong) => {
      const store = await withNotices(makeStore, notice('a'));
      expect(await store.saveNotice(wrong)).toBe('changed-meanwhile');
      expect(await store.saveNotice(wrong, 1)).toBe('changed-meanwhile');
      expect((await store.loadNotice(key('a')))?.notice).toEqual(notice('a'));
      expect(await store.loadNotice(key('b'))).toBeUndefined();
    });

    it('is claimed only while its complaint is as it was read', async () => {
      const store = await withNotices(makeStore, notice('a'));
      await store.commit(changeTo(newComplaint(1).stored));
      const claim = notice('a', { revision: 1, status: 'sending', wakeAt: one });
      expect(await store.saveNotice(claim, 1)).toBe('changed-meanwhile');
      expect((await store.loadNotice(key('a')))?.notice).toEqual(notice('a'));
      expect(await store.saveNotice(claim, 2)).toBe('stored');
    });

    it.each([undefined, 1])('is claimed once by twenty at once, the version being %s', async (version) => {
      const store = await withNotices(makeStore, notice('a'));
      const claims = Array.from({ length: 20 }, (_, index) =>
        store.saveNotice(notice('a', { revision: 1, status: 'sending', messageId: `m-${index}` }), version),
      );
      const outcomes = await Promise.all(claims);
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      const kept = await store.loadNotice(key('a'));
      expect(kept?.notice.messageId).toBe(`m-${outcomes.indexOf('stored')}`);
    });

    it('that is set aside is due at the new instant; nothing else of it changes', async () => {
      const store = await withNotices(makeStore, notice('a'));
      await store.setNoticeAside(key('a'), one);
      expect(await dueByLane(store, 'routine', at('2027-01-05T12:59:59.999Z'))).toEqual([]);
      expect(await dueByLane(store, 'routine', one)).toEqual([key('a')]);
      expect((await store.loadNotice(key('a')))?.notice).toEqual(notice('a'));
      expect(await store.saveNotice(notice('a', { revision: 1 }))).toBe('stored');
    });

    it('that is settled or was never owed cannot be set aside', async () => {
      const { wakeAt: _, ...settled } = notice('a', { status: 'accepted' });
      const store = await withNotices(makeStore, settled);
      await store.setNoticeAside(key('a'), one);
      await store.setNoticeAside(key('b'), one);
      expect(await dueByLane(store, 'routine', at('2099-01-01T00:00:00Z'))).toEqual([]);
      expect(await store.loadNotice(key('b'))).toBeUndefined();
    });
  });

  describe('a notice that a landlord owns', () => {
    const owner = { type: 'landlord', landlord: 'day-zero' } as const;
    const ofLandlord = (change: Partial<Notice> = {}) =>
      notice('calendar-horizon_2028-12-31', { owner, kind: 'calendar-horizon', ...change });
    const about = { owner, id: 'calendar-horizon_2028-12-31' };

    it('is owed once, and apart from those of another landlord', async () => {
      const store = await makeStore();
      const others = ofLandlord({ owner: { type: 'landlord', landlord: 'code-2024' } });
      expect(await store.oweAlone(ofLandlord())).toBe('stored');
      expect(await store.oweAlone(ofLandlord({ owedAt: one }))).toBe('there-already');
      expect(await store.oweAlone(others)).toBe('stored');
      expect(await store.readNotice(about)).toEqual(ofLandlord());
    });

    it('is due in its lane, and read without any complaint', async () => {
      const store = await withNotices(makeStore, notice('a'));
      await store.oweAlone(ofLandlord({ lane: 'statutory' }));
      expect(await dueByLane(store, 'statutory', at('2027-01-05T11:59:59.999Z'))).toEqual([]);
      expect(await dueByLane(store, 'statutory', noon)).toEqual([about]);
      expect(await dueByLane(store, 'routine', noon)).toEqual([key('a')]);
      expect(await store.loadNotice(about)).toEqual({
        notice: ofLandlord({ lane: 'statutory' }),
        stored: undefined,
        personal: undefined,
      });
      expect((await store.notices(reference)).map(({ id }) => id)).toEqual(['a']);
    });

    it('is claimed once, set aside, and settled', async () => {
      const store = await makeStore();
      await store.oweAlone(ofLandlord());
      const claim = ofLandlord({ revision: 1, status: 'sending', wakeAt: one });
      const claims = await Promise.all([1, 2, 3].map(() => store.saveNotice(claim)));
      expect(claims.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      await store.setNoticeAside(about, at('2027-01-05T14:00:00Z'));
      expect(await dueByLane(store, 'routine', one)).toEqual([]);
      expect(await dueByLane(store, 'routine', at('2027-01-05T14:00:00Z'))).toEqual([about]);
      const { wakeAt: _, ...settled } = ofLandlord({ revision: 2, status: 'accepted' });
      expect(await store.saveNotice(settled)).toBe('stored');
      expect(await store.readNotice(about)).toEqual(settled);
      expect(await dueByLane(store, 'routine', at('2099-01-01T00:00:00Z'))).toEqual([]);
    });
  });
}
