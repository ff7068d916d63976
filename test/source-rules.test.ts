import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ban, findBanned } from './support/source-bans.ts';

const root = join(import.meta.dirname, '..');

function sourcesIn(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|mts|cts|js|mjs|cjs)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  );
}

/** Uses of what is banned, as `file:line text`. */
function usesOf(bans: Ban[], files: string[]): string[] {
  return files.flatMap((file) =>
    findBanned(readFileSync(join(root, file), 'utf8'))
      .filter(({ ban }) => bans.includes(ban))
      .map(({ line, text }) => `${file}:${line} ${text}`),
  );
}

describe('the environment', () => {
  it('is read in one file of what is deployed; infrastructure has its own', () => {
    const uses = usesOf(['the environment'], sourcesIn('shared', 'functions'));
    expect(uses.map((use) => use.split(':')[0])).toEqual(['functions/middleware/environment.ts']);
  });
});

describe('time and chance', () => {
  it('are handed to domain, use cases and notices, never fetched by them', () => {
    const files = sourcesIn('shared/domain', 'shared/use-cases', 'shared/notices');
    expect(files.length).toBeGreaterThan(25);
    expect(usesOf(['the clock', 'chance', 'the environment'], files)).toEqual([]);
  });
});

describe('the search itself', () => {
  it.each<[Ban, string]>([
    ['the environment', 'process.env.SECRET'],
    ['the environment', "process['env'].SECRET"],
    ['the environment', 'globalThis.process.env'],
    ['the environment', 'const { env } = process;'],
    ['the environment', 'const { env: settings } = process;'],
    ['the environment', "import { env } from 'node:process';"],
    ['the environment', "import { env as settings } from 'process';"],
    ['the clock', 'Date.now()'],
    ['the clock', "Date['now']()"],
    ['the clock', 'const tick = Date.now;'],
    ['the clock', 'const { now } = Date;'],
    ['the clock', 'new Date()'],
    ['the clock', 'new Date'],
    ['the clock', 'Date()'],
    ['the clock', 'performance.now()'],
    ['the clock', 'process.hrtime.bigint()'],
    ['the clock', 'Temporal.Now.instant()'],
    ['the clock', "import { setTimeout } from 'node:timers/promises';"],
    ['chance', 'Math.random()'],
    ['chance', 'crypto.randomUUID()'],
    ['chance', 'globalThis.crypto.getRandomValues(bytes)'],
    ['chance', "import { randomUUID } from 'node:crypto';"],
    ['chance', "import { randomBytes as dice } from 'crypto';"],
  ])('finds %s in %s', (ban, source) => {
    expect(findBanned(`const before = 1;\n${source}`)).toMatchObject([{ ban, line: 2 }]);
  });

  it.each([
    'new Date(milliseconds)',
    'Date.parse(text)',
    'Date.UTC(2026, 0, 1)',
    "import { createHash } from 'node:crypto';",
    'ports.randomBytes(16)',
    'ports.clock()',
    'mail.env',
    '// Date.now() in a comment',
    "const text = 'process.env';",
    'const { now } = context;',
    'function at({ now }: Context) {}',
  ])('lets %s pass', (source) => {
    expect(findBanned(source)).toEqual([]);
  });
});
