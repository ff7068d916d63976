import { describe, expect, it } from 'vitest';
import type { Reference } from '../../shared/domain/reference.ts';
import { staffId } from '../../shared/domain/staff.ts';
import type { Notice } from '../../shared/domain/stored-notice.ts';
import type { Link } from '../../shared/ports/access.ts';
import type { NoticeKey } from '../../shared/ports/complaint-store.ts';
import { referenceNumber } from '../support/complaints.ts';
import { person } from '../support/people.ts';
import { at } from '../support/rules.ts';
import {
  changeTo,
  claimWith,
  definition,
  type MakeStores,
  newComplaint,
  otherNotice,
  outcome,
  queued,
  receivedAt,
} from '../support/stored.ts';

const [reference, nobodys] = [referenceNumber(1), referenceNumber(2)];
const validUntil = at('2026-12-23T15:10:00Z');
const link: Link = { hash: 'hash-of-link', purpose: 'resident', complaint: reference, party: 1, validUntil };
const requestFor = (asked: Reference) =>
  otherNotice(asked, 'access-link_202612231500', {
    kind: 'access-link',
    lane: 'statutory',
    recipient: { type: 'complainant' },
    values: {},
  });
const request = requestFor(reference);
const toNobody = requestFor(nobodys);
const keyOf = ({ owner, id }: NoticeKey) => ({ owner, id });

export function keepsLinks(makeStores: MakeStores): void {
  describe('a link that is asked for', () => {
    it('is owed once, whether there is such a complaint or not', async () => {
      const { store } = await makeStores();
      await store.receive(newComplaint(1));
      for (const each of [request, toNobody]) {
        expect(await store.oweAlone(each)).toBe('stored');
        expect(await store.oweAlone(each)).toBe('there-already');
        expect(await store.readNotice(keyOf(each))).toEqual(each);
      }
      expect(await queued(store, 'statutory', receivedAt)).toEqual(
        expect.arrayContaining([keyOf(request), keyOf(toNobody)]),
      );
    });

    it('twenty times at once is owed once', async () => {
      const { store } = await makeStores();
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.oweAlone(toNobody)));
      expect(outcomes.filter((each) => each === 'stored')).toHaveLength(1);
    });

    it('does not make a complaint, and can be settled without one', async () => {
      const { store } = await makeStores();
      await store.oweAlone(toNobody);
      expect(await store.load(nobodys)).toBeUndefined();
      expect(await store.loadNotice(keyOf(toNobody))).toEqual({
        notice: toNobody,
        stored: undefined,
        personal: undefined,
      });
      const { wakeAt: _, ...settled } = { ...toNobody, status: 'cancelled' as const, revision: 1 };
      expect(await store.saveNotice(settled)).toBe('stored');
      expect(await store.readNotice(keyOf(toNobody))).toEqual(settled);
    });

    it('is settled where it was sent, and asked for in vain after that', async () => {
      const { store } = await makeStores();
      const { stored } = newComplaint(1);
      await store.receive(newComplaint(1));
      await store.oweAlone(request);
      const accepted = { ...request, status: 'accepted' as const, revision: 1 };
      expect(await store.commit(changeTo(stored, { changedNotices: [accepted] }))).toBe('stored');
      expect(await store.oweAlone(request)).toBe('there-already');
      expect(await store.readNotice(keyOf(request))).toEqual(accepted);
    });
  });

  describe('a notice that carries a link', () => {
    const claim = { ...request, status: 'sending' as const, revision: 1 };

    it('is claimed with it, and the link can be followed', async () => {
      const { store, access } = await makeStores();
      await store.receive(newComplaint(1));
      await store.oweAlone(request);
      expect(await store.claimNotice(claim, claimWith({ complaintVersion: 1, link }))).toBe('stored');
      expect(await access.readLink(link.hash, 'resident', receivedAt)).toEqual({
        complaint: reference,
        party: 1,
      });
      expect(await access.readLink(link.hash, 'resident', validUntil)).toBeUndefined();
    });

    it('about a question names it, and who was asked', async () => {
      const { store, access } = await makeStores();
      await store.receive(newComplaint(1));
      await store.oweAlone(request);
      const asked = staffId('milo');
      const contribution = { ...link, purpose: 'contribution', question: 'question-1', asked } as const;
      await store.claimNotice(claim, claimWith({ complaintVersion: 1, link: contribution }));
      expect(await access.readLink(link.hash, 'contribution', receivedAt)).toEqual({
        complaint: reference,
        party: 1,
        question: 'question-1',
        asked: 'milo',
      });
    });

    it('that somebody else claimed, or whose complaint changed, leaves no link behind', async () => {
      const { store, access } = await makeStores();
      await store.receive(newComplaint(1));
      await store.oweAlone(request);
      const [first, second] = [
        claimWith({ complaintVersion: 1, link }),
        claimWith({ complaintVersion: 2, link }),
      ];
      expect(await store.claimNotice(claim, second)).toBe('changed-meanwhile');
      expect(await store.claimNotice({ ...claim, revision: 2 }, first)).toBe('changed-meanwhile');
      expect(await access.readLink(link.hash, 'resident', receivedAt)).toBeUndefined();
      expect(await store.readNotice(keyOf(request))).toEqual(request);
    });
  });

  describe('a link of a name that is taken', () => {
    it('is not stored, nor what it would be sent with', async () => {
      const { store, access } = await makeStores();
      await store.receive(newComplaint(1));
      await store.oweAlone(request);
      await store.oweAlone(toNobody);
      const claim = (notice: Notice, slot: number, party: number) =>
        store.claimNotice(
          { ...notice, status: 'sending', revision: 1 },
          claimWith({ link: { ...link, party }, slot: { second: receivedAt, number: slot } }),
        );
      expect(await claim(request, 0, 1)).toBe('stored');
      expect(await claim(toNobody, 1, 2)).toBe('changed-meanwhile');
      expect(await access.readLink(link.hash, 'resident', receivedAt)).toMatchObject({ party: 1 });
      expect(await store.readNotice(keyOf(toNobody))).toEqual(toNobody);
    });
  });

  describe('what a notice names', () => {
    it('is read: texts of its own complaint, and people', async () => {
      const { store, register } = await makeStores();
      const ann = person('ann');
      await register.save(ann);
      await store.receive(newComplaint(1, { texts: [definition, outcome] }));
      const people = [ann.id, staffId('nobody'), ann.id];
      expect(await store.readNamed(reference, { texts: ['text-2', 'text-3', 'text-2'], people })).toEqual({
        texts: new Map([['text-2', outcome.text]]),
        people: [ann],
      });
      expect(await store.readNamed(nobodys, { texts: ['text-2'], people: [] })).toEqual({
        texts: new Map(),
        people: [],
      });
    });
  });

  describe('the notices of a complaint', () => {
    it('are all of them, whatever has become of them, in the order of their ids', async () => {
      const { store } = await makeStores();
      const { stored, notices } = newComplaint(1);
      await store.receive(newComplaint(1));
      await store.receive(newComplaint(2));
      const alerts = ['b', 'a', 'c', 'B'].map((id) => otherNotice(reference, `alert_${id}`));
      await store.commit(changeTo(stored, { newNotices: alerts }));
      await store.oweAlone(request);
      const listed = await store.notices(reference);
      expect(listed.map(({ id }) => id)).toEqual([
        'access-link_202612231500',
        'alert_B',
        'alert_a',
        'alert_b',
        'alert_c',
        'receipt',
      ]);
      expect(listed.at(-1)).toEqual(notices[0]);
      expect(await store.notices(referenceNumber(3))).toEqual([]);
    });
  });
}
