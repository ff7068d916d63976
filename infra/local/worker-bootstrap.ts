import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { shiftDate } from './worker-clock.ts';
import type { FromWorker, FunctionFailure, ToWorker, WorkerStart } from './worker-protocol.ts';

type Handler = (event: unknown, context: object) => unknown;

const port = parentPort;
if (port === null) throw new Error('This file runs in a worker thread.');
const start: WorkerStart = workerData;
const setClock = shiftDate(start.setting);
// read by Node before this line; Lambda has none
delete process.env.NODE_COMPILE_CACHE;
const tell = (message: FromWorker) => port.postMessage(message);

try {
  const handler = await loadHandler();
  port.on('message', (message: ToWorker) => {
    setClock(message.setting);
    if (message.type === 'invoke') void invoke(handler, message);
  });
  tell({ type: 'ready' });
} catch (error) {
  tell({ type: 'unloadable', failure: describe(error) });
}

async function invoke(handler: Handler, message: Extract<ToWorker, { type: 'invoke' }>): Promise<void> {
  const { requestId } = message;
  try {
    const answer = await handler(JSON.parse(message.event), contextOf(requestId, message.timeoutMs));
    tell({ type: 'answer', requestId, payload: JSON.stringify(answer) ?? 'null' });
  } catch (error) {
    tell({ type: 'failure', requestId, failure: describe(error) });
  }
}

function contextOf(requestId: string, timeoutMs: number): object {
  const endsAt = performance.now() + timeoutMs;
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.functionArn,
    memoryLimitInMB: String(start.memoryMegabytes),
    logGroupName: start.logGroupName,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(endsAt - performance.now())),
  };
}

async function loadHandler(): Promise<Handler> {
  const dot = start.handler.lastIndexOf('.');
  const exported = start.handler.slice(dot + 1);
  const file = findBundle(join(start.codePath, start.handler.slice(0, dot)));
  const bundle = file.endsWith('.mjs') ? await import(pathToFileURL(file).href) : loadCommonJs(file);
  const handler = bundle[exported];
  if (typeof handler !== 'function') throw new Error(`${start.handler} is undefined or not exported`);
  return handler;
}

function findBundle(path: string): string {
  const file = ['.js', '.mjs', '.cjs']
    .map((ending) => path + ending)
    .find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`Cannot find module '${path}'`);
  return file;
}

/** As CommonJS whatever package.json stands above it: a copied assembly may lie under a package of ES modules. */
function loadCommonJs(file: string): Record<string, unknown> {
  const compile: unknown = Reflect.get(Module.prototype, '_compile');
  const loaded = new Module(file);
  Object.assign(loaded, { filename: file, paths: createRequire(file).resolve.paths('x') ?? [dirname(file)] });
  if (typeof compile !== 'function') throw new Error('This version of Node cannot load CommonJS from text.');
  compile.call(loaded, readFileSync(file, 'utf8'), file);
  return loaded.exports;
}

function describe(error: unknown): FunctionFailure {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}
