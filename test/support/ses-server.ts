import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What to do with one request of SES's query protocol, its body read to the end. */
export type Reaction = (request: IncomingMessage, response: ServerResponse) => void;

export interface SesServer {
  url: string;
  /** form fields of every request that came in whole */
  requests: URLSearchParams[];
  react: Reaction;
  stop(): Promise<void>;
}

const namespace = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';

/** Answers as SES does when it takes a mail. */
export const accept: Reaction = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/xml' });
  response.end(
    `<SendRawEmailResponse ${namespace}><SendRawEmailResult><MessageId>m-1</MessageId></SendRawEmailResult>` +
      '<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></SendRawEmailResponse>',
  );
};

/** Answers as SES does when it does not. */
export function refuse(status: number, code: string, message = 'no'): Reaction {
  return (_, response) => {
    const type = status < 500 ? 'Sender' : 'Receiver';
    response.writeHead(status, { 'content-type': 'text/xml' });
    response.end(
      `<ErrorResponse ${namespace}><Error><Type>${type}</Type><Code>${code}</Code>` +
        `<Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
    );
  };
}

/** A server that stands for SES; what it does with a request is set before the request is made. */
export async function startSesServer(): Promise<SesServer> {
  const ses: SesServer = { url: '', requests: [], react: accept, stop: () => close(server) };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('error', () => {});
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      ses.requests.push(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
      ses.react(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ses.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return ses;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** Where the SDK finds the server, and credentials that mean nothing. */
export function pointSdkAt(url: string): void {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SES: url,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
}
