import { readFileSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Zones a day ahead of London and most of one behind: whatever counts by the zone of the machine comes out differently there. */
const zones = ['Pacific/Kiritimati', 'America/Los_Angeles'];

/** What takes minutes begins first: a short file in bytes, begun last, would run alone while the other core waits. */
const longest = [
  '/journeys/time',
  '/journeys/start',
  '/journeys/',
  '/infra/',
  '/domain/histories',
  '/ports/',
];

/**
 * Tests of plain functions, which change nothing of their process: taken one after another in the same one. Importing
 * the same modules again for each of 240 files took two thirds of their time.
 */
const plain = 'test/{api,calendar,contracts,domain,notices,use-cases}/**/*.test.ts';
const elsewhere = 'test/domain/edge-zone.test.ts';

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((part) => moduleId.includes(part));
      return found === -1 ? longest.length : found;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

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
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'apart',
          globalSetup: ['test/support/databases.ts'],
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, plain],
        },
      },
      {
        extends: true,
        test: {
          name: 'together',
          include: [plain],
          exclude: [...configDefaults.exclude, elsewhere],
          isolate: false,
        },
      },
      ...zones.map((zone) => ({
        extends: true as const,
        test: {
          name: zone,
          include: ['test/{domain,use-cases}/**/*.test.ts'],
          // half a minute of random histories, whose steps the rest takes one by one; and mail, which goes by instants
          exclude: [
            ...configDefaults.exclude,
            'test/domain/histories.test.ts',
            'test/use-cases/{forecast,mail-caps,mail-event-orders,send-circuit,send-outage,send-pace}.test.ts',
          ],
          env: { TZ: zone },
          provide: { zone },
          isolate: false,
        },
      })),
    ],
  },
});
