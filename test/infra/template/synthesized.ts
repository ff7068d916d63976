import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hashSources } from '../../../infra/local/synthesize.ts';

export interface Resource {
  logicalId: string;
  type: string;
  properties: Record<string, unknown>;
  attributes: Record<string, unknown>;
}

interface TemplateJson {
  Resources: Record<string, { Type: string; Properties?: Record<string, unknown> }>;
  Outputs: Record<string, { Value: unknown; Export?: { Name: string } }>;
  Parameters: Record<string, Record<string, unknown>>;
}

export interface Templates {
  stateful: TemplateJson;
  stateless: TemplateJson;
}

const projectFolder = resolve(import.meta.dirname, '../../..');
const cache = join(projectFolder, 'node_modules/.cache/redress');
const folder = join(cache, `${hashSources(projectFolder, { bundles: false })}-templates`);
if (!existsSync(folder)) await synthesizeInto(folder);

/** CDK takes seconds to load, and eight files read the same templates: the first of them makes them for all. */
async function synthesizeInto(folder: string): Promise<void> {
  const { buildApp } = await import('../../../infra/app.ts');
  mkdirSync(cache, { recursive: true });
  const outdir = mkdtempSync(join(cache, 'making-'));
  process.env.CDK_VALIDATION = 'false';
  try {
    buildApp({ outdir, context: { 'aws:cdk:bundling-stacks': [] } }).app.synth();
    renameSync(outdir, folder);
  } catch (error) {
    rmSync(outdir, { recursive: true });
    // one that runs at the same time may have been first
    if (!existsSync(folder)) throw error;
  }
}

/** Both templates, without bundles and without CloudFormation's own validation, which synthesis.test.ts runs. */
export function synthesizeTemplates(): Templates {
  const read = (stack: string): TemplateJson =>
    JSON.parse(readFileSync(join(folder, `${stack}.template.json`), 'utf8'));
  return { stateful: read('Redress-Stateful'), stateless: read('Redress-Stateless') };
}

/** Resources of one type in both templates, or of all types. */
export function resourcesOf(templates: Templates, type?: string): Resource[] {
  return [templates.stateful, templates.stateless].flatMap((template) =>
    Object.entries(template.Resources)
      .filter(([, resource]) => type === undefined || resource.Type === type)
      .map(([logicalId, { Type, Properties, ...attributes }]) => ({
        logicalId,
        type: Type,
        properties: readable(templates, Properties ?? {}) as Record<string, unknown>,
        attributes,
      })),
  );
}

/**
 * The same value with every intrinsic written as text, so that expectations can be literals: `TablesComplaints.Arn`,
 * `${AWS::Region}`. Logical ids lose their hash, imports become what is exported.
 */
function readable(templates: Templates, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => readable(templates, part));
  if (typeof value !== 'object' || value === null) return value;
  const intrinsic = readIntrinsic(templates, value as Record<string, unknown>);
  if (intrinsic !== undefined) return intrinsic;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, readable(templates, part)]));
}

function readIntrinsic(templates: Templates, value: Record<string, unknown>): string | undefined {
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0) return undefined;
  const operand = readable(templates, value[name]);
  switch (name) {
    case 'Ref':
      return String(operand).includes('::') ? `\${${operand}}` : plain(String(operand));
    case 'Fn::GetAtt':
      return (operand as string[]).map(plain).join('.');
    case 'Fn::Join':
      return (operand as [string, string[]])[1].join((operand as [string, string[]])[0]);
    case 'Fn::Select':
    case 'Fn::Split':
      return `${name.slice(4)}(${(operand as unknown[]).join(', ')})`;
    case 'Fn::Sub':
      return String(operand);
    case 'Fn::ImportValue':
      return exported(templates, String(operand));
    default:
      return undefined;
  }
}

function exported(templates: Templates, name: string): string {
  const output = Object.values(templates.stateful.Outputs).find(({ Export }) => Export?.Name === name);
  if (output === undefined) throw new Error(`Nothing exports ${name}`);
  return String(readable(templates, output.Value));
}

function plain(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}
