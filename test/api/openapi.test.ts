import { describe, expect, it } from 'vitest';
import { buildOpenApi } from '../../infra/openapi.ts';
import { examples, problemExamples } from '../../shared/contracts/examples.ts';
import { problems } from '../../shared/contracts/problems.ts';
import { type Route, type RouteName, routes } from '../../shared/contracts/routes.ts';
import { createMemoryStore } from '../../shared/ports/memory/complaint-store.ts';
import { type Sent, startApi } from '../support/http.ts';

type Json = Record<string, unknown>;

interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters: {
    name: string;
    in: string;
    required: boolean;
    description: string;
    schema: Json;
    example: unknown;
  }[];
  requestBody?: { required: boolean; content: Json };
  responses: Record<
    string,
    { description: string; content: Record<string, { schema: Json; examples?: Json }> }
  >;
}

// read back from JSON: what is written is what counts
const document = JSON.parse(JSON.stringify(buildOpenApi('1.2.3')));
const operations = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
);

/** Every object in the document with where it stands. */
function* objectsIn(value: unknown, at = '#'): Generator<{ at: string; object: Json }> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield { at, object: value as Json };
  for (const [name, inner] of Object.entries(value)) yield* objectsIn(inner, `${at}/${name}`);
}
const objects = [...objectsIn(document)];

function resolve(ref: string): unknown {
  const parts = ref.split('/').slice(1);
  return parts.reduce<unknown>((inner, part) => (inner as Json | undefined)?.[part], document);
}

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 with the version it was given and no host of its own', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Redress', version: '1.2.3' } });
    expect(document.servers.map(({ url }: { url: string }) => url)).toEqual(['/']);
    const members = ['openapi', 'info', 'servers', 'tags', 'paths', 'components'];
    expect(Object.keys(document)).toEqual(members);
  });

  it('has every route of the contracts, by its name, and no other', () => {
    const described = operations.map(({ method, path, operation }) => [
      operation.operationId,
      `${method.toUpperCase()} ${path}`,
    ]);
    expect(described).toEqual(Object.entries(routes).map(([name, { key }]) => [name, key]));
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  it('refers to nothing that is not there, and has nothing that is not referred to', () => {
    const refs = objects.flatMap(({ object }) => (typeof object.$ref === 'string' ? [object.$ref] : []));
    expect(refs.length).toBeGreaterThan(10);
    for (const ref of refs) expect(resolve(ref), ref).toBeDefined();
    const named = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect([...new Set(refs)].sort()).toEqual(named.sort());
  });

  it('refuses unknown members wherever an object is described', () => {
    const described = objects.filter(({ object }) => object.type === 'object' && object.properties);
    expect(described.length).toBeGreaterThanOrEqual(8);
    for (const { at, object } of described) expect(object.additionalProperties, at).toBe(false);
  });

  it('requires no member that it does not describe, and says of each what it is', () => {
    for (const { at, object } of objects.filter(
      ({ object }) => object.type === 'object' && object.properties,
    )) {
      const properties = object.properties as Record<string, Json>;
      for (const name of (object.required as string[] | undefined) ?? [])
        expect(properties, at).toHaveProperty(name);
      for (const [name, property] of Object.entries(properties))
        expect(property.description ?? property.$ref, `${at}/${name}`).toMatch(/^[A-Z#].*[.a-zA-Z]$/);
    }
  });

  it('has patterns that are regular expressions', () => {
    const patterns = objects.flatMap(({ object }) =>
      typeof object.pattern === 'string' ? [object.pattern] : [],
    );
    expect(patterns.length).toBeGreaterThan(0);
    for (const pattern of patterns) expect(() => new RegExp(pattern, 'u')).not.toThrow();
  });

  it('knows the fields of a complaint with their limits', () => {
    const { Complaint } = document.components.schemas;
    expect(Complaint.required).toEqual(['description']);
    expect(Complaint.properties.description).toMatchObject({
      type: 'string',
      minLength: 1,
      maxLength: 20_000,
    });
    expect(Complaint.properties.issueOccurredOn).toMatchObject({ type: 'string', format: 'date' });
    expect(Complaint.properties.complainant.properties.email).toMatchObject({
      format: 'email',
      maxLength: 254,
    });
  });
});

describe.each(operations)('$method $path', ({ path, operation }) => {
  const route: Route = routes[operation.operationId as RouteName];

  it('declares each parameter of its path, once, and requires it', () => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(declared.map(({ name }) => name)).toEqual(inPath);
    expect(declared.every(({ required }) => required)).toBe(true);
    const names = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('describes each parameter with a schema and an example', () => {
    for (const { in: place, description, schema, example } of operation.parameters) {
      expect(['path', 'query', 'header']).toContain(place);
      expect(description).toMatch(/\.$/);
      expect(schema.type).toBe('string');
      expect(example).toEqual(expect.any(String));
    }
  });

  it('has its tag declared, a summary and a description', () => {
    const tags = document.tags.map(({ name }: { name: string }) => name);
    for (const tag of operation.tags) expect(tags).toContain(tag);
    expect(operation.summary).toMatch(/^[A-Z]/);
    expect(operation.description).toMatch(/\.$/);
  });

  it('has a body where its route has one', () => {
    expect(operation.requestBody !== undefined).toBe(route.request.body !== undefined);
  });

  it('has its answer as JSON, and every problem of its route under its status', () => {
    const { [route.answer.status]: answer, ...refused } = operation.responses;
    expect(Object.keys(answer?.content ?? {})).toEqual(['application/json']);
    const described = Object.entries(refused).flatMap(([status, { content }]) => {
      expect(Object.keys(content)).toEqual(['application/problem+json']);
      const { schema, examples: shown = {} } = content['application/problem+json'] ?? { schema: {} };
      expect(schema).toEqual({ $ref: '#/components/schemas/Problem' });
      return Object.keys(shown).map((type) => [type, Number(status)]);
    });
    expect(described.sort()).toEqual(route.problems.map((type) => [type, problems[type].status]).sort());
  });
});

describe('the examples of the document', () => {
  const asked: Sent = {
    landlord: 'day-zero',
    headers: examples.receiveComplaint.headers,
    body: examples.receiveComplaint.body,
  };

  it('of a complaint is answered as it says, but for the reference', async () => {
    const { status, body } = await startApi({ now: '2026-12-23T15:00:00Z' }).complain(asked);
    expect(status).toBe(201);
    expect({ ...body, reference: 'K7QF2-9XW4T' }).toEqual(examples.receiveComplaint.answer);
  });

  it('of the dates is answered as it says', async () => {
    const { path, query, answer } = examples.explainDeadlines;
    const { body } = await startApi().send('explainDeadlines', { ...path, query });
    expect(body).toEqual(answer);
  });

  it('of each problem is what such a request is answered with', async () => {
    const fail = () => Promise.reject(new Error('no'));
    const api = startApi();
    await api.complain(asked);
    const answers = {
      'invalid-request': await api.complain({
        body: { complainant: {}, description: 'x', issueOccurredOn: '2026-02-30' },
      }),
      'unknown-landlord': await api.complain({ landlord: 'nobody' }),
      'too-large': await api.complain({ text: ' '.repeat(65_537) }),
      'not-json': await api.complain({ headers: { 'content-type': 'text/plain' } }),
      'key-reused': await api.complain({ ...asked, body: { description: 'x' } }),
      'our-fault': await startApi({ store: { ...createMemoryStore(() => 0), receive: fail } }).complain(),
    };
    const shown = Object.entries(answers).map(
      ([
        type,
        {
          body: { instance: _, ...problem },
        },
      ]) => [type, problem],
    );
    expect(Object.fromEntries(shown)).toEqual(problemExamples);
  });
});
