import { randomUUID } from 'node:crypto';
import type { System } from '../system.ts';
import { type Answer, CallError } from './call.ts';
import { noCapacity } from './capacity.ts';
import { asList, asObject, asText, type Json } from './json.ts';
import { eventBusArnOf } from './required-grants.ts';

const contentType = 'application/x-amz-json-1.1';
const entryLimit = 10;
const byteLimit = 256 * 1024;

/** An event as a function put it on a bus. */
export interface PutEvent {
  id: string;
  busArn: string;
  source: string;
  detailType: string;
  detail: string;
  resources: string[];
}

/** Carries out PutEvents on the default bus and on those of the templates. */
export function putEvents(
  system: System,
  input: Json,
  onEvents: ((events: PutEvent[]) => void) | undefined,
): Answer {
  const entries = asList(input.Entries).map(asObject);
  if (entries.length === 0 || entries.length > entryLimit) {
    throw new CallError(
      'ValidationException',
      `PutEvents takes 1 to ${entryLimit} entries, not ${entries.length}.`,
    );
  }
  if (sum(entries.map(bytesOf)) > byteLimit)
    throw new CallError('ValidationException', 'Total size of the entries in the request is over the limit.');
  const accepted: PutEvent[] = [];
  const results = entries.map((entry) => {
    const fault = faultIn(system, entry);
    if (fault !== undefined) return fault;
    const event = readEvent(system, entry);
    accepted.push(event);
    return { EventId: event.id };
  });
  if (accepted.length > 0) onEvents?.(accepted);
  const body = JSON.stringify({ FailedEntryCount: entries.length - accepted.length, Entries: results });
  return { status: 200, contentType, body, outcome: 'ok', ...noCapacity };
}

/** As EventBridge counts an entry. */
function bytesOf({ Source, DetailType, Detail, Time, Resources }: Json): number {
  const texts = [Source, DetailType, Detail, ...asList(Resources)].map(asText);
  return (Time === undefined ? 0 : 14) + sum(texts.map((text) => Buffer.byteLength(text)));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function faultIn(system: System, entry: Json): { ErrorCode: string; ErrorMessage: string } | undefined {
  const busArn = eventBusArnOf(system, asText(entry.EventBusName));
  if (!['default', ...system.buses].some((name) => busArn === eventBusArnOf(system, name))) {
    return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: `Event bus ${busArn} does not exist.` };
  }
  for (const required of ['Source', 'DetailType', 'Detail']) {
    if (asText(entry[required]) === '') {
      return {
        ErrorCode: 'InvalidArgument',
        ErrorMessage: `Parameter ${required} is not valid. Reason: required.`,
      };
    }
  }
  return isJson(asText(entry.Detail))
    ? undefined
    : { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
}

function readEvent(system: System, entry: Json): PutEvent {
  return {
    id: randomUUID(),
    busArn: eventBusArnOf(system, asText(entry.EventBusName)),
    source: asText(entry.Source),
    detailType: asText(entry.DetailType),
    detail: asText(entry.Detail),
    resources: asList(entry.Resources).map(String),
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The error as the JSON 1.1 protocol carries it. */
export function answerEventsError({ code, message, status }: CallError): Answer {
  const body = JSON.stringify({ __type: code, message });
  return { status, contentType, body, outcome: code, ...noCapacity };
}
