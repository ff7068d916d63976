import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { AwsEndpoint, EndpointHooks } from '../aws-call.ts';
import type { StackClock } from '../clock.ts';
import { StackError } from '../stack-error.ts';
import type { System } from '../system.ts';
import { createAuthorizer } from './authorize.ts';
import { type Answer, CallError, type ServiceName, serviceNames } from './call.ts';
import { createCallLog } from './call-log.ts';
import { carryOutCall, type Outcome } from './carry-out-call.ts';
import { createCredentials } from './credentials.ts';
import type { PutEvent } from './eventbridge.ts';
import { createFaults } from './faults.ts';
import { checkStatements, suppliedConditionKeys } from './grants.ts';
import { createServices, operationOf } from './services.ts';

interface Options {
  system: System;
  clock: StackClock;
  dynamodbUrl: string;
  hooks: EndpointHooks;
  /** events that functions put on the default bus */
  onEvents?: (events: PutEvent[]) => void;
  /** a free one without it */
  port?: number;
}

/** Starts the one HTTP server that stands in front of every AWS call of the functions. */
export async function startAwsEndpoint(options: Options): Promise<AwsEndpoint> {
  const { system, clock, dynamodbUrl, hooks, onEvents } = options;
  for (const [roleArn, statements] of system.roles)
    checkStatements(roleArn, statements, suppliedConditionKeys);
  const credentials = createCredentials(system);
  const authorize = createAuthorizer(system);
  const faults = createFaults();
  const log = createCallLog();
  const { services, mailbox, close } = createServices({ system, clock, dynamodbUrl, hooks, onEvents });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const { accessKeyId, service } = readCredentialScope(request);
    const operation = operationOf(service, headerOf(request, 'x-amz-target'), body);
    let functionName = 'unknown';
    const outcome = await carryOutCall({
      service: services[service],
      request: { service, operation, body },
      identify: () => {
        const caller = credentials.callerOf(accessKeyId, headerOf(request, 'x-amz-security-token'));
        functionName = caller.functionName;
        return caller;
      },
      authorize,
      takeFault: () => faults.take({ service, operation, functionName }),
      killEnvironment: (environmentId) => hooks.killEnvironment(environmentId),
    });
    log.record({
      function: functionName,
      service,
      operation,
      at: new Date(clock.now()).toISOString(),
      read: outcome.read,
      write: outcome.write,
      outcome: outcome.outcome,
    });
    deliver(outcome, request.socket, response);
  }

  function deliver(outcome: Outcome, socket: Socket, response: ServerResponse): void {
    if (outcome.delivery === 'never') return;
    if (outcome.delivery === 'cut off') socket.destroy();
    else write(response, outcome);
  }

  function write(response: ServerResponse, { status, contentType, body }: Answer): void {
    response.writeHead(status, {
      'content-type': contentType,
      'content-length': Buffer.byteLength(body),
      // Beyond four minutes of difference the SDK takes every error for clock skew and sends the call again.
      date: new Date(clock.now()).toUTCString(),
    });
    response.end(body);
  }

  const server = createServer((request, response) => {
    response.sendDate = false;
    handle(request, response).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (!response.headersSent) {
        write(response, services.dynamodb.answerError(new CallError('InternalFailure', message, 400)));
      }
    });
  });
  server.keepAliveTimeout = 0;
  const port = await listen(server, options.port ?? 0);

  return {
    url: `http://127.0.0.1:${port}`,
    mails: mailbox.list,
    calls: log.list,
    addFault: faults.add,
    clearFaults: faults.clear,
    credentialsFor: credentials.issue,
    reset: () => {
      mailbox.clear();
      log.clear();
      faults.clear();
    },
    close: () =>
      new Promise((settle) => {
        close();
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((settle, fail) => {
    server.once('error', (error) => {
      fail(
        new StackError(`The AWS endpoint cannot listen on port ${port} (${error.message}): choose another.`),
      );
    });
    server.listen(port, '127.0.0.1', () => settle((server.address() as AddressInfo).port));
  });
}

/** `AWS4-HMAC-SHA256 Credential=<key>/<day>/<region>/<service>/aws4_request, …` */
function readCredentialScope(request: IncomingMessage): { accessKeyId: string; service: ServiceName } {
  const scope = /Credential=([^/]+)\/[^/]+\/[^/]+\/([^/]+)\//.exec(headerOf(request, 'authorization'));
  const service = serviceNames.find((name) => name === scope?.[2]);
  if (scope?.[1] === undefined || service === undefined) {
    throw new CallError(
      'UnknownService',
      `The local stack does not run the AWS service ${scope?.[2] ?? 'of an unsigned call'}: ` +
        'add it in infra/local/aws/services.ts.',
    );
  }
  return { accessKeyId: scope[1], service };
}

function headerOf(request: IncomingMessage, name: string): string {
  const header = request.headers[name];
  return typeof header === 'string' ? header : '';
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}
