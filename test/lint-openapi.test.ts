import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lintOpenApi } from '../infra/lint-openapi.ts';

const root = join(import.meta.dirname, '..');

/** A small document that breaks no rule, for the tests to spoil. */
function soundDocument() {
  const Due = {
    type: 'object',
    description: 'A dated promise.',
    properties: { dueOn: { type: 'string', format: 'date', description: 'The last day of the promise.' } },
  };
  const Problem = {
    type: 'object',
    properties: {
      type: { type: 'string', description: 'The kind of problem.' },
      title: { type: 'string', description: 'The kind of problem in words.' },
    },
  };
  const readPromise = {
    operationId: 'readPromise',
    tags: ['residents'],
    summary: 'See a promise',
    description: 'Answers with the date of a promise.',
    security: [{ session: [] }],
    parameters: [
      {
        name: 'reference',
        in: 'path',
        required: true,
        description: 'Reference of the complaint.',
        schema: { type: 'string', pattern: '^[A-Z]{5}$' },
        example: 'ABCDE',
      },
    ],
    responses: {
      200: {
        description: 'The promise.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Due' },
            example: { dueOn: '2027-01-04' },
          },
        },
      },
      404: {
        description: 'Unknown.',
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: { unknown: { value: { type: '/problems/unknown', title: 'Unknown' } } },
          },
        },
      },
    },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Promises', version: '1.0.0' },
    servers: [{ url: '/' }],
    tags: [{ name: 'residents', description: 'Open to residents.' }],
    paths: { '/complaints/{reference}/promise': { get: readPromise } },
    components: {
      schemas: { Due, Problem },
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
  };
}

type Sound = ReturnType<typeof soundDocument>;

const path = '/complaints/{reference}/promise';
const operation = '#/paths/~1complaints~1{reference}~1promise/get';
const answer = `${operation}/responses/200/content/application~1json`;
const operationIn = (document: Sound) => document.paths[path].get;
const answerIn = (document: Sound) => operationIn(document).responses[200].content['application/json'];

describe('the rules', () => {
  it('find nothing in a sound document', async () => {
    expect(await lintOpenApi(JSON.stringify(soundDocument()))).toEqual([]);
  });

  it.each<[string, string, string, (document: Sound) => void]>([
    [
      'an operation without an operationId',
      'operation-operationId',
      `${operation}/operationId`,
      (document) => Reflect.deleteProperty(operationIn(document), 'operationId'),
    ],
    [
      'an example of a body that its schema refuses',
      'no-invalid-media-type-examples',
      `${answer}/example/dueOn`,
      (document) => Object.assign(answerIn(document), { example: { dueOn: 'soon' } }),
    ],
    [
      'an example of a parameter that its schema refuses',
      'no-invalid-parameter-examples',
      `${operation}/parameters/0/example`,
      (document) => Object.assign(operationIn(document).parameters[0] ?? {}, { example: 'abc' }),
    ],
    [
      'a body without an example',
      'rule/content-example',
      answer,
      (document) => Reflect.deleteProperty(answerIn(document), 'example'),
    ],
    [
      'a component that nothing uses',
      'no-unused-components',
      '#/components/schemas/Spare',
      (document) => Object.assign(document.components.schemas, { Spare: { type: 'string' } }),
    ],
    [
      'a security scheme that is not defined',
      'security-defined',
      `${operation}/security/1/staff`,
      (document) => Object.assign(operationIn(document), { security: [{ session: [] }, { staff: [] }] }),
    ],
    [
      'an operation that does not say who may call it',
      'security-defined',
      operation,
      (document) => {
        Reflect.deleteProperty(operationIn(document), 'security');
        Reflect.deleteProperty(document.components, 'securitySchemes');
      },
    ],
    [
      'a property without a description',
      'rule/property-description',
      '#/components/schemas/Due/properties/dueOn/description',
      (document) => Reflect.deleteProperty(document.components.schemas.Due.properties.dueOn, 'description'),
    ],
    [
      'two paths that may both match a request',
      'no-ambiguous-paths',
      '#/paths/~1{place}~1first~1promise',
      (document) => {
        const twin = { ...operationIn(document), operationId: 'readPlace' };
        twin.parameters = twin.parameters.map((parameter) => ({ ...parameter, name: 'place' }));
        Object.assign(document.paths, { '/{place}/first/promise': { get: twin } });
      },
    ],
  ])('find %s', async (_, rule, place, spoil) => {
    const document = soundDocument();
    spoil(document);
    const findings = await lintOpenApi(JSON.stringify(document));
    expect(findings.map((finding) => [finding.rule, finding.path])).toEqual([[rule, place]]);
  });

  it('refuse what is no OpenAPI document', async () => {
    await expect(lintOpenApi('{}')).rejects.toThrow('Unsupported specification');
  });
});

describe('the command', () => {
  function command(folder: string, ...given: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/lint-openapi.ts', ...given], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, out: stdout, err: stderr };
  }

  it('passes the document of this project, and says in a line what it read', () => {
    const { status, out, err } = command(root);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^docs\/openapi\.json: nothing wrong in \d+ operations and \d+ schemas\n$/);
  });

  it('fails with a line for each finding', () => {
    const copy = mkdtempSync(join(tmpdir(), 'redress-lint-openapi-'));
    onTestFinished(() => rmSync(copy, { recursive: true }));
    for (const part of ['package.json', 'infra/lint-openapi.ts']) cpSync(join(root, part), join(copy, part));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const sound = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8'));
    Object.assign(sound.components.schemas, { Spare: { type: 'string' }, Other: { type: 'string' } });
    mkdirSync(join(copy, 'docs'));
    writeFileSync(join(copy, 'docs/openapi.json'), JSON.stringify(sound));
    expect(command(copy)).toEqual({
      status: 1,
      out: '',
      err: [
        '#/components/schemas/Spare: Component: "Spare" is never used. (no-unused-components)\n',
        '#/components/schemas/Other: Component: "Other" is never used. (no-unused-components)\n',
      ].join(''),
    });
  });

  it('says what it does with --help, and refuses an option that it does not know', () => {
    expect(command(root, '--help')).toMatchObject({ status: 0, out: expect.stringContaining('fails') });
    expect(command(root, '--hlep')).toMatchObject({ status: 2, err: expect.stringContaining('--hlep') });
  });
});
