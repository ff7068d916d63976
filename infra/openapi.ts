import { type Example, examples, problemExamples } from '../shared/contracts/examples.ts';
import { type ProblemType, problemBody, problems } from '../shared/contracts/problems.ts';
import { type Route, type RouteName, routes } from '../shared/contracts/routes.ts';
import { describeFields, describeSchemas, refTo } from './openapi-schemas.ts';

type Json = Record<string, unknown>;

const tags = [
  { name: 'residents', description: 'For residents and those who act for them; open to anyone.' },
  {
    name: 'contributors',
    description: 'For whoever was asked a question by mail; its link is all they need.',
  },
  {
    name: 'staff',
    description: 'For the landlords’ staff, each for the landlords and teams that they serve.',
  },
] as const satisfies { name: Route['tag']; description: string }[];

const securitySchemes = {
  staffToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'A token of the landlords’ identity provider; its claims roles and landlords say what its bearer may do. Without a valid one the gateway answers 401 before anything is read.',
  },
  residentSession: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token that POST /resident-sessions answers with, good for one complaint.',
  },
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
    tags,
    paths,
    components: {
      schemas: describeSchemas(),
      responses: describeRefusals(),
      examples: describeProblemExamples(),
      securitySchemes,
    },
  };
}

function describeRoute(name: RouteName, route: Route): Json {
  const { summary, description, tag, request, answer } = route;
  const example: Example = examples[name];
  return {
    operationId: name,
    tags: [tag],
    summary,
    description,
    security: securityOf(route),
    parameters: parametersOf(name, route),
    ...(request.body && {
      requestBody: {
        required: !request.body.safeParse({}).success,
        content: { 'application/json': { schema: refTo(request.body), example: example.body } },
      },
    }),
    responses: {
      [answer.status]: {
        description: answer.description,
        ...headersOf(answer),
        content: { 'application/json': { schema: refTo(answer.body), example: example.answer } },
      },
      ...refusalsOf(route),
    },
  };
}

function securityOf({ tag, session }: Route): Json[] {
  if (tag === 'staff') return [{ staffToken: [] }];
  return session ? [{ residentSession: [] }] : [];
}

/** Whatever is answered with the version or revision that a change is based on has that for its ETag. */
function headersOf({ body, etag = true }: Route['answer']): Json {
  if (!etag || !('version' in body.shape || 'revision' in body.shape)) return {};
  const description = 'Version of what is answered, in quotes: a change names it in If-Match.';
  return { headers: { ETag: { description, schema: { type: 'string', pattern: '^"\\d{1,9}"$' } } } };
}

function parametersOf(name: RouteName, { request, problems: possible }: Route): Json[] {
  const example: Example = examples[name];
  const needed = possible.includes('key-missing') ? ['Idempotency-Key'] : [];
  return [
    ...parametersIn('path', request.path, example.path),
    ...parametersIn('query', request.query, { ...example.query, ...example.otherQuery }),
    ...parametersIn('header', request.headers, example.headers, needed),
  ];
}

/** @param needed names of parameters without which the route does nothing, although their schema knows none */
function parametersIn(
  place: string,
  fields: Route['request']['path'],
  given: object = {},
  needed: string[] = [],
): Json[] {
  if (!fields) return [];
  const { properties, required } = describeFields(fields);
  const exampleOf = new Map(Object.entries(given));
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: required.includes(name) || needed.includes(name),
    description,
    schema,
    ...(exampleOf.has(name) && { example: exampleOf.get(name) }),
  }));
}

/** What a route may be refused with, by status. Routes refuse in few ways, so that each way is written down once. */
function refusalsOf({ problems: types }: Route): Json {
  const refs = groupByStatus(types).map(([status, ofStatus]) => [
    status,
    { $ref: `#/components/responses/${nameOfRefusal(ofStatus)}` },
  ]);
  return Object.fromEntries(refs);
}

function describeRefusals(): Json {
  const ways = Object.values<Route>(routes).flatMap((route) => groupByStatus(route.problems));
  return Object.fromEntries(ways.map(([, types]) => [nameOfRefusal(types), describeRefusal(types)]));
}

/** Several kinds of problem may share a status: one response then has an example of each. */
function describeRefusal(types: readonly ProblemType[]): Json {
  const isSignIn = types.some((type) => problems[type].status === 401);
  const header = { description: 'How to sign in.', schema: { type: 'string', const: 'Bearer' } };
  const shown = types.map((type) => [type, { $ref: `#/components/examples/${type}` }]);
  return {
    description: types.map((type) => `${problems[type].title}.`).join(' '),
    ...(isSignIn && { headers: { 'WWW-Authenticate': header } }),
    content: {
      'application/problem+json': { schema: refTo(problemBody), examples: Object.fromEntries(shown) },
    },
  };
}

function groupByStatus(types: readonly ProblemType[]): [number, ProblemType[]][] {
  return [...Map.groupBy(types, (type) => problems[type].status)];
}

function nameOfRefusal(types: readonly ProblemType[]): string {
  return types.join('_');
}

function describeProblemExamples(): Json {
  return Object.fromEntries(Object.entries(problemExamples).map(([type, value]) => [type, { value }]));
}
