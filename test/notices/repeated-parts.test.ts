import { describe, expect, it } from 'vitest';
import { placeholdersOf, renderNotice } from '../../shared/notices/render.ts';

describe('a repeated part', () => {
  const answer = `# About {{reference}}

Before.

{{#points}}

## {{points.definition}}

{{points.reasons}}

- **Remedy:** {{points.remedy}}

{{/points}}

After {{reference}}.
`;
  const two = {
    reference: 'R-1',
    'points.0.definition': 'The lift',
    'points.0.reasons': 'It broke.',
    'points.0.remedy': 'A new lift.',
    'points.1.definition': 'The heating',
    'points.1.reasons': '',
    'points.1.remedy': 'None.',
  };

  it('comes once for each of its values, in their order', () => {
    const { text, html } = renderNotice(answer, two);
    expect(text).toBe(`Before.

The lift
--------

It broke.

- Remedy: A new lift.

The heating
-----------

- Remedy: None.

After R-1.
`);
    expect(html.match(/<h2>.*<\/h2>/g)).toEqual(['<h2>The lift</h2>', '<h2>The heating</h2>']);
    expect(html).not.toMatch(/\{\{|\}\}/);
  });

  it('comes ten times and more in the order of their numbers', () => {
    const values = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`points.${index}.x`, `${index}`]),
    );
    const { text } = renderNotice('# A\n\n{{#points}}\n\n{{points.x}}\n\n{{/points}}', values);
    expect(text).toBe('0\n\n1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n7\n\n8\n\n9\n\n10\n\n11\n');
  });

  it('is absent where there is none', () => {
    expect(renderNotice(answer, { reference: 'R-1' }).text).toBe('Before.\n\nAfter R-1.\n');
  });

  it('names its placeholders as they are written in it', () => {
    expect(placeholdersOf(answer)).toEqual([
      'reference',
      'points.definition',
      'points.reasons',
      'points.remedy',
    ]);
  });

  it('stands beside another', () => {
    const both = '# A\n\n{{#a}}\n\n{{a.x}}\n\n{{/a}}\n\n{{#b}}\n\n{{b.x}}\n\n{{/b}}';
    expect(renderNotice(both, { 'a.0.x': '1', 'b.0.x': '2', 'b.1.x': '3' }).text).toBe('1\n\n2\n\n3\n');
  });

  it.each<[string, string, Record<string, string>, string]>([
    [
      'a value of the second that is not given',
      '# A\n\n{{#points}}\n\n{{points.x}}\n\n{{/points}}',
      { 'points.0.x': '1', 'points.1.y': '2' },
      '{{points.1.x}}',
    ],
    ['no end', '# A\n\n{{#points}}\n\n{{points.x}}', {}, 'is not closed'],
    ['no beginning', '# A\n\n{{points.x}}\n\n{{/points}}', { 'points.x': '' }, 'not opened'],
    ['another in it', '# A\n\n{{#points}}\n\n{{#b}}\n\n{{/b}}\n\n{{/points}}', {}, 'stands in another'],
  ])('with %s is a fault', (_, wrong, values, message) => {
    expect(() => renderNotice(wrong, values)).toThrow(message);
  });

  it('is never begun by a value', () => {
    const values = { reference: '{{#points}}', note: '{{/points}}', 'points.0.x': '1', 'points.1.x': '2' };
    expect(renderNotice('# A\n\n{{reference}}\n\nonce\n\n{{note}}', values).text).toBe(
      '{{#points}}\n\nonce\n\n{{/points}}\n',
    );
  });
});
