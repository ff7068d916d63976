import { parseArgs } from 'node:util';
import { nearestOf } from '../../shared/notices/nearest.ts';

export interface CommandLine {
  landlord: string;
  folder: string;
  check: boolean;
  pictures: boolean;
}

/** What is wrong with how the command was called, in one sentence. */
export class WrongUsage extends Error {
  override name = 'WrongUsage';
}

export const help = `Writes out every notice of a landlord as people get it, and shows what its own wording changes.

  npm run notices -- <landlord> [options]

  <landlord>       whose notices: the name of a folder in shared/landlords, such as day-zero
  --out <folder>   where to write them (default: .redress/notices/<landlord>)
  --check          writes nothing; only says whether every wording can be used
  --pictures       draws the ten notices of docs/notices instead
  --help           this

Open index.html in the folder. Each notice is there as an email, as plain text, and where it can be posted or told in a
call as a letter and as a script. Run it again after a change: the page shows what is different from the last time.

Ends with 0 where all is well, 1 where a wording cannot be used or nothing could be written, 2 where the arguments are
wrong, and 130 where it was stopped. docs/wording.md says how to change a wording.
`;

/** @returns `help` where only that was asked for */
export function readCommandLine(args: string[], landlords: readonly string[]): CommandLine | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  if (values.pictures && (values.check || values.out !== undefined))
    throw new WrongUsage(`--pictures cannot go with ${values.check ? '--check' : '--out'}. Leave one out.`);
  const [landlord, ...more] = positionals;
  if (landlord === undefined || more.length > 0)
    throw new WrongUsage(`Name one landlord: ${landlords.join(', ')}.`);
  if (!landlords.includes(landlord))
    throw new WrongUsage(`There is no landlord ${landlord}. There are ${landlords.join(', ')}.`);
  return {
    landlord,
    folder: values.out ?? `.redress/notices/${landlord}`,
    check: values.check ?? false,
    pictures: values.pictures ?? false,
  };
}

const options = {
  out: { type: 'string' },
  check: { type: 'boolean' },
  pictures: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function parse(args: string[]) {
  const { tokens } = parseArgs({ args, allowPositionals: true, strict: false, tokens: true, options });
  for (const token of tokens) if (token.kind === 'option') judge(token);
  return parseArgs({ args, allowPositionals: true, options });
}

/** In words of our own: those of the parser are for whoever wrote the command. */
function judge({
  name,
  rawName,
  value,
}: {
  name: string;
  rawName: string;
  value?: string | undefined;
}): void {
  if (!Object.hasOwn(options, name)) {
    const nearest = nearestOf(name, Object.keys(options));
    throw new WrongUsage(`There is no option ${rawName}.${nearest ? ` There is --${nearest}.` : ''}`);
  }
  if (name !== 'out' && value !== undefined)
    throw new WrongUsage(`${rawName} stands alone. Leave out what follows it.`);
  if (name === 'out' && (!value || value.startsWith('-'))) throw new WrongUsage('Name a folder after --out.');
}
