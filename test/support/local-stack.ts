import type { DynamoDbLocal } from '../../infra/local/dynamodb-local.ts';
import type { StackOptions } from '../../infra/local/stack.ts';
import { type LocalStack, startStack } from '../../infra/local/stack.ts';
import { startEmptyDatabase } from './databases.ts';

/** The local stack with what journeys ask of it. */
export interface JourneyStack extends LocalStack {
  /** sends a complaint as a resident's form would */
  complain(landlord: string, body?: object, headers?: Record<string, string>): Promise<Response>;
  /** as `complain`, for one that must be accepted */
  accepted(landlord: string, body?: object): Promise<Received>;
  /** `2026-12-29T09:00:00.000Z complaints.team@… subject`, oldest first */
  mailLines(): string[];
  addFault(fault: object): Promise<void>;
  /** names of the AWS calls of a function since the last reset, in order */
  operationsOf(functionName: string): string[];
}

interface Received {
  reference: string;
  receivedAt: string;
  status: string;
  obligations: { kind: string; dueOn: string; explanation: string; projected?: true }[];
}

export const sam = {
  complainant: { name: 'Sam Okafor', email: 'sam.okafor@example.com' },
  description: 'The communal door has been broken for three weeks.',
};

/** The local stack in the database that all tests share, unless it keeps its data in a folder. */
export async function startTestStack(options: StackOptions = {}): Promise<LocalStack> {
  return startStack({ ...options, database: await databaseFor(options) });
}

async function databaseFor({ dataFolder }: StackOptions): Promise<DynamoDbLocal | undefined> {
  return dataFolder === undefined ? startEmptyDatabase() : undefined;
}

export async function startJourneyStack(options: StackOptions = {}): Promise<JourneyStack> {
  const stack = await startTestStack(options);
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    stack.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const complain: JourneyStack['complain'] = (landlord, body = sam, headers = {}) =>
    post(`/landlords/${landlord}/complaints`, body, headers);
  return {
    ...stack,
    complain,
    accepted: async (landlord, body) => {
      const response = await complain(landlord, body);
      if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
      return (await response.json()) as Received;
    },
    mailLines: () => stack.mails().map(({ at, to, subject }) => `${at} ${to.join(', ')} ${subject}`),
    addFault: async (fault) => {
      const response = await post('/_local/faults', fault);
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    },
    operationsOf: (functionName) =>
      stack.calls().flatMap((call) => (call.function === functionName ? [call.operation] : [])),
  };
}
