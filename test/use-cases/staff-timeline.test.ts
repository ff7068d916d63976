import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import type { Context } from '../../shared/domain/decision.ts';
import type { ComplaintEvent } from '../../shared/domain/events.ts';
import { describeTimeline } from '../../shared/use-cases/staff-view-timeline.ts';
import { beforeFuneral, withFuneral } from '../domain/other-calendars.ts';
import {
  accepted,
  carryOut,
  colleague,
  decideReceipt,
  fold,
  handler,
  type Received,
  sample,
  textRef,
} from '../support/complaints.ts';
import { at, date } from '../support/rules.ts';

type Step = readonly [now: string, command: Command, change?: Partial<Context>];

/** The entries of a life that is told as commands, as staff read them. */
function entriesOf(received: Received, steps: readonly Step[]) {
  const events: ComplaintEvent[] = [...accepted(decideReceipt(received)).events];
  steps.reduce<Complaint>((complaint, [now, command, change]) => {
    const outcome = carryOut(complaint, command, now, change);
    events.push(...outcome.events);
    return outcome.complaint;
  }, fold(events));
  const entries = events.map((event, index) => ({
    reference: sample,
    seq: index + 1,
    at: at(received.receivedAt),
    actor: { type: 'clock' } as const,
    event,
    salt: '',
    previousHash: '',
    hash: '',
  }));
  return describeTimeline(sample, entries, new Map()).entries;
}

const byLetter = { how: 'letter', evidence: textRef(9) } as const;
const worked = entriesOf({ receivedAt: '2026-12-23T15:00:00Z' }, [
  [
    '2026-12-24T10:00:00Z',
    {
      type: 'CorrectDate',
      by: handler,
      what: 'received',
      is: at('2026-12-22T10:00:00Z'),
      reason: textRef(2),
    },
  ],
  [
    '2026-12-30T10:00:00Z',
    { type: 'Acknowledge', by: handler, points: [{ definition: textRef(1), responsible: true }] },
  ],
  [
    '2026-12-31T10:00:00Z',
    {
      type: 'RecordDelivery',
      notice: 'acknowledgement',
      kind: 'acknowledgement',
      outcome: 'bounced',
      at: at('2026-12-31T10:00:00Z'),
    },
  ],
  [
    '2027-01-04T10:00:00Z',
    { type: 'AskQuestion', by: handler, asked: { staff: colleague }, text: textRef(3) },
  ],
  ['2027-01-04T11:00:00Z', { type: 'SendMessage', text: textRef(4) }],
  [
    '2027-01-05T10:00:00Z',
    { type: 'AddAction', by: handler, owner: handler, description: textRef(5), dueOn: date('2027-01-26') },
  ],
  [
    '2027-01-06T10:00:00Z',
    { type: 'UpdateAction', by: handler, action: 'action-1', dueOn: date('2027-01-29') },
  ],
  ['2027-01-06T11:00:00Z', { type: 'UpdateAction', by: handler, action: 'action-1', owner: colleague }],
  [
    '2027-01-13T10:00:00Z',
    {
      type: 'Extend',
      by: handler,
      newDueOn: date('2027-02-02'),
      reason: textRef(6),
      goodReason: textRef(7),
      updateEvery: 5,
      alreadyGiven: byLetter,
    },
  ],
  ['2027-01-20T10:00:00Z', { type: 'GiveUpdate', by: handler, text: textRef(8) }],
  ['2027-01-21T10:00:00Z', { type: 'Withdraw' }],
  ['2027-01-22T10:00:00Z', { type: 'Reopen', by: handler, reason: textRef(9) }],
]);

const passing = [
  '2022-09-14T10:00:00Z',
  { type: 'TimePassed' },
  { calendar: withFuneral, tellsLaterDates: true },
] as const;
const acknowledgedLate = [
  '2022-09-26T10:00:00Z',
  { type: 'Acknowledge', by: handler, points: [{ definition: textRef(1), responsible: true }] },
  { calendar: withFuneral },
] as const;
const recounted = entriesOf({ receivedAt: '2022-09-13T09:00:00Z', rules: { calendar: beforeFuneral } }, [
  passing,
  acknowledgedLate,
]);
const entryOf = (type: ComplaintEvent['type'], among = worked) => among.find((each) => each.type === type);
const inPolicy = 'as the policy in force from Monday 1 April 2024 says under';

describe('the timeline', () => {
  it('explains every date where it was given, and nothing where none was', () => {
    const given = worked.flatMap(({ type, explanations }) =>
      explanations ? [[type, ...explanations.map(({ obligation, dueOn }) => `${obligation} ${dueOn}`)]] : [],
    );
    expect(given).toEqual([
      ['ComplaintReceived', 'stage-1-acknowledgement 2027-01-04', 'stage-1-response 2027-01-18'],
      ['DateCorrected', 'stage-1-acknowledgement 2026-12-31', 'stage-1-response 2027-01-15'],
      ['ComplaintAcknowledged', 'stage-1-response 2027-01-14'],
      ['ContactOwed', 'contact-acknowledgement 2027-01-04'],
      ['QuestionAsked', 'question-1 2027-01-07'],
      ['MessageReceived', 'message-1 2027-01-06'],
      ['ActionAdded', 'action-1 2027-01-26'],
      ['ActionUpdated', 'action-1 2027-01-29'],
      ['ExtensionTookEffect', 'stage-1-response 2027-02-02', 'update-1 2027-01-20'],
      ['UpdateGiven', 'update-2 2027-01-27'],
      ['ComplaintReopened', 'stage-1-response 2027-02-05'],
    ]);
  });

  it('says it as staff read it, beside what the event holds', () => {
    expect(entryOf('ComplaintAcknowledged')).toMatchObject({
      facts: { response: { dueOn: '2027-01-14' } },
      explanations: [
        {
          obligation: 'stage-1-response',
          dueOn: '2027-01-14',
          explanation: `Thursday 14 January 2027 is 10 working days after Wednesday 30 December 2026, the day we acknowledged the complaint, not counting weekends and New Year’s Day (1 January); ${inPolicy} 6.3 of the Code, by calendar version 1.`,
        },
      ],
    });
    expect(entryOf('ActionUpdated')?.explanations?.[0]?.explanation).toBe(
      'Friday 29 January 2027 is the day we promised on Wednesday 6 January 2027, under 6.6 of the Code.',
    );
  });

  it('tells what a date was before it was counted anew, and why in words', () => {
    expect(entryOf('DatesRecounted', recounted)).toMatchObject({
      explanations: [
        {
          obligation: 'stage-1-acknowledgement',
          was: '2022-09-20',
          dueOn: '2022-09-21',
          explanation: `Wednesday 21 September 2022 is 5 working days after Tuesday 13 September 2022, the day we received the complaint, not counting weekends and Bank Holiday for the State Funeral of Queen Elizabeth II (19 September); ${inPolicy} 6.2 of the Code, by calendar version 2.`,
        },
        { obligation: 'stage-1-response', was: '2022-10-04', dueOn: '2022-10-05' },
      ],
      reasons: [
        'Monday 19 September 2022 is now a bank holiday (Bank Holiday for the State Funeral of Queen Elizabeth II), so it is not a working day.',
      ],
    });
    expect(worked.filter((entry) => 'reasons' in entry)).toEqual([]);
  });

  it('says that a date comes forward with the acknowledgement until there is one', () => {
    const early = 'if we acknowledge it sooner, this date comes forward';
    const responses = [
      entryOf('DatesRecounted', recounted)?.explanations?.[1],
      entryOf('ComplaintAcknowledged', recounted)?.explanations?.[0],
    ];
    expect(responses.map((each) => [each?.dueOn, each?.explanation.includes(early)])).toEqual([
      ['2022-10-05', true],
      ['2022-10-05', false],
    ]);
  });

  it('says so of the final answer until stage 2 is acknowledged, although stage 1 was', () => {
    const early = 'if we acknowledge it sooner, this date comes forward';
    const outcome = { point: 'point-1', finding: 'upheld', reasons: textRef(3), remedy: 'none' } as const;
    const lived = entriesOf({ receivedAt: '2026-12-23T15:00:00Z' }, [
      ...answered(outcome),
      ['2027-01-20T10:00:00Z', { type: 'Escalate' }],
      ['2027-01-22T10:00:00Z', { type: 'Acknowledge', by: colleague, points: [] }],
    ]);
    const given = ['EscalationRequested', 'ComplaintAcknowledged'] as const;
    const final = given.map((type) =>
      lived
        .findLast((each) => each.type === type)
        ?.explanations?.find(({ obligation }) => obligation === 'stage-2-response'),
    );
    expect(final.map((each) => [each?.dueOn, each?.explanation.includes(early)])).toEqual([
      ['2027-02-24', true],
      ['2027-02-19', false],
    ]);
  });
});

/** Acknowledged on 30 December 2026, and answered on 13 January 2027. */
function answered(outcome: Extract<Command, { type: 'Draft' }>['outcomes'][number]): Step[] {
  return [
    [
      '2026-12-30T10:00:00Z',
      { type: 'Acknowledge', by: handler, points: [{ definition: textRef(1), responsible: true }] },
    ],
    ['2027-01-05T10:00:00Z', { type: 'Draft', by: handler, outcomes: [outcome] }],
    ['2027-01-13T10:00:00Z', { type: 'Respond', by: handler }],
  ];
}
