import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createConfig, lintFromString, type RawUniversalConfig } from '@redocly/openapi-core';

/** What is wrong in a description of an API, and where. */
export interface Finding {
  /** as a JSON pointer */
  path: string;
  message: string;
  rule: string;
}

const document = 'docs/openapi.json';
const root = join(import.meta.dirname, '..');

const help = `node infra/lint-openapi.ts    fails where ${document} breaks a rule, and names each place`;

const house: RawUniversalConfig = {
  extends: ['recommended-strict'],
  rules: {
    // there is no licence to name: the project is not offered under one
    'info-license': 'off',
    'info-license-strict': 'off',
    'operation-4xx-problem-details-rfc7807': 'error',
    'operation-description': 'error',
    'operation-tag-defined': 'error',
    'parameter-description': 'error',
    'paths-kebab-case': 'error',
    'rule/property-description': {
      subject: { type: 'Schema', property: 'description' },
      where: [{ subject: { type: 'SchemaProperties' }, assertions: { defined: true } }],
      assertions: { defined: true },
      message: 'Every property should have a description.',
      severity: 'error',
    },
    'rule/content-example': {
      subject: { type: 'MediaType' },
      assertions: { requireAny: ['example', 'examples'] },
      message: 'Every body should have an example.',
      severity: 'error',
    },
  },
};

/**
 * @param source an OpenAPI document as text
 * @throws Error where the text is no OpenAPI document at all
 */
export async function lintOpenApi(source: string): Promise<Finding[]> {
  const config = await createConfig(house);
  const problems = await lintFromString({ source, absoluteRef: join(root, document), config });
  return problems.map(({ location: [place], message, ruleId }) => ({
    path: place?.pointer ?? '#/',
    message: message.replaceAll('\n', ' '),
    rule: ruleId,
  }));
}

function countParts(source: string): string {
  const { paths = {}, components = {} } = JSON.parse(source);
  const operations = Object.values<object>(paths).flatMap((path) => Object.keys(path));
  return `${operations.length} operations and ${Object.keys(components.schemas ?? {}).length} schemas`;
}

async function lintFile(): Promise<number> {
  const source = readFileSync(join(root, document), 'utf8');
  const findings = await lintOpenApi(source);
  for (const { path, message, rule } of findings) console.error(`${path}: ${message} (${rule})`);
  if (findings.length > 0) return 1;
  console.log(`${document}: nothing wrong in ${countParts(source)}`);
  return 0;
}

/** @returns the exit code */
async function run(given: string[]): Promise<number> {
  let options: { help?: boolean };
  try {
    options = parseArgs({ args: given, options: { help: { type: 'boolean' } } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help}`);
    return 2;
  }
  if (options.help) {
    console.log(help);
    return 0;
  }
  return lintFile();
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2));
