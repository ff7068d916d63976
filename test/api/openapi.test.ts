import { describe, expect, it } from 'vitest';
import { buildOpenApi } from '../../infra/openapi.ts';
import { type Example, examples, problemExamples } from '../../shared/contracts/examples.ts';
import { type ProblemType, problems } from '../../shared/contracts/problems.ts';
import { type Route, type RouteName, routes } from '../../shared/contracts/routes.ts';

type Json = Record<string, unknown>;

interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security: Json[];
  parameters: {
    name: string;
    in: string;
    required: boolean;
    description: string;
    schema: Json;
    example: unknown;
  }[];
  requestBody?: { required: boolean; content: Record<string, { example: unknown }> };
  responses: Record<string, { $ref: string } | Response>;
}

interface Response {
  description: string;
  headers?: Json;
  content: Record<string, { schema: Json; example?: unknown; examples?: Record<string, { $ref: string }> }>;
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
const described = objects.filter(({ object }) => object.type === 'object' && object.properties);

function resolve(ref: string): unknown {
  const parts = ref.split('/').slice(1);
  return parts.reduce<unknown>((inner, part) => (inner as Json | undefined)?.[part], document);
}

function responseOf(response: Operation['responses'][string] | undefined): Response {
  return (response && '$ref' in response ? resolve(response.$ref) : response) as Response;
}

const exampleOf = ({ operationId: name }: Operation): Example => examples[name as RouteName];

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
    for (const ref of refs) expect(resolve(ref), ref).toBeDefined();
    const { securitySchemes: _, ...referred } = document.components;
    const named = Object.entries<Json>(referred).flatMap(([kind, parts]) =>
      Object.keys(parts).map((name) => `#/components/${kind}/${name}`),
    );
    expect([...new Set(refs)].sort()).toEqual(named.sort());
  });

  it('refuses unknown members wherever an object is described', () => {
    expect(described.length).toBeGreaterThanOrEqual(50);
    for (const { at, object } of described) expect(object.additionalProperties, at).toBe(false);
  });

  it('requires no member that it does not describe, and says of each what it is', () => {
    for (const { at, object } of described) {
      const properties = object.properties as Record<string, Json>;
      for (const name of (object.required as string[] | undefined) ?? [])
        expect(properties, at).toHaveProperty(name);
      for (const [name, property] of Object.entries(properties))
        expect(property.description ?? property.$ref, `${at}/${name}`).toMatch(/^[A-Z#\d].*[.a-zA-Z]$/);
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

  it('requires a key and a version wherever nothing is done without', () => {
    const required = (name: string) => operation.parameters.find((each) => each.name === name)?.required;
    expect(required('Idempotency-Key') ?? false).toBe(route.problems.includes('key-missing'));
    expect(required('If-Match') ?? false).toBe(route.problems.includes('version-missing'));
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

  it('says who may ask', () => {
    const bearers = {
      residents: route.session && 'residentSession',
      contributors: undefined,
      staff: 'staffToken',
    };
    const bearer = bearers[route.tag];
    expect(operation.security).toEqual(bearer ? [{ [bearer]: [] }] : []);
    if (bearer) expect(document.components.securitySchemes[bearer]).toMatchObject({ scheme: 'bearer' });
  });

  it('has a body where its route has one, with its example, required where a field of it is', () => {
    const { body } = route.request;
    const shown = operation.requestBody?.content['application/json']?.example;
    expect(shown).toEqual(exampleOf(operation).body);
    expect(operation.requestBody?.required).toBe(body && !body.safeParse({}).success);
  });

  it('has its answer as JSON, with an ETag where a change needs it, and an example', () => {
    const answer = responseOf(operation.responses[route.answer.status]);
    expect(Object.keys(answer.content)).toEqual(['application/json']);
    expect(answer.content['application/json']?.example).toEqual(exampleOf(operation).answer);
    const { body, etag = true } = route.answer;
    const changeable = etag && Object.keys(body.shape).some((name) => /^(version|revision)$/.test(name));
    expect(Object.keys(answer.headers ?? {})).toEqual(changeable ? ['ETag'] : []);
  });

  it('has every problem of its route under its status, each with its example', () => {
    const { [route.answer.status]: _, ...refused } = operation.responses;
    const described = Object.entries(refused).flatMap(([status, response]) => {
      const { headers = {}, content } = responseOf(response);
      expect(Object.keys(content)).toEqual(['application/problem+json']);
      expect(Object.keys(headers)).toEqual(status === '401' ? ['WWW-Authenticate'] : []);
      const { schema, examples: shown = {} } = content['application/problem+json'] ?? { schema: {} };
      expect(schema).toEqual({ $ref: '#/components/schemas/Problem' });
      return Object.entries(shown).map(([type, { $ref }]) => {
        expect(resolve($ref)).toEqual({ value: problemExamples[type as ProblemType] });
        return [type, Number(status)];
      });
    });
    expect(described.sort()).toEqual(route.problems.map((type) => [type, problems[type].status]).sort());
  });
});
