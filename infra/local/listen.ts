import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { StackError } from './stack-error.ts';

export interface Listener {
  port: number;
  close(): Promise<void>;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** Listens on the loopback addresses only: what runs here is nobody's business on the network. */
export async function listenOnLoopback(port: number, handle: Handle): Promise<Listener> {
  const servers = [createServer(handle), createServer(handle)];
  const [first, second] = servers;
  const taken = await listen(first, port, '127.0.0.1');
  await listen(second, taken, '::1').catch((error: unknown) => {
    // a machine without IPv6 still has the other address
    if (error instanceof StackError) {
      first?.close();
      throw error;
    }
  });
  return {
    port: taken,
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

function listen(server: Server | undefined, port: number, host: string): Promise<number> {
  return new Promise((settle, reject) => {
    server?.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)));
    server?.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      settle(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StackError(`Port ${port} is taken: set PORT to another, or to 0 for any free one.`);
  }
  if (error.code === 'EACCES') {
    return new StackError(
      `Port ${port} may not be used by this user: set PORT to another, or to 0 for any free one.`,
    );
  }
  return error;
}

function close(server: Server): Promise<void> {
  return new Promise((settle) => {
    if (!server.listening) return settle();
    server.close(() => settle());
    server.closeAllConnections();
  });
}
