import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createDigest } from '../../functions/digest/handler.ts';
import { catchOutput } from '../support/caught-output.ts';
import { date } from '../support/rules.ts';
import { World } from '../support/world.ts';

/** What the function writes in one run on a morning after a complaint came in, and whether the run ended well. */
async function run({ served = ['day-zero'], breaks = false, isSlow = false } = {}) {
  const world = new World('2026-12-23T15:00:00Z');
  const reference = await world.receiveOne();
  if (breaks) await world.change(reference, {}, { policyEffectiveFrom: date('1999-01-01') });
  world.now = '2026-12-24T07:30:00.000Z' as typeof world.now;
  const { store, register, rules, clock } = world;
  const handler = createDigest({ store, register, rules, clock, served: new Set(served) });
  // no time passes, or all of it before the first complaint is read
  const remaining = isSlow ? [300_000] : [];
  const context = {
    awsRequestId: 'request-1',
    getRemainingTimeInMillis: () => remaining.shift() ?? (isSlow ? 0 : 300_000),
  } as Context;
  const { value: ended, written } = await catchOutput(async () =>
    handler({}, context).then(
      () => 'well',
      () => 'in an error',
    ),
  );
  const lines = written.trim().split('\n');
  return { reference, ended, lines: lines.map((line) => JSON.parse(line)) };
}

const owed = { level: 'info', message: 'digests-owed', complaints: 1, owed: 1, failed: 0, finished: true };

describe('a run of the digest', () => {
  it('says what it owes, and beats', async () => {
    const { ended, lines } = await run();
    expect(ended).toBe('well');
    expect(lines).toMatchObject([owed, { function: 'digest', Heartbeat: 1 }]);
  });

  it('that could not look at something names it, owes the rest, and ends in an error without a beat', async () => {
    const broken = await run({ breaks: true, served: ['gone', 'day-zero'] });
    expect(broken.ended).toBe('in an error');
    expect(broken.lines).toMatchObject([
      { level: 'error', message: 'digest-without-landlord', landlord: 'gone' },
      { level: 'error', message: 'digest-without-complaint', complaint: broken.reference },
      { ...owed, owed: 0, failed: 2 },
      { message: 'invocation-failed', request: 'request-1' },
    ]);
  });

  it('that runs out of time owes nothing, and ends in an error for Lambda to try again', async () => {
    const { ended, lines } = await run({ isSlow: true });
    expect(ended).toBe('in an error');
    expect(lines).toMatchObject([
      { ...owed, complaints: 0, owed: 0, finished: false },
      { message: 'invocation-failed' },
    ]);
  });
});
