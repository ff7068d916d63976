import { mostRows, type RowResultBody } from '../../shared/contracts/imports.ts';
import type { ImportApi } from './api.ts';
import type { SheetRow } from './read-sheet.ts';

/** What is known of a row so far. */
export type Result = Pick<RowResultBody, 'outcome' | 'reference' | 'dates' | 'errors'>;

const requestsAtOnce = 2;
/** A request may have 64 KB, of which some is not rows. */
const mostBytes = 62_000;

const bytesOf = ({ sent }: SheetRow) => Buffer.byteLength(JSON.stringify(sent)) + 1;

/** What can be told of rows before any is sent: those that are bad by themselves. */
export function judgeUnsent(rows: readonly SheetRow[]): Map<SheetRow, Result> {
  return new Map(
    rows.flatMap((row): [SheetRow, Result][] => {
      const tooLong = bytesOf(row) > mostBytes;
      const long = tooLong ? [{ field: 'row', detail: 'is longer than the 64 KB that can be sent' }] : [];
      const errors = [...row.problems, ...long];
      return errors.length > 0 ? [[row, { outcome: 'bad', errors }]] : [];
    }),
  );
}

/** Rows as they are sent together, so that no request is too large. */
function* inRequests(rows: readonly SheetRow[]): Generator<SheetRow[]> {
  let together: SheetRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    const more = bytesOf(row);
    if (together.length === mostRows || (together.length > 0 && bytes + more > mostBytes)) {
      yield together;
      together = [];
      bytes = 0;
    }
    together.push(row);
    bytes += more;
  }
  if (together.length > 0) yield together;
}

/**
 * Sends rows a few requests at a time and notes what became of each. Once it is to stop, or a request failed, those in
 * flight are waited for and no further one is sent.
 *
 * @throws the first failure, once nothing is in flight
 */
export async function sendRows(
  api: ImportApi,
  rows: readonly SheetRow[],
  {
    dryRun,
    stop,
    note,
  }: { dryRun: boolean; stop: AbortSignal; note: (row: SheetRow, result: Result) => void },
): Promise<void> {
  const requests = inRequests(rows);
  let failure: { error: unknown } | undefined;
  const work = async () => {
    while (!stop.aborted && !failure) {
      const next = requests.next();
      if (next.done) return;
      const sent = next.value;
      try {
        const results = await api.send(
          sent.map((row) => row.sent),
          dryRun,
        );
        for (const [place, row] of sent.entries()) note(row, results[place] as Result);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: requestsAtOnce }, work));
  if (failure) throw failure.error;
}
