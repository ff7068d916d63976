import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintReceived,
  handler,
  textRef,
} from '../../support/complaints.ts';
import { excluding } from '../../support/exclusions.ts';
import { date } from '../../support/rules.ts';

const now = '2027-01-05T10:00:00Z';
const by = handler;
const received = complaintReceived({ receivedAt: '2026-12-29T15:00:00Z' });

describe('what was owed on a complaint that is not taken on', () => {
  const commands: Command[] = [
    { type: 'AskQuestion', by, asked: { staff: colleague }, text: textRef(5) },
    { type: 'SendMessage', text: textRef(6) },
    { type: 'AddAction', by, description: textRef(7), owner: colleague, dueOn: date('2027-02-10') },
    {
      type: 'RecordOmbudsmanRequest',
      by,
      ombudsman: 'housing-ombudsman',
      text: textRef(8),
      dueOn: date('2027-02-01'),
    },
    { type: 'PrepareExtension', by, newDueOn: date('2027-01-28'), reason: textRef(10) },
  ];
  const busy = commands.reduce(
    (each, command) => carryOut(each, command, now).complaint,
    complaintAcknowledged(),
  );
  const { complaint } = carryOut(busy, excluding, '2027-01-08T10:00:00Z');

  it('ends, but for what the resident wrote and what the Ombudsman asks for', () => {
    expect(complaint.obligations.map(({ id, ended }) => [id, ended])).toEqual([
      ['stage-1-acknowledgement', undefined],
      ['stage-1-response', 'excluded'],
      ['question-1', 'excluded'],
      ['message-1', undefined],
      ['action-1', 'excluded'],
      ['request-1', undefined],
    ]);
    expect(complaint.extensions.map(({ state }) => state)).toEqual(['overtaken']);
  });

  it('stays missed where its date had passed unkept by then', () => {
    const late = carryOut(received, excluding, '2027-01-20T10:00:00Z').complaint;
    expect(late.obligations.map(({ dueOn, missed }) => [dueOn, missed])).toEqual([
      ['2027-01-06', ['2027-01-06']],
      ['2027-01-20', undefined],
    ]);
  });

  it('is reminded of no more', () => {
    expect(carryOut(received, excluding, now).wakes).toBeUndefined();
  });
});
