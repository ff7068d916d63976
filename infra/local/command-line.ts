import { parseArgs } from 'node:util';
import { parseInstant } from './read-local-bodies.ts';

export interface CommandLine {
  help: boolean;
  now: string | undefined;
  dataFolder: string | undefined;
  empty: boolean;
  everyTick: boolean;
  calendarFile: string | undefined;
  verbose: boolean;
  port: number;
}

/** What is wrong with how the command was called, in one sentence. */
export class WrongUsage extends Error {
  override name = 'WrongUsage';
}

export const usage = `Runs Redress on this machine, from the templates that would be deployed.

  npm start -- [options]

  --now <instant>      where time starts, such as 2026-12-23T15:00:00Z (default: now)
  --data <folder>      keep data between runs (default: in memory, with a worked example of each landlord)
  --empty              no worked examples
  --every-tick         run every tick while the clock is moved, instead of skipping those with nothing due
  --calendar <file>    a file in place of calendar version 1; the bank-holiday feed starts with it too
  --verbose            print what the functions print
  --help               this

  PORT=<number>        the port (default: 3000; 0 takes a free one)
`;

const defaultPort = 3000;

export function readCommandLine(args: string[], environment: NodeJS.ProcessEnv): CommandLine {
  const { values } = parse(args);
  if (values.now !== undefined && parseInstant(values.now) === undefined) {
    throw new WrongUsage(`--now ${values.now} is no instant: write it as 2026-12-23T15:00:00Z.`);
  }
  return {
    help: values.help ?? false,
    now: values.now,
    dataFolder: values.data,
    empty: values.empty ?? false,
    everyTick: values['every-tick'] ?? false,
    calendarFile: values.calendar,
    verbose: values.verbose ?? false,
    port: readPort(environment.PORT),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        now: { type: 'string' },
        data: { type: 'string' },
        empty: { type: 'boolean' },
        'every-tick': { type: 'boolean' },
        calendar: { type: 'string' },
        verbose: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/\.(?: |$)/)[0] : String(error);
    throw new WrongUsage(`${reason}; see npm start -- --help.`);
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return defaultPort;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new WrongUsage(`PORT=${text} is no port: it must be a number from 0 to 65535.`);
}
