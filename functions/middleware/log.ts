import type { FunctionName } from '../../shared/contracts/environment.ts';
import { type MetricName, metricNamespace, metrics } from '../../shared/contracts/names.ts';
import type { SendReport } from '../../shared/use-cases/send-tally.ts';

/**
 * Everything that may be logged, with its fields. What is not listed cannot be written, so that no name, address or
 * text of a person, and no error message that may repeat one, reaches a log.
 */
interface Messages {
  'request-answered': { request: string; route: string; status: number; milliseconds: number };
  swept: { due: number; alerts: number; recounted: number; setAside: number; finished: boolean };
  'unwatched-sought': { open: number; unwatched: number; failed: number; finished: boolean };
  /** owed something and waited for no instant */
  'complaint-unwatched': { complaint: string };
  'enquiry-unwatched': { enquiry: string };
  'notices-sent': SendReport['counts'];
  'mail-event-applied': { owner: string; notice: string; outcome: string; result: string };
  'mail-event-ignored': { outcome: string; why: string };
  'events-published': { put: number; unreadable: number };
  'calendar-watched': {
    version: number;
    changes: number;
    told: number;
    failed: number;
    feed: 'usable' | 'unusable';
  };
  'digests-owed': { complaints: number; owed: number; failed: number; finished: boolean };
  /** what is wrong with a public list of days */
  'calendar-feed-unusable': { why: string };
}

interface Failures {
  'request-failed': { request: string; route: string };
  'complaint-set-aside': { complaint: string };
  'enquiry-set-aside': { enquiry: string };
  'calendar-set-aside': { landlord: string };
  'complaint-left-unwatched': { complaint: string };
  'enquiry-left-unwatched': { enquiry: string };
  'manager-not-told': { landlord: string };
  /** what would go out could not be foretold */
  'forecast-left-out': { landlord: string };
  /** no digest of the morning speaks of it */
  'digest-without-landlord': { landlord: string };
  'digest-without-complaint': { complaint: string };
  'notice-set-aside': { owner: string; notice: string };
  /** tried again as one that SES did not take */
  'notice-not-written': { owner: string; notice: string };
  /** it cannot be told to other systems, and what follows it was */
  'event-unreadable': { complaint: string; sequence: number };
  /** it is not on the bus yet, nor is what follows it in its complaint */
  'event-left': { complaint: string; sequence: number };
  'invocation-failed': { request: string };
}

export function log<Name extends keyof Messages>(message: Name, fields: Messages[Name]): void {
  write({ level: 'info', message, ...fields });
}

export function logFailure<Name extends keyof Failures>(
  message: Name,
  fields: Failures[Name],
  error: unknown,
): void {
  write({ level: 'error', message, ...fields, ...describeError(error) });
}

/** Written once a run's work is done, so that a run that fails has none. */
export function writeHeartbeat(functionName: FunctionName, at: number): void {
  writeMetrics(functionName, at, { Heartbeat: 1 });
}

/** Metrics in CloudWatch's embedded format: a log line of their own. */
export function writeMetrics(
  functionName: FunctionName,
  at: number,
  values: Partial<Record<MetricName, number>>,
): void {
  const written = Object.entries(metrics).filter(([name]) => name in values);
  const directive = {
    Namespace: metricNamespace,
    Dimensions: [['function']],
    Metrics: written.map(([Name, { unit }]) => ({ Name, Unit: unit })),
  };
  write({ _aws: { Timestamp: at, CloudWatchMetrics: [directive] }, function: functionName, ...values });
}

/** The error's name and where it was thrown; its message stays behind, whose lines may look like lines of the stack. */
function describeError(error: unknown): { error: string; stack: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, stack: [] };
  const { message, stack = '' } = error;
  const begin = stack.indexOf(message);
  // a message that was changed after it was thrown still stands in the stack as it was: then nothing can be told apart
  const calls = begin < 0 ? '' : stack.slice(begin + message.length);
  const frames = calls.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { error: error.name, stack: frames.map((line) => line.trim()).slice(0, 10) };
}

function write(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
