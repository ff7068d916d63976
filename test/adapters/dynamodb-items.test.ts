import { describe, expect, it } from 'vitest';
import { toLinkItem } from '../../shared/adapters/dynamodb/access-items.ts';
import { dueBound, dueSortKey, referenceOf } from '../../shared/adapters/dynamodb/item.ts';
import {
  fromPersonalItem,
  fromStateItem,
  fromTextItem,
  fromTimelineItem,
  fromWorklistEntry,
  toPersonalItems,
  toStateItem,
  toTextItem,
  toTimelineItem,
} from '../../shared/adapters/dynamodb/items.ts';
import {
  fromNoticeItem,
  fromQueueEntry,
  noticeKeyOf,
  toNoticeItem,
} from '../../shared/adapters/dynamodb/notice-items.ts';
import { toSlotItem } from '../../shared/adapters/dynamodb/pace-items.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { referenceNumber } from '../support/complaints.ts';
import { at, date } from '../support/rules.ts';
import { definition, newComplaint, otherNotice, personal, receivedAt } from '../support/stored.ts';

const reference = referenceNumber(1);
const { stored, entries } = newComplaint(1);
const wakeAt = at('2026-12-29T09:00:00Z');
const state = toStateItem(stored, wakeAt, receivedAt);

describe('a complaint’s item', () => {
  it('carries the keys of every index that finds it', () => {
    expect(state).toMatchObject({
      pk: 'COMPLAINT#10000-0000Y',
      sk: 'STATE',
      schemaVersion: 1,
      dueSk: '2026-12-29T09:00:00.000Z#COMPLAINT#10000-0000Y#STATE',
      worklistPk: 'WORKLIST#day-zero#open',
      worklistSk: '2#2027-01-04#10000-0000Y',
      nextDueOn: '2027-01-04',
      periodPk: 'PERIOD#day-zero#2026-12',
      periodSk: '2026-12-23#10000-0000Y',
      touchedPk: 'TOUCHED#2026-12-23',
      touchedSk: '10000-0000Y',
    });
    expect(state.duePk).toMatch(/^DUE#[0-3]$/);
  });

  it('is in the worklist of what is closed once work on it has ended and nothing is owed', () => {
    const [open, closed] = ['WORKLIST#day-zero#open', 'WORKLIST#day-zero#closed'];
    const partitionOf = (change: object) => {
      const complaint = { ...stored.complaint, ...change };
      return toStateItem({ ...stored, complaint }, undefined, receivedAt).worklistPk;
    };
    for (const status of ['received', 'acknowledged', 'responded'] as const)
      expect(partitionOf({ status, obligations: [] })).toBe(open);
    for (const status of ['closed', 'withdrawn', 'excluded'] as const) {
      expect(partitionOf({ status, obligations: [] })).toBe(closed);
      expect(partitionOf({ status })).toBe(open);
    }
  });

  it('flags whom it is about and who owes something on it, which the complaint itself does not say', () => {
    const owed = stored.complaint.obligations.map((each) => ({ ...each, owner: staffId('ann') }));
    const complaint = { ...stored.complaint, staffComplainedAbout: [staffId('bob')], obligations: owed };
    const item = toStateItem({ ...stored, complaint }, undefined, receivedAt);
    expect(item.flags).toEqual(['about:bob', 'owner:ann']);
    expect(fromStateItem(item).complaint).toEqual(complaint);
  });

  it('is in no due index where it waits for nothing', () => {
    const quiet = toStateItem(stored, undefined, receivedAt);
    expect(quiet).not.toHaveProperty('duePk');
    expect(quiet).not.toHaveProperty('dueSk');
  });
});

describe('what is due', () => {
  it('sorts by instant, the upper bound after everything of that instant and before the next', () => {
    const key = { pk: 'COMPLAINT#ZZZZZ-ZZZZZ', sk: 'STATE' };
    const now = at('2026-12-29T09:00:00.000Z');
    const next = dueSortKey(at('2026-12-29T09:00:00.001Z'), { pk: '', sk: '' });
    expect([next, dueBound(now), dueSortKey(now, key)].sort()).toEqual([
      dueSortKey(now, key),
      dueBound(now),
      next,
    ]);
  });

  it('leads back to its complaint and its notice', () => {
    const notice = toNoticeItem(otherNotice(reference, 'alert_stage-1-response_2027-01-18_-3_handler'));
    expect(referenceOf(state)).toBe(reference);
    expect(noticeKeyOf(notice)).toEqual({
      owner: { type: 'complaint', reference },
      id: 'alert_stage-1-response_2027-01-18_-3_handler',
    });
  });
});

describe('a notice’s item', () => {
  const owner = { type: 'landlord', landlord: 'day-zero' } as const;
  const notice = otherNotice(reference, 'calendar-horizon_2028-12-31', { owner });
  const item = toNoticeItem(notice);

  it('stands with its owner, whom the key alone names', () => {
    expect(item).toMatchObject({
      pk: 'LANDLORD#day-zero',
      sk: 'NOTICE#calendar-horizon_2028-12-31',
      duePk: 'SEND#routine',
      dueSk:
        '2026-12-23T15:00:00.000Z#2026-12-23T15:00:00.000Z#2026-12-23T15:00:00.000Z#LANDLORD#day-zero#NOTICE#calendar-horizon_2028-12-31',
    });
    expect(item).not.toHaveProperty('owner');
    expect(fromNoticeItem(item)).toEqual(notice);
    expect(noticeKeyOf(item)).toEqual({ owner, id: 'calendar-horizon_2028-12-31' });
  });

  it('says in the index until when it waits, by what it comes before others, and since when it is owed', () => {
    const reason = { obligation: 'stage-1-response', dueOn: date('2027-01-18') };
    const wakeAt = at('2027-01-05T12:00:00Z');
    const { pk, sk, duePk, dueSk } = toNoticeItem(
      otherNotice(reference, 'alert_a', { reason, wakeAt, lane: 'statutory' }),
    );
    expect([duePk, dueSk]).toEqual([
      'SEND#statutory',
      '2027-01-05T12:00:00.000Z#2027-01-18#2026-12-23T15:00:00.000Z#COMPLAINT#10000-0000Y#NOTICE#alert_a',
    ]);
    expect(fromQueueEntry({ pk, sk, dueSk })).toEqual({
      key: { owner: { type: 'complaint', reference }, id: 'alert_a' },
      wakeAt,
      duty: '2027-01-18',
      owedAt: receivedAt,
    });
  });

  it('is in no queue where nothing is left to do', () => {
    const { wakeAt: _, ...settled } = otherNotice(reference, 'alert_a', { status: 'accepted' });
    for (const done of [settled, { ...settled, wakeAt: receivedAt, status: 'delivered' as const }]) {
      expect(toNoticeItem(done)).not.toHaveProperty('duePk');
      expect(toNoticeItem(done)).not.toHaveProperty('dueSk');
    }
  });

  it('leads to no complaint where it is a landlord’s', () => {
    expect(() => referenceOf(item)).toThrow('is no complaint');
  });
});

describe('a person', () => {
  const findKeys = (complainant: NonNullable<typeof personal.complainant>) =>
    toPersonalItems(reference, 'day-zero', { ...personal, complainant }).map(({ sk, findPk, findSk }) => [
      sk,
      findPk,
      findSk,
    ]);

  it('is found by surname and by postcode, within their landlord', () => {
    expect(findKeys({ name: ' Sam  van der Okoro ', address: '1 Orchard Row, Thornbury tv1 1aa' })).toEqual([
      ['PERSONAL', 'FIND#day-zero', 'NAME#okoro#10000-0000Y'],
      ['POSTCODE', 'FIND#day-zero', 'POSTCODE#TV11AA#10000-0000Y'],
    ]);
  });

  it('without postcode or name is not found by them', () => {
    expect(findKeys({ name: 'Okoro', address: 'no fixed abode' })).toEqual([
      ['PERSONAL', 'FIND#day-zero', 'NAME#okoro#10000-0000Y'],
    ]);
    const anonymous = toPersonalItems(reference, 'day-zero', { description: 'x', salt: 's' });
    expect(anonymous.map((item) => 'findPk' in item)).toEqual([false]);
  });
});

describe('what nobody needs for long', () => {
  const request = { kind: 'access-link', recipient: { type: 'complainant' } } as const;

  it('is deleted in time: a link asked for after a day, the other notices never', () => {
    const item = toNoticeItem(otherNotice(reference, 'access-link_202612231500', request));
    expect(item.expiresAt).toBe(Date.parse('2026-12-24T15:00:00Z') / 1000);
    expect(fromNoticeItem(item)).not.toHaveProperty('expiresAt');
    expect(toNoticeItem(otherNotice(reference, 'alert'))).not.toHaveProperty('expiresAt');
  });

  it('is deleted in time though it was sent since', () => {
    const sent = { ...request, revision: 2, status: 'accepted' } as const;
    expect(toNoticeItem(otherNotice(reference, 'access-link_202612231500', sent)).expiresAt).toBe(
      Date.parse('2026-12-24T15:00:00Z') / 1000,
    );
  });

  it('is deleted in time: a slot an hour after its second', () => {
    expect(toSlotItem({ second: at('2027-01-05T12:00:01Z'), number: 7 })).toEqual({
      pk: 'PACE#2027-01-05T12:00:01.000Z',
      sk: 'SLOT#7',
      schemaVersion: 1,
      expiresAt: Date.parse('2027-01-05T13:00:01Z') / 1000,
    });
  });

  it('is deleted in time: a link after it has run out', () => {
    const validUntil = at('2026-12-23T15:10:00Z');
    const link = { hash: 'h', purpose: 'resident', complaint: reference, party: 1, validUntil } as const;
    expect(toLinkItem(link)).toMatchObject({
      pk: 'LINK#h',
      sk: 'LINK',
      validUntil: '2026-12-23T15:10:00.000Z',
      expiresAt: Date.parse('2026-12-23T15:10:00Z') / 1000,
    });
  });
});

describe('a text', () => {
  it('stands beside its complaint under its own id', () => {
    expect(toTextItem(reference, definition)).toEqual({
      pk: 'COMPLAINT#10000-0000Y',
      sk: 'TEXT#text-1',
      schemaVersion: 1,
      text: definition.text,
      salt: definition.salt,
    });
    expect(fromTextItem(toTextItem(reference, definition))).toEqual(definition);
  });
});

describe('an item that is not as it was written', () => {
  const textItem = toTextItem(reference, definition);
  const notice = toNoticeItem(otherNotice(reference, 'alert'));
  const [text = {}] = toPersonalItems(reference, 'day-zero', personal);
  const [entry] = entries.map(toTimelineItem);
  const spoilt: [string, () => unknown][] = [
    ['a complaint of another schema', () => fromStateItem({ ...state, schemaVersion: 2 })],
    ['a complaint without a version', () => fromStateItem({ ...state, version: undefined })],
    [
      'a complaint with a day that does not exist',
      () => fromStateItem({ ...state, receivedOn: '2026-02-30' }),
    ],
    ['a complaint with a forged reference', () => fromStateItem({ ...state, reference: '10000-0000Z' })],
    ['a notice of an unknown status', () => fromNoticeItem({ ...notice, status: 'lost' })],
    ['a notice of nobody', () => fromNoticeItem({ ...notice, pk: 'LINK#h' })],
    ['a notice with half a revision', () => fromNoticeItem({ ...notice, revision: 0.5 })],
    ['a notice whose instant is no instant', () => fromNoticeItem({ ...notice, wakeAt: '2027-01-05' })],
    ['a personal text without its salt', () => fromPersonalItem({ ...text, salt: undefined })],
    ['a timeline entry with number nought', () => fromTimelineItem({ ...entry, seq: 0 })],
    ['a timeline entry of an unknown actor', () => fromTimelineItem({ ...entry, actor: { type: 'ghost' } })],
    ['a text without its salt', () => fromTextItem({ ...textItem, salt: undefined })],
    ['a text of another schema', () => fromTextItem({ ...textItem, schemaVersion: 2 })],
    ['a worklist entry without flags', () => fromWorklistEntry({ ...state, flags: undefined })],
    ['a worklist entry of an unknown status', () => fromWorklistEntry({ ...state, status: 'lost' })],
    ['a queue entry without a duty', () => fromQueueEntry({ ...notice, dueSk: '2026-12-23T15:00:00.000Z' })],
    [
      'a queue entry whose instant is none',
      () => fromQueueEntry({ ...notice, dueSk: String(notice.dueSk).replace('T', ' ') }),
    ],
    ['a due entry without its key', () => referenceOf({ pk: 'COMPLAINT#10000-0000Y' })],
  ];
  it.each(spoilt)('is refused when it is read: %s', (_, read) => {
    expect(read).toThrow();
  });

  it('is refused when it is of a schema that this code does not know, whatever it is of', () => {
    const later = { schemaVersion: 2 };
    expect(() => fromNoticeItem({ ...notice, ...later })).toThrow();
    expect(() => fromPersonalItem({ ...text, ...later })).toThrow();
    expect(() => fromTimelineItem({ ...entry, ...later })).toThrow();
  });

  it('and each is read where nothing is wrong', () => {
    expect(fromStateItem(state)).toEqual(stored);
    expect(fromNoticeItem(notice)).toEqual(otherNotice(reference, 'alert'));
    expect(fromPersonalItem(text)).toEqual(personal);
    expect(entry && fromTimelineItem(entry)).toEqual(entries[0]);
  });
});
