import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Context } from '../../shared/domain/decision.ts';
import { digestOf, renewLine } from '../../shared/domain/digest.ts';
import type { DigestLine } from '../../shared/domain/digest-lines.ts';
import { digestValues, owedDigest } from '../../shared/domain/notices/digest.ts';
import { type Person, staffId } from '../../shared/domain/staff.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintDrafted,
  complaintReceived,
  handler,
  manager,
  referenceNumber,
  sample,
  textRef,
} from '../support/complaints.ts';
import { person } from '../support/people.ts';
import { contextAt, date, variantOf } from '../support/rules.ts';

/** The acknowledgement is due on Monday 4 January 2027, the answer on the 18th. */
const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
/** The answer is due on Thursday 14 January 2027. */
const acknowledged = complaintAcknowledged();
const assigned = (complaint: Complaint, change: Partial<Complaint> = {}): Complaint => ({
  ...complaint,
  handler,
  team: 'repairs',
  ...change,
});
const team: Person[] = [
  person(handler, { name: 'Hana Weir', teams: ['repairs'] }),
  person(colleague),
  person(manager, { leads: ['repairs'] }),
];
const morning = (day: string, change: Partial<Context> = {}) =>
  contextAt(`${day}T07:30:00Z`, 'day-zero', change);
const away = { leave: [{ from: date('2027-01-11'), to: date('2027-01-15') }] };

/** Who hears of what: `handler: overdue stage-1-response 2027-01-14 for colleague` */
function told(complaint: Complaint, context: Context, people = team): string[] {
  return digestOf(complaint, context, people).map(({ reader, line }) => {
    const who = reader.type === 'person' ? reader.person : `mailbox of the ${reader.rank}`;
    const what = [line.section, line.obligation, line.dueOn].filter((each) => each !== undefined).join(' ');
    return `${who}: ${what}${line.of ? ` for ${line.of}` : ''}`;
  });
}

describe('what a complaint adds to the digests of a morning', () => {
  it.each([
    ['2027-01-08', []],
    ['2027-01-11', ['handler: due-soon stage-1-response 2027-01-14']],
    ['2027-01-13', ['handler: due-soon stage-1-response 2027-01-14']],
    ['2027-01-14', ['handler: due-today stage-1-response 2027-01-14']],
    ['2027-01-15', ['handler: overdue stage-1-response 2027-01-14']],
  ])('on %s tells whoever owes it of a date that is near, or past', (day, expected) => {
    expect(told(assigned(acknowledged), morning(day))).toEqual(expected);
  });

  it('says on a Friday that what is due at the weekend is due today', () => {
    const { obligations } = acknowledged;
    const onSaturday = obligations.map((each) => ({ ...each, dueOn: date('2027-01-16') }));
    const complaint = assigned(acknowledged, { obligations: onSaturday });
    expect(told(complaint, morning('2027-01-15'))).toEqual([
      'handler: due-today stage-1-response 2027-01-16',
    ]);
  });

  it('is nothing once it is met, and while nobody knows whether more time was given in time', () => {
    const { obligations } = acknowledged;
    const met = { on: date('2027-01-11'), keptPolicy: true, keptCode: true };
    const done = assigned(acknowledged, { obligations: obligations.map((each) => ({ ...each, met })) });
    expect(told(done, morning('2027-01-15'))).toEqual([]);
    const { complaint } = carryOut(
      assigned(acknowledged),
      { type: 'Extend', by: handler, newDueOn: date('2027-01-20'), reason: textRef(7) },
      '2027-01-14T15:00:00Z',
    );
    const unsettled = { ...complaint, obligations };
    expect(told(unsettled, morning('2027-01-15'))).toEqual([]);
  });

  it.each<[string, Person[], Partial<Complaint>, string[]]>([
    ['its owner', team, { handler: colleague }, ['colleague']],
    [
      'a cover while the owner is away',
      [person(handler, { ...away, cover: colleague }), person(colleague)],
      {},
      ['colleague for handler'],
    ],
    [
      'a mailbox where the cover is away too',
      [person(handler, { ...away, cover: colleague }), person(colleague, away)],
      {},
      ['mailbox of the handler'],
    ],
    ['a mailbox where nobody covers', [person(handler, away)], {}, ['mailbox of the handler']],
    [
      'a mailbox where the owner has left',
      [person(handler, { disabled: true })],
      {},
      ['mailbox of the handler'],
    ],
    ['a mailbox where the owner is in no register', [], {}, ['mailbox of the handler']],
    [
      'a mailbox where the owner serves another landlord by now',
      [person(handler, { landlords: ['code-2024'] })],
      {},
      ['mailbox of the handler'],
    ],
    [
      'a mailbox where the complaint is about the owner',
      team,
      { staffComplainedAbout: [handler] },
      ['mailbox of the handler'],
    ],
    [
      'a mailbox where it is about the cover',
      [person(handler, { ...away, cover: colleague }), person(colleague)],
      { staffComplainedAbout: [colleague] },
      ['mailbox of the handler'],
    ],
  ])('goes to %s', (_, people, change, expected) => {
    const heard = told(assigned(acknowledged, change), morning('2027-01-14'), people);
    expect(heard).toEqual(
      expected.map((who) => {
        const [reader, of] = who.split(' for ');
        return `${reader}: due-today stage-1-response 2027-01-14${of ? ` for ${of}` : ''}`;
      }),
    );
  });

  it('reaches the manager’s mailbox where it is overdue and nobody is there, and a rank that answers for it', () => {
    expect(told(assigned(acknowledged), morning('2027-01-15'), [])).toEqual([
      'mailbox of the manager: overdue stage-1-response 2027-01-14',
    ]);
    const obligations = acknowledged.obligations.map((each) => ({
      ...each,
      ownerRank: 'senior-lead' as const,
    }));
    expect(told(assigned(acknowledged, { obligations }), morning('2027-01-13'))).toEqual([
      'mailbox of the senior-lead: due-soon stage-1-response 2027-01-14',
    ]);
  });

  it.each<[string, string, Partial<Complaint>, string[]]>([
    [
      'the leader of its team, once',
      '2027-01-05',
      { team: 'repairs' },
      ['manager: unassigned stage-1-acknowledgement 2027-01-04'],
    ],
    [
      'the mailboxes where it has no team',
      '2027-01-05',
      {},
      [
        'mailbox of the handler: unassigned stage-1-acknowledgement 2027-01-04',
        'mailbox of the manager: overdue stage-1-acknowledgement 2027-01-04',
      ],
    ],
    [
      'the mailbox of those who handle, from the first morning on',
      '2026-12-24',
      {},
      ['mailbox of the handler: unassigned stage-1-acknowledgement 2027-01-04'],
    ],
  ])('that nobody handles reaches %s', (_, day, change, expected) => {
    expect(told({ ...received, ...change }, morning(day))).toEqual(expected);
  });

  it('tells handler and leader of a resident who was not reached, with the call that is owed', () => {
    const { complaint } = carryOut(
      assigned(acknowledged),
      {
        type: 'RecordDelivery',
        notice: 'acknowledgement_3',
        kind: 'acknowledgement',
        outcome: 'bounced',
        at: '2026-12-30T10:05:00Z' as Context['now'],
      },
      '2026-12-30T10:05:00Z',
    );
    const call = 'contact-acknowledgement_3';
    expect(told(complaint, morning('2026-12-30'))).toEqual([
      `handler: unreached ${call} 2026-12-31`,
      `manager: unreached ${call} 2026-12-31`,
    ]);
    // on its day the call is what is due, and for the leader still somebody who was not reached
    expect(told(complaint, morning('2026-12-31'))).toEqual([
      `handler: due-today ${call} 2026-12-31`,
      `manager: unreached ${call} 2026-12-31`,
    ]);
    expect(told({ ...complaint, handler: undefined, team: undefined }, morning('2027-01-04'))).toContain(
      `mailbox of the manager: overdue ${call} 2026-12-31`,
    );
  });

  it('asks the leader to approve what they did not write, or the manager’s mailbox', () => {
    const reviewed = { policy: variantOf('day-zero', { review: 'before' }) };
    const waiting = 'awaiting-approval stage-1-response 2027-01-14';
    const drafted = assigned(complaintDrafted());
    const on = morning('2027-01-07', reviewed);
    expect(told(drafted, on)).toEqual([`manager: ${waiting}`]);
    expect(told(drafted, morning('2027-01-07'))).toEqual([]);
    const own = { ...drafted, draft: { by: [manager] } };
    expect(told(own, on)).toEqual([`mailbox of the manager: ${waiting}`]);
    const secondLeader = person('zoe', { leads: ['repairs'] });
    expect(told(own, on, [...team, secondLeader])).toEqual([`zoe: ${waiting}`]);
    expect(told({ ...drafted, draft: { by: [handler], approvedBy: manager } }, on)).toEqual([]);
    expect(told({ ...drafted, draft: { by: [handler], returned: textRef(8) } }, on)).toEqual([]);
  });

  it('asks a second person for more time than one may give', () => {
    const two = { policy: variantOf('day-zero', { beyond: 'second-person' }) };
    const { complaint } = carryOut(
      assigned(acknowledged),
      {
        type: 'PrepareExtension',
        by: handler,
        newDueOn: date('2027-03-15'),
        reason: textRef(7),
        goodReason: textRef(8),
        updateEvery: 5,
      },
      '2027-01-06T10:00:00Z',
      two,
    );
    expect(told(complaint, morning('2027-01-07', two))).toEqual([
      'manager: awaiting-approval stage-1-response 2027-01-14',
    ]);
  });
});

describe('a line of a digest that waited to be sent', () => {
  const line: DigestLine = {
    section: 'due-today',
    landlord: 'day-zero',
    reference: sample,
    obligation: 'stage-1-response',
    dueOn: date('2027-01-14'),
  };
  const on = morning('2027-01-14');

  it('stands while it is so, for its reader and for whoever they stand in for', () => {
    expect(renewLine(line, handler, assigned(acknowledged), on)).toEqual(line);
    const standing = { ...line, of: handler };
    expect(renewLine(standing, colleague, assigned(acknowledged), on)).toEqual(standing);
    expect(renewLine(line, undefined, assigned(acknowledged), on)).toEqual(line);
  });

  it('is left out once it is met, has another date, or is somebody else’s', () => {
    const [first] = acknowledged.obligations.filter(({ id }) => id === 'stage-1-response');
    if (!first) throw new Error('no answer is due');
    const withObligation = (change: object) =>
      assigned(acknowledged, { obligations: [{ ...first, ...change }] });
    expect(renewLine(line, handler, withObligation({ ended: 'withdrawn' }), on)).toBeUndefined();
    expect(renewLine(line, handler, withObligation({ dueOn: '2027-01-18' }), on)).toBeUndefined();
    expect(renewLine(line, handler, assigned(acknowledged, { handler: colleague }), on)).toBeUndefined();
  });

  it('says of a complaint that nobody handles what is due on it by now', () => {
    const unassigned: DigestLine = { ...line, section: 'unassigned', obligation: 'stage-1-acknowledgement' };
    expect(renewLine(unassigned, manager, acknowledged, on)).toEqual({
      ...unassigned,
      obligation: 'stage-1-response',
    });
    expect(renewLine(unassigned, manager, assigned(acknowledged), on)).toBeUndefined();
  });
});

describe('a digest', () => {
  const reader = { type: 'person', person: staffId('auth0|9') } as const;
  const lineOf = (number: number, section: DigestLine['section'], dueOn: string): DigestLine => ({
    section,
    landlord: 'day-zero',
    reference: referenceNumber(number),
    dueOn: date(dueOn),
  });

  it('is one a day, of one of the staff or of a rank, with the most pressing first', () => {
    const lines = [
      lineOf(1, 'due-soon', '2027-01-15'),
      lineOf(2, 'overdue', '2027-01-12'),
      lineOf(3, 'overdue', '2027-01-08'),
    ];
    const { owner, notice } = owedDigest(reader, lines, date('2027-01-14'));
    expect(owner).toEqual({ type: 'staff', person: 'auth0|9' });
    expect(notice).toMatchObject({
      id: 'digest_2027-01-14',
      kind: 'digest',
      lane: 'routine',
      recipient: { type: 'staff', rank: 'handler', person: 'auth0|9' },
      values: {},
    });
    expect(notice.lines?.map(({ reference }) => reference)).toEqual([3, 2, 1].map(referenceNumber));
    const mailbox = { type: 'rank', landlord: 'day-zero', rank: 'manager' } as const;
    expect(owedDigest(mailbox, lines, date('2027-01-14'))).toMatchObject({
      owner: { type: 'landlord', landlord: 'day-zero' },
      notice: { id: 'digest_2027-01-14_manager', recipient: { type: 'staff', rank: 'manager' } },
    });
    const second = [reader, mailbox].map((each) => owedDigest(each, lines, date('2027-01-14'), 2).notice.id);
    expect(second).toEqual(['digest_2027-01-14_2', 'digest_2027-01-14_manager_2']);
  });

  it('lists sixty, and says how many more there are', () => {
    const lines = Array.from({ length: 62 }, (_, number) => lineOf(number, 'overdue', '2027-01-12'));
    const { notice } = owedDigest(reader, lines, date('2027-01-14'));
    expect([notice.lines?.length, notice.values]).toEqual([60, { beyond: '2' }]);
    expect(digestValues([], 2)).toEqual({ summary: '2 more', more: 'There are 2 more: see the worklist.' });
  });

  it('says of each what is to be done, by when, how that stands, and for whom', () => {
    const context = morning('2027-01-15');
    const complaint = assigned(acknowledged);
    const line: DigestLine = {
      section: 'overdue',
      landlord: 'day-zero',
      reference: sample,
      obligation: 'stage-1-response',
      dueOn: date('2027-01-14'),
    };
    const reference = sample;
    expect(
      digestValues(
        [
          { line, complaint, context, standsInFor: undefined },
          {
            line: { ...line, section: 'due-today', dueOn: date('2027-01-16') },
            complaint,
            context,
            standsInFor: 'Hana Weir',
          },
          {
            line: { section: 'unreached', landlord: 'day-zero', reference },
            complaint,
            context,
            standsInFor: undefined,
          },
        ],
        0,
      ),
    ).toEqual({
      'overdue.0.line': `${reference}: Send the stage 1 response by Thursday 14 January 2027, 1 working day overdue.`,
      'dueToday.0.line': `${reference}: Send the stage 1 response by Saturday 16 January 2027, with no working day left but today (for Hana Weir, who is away).`,
      'unreached.0.line': `${reference}: our last email did not reach the resident.`,
      summary: '1 overdue, 1 due today, 1 not reached',
      more: '',
    });
  });
});
