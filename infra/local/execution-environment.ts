import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AwsEndpoint } from './aws-call.ts';
import type { ClockSetting, StackClock } from './clock.ts';
import type { LambdaFunction } from './system.ts';
import { environmentOf, logGroupOf } from './worker-environment.ts';
import type { FromWorker, FunctionFailure, ToWorker, WorkerStart } from './worker-protocol.ts';

export type InvocationResult = { ok: true; payload: string } | { ok: false; failure: FunctionFailure };

export interface WorkerSurroundings {
  region: string;
  clock: StackClock;
  endpoint: Pick<AwsEndpoint, 'url' | 'credentialsFor'>;
  /** a line that a function printed */
  onOutput(functionName: string, line: string): void;
}

/** One execution environment of a function: a worker thread that handles one invocation at a time. */
export interface ExecutionEnvironment {
  id: string;
  /** settles with the reason why the bundle could not be loaded, or with undefined */
  loaded: Promise<FunctionFailure | undefined>;
  /** false once it has ended */
  isAlive(): boolean;
  /** whether it was never invoked */
  isFresh(): boolean;
  invoke(requestId: string, event: string): Promise<InvocationResult>;
  followClock(setting: ClockSetting): void;
  end(): Promise<void>;
}

const bootstrap = new URL('./worker-bootstrap.ts', import.meta.url);
/** What V8 made of the bundles, beside the assemblies and forgotten as they are: a third of the work of a start. */
const codeCache = fileURLToPath(new URL('../../node_modules/.cache/redress/code', import.meta.url));

export function startEnvironment(fn: LambdaFunction, surroundings: WorkerSurroundings): ExecutionEnvironment {
  const id = randomUUID().replaceAll('-', '');
  const { clock } = surroundings;
  const worker = new Worker(bootstrap, {
    env: {
      ...environmentOf(fn, id, surroundings.endpoint, surroundings.region),
      NODE_COMPILE_CACHE: codeCache,
    },
    workerData: startOf(fn, clock.setting()),
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  for (const stream of [worker.stdout, worker.stderr]) {
    createInterface({ input: stream }).on('line', (line) => surroundings.onOutput(fn.name, line));
  }

  let alive = true;
  let fresh = true;
  let crash: unknown;
  let settleCurrent: ((result: InvocationResult) => void) | undefined;
  let settleLoaded: (failure: FunctionFailure | undefined) => void = () => {};
  const loaded = new Promise<FunctionFailure | undefined>((settle) => {
    settleLoaded = settle;
  });
  const send = (message: ToWorker) => worker.postMessage(message);
  const answer = (result: InvocationResult) => {
    const settle = settleCurrent;
    settleCurrent = undefined;
    settle?.(result);
  };

  worker.on('message', (message: FromWorker) => {
    if (message.type === 'ready') settleLoaded(undefined);
    if (message.type === 'unloadable') settleLoaded(message.failure);
    if (message.type === 'answer') answer({ ok: true, payload: message.payload });
    if (message.type === 'failure') answer({ ok: false, failure: message.failure });
  });
  worker.on('error', (error) => {
    crash = error;
  });
  const ended = new Promise<void>((settle) => {
    worker.on('exit', (code) => {
      alive = false;
      const failure = failureOfExit(code, crash);
      settleLoaded(failure);
      answer({ ok: false, failure });
      settle();
    });
  });

  const invoke = (requestId: string, event: string): Promise<InvocationResult> =>
    new Promise((settle) => {
      fresh = false;
      const timeoutMs = fn.timeoutSeconds * 1_000;
      const timer = setTimeout(() => {
        alive = false;
        answer({ ok: false, failure: timedOut(requestId, fn.timeoutSeconds) });
        void worker.terminate();
      }, timeoutMs);
      settleCurrent = (result) => {
        clearTimeout(timer);
        settle(result);
      };
      if (!alive) answer({ ok: false, failure: failureOfExit(1, crash) });
      else send({ type: 'invoke', requestId, event, timeoutMs, setting: clock.setting() });
    });

  return {
    id,
    loaded,
    isAlive: () => alive,
    isFresh: () => fresh,
    invoke,
    followClock: (setting) => {
      if (settleCurrent !== undefined) send({ type: 'clock', setting });
    },
    end: async () => {
      alive = false;
      void worker.terminate();
      await ended;
    },
  };
}

function startOf(fn: LambdaFunction, setting: ClockSetting): WorkerStart {
  return {
    codePath: fn.codePath,
    handler: fn.handler,
    functionName: fn.name,
    functionArn: fn.arn,
    memoryMegabytes: fn.memoryMegabytes,
    logGroupName: logGroupOf(fn),
    setting,
  };
}

function failureOfExit(code: number, crash: unknown): FunctionFailure {
  const trace = crash instanceof Error ? (crash.stack ?? '').split('\n') : [];
  const cause = crash instanceof Error ? `: ${crash.message}` : '';
  return {
    errorType: 'Runtime.ExitError',
    errorMessage: `Runtime exited with error: exit status ${code}${cause}`,
    trace,
  };
}

function timedOut(requestId: string, seconds: number): FunctionFailure {
  const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`;
  return { errorType: 'Sandbox.Timedout', errorMessage, trace: [] };
}
