import { StackError } from '../stack-error.ts';
import type { Statement } from '../system.ts';

/** One permission that AWS would look for before it carries out a call. */
export interface Grant {
  action: string;
  resource: string;
  /** condition keys in lower case, as IAM compares them */
  context: Readonly<Record<string, readonly string[]>>;
}

/** The condition keys that the local stack supplies with a call; a statement on any other could never match. */
export const suppliedConditionKeys = ['ses:FromAddress', 'kms:ViaService'] as const;

type Operator = (supplied: readonly string[] | undefined, wanted: string[]) => boolean;

const equals = (value: string, wanted: string) => value === wanted;

const operators: Record<string, Operator> = {
  StringEquals: (supplied, wanted) => someValue(supplied, wanted, equals),
  StringLike: (supplied, wanted) => someValue(supplied, wanted, matches),
  // IAM takes ForAllValues as met when the key is absent.
  'ForAllValues:StringEquals': (supplied, wanted) => everyValue(supplied, wanted, equals),
  'ForAllValues:StringLike': (supplied, wanted) => everyValue(supplied, wanted, matches),
  Bool: (supplied, wanted) => someValue(supplied, wanted, (a, b) => a.toLowerCase() === b.toLowerCase()),
};

/** Whether a role's statements allow the action: an explicit Deny wins, and what nothing allows is denied. */
export function isAllowed(statements: readonly Statement[], grant: Grant): boolean {
  const applying = statements.filter((statement) => applies(statement, grant));
  return applying.length > 0 && applying.every(({ effect }) => effect === 'Allow');
}

function applies(
  { actions, resources, conditions }: Statement,
  { action, resource, context }: Grant,
): boolean {
  return (
    actions.some((pattern) => matches(action.toLowerCase(), pattern.toLowerCase())) &&
    resources.some((pattern) => matches(resource, pattern)) &&
    Object.entries(conditions).every(([name, keys]) =>
      Object.entries(keys).every(
        ([key, wanted]) => operators[name]?.(context[key.toLowerCase()], wanted) ?? false,
      ),
    )
  );
}

/** Refuses statements that this evaluator would get wrong, before anything relies on them. */
export function checkStatements(
  roleArn: string,
  statements: readonly Statement[],
  suppliedKeys: readonly string[],
): void {
  const supplied = suppliedKeys.map((key) => key.toLowerCase());
  for (const { actions, resources, conditions } of statements) {
    const statement = `A statement of ${roleArn} on ${actions.join(', ')}`;
    const noAction = actions.find((action) => !/^(\*|[a-z0-9-]+:[\w*?]+)$/i.test(action));
    if (noAction !== undefined) throw new StackError(`${statement} names ${noAction}, which is no action.`);
    const noArn = resources.find((resource) => !isResource(resource));
    if (noArn !== undefined) {
      throw new StackError(
        `${statement} names the resource ${noArn}, which is no full ARN: write it as one.`,
      );
    }
    for (const [name, keys] of Object.entries(conditions)) checkCondition(statement, name, keys, supplied);
  }
}

function checkCondition(
  statement: string,
  name: string,
  keys: Record<string, string[]>,
  supplied: string[],
): void {
  if (operators[name] === undefined) {
    throw new StackError(`${statement} has the condition ${name}, which the local stack does not evaluate.`);
  }
  const unknown = Object.keys(keys).find((key) => !supplied.includes(key.toLowerCase()));
  if (unknown === undefined) return;
  throw new StackError(
    `${statement} asks for the condition key ${unknown}, which the local stack never supplies: ` +
      'supply it in infra/local/aws/required-grants.ts, or leave the condition out.',
  );
}

function isResource(resource: string): boolean {
  return resource === '*' || /^arn:[^:]*:[^:]*:[^:]*:[^:]*:.+$/.test(resource);
}

function someValue(
  supplied: readonly string[] | undefined,
  wanted: string[],
  matcher: (value: string, wanted: string) => boolean,
): boolean {
  return supplied?.some((value) => wanted.some((one) => matcher(value, one))) ?? false;
}

function everyValue(
  supplied: readonly string[] | undefined,
  wanted: string[],
  matcher: (value: string, wanted: string) => boolean,
): boolean {
  return supplied?.every((value) => wanted.some((one) => matcher(value, one))) ?? true;
}

const patterns = new Map<string, RegExp>();

/** IAM's wildcards: `*` any characters, `?` exactly one. */
export function matches(value: string, pattern: string): boolean {
  if (!/[*?]/.test(pattern)) return value === pattern;
  let compiled = patterns.get(pattern);
  if (compiled === undefined) {
    const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    compiled = new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
    patterns.set(pattern, compiled);
  }
  return compiled.test(value);
}
