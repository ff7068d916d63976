import { availableParallelism } from 'node:os';
import {
  type ExecutionEnvironment,
  type InvocationResult,
  startEnvironment,
  type WorkerSurroundings,
} from './execution-environment.ts';
import { StackError } from './stack-error.ts';
import type { LambdaFunction } from './system.ts';

/** The execution environments of one function: one invocation at a time each, more of them while it is busy. */
export interface WorkerPool {
  /** starts the first environment and says so when the bundle cannot be loaded */
  warm(): Promise<void>;
  invoke(requestId: string, event: string): Promise<InvocationResult>;
  /** ends one environment; its invocation fails as when a runtime exits */
  kill(environmentId: string): Promise<boolean>;
  /** ends all environments that were invoked, so that the next invocations find fresh module state */
  replaceAll(): Promise<void>;
  stop(): Promise<void>;
}

/** More than the machine has cores for would only warm up more copies of the same code. */
export const maximumEnvironments = Math.min(4, Math.max(2, availableParallelism()));

interface Waiting {
  requestId: string;
  event: string;
  settle: (result: InvocationResult) => void;
}

export function createWorkerPool(fn: LambdaFunction, surroundings: WorkerSurroundings): WorkerPool {
  const environments = new Set<ExecutionEnvironment>();
  const idle: ExecutionEnvironment[] = [];
  const waiting: Waiting[] = [];
  let starting = 0;
  surroundings.clock.onChange((setting) => {
    for (const environment of environments) environment.followClock(setting);
  });

  const begin = async () => {
    starting += 1;
    const environment = startEnvironment(fn, surroundings);
    environments.add(environment);
    const failure = await environment.loaded;
    starting -= 1;
    if (failure !== undefined) {
      await discard(environment);
      // as Lambda: the invocation that needed this environment fails, the next tries again
      waiting.shift()?.settle({ ok: false, failure });
      return failure;
    }
    if (environments.has(environment)) idle.push(environment);
    return undefined;
  };
  const discard = async (environment: ExecutionEnvironment) => {
    environments.delete(environment);
    const position = idle.indexOf(environment);
    if (position >= 0) idle.splice(position, 1);
    await environment.end();
  };
  const run = async (environment: ExecutionEnvironment, { requestId, event, settle }: Waiting) => {
    const result = await environment.invoke(requestId, event);
    if (environment.isAlive() && environments.has(environment)) idle.push(environment);
    else void discard(environment);
    settle(result);
    dispatch();
  };
  const takeIdle = (): ExecutionEnvironment | undefined => {
    for (let next = idle.pop(); next !== undefined; next = idle.pop()) {
      if (next.isAlive()) return next;
      void discard(next);
    }
    return undefined;
  };
  const dispatch = () => {
    while (waiting.length > 0) {
      const environment = takeIdle();
      if (environment === undefined) break;
      const next = waiting.shift();
      if (next !== undefined) void run(environment, next);
    }
    while (waiting.length > starting && environments.size < maximumEnvironments) void begin().then(dispatch);
  };

  return {
    warm: async () => {
      const failure = await begin();
      if (failure === undefined) return;
      throw new StackError(`The bundle of function ${fn.name} cannot be loaded: ${failure.errorMessage}`);
    },
    invoke: (requestId, event) =>
      new Promise((settle) => {
        waiting.push({ requestId, event, settle });
        dispatch();
      }),
    kill: async (environmentId) => {
      const environment = [...environments].find(({ id }) => id === environmentId);
      if (environment === undefined) return false;
      await discard(environment);
      return true;
    },
    replaceAll: async () => {
      await Promise.all([...environments].filter(({ isFresh }) => !isFresh()).map(discard));
    },
    stop: async () => {
      for (const { settle } of waiting.splice(0)) {
        const errorMessage = 'The local stack is stopping';
        settle({ ok: false, failure: { errorType: 'Runtime.ExitError', errorMessage, trace: [] } });
      }
      await Promise.all([...environments].map(discard));
    },
  };
}
