import { marked, type Token, type Tokens } from 'marked';
import type { RenderedNotice } from '../domain/notices.ts';
import { escapeHtml, type Form, writePage } from './page.ts';
import { type Block, placeholder, readBlocks } from './parts.ts';
import { keepTogether, lineBreak, plainLines, writeText } from './text.ts';

/** A notice that was read: its words, to be put on a page, in a letter or in a script. */
export interface ReadNotice {
  subject: string;
  /** its words below the subject */
  text: string;
  /** the same as HTML, the subject as its heading */
  body: string;
}

/** What was written out before, and stands where a paragraph of nothing else names it. */
type Insets = Record<string, { text: string; body: string }>;

/** Names of the placeholders in a template, each once; those of a repeated part as they are written in it. */
export function placeholdersOf(template: string): string[] {
  return [...new Set([...template.matchAll(placeholder)].map(([, name]) => name ?? ''))];
}

/**
 * Writes a notice out, to be sent as a mail. Its plain text is not wrapped: a mail program does that for the width and the
 * size of print that its reader chose, and breaks of ours would stand in the middle of its lines.
 *
 * @throws Error as `readNotice`
 */
export function renderNotice(
  template: string,
  values: Record<string, string>,
  form: Form = {},
): RenderedNotice {
  const { subject, text, body } = readNotice(template, values, form);
  return { subject, text, html: writePage(subject, body, form) };
}

/**
 * Reads the Markdown of a notice. Values are put in after it is read, so that nothing in them becomes a heading, a link
 * or markup; their line breaks stay. A paragraph that consists of empty values only is left out.
 *
 * What stands between `{{#points}}` and `{{/points}}`, each a line of its own with an empty line around it, is repeated
 * for `points.0.…`, `points.1.…` and so on among the values; `{{points.definition}}` in it names the value
 * `points.0.definition`, then `points.1.definition`. Without such values the part is absent. Parts are not nested.
 *
 * @throws Error where the template names a value that is not given, or has no heading for its subject
 */
export function readNotice(
  template: string,
  values: Record<string, string>,
  form: Form = {},
  insets: Insets = {},
): ReadNotice {
  const fill = (text: string, write: (value: string, name: string) => string) =>
    text.replace(placeholder, (_, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) throw new Error(`the template names {{${name}}}, for which there is no value`);
      return write(value, name);
    });
  const plain = (text: string) => fill(text, (value) => value);

  const insetOf = ({ token }: Block) => insets[nameOnly(token) ?? ''];
  const blocks = readBlocks(plainLines(template), Object.keys(values))
    .filter((block) => block.token.type !== 'space' && (insetOf(block) || !isEmpty(block.token, plain)))
    .filter(({ token }, index, all) => !headsNothing(token, all[index + 1]?.token));
  const heading = blocks[0]?.token;
  if (heading?.type !== 'heading') throw new Error('a template begins with a heading, which is its subject');
  // A subject is one line, whatever stands in it.
  const subject = plain(heading.text).replace(lineBreak, ' ');
  const { opening } = form;
  const groups = groupByPart(blocks);
  const parts = partsOf(groups);
  const body = groups.map((group) => {
    const html = writeGroup(group, form, (each) => fill(each, writeHtml), insetOf);
    return parts.has(group[0]?.part) ? `<div class="part">\n${html}</div>\n` : html;
  });
  return {
    subject,
    text: `${[
      ...(opening ? [opening.text] : []),
      ...blocks.slice(1).map((block) => insetOf(block)?.text.trim() ?? writeText(block.token, plain)),
    ].join('\n\n')}\n`,
    body: keepTogether(body.toSpliced(1, 0, ...(opening ? [writeOpening(opening)] : [])).join('')),
  };
}

/** The blocks of one turn of a repeated part together, everything else by itself. */
function groupByPart(blocks: readonly Block[]): Block[][] {
  return blocks.reduce<Block[][]>((groups, block) => {
    const last = groups.at(-1);
    if (last && block.part && isSameTurn(block, last[0])) last.push(block);
    else groups.push([block]);
    return groups;
  }, []);
}

function isSameTurn(one: Block, other: Block | undefined): boolean {
  return one.part === other?.part && one.turn === other?.turn;
}

/** What belongs together is one element, so that no page of a letter ends within it; a paragraph is one as it is. */
function partsOf(groups: readonly Block[][]): Set<string | undefined> {
  return new Set(groups.filter(({ length }) => length > 1).map(([first]) => first?.part));
}

function writeGroup(
  group: readonly Block[],
  { topHeading = 1 }: Form,
  fill: (html: string) => string,
  insetOf: (block: Block) => { body: string } | undefined,
): string {
  return group
    .map((block) => insetOf(block)?.body ?? fill(marked.parser([lower(block.token, topHeading - 1)])))
    .join('');
}

function lower(token: Token, by: number): Token {
  return token.type === 'heading' && by > 0 ? { ...token, depth: Math.min(6, token.depth + by) } : token;
}

function writeOpening({ language, isRightToLeft, text }: NonNullable<Form['opening']>): string {
  const direction = isRightToLeft ? ' dir="rtl"' : '';
  return `<p lang="${escapeHtml(language)}"${direction}>${escapeHtml(text)}</p>\n`;
}

/** The name of the placeholder that is all there is of a paragraph. */
function nameOnly(token: Token): string | undefined {
  return token.type === 'paragraph' ? /^\{\{(\w+)\}\}$/.exec(token.text)?.[1] : undefined;
}

function isEmpty(token: Token, plain: (text: string) => string): boolean {
  return token.type === 'paragraph' && writeText(token, plain).trim() === '';
}

/** A heading whose paragraphs were all left out; the first is the subject and stays. */
function headsNothing(token: Token, next: Token | undefined): boolean {
  if (token.type !== 'heading' || (token as Tokens.Heading).depth === 1) return false;
  return next === undefined || next.type === 'heading';
}

/**
 * The link is the one value that is an address to follow, made by us and by nobody else. Words are otherwise sent as they
 * were typed, though a mail program may make a link of an address in them: no mail that a stranger causes repeats any,
 * and of what staff send the record must be what was read.
 */
function writeHtml(value: string, name: string): string {
  if (name === 'link') return `<a href="${escapeHtml(value)}">${escapeHtml(value)}</a>`;
  const html = escapeHtml(value).replace(lineBreak, '<br>');
  const pieces = wholes[name];
  return pieces ? html.replace(pieces, '<span class="whole">$&</span>') : html;
}

const numbersAndPostcodes = /\b(?:0\d{2,4}(?: \d{3,6}){1,2}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})\b/g;

/** Of our own values, what is copied down or dialled: it is not split over two lines (UKAAF). */
const wholes: Record<string, RegExp | undefined> = {
  reference: /^.+$/s,
  landlordPhone: /^.+$/s,
  landlordAddress: numbersAndPostcodes,
  supportersContact: numbersAndPostcodes,
  ombudsman: numbersAndPostcodes,
};
