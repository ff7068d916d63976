import { marked, type Token } from 'marked';

export const placeholder = /\{\{([\w.]+)\}\}/g;
const repeatedPart = /^\{\{#(\w+)\}\}$([\s\S]*?)^\{\{\/\1\}\}$/gm;

/** A heading, paragraph or list of a template. */
export interface Block {
  token: Token;
  /** the repeated part that it belongs to, and the turn of it */
  part?: string;
  turn?: number;
}

/**
 * Reads a template's Markdown, its repeated parts as often as the values number them.
 *
 * @throws Error where a repeated part is not closed, not opened, or stands in another
 */
export function readBlocks(template: string, names: readonly string[]): Block[] {
  let from = 0;
  const blocks: Block[] = [];
  for (const found of template.matchAll(repeatedPart)) {
    const [whole, part = '', content = ''] = found;
    blocks.push(...lex(template.slice(from, found.index)), ...repeat(part, refuseMarkers(content), names));
    from = found.index + whole.length;
  }
  return [...blocks, ...lex(template.slice(from))];
}

function lex(markdown: string): Block[] {
  return marked.lexer(refuseMarkers(markdown)).map((token) => ({ token }));
}

function repeat(part: string, content: string, names: readonly string[]): Block[] {
  const turns = Array.from({ length: countOf(part, names) }, (_, index) =>
    content.replaceAll(`{{${part}.`, `{{${part}.${index}.`),
  );
  // Items that are repeated make one list.
  if (isList(content)) return lex(turns.join(''));
  return turns.flatMap((turn, index) => lex(turn).map((block) => ({ ...block, part, turn: index })));
}

function isList(content: string): boolean {
  return marked.lexer(content).every(({ type }) => type === 'list' || type === 'space');
}

function refuseMarkers(markdown: string): string {
  const marker = markdown.match(/\{\{[#/]\w*\}\}/);
  if (marker)
    throw new Error(`the repeated part at ${marker[0]} is not closed, not opened, or stands in another`);
  return markdown;
}

/** How often a part comes: as often as the values number it. */
function countOf(part: string, names: readonly string[]): number {
  const numbers = names.flatMap((name) => {
    const [first, number] = name.split('.');
    return first === part ? [Number(number)] : [];
  });
  return Math.max(-1, ...numbers) + 1;
}
