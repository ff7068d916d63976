import { marked, type Token, type Tokens } from 'marked';
import type { RenderedNotice } from '../domain/notices.ts';

const placeholder = /\{\{([\w.]+)\}\}/g;
const repeatedPart = /^\{\{#(\w+)\}\}$([\s\S]*?)^\{\{\/\1\}\}$/gm;
const lineBreak = /\r\n|\r|\n/g;

/** Names of the placeholders in a template, each once; those of a repeated part as they are written in it. */
export function placeholdersOf(template: string): string[] {
  return [...new Set([...template.matchAll(placeholder)].map(([, name]) => name ?? ''))];
}

/**
 * Writes a notice out. Values are put in after the Markdown is read, so that nothing in them becomes a heading, a link
 * or markup; their line breaks stay. A paragraph that consists of empty values only is left out.
 *
 * What stands between `{{#points}}` and `{{/points}}`, each a line of its own with an empty line around it, is repeated
 * for `points.0.…`, `points.1.…` and so on among the values; `{{points.definition}}` in it names the value
 * `points.0.definition`, then `points.1.definition`. Without such values the part is absent. Parts are not nested.
 *
 * @throws Error where the template names a value that is not given, or has no heading for its subject
 */
export function renderNotice(template: string, values: Record<string, string>): RenderedNotice {
  const fill = (text: string, write: (value: string, name: string) => string) =>
    text.replace(placeholder, (_, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) throw new Error(`the template names {{${name}}}, for which there is no value`);
      return write(value, name);
    });
  const plain = (text: string) => fill(text, (value) => value);

  const read = marked.lexer(repeatParts(template, Object.keys(values)));
  const tokens = read
    .filter((token) => token.type !== 'space' && !isEmpty(token, plain))
    .filter((token, index, all) => !headsNothing(token, all[index + 1]));
  const [heading] = tokens;
  if (heading?.type !== 'heading') throw new Error('a template begins with a heading, which is its subject');
  // A subject is one line, whatever stands in it.
  const subject = plain(heading.text).replace(lineBreak, ' ');
  return {
    subject,
    text: `${tokens
      .slice(1)
      .map((token) => writeText(token, plain))
      .join('\n\n')}\n`,
    html: page(escapeHtml(subject), fill(marked.parser(tokens), writeHtml)),
  };
}

function repeatParts(template: string, names: readonly string[]): string {
  return refuseMarkers(
    template.replace(repeatedPart, (_, part: string, content: string) => {
      refuseMarkers(content);
      const numbered = Array.from({ length: countOf(part, names) }, (_item, index) =>
        content.replaceAll(`{{${part}.`, `{{${part}.${index}.`),
      );
      return numbered.join('');
    }),
  );
}

function refuseMarkers(template: string): string {
  const marker = template.match(/\{\{[#/]\w*\}\}/);
  if (marker)
    throw new Error(`the repeated part at ${marker[0]} is not closed, not opened, or stands in another`);
  return template;
}

/** How often a part comes: as often as the values number it. */
function countOf(part: string, names: readonly string[]): number {
  const numbers = names.flatMap((name) => {
    const [first, number] = name.split('.');
    return first === part ? [Number(number)] : [];
  });
  return Math.max(-1, ...numbers) + 1;
}

function isEmpty(token: Token, plain: (text: string) => string): boolean {
  return token.type === 'paragraph' && plain((token as Tokens.Paragraph).text).trim() === '';
}

/** A heading whose paragraphs were all left out; the first is the subject and stays. */
function headsNothing(token: Token, next: Token | undefined): boolean {
  if (token.type !== 'heading' || (token as Tokens.Heading).depth === 1) return false;
  return next === undefined || next.type === 'heading';
}

function writeText(token: Token, plain: (text: string) => string): string {
  switch (token.type) {
    case 'heading': {
      const text = plain(writeInline((token as Tokens.Heading).tokens)).replace(lineBreak, ' ');
      return `${text}\n${'-'.repeat(text.length)}`;
    }
    case 'paragraph':
      return plain(writeInline((token as Tokens.Paragraph).tokens));
    case 'list':
      return (token as Tokens.List).items.map((item) => `- ${plain(writeInline(item.tokens))}`).join('\n');
    default:
      throw new Error(`a notice cannot contain a ${token.type}`);
  }
}

function writeInline(tokens: Token[]): string {
  return tokens
    .map((token) =>
      'tokens' in token && token.tokens ? writeInline(token.tokens) : 'text' in token ? token.text : '',
    )
    .join('');
}

/**
 * The link is the one value that is an address to follow, made by us and by nobody else. Words are otherwise sent as they
 * were typed, though a mail program may make a link of an address in them: no mail that a stranger causes repeats any,
 * and of what staff send the record must be what was read.
 */
function writeHtml(value: string, name: string): string {
  if (name === 'link') return `<a href="${escapeHtml(value)}">${escapeHtml(value)}</a>`;
  return escapeHtml(value).replace(lineBreak, '<br>');
}

function escapeHtml(value: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body style="font: 1.1rem/1.5 Arial, Helvetica, sans-serif; max-width: 38rem; margin: 0 auto; padding: 1rem">
${body}</body>
</html>
`;
}
