import { describe, expect, it } from 'vitest';
import { staffId } from '../../shared/domain/staff.ts';
import type { Access, Link, Session } from '../../shared/ports/access.ts';
import { referenceNumber } from '../support/complaints.ts';
import { at } from '../support/rules.ts';

/** Makes links and sessions of which there are none, with a way to put a link there as the sender of the mail does. */
export type MakeAccess = () => Promise<{ access: Access; putLink: (link: Link) => Promise<void> }>;

const complaint = referenceNumber(1);
const noon = at('2026-12-23T12:00:00Z');
const last = at('2026-12-23T12:09:59.999Z');
const tenPast = at('2026-12-23T12:10:00Z');
const link: Link = { hash: 'hash-of-link', purpose: 'resident', complaint, party: 2, validUntil: tenPast };
const contribution: Link = {
  ...link,
  purpose: 'contribution',
  question: 'question-1',
  asked: staffId('milo'),
};
const session: Session = { hash: 'hash-of-session', complaint, party: 2, validUntil: tenPast };

/** What everybody who keeps links and sessions promises, whatever they keep them in. */
export function accessSuite(makeAccess: MakeAccess): void {
  const withLink = async (each: Link) => {
    const { access, putLink } = await makeAccess();
    await putLink(each);
    return access;
  };

  describe('redeeming a link', () => {
    it('tells the complaint that it is about, whose it was, and since when it is used', async () => {
      const access = await withLink(link);
      expect(await access.redeem(link.hash, 'resident', 's1', noon)).toEqual({
        complaint,
        party: 2,
        since: noon,
      });
    });

    it('tells the question too where it is about one, and who was asked', async () => {
      const access = await withLink({ ...link, question: 'question-1', asked: staffId('milo') });
      expect(await access.redeem(link.hash, 'resident', 's1', noon)).toEqual({
        complaint,
        party: 2,
        question: 'question-1',
        asked: 'milo',
        since: noon,
      });
    });

    it('uses it up: no other session gets it, then or later', async () => {
      const access = await withLink(link);
      await access.redeem(link.hash, 'resident', 's1', noon);
      expect(await access.redeem(link.hash, 'resident', 's2', noon)).toBeUndefined();
      expect(await access.redeem(link.hash, 'resident', 's2', last)).toBeUndefined();
    });

    it('says the same to the session that has it already, as long as the link is valid', async () => {
      const access = await withLink(link);
      await access.redeem(link.hash, 'resident', 's1', noon);
      expect(await access.redeem(link.hash, 'resident', 's1', last)).toEqual({
        complaint,
        party: 2,
        since: noon,
      });
      expect(await access.redeem(link.hash, 'resident', 's1', tenPast)).toBeUndefined();
    });

    it('is possible until the millisecond before it runs out', async () => {
      expect(await (await withLink(link)).redeem(link.hash, 'resident', 's1', last)).toBeDefined();
      expect(await (await withLink(link)).redeem(link.hash, 'resident', 's1', tenPast)).toBeUndefined();
    });

    it('is refused for another purpose, and leaves the link as it is', async () => {
      const access = await withLink(contribution);
      expect(await access.redeem(link.hash, 'resident', 's1', noon)).toBeUndefined();
      expect(await access.redeem(link.hash, 'contribution', 's2', noon)).toBeDefined();
    });

    it('of an unknown link is refused and makes none', async () => {
      const { access } = await makeAccess();
      expect(await access.redeem(link.hash, 'resident', 's1', noon)).toBeUndefined();
      expect(await access.redeem(link.hash, 'resident', 's1', noon)).toBeUndefined();
      expect(await access.readLink(link.hash, 'resident', noon)).toBeUndefined();
    });

    it('twenty times at once gives it to one session', async () => {
      const access = await withLink(link);
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, index) => access.redeem(link.hash, 'resident', `s${index}`, noon)),
      );
      expect(all.filter((each) => each !== undefined)).toEqual([{ complaint, party: 2, since: noon }]);
    });
  });

  describe('reading a link', () => {
    it('tells what it is about, again and again until it runs out', async () => {
      const access = await withLink(contribution);
      const subject = { complaint, party: 2, question: 'question-1', asked: 'milo' };
      expect(await access.readLink(link.hash, 'contribution', noon)).toEqual(subject);
      expect(await access.readLink(link.hash, 'contribution', last)).toEqual(subject);
      expect(await access.readLink(link.hash, 'contribution', tenPast)).toBeUndefined();
    });

    it('says nothing for another purpose or of an unknown link', async () => {
      const access = await withLink(link);
      expect(await access.readLink(link.hash, 'contribution', noon)).toBeUndefined();
      expect(await access.readLink('another', 'resident', noon)).toBeUndefined();
    });
  });

  describe('a session', () => {
    it('is good for its complaint until the millisecond before it runs out', async () => {
      const { access } = await makeAccess();
      await access.openSession(session);
      expect(await access.readSession(session.hash, last)).toEqual({ complaint, party: 2 });
      expect(await access.readSession(session.hash, tenPast)).toBeUndefined();
    });

    it('is found by its own hash alone', async () => {
      const { access, putLink } = await makeAccess();
      await putLink(link);
      await access.openSession(session);
      expect(await access.readSession('another', noon)).toBeUndefined();
      expect(await access.readSession(link.hash, noon)).toBeUndefined();
      expect(await access.readLink(session.hash, 'resident', noon)).toBeUndefined();
    });

    it('opened twice is one session', async () => {
      const { access } = await makeAccess();
      await access.openSession(session);
      await access.openSession(session);
      expect(await access.readSession(session.hash, noon)).toEqual({ complaint, party: 2 });
    });
  });
}
