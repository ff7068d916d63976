import { nearestOf } from './nearest.ts';

/** Something that a wording may not have, or does not have, in words for whoever wrote it. */
export interface WordingProblem {
  line: number;
  problem: string;
}

const marker = /^\{\{([#/])(\w+)\}\}$/;
const placeholder = /\{\{([\w.]+)\}\}/g;

/** whatever stands in double brackets, rightly written or not */
const meant = /\{\{([^{}#/]*)\}\}/g;

/** A repeated part that begins, as it is called and as it is written. */
interface Opened {
  part: string;
  written: string;
  line: number;
}

/** Placeholders that no notice of the kind has a value for, each name once however often it stands there. */
export function findUnknown(template: string, placeholders: readonly string[]): WordingProblem[] {
  const lines = new Map<string, Set<number>>();
  for (const [index, text] of template.split('\n').entries()) {
    for (const [, name = ''] of text.matchAll(placeholder))
      if (!placeholders.includes(name)) lines.set(name, (lines.get(name) ?? new Set()).add(index + 1));
  }
  return [...lines].map(([name, at]) => {
    const [line = 1, ...more] = at;
    const also = more.length > 0 ? ` It stands in line ${more.join(' and in line ')} too.` : '';
    return {
      line,
      problem: `There is no {{${name}}} in this notice. ${sayMeant(name, placeholders)}${also}`,
    };
  });
}

function sayMeant(name: string, placeholders: readonly string[]): string {
  const nearest = nearestOf(name, placeholders);
  if (nearest !== undefined) return `Write {{${nearest}}} if you mean that.`;
  return `Use one of these: ${placeholders.map((each) => `{{${each}}}`).join(' ')}`;
}

/** The template as whoever misspelt a name in it meant it, so that nothing else is said because of the name. */
export function correctNames(template: string, placeholders: readonly string[]): string {
  return template.replace(meant, (_, written: string) => {
    const name = written.trim();
    const known = placeholders.includes(name) ? name : nearestOf(name, placeholders);
    return known === undefined ? name : `{{${known}}}`;
  });
}

/** Repeated parts that do not fit together, and brackets that do not. */
export function findMisplaced(template: string, placeholders: readonly string[]): WordingProblem[] {
  const parts = new Set(placeholders.filter((name) => name.includes('.')).map(partOf));
  let open: Opened | undefined;
  const problems = template.split('\n').flatMap((text, index) => {
    const line = index + 1;
    const [, side, part = ''] = marker.exec(text) ?? [];
    if (side === undefined)
      return findInLine(text, placeholders, open?.part).map((problem) => ({ line, problem }));
    const problem = side === '#' ? judgeOpening(part, parts, open) : judgeClosing(part, open);
    open = side === '#' ? { part: nearestOf(part, [...parts]) ?? part, written: part, line } : undefined;
    return problem === undefined ? [] : [{ line, problem }];
  });
  if (!open) return problems;
  const { written, line } = open;
  return [
    ...problems,
    { line, problem: `The repeated part {{#${written}}} is not closed. Put {{/${written}}} after it.` },
  ];
}

function partOf(name: string): string {
  return name.split('.')[0] ?? '';
}

function judgeOpening(part: string, parts: ReadonlySet<string>, open: Opened | undefined) {
  if (open)
    return `{{#${part}}} begins before {{/${open.written}}}. Close that one first: parts do not stand in each other.`;
  if (parts.has(part)) return undefined;
  const there = [...parts].map((each) => `{{#${each}}}`).join(', ');
  return `There is no repeated part {{#${part}}} in this notice. ${there ? `There is ${there}.` : 'It has none.'}`;
}

function judgeClosing(part: string, open: Opened | undefined) {
  if (open?.part === part || open?.written === part) return undefined;
  return open
    ? `{{/${part}}} does not close {{#${open.written}}}. Give both the same name.`
    : `{{/${part}}} closes nothing. Put {{#${part}}} on a line of its own before it.`;
}

function findInLine(text: string, placeholders: readonly string[], open: string | undefined): string[] {
  const names = [...text.matchAll(placeholder)].map(([, name]) => name ?? '');
  const misplaced = names.flatMap((name) => judgePlace(name, placeholders, open) ?? []);
  // whatever braces are left were meant for a placeholder
  return /[{}]/.test(text.replace(placeholder, ''))
    ? [
        ...misplaced,
        'A placeholder is written {{name}}, and a repeated part {{#name}} on a line of its own. Correct the brackets.',
      ]
    : misplaced;
}

function judgePlace(name: string, placeholders: readonly string[], open: string | undefined) {
  if (placeholders.includes(name) && name.includes('.') && partOf(name) !== open)
    return `{{${name}}} can only stand between {{#${partOf(name)}}} and {{/${partOf(name)}}}. Put it there.`;
  return undefined;
}
