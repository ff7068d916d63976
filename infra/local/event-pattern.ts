import { StackError } from './stack-error.ts';

type Pattern = Record<string, unknown>;

const anythingBut = 'anything-but';

/**
 * Refuses what the matcher below does not understand, at start: a pattern that silently matched nothing would only show
 * as an event that never arrives.
 */
export function checkPattern(pattern: Pattern, owner: string, path = ''): void {
  if (Object.keys(pattern).length === 0)
    throw new StackError(`${owner} has an empty event pattern${at(path)}.`);
  for (const [name, value] of Object.entries(pattern)) {
    const here = path === '' ? name : `${path}.${name}`;
    if (isObject(value)) checkPattern(value, owner, here);
    else if (!isListOfRules(value) || name.startsWith('$')) {
      throw new StackError(
        `${owner} has an event pattern the local stack does not know${at(here)}: only lists of exact strings and of anything-but strings are.`,
      );
    }
  }
}

/** Every field of the pattern is there, with one of the values listed; of a list in the event any element will do. */
export function matchesPattern(pattern: Pattern, event: unknown): boolean {
  if (Array.isArray(event)) return event.some((element) => matchesPattern(pattern, element));
  if (!isObject(event)) return false;
  return Object.entries(pattern).every(([name, wanted]) => matchesField(wanted, event[name]));
}

function matchesField(wanted: unknown, value: unknown): boolean {
  if (isObject(wanted)) return matchesPattern(wanted, value);
  const values = Array.isArray(value) ? value : [value];
  return Array.isArray(wanted) && wanted.some((rule) => values.some((one) => matchesRule(rule, one)));
}

/** A field that is not there is not anything else either. */
function matchesRule(rule: unknown, value: unknown): boolean {
  if (!isObject(rule)) return value === rule;
  const excluded = rule[anythingBut];
  return Array.isArray(excluded) && value !== undefined && !isObject(value) && !excluded.includes(value);
}

function isObject(value: unknown): value is Pattern {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfRules(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isRule);
}

function isRule(value: unknown): boolean {
  if (!isObject(value)) return typeof value === 'string';
  return Object.keys(value).join() === anythingBut && isListOfStrings(value[anythingBut]);
}

function isListOfStrings(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}

function at(path: string): string {
  return path === '' ? '' : ` at ${path}`;
}
