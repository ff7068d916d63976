import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import type { Instant } from '../../shared/domain/london-time.ts';
import {
  accepted,
  carryOut,
  colleague,
  complaintReceived,
  decideReceipt,
  handler,
  inShort,
  kept,
  owedBy,
  textRef,
} from '../support/complaints.ts';
import { at, date } from '../support/rules.ts';

/** One complaint’s life at day-zero, in England, from Wednesday 23 December 2026 on. */
const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
const outcome = { point: 'point-1', finding: 'upheld', reasons: textRef(3), remedy: textRef(4) } as const;
const promise = (description: number, dueOn: string): Command => ({
  type: 'AddAction',
  by: handler,
  description: textRef(description),
  owner: colleague,
  dueOn: date(dueOn),
});

interface Told {
  told: string[];
  wakes: Instant | undefined;
}

/** What each command tells, and when the complaint wakes after it. */
function live(commands: readonly (readonly [string, Command])[]): { told: Told[]; complaint: Complaint } {
  let complaint = received;
  const told = commands.map(([now, command]) => {
    const outcomeOf = carryOut(complaint, command, now);
    complaint = outcomeOf.complaint;
    return { told: inShort(outcomeOf), wakes: outcomeOf.wakes };
  });
  return { told, complaint };
}

const timePassed: Command = { type: 'TimePassed' };
const untilExtended: [string, Command][] = [
  ['2026-12-29T09:00:00Z', timePassed],
  [
    '2026-12-30T10:00:00Z',
    { type: 'Acknowledge', by: handler, points: [{ definition: textRef(1), responsible: true }] },
  ],
  ['2027-01-11T09:00:00Z', timePassed],
  ['2027-01-13T09:00:00Z', timePassed],
  ['2027-01-13T14:00:00Z', { type: 'Extend', by: handler, newDueOn: date('2027-01-28'), reason: textRef(2) }],
  [
    '2027-01-13T14:01:00Z',
    {
      type: 'RecordDelivery',
      notice: 'extension-1',
      kind: 'extension',
      outcome: 'accepted',
      at: at('2027-01-13T14:01:00Z'),
    },
  ],
];
const untilAnswered: [string, Command][] = [
  ['2027-01-25T09:00:00Z', timePassed],
  ['2027-01-27T09:00:00Z', timePassed],
  ['2027-01-27T10:00:00Z', { type: 'Draft', by: handler, outcomes: [outcome] }],
  ['2027-01-27T10:05:00Z', promise(5, '2027-02-10')],
  ['2027-01-27T10:06:00Z', promise(6, '2027-02-17')],
  ['2027-01-27T10:10:00Z', { type: 'Respond', by: handler }],
];

describe('one complaint’s life at day-zero', () => {
  it('begins with a receipt, two dates and an instant to wake at', () => {
    const { notices } = accepted(decideReceipt({ receivedAt: '2026-12-23T15:00:00Z' }));
    expect(notices.map(({ id }) => id)).toEqual(['receipt']);
    expect(received.obligations.map(({ id, dueOn, projected }) => [id, dueOn, projected])).toEqual([
      ['stage-1-acknowledgement', '2027-01-04', false],
      ['stage-1-response', '2027-01-18', true],
    ]);
    expect(owedBy(received, 'stage-1-acknowledgement').derivation).toMatchObject({
      skipped: [
        { on: '2026-12-25', name: 'Christmas Day' },
        { on: '2026-12-28', name: 'Boxing Day' },
        { on: '2027-01-01', name: 'New Year’s Day' },
      ],
    });
  });

  it('goes on to an extension that takes effect', () => {
    const { told, complaint } = live(untilExtended);
    expect(told).toEqual([
      {
        told: ['stage-1-acknowledgement -3 to handler'],
        wakes: '2026-12-31T09:00:00.000Z',
      },
      {
        told: ['PointsAdded', 'ComplaintAcknowledged', 'acknowledgement'],
        wakes: '2027-01-11T09:00:00.000Z',
      },
      {
        told: ['stage-1-response -3 to handler'],
        wakes: '2027-01-13T09:00:00.000Z',
      },
      {
        told: ['stage-1-response -1 to handler'],
        wakes: '2027-01-14T09:00:00.000Z',
      },
      { told: ['ExtensionRequested', 'extension-1'], wakes: '2027-01-14T09:00:00.000Z' },
      { told: ['NoticeAccepted', 'ExtensionTookEffect'], wakes: '2027-01-25T09:00:00.000Z' },
    ]);
    expect(owedBy(complaint, 'stage-1-acknowledgement').met).toEqual({ on: '2026-12-30', ...kept });
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({
      dueOn: '2027-01-28',
      projected: false,
      derivation: { countedFrom: 'original-due-date', startOn: '2027-01-14', count: 10 },
    });
  });

  it('and to an answer in time, whose two actions live on', () => {
    const { told, complaint } = live([...untilExtended, ...untilAnswered]);
    expect(told.slice(untilExtended.length)).toEqual([
      {
        told: ['stage-1-response -3 to handler'],
        wakes: '2027-01-27T09:00:00.000Z',
      },
      {
        told: ['stage-1-response -1 to handler'],
        wakes: '2027-01-28T09:00:00.000Z',
      },
      { told: ['ResponseDrafted'], wakes: '2027-01-28T09:00:00.000Z' },
      { told: ['ActionAdded'], wakes: '2027-01-28T09:00:00.000Z' },
      { told: ['ActionAdded'], wakes: '2027-01-28T09:00:00.000Z' },
      { told: ['ResponseSent', 'response'], wakes: '2027-02-05T09:00:00.000Z' },
    ]);
    expect(complaint).toMatchObject({ status: 'responded', respondedOn: '2027-01-27' });
    expect(complaint.obligations.map(({ id, dueOn, met }) => [id, dueOn, met?.on])).toEqual([
      ['stage-1-acknowledgement', '2027-01-04', '2026-12-30'],
      ['stage-1-response', '2027-01-28', '2027-01-27'],
      ['action-1', '2027-02-10', undefined],
      ['action-2', '2027-02-17', undefined],
    ]);
  });
});
