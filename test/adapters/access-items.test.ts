import { describe, expect, it } from 'vitest';
import {
  fromLinkItem,
  fromRedeemedItem,
  fromSessionItem,
  toLinkItem,
  toSessionItem,
} from '../../shared/adapters/dynamodb/access-items.ts';
import { staffId } from '../../shared/domain/staff.ts';
import type { Link, Session } from '../../shared/ports/access.ts';
import { sample } from '../support/complaints.ts';
import { at } from '../support/rules.ts';

const link: Link = {
  hash: 'hash-of-link',
  purpose: 'contribution',
  complaint: sample,
  party: 2,
  question: 'question-1',
  asked: staffId('milo'),
  validUntil: at('2026-12-23T12:10:00.001Z'),
};
const session: Session = {
  hash: 'hash-of-session',
  complaint: sample,
  party: 2,
  validUntil: at('2026-12-23T12:30:00Z'),
};

describe('the item of a link', () => {
  it('stands under the hash of its token, and may be deleted once it has run out, never before', () => {
    expect(toLinkItem(link)).toEqual({
      pk: 'LINK#hash-of-link',
      sk: 'LINK',
      schemaVersion: 1,
      ...link,
      expiresAt: Date.parse('2026-12-23T12:10:01Z') / 1000,
    });
  });

  it('is read as it was written', () => {
    const { hash: _, ...rest } = link;
    expect(fromLinkItem(toLinkItem(link))).toEqual(rest);
    const usedAt = '2026-12-23T12:00:00.000Z';
    expect(fromRedeemedItem({ ...toLinkItem(link), usedAt })).toEqual({
      complaint: sample,
      party: 2,
      question: 'question-1',
      asked: 'milo',
      since: usedAt,
    });
  });

  it.each([
    { schemaVersion: 2 },
    { purpose: 'staff' },
    { complaint: 'nonsense' },
    { party: undefined },
    { validUntil: 'soon' },
  ])('with %o is a fault, never misread', (change) => {
    expect(() => fromLinkItem({ ...toLinkItem(link), ...change })).toThrow();
  });
});

describe('the item of a session', () => {
  it('stands under the hash of its token, and may be deleted once it has run out', () => {
    expect(toSessionItem(session)).toEqual({
      pk: 'SESSION#hash-of-session',
      sk: 'SESSION',
      schemaVersion: 1,
      ...session,
      expiresAt: Date.parse('2026-12-23T12:30:00Z') / 1000,
    });
  });

  it('is read as it was written, and never misread', () => {
    const { hash: _, ...rest } = session;
    expect(fromSessionItem(toSessionItem(session))).toEqual(rest);
    expect(() => fromSessionItem({ ...toSessionItem(session), schemaVersion: 2 })).toThrow();
    expect(() => fromSessionItem({ ...toSessionItem(session), party: undefined })).toThrow();
    expect(() => fromSessionItem(toLinkItem({ ...link, complaint: 'x' as never }))).toThrow();
  });
});
