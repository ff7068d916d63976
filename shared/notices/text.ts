import type { Token, Tokens } from 'marked';

export const lineBreak = /\r\n|\r|\n/g;

export const months =
  'January|February|March|April|May|June|July|August|September|October|November|December'.split('|');

const withinOne = new RegExp(
  `(?<=\\b(?:[Ss]tage|Unit|Flat)) (?=(?:[A-Z]|\\d{1,4}[A-Z]?)\\b)|(?<=\\b\\d{1,2}) (?=(?:${months.join('|')})\\b)`,
  'g',
);

/** HTML whose lines end neither within the day of a date nor before the number of a stage or a flat. */
export function keepTogether(html: string): string {
  return html.replace(withinOne, '&nbsp;');
}

/** A template whichever program saved it: Notepad begins a file with a mark of its own, and ends lines in two characters. */
export function plainLines(template: string): string {
  return template.replaceAll('\uFEFF', '').replace(lineBreak, '\n');
}

/**
 * A heading, paragraph or list as plain text.
 *
 * @throws Error where a notice cannot contain it
 */
export function writeText(token: Token, plain: (text: string) => string): string {
  switch (token.type) {
    case 'heading':
      return underline(plain(writeInline((token as Tokens.Heading).tokens)));
    case 'paragraph':
      return plain(writeInline((token as Tokens.Paragraph).tokens));
    case 'list':
      return (token as Tokens.List).items.map((item) => `- ${plain(writeInline(item.tokens))}`).join('\n');
    default:
      throw new Error(`a notice cannot contain a ${token.type}`);
  }
}

/** A heading as plain text shows it: on one line, with another below it. */
export function underline(heading: string): string {
  const text = heading.replace(lineBreak, ' ');
  return `${text}\n${'-'.repeat(text.length)}`;
}

function writeInline(tokens: Token[]): string {
  return tokens
    .map((token) =>
      'tokens' in token && token.tokens ? writeInline(token.tokens) : 'text' in token ? token.text : '',
    )
    .join('');
}
