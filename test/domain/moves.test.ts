import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import { type Move, type MovedBy, moves } from '../../shared/domain/moves.ts';
import type { Stage } from '../../shared/domain/stages.ts';
import { isActive, type Status, statuses } from '../../shared/domain/statuses.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  complaintResponded,
  complaintWithdrawn,
  handler,
  referenceNumber,
  refusalOf,
  textRef,
} from '../support/complaints.ts';
import { contextOf, type Example, examples, type MovingCommand } from './examples.ts';
import { afterwards, later, received, stateOf, states } from './states.ts';

type Table = Record<MovingCommand['type'], Record<Status, Move>>;
// A command without a row, or a row without a command, does not compile.
const tables: Record<Stage, Table & Record<MovedBy, unknown>> = moves;

const by = handler;
const text = textRef(9);

/** Every cell that a complaint can come to: none is excluded at stage 2, or becomes part of another one. */
const cells = ([1, 2] as const).flatMap((stage) =>
  (Object.keys(examples) as MovingCommand['type'][]).flatMap((type) =>
    statuses.flatMap((status) => {
      const state = stateOf(stage, status);
      const { atStage2, now, ...example } = examples[type];
      const told: Example = { ...example, ...(stage === 1 ? now && { now } : atStage2) };
      return state ? [{ stage, type, status, state, move: tables[stage][type][status], example: told }] : [];
    }),
  ),
);
const permitted = cells.flatMap(({ move, ...cell }) => ('to' in move ? [{ ...cell, move }] : []));
const forbidden = cells.flatMap(({ move, ...cell }) =>
  'refused' in move ? [{ ...cell, why: move.refused }] : [],
);

/** Where a complaint stood before: before it ended, or before stage 2 was asked for. */
const before: Partial<Record<Status, Status>> = {
  closed: 'responded',
  withdrawn: 'acknowledged',
  merged: 'received',
  received: 'responded',
};

describe('the table of moves', () => {
  it('has a row for every command but receipt, time and the mail system, and a column for every status', () => {
    for (const stage of [1, 2] as const) {
      expect(Object.keys(moves[stage]).sort()).toEqual([...Object.keys(examples), 'BeMerged'].sort());
      for (const row of Object.values(moves[stage])) expect(Object.keys(row)).toEqual([...statuses]);
    }
  });

  it('stands for complaints that are what their status says', () => {
    for (const stage of [1, 2] as const)
      for (const [status, state] of Object.entries(states[stage]))
        expect(state).toMatchObject({ stage, status });
    expect(statuses.filter((status) => !stateOf(2, status))).toEqual(['excluded', 'merged']);
    expect(statuses.filter(isActive)).toEqual(['received', 'acknowledged', 'responded']);
  });

  it.each(permitted)(
    'permits $type of what is $status at stage $stage, which is then $move.to',
    ({ stage, status, state, move, example }) => {
      const given = example.given?.(state) ?? state;
      const { complaint } = carryOut(given, example.command, example.now ?? afterwards, contextOf(example));
      const expected = move.to === 'same' ? status : move.to === 'as-before' ? before[status] : move.to;
      expect(complaint).toMatchObject({ status: expected, stage: move.stage ?? stage });
    },
  );

  it.each(forbidden)('refuses $type of what is $status at stage $stage: $why', (cell) => {
    const { type, status, state, why, example } = cell;
    expect(refusalOf(state, example.command, afterwards, contextOf(example))).toEqual({
      type: 'NotPermittedNow',
      command: type,
      status,
      why,
    });
  });
});

describe('a complaint that is to become part of another one', () => {
  const others = ([1, 2] as const).flatMap((stage) =>
    statuses.flatMap((status) => {
      const other = stateOf(stage, status);
      const move = moves[stage].BeMerged[status];
      return other && 'refused' in move ? [{ stage, status, other, why: move.refused }] : [];
    }),
  );

  it.each(others)('cannot where it is $status at stage $stage: $why', ({ status, other, why }) => {
    const into = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z', reference: referenceNumber(4) });
    expect(refusalOf(into, examples.Merge.command, afterwards, { other })).toEqual({
      type: 'OtherNotMergeable',
      status,
      why,
    });
  });
});

describe('a complaint that is opened again', () => {
  const reopen: Command = { type: 'Reopen', by, reason: text };
  const closing: Command = { type: 'Close', by, reason: text };

  it.each<[string, Complaint]>([
    ['received', received],
    ['acknowledged', complaintAcknowledged()],
    ['responded', complaintResponded()],
    ['received at stage 2', carryOut(complaintResponded(), { type: 'Escalate' }, later).complaint],
  ])('after it was closed stands as %s, as it did before', (_, complaint) => {
    const closed = carryOut(complaint, closing, later).complaint;
    const { stage, status } = complaint;
    expect(carryOut(closed, reopen, afterwards).complaint).toMatchObject({ stage, status });
  });

  it.each<[Status, Complaint]>([
    ['received', carryOut(received, { type: 'Withdraw' }, later).complaint],
    ['acknowledged', complaintWithdrawn()],
  ])('after it was withdrawn stands as %s, as it did before', (status, complaint) => {
    expect(carryOut(complaint, reopen, afterwards).complaint.status).toBe(status);
  });
});
