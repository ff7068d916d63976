import { parseArgs } from 'node:util';
import { columns } from './columns.ts';

export interface CommandLine {
  file: string;
  landlord: string | undefined;
  commit: boolean;
  skipBad: boolean;
  api: string;
  report: string | undefined;
}

/** What is wrong with how the command was called, in one sentence. */
export class WrongUsage extends Error {
  override name = 'WrongUsage';
}

const width = Math.max(...columns.map(({ header }) => header.length));

const columnLines = columns.map(({ header, description, required, choices }) => {
  const needed = required ? ' Always needed.' : '';
  const listed = choices.length > 0 ? `\n  ${' '.repeat(width)}  ${choices.join(', ')}` : '';
  return `  ${header.padEnd(width)}  ${description}${needed}${listed}`;
});

export const help = `Brings open complaints from a spreadsheet: a row is one complaint, and where it had got to.

  npm run import -- <file.csv> [options]

  <file.csv>        a spreadsheet saved as CSV; see docs/import-example.csv
  --landlord <id>   whose complaints they are (default: the one of the token; day-zero on the local stack)
  --commit          import; without it every row is checked, and nothing is stored
  --skip-bad        with --commit: import the good rows although others are bad
  --api <url>       where Redress answers (default: the local stack, http://localhost:3000)
  --report <file>   write the line of each row there
  --help            this

  REDRESS_TOKEN     your token, of a manager or the senior lead; the local stack makes one itself

A row is imported whole or not at all, and never twice: run it again after an interruption, and it goes on where it was.
Nobody is mailed about what happened before the import.

The first row names the columns, in any order, as below or in snake_case. Days are written 2026-11-30 or 30/11/2026; of a
list each thing is parted by a semicolon or a comma. “Received on” or “Received at” is always needed.

${columnLines.join('\n')}

Ends with 0 where every row is good, 1 where some are bad or it could not be finished, 2 where nothing was sent because
the arguments, the file or its columns are wrong.
`;

/** @returns `help` where only that was asked for */
export function readCommandLine(args: string[], environment: NodeJS.ProcessEnv): CommandLine | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WrongUsage('Name one file.');
  if (values['skip-bad'] && !values.commit) throw new WrongUsage('--skip-bad goes with --commit.');
  const api = values.api ?? `http://localhost:${environment.PORT || 3000}`;
  if (!/^https?:$/.test(URL.parse(api)?.protocol ?? ''))
    throw new WrongUsage(`--api ${api} is no address: write it as https://complaints.example.`);
  return {
    file,
    landlord: values.landlord,
    commit: values.commit ?? false,
    skipBad: values['skip-bad'] ?? false,
    api: api.replace(/\/+$/, ''),
    report: values.report,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        landlord: { type: 'string' },
        commit: { type: 'boolean' },
        'skip-bad': { type: 'boolean' },
        api: { type: 'string' },
        report: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}
