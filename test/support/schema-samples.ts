import fc from 'fast-check';
import * as z from 'zod/mini';

/** What a contract says of a value, as far as samples are made of it. */
export interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  /** forms that a constant of theirs tells apart */
  oneOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
}

/** What a request must be, read from the very schema that the function parses it by. */
export function schemaOf(schema: z.ZodMiniType): Schema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
}

/** Texts of every kind that contracts ask for; each is used wherever it fits. */
const candidates = [
  'day-zero',
  'hana',
  'point-1',
  'sam@example.com',
  '2027-01-28',
  '2026-12-30T09:00:00Z',
  '"1"',
  '25',
  '2026-Q4',
  'r-Zm9vYmFyYmF6cXV4MTIzNA',
  'p-Zm9vYmFyYmF6cXV4MTIzNA',
  'The lift is out of order.',
];

/** Whatever may be written; a reference is no more to a schema. */
const freeTexts = ['The lift is out of order.', 'point-1', 'x', 'K7QF2-9XW48'];

function textsFor({ format, pattern, maxLength = 100 }: Schema): string[] {
  const fits = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  const found = candidates.filter((text) => text.length <= maxLength && (fits?.test(text) ?? true));
  if (format === undefined && fits === undefined) return freeTexts;
  if (found.length === 0) throw new Error(`no sample fits ${pattern}`);
  return found;
}

/** Values that have the form that a schema asks for; rules between fields may still refuse them. */
export function valid(schema: Schema): fc.Arbitrary<unknown> {
  const { properties, required = [], items, anyOf, minItems = 0 } = schema;
  const forms = anyOf ?? schema.oneOf;
  if (forms) return fc.oneof(...forms.map(valid));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (properties) {
    const members = Object.entries(properties).map(([name, each]): [string, fc.Arbitrary<unknown>] => [
      name,
      valid(each),
    ]);
    return fc.record<Record<string, unknown>, string>(Object.fromEntries(members), {
      requiredKeys: required,
    });
  }
  if (items) {
    const one = valid(items);
    return minItems > 0 ? fc.tuple(one) : fc.uniqueArray(one, { maxLength: 2, comparator: 'SameValue' });
  }
  if (schema.type === 'object') return fc.constant({});
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer') return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 9 });
  return fc.constantFrom(...textsFor(schema));
}

/** Every change that makes the value one that its schema does not allow. */
export function* spoils(schema: Schema, value: unknown): Generator<() => unknown> {
  for (const wrong of ofAnotherType(schema)) yield () => wrong;
  if (Array.isArray(value) && schema.items) {
    const { items, maxItems } = schema;
    if (maxItems !== undefined) yield () => Array(maxItems + 1).fill(value[0] ?? 'x');
    for (const [index, each] of value.entries())
      for (const spoil of spoils(items, each)) yield () => value.toSpliced(index, 1, spoil());
  } else if (schema.oneOf) {
    const form = schema.oneOf.find((each) => isOfForm(each, value as Record<string, unknown>));
    if (form) yield* spoilsOfObject(form, value as Record<string, unknown>);
  } else if (schema.properties) {
    yield* spoilsOfObject(schema, value as Record<string, unknown>);
  } else if (typeof value === 'string') {
    yield* spoilsOfText(schema, value);
  }
}

function isOfForm({ properties = {} }: Schema, value: Record<string, unknown>): boolean {
  return Object.entries(properties).every(([name, each]) => !('const' in each) || value[name] === each.const);
}

const unknownNames = ['__proto__', 'constructor', 'toString', 'status', 'reference', 'by', ' ', '', 'ǆ\0'];

function* spoilsOfObject({ properties = {}, required = [] }: Schema, value: Record<string, unknown>) {
  const members = Object.entries(value);
  for (const name of required) yield () => Object.fromEntries(members.filter(([each]) => each !== name));
  for (const name of unknownNames)
    if (!Object.hasOwn(properties, name))
      yield () => Object.fromEntries([...members, [name, { status: 'x' }]]);
  for (const [name, each] of members) {
    for (const spoil of spoils(properties[name] ?? {}, each))
      yield () => Object.fromEntries(members.map(([key, kept]) => [key, key === name ? spoil() : kept]));
  }
}

function* spoilsOfText({ maxLength, minLength, format, pattern, enum: choices }: Schema, value: string) {
  const isText = maxLength !== undefined && minLength !== undefined;
  if (maxLength !== undefined) yield () => 'x'.repeat(maxLength + 1);
  if (!isText && !format && !pattern && !choices) return;
  for (const blank of ['', ' ', '\u200b']) yield () => blank;
  for (const control of ['\0', '\u001b[31m', '\ud800', '\udfff']) yield () => `${value}${control}x`;
  if (isText) return;
  const fits = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  for (const other of ['nonsense?', '__proto__ ', `${value}\n`, '٢٠٢٦-12-23'])
    if (!fits?.test(other)) yield () => other;
}

function ofAnotherType({ type, enum: choices, anyOf }: Schema): unknown[] {
  const texts = type === 'string' || choices ? [] : ['x', ''];
  const numbers = type === 'integer' ? [0.5, -1, 1e21, 1e308] : [0, -1, 1e308];
  const flags = type === 'boolean' ? [] : [true];
  const lists = type === 'array' ? [] : [[], [null], [[['x']]]];
  const objects = type === 'object' && !anyOf ? [] : [{ length: 1 }, Object.fromEntries([['__proto__', 1]])];
  return [null, ...texts, ...numbers, ...flags, ...lists, ...objects];
}

const days = [
  ...['0000-01-01', '0001-01-01', '1899-12-31', '1970-01-01', '2011-12-31', '2014-12-31', '2015-01-02'],
  ...['2023-12-31', '2024-01-01', '2024-02-29', '2026-02-30', '2026-12-23', '2026-12-30', '2026-12-31'],
  ...['2027-01-01', '2027-01-14', '2027-01-15', '2027-01-29', '2028-12-31', '2049-12-31', '2050-01-01'],
  ...['2099-12-31', '2100-01-01', '9999-12-31'],
];
const times = ['T00:00:00Z', 'T23:59:59.999Z', 'T00:00:00+23:59', 'T23:59:59-23:59', 'T09:00:00+00:00'];
const day = fc.constantFrom(...days);
const instant = fc.tuple(day, fc.constantFrom(...times)).map((parts) => parts.join(''));

/** As `valid`, with days and instants from far in the past to far in the future. */
export function withAnyDates(schema: Schema): fc.Arbitrary<unknown> {
  const { properties, items, format, oneOf } = schema;
  if (oneOf) return fc.oneof(...oneOf.map(withAnyDates));
  if (format === 'date') return day;
  if (format === 'date-time') return instant;
  if (properties) {
    const members = Object.entries(properties).map(([name, each]): [string, fc.Arbitrary<unknown>] => [
      name,
      withAnyDates(each),
    ]);
    return fc.record<Record<string, unknown>, string>(Object.fromEntries(members), {
      requiredKeys: schema.required ?? [],
    });
  }
  if (items && holdsDate(items)) return fc.tuple(withAnyDates(items));
  return valid(schema);
}

export function holdsDate({ properties = {}, items, format, oneOf = [] }: Schema): boolean {
  if (format === 'date' || format === 'date-time') return true;
  return [...Object.values(properties), ...(items ? [items] : []), ...oneOf].some(holdsDate);
}
