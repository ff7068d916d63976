import { CsvError, parse } from 'csv-parse/sync';
import type { FieldProblem } from '../../shared/contracts/problems.ts';
import { type Column, columnOf, columns } from './columns.ts';

/** A row as it is to be sent, by the number that it has in the spreadsheet. */
export interface SheetRow {
  number: number;
  id: string | undefined;
  /** what is to be sent */
  sent: Record<string, unknown>;
  /** what is wrong with it before it is sent */
  problems: FieldProblem[];
}

/** What is wrong with a spreadsheet as a whole, so that nothing of it is sent. */
export class UnusableSheet extends Error {
  override name = 'UnusableSheet';
}

/** The rows of a spreadsheet that was saved as CSV, those that are empty left out. */
export function readSheet(bytes: Uint8Array): SheetRow[] {
  const text = decode(bytes);
  const [headers = [], ...records] = readRecords(text);
  const found = findColumns(headers);
  const rows = records.flatMap((cells, index) => {
    const trimmed = cells.map((cell) => cell.trim());
    return trimmed.some((cell) => cell !== '') ? [readRow(index + 2, trimmed, found)] : [];
  });
  if (rows.length === 0) throw new UnusableSheet('There is no row below the names of the columns.');
  return nameTwins(rows);
}

/** Excel writes UTF-8, UTF-16 or the code page of the machine, and says which only with a mark in front. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function readRecords(text: string): string[][] {
  try {
    return parse(text, { delimiter: delimiterOf(text), relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnusableSheet(`This is no CSV: ${error.message}.`);
  }
}

/** The names of columns hold none of them, so that whatever is there most parts them. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n|\r/, 1);
  const count = (delimiter: string) => first.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function findColumns(headers: readonly string[]): (Column | undefined)[] {
  const found = headers.map((header) => columnOf(header));
  const unknown = headers.filter((header, place) => header.trim() !== '' && !found[place]);
  const twice = columns.filter((column) => found.filter((each) => each === column).length > 1);
  const missing = columns.filter((column) => column.required && !found.includes(column));
  const hasReceipt = found.some((column) => column?.field === 'receivedOn' || column?.field === 'receivedAt');
  const problems = [
    ...unknown.map((header) => `“${header.trim()}” is no column of an import.`),
    ...twice.map(({ header }) => `“${header}” is there more than once.`),
    ...missing.map(({ header }) => `“${header}” is missing.`),
    ...(hasReceipt ? [] : ['“Received on” is missing.']),
  ];
  if (problems.length > 0)
    throw new UnusableSheet(`${problems.join('\n')}\nSee npm run import -- --help for the columns.`);
  return found;
}

function readRow(number: number, cells: readonly string[], found: readonly (Column | undefined)[]): SheetRow {
  const sent: Record<string, unknown> = {};
  let tooMany = false;
  for (const [place, cell] of cells.entries()) {
    const column = found[place];
    if (cell === '') continue;
    if (column) put(sent, column.field, column.read(cell));
    else tooMany = true;
  }
  const id = typeof sent.id === 'string' ? sent.id : undefined;
  const detail = 'has something where no column has a name';
  return { number, id, sent, problems: tooMany ? [{ field: 'row', detail }] : [] };
}

function put(row: Record<string, unknown>, field: string, value: unknown): void {
  const [outer = '', inner] = field.split('.');
  if (value === undefined) return;
  row[outer] = inner === undefined ? value : { ...(row[outer] as object | undefined), [inner]: value };
}

/** Of two rows with one id nobody knows which is right, so that neither is imported. */
function nameTwins(rows: readonly SheetRow[]): SheetRow[] {
  const byId = Map.groupBy(rows, ({ id }) => id);
  return rows.map((row) => {
    const twins = row.id === undefined ? [] : (byId.get(row.id) ?? []).filter((each) => each !== row);
    if (twins.length === 0) return row;
    const others = twins.map(({ number }) => number).join(', ');
    const detail = `is that of row ${others} too`;
    return { ...row, problems: [...row.problems, { field: 'id', detail }] };
  });
}
