import { readFileSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

/** Zones a day ahead of London and most of one behind: whatever counts by the zone of the machine comes out differently there. */
const zones = ['Pacific/Kiritimati', 'America/Los_Angeles'];

export default defineConfig({
  plugins: [
    {
      // The notices' wording is Markdown, imported as text as the bundler does.
      name: 'markdown-as-text',
      enforce: 'pre',
      load: (id) =>
        id.endsWith('.md') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))};` : undefined,
    },
  ],
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/domain/edge-zone.test.ts'],
        },
      },
      ...zones.map((zone) => ({
        extends: true as const,
        test: {
          name: zone,
          include: ['test/{domain,use-cases}/**/*.test.ts'],
          // half a minute of random histories, whose steps the rest takes one by one
          exclude: [...configDefaults.exclude, 'test/domain/histories.test.ts'],
          env: { TZ: zone },
          provide: { zone },
          isolate: false,
        },
      })),
    ],
  },
});
