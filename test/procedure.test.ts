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

const commandTable = rowsOf('command');
const reasonTable = rowsOf('reason');

/** A cell read back as what `moves` says. */
function readCell(cell: string): object {
  if (cell === '✓') return { to: 'same' };
  const [sign = '', words = ''] = cell.split(/^(→|no:) /).filter((part) => part !== '');
  return { [sign === '→' ? 'to' : 'refused']: words.replaceAll(' ', '-') };
}

describe('the page about the moves of a complaint', () => {
  it('is what its generator writes, the same each time', () => {
    expect(buildProcedure()).toBe(page);
    expect(buildProcedure()).toBe(buildProcedure());
  });

  it('has a column for every status, in their order', () => {
    expect(commandTable.head).toEqual([
      'command',
      'received',
      'acknowledged',
      'responded',
      'closed',
      'withdrawn',
    ]);
    expect(commandTable.head.slice(1)).toEqual([...statuses]);
  });

  it('says in every cell what the table of moves says, and has no other row', () => {
    const read = commandTable.rows.map(([name = '', ...cells]) => [
      name.match(/ \(`(\w+)`\)$/)?.[1],
      Object.fromEntries(cells.map((cell, index) => [statuses[index], readCell(cell)])),
    ]);
    expect(Object.fromEntries(read)).toEqual(moves);
    expect(read).toHaveLength(Object.keys(moves).length);
  });

  it('calls each command by words of its own', () => {
    const words = commandTable.rows.map(([name = '']) => name.replace(/ \(`\w+`\)$/, ''));
    expect(words).toContain('Ask a question');
    expect(new Set(words).size).toBe(Object.keys(moves).length);
    expect(words.filter((each) => !/^[A-Z][a-z’ ,]+$/.test(each))).toEqual([]);
  });

  it('explains every reason that a cell gives, and no other', () => {
    const given = new Set(
      commandTable.rows.flat().flatMap((cell) => (cell.startsWith('no: ') ? [cell.slice(4)] : [])),
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
    ]);
    expect(complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' }).status).toBe('received');
  });

  it('draws as many changes of status as the cells tell, each way back counted', () => {
    const cells = commandTable.rows.flat();
    const forward = cells.filter((cell) => /^→ (?!as before)/.test(cell));
    const ways = (status: string) => forward.filter((cell) => cell === `→ ${status}`).length;
    expect(page.match(/ --> /g)).toHaveLength(1 + forward.length + ways('closed') + ways('withdrawn'));
  });
});
