import { describe, expect, it } from 'vitest';
import type { Respond } from '../../../shared/domain/commands/respond.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  complaintReceived,
  handler,
  kept,
  late,
  owedBy,
  textRef,
} from '../../support/complaints.ts';
import { at } from '../../support/rules.ts';

/** Received on 23 December 2026: to be acknowledged by 4 January 2027 and answered by the 18th. */
const outcome = { point: 'point-1', finding: 'upheld', reasons: textRef(3), remedy: 'none' } as const;
const written: Command[] = [
  { type: 'AddPoints', by: handler, points: [{ definition: textRef(1), responsible: true }] },
  { type: 'Draft', by: handler, outcomes: [outcome] },
];
const complaint = written.reduce(
  (each, one) => carryOut(each, one, '2026-12-24T10:00:00Z').complaint,
  complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' }),
);
const posted = (happenedAt: string): Respond => ({
  type: 'Respond',
  by: handler,
  happenedAt: at(happenedAt),
  alreadyGiven: { how: 'letter', evidence: textRef(9) },
});

describe('an answer at once that was posted, and recorded later', () => {
  it.each<[string, string, string, object, object, object]>([
    [
      'after the acknowledgement was due: flagged for that alone',
      '2027-01-04T16:00:00Z',
      '2027-01-06T10:00:00Z',
      { backdatedAcknowledgement: true },
      { on: '2027-01-04', backdated: true, ...kept },
      { on: '2027-01-04', ...kept },
    ],
    [
      'after both were due: flagged for both',
      '2027-01-04T16:00:00Z',
      '2027-01-19T10:00:00Z',
      { backdated: true, backdatedAcknowledgement: true },
      { on: '2027-01-04', backdated: true, ...kept },
      { on: '2027-01-04', backdated: true, ...kept },
    ],
    [
      'too late for the acknowledgement: flagged for the answer alone',
      '2027-01-05T16:00:00Z',
      '2027-01-19T10:00:00Z',
      { backdated: true },
      { on: '2027-01-05', ...late },
      { on: '2027-01-05', backdated: true, ...kept },
    ],
    [
      'on the day the acknowledgement was due: not flagged',
      '2027-01-04T16:00:00Z',
      '2027-01-04T17:00:00Z',
      {},
      { on: '2027-01-04', ...kept },
      { on: '2027-01-04', ...kept },
    ],
  ])('%s', (_, happenedAt, now, flags, acknowledgement, response) => {
    const { complaint: after, events } = carryOut(complaint, posted(happenedAt), now);
    const { backdated, backdatedAcknowledgement } = events[0] as Record<string, unknown>;
    expect({ backdated, backdatedAcknowledgement }).toEqual(flags);
    expect(owedBy(after, 'stage-1-acknowledgement').met).toEqual(acknowledgement);
    expect(owedBy(after, 'stage-1-response').met).toEqual(response);
  });
});
