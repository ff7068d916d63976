import { marked, type Token, type Tokens } from 'marked';
import type { RenderedNotice } from '../domain/notices.ts';

const placeholder = /\{\{(\w+)\}\}/g;

/** Names of the placeholders in a template, each once. */
export function placeholdersOf(template: string): string[] {
  return [...new Set([...template.matchAll(placeholder)].map(([, name]) => name ?? ''))];
}

/**
 * Writes a notice out. Values are put in after the Markdown is read, so that nothing in them becomes a heading, a link
 * or markup. A paragraph that consists of empty values only is left out.
 *
 * @throws Error where the template names a value that is not given, or has no heading for its subject
 */
export function renderNotice(template: string, values: Record<string, string>): RenderedNotice {
  const fill = (text: string, write: (value: string) => string) =>
    text.replace(placeholder, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`the template names {{${name}}}, for which there is no value`);
      return write(value);
    });
  const plain = (text: string) => fill(text, (value) => value);

  const tokens = marked.lexer(template).filter((token) => token.type !== 'space' && !isEmpty(token, plain));
  const [heading] = tokens;
  if (heading?.type !== 'heading') throw new Error('a template begins with a heading, which is its subject');
  const subject = plain(heading.text);
  return {
    subject,
    text: `${tokens
      .slice(1)
      .map((token) => plain(writeText(token)))
      .join('\n\n')}\n`,
    html: page(escapeHtml(subject), fill(marked.parser(tokens), escapeHtml)),
  };
}

function isEmpty(token: Token, plain: (text: string) => string): boolean {
  return token.type === 'paragraph' && plain((token as Tokens.Paragraph).text).trim() === '';
}

function writeText(token: Token): string {
  switch (token.type) {
    case 'heading': {
      const text = writeInline((token as Tokens.Heading).tokens);
      return `${text}\n${'-'.repeat(text.length)}`;
    }
    case 'paragraph':
      return writeInline((token as Tokens.Paragraph).tokens);
    case 'list':
      return (token as Tokens.List).items.map((item) => `- ${writeInline(item.tokens)}`).join('\n');
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
