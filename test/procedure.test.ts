import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildProcedure } from '../infra/procedure.ts';
import { moves, whyNot } from '../shared/domain/moves.ts';
import { statuses } from '../shared/domain/statuses.ts';
import { complaintReceived } from './support/complaints.ts';

const page = readFileSync(join(import.meta.dirname, '../docs/procedure.md'), 'utf8');

/** The rows of the table that begins with a heading cell, without head and rule. */
function rowsOf(firstCell: string): { head: string[]; rows: string[][] } {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${firstCell} |`));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  const [head = [], , ...rows] = lines.slice(start, end).map((line) => line.slice(2, -2).split(' | '));
  return { head, rows };
}

const commandTables = { 1: rowsOf('stage 1'), 2: rowsOf('stage 2') };
const reasonTable = rowsOf('reason');

/** A cell read back as what `moves` says. */
function readCell(cell: string): object {
  if (cell === '✓') return { to: 'same' };
  const [sign = '', words = ''] = cell.split(/^(→|no:) /).filter((part) => part !== '');
  const [what = '', stage] = words.split(', stage ');
  const written = { [sign === '→' ? 'to' : 'refused']: what.replaceAll(' ', '-') };
  return stage ? { ...written, stage: Number(stage) } : written;
}

/** What a table says, by command and status. */
function readTable({ rows }: ReturnType<typeof rowsOf>): Record<string, object> {
  const read = rows.map(([name = '', ...cells]) => [
    name.match(/ \(`(\w+)`\)$/)?.[1],
    Object.fromEntries(cells.map((cell, index) => [statuses[index], readCell(cell)])),
  ]);
  return Object.fromEntries(read);
}

describe('the page about the moves of a complaint', () => {
  it('is what its generator writes, the same each time', () => {
    expect(buildProcedure()).toBe(page);
    expect(buildProcedure()).toBe(buildProcedure());
  });

  it.each([1, 2] as const)('has a column for every status, in their order, at stage %i', (stage) => {
    expect(commandTables[stage].head).toEqual([
      `stage ${stage}`,
      'received',
      'acknowledged',
      'responded',
      'closed',
      'withdrawn',
      'excluded',
      'merged',
    ]);
    expect(commandTables[stage].head.slice(1)).toEqual([...statuses]);
  });

  it('says in every cell what the table of moves says, at stage 2 what is otherwise there, and has no other row', () => {
    expect(readTable(commandTables[1])).toEqual(moves[1]);
    const otherwise = readTable(commandTables[2]);
    expect({ ...moves[1], ...otherwise }).toEqual(moves[2]);
    expect(Object.keys(otherwise)).toEqual([
      'UpdateAction',
      'ReplaceAction',
      'CompleteAction',
      'Exclude',
      'Escalate',
      'RefuseEscalation',
      'RecordLearning',
      'ExcludePoints',
      'AcceptPoints',
      'Merge',
      'BeMerged',
    ]);
    expect(commandTables[1].rows).toHaveLength(Object.keys(moves[1]).length);
  });

  it('calls each command by words of its own', () => {
    const words = commandTables[1].rows.map(([name = '']) => name.replace(/ \(`\w+`\)$/, ''));
    expect(words).toContain('Ask a question');
    expect(new Set(words).size).toBe(Object.keys(moves[1]).length);
    expect(words.filter((each) => !/^[A-Z][a-z’ ,]+( 2)?$/.test(each.replace('Ombudsman', '')))).toEqual([]);
  });

  it('explains every reason that a cell gives, and no other', () => {
    const given = new Set(
      Object.values(commandTables).flatMap(({ rows }) =>
        rows.flat().flatMap((cell) => (cell.startsWith('no: ') ? [cell.slice(4)] : [])),
      ),
    );
    expect(new Set(reasonTable.rows.map(([reason]) => reason))).toEqual(given);
    const explained = reasonTable.rows.map(([reason = '', sentence]) => [
      reason.replaceAll(' ', '-'),
      sentence,
    ]);
    expect(whyNot).toMatchObject(Object.fromEntries(explained));
  });

  it('draws every change of status, those of a reopening one by one, and nothing else', () => {
    const [, diagram = ''] = page.match(/```mermaid\nstateDiagram-v2\n([^`]+)```/) ?? [];
    expect(diagram.trimEnd().split('\n')).toEqual([
      '  state "received, stage 2" as received2',
      '  state "acknowledged, stage 2" as acknowledged2',
      '  state "responded, stage 2" as responded2',
      '  state "withdrawn, stage 2" as withdrawn2',
      '  state "closed, stage 2" as closed2',
      '  [*] --> received: A complaint is received',
      '  received --> acknowledged: Acknowledge it',
      '  received --> responded: Answer it',
      '  acknowledged --> responded: Answer it',
      '  received --> withdrawn: Withdraw it',
      '  acknowledged --> withdrawn: Withdraw it',
      '  received --> closed: Close it',
      '  acknowledged --> closed: Close it',
      '  responded --> closed: Close it',
      '  closed --> received: Reopen it',
      '  closed --> acknowledged: Reopen it',
      '  closed --> responded: Reopen it',
      '  withdrawn --> received: Reopen it',
      '  withdrawn --> acknowledged: Reopen it',
      '  merged --> received: Reopen it',
      '  received --> excluded: Exclude it',
      '  acknowledged --> excluded: Exclude it',
      '  excluded --> received: Accept it after all',
      '  received --> received2: Ask for stage 2',
      '  acknowledged --> received2: Ask for stage 2',
      '  responded --> received2: Ask for stage 2',
      '  closed --> received2: Ask for stage 2',
      '  received --> merged: Merge it into another complaint',
      '  received2 --> acknowledged2: Acknowledge it',
      '  received2 --> responded2: Answer it',
      '  acknowledged2 --> responded2: Answer it',
      '  received2 --> withdrawn2: Withdraw it',
      '  acknowledged2 --> withdrawn2: Withdraw it',
      '  received2 --> closed2: Close it',
      '  acknowledged2 --> closed2: Close it',
      '  responded2 --> closed2: Close it',
      '  closed2 --> received2: Reopen it',
      '  closed2 --> acknowledged2: Reopen it',
      '  closed2 --> responded2: Reopen it',
      '  withdrawn2 --> received2: Reopen it',
      '  withdrawn2 --> acknowledged2: Reopen it',
      '  received2 --> received: Refuse stage 2',
      '  received2 --> acknowledged: Refuse stage 2',
      '  received2 --> responded: Refuse stage 2',
      '  received2 --> closed: Refuse stage 2',
    ]);
    expect(complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' })).toMatchObject({
      stage: 1,
      status: 'received',
    });
  });
});
