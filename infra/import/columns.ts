import * as z from 'zod/mini';
import { importRow } from '../../shared/contracts/imports.ts';

/** A column of the spreadsheet: a field of the contract by plain words. */
export interface Column {
  /** `Received on` */
  header: string;
  /** `receivedOn`, `complainant.name` */
  field: string;
  description: string;
  required: boolean;
  /** what it may hold, where that is not free */
  choices: string[];
  /** what is sent of a cell that is not empty; what cannot be read is sent as it is, to be refused by its field */
  read: (cell: string) => unknown;
}

interface Schema {
  type?: string;
  format?: string;
  description?: string;
  enum?: string[];
  const?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** Every column there is, read from the contract itself. */
export const columns: readonly Column[] = listColumns(
  z.toJSONSchema(importRow, { io: 'input' }) as Schema,
  '',
);

function listColumns({ properties = {}, required = [] }: Schema, path: string): Column[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const field = `${path}${name}`;
    if (schema.properties) return listColumns(schema, `${field}.`);
    return {
      header: inWords(name),
      field,
      description: schema.description ?? '',
      required: path === '' && required.includes(name),
      choices: schema.const === true ? ['yes'] : (schema.enum ?? schema.items?.enum ?? []),
      read: readerOf(schema),
    };
  });
}

/** `Received on` of `receivedOn` */
function inWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function readerOf({ type, format, const: constant, enum: choices, items }: Schema): Column['read'] {
  if (constant === true) return readFlag;
  if (items) return (cell) => cell.split(/[;,\n]/).flatMap((part) => (part.trim() ? [toChoice(part)] : []));
  if (choices) return toChoice;
  if (format === 'date') return readDate;
  if (type === 'integer') return (cell) => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell);
  return (cell) => cell;
}

/** `damp-and-mould` of `Damp and mould` */
function toChoice(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

const flags: Record<string, true | undefined> = { yes: true, y: true, true: true, x: true, 1: true };
const noFlags = ['no', 'n', 'false', '0'];

function readFlag(cell: string): unknown {
  const word = cell.toLowerCase();
  return noFlags.includes(word) ? undefined : (flags[word] ?? cell);
}

/** A day as spreadsheets here write it, 30/11/2026, or as it is sent. */
function readDate(cell: string): string {
  const [, day = '', month = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
}

const nameOf = (header: string) => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const byName = new Map(columns.map((column) => [nameOf(column.header), column]));

/** A column by what stands above it: `Received on`, `received_on` or `receivedOn`. */
export function columnOf(header: string): Column | undefined {
  return byName.get(nameOf(header));
}

/** A field of an answer as whoever made the spreadsheet knows it. */
export function headerOf(field: string): string {
  return (
    columns.find((column) => field === column.field || field.startsWith(`${column.field}.`))?.header ?? field
  );
}
