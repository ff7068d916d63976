import fc from 'fast-check';
import { typed, validBody, validInstant } from './arbitrary-requests.ts';
import type { Sent } from './http.ts';
import { limits, singleLines, withValueAt } from './intake-fields.ts';

/** A request that must be refused, and how. */
export interface Malformed {
  sent: Sent;
  status: number;
  field: string;
}

const path = fc.constantFrom(...Object.keys(limits));
const oneLine = fc.constantFrom(...singleLines);
const json = fc.jsonValue({ maxDepth: 3 });
const noText = json.filter((value) => typeof value !== 'string');
const control = fc.constantFrom(
  '\r\n',
  '\n',
  '\0',
  '\u001b',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u202e',
  '\ud800',
  '\udfff',
);
const known = new Set([
  ...Object.keys(limits).flatMap((each) => each.split('.')),
  ...['complainant', 'representative', 'adjustments', 'issueOccurredOn', 'becameAwareOn'],
  ...['email', 'preferredChannel'],
]);
const unknownName = fc
  .oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('reference', 'status', 'constructor', '__proto__', 'toString'),
  )
  .filter((name) => !known.has(name));

/** One field that is wrong. */
const wrongField = fc
  .oneof(
    fc.tuple(path, noText),
    fc
      .tuple(path, fc.nat(500))
      .map(([at, more]) => [at, 'x'.repeat(limits[at as keyof typeof limits] + 1 + more)] as const),
    fc
      .tuple(oneLine, typed(20), control, typed(20))
      .map(([at, ...parts]) => [at, parts.toSpliced(1, 1, `x${parts[1]}x`).join('')] as const),
    fc.tuple(path, fc.constantFrom('', ' ', '\n\n', '\u00a0', '\u200b')),
    fc.tuple(
      fc.constantFrom('complainant.email', 'representative.email'),
      fc.string().filter((text) => !text.includes('@')),
    ),
    fc.tuple(
      fc.constantFrom('issueOccurredOn', 'becameAwareOn'),
      fc.oneof(fc.string(), fc.constantFrom('2026-02-30', '2026-13-01', '2026-12-24')),
    ),
    fc
      .tuple(fc.constantFrom('complainant.preferredChannel'), fc.oneof(json, fc.string()))
      .filter(([, value]) => !['email', 'phone', 'letter'].includes(value as string)),
  )
  .map(([field, value]): Malformed => ({ sent: { body: withValueAt(field, value) }, status: 400, field }));

/** An object that has a member of any name, `__proto__` too. */
const unknownField = fc
  .tuple(fc.constantFrom('', 'complainant.', 'representative.'), unknownName, json)
  .map(([at, name, value]): Malformed => {
    const members = Object.fromEntries([[name, value]]);
    return { sent: { body: withValueAt(at, members) }, status: 400, field: `${at}${name}` };
  });

const refusedKey = fc
  .string({ unit: 'binary', maxLength: 300 })
  .filter((key) => !/^[\x21-\x7e]{1,255}$/.test(key))
  .map(
    (key): Malformed => ({
      sent: { headers: { 'idempotency-key': key } },
      status: 400,
      field: 'Idempotency-Key',
    }),
  );

const wrongBody = fc.oneof(
  fc
    .nat(30_000)
    .map((more): Malformed => ({ sent: { text: 'x'.repeat(65_537 + more) }, status: 413, field: 'body' })),
  fc.tuple(validBody, fc.nat()).map(([body, at]): Malformed => {
    const text = JSON.stringify(body);
    return { sent: { text: text.slice(0, 1 + (at % (text.length - 1))) }, status: 400, field: 'body' };
  }),
  json
    .filter((value) => typeof value !== 'object' || value === null || Array.isArray(value))
    .map((value): Malformed => ({ sent: { text: JSON.stringify(value) }, status: 400, field: 'body' })),
  fc
    .uint8Array({ minLength: 1, maxLength: 2_000 })
    .filter((bytes) => !isJson(bytes))
    .map((bytes): Malformed => ({ sent: { bytes }, status: 400, field: 'body' })),
);

const wrongType = fc
  .string()
  .filter((type) => !/json/i.test(type))
  .map(
    (type): Malformed => ({
      sent: { headers: { 'content-type': type } },
      status: 415,
      field: 'Content-Type',
    }),
  );

/** Any text that is the id of no landlord. */
const unknownLandlord = fc
  .oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'DAY-ZERO', 'day%2Dzero'))
  .map((name): Malformed => ({ sent: { landlord: name }, status: 404, field: 'landlord' }));

export const malformedIntake = fc.oneof(
  { weight: 6, arbitrary: wrongField },
  { weight: 3, arbitrary: unknownField },
  { weight: 3, arbitrary: wrongBody },
  refusedKey,
  wrongType,
  unknownLandlord,
);

const refusedInstant = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.date({ noInvalidDate: true, max: new Date('2011-12-31T23:59:59Z') }).map((at) => at.toISOString()),
    fc.date({ noInvalidDate: true, min: new Date('2099-12-25T00:00:00Z') }).map((at) => at.toISOString()),
    validInstant.map(({ receivedAt }) => receivedAt.slice(0, 23)),
  )
  .map((receivedAt): Malformed => ({ sent: { query: { receivedAt } }, status: 400, field: 'receivedAt' }));

const unknownQuery = fc
  .tuple(
    fc.string({ minLength: 1 }).filter((name) => name !== 'receivedAt'),
    fc.string(),
  )
  .map(
    ([name, value]): Malformed => ({
      sent: { query: Object.fromEntries([[name, value]]) },
      status: 400,
      field: name,
    }),
  );

export const malformedDeadlines = fc.oneof(
  { weight: 4, arbitrary: refusedInstant },
  unknownQuery,
  unknownLandlord,
);

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}
