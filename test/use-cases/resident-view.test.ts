import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import { complaintNoticeKinds, type NoticeKind } from '../../shared/domain/notices.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { oweStage, receipt } from '../../shared/domain/stage-dates.ts';
import type { Notice } from '../../shared/domain/stored-notice.ts';
import { describeForResident } from '../../shared/use-cases/resident-view.ts';
import { complaintWith, extension, metOn, obligation, policy, ref } from '../support/complaint-parts.ts';
import { referenceNumber } from '../support/complaints.ts';
import { fullComplaint } from '../support/resident-view.ts';
import { at, contextAt, date, englandAndWales } from '../support/rules.ts';
import { otherNotice } from '../support/stored.ts';

const view = (
  complaint: Complaint,
  texts = new Map<string, string>(),
  { now = '2026-12-24T12:00:00Z', notices = [] as Notice[] } = {},
) => describeForResident(complaint, texts, notices, contextAt(now));

describe('what happens next', () => {
  it('is what the landlord owes, by when and why', () => {
    expect(view(complaintWith()).next).toEqual([
      {
        kind: 'stage-1-acknowledgement',
        what: 'We acknowledge your complaint.',
        dueOn: '2027-01-04',
        explanation:
          'Monday 4 January 2027 is 5 working days after Wednesday 23 December 2026, the day we received your complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January).',
      },
      {
        kind: 'stage-1-response',
        what: 'We answer your complaint.',
        dueOn: '2027-01-18',
        explanation:
          'Monday 18 January 2027 is 10 working days after Monday 4 January 2027, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward.',
        projected: true,
      },
    ]);
  });

  it('leaves out what was met or ended', () => {
    const obligations = [
      obligation('a', 'update', { met: metOn('2027-01-05') }),
      obligation('b', 'update', { ended: 'closed' }),
      obligation('c', 'update'),
    ];
    expect(view(complaintWith({ obligations })).next).toHaveLength(1);
  });

  it.each([
    ['2027-01-20', undefined],
    ['2027-01-21', true],
  ])('says on %s whether a date due on 20 January has passed', (today, overdue) => {
    const complaint = complaintWith({ obligations: [obligation('update-1', 'update')] });
    expect(view(complaint, new Map(), { now: `${today}T12:00:00Z` }).next[0]?.overdue).toBe(overdue);
  });

  it('says which dates may still move because bank holidays are not published so far ahead', () => {
    const receivedAt = at('2028-12-20T09:00:00Z');
    const complaint = complaintWith({
      obligations: oweStage(1, receipt(receivedAt), policy, englandAndWales),
    });
    expect(view(complaint).next.map(({ dueOn, provisional }) => [dueOn, provisional])).toEqual([
      ['2028-12-29', undefined],
      ['2029-01-12', true],
    ]);
  });
});

describe('where a complaint stands', () => {
  it('is told with its dates, counted in London', () => {
    const complaint = fullComplaint({
      status: 'responded',
      acknowledgedAt: at('2027-06-30T23:30:00Z'),
      respondedOn: date('2027-07-02'),
    });
    expect(view(complaint)).toMatchObject({
      reference: complaint.reference,
      landlord: { name: 'Larkfield Retirement Homes', email: 'complaints@larkfield-homes.example' },
      status: 'responded',
      standing: 'We have answered your complaint.',
      receivedAt: '2026-12-23T15:00:00.000Z',
      acknowledgedOn: '2027-07-01',
      respondedOn: '2027-07-02',
    });
  });

  it('that is part of another one is told with the one to quote', () => {
    const mergedInto = referenceNumber(9);
    expect(view(complaintWith({ status: 'merged', mergedInto }))).toMatchObject({
      mergedInto,
      standing:
        'We deal with this together with another complaint. We wrote to you which one, and keep every word of yours.',
    });
    expect(view(complaintWith({ merged: [{ complaint: mergedInto, words: [] }] }))).not.toHaveProperty(
      'merged',
    );
  });

  it('is told with the details of the Ombudsman of the day', () => {
    expect(view(complaintWith()).ombudsmen).toEqual([
      {
        name: 'Housing Ombudsman Service',
        phone: '0300 111 3000',
        website: 'www.housing-ombudsman.org.uk',
        address: 'PO Box 1484, Unit D, Preston PR2 0ET',
        advice:
          'New complaints go through the form on its website, by phone or by post; it no longer takes them by email.',
      },
    ]);
  });

  it('names the group of residents who support those that complain, where there is one', () => {
    expect(view(complaintWith()).supporters).toBeUndefined();
    const brackenhall = contextAt('2026-12-24T12:00:00Z', 'counted-from-receipt');
    expect(describeForResident(complaintWith(), new Map(), [], brackenhall).supporters).toEqual({
      name: 'Residents’ Complaint Review Group',
      contact: 'complaints@brackenhall-homes.example',
    });
  });
});

describe('an extension', () => {
  const replaced = { dueOn: date('2027-01-18'), derivation: obligation('', 'action').derivation };
  const texts = new Map([['extension-reason', 'We await a part.']]);
  const withStates = (...states: ReturnType<typeof extension>['state'][]) =>
    complaintWith({
      extensions: states.map((state) => extension({ state, replaced, goodReason: undefined })),
    });

  it('is shown with its new date, the one before it and its reason', () => {
    expect(view(withStates('effective'), texts).extension).toEqual({
      newDueOn: '2027-02-01',
      insteadOf: '2027-01-18',
      reason: 'We await a part.',
      givenInTime: true,
    });
  });

  it('that came too late binds the landlord and says so', () => {
    expect(view(withStates('too-late'), texts).extension).toMatchObject({ givenInTime: false });
  });

  it.each(['prepared', 'requested', 'not-reached', 'overtaken'] as const)(
    'that is %s is not shown',
    (state) => {
      expect(view(withStates(state)).extension).toBeUndefined();
      expect(view(withStates('effective', state)).extension).toBeDefined();
    },
  );
});

describe('a point that needs no remedy', () => {
  it('says so once it is answered', () => {
    const point = { id: 'point-1', definition: ref('d'), responsible: false };
    const points = [{ ...point, finding: 'not-upheld' as const, reasons: ref('r'), remedy: 'none' as const }];
    const change = { points, acknowledgedAt: at('2027-01-04T09:00:00Z'), respondedOn: date('2027-01-15') };
    const texts = new Map([
      ['d', 'The lift'],
      ['r', 'It was repaired.'],
    ]);
    expect(view(complaintWith(change), texts).points).toEqual([
      {
        id: 'point-1',
        definition: 'The lift',
        responsible: false,
        finding: 'not-upheld',
        reasons: 'It was repaired.',
        remedy: 'There is nothing that we need to put right.',
      },
    ]);
  });
});

describe('actions', () => {
  it('tell their date and whether they are completed', () => {
    const action = (id: string) => ({ id, description: ref(id), owner: staffId('handler-1') });
    const complaint = complaintWith({
      respondedOn: date('2027-01-15'),
      actions: [action('a'), action('b'), action('c')],
      obligations: [
        obligation('a', 'action'),
        obligation('b', 'action', { met: metOn('2027-01-19') }),
        obligation('c', 'action', { ended: 'closed' }),
      ],
    });
    const texts = new Map(['a', 'b', 'c'].map((id) => [id, `Action ${id}`]));
    expect(view(complaint, texts).actions).toEqual([
      { description: 'Action a', dueOn: '2027-01-20', state: 'promised' },
      { description: 'Action b', dueOn: '2027-01-20', state: 'completed', completedOn: '2027-01-19' },
      { description: 'Action c', dueOn: '2027-01-20', state: 'no-longer-owed' },
    ]);
  });

  it.each(['received', 'acknowledged', 'closed', 'withdrawn'] as const)(
    'are not told before the answer promises them, also where it is %s',
    (status) => {
      expect(view(fullComplaint({ status })).actions).toEqual([]);
    },
  );
});

describe('a message', () => {
  it('tells the day it came and that it was read', () => {
    expect(view(fullComplaint(), new Map([['message', 'Any news?']])).messages).toEqual([
      { id: 'message-1', text: 'Any news?', sentOn: '2027-01-06', read: true },
    ]);
  });
});

describe('what was sent', () => {
  const complaint = complaintWith();
  const letter = (id: string, change: object) =>
    otherNotice(complaint.reference, id, { recipient: { type: 'complainant' }, ...change });

  it('is each letter that left, oldest first, and whether it arrived', () => {
    const notices = [
      letter('b', { kind: 'acknowledgement', status: 'bounced', owedAt: at('2027-01-04T10:00:00Z') }),
      letter('a', { kind: 'receipt', status: 'delivered', owedAt: at('2026-12-23T15:00:00Z') }),
      letter('c', { kind: 'response', status: 'accepted', owedAt: at('2027-01-15T10:00:00Z') }),
    ];
    expect(view(complaint, new Map(), { notices }).sent).toEqual([
      { what: 'We have your complaint.', on: '2026-12-23', state: 'arrived' },
      { what: 'Our acknowledgement of your complaint.', on: '2027-01-04', state: 'did-not-arrive' },
      { what: 'Our answer to your complaint.', on: '2027-01-15', state: 'sent' },
    ]);
  });

  it('is told in a sentence for every kind of letter', () => {
    const ours: NoticeKind[] = [
      ...(['access-link', 'alert', 'reviewer-needed', 'assignment'] as const),
      ...(['extension-problem', 'resident-message', 'question', 'urgent-complaint'] as const),
    ];
    const untold = complaintNoticeKinds.filter((kind) => {
      const notices = [letter('a', { kind, status: 'delivered' })];
      return view(complaint, new Map(), { notices }).sent.length === 0;
    });
    expect(untold).toEqual(ours);
  });

  it('is neither mail to staff, nor a link, nor what has not left', () => {
    const notices = [
      otherNotice(complaint.reference, 'a', { status: 'delivered' }),
      otherNotice(complaint.reference, 'b', { kind: 'receipt', status: 'delivered' }),
      letter('c', { kind: 'access-link', status: 'delivered' }),
      letter('d', { kind: 'receipt', status: 'pending' }),
      letter('e', { kind: 'receipt', status: 'unknown' }),
      letter('f', { kind: 'receipt', status: 'cancelled' }),
    ];
    expect(view(complaint, new Map(), { notices }).sent).toEqual([]);
  });
});
