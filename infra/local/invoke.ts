import { randomUUID } from 'node:crypto';
import type { Activity } from './activity.ts';
import type { StackClock } from './clock.ts';
import type { InvocationResult } from './execution-environment.ts';
import type { FailureQueues } from './failure-queues.ts';
import { StackError } from './stack-error.ts';
import type { LambdaFunction } from './system.ts';
import type { WorkerPool } from './worker-pool.ts';
import type { FunctionFailure } from './worker-protocol.ts';

export interface InvokerParts {
  functions: LambdaFunction[];
  pools: Map<string, Pick<WorkerPool, 'invoke'>>;
  clock: Pick<StackClock, 'now'>;
  activity: Activity;
  queues: FailureQueues;
  /** whether a role's policies allow an action */
  may: (roleArn: string, action: string, resource: string) => boolean;
  onFailure?: (functionName: string, failure: FunctionFailure) => void;
}

export interface Invoker {
  /** waits for the answer, as the gateway and the stream pump do */
  invoke(functionArn: string, event: unknown): Promise<InvocationResult>;
  /** hands the event to Lambda's queue, which retries and in the end keeps a failure */
  invokeLater(functionArn: string, event: unknown): void;
  /** the instant of the next retry on the stack's clock */
  nextRetryAt(): number | undefined;
  runRetriesDue(): void;
  /** settles when the invocations that are under way now have ended */
  afterCurrent(): Promise<void>;
  /** forgets what waits for a retry */
  reset(): void;
}

interface Queued {
  fn: LambdaFunction;
  event: unknown;
  requestId: string;
  attempts: number;
}

const minute = 60_000;
/** Lambda waits one minute before the first retry and two before the second */
const waitBeforeRetry = [minute, 2 * minute];

export function createInvoker(parts: InvokerParts): Invoker {
  const functions = new Map(parts.functions.map((fn) => [fn.arn, fn]));
  const current = new Set<Promise<unknown>>();
  let retries: { at: number; queued: Queued }[] = [];

  const run = async (fn: LambdaFunction, requestId: string, event: unknown): Promise<InvocationResult> => {
    const pool = parts.pools.get(fn.arn);
    if (pool === undefined) throw new StackError(`Function ${fn.name} has no workers.`);
    const running = pool.invoke(requestId, JSON.stringify(event ?? {}));
    current.add(running);
    const result = await running;
    current.delete(running);
    if (!result.ok) parts.onFailure?.(fn.name, result.failure);
    return result;
  };
  const attempt = async (queued: Queued) => {
    const result = await run(queued.fn, queued.requestId, queued.event);
    if (result.ok) return;
    const wait = waitBeforeRetry[queued.attempts - 1];
    if (queued.attempts > queued.fn.asynchronous.maximumRetryAttempts || wait === undefined) {
      keepFailure(parts, queued, result.failure);
      return;
    }
    retries.push({ at: parts.clock.now() + wait, queued: { ...queued, attempts: queued.attempts + 1 } });
  };
  const find = (functionArn: string): LambdaFunction => {
    const fn = functions.get(functionArn);
    if (fn === undefined) throw new StackError(`${functionArn} is no function of the templates.`);
    return fn;
  };

  return {
    invoke: (functionArn, event) => {
      const invocation = run(find(functionArn), randomUUID(), event);
      parts.activity.track(invocation);
      return invocation;
    },
    invokeLater: (functionArn, event) => {
      parts.activity.track(attempt({ fn: find(functionArn), event, requestId: randomUUID(), attempts: 1 }));
    },
    nextRetryAt: () =>
      retries.reduce<number | undefined>((least, { at }) => Math.min(least ?? at, at), undefined),
    runRetriesDue: () => {
      const due = retries.filter(({ at }) => at <= parts.clock.now());
      retries = retries.filter(({ at }) => at > parts.clock.now());
      for (const { queued } of due) parts.activity.track(attempt(queued));
    },
    afterCurrent: async () => {
      await Promise.allSettled([...current]);
    },
    reset: () => {
      retries = [];
    },
  };
}

/** What Lambda sends to the failure destination of an asynchronous invocation, if the function's role lets it. */
function keepFailure(
  parts: InvokerParts,
  { fn, event, requestId, attempts }: Queued,
  failure: FunctionFailure,
): void {
  const destination = fn.asynchronous.onFailureArn;
  if (destination === undefined || !parts.may(fn.roleArn, 'sqs:SendMessage', destination)) return;
  parts.queues.send(destination, {
    version: '1.0',
    timestamp: new Date(parts.clock.now()).toISOString(),
    requestContext: {
      requestId,
      functionArn: `${fn.arn}:$LATEST`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: attempts,
    },
    requestPayload: event,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: failure,
  });
}
