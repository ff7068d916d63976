import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { startStack } from '../../infra/local/stack.ts';
import { synthesize } from '../../infra/local/synthesize.ts';

/** `npm start` as a person meets it: what it says, how it ends, and that nothing stays behind. */
const projectFolder = resolve(import.meta.dirname, '../..');
const main = join(projectFolder, 'infra/local/main.ts');
const scratch = mkdtempSync(join(tmpdir(), 'redress-start-'));
/** Each start compiles the same: the first of them spares the others half of it. */
const compiled = join(scratch, 'compiled');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Run {
  child: ChildProcess;
  output(): string;
  errors(): string;
  exited: Promise<number | null>;
  /** settles with the address once it is ready */
  ready(): Promise<string>;
  /** processes started by this run that are still there, by what they are called */
  left(): { pid: number; name: string }[];
  /** waits until none is left, and gives those that stay */
  remains(): Promise<string[]>;
}

const runs: Run[] = [];
afterEach(() => {
  for (const run of runs.splice(0)) for (const { pid } of run.left()) killIfThere(pid);
});

/** A process may end by itself between being found and being killed. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function run(command: string[], environment: NodeJS.ProcessEnv = {}): Run {
  const mark = `REDRESS_RUN=${randomUUID()}`;
  const [program = '', ...rest] = command;
  const [name = '', value] = mark.split('=');
  const child = spawn(program, rest, {
    cwd: projectFolder,
    env: { ...process.env, PORT: '0', NODE_COMPILE_CACHE: compiled, [name]: value, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const exited = new Promise<number | null>((settle) => child.on('close', settle));
  const left = () => processesWith(mark);
  const started: Run = {
    child,
    output: () => output,
    errors: () => errors,
    exited,
    ready: async () => {
      for (;;) {
        const address = /^Redress is ready at (\S+)\r?$/m.exec(output)?.[1];
        if (address !== undefined) return address;
        if (child.exitCode !== null) throw new Error(`It ended before it was ready: ${output}${errors}`);
        await wait(50);
      }
    },
    left,
    remains: async () => {
      for (let waited = 0; left().length > 0 && waited < 8_000; waited += 50) await wait(50);
      return left().map((one) => one.name);
    },
  };
  runs.push(started);
  return started;
}

const start = (options: string[] = [], environment: NodeJS.ProcessEnv = {}) =>
  run([process.execPath, main, ...options], environment);

function processesWith(mark: string): { pid: number; name: string }[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        const environment = readFileSync(`/proc/${entry}/environ`, 'utf8').split('\0');
        const name = readFileSync(`/proc/${entry}/comm`, 'utf8').trim();
        return environment.includes(mark) ? [{ pid: Number(entry), name }] : [];
      } catch {
        return [];
      }
    });
}

function pidOf({ left }: Run, name: string): number {
  const found = left().find((one) => one.name === name);
  if (found === undefined) throw new Error(`No process named ${name}: ${JSON.stringify(left())}`);
  return found.pid;
}

const minute = 60_000;

describe('a start', () => {
  it(
    'ends with one line that says where, with addresses, a worked example of each landlord and a curl that works as it is',
    async () => {
      const stack = start();
      const url = await stack.ready();
      const output = stack.output();
      expect(output.match(/^Redress is ready at /gm)).toHaveLength(1);
      expect(output).toContain(`Inbox    ${url}/inbox`);
      expect(output).toContain(`OpenAPI  ${url}/openapi.json`);
      const landlords = readdirSync(join(projectFolder, 'shared/landlords'), { withFileTypes: true });
      expect(await receiptsAt(url)).toBe(landlords.filter((entry) => entry.isDirectory()).length);
      const curl = output.slice(output.indexOf('curl '));
      const answer = JSON.parse(
        execFileSync('sh', ['-c', curl], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
      expect(answer).toMatchObject({ reference: expect.any(String), obligations: expect.any(Array) });
    },
    minute,
  );

  it(
    'can be empty and in another time, is reached from this machine only, and ends by SIGINT with nothing left',
    async () => {
      const stack = start(['--empty', '--now', '2026-12-23T15:00:00Z']);
      const url = await stack.ready();
      const { port } = new URL(url);
      const outside = Object.values(networkInterfaces())
        .flat()
        .find((address) => address?.internal === false && address.family === 'IPv4');
      for (const host of ['127.0.0.1', 'localhost']) {
        expect((await fetch(`http://${host}:${port}/`)).status).toBe(200);
      }
      if (outside !== undefined) await expect(fetch(`http://${outside.address}:${port}/`)).rejects.toThrow();
      const clock = await fetch(`${url}/_local/clock`);
      expect(await clock.text()).toMatch(/"now":"2026-12-23T15:0/);
      expect(await receiptsAt(url)).toBe(0);
      await endsBy('SIGINT', stack);
    },
    minute,
  );

  it(
    'keeps its data and its time between runs when it is given a folder, ended by SIGTERM and by SIGHUP with nothing left',
    async () => {
      const data = join(scratch, 'data');
      const first = start(['--data', data]);
      const later = new Date(Date.now() + 3_600_000).toISOString();
      const moved = await fetch(`${await first.ready()}/_local/clock`, {
        method: 'POST',
        body: JSON.stringify({ now: later }),
      });
      expect(moved.status).toBe(200);
      await endsBy('SIGTERM', first);
      const second = start(['--data', data]);
      const clock = await fetch(`${await second.ready()}/_local/clock`);
      const { now } = JSON.parse(await clock.text());
      expect(Date.parse(now)).toBeGreaterThanOrEqual(Date.parse(later));
      expect(first.output()).toContain('worked example');
      expect(second.output()).not.toContain('worked example');
      await endsBy('SIGHUP', second);
    },
    minute,
  );
});

async function receiptsAt(url: string): Promise<number> {
  await fetch(`${url}/_local/settle`, { method: 'POST' });
  return JSON.parse(await (await fetch(`${url}/_local/mail`)).text()).length;
}

/** Leaves nothing and is no failure. */
async function endsBy(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP', stack: Run): Promise<void> {
  stack.child.kill(signal);
  expect(await stack.exited).toBe(0);
  expect(await stack.remains()).toEqual([]);
}

describe('an end', () => {
  it(
    'by Ctrl-C twice in the terminal, where every process of the group is told, is no failure either',
    async () => {
      const stack = start(['--empty']);
      await stack.ready();
      const group = -Number(stack.child.pid);
      process.kill(group, 'SIGINT');
      await wait(30);
      if (stack.child.exitCode === null) process.kill(group, 'SIGINT');
      expect(await stack.exited).toBe(0);
      expect(await stack.remains()).toEqual([]);
    },
    minute,
  );

  it(
    'while it is still starting leaves nothing',
    async () => {
      const stack = start(['--empty']);
      while (!stack.output().includes('Redress is starting')) await wait(20);
      stack.child.kill('SIGTERM');
      expect(await stack.exited).toBe(0);
      expect(await stack.remains()).toEqual([]);
      expect(stack.output()).not.toContain('ready');
    },
    minute,
  );

  it(
    'by killing the runner leaves nothing',
    async () => {
      const stack = start(['--empty']);
      await stack.ready();
      stack.child.kill('SIGKILL');
      expect(await stack.remains()).toEqual([]);
    },
    minute,
  );

  it(
    'by killing the shell that started it leaves nothing',
    async () => {
      const stack = run(['sh', '-c', `'${process.execPath}' '${main}' --empty; true`]);
      await stack.ready();
      stack.child.kill('SIGKILL');
      expect(await stack.remains()).toEqual([]);
    },
    minute,
  );

  it(
    'by killing npm leaves nothing',
    async () => {
      const stack = run(['npm', 'start', '--', '--empty']);
      await stack.ready();
      stack.child.kill('SIGKILL');
      expect(await stack.remains()).toEqual([]);
    },
    minute,
  );

  it(
    'by killing Java is told in one sentence, is a failure, and leaves nothing',
    async () => {
      const stack = start(['--empty']);
      await stack.ready();
      process.kill(pidOf(stack, 'java'), 'SIGKILL');
      expect(await stack.exited).toBe(1);
      expect(stack.errors()).toBe('DynamoDB Local (Java) ended unexpectedly.\n');
      expect(await stack.remains()).toEqual([]);
    },
    minute,
  );

  it.skipIf(!existsSync('/usr/bin/script'))(
    'by closing the terminal leaves nothing',
    async () => {
      const command = `'${process.execPath}' '${main}' --empty`;
      const terminal = run(['script', '--quiet', '--return', '--command', command, '/dev/null']);
      await terminal.ready();
      terminal.child.kill('SIGKILL');
      expect(await terminal.remains()).toEqual([]);
    },
    minute,
  );
});

describe('a start that cannot be', () => {
  const failed = async (stack: Run) => {
    const code = await stack.exited;
    expect(await stack.remains()).toEqual([]);
    expect(stack.output()).not.toContain('ready');
    return [code, stack.errors()];
  };

  it(
    'says which port is taken',
    async () => {
      const server = createServer();
      await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
      const address = server.address();
      const port = typeof address === 'object' ? String(address?.port) : '';
      const said = `Port ${port} is taken: set PORT to another, or to 0 for any free one.\n`;
      expect(await failed(start([], { PORT: port }))).toEqual([1, said]);
      server.close();
    },
    minute,
  );

  it(
    'says that Java is missing and how to install it',
    async () => {
      expect(await failed(start([], { PATH: scratch }))).toEqual([
        1,
        'Java 17 or later is needed for DynamoDB Local: install it, on Debian with apt-get install openjdk-17-jre-headless.\n',
      ]);
    },
    minute,
  );

  it(
    'says which data folder cannot be used',
    async () => {
      const file = join(scratch, 'a-file');
      writeFileSync(file, '');
      const said = `The data folder ${file} cannot be read and written: choose another with --data.\n`;
      expect(await failed(start(['--data', file]))).toEqual([1, said]);
    },
    minute,
  );

  it(
    'says which calendar file cannot be read',
    async () => {
      const said = `The calendar file ${scratch}/none.json cannot be read.\n`;
      expect(await failed(start(['--calendar', join(scratch, 'none.json')]))).toEqual([1, said]);
    },
    minute,
  );

  it.each([
    [['--surprise'], {}, /^Unknown option '--surprise'; see npm start -- --help\.\n$/],
    [['--now', 'tomorrow'], {}, /^--now tomorrow is no instant: write it as 2026-12-23T15:00:00Z\.\n$/],
    [[], { PORT: 'http' }, /^PORT=http is no port: it must be a number from 0 to 65535\.\n$/],
  ])('says what is wrong with how it was called: %j %j', async (options, environment, said) => {
    expect(await failed(start(options, environment))).toEqual([2, expect.stringMatching(said)]);
  });

  it(
    'names a resource of the templates that it does not know',
    async () => {
      const assemblyFolder = join(scratch, 'doctored');
      cpSync(await synthesize({ projectFolder }), assemblyFolder, { recursive: true });
      const file = join(assemblyFolder, 'Redress-Stateless.template.json');
      const template = JSON.parse(readFileSync(file, 'utf8'));
      template.Resources.Surprise = { Type: 'AWS::SQS::Surprise', Properties: {} };
      writeFileSync(file, JSON.stringify(template));
      await expect(startStack({ assemblyFolder })).rejects.toThrow(/Surprise.*AWS::SQS::Surprise/);
      const children = readdirSync('/proc/self/task').flatMap((task) =>
        readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' '),
      );
      expect(children.filter((pid) => pid !== '' && nameOf(pid) === 'sh')).toEqual([]);
    },
    minute,
  );
});

function nameOf(pid: string): string {
  return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
}
