import type { Activity } from './activity.ts';
import { deleteExpired } from './aws/delete-expired.ts';
import { mayInvoke, roleMay } from './aws/required-grants.ts';
import type { AwsEndpoint, EndpointHooks } from './aws-call.ts';
import type { StackClock } from './clock.ts';
import type { StateFile } from './data-folder.ts';
import { findNextDue } from './due-items.ts';
import { createDynamoDbClient } from './dynamodb-client.ts';
import { createEventBus } from './event-bus.ts';
import { createFailureQueues, type FailureQueues } from './failure-queues.ts';
import { createInvoker, type Invoker } from './invoke.ts';
import type { LogLines } from './log-lines.ts';
import { createMailEvents, type MailEvents } from './mail-events.ts';
import { createTime, type Time } from './move-clock.ts';
import { createPutEvents, type PutEvents } from './put-events.ts';
import { createTargets } from './rule-targets.ts';
import { createStreamPump } from './streams.ts';
import type { System } from './system.ts';
import { areEmpty, createTables, dropTables } from './tables.ts';
import { createTimetable } from './timetable.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';

interface Parts {
  system: System;
  clock: StackClock;
  activity: Activity;
  databaseUrl: string;
  stateFile: StateFile;
  logs: LogLines;
  everyTick: boolean;
  onOutput?: ((functionName: string, line: string) => void) | undefined;
}

/** Everything that runs behind the API: functions, and what wakes them. */
export interface Runtime {
  hooks: EndpointHooks;
  putEvents: PutEvents;
  invoker: Invoker;
  queues: FailureQueues;
  mailEvents: MailEvents;
  time: Time;
  mayInvoke: (functionArn: string, principal: string, sourceArn: string) => boolean;
  start(endpoint: AwsEndpoint): Promise<void>;
  /** whether nothing is stored */
  isEmpty(): Promise<boolean>;
  reset(instant: number): Promise<void>;
  stop(): Promise<void>;
}

export function createRuntime(parts: Parts): Runtime {
  const { system, clock, activity, stateFile, logs } = parts;
  const client = createDynamoDbClient(parts.databaseUrl);
  const state = stateFile.read();
  const keepState = () => stateFile.write({ ...state, now: new Date(clock.now()).toISOString() });
  const pools = new Map<string, WorkerPool>();
  const allPools = (act: (pool: WorkerPool) => Promise<void>) => Promise.all([...pools.values()].map(act));
  const onOutput = (functionName: string, line: string) => {
    logs.add(functionName, line);
    parts.onOutput?.(functionName, line);
  };
  const tell = (sentence: string) => onOutput('local-stack', sentence);
  const may = (roleArn: string, action: string, resource: string) =>
    roleMay(system, roleArn, action, resource);
  const invokeAllowed = (functionArn: string, principal: string, sourceArn: string) =>
    mayInvoke(system, functionArn, principal, sourceArn);

  const queues = createFailureQueues(system.queues, clock.now);
  const invoker = createInvoker({
    functions: system.functions,
    pools,
    clock,
    activity,
    queues,
    may,
    onFailure: (name, { errorType, errorMessage }) => onOutput(name, `${errorType}: ${errorMessage}`),
  });
  const targets = createTargets({
    system,
    clock,
    invoker,
    queues,
    mayInvoke: invokeAllowed,
    may,
    onRefused: tell,
  });
  const bus = createEventBus(system, targets, clock.now);
  const putEvents = createPutEvents(bus, clock.now);
  const mailEvents = createMailEvents({ system, bus, invoker, activity, now: clock.now });
  const pump = createStreamPump({
    system,
    client,
    clock,
    invoker,
    activity,
    queues,
    may,
    onCheckpoint: (mappingId, checkpoint) => {
      state.checkpoints[mappingId] = checkpoint;
      keepState();
    },
    onError: (error) => tell(`The stream pump failed: ${error instanceof Error ? error.message : error}`),
  });
  const time = createTime({
    clock,
    timetable: createTimetable(system, targets),
    invoker,
    activity,
    everyTick: parts.everyTick,
    findNextDue: () => findNextDue(client, system.tables),
  });
  const removeExpired = createDailyRemoval(async () => {
    await deleteExpired({ system, clock, dynamodbUrl: parts.databaseUrl, onTableWritten: pump.wake });
    await activity.whenQuiet();
  }, clock);

  return {
    hooks: {
      onMailAccepted: mailEvents.afterAccepting,
      onTableWritten: pump.wake,
      killEnvironment: async (environmentId) => {
        await Promise.all([...pools.values()].map((pool) => pool.kill(environmentId)));
      },
    },
    putEvents,
    invoker,
    queues,
    mailEvents,
    mayInvoke: invokeAllowed,
    time: {
      ...time,
      moveTo: async (instant) => {
        await time.moveTo(instant);
        await removeExpired();
        keepState();
      },
    },
    start: async (endpoint) => {
      for (const fn of system.functions) {
        pools.set(fn.arn, createWorkerPool(fn, { region: system.region, clock, endpoint, onOutput }));
      }
      await Promise.all([createTables(client, system.tables), allPools((pool) => pool.warm())]);
      await pump.connect(state.checkpoints);
      time.start();
    },
    isEmpty: () => areEmpty(client, system.tables),
    reset: async (instant) => {
      time.stop();
      await activity.whenQuiet();
      await Promise.all([
        dropTables(client, system.tables).then(() => createTables(client, system.tables)),
        // those that are needed again start when they are
        allPools((pool) => pool.replaceAll()),
      ]);
      invoker.reset();
      queues.clear();
      putEvents.clear();
      mailEvents.reset();
      state.checkpoints = {};
      await pump.connect({});
      time.restartAt(instant);
    },
    stop: async () => {
      time.stop();
      pump.stop();
      await allPools((pool) => pool.stop());
      client.close();
      keepState();
    },
  };
}

/** AWS deletes what has expired within days; once for each day of the stack's clock is soon enough. */
function createDailyRemoval(remove: () => Promise<void>, clock: StackClock): () => Promise<void> {
  const today = () => new Date(clock.now()).toISOString().slice(0, 10);
  let doneOn = today();
  return async () => {
    if (doneOn === today()) return;
    doneOn = today();
    await remove();
  };
}
