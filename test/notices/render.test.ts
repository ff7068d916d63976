import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeholdersOf, renderNotice } from '../../shared/notices/render.ts';

const template = `# About {{reference}}

Hello,

**Promise:** by {{dueOn}}.

{{note}}

## Why

- first {{reference}}
- then {{dueOn}}

{{note}} {{other}}
`;

const values = { reference: 'R-1', dueOn: 'Monday', note: 'mind the gap', other: 'twice' };

describe('a template', () => {
  it('names its placeholders, each once', () => {
    expect(placeholdersOf(template)).toEqual(['reference', 'dueOn', 'note', 'other']);
    expect(placeholdersOf('# nothing')).toEqual([]);
  });

  it('becomes a subject and a text without markup', () => {
    expect(renderNotice(template, values)).toMatchObject({
      subject: 'About R-1',
      text: `Hello,

Promise: by Monday.

mind the gap

Why
---

- first R-1
- then Monday

mind the gap twice
`,
    });
  });

  it('becomes a page of the same words, its subject the title and the only top heading', () => {
    const { html } = renderNotice(template, values);
    expect(html).toContain('<title>About R-1</title>');
    expect(html).toContain('<h1>About <span class="whole">R-1</span></h1>');
    expect(html).toContain('<p><strong>Promise:</strong> by Monday.</p>');
    expect(html).toContain('<h2>Why</h2>');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
  });

  it.each([
    ['no heading', 'Hello {{reference}}', 'begins with a heading'],
    ['nothing at all', '', 'begins with a heading'],
    ['a value that is not given', '# A {{surprise}}', '{{surprise}}'],
    ['a quotation', '# A\n\n> wise words', 'cannot contain a blockquote'],
    ['markup of its own', '# A\n\n<b>bold</b>\n<div>x</div>\n\n<div>y</div>', 'cannot contain a html'],
    ['a table', '# A\n\n|a|b|\n|-|-|\n|1|2|', 'cannot contain a table'],
  ])('with %s is a fault', (_, wrong, message) => {
    expect(() => renderNotice(wrong, values)).toThrow(message);
  });
});

describe('a line break in a value', () => {
  it.each(['\n', '\r\n', '\r'])('%j stays in the text and breaks the line on the page', (lineBreak) => {
    const { text, html } = renderNotice('# A\n\n{{note}}', { note: `one${lineBreak}two` });
    expect(text).toBe(`one${lineBreak}two\n`);
    expect(html).toContain('<p>one<br>two</p>');
  });

  it('does not break a subject', () => {
    const { subject, html } = renderNotice('# A {{note}}', { note: 'x\r\nBcc: all@example.com\ny' });
    expect(subject).toBe('A x Bcc: all@example.com y');
    expect(html).toContain('<title>A x Bcc: all@example.com y</title>');
  });
});

describe('a paragraph of empty values', () => {
  it('vanishes from text and page, with no gap where it stood', () => {
    const { text, html } = renderNotice(template, { ...values, note: '', other: '' });
    expect(text).toBe('Hello,\n\nPromise: by Monday.\n\nWhy\n---\n\n- first R-1\n- then Monday\n');
    expect(html).not.toContain('<p></p>');
    expect(html).not.toMatch(/<p>\s*<\/p>/);
  });

  it('stays where one of its values is given', () => {
    expect(renderNotice(template, { ...values, note: '' }).text).toMatch(/\n\n twice\n$|\n\ntwice\n$/);
  });
});

const nasty = fc.oneof(
  fc.constantFrom(
    '# heading',
    '\n\n# heading\n\n',
    'x\n---',
    '[click](https://evil.example)',
    '![pixel](https://evil.example/p.png)',
    'https://evil.example',
    '<https://evil.example>',
    '<script>alert(1)</script>',
    '</title><script>',
    '" onmouseover="x',
    "' x='",
    '**bold** _em_ `code`',
    '- item\n- item',
    '> quote',
    '{{reference}}',
    '{{dueOn}}{{surprise}}',
    '$&$1$`',
    '&lt;b&gt;',
    '| a | b |\n|---|---|',
    '\r\n\r\n## heading',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Tags in a page, with their attributes; line breaks apart, which a value may have. */
const tagsOf = (html: string) => html.replaceAll('<br>', '').match(/<[^>]*>/g) ?? [];

describe('a value', () => {
  it('never becomes markup, heading, link or list: the page has the same tags whatever it is', () => {
    const plain = tagsOf(renderNotice(template, values).html);
    fc.assert(
      fc.property(nasty, nasty, (dueOn, note) => {
        const { html } = renderNotice(template, { ...values, dueOn, note: `.${note}` });
        expect(tagsOf(html)).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  it('is written out to the letter, never read as a placeholder', () => {
    fc.assert(
      fc.property(nasty, (note) => {
        const { text } = renderNotice('# A\n\n.{{note}}', { ...values, note });
        expect(text).toBe(`.${note}\n`);
      }),
      { numRuns: 300 },
    );
  });

  it('reads on the page as it was given, once entities and line breaks are undone', () => {
    fc.assert(
      fc.property(nasty, (note) => {
        const { html } = renderNotice('# A\n\n.{{note}}.', { ...values, note });
        const [, shown = ''] = html.match(/<p>\.([\s\S]*)\.<\/p>/) ?? [];
        expect(undoEntities(shown.replaceAll('<br>', '\n'))).toBe(note.replaceAll(/\r\n?/g, '\n'));
      }),
      { numRuns: 300 },
    );
  });

  it('cannot break out of the title', () => {
    const { html } = renderNotice('# A {{note}}', { note: 'x</title><script>alert(1)</script>' });
    expect(html).toContain('<title>A x&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>');
    expect(html).not.toContain('<script>');
  });
});

function undoEntities(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}
