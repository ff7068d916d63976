import type * as z from 'zod/mini';

/** What is wrong in a policy file, in words for somebody who writes one by hand. */

type Issue = z.core.$ZodIssue;

/** Where the schema has no words of its own. */
const noWords = 'Invalid input';

const typeNames: Record<string, string> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

const formatNames: Record<string, string> = { email: 'an email address' };

/** One line for each thing that is wrong: its path, what was expected, and what was found. */
export function sayProblems(issue: Issue): string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) =>
        `${sayPath([...issue.path, key])}: expected no field of that name, but it is ${sayFound(fieldOf(issue.input, key))}`,
    );
  }
  return [`${sayPath(issue.path)}: expected ${sayExpected(issue)}, but it is ${sayFound(issue.input)}`];
}

/** `versions[0].recipients["senior-lead"]` */
function sayPath(path: readonly PropertyKey[]): string {
  const said = path.map((key) => {
    if (typeof key === 'number') return `[${key}]`;
    return /^[A-Za-z_]\w*$/.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(key)}]`;
  });
  return said.join('').replace(/^\./, '') || 'the whole policy';
}

function sayExpected(issue: Issue): string {
  if (issue.message !== noWords) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return sayChoice(issue.values);
    case 'too_small':
      return saySmallest(issue);
    case 'invalid_format':
      return formatNames[issue.format] ?? `the format ${issue.format}`;
    default:
      return 'something else';
  }
}

function sayChoice(values: readonly unknown[]): string {
  const said = values.map((value) => JSON.stringify(value));
  return said.length === 1 ? `${said}` : `one of ${said.join(', ')}`;
}

function saySmallest({ origin, minimum }: Extract<Issue, { code: 'too_small' }>): string {
  if (origin === 'string') return 'a text that is not empty';
  if (origin === 'array') return `a list with at least ${minimum} in it`;
  return `a whole number of at least ${minimum}`;
}

function fieldOf(input: unknown, key: string): unknown {
  return (input as Record<string, unknown> | undefined)?.[key];
}

const longestFound = 60;

function sayFound(input: unknown): string {
  if (input === undefined) return 'missing';
  if (Array.isArray(input)) return `a list of ${input.length}`;
  if (typeof input === 'object' && input !== null) return 'an object';
  const found = JSON.stringify(input);
  return found.length > longestFound ? `${found.slice(0, longestFound)}…` : found;
}
