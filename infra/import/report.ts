import { headerOf } from './columns.ts';
import type { SheetRow } from './read-sheet.ts';
import type { Result } from './send-rows.ts';

/** What whoever runs an import reads of it. */

/** `row 2  CRM-20417  imported as K7QF2-9XW48, stage-1-response by 2026-12-21` */
export function writeLine({ number, id }: SheetRow, result: Result | undefined): string {
  return escapeBreaks(`row ${number}  ${id ?? '(no id)'}  ${describe(result)}`);
}

/** Cells may hold anything: what breaks a line, or turns it round on a terminal, is written as in JSON. */
function escapeBreaks(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    const short = JSON.stringify(character).slice(1, -1);
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return short === character ? `\\u${code}` : short;
  });
}

function describe(result: Result | undefined): string {
  if (!result) return 'not sent';
  const { outcome, reference, dates = [], errors = [] } = result;
  const owed = dates.map(({ kind, dueOn }) => `, ${kind} by ${dueOn}`).join('');
  switch (outcome) {
    case 'would-import':
      return `would be imported${owed}`;
    case 'imported':
      return `imported as ${reference}${owed}`;
    case 'imported-already':
      return `imported already, as ${reference}`;
    case 'bad':
      return `bad: ${errors.map(({ field, detail }) => `${headerOf(field)}: ${detail}`).join('; ')}`;
  }
}

const words = {
  'would-import': 'would be imported',
  imported: 'imported',
  'imported-already': 'imported already',
  bad: 'bad',
} as const;

/** `1,960 imported, 40 bad` */
export function summarize(rows: readonly SheetRow[], results: ReadonlyMap<SheetRow, Result>): string {
  const outcomes = Object.keys(words) as (keyof typeof words)[];
  const counted = outcomes.map((outcome) => {
    const count = rows.filter((row) => results.get(row)?.outcome === outcome).length;
    return count > 0 ? [`${count} ${words[outcome]}`] : [];
  });
  const unsent = rows.filter((row) => !results.has(row)).length;
  return [`${rows.length} rows`, ...counted.flat(), ...(unsent > 0 ? [`${unsent} not sent`] : [])].join(', ');
}

/** Says how far it is: on a terminal in one line once a second, elsewhere in a line for each tenth. */
export function createProgress(
  doing: string,
  total: number,
  { write, isTerminal, now }: { write: (text: string) => void; isTerminal: boolean; now: () => number },
): { count: () => void; end: () => void } {
  let done = 0;
  let said = Number.NEGATIVE_INFINITY;
  let tenth = 0;
  const line = () => `${doing} ${done} of ${total} rows`;
  return {
    count: () => {
      done++;
      const at = now();
      if (isTerminal && at - said >= 1_000) {
        said = at;
        write(`\r${line()}`);
      }
      const reached = Math.floor((done * 10) / total);
      if (!isTerminal && reached > tenth) write(`${line()}\n`);
      tenth = reached;
    },
    end: () => {
      if (isTerminal) write(`\r${line()}\n`);
    },
  };
}
