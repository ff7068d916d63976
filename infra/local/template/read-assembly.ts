import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StackError } from '../stack-error.ts';

export interface Template {
  Parameters?: Record<string, { Type: string; Default?: unknown; AllowedPattern?: string }>;
  Resources?: Record<string, TemplateResource>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown } }>;
}

export interface TemplateResource {
  Type: string;
  Properties?: Record<string, unknown>;
  Condition?: string;
}

export interface StackTemplate {
  name: string;
  template: Template;
  /** object key of a zipped asset, as `Code.S3Key` names it → absolute folder of its content */
  codeFolders: Map<string, string>;
}

interface Artifact {
  type: string;
  dependencies?: string[];
  properties?: { templateFile?: string; stackName?: string; file?: string; directoryName?: string };
}

interface AssetFile {
  source: { path?: string; packaging?: string };
  destinations: Record<string, { objectKey: string }>;
}

/** Every stack of a CDK cloud assembly, those that others depend on first. */
export function readAssembly(folder: string): StackTemplate[] {
  const absoluteFolder = resolve(folder);
  const { artifacts = {} } = readJson<{ artifacts?: Record<string, Artifact> }>(
    absoluteFolder,
    'manifest.json',
  );
  return inDependencyOrder(artifacts).flatMap((id) => readArtifact(absoluteFolder, id, artifacts));
}

function readArtifact(folder: string, id: string, artifacts: Record<string, Artifact>): StackTemplate[] {
  const artifact = artifacts[id];
  const { templateFile, stackName, directoryName } = artifact?.properties ?? {};
  if (artifact?.type === 'cdk:cloud-assembly' && directoryName !== undefined) {
    return readAssembly(join(folder, directoryName));
  }
  if (artifact?.type !== 'aws:cloudformation:stack') return [];
  if (templateFile === undefined)
    throw new StackError(`The assembly names no template file for stack ${id}.`);
  const template = readJson<Template>(folder, templateFile);
  return [{ name: stackName ?? id, template, codeFolders: readCodeFolders(folder, artifact, artifacts) }];
}

function readCodeFolders(
  folder: string,
  stack: Artifact,
  artifacts: Record<string, Artifact>,
): Map<string, string> {
  const codeFolders = new Map<string, string>();
  for (const dependency of stack.dependencies ?? []) {
    const artifact = artifacts[dependency];
    if (artifact?.type !== 'cdk:asset-manifest' || artifact.properties?.file === undefined) continue;
    const { files = {} } = readJson<{ files?: Record<string, AssetFile> }>(folder, artifact.properties.file);
    for (const { source, destinations } of Object.values(files)) {
      if (source.packaging !== 'zip' || source.path === undefined) continue;
      const content = join(folder, source.path);
      for (const { objectKey } of Object.values(destinations)) codeFolders.set(objectKey, content);
    }
  }
  return codeFolders;
}

function inDependencyOrder(artifacts: Record<string, Artifact>): string[] {
  const ordered = new Set<string>();
  const visit = (id: string) => {
    if (ordered.has(id)) return;
    for (const dependency of artifacts[id]?.dependencies ?? []) visit(dependency);
    ordered.add(id);
  };
  for (const id of Object.keys(artifacts)) visit(id);
  return [...ordered];
}

function readJson<Content>(folder: string, file: string): Content {
  const path = join(folder, file);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Content;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StackError(`The synthesized assembly cannot be read (${reason}): synthesize the app again.`);
  }
}
