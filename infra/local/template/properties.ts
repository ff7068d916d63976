import { StackError } from '../stack-error.ts';
import type { Identity } from './identities.ts';

/** A resource that is run, its properties resolved. */
export interface Resource {
  stack: string;
  logicalId: string;
  type: string;
  identity: Identity;
  properties: Record<string, unknown>;
}

/** A sentence about what is wrong with a resource and what to do about it. */
export function resourceError(resource: Resource, what: string): StackError {
  return new StackError(`${resource.logicalId} of stack ${resource.stack} (${resource.type}) ${what}.`);
}

/** The value under a path such as `Target.Arn`. */
export function valueAt(resource: Resource, path: string): unknown {
  let value: unknown = resource.properties;
  for (const part of path.split('.')) value = isRecord(value) ? value[part] : undefined;
  return value;
}

export function textAt(resource: Resource, path: string): string {
  const text = optionalTextAt(resource, path);
  if (text === undefined) throw resourceError(resource, `has no ${path}, which the local stack needs`);
  return text;
}

export function optionalTextAt(resource: Resource, path: string): string | undefined {
  const value = valueAt(resource, path);
  if (value === undefined || typeof value === 'string') return value;
  throw resourceError(resource, `has a ${path} that is no text`);
}

export function numberAt(resource: Resource, path: string, fallback: number): number {
  const value = valueAt(resource, path);
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!Number.isFinite(number)) throw resourceError(resource, `has a ${path} that is no number`);
  return number;
}

function listAt(resource: Resource, path: string): unknown[] {
  const value = valueAt(resource, path) ?? [];
  if (!Array.isArray(value)) throw resourceError(resource, `has a ${path} that is no list`);
  return value;
}

export function recordsAt(resource: Resource, path: string): Record<string, unknown>[] {
  return listAt(resource, path).map((value) => {
    if (!isRecord(value)) throw resourceError(resource, `has a ${path} with an entry that is no object`);
    return value;
  });
}

export function textsAt(resource: Resource, path: string): string[] {
  return listAt(resource, path).map(String);
}

/** Refuses properties that would change what the resource does but that the local stack leaves out. */
export function refuseProperties(resource: Resource, paths: string[]): void {
  for (const path of paths) {
    if (valueAt(resource, path) !== undefined) {
      throw resourceError(resource, `uses ${path}, which the local stack does not run`);
    }
  }
}

/** An input that the template gives as JSON text. */
export function jsonAt(resource: Resource, path: string, text: unknown): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(String(text));
  } catch {
    throw resourceError(resource, `has a ${path} that is no JSON`);
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
