import fc from 'fast-check';
import * as z from 'zod/mini';
import { type Route, type RouteName, routes } from '../../shared/contracts/routes.ts';
import type { Sent } from './http.ts';
import { type Schema, schemaOf, spoils, valid } from './schema-samples.ts';

type Spoil = (sent: Sent) => Sent;

/** A well-formed request of a route but for one thing; `usual` is what the route needs beside its body and query. */
export function spoiltRequest(name: RouteName, usual: Sent): fc.Arbitrary<Sent> {
  const route: Route = routes[name];
  const { request } = route;
  const posts = !route.key.startsWith('GET ');
  const body = posts ? schemaOf(request.body ?? z.strictObject({})) : undefined;
  const query = request.query && schemaOf(request.query);
  const kinds: fc.WeightedArbitrary<Spoil>[] = [{ arbitrary: junk, weight: 1 }];
  if (body) {
    kinds.push({ arbitrary: spoiltValue(body, 'body'), weight: 8 });
    kinds.push({ arbitrary: spoiltText, weight: 3 });
  }
  if (query) kinds.push({ arbitrary: spoiltQuery(query), weight: 8 });
  const named = Object.keys(request.path?.shape ?? {});
  if (named.length > 0 && name !== 'requestLink') kinds.push({ arbitrary: spoiltPath(named), weight: 2 });
  const inHeaders = Object.keys(request.headers?.shape ?? {});
  if (inHeaders.length > 0) kinds.push({ arbitrary: spoiltHeader(inHeaders), weight: 2 });

  const isJunk = (spoil: Spoil) => posts && spoil === sendMore;
  return fc
    .record({
      spoil: fc.oneof(...kinds).filter((spoil) => !isJunk(spoil)),
      ...(body && { body: valid(body) }),
      ...(query && { query: valid(query) as fc.Arbitrary<Record<string, string>> }),
    })
    .map(({ spoil, ...parts }) => spoil({ ...usual, ...parts }));
}

/** What comes with a GET and means nothing. */
const sendMore: Spoil = (sent) => ({
  ...sent,
  text: '{"__proto__":',
  headers: { ...sent.headers, 'content-type': 'text/\u0000', cookie: 'x'.repeat(5_000) },
});
const junk = fc.constant(sendMore);

const pick = <Value>(values: readonly Value[], number: number) => values[number % values.length];

function spoiltValue(schema: Schema, part: 'body'): fc.Arbitrary<Spoil> {
  return fc.nat().map((number): Spoil => {
    return (sent) => {
      const spoil = pick([...spoils(schema, sent[part])], number);
      return { ...sent, [part]: spoil?.() };
    };
  });
}

/** A query holds texts and nothing else. */
function spoiltQuery(schema: Schema): fc.Arbitrary<Spoil> {
  return fc.nat().map((number): Spoil => {
    return (sent) => {
      const isQuery = (value: unknown) =>
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every((each) => typeof each === 'string');
      const spoilt = [...spoils(schema, sent.query)].map((spoil) => spoil()).filter(isQuery);
      const unknown = Object.fromEntries([...Object.entries(sent.query ?? {}), ['__proto__', 'x']]);
      return { ...sent, query: pick([...spoilt, unknown], number) as Record<string, string> };
    };
  });
}

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** No JSON, no object, no UTF-8, too much of it, or of another type. */
const spoiltText: fc.Arbitrary<Spoil> = fc.oneof(
  fc
    .constantFrom(
      '{',
      'null',
      '7',
      '"x"',
      '[]',
      '[{}]',
      'NaN',
      '\0',
      ' ',
      '1e999',
      '{"a":1}}',
      '<x/>',
      deep(9_000),
    )
    .map(
      (text): Spoil =>
        (sent) => ({ ...sent, text }),
    ),
  fc.nat(2_000).map(
    (more): Spoil =>
      (sent) => ({ ...sent, text: 'x'.repeat(65_537 + more) }),
  ),
  fc.nat().map(
    (at): Spoil =>
      (sent) => {
        const text = JSON.stringify(sent.body);
        return { ...sent, text: text.slice(0, 1 + (at % (text.length - 1))) };
      },
  ),
  fc.nat(9).map(
    (at): Spoil =>
      (sent) => {
        const bytes = Buffer.from(`{"x":"${' '.repeat(at)}\xe9"}`, 'latin1');
        return { ...sent, bytes };
      },
  ),
  fc.constantFrom('', 'text/plain', 'application/json5', 'multipart/form-data; boundary=x', '*/*', '\0').map(
    (type): Spoil =>
      (sent) => ({ ...sent, headers: { ...sent.headers, 'content-type': type } }),
  ),
);

const wrongNames = [
  ...['', ' ', 'nonsense', '__proto__', 'constructor', '{reference}', '../x', '%00', '\0', '\ud800'],
  ...['k7qf2-9xw4t', 'K7QF2-9XW4T ', 'IIIII-IIIII', 'COMPLAINT#x', "' OR 1=1", 'day%2Dzero', 'action-0'],
];

function spoiltPath(named: string[]): fc.Arbitrary<Spoil> {
  return fc
    .tuple(fc.constantFrom(...named), fc.oneof(fc.constantFrom(...wrongNames), fc.string({ unit: 'binary' })))
    .map(([name, value]): Spoil => {
      if (name === 'landlord') return (sent) => ({ ...sent, landlord: value });
      return (sent) => ({ ...sent, params: { ...sent.params, [name]: value } });
    });
}

const wrongHeaders = ['', ' ', 'two words', 'é', '\0', 'k\r\nx: y', 'k'.repeat(10_000), '\ud800', '\u007f'];

function spoiltHeader(named: string[]): fc.Arbitrary<Spoil> {
  return fc.tuple(fc.constantFrom(...named), fc.constantFrom(...wrongHeaders)).map(
    ([name, value]): Spoil =>
      (sent) => ({ ...sent, headers: { ...sent.headers, [name.toLowerCase()]: value } }),
  );
}
