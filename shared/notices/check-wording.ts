import { marked, type Token, type Tokens } from 'marked';
import { complaintNoticeKinds, enquiryNoticeKinds } from '../domain/notices.ts';
import { correctNames, findMisplaced, findUnknown, type WordingProblem } from './check-placeholders.ts';
import type { Mandatory } from './mandatory.ts';
import { plainLines } from './text.ts';
import { type Fragment, fragments, type NoticeKind, wordingRule } from './wording-rules.ts';

/**
 * All that keeps a wording from being used. Anything that it could do but repeat words and say named values is refused:
 * a picture or a link tells whoever sent it that it was opened, and where.
 *
 * @param isEnglish whether it is held to words that must be said, beside the placeholders
 */
export function checkWording(kind: NoticeKind, saved: string, isEnglish = true): WordingProblem[] {
  const template = plainLines(saved);
  const lost = findLost(template);
  if (lost.length > 0) return lost;
  const { placeholders, mandatory } = wordingRule(kind);
  const corrected = correctNames(template, placeholders);
  const others = [
    ...findSubject(kind, corrected),
    ...findForeign(template),
    ...findMarkup(template),
    ...findMisplaced(template, placeholders),
    ...findMissing(corrected, mandatory, isEnglish),
  ];
  // a misspelt name first: it is what most of the others may come from
  return [...findUnknown(template, placeholders), ...others.toSorted((one, other) => one.line - other.line)];
}

/** All that keeps a part of many notices from being used. */
export function checkFragment(name: Fragment, saved: string): WordingProblem[] {
  const text = plainLines(saved);
  const { placeholders } = fragments[name];
  return [
    ...findUnknown(text, placeholders),
    ...findLost(text),
    ...findForeign(text),
    ...findMarkup(text),
    ...findMisplaced(text, placeholders),
  ];
}

/** Whether every character was made out: what was not has another put in its place. */
export function isLegible(text: string): boolean {
  return !text.includes('\uFFFD');
}

function findLost(template: string): WordingProblem[] {
  const line = template.split('\n').findIndex((text) => !isLegible(text)) + 1;
  if (line === 0) return [];
  const problem =
    'A character cannot be read. Open the file where it was written, and save it with the encoding UTF-8.';
  return [{ line, problem }];
}

/** Values that never hold what somebody typed: what stands in a subject is read on a locked screen. */
const inSubject = ['reference', 'into', 'task', 'position', 'dueOn', 'who', 'horizon', 'version', 'summary'];

function findSubject(kind: NoticeKind, template: string): WordingProblem[] {
  const lines = template.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const subject = lines[first] ?? '';
  if (!/^# \S/.test(subject)) {
    return [
      {
        line: first + 1 || 1,
        problem:
          'The subject is missing. Begin the file with a line such as “# We have your complaint {{reference}}”.',
      },
    ];
  }
  const isAbout = [...complaintNoticeKinds, ...enquiryNoticeKinds].some((each) => each === kind);
  const quotes = isAbout && !subject.includes('{{reference}}');
  const typed = namesIn(subject).filter((name) => !inSubject.includes(name));
  const more = lines.flatMap((line, index) => (index > first && /^# /.test(line) ? [index + 1] : []));
  return [
    ...(quotes
      ? [{ line: first + 1, problem: 'The subject does not quote {{reference}}. Put it there.' }]
      : []),
    ...typed.map((name) => ({
      line: first + 1,
      problem: `{{${name}}} cannot stand in the subject, which others can see on a screen. Say it further down.`,
    })),
    ...more.map((line) => ({ line, problem: 'There is one subject only. Begin other headings with “## ”.' })),
  ];
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/\{\{([\w.]+)\}\}/g)].map(([, name]) => name ?? '');
}

/** What can be drawn or followed, wherever it stands. */
const foreign: [RegExp, string][] = [
  [/!\[/, 'A notice has no pictures. Say it in words.'],
  [/\]\(|\]\[|^\[[^\]]*\]:/, 'A notice has no links. Say it in words.'],
  [/\b(?:https?|ftp|mailto|tel):|\bwww\./i, 'A notice has no links of its own. Leave the address out.'],
  [/<[a-z/!]/i, 'There is HTML in it. Leave it out: a notice is plain words.'],
  [/&[a-z]+;|&#\d+;/i, 'There is HTML in it. Write the character itself.'],
];

function findForeign(template: string): WordingProblem[] {
  return template.split('\n').flatMap((text, index) => {
    const [first] = foreign.filter(([pattern]) => pattern.test(text));
    return first ? [{ line: index + 1, problem: first[1] }] : [];
  });
}

const known: Record<string, (token: Token) => boolean> = {
  space: () => true,
  heading: () => true,
  paragraph: () => true,
  list: (token) =>
    !(token as Tokens.List).ordered &&
    (token as Tokens.List).items.every(({ tokens }) => !tokens.some(({ type }) => type === 'list')),
  // found by its line, with better words
  html: () => true,
  def: () => true,
};

/** Each kind of notice is written from headings, paragraphs and lists; a number before a point is read as a date. */
function findMarkup(template: string): WordingProblem[] {
  let line = 1;
  return marked.lexer(template).flatMap((token) => {
    const at = line;
    line += token.raw.split('\n').length - 1;
    if (known[token.type]?.(token)) return [];
    return [
      {
        line: at,
        problem:
          'Only headings (“## ”), paragraphs and lists (“- ”, one deep) can be written here. Make it one of these.',
      },
    ];
  });
}

function findMissing(
  template: string,
  mandatory: readonly Mandatory[],
  isEnglish: boolean,
): WordingProblem[] {
  const said = new Set(namesIn(template));
  const words = template.replaceAll(/\s+/g, ' ');
  const isSaid = ({ says }: Mandatory) =>
    typeof says === 'string' ? said.has(says) : !isEnglish || says.test(words);
  return mandatory
    .filter((each) => !isSaid(each))
    .map(({ says, what, clause }) => {
      const because =
        clause === undefined ? 'no reader can do without it' : `the Code, ${clause}, wants it said`;
      const toDo =
        typeof says === 'string' ? `Put {{${says}}} where it should stand` : 'Say it in your own words';
      return {
        line: template.trimEnd().split('\n').length,
        problem: `It does not say ${what}; ${because}. ${toDo}.`,
      };
    });
}
