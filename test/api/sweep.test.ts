import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { writeMetrics } from '../../functions/middleware/log.ts';
import { createSweep } from '../../functions/sweep/handler.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { catchOutput } from '../support/caught-output.ts';
import { storeWith, World } from '../support/world.ts';

const daily = { check: 'unwatched' };
const metric = (name: string, value: number) => ({
  _aws: {
    Timestamp: Date.parse('2026-12-23T15:00:00Z'),
    CloudWatchMetrics: [
      { Namespace: 'Redress', Dimensions: [['function']], Metrics: [{ Name: name, Unit: 'Count' }] },
    ],
  },
  function: 'sweep',
  [name]: value,
});
const swept = {
  ...{ level: 'info', message: 'swept' },
  ...{ due: 0, alerts: 0, recounted: 0, setAside: 0, finished: true },
};
const sought = {
  level: 'info',
  message: 'unwatched-sought',
  open: 1,
  unwatched: 0,
  failed: 0,
  finished: true,
};

/** What the sweep writes in one run, and whether the run ended well. */
async function run(world: World, event: unknown, remaining = () => 240_000) {
  const { ports, clock } = world;
  const handler = createSweep({ ...ports, clock, served: new Set(['day-zero']) });
  const context = { awsRequestId: 'request-1', getRemainingTimeInMillis: remaining } as Context;
  const { value: ended, written } = await catchOutput(async () =>
    handler(event, context).then(
      () => 'well',
      () => 'in an error',
    ),
  );
  const lines = written.trim().split('\n');
  return { ended, lines: lines.map((line) => JSON.parse(line)) };
}

async function worldWithOne() {
  const world = new World('2026-12-23T15:00:00Z');
  const reference = await world.receiveOne();
  return { world, reference };
}

const lose = (world: World, reference: Reference) => world.change(reference, { wakeAt: undefined });

describe('a run of the sweep', () => {
  it.each([{}, null, 'tick', { check: 'else' }, { source: 'aws.events', detail: {} }])(
    'by a tick such as %j looks for nothing beside what is due',
    async (event) => {
      const { world } = await worldWithOne();
      expect((await run(world, event)).lines).toEqual([swept, metric('Heartbeat', 1)]);
    },
  );

  it('in the morning sweeps first, then looks for what waits for nothing, and writes that there is none', async () => {
    const { world } = await worldWithOne();
    expect(await run(world, daily)).toEqual({
      ended: 'well',
      lines: [swept, metric('Heartbeat', 1), sought, metric('ComplaintsUnwatched', 0)],
    });
  });

  it('names what it finds by its reference', async () => {
    const { world, reference } = await worldWithOne();
    await lose(world, reference);
    expect((await run(world, daily)).lines).toEqual([
      swept,
      metric('Heartbeat', 1),
      { level: 'info', message: 'complaint-unwatched', complaint: reference },
      { ...sought, unwatched: 1 },
      metric('ComplaintsUnwatched', 1),
    ]);
  });

  it('that has no time left for the check has beaten all the same, and does not say that there is none', async () => {
    const { world } = await worldWithOne();
    let asked = 0;
    const remaining = () => (asked++ === 0 ? 240_000 : 90_000);
    expect((await run(world, daily, remaining)).lines).toEqual([
      swept,
      metric('Heartbeat', 1),
      { ...sought, open: 0, finished: false },
    ]);
  });

  it('whose check fails has beaten, and lies in the failure queue', async () => {
    const { world } = await worldWithOne();
    world.store = storeWith(world.store, { worklist: () => Promise.reject(new Error('no reads')) });
    const { ended, lines } = await run(world, daily);
    expect(ended).toBe('in an error');
    expect(lines).toMatchObject([{ message: 'swept' }, { Heartbeat: 1 }, { message: 'invocation-failed' }]);
  });
});

describe('the metrics of one run', () => {
  it('stand in one line, each with its unit', async () => {
    const values = { OldestUnsentSeconds: 90, CircuitOpen: 0, Heartbeat: 1 };
    const { written } = await catchOutput(async () =>
      writeMetrics('send-notices', 1_798_000_000_000, values),
    );
    expect(written.split('\n')).toEqual([expect.any(String), '']);
    expect(JSON.parse(written)).toEqual({
      _aws: {
        Timestamp: 1_798_000_000_000,
        CloudWatchMetrics: [
          {
            Namespace: 'Redress',
            Dimensions: [['function']],
            Metrics: [
              { Name: 'Heartbeat', Unit: 'Count' },
              { Name: 'OldestUnsentSeconds', Unit: 'Seconds' },
              { Name: 'CircuitOpen', Unit: 'Count' },
            ],
          },
        ],
      },
      function: 'send-notices',
      OldestUnsentSeconds: 90,
      CircuitOpen: 0,
      Heartbeat: 1,
    });
  });
});
