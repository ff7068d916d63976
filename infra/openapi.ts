import * as z from 'zod/mini';
import { type Example, examples, problemExamples } from '../shared/contracts/examples.ts';
import { deadlinesBody, intakeBody, obligationBody, receivedBody } from '../shared/contracts/intake.ts';
import { fieldProblem, type ProblemType, problemBody, problems } from '../shared/contracts/problems.ts';
import { type Route, type RouteName, routes } from '../shared/contracts/routes.ts';

type Json = Record<string, unknown>;

/** Names of the schemas in the document: what callers send, and what they are answered. */
const sent = { Complaint: intakeBody };
const answered = {
  AcceptedComplaint: receivedBody,
  Deadlines: deadlinesBody,
  Obligation: obligationBody,
  Problem: problemBody,
  FieldProblem: fieldProblem,
};

/** The description of the HTTP API as OpenAPI 3.1, from the values that its functions parse and answer with. */
export function buildOpenApi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(routes)) {
    const [method = '', path = ''] = route.key.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeRoute(name as RouteName, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Redress',
      version,
      summary: 'Complaint handling for social landlords',
      description:
        'Accepts complaints for landlords and answers with the date of every promise, each explained. Every instant is UTC; every date is a day in London.',
    },
    servers: [{ url: '/', description: 'The address that this document is served from' }],
    tags: [{ name: 'residents', description: 'For residents and those who act for them; open to anyone.' }],
    paths,
    components: { schemas: { ...schemasOf(sent, 'input'), ...schemasOf(answered, 'output') } },
  };
}

function describeRoute(name: RouteName, route: Route): Json {
  const { summary, description, tag, request } = route;
  const example: Example = examples[name];
  return {
    operationId: name,
    tags: [tag],
    summary,
    description,
    security: [],
    parameters: parametersOf(name, request),
    ...(request.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: refTo(request.body), example: example.body } },
      },
    }),
    responses: {
      [route.answer.status]: {
        description: route.answer.description,
        content: {
          'application/json': { schema: refTo(route.answer.body), example: example.answer },
        },
      },
      ...describeProblems(route.problems),
    },
  };
}

function parametersOf(name: RouteName, { path, query, headers }: Route['request']): Json[] {
  const example: Example = examples[name];
  return [
    ...parametersIn('path', path, example.path),
    ...parametersIn('query', query, example.query),
    ...parametersIn('header', headers, example.headers),
  ];
}

function parametersIn(place: string, fields: Route['request']['path'], given: object = {}): Json[] {
  if (!fields) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(fields, { io: 'input', override: readable });
  const exampleOf = new Map(Object.entries(given));
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property as Json;
    return {
      name,
      in: place,
      required: required.includes(name),
      description,
      schema,
      example: exampleOf.get(name),
    };
  });
}

/** Several kinds of problem may share a status: one response then has an example of each. */
function describeProblems(types: readonly ProblemType[]): Json {
  const byStatus = Map.groupBy(types, (type) => problems[type].status);
  const responses = [...byStatus].map(([status, ofStatus]) => [
    status,
    {
      description: ofStatus.map((type) => `${problems[type].title}.`).join(' '),
      content: {
        'application/problem+json': {
          schema: refTo(problemBody),
          examples: Object.fromEntries(ofStatus.map((type) => [type, { value: problemExamples[type] }])),
        },
      },
    },
  ]);
  return Object.fromEntries(responses);
}

/** @throws Error where the schema has no name above */
function refTo(schema: object): Json {
  const named = Object.entries({ ...sent, ...answered }).find(([, candidate]) => candidate === schema);
  if (!named) throw new Error('a schema of a route has no name in the description of the API');
  return { $ref: componentOf(named[0]) };
}

function componentOf(name: string): string {
  return `#/components/schemas/${name}`;
}

function schemasOf(named: Record<string, z.ZodMiniType>, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io, uri: componentOf, override: readable });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
  );
}

/** A format says it all: the pattern behind it would fill lines and help nobody. */
function readable({ jsonSchema }: { jsonSchema: Json }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}
