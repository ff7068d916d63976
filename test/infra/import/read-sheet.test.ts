import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnOf, columns } from '../../../infra/import/columns.ts';
import { readSheet } from '../../../infra/import/read-sheet.ts';
import { judgeUnsent } from '../../../infra/import/send-rows.ts';
import { importRow } from '../../../shared/contracts/imports.ts';
import { headers } from './world.ts';

const utf8 = new TextEncoder();
const read = (text: string) => readSheet(utf8.encode(text));
const one = (head: string, cells: string) =>
  read(`Id,Channel,Received on,Description,${head}\nCRM-1,phone,2026-12-07,The lift.,${cells}`)[0]?.sent;
const plain = 'CRM-1,phone,2026-12-07,Sam Okoro,The lift.,';
const sam = {
  id: 'CRM-1',
  channel: 'phone',
  receivedOn: '2026-12-07',
  complainant: { name: 'Sam Okoro' },
  description: 'The lift.',
};

describe('a spreadsheet', () => {
  it.each([
    ['a byte order mark', `\ufeff${headers}\n${plain}`],
    ['Windows line ends', `${headers}\r\n${plain}\r\n`],
    ['semicolons', `${headers}\n${plain}`.replaceAll(',', ';')],
    ['tabs', `${headers}\n${plain}`.replaceAll(',', '\t')],
    ['empty rows after it', `${headers}\n${plain}\n,,,,,\n , , ,,,\n\n`],
    ['fewer cells than columns', `${headers}\n${plain.slice(0, -1)}`],
    ['columns without a name or anything in them', `${headers},,\n${plain},,`],
  ])('with %s is read', (_, text) => {
    expect(read(text)).toEqual([{ number: 2, id: 'CRM-1', sent: sam, problems: [] }]);
  });

  it('in UTF-16 or the code page of Windows is read', () => {
    const text = `${headers}\n${plain}`.replace('Sam', 'Zoë');
    const named = { ...sam, complainant: { name: 'Zoë Okoro' } };
    expect(readSheet(Buffer.from(`\ufeff${text}`, 'utf16le'))[0]?.sent).toEqual(named);
    expect(readSheet(Buffer.from(text, 'latin1'))[0]?.sent).toEqual(named);
  });

  it('keeps quoted commas, quotes and lines, and counts rows as the spreadsheet does', () => {
    const rows = read(
      `${headers}\nCRM-1,phone,2026-12-07,Sam,"It broke, she said ""again"".\nTwice.",\n\nCRM-2,phone,2026-12-07,Sam,The lift.,`,
    );
    expect(rows.map(({ number, sent }) => [number, sent.description])).toEqual([
      [2, 'It broke, she said "again".\nTwice.'],
      [4, 'The lift.'],
    ]);
  });

  it('has each column by plain words, in any case, or by the name of its field', () => {
    for (const header of ['Received on', 'RECEIVED ON', 'received_on', 'receivedOn', ' Received-on '])
      expect(columnOf(header)?.field).toBe('receivedOn');
    expect(columnOf('Safe contact')?.field).toBe('complainant.safeContact');
  });

  it('has a column for each field of a row, each by a name of its own', () => {
    const fields = new Set(columns.map(({ field }) => field.split('.')[0]));
    expect([...fields]).toEqual(Object.keys(importRow.shape));
    expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
    expect(columns.filter(({ required }) => required).map(({ header }) => header)).toEqual([
      'Id',
      'Channel',
      'Description',
    ]);
  });

  it.each([
    ['Acknowledged on', '9/12/2026', { acknowledgedOn: '2026-12-09' }],
    ['Acknowledged on', '31/02/2026', { acknowledgedOn: '2026-02-31' }],
    ['Acknowledged on', 'soon', { acknowledgedOn: 'soon' }],
    ['Hazards', 'Damp and mould; GAS;', { hazards: ['damp-and-mould', 'gas'] }],
    ['Hazards', '"gas,fire"', { hazards: ['gas', 'fire'] }],
    ['Category', 'Antisocial behaviour', { category: 'antisocial-behaviour' }],
    ['Anonymous', 'Yes', { anonymous: true }],
    ['Anonymous', 'no', {}],
    ['Anonymous', 'perhaps', { anonymous: 'perhaps' }],
    ['Update every', '10', { updateEvery: 10 }],
    ['Update every', 'ten', { updateEvery: 'ten' }],
  ])('with %s %s sends what that means', (head, cell, sent) => {
    expect(one(head, cell)).toEqual({
      id: 'CRM-1',
      channel: 'phone',
      receivedOn: '2026-12-07',
      description: 'The lift.',
      ...sent,
    });
  });
});

describe('a spreadsheet is refused as a whole', () => {
  it.each([
    [
      'columns that nobody knows',
      `${headers},Colour,Size\n${plain}red,big`,
      ['“Colour” is no', '“Size” is no'],
    ],
    ['columns missing', 'Name\nSam', ['“Id” is', '“Channel” is', '“Description” is', '“Received on” is']],
    ['a column twice', `${headers},ID\n${plain},CRM-2`, ['“Id” is there more than once.']],
    ['no rows', `${headers}\n,,,,,\n`, ['There is no row below']],
    ['nothing', '', ['“Id” is missing.']],
    ['a quote that never ends', `${headers}\n"CRM-1,phone`, ['This is no CSV: Quote Not Closed']],
  ])('with %s', (_, text, told) => {
    for (const each of told) expect(() => read(text)).toThrow(each);
  });
});

describe('a row is bad before it is sent', () => {
  const problemsOf = (text: string) =>
    [...judgeUnsent(read(text))].map(([{ number }, { errors }]) => [number, errors]);

  it('where others have its id', () => {
    const rows = ['CRM-1', 'CRM-2', ' CRM-1 ', ''].map((id) => plain.replace('CRM-1', id));
    expect(problemsOf([headers, ...rows].join('\n'))).toEqual([
      [2, [{ field: 'id', detail: 'is that of row 4 too' }]],
      [4, [{ field: 'id', detail: 'is that of row 2 too' }]],
    ]);
  });

  it('where something stands outside every column', () => {
    expect(problemsOf(`${headers}\n${plain},,stray`)).toEqual([
      [2, [{ field: 'row', detail: 'has something where no column has a name' }]],
    ]);
  });

  it('where it is too long to be sent', () => {
    const long = plain.replace('The lift.', '€'.repeat(21_000));
    expect(problemsOf(`${headers}\n${long}`)).toEqual([
      [2, [{ field: 'row', detail: 'is longer than the 64 KB that can be sent' }]],
    ]);
  });
});

it('the example is one that can be imported', () => {
  const file = join(import.meta.dirname, '../../../docs/import-example.csv');
  const rows = readSheet(readFileSync(file));
  expect(rows.map(({ sent }) => importRow.safeParse(sent).error)).toEqual(rows.map(() => undefined));
  expect(judgeUnsent(rows)).toEqual(new Map());
});
