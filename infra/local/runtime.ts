import { createActivity, type Activity } from './activity.ts';
import type { PutEvent } from './aws/eventbridge.ts';
import { deleteExpired } from './aws/delete-expired.ts';
import { mayInvoke, roleMay } from './aws/required-grants.ts';
import type { AcceptedMail, AwsEndpoint, EndpointHooks } from './aws-call.ts';
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
import { createTargets } from './rule-targets.ts';
import { createStreamPump } from './streams.ts';
import type { System } from './system.ts';
import { createTables, dropTables } from './tables.ts';
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
  publishEvents(events: PutEvent[]): void;
  invoker: Invoker;
  queues: FailureQueues;
  mailEvents: MailEvents;
  time: Time;
  mayInvoke: (functionArn: string, principal: string, sourceArn: string) => boolean;
  start(endpoint: AwsEndpoint): Promise<void>;
  reset(instant: number): Promise<void>;
  stop(): Promise<void>;
}
