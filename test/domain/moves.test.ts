import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import { type Move, type MovedBy, moves } from '../../shared/domain/moves.ts';
import { isActive, type Status, statuses } from '../../shared/domain/statuses.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintResponded,
  complaintWithdrawn,
  handler,
  refusalOf,
  textRef,
} from '../support/complaints.ts';
import { afterwards, contextOf, examples, later, type MovingCommand, received, states } from './examples.ts';

// A command without a row, or a row without a command, does not compile.
const rows: Record<MovingCommand['type'], Record<Status, Move>> & Record<MovedBy, unknown> = moves;

const by = handler;
const text = textRef(9);

const table = Object.entries(rows) as [MovingCommand['type'], Record<Status, Move>][];
const cells = table.flatMap(([type, row]) =>
  statuses.map((status) => ({ type, status, move: row[status], example: examples[type] })),
);
const permitted = cells.flatMap(({ move, ...cell }) => ('to' in move ? [{ ...cell, to: move.to }] : []));
const forbidden = cells.flatMap(({ move, ...cell }) =>
  'refused' in move ? [{ ...cell, why: move.refused }] : [],
);

/** The two ways to be open again: before the answer, or after it. */
const before: Partial<Record<Status, Status>> = { closed: 'responded', withdrawn: 'acknowledged' };

describe('the table of moves', () => {
  it('has a row for every command but receipt, time and the mail system, and a column for every status', () => {
    expect(Object.keys(moves).sort()).toEqual(Object.keys(examples).sort());
    for (const row of Object.values(moves)) expect(Object.keys(row)).toEqual([...statuses]);
  });

  it('stands for complaints that are what their status says', () => {
    for (const status of statuses) expect(states[status].status).toBe(status);
    expect(statuses.filter(isActive)).toEqual(['received', 'acknowledged', 'responded']);
  });

  it.each(permitted)('permits $type of what is $status, which is then $to', ({ status, to, example }) => {
    const state = states[status];
    const given = example.given?.(state) ?? state;
    const { complaint } = carryOut(given, example.command, example.now ?? afterwards, contextOf(example));
    const expected = to === 'same' ? status : to === 'as-before' ? before[status] : to;
    expect(complaint.status).toBe(expected);
  });

  it.each(forbidden)('refuses $type of what is $status: $why', ({ type, status, why, example }) => {
    expect(refusalOf(states[status], example.command, afterwards, contextOf(example))).toEqual({
      type: 'NotPermittedNow',
      command: type,
      status,
      why,
    });
  });
});

describe('a complaint that is opened again', () => {
  const reopen: Command = { type: 'Reopen', by, reason: text };
  const closing: Command = { type: 'Close', by, reason: text };

  it.each<[Status, Complaint]>([
    ['received', received],
    ['acknowledged', complaintAcknowledged()],
    ['responded', complaintResponded()],
  ])('after it was closed stands as %s, as it did before', (status, complaint) => {
    const closed = carryOut(complaint, closing, later).complaint;
    expect(carryOut(closed, reopen, afterwards).complaint.status).toBe(status);
  });

  it.each<[Status, Complaint]>([
    ['received', carryOut(received, { type: 'Withdraw' }, later).complaint],
    ['acknowledged', complaintWithdrawn()],
  ])('after it was withdrawn stands as %s, as it did before', (status, complaint) => {
    expect(carryOut(complaint, reopen, afterwards).complaint.status).toBe(status);
  });
});
