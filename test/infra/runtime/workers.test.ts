import { afterEach, describe, expect, it, vi } from 'vitest';
import { createWorkerPool, maximumEnvironments, type WorkerPool } from '../../../infra/local/worker-pool.ts';
import { fixtureFunction, fixtureInvoker, fixtureSurroundings, start } from './fixtures/functions.ts';

const pools: WorkerPool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.stop()));
});

function setUp(bundle: 'echo' | 'misbehaving' | 'missing', timeoutSeconds = 5) {
  const surroundings = fixtureSurroundings();
  const pool = createWorkerPool(fixtureFunction(bundle, { timeoutSeconds }), surroundings);
  pools.push(pool);
  return { ...surroundings, pool };
}

async function seenBy(pool: WorkerPool, event: object = {}) {
  const result = await pool.invoke('request', JSON.stringify(event));
  if (!result.ok) throw new Error(result.failure.errorMessage);
  return JSON.parse(result.payload);
}

describe('an execution environment', () => {
  it('has the template’s environment and what Lambda sets, and nothing of this process', async () => {
    process.env.OF_THIS_PROCESS = 'yes';
    const { pool } = setUp('echo');
    const { environment, context } = await seenBy(pool);
    expect(environment).toMatchObject({
      COLOUR: 'green',
      AWS_REGION: 'eu-west-2',
      AWS_LAMBDA_FUNCTION_NAME: 'echo',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_ACCESS_KEY_ID: 'echo',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      TZ: ':UTC',
    });
    expect(environment).not.toHaveProperty('OF_THIS_PROCESS');
    expect(context).toMatchObject({ awsRequestId: 'request', functionName: 'echo', memoryLimitInMB: '512' });
    expect(context.remaining).toBeGreaterThan(4_000);
    expect(context.remaining).toBeLessThanOrEqual(5_000);
  });

  it('keeps its module state from one invocation to the next', async () => {
    const { pool } = setUp('echo');
    expect((await seenBy(pool)).invocations).toBe(1);
    expect((await seenBy(pool)).invocations).toBe(2);
  });

  it('starts afresh when it is replaced', async () => {
    const { pool } = setUp('echo');
    await seenBy(pool);
    await pool.replaceAll();
    expect((await seenBy(pool)).invocations).toBe(1);
  });

  it('is kept as it is when it is replaced before its first invocation', async () => {
    const { pool, endpoint } = setUp('echo');
    const issue = vi.spyOn(endpoint, 'credentialsFor');
    await pool.warm();
    await pool.replaceAll();
    expect((await seenBy(pool)).invocations).toBe(1);
    expect(issue).toHaveBeenCalledTimes(1);
  });
});

describe('the clock of the workers', () => {
  it('runs with the stack’s clock', async () => {
    const { pool } = setUp('echo');
    const { dates } = await seenBy(pool);
    expect(Math.abs(dates.now - start)).toBeLessThan(10_000);
  });

  it('stands at exactly the frozen instant in every worker, however the date is made', async () => {
    const { pool, clock } = setUp('echo');
    await seenBy(pool);
    const instant = Date.parse('2027-03-28T01:30:00.123Z');
    clock.freezeAt(instant);
    const all = await Promise.all([1, 2, 3, 4].map(() => seenBy(pool, { waitMs: 20 })));
    for (const { dates } of all) {
      expect(dates).toMatchObject({ now: instant, made: instant, byConstructor: instant });
      expect(Date.parse(dates.text)).toBe(Math.floor(instant / 1000) * 1000);
    }
  });

  it('leaves everything else about Date as it is', async () => {
    const { pool } = setUp('echo');
    const { dates } = await seenBy(pool);
    expect(dates).toMatchObject({
      given: '1970-01-01T00:00:00.000Z',
      isDate: true,
      utc: Date.UTC(2026, 0, 1),
    });
    expect(dates.text).toMatch(/^Wed Dec 23 2026/);
  });

  it('is moved under an invocation that is still running', async () => {
    const { pool, clock } = setUp('echo');
    await seenBy(pool);
    const running = seenBy(pool, { waitMs: 150 });
    clock.freezeAt(start + 86_400_000);
    expect((await running).dates.now).toBe(start + 86_400_000);
  });
});

describe('a busy function', () => {
  it('gets more environments, one invocation at a time each, and no more than there may be', async () => {
    const { pool } = setUp('echo');
    await seenBy(pool);
    const all = await Promise.all(Array.from({ length: 12 }, () => seenBy(pool, { waitMs: 150 })));
    const used = new Set(all.map(({ environment }) => environment.AWS_SESSION_TOKEN));
    expect(used.size).toBeGreaterThan(1);
    expect(used.size).toBeLessThanOrEqual(maximumEnvironments);
  });
});

describe('a function that goes wrong', () => {
  it('fails with what it threw', async () => {
    const { pool } = setUp('misbehaving');
    const result = await pool.invoke('request', '{"how":"throw"}');
    expect(result).toMatchObject({
      ok: false,
      failure: { errorType: 'TypeError', errorMessage: 'As asked' },
    });
  });

  it('fails after its timeout and is replaced', async () => {
    const { pool, printed } = setUp('misbehaving', 1);
    const result = await pool.invoke('request-1', '{"how":"hang"}');
    const errorMessage = 'RequestId: request-1 Error: Task timed out after 1.00 seconds';
    expect(result).toMatchObject({ ok: false, failure: { errorMessage } });
    expect(await pool.invoke('request-2', '{}')).toEqual({ ok: true, payload: '{"ok":true}' });
    expect(printed).toEqual(['misbehaving: well behaved']);
  });

  it.each(['exit', 'crash'])('fails when its runtime ends by itself, and is replaced: %s', async (how) => {
    const { pool } = setUp('misbehaving');
    const result = await pool.invoke('request', JSON.stringify({ how }));
    expect(result).toMatchObject({ ok: false, failure: { errorType: 'Runtime.ExitError' } });
    expect(await pool.invoke('request', '{}')).toMatchObject({ ok: true });
  });

  it('fails when its environment is killed', async () => {
    const { pool } = setUp('echo');
    const { environment } = await seenBy(pool);
    const running = pool.invoke('request', '{"waitMs":5000}');
    expect(await pool.kill('another')).toBe(false);
    expect(await pool.kill(environment.AWS_SESSION_TOKEN)).toBe(true);
    expect(await running).toMatchObject({
      ok: false,
      failure: { errorMessage: expect.stringContaining('Runtime exited') },
    });
    expect((await seenBy(pool)).invocations).toBe(1);
  });

  it('stops the start when its bundle cannot be loaded', async () => {
    const { pool } = setUp('missing');
    await expect(pool.warm()).rejects.toThrow(
      /^The bundle of function missing cannot be loaded: Cannot find module/,
    );
    expect(await pool.invoke('request', '{}')).toMatchObject({ ok: false });
  });
});

describe('an asynchronous invocation', () => {
  const failing = async (part: object = {}, may: () => boolean = () => true) => {
    const parts = fixtureInvoker(fixtureFunction('misbehaving', part), may);
    pools.push(parts.pool);
    parts.clock.freezeAt(start);
    parts.invoker.invokeLater(fixtureFunction('misbehaving').arn, { how: 'throw' });
    await parts.activity.whenQuiet();
    const passMinutes = async (minutes: number) => {
      parts.clock.freezeAt(parts.clock.now() + minutes * 60_000);
      parts.invoker.runRetriesDue();
      await parts.activity.whenQuiet();
    };
    return { ...parts, passMinutes };
  };

  it('is tried again after one minute and after two more, and then kept as a failure', async () => {
    const { invoker, queues, passMinutes } = await failing();
    expect(invoker.nextRetryAt()).toBe(start + 60_000);
    await passMinutes(1);
    expect(invoker.nextRetryAt()).toBe(start + 180_000);
    expect(queues.messages()).toEqual([]);
    await passMinutes(2);
    expect(invoker.nextRetryAt()).toBeUndefined();
    expect(queues.messages()).toMatchObject([
      {
        queue: 'failures',
        at: '2026-12-23T15:03:00.000Z',
        body: {
          requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
          requestPayload: { how: 'throw' },
          responsePayload: { errorType: 'TypeError' },
        },
      },
    ]);
  });

  it('is not tried before its time', async () => {
    const { invoker, passMinutes } = await failing();
    await passMinutes(0.5);
    expect(invoker.nextRetryAt()).toBe(start + 60_000);
  });

  it('is kept at once where the template allows no retry', async () => {
    const asynchronous = {
      maximumRetryAttempts: 0,
      onFailureArn: 'arn:aws:sqs:eu-west-2:123456789012:failures',
    };
    const { queues } = await failing({ asynchronous });
    expect(queues.messages()).toHaveLength(1);
  });

  it('is lost where the function’s role may not send to the failure destination', async () => {
    const asynchronous = {
      maximumRetryAttempts: 0,
      onFailureArn: 'arn:aws:sqs:eu-west-2:123456789012:failures',
    };
    const { queues } = await failing({ asynchronous }, () => false);
    expect(queues.messages()).toEqual([]);
  });
});
