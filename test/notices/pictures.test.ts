import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../docs/notices');
const shown = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(
  ([, file = '']) => file,
);

describe('the pictures of the notices', () => {
  it('are those that the page beside them shows', () => {
    expect(shown).toHaveLength(38);
    expect(readdirSync(folder).filter((name) => name.endsWith('.webp'))).toEqual(shown.toSorted());
  });

  it.each(shown)('%s is small', (name) => {
    expect(statSync(join(folder, name)).size).toBeLessThan(100_000);
  });
});
