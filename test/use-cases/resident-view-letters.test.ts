import { describe, expect, it } from 'vitest';
import { owedReceipt } from '../../shared/domain/notices/automatic.ts';
import { type Notice, type NoticeStatus, noticeStatuses, owe } from '../../shared/domain/stored-notice.ts';
import { describeLetters } from '../../shared/use-cases/resident-view-letters.ts';
import { complaintReceived, sample } from '../support/complaints.ts';
import { at, date } from '../support/rules.ts';

const complaint = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
const owner = { type: 'complaint', reference: sample } as const;
const receipt = owe(owedReceipt(complaint), owner, at('2026-12-23T15:00:00Z'));
const shownAs = (status: NoticeStatus) =>
  describeLetters([{ ...receipt, status }], complaint).map(({ state }) => state);

describe('a letter, as the resident is shown it', () => {
  it.each<[string, NoticeStatus[]]>([
    ['sent', ['given', 'accepted', 'unconfirmed']],
    ['arrived', ['delivered']],
    [
      'did-not-arrive',
      ['refused-by-ses', 'given-up', 'soft-bounced', 'bounced', 'suppressed', 'rejected', 'reported-as-spam'],
    ],
  ])('is %s', (state, shown) => {
    expect(noticeStatuses.filter((status) => shownAs(status)[0] === state)).toEqual(shown);
  });

  it('is not shown for as long as it has not left, or where it never will', () => {
    expect(noticeStatuses.filter((status) => shownAs(status).length === 0)).toEqual([
      'pending',
      'by-hand',
      'sending',
      'unknown',
      'cancelled',
      'withheld',
      'unreachable',
    ]);
  });

  it('that went by post is of the day on which it was posted', () => {
    const byHand = { way: 'letter', landlord: 'day-zero', obligation: 'posting-receipt' } as const;
    const days = { dueOn: date('2026-12-24'), givenOn: date('2026-12-29') };
    const posted: Notice = { ...receipt, status: 'given', byHand: { ...byHand, ...days } };
    expect(describeLetters([posted], complaint)).toMatchObject([{ on: '2026-12-29', state: 'sent' }]);
  });
});
