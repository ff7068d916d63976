import type { EndpointHooks } from '../aws-call.ts';
import type { StackClock } from '../clock.ts';
import type { System } from '../system.ts';
import { type Answer, type AwsRequest, CallError, type ServiceName } from './call.ts';
import { answerDynamoDbError, createDynamoDbForwarder } from './dynamodb-forward.ts';
import { answerEventsError, type PutEvent, putEvents } from './eventbridge.ts';
import type { Grant } from './grants.ts';
import { asText, type Json } from './json.ts';
import { readMailRequest } from './mail-request.ts';
import { dynamoDbGrants, eventGrants, mailGrants } from './required-grants.ts';
import { answerSesError, createMailbox } from './ses.ts';

/** A call understood: what it takes, and how to carry it out. */
export interface PreparedCall {
  /** undefined: an operation that nothing here knows */
  grants: Grant[] | undefined;
  /** what a fault needs to know of the body */
  input: Json;
  carryOut(): Promise<Answer> | Answer;
}

export interface Service {
  /** name and status of this service's refusal for want of a grant */
  denied: { code: string; status: number };
  prepare(request: AwsRequest): Promise<PreparedCall> | PreparedCall;
  answerError(error: CallError): Answer;
}

interface Surroundings {
  system: System;
  clock: StackClock;
  dynamodbUrl: string;
  hooks: EndpointHooks;
  onEvents: ((events: PutEvent[]) => void) | undefined;
}

/** The services that functions call, each with its own protocol. */
export function createServices({ system, clock, dynamodbUrl, hooks, onEvents }: Surroundings) {
  const dynamodb = createDynamoDbForwarder(system, dynamodbUrl, (table) => hooks.onTableWritten(table));
  const mailbox = createMailbox(system, clock, (mail) => hooks.onMailAccepted(mail));
  const services: Record<ServiceName, Service> = {
    dynamodb: {
      denied: { code: 'AccessDeniedException', status: 400 },
      prepare: (request) => {
        const input = parseJson(request.body);
        const grants = dynamoDbGrants(system, request.operation, input);
        return { grants, input, carryOut: () => dynamodb.forward(request, input) };
      },
      answerError: answerDynamoDbError,
    },
    ses: {
      denied: { code: 'AccessDenied', status: 403 },
      prepare: async ({ operation, body }) => {
        const mail = await readMailRequest(operation, new URLSearchParams(body.toString()));
        const grants = mailGrants(system, operation, mail);
        return { grants, input: {}, carryOut: () => mailbox.accept(operation, mail) };
      },
      answerError: answerSesError,
    },
    events: {
      denied: { code: 'AccessDeniedException', status: 400 },
      prepare: ({ operation, body }) => {
        const input = parseJson(body);
        const grants = operation === 'PutEvents' ? eventGrants(system, input) : undefined;
        return { grants, input, carryOut: () => putEvents(system, input, onEvents) };
      },
      answerError: answerEventsError,
    },
  };
  return { services, mailbox, close: () => dynamodb.close() };
}

/** The operation: in a header of the JSON protocols, in the form of the query protocol. */
export function operationOf(service: ServiceName, target: string, body: Buffer): string {
  if (service !== 'ses') return target.replace(/^.*\./, '');
  return asText(new URLSearchParams(body.toString()).get('Action'));
}

function parseJson(body: Buffer): Json {
  try {
    return JSON.parse(body.toString()) as Json;
  } catch {
    throw new CallError('SerializationException', 'The body of the request is no JSON.');
  }
}
