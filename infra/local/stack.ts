import { join, resolve } from 'node:path';
import { createActivity } from './activity.ts';
import { startAwsEndpoint } from './aws/endpoint.ts';
import type { AcceptedMail, AwsEndpoint, RecordedCall } from './aws-call.ts';
import { createStackClock } from './clock.ts';
import { openStateFile } from './data-folder.ts';
import { type DynamoDbLocal, startDynamoDbLocal } from './dynamodb-local.ts';
import { createFrontDoor } from './front-door.ts';
import { listenOnLoopback } from './listen.ts';
import { createBankHolidays, feedPath } from './local-api.ts';
import { createLogLines } from './log-lines.ts';
import { createRuntime, type Runtime } from './runtime.ts';
import { StackError } from './stack-error.ts';
import { synthesize } from './synthesize.ts';
import type { System } from './system.ts';
import { readSystem } from './template/read-system.ts';
import { createIssuer } from './tokens.ts';

export interface StackOptions {
  /** where time starts: an instant, by default the machine's time */
  now?: string | undefined;
  /** 0 takes a free one */
  port?: number | undefined;
  /** keeps data between runs; in memory without it */
  dataFolder?: string | undefined;
  /** a DynamoDB Local that runs already, with an empty database of its own; without it one is started */
  database?: DynamoDbLocal | undefined;
  everyTick?: boolean | undefined;
  calendarFile?: string | undefined;
  /** a cloud assembly that was synthesized before */
  assemblyFolder?: string | undefined;
  /** values of template parameters beside or instead of the stack's own */
  parameters?: Record<string, string> | undefined;
  onProgress?: ((step: string, milliseconds: number) => void) | undefined;
  /** a line that a function printed */
  onOutput?: ((functionName: string, line: string) => void) | undefined;
  /** gives up a start that is under way */
  signal?: AbortSignal | undefined;
}

export interface LocalStack {
  url: string;
  system: System;
  /** milliseconds since the epoch on the stack's clock */
  now(): number;
  /** where DynamoDB Local itself answers, past the endpoint */
  databaseUrl: string;
  mails(): AcceptedMail[];
  calls(): RecordedCall[];
  endpoint: AwsEndpoint;
  runtime: Runtime;
  /** one request to the stack's URL */
  request(path: string, init?: RequestInit): Promise<Response>;
  moveClock(to: string): Promise<void>;
  settle(): Promise<void>;
  /** whether nothing is stored */
  isEmpty(): Promise<boolean>;
  /** as if just started: empty tables, fresh workers, no mails, calls or faults, the clock at this instant */
  reset(now?: string): Promise<void>;
  /** settles with a sentence when something it needs ends unexpectedly */
  died: Promise<string>;
  stop(): Promise<void>;
}

const projectFolder = resolve(import.meta.dirname, '../..');
const bundledCalendarFile = join(projectFolder, 'shared/calendar/bank-holidays.json');
const audience = 'redress-staff';
const sender = 'complaints@redress.example';

/** Starts the whole system that the templates describe, on this machine. */
export async function startStack(options: StackOptions = {}): Promise<LocalStack> {
  // Lambda runs in UTC, and a worker thread cannot have a time zone of its own
  process.env.TZ = 'UTC';
  const ending: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of ending.splice(0).toReversed()) await end();
  };
  try {
    return await start(options, ending, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  options: StackOptions,
  ending: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<LocalStack> {
  const { signal } = options;
  const timed = createTimer(options.onProgress);
  const frontDoor = createFrontDoor();
  const listener = await listenOnLoopback(options.port ?? 0, frontDoor.handle);
  ending.push(listener.close);
  const url = `http://localhost:${listener.port}`;

  const starting = options.database
    ? Promise.resolve(options.database)
    : startDynamoDbLocal({ dataFolder: options.dataFolder });
  // whatever fails first, Java must not stay behind
  ending.push(async () => {
    await starting.then(
      (database) => database.stop(),
      () => {},
    );
  });
  const stateFile = openStateFile(options.dataFolder);
  const clock = createStackClock(startOfTime(options.now, stateFile.read().now));
  const [assemblyFolder, database, issuer] = await Promise.all([
    timed(
      'Templates synthesized',
      options.assemblyFolder ?? synthesize({ projectFolder, ...options, signal }),
    ),
    timed('DynamoDB Local answers', starting),
    createIssuer(url, audience, clock),
  ]);
  signal?.throwIfAborted();
  const system = readSystem(assemblyFolder, {
    Issuer: url,
    Audience: audience,
    Sender: sender,
    PublicAddress: url,
    FeedAddress: `${url}${feedPath}`,
    // nobody here waits for mail to be paced as SES asks for
    SendRate: '1000',
    ...options.parameters,
  });
  const logs = createLogLines(clock.now);
  const activity = createActivity();
  const settle = activity.whenQuiet;
  const parts = { system, clock, activity, databaseUrl: database.url, stateFile, logs, ...options };
  const runtime = createRuntime({ ...parts, everyTick: options.everyTick ?? false });
  const endpoint = await startAwsEndpoint({
    system,
    clock,
    dynamodbUrl: database.url,
    hooks: runtime.hooks,
    onEvents: runtime.putEvents.take,
  });
  ending.push(endpoint.close);
  ending.push(runtime.stop);
  await timed('Functions loaded', runtime.start(endpoint));
  signal?.throwIfAborted();
  const bankHolidays = createBankHolidays(resolve(options.calendarFile ?? bundledCalendarFile));
  const openApiFile = join(projectFolder, 'docs/openapi.json');
  frontDoor.open({ url, system, clock, settle, runtime, endpoint, issuer, logs, bankHolidays, openApiFile });

  return {
    url,
    system,
    now: clock.now,
    mails: endpoint.mails,
    calls: endpoint.calls,
    endpoint,
    runtime,
    request: (path, init) => fetch(`${url}${path}`, init),
    moveClock: (to) => runtime.time.moveTo(instantOf(to)),
    settle,
    isEmpty: runtime.isEmpty,
    reset: async (now) => {
      await runtime.reset(now === undefined ? clock.now() : instantOf(now));
      endpoint.reset();
      bankHolidays.reset();
      logs.clear();
    },
    databaseUrl: database.url,
    died: database.died,
    stop,
  };
}

function startOfTime(now: string | undefined, kept: string | undefined): number {
  if (now !== undefined) return instantOf(now);
  // time that a data folder has seen pass does not come again
  return Math.max(Date.now(), kept === undefined ? 0 : Date.parse(kept));
}

function instantOf(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new StackError(`${text} is no instant: write it as 2026-12-23T15:00:00Z.`);
  return instant;
}

function createTimer(onProgress: StackOptions['onProgress']) {
  const begun = performance.now();
  return async <Result>(step: string, work: Promise<Result> | Result): Promise<Result> => {
    const result = await work;
    onProgress?.(step, performance.now() - begun);
    return result;
  };
}
