import * as z from 'zod/mini';
import type { FieldProblem } from './problems.ts';

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; errors: FieldProblem[] };

type Issue = z.core.$ZodIssue;

/**
 * Reads what came from outside by its schema; what is wrong is told field by field, without repeating what was sent.
 *
 * @param whole name for the value itself, where it is wrong as a whole
 */
export function parseFields<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  whole: string,
): Parsed<z.infer<Schema>> {
  const result = z.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.data };
  const errors = result.error.issues.flatMap((issue) => describeIssue(issue, value, whole));
  return { ok: false, errors: firstOfEachField(errors) };
}

/** A value of another type may be too short and too long as well, which nobody wants to read. */
function firstOfEachField(errors: FieldProblem[]): FieldProblem[] {
  const first = new Map<string, FieldProblem>();
  for (const error of errors) if (!first.has(error.field)) first.set(error.field, error);
  return [...first.values()];
}

function describeIssue(issue: Issue, value: unknown, whole: string): FieldProblem[] {
  const field = issue.path.join('.') || whole;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        field: [...issue.path, key].join('.'),
        detail: 'is not a field of this request',
      }));
    case 'invalid_type':
      return [
        {
          field,
          detail: isMissing(value, issue.path) ? 'is missing' : `must be ${nameOfType(issue.expected)}`,
        },
      ];
    case 'invalid_value':
      return [{ field, detail: `must be one of ${issue.values.join(', ')}` }];
    default:
      return [{ field, detail: issue.message }];
  }
}

function isMissing(value: unknown, path: PropertyKey[]): boolean {
  return (
    path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], value) === undefined
  );
}

function nameOfType(expected: string): string {
  const names: Record<string, string> = {
    string: 'text',
    array: 'a list',
    object: 'an object',
    int: 'a whole number',
  };
  return names[expected] ?? `a ${expected}`;
}
