import type { StaffToken } from '../domain/authorization.ts';
import { openObligations } from '../domain/complaint.ts';
import type { Instant } from '../domain/london-time.ts';
import type { Obligation } from '../domain/obligations.ts';
import type { Policy } from '../domain/policy.ts';
import type { Reference } from '../domain/reference.ts';
import type { Person } from '../domain/staff.ts';
import type { Clock, RandomBytes } from '../ports/clock.ts';
import type { ComplaintStore } from '../ports/complaint-store.ts';
import { admitToLandlord, type LandlordAdmission, type NotAdmittedToLandlord } from './admit-to-landlord.ts';
import { type Imported, type ImportedRow, importComplaint } from './import-complaint.ts';
import { inParallel } from './in-parallel.ts';
import type { Rules } from './rules.ts';

export type ImportPorts = LandlordAdmission & {
  store: ComplaintStore;
  rules: Rules;
  clock: Clock;
  randomBytes: RandomBytes;
};

/** What became of a row, or would. */
export type RowResult =
  | { outcome: 'would-import'; owed: Obligation[] }
  | { outcome: 'imported'; reference: Reference; owed: Obligation[] }
  | { outcome: 'imported-already'; reference: Reference }
  | ({ outcome: 'bad' } & Omit<Extract<Imported, { type: 'refused' }>, 'type'>);

export type ImportResult =
  | { type: 'done'; results: RowResult[] }
  | { type: 'refused'; refusal: NotAdmittedToLandlord };

const rowsAtOnce = 10;
const attempts = 3;

/**
 * Imports rows of one landlord’s old records, each for itself: whole, once for ever, or not at all.
 *
 * @returns what became of each, in their order
 * @throws Error where the store fails; what was imported until then stays, and is not imported again
 */
export async function importComplaints(
  ports: ImportPorts,
  token: StaffToken,
  { landlord, rows, dryRun }: { landlord: string; rows: readonly ImportedRow[]; dryRun: boolean },
): Promise<ImportResult> {
  const admitted = await admitToLandlord(ports, token, 'import-complaints', landlord);
  if ('refusal' in admitted) return { type: 'refused', refusal: admitted.refusal };
  const now = ports.clock();
  const { policy } = admitted;
  const known = await ports.store.findImported(
    landlord,
    rows.map(({ id }) => id),
  );
  const people = await readHandlers(ports, rows);
  const importRow = async (row: ImportedRow): Promise<RowResult> => {
    const reference = known.get(row.id);
    if (reference) return { outcome: 'imported-already', reference };
    const decideRow = (unsafe?: readonly string[]) =>
      importComplaint(ports, policy, row, token.id, people, now, unsafe);
    return dryRun ? tryRow(await decideRow()) : storeRow(ports, policy, row, decideRow, now);
  };
  const results: RowResult[] = [];
  await inParallel(rowsAtOnce, rows.entries(), async ([place, row]) => {
    results[place] = await importRow(row);
    return 'go-on';
  });
  return { type: 'done', results };
}

function tryRow(imported: Imported): RowResult {
  if (imported.type === 'refused') return bad(imported);
  return { outcome: 'would-import', owed: openObligations(imported.complaint.stored.complaint) };
}

async function storeRow(
  { store }: ImportPorts,
  { landlord }: Policy,
  { id }: ImportedRow,
  decideRow: (unsafe?: readonly string[]) => Promise<Imported>,
  at: Instant,
): Promise<RowResult> {
  const unsafe: string[] = [];
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const imported = await decideRow(unsafe);
    if (imported.type === 'refused') return bad(imported);
    const { complaint } = imported;
    const outcome = await store.receive({ ...complaint, at, answer: undefined, importedAs: id });
    const { reference } = complaint.stored.complaint;
    if (outcome === 'stored')
      return { outcome: 'imported', reference, owed: openObligations(complaint.stored.complaint) };
    if (typeof outcome === 'object') unsafe.push(...outcome.unsafe);
    const earlier = (await store.findImported(landlord, [id])).get(id);
    if (earlier) return { outcome: 'imported-already', reference: earlier };
  }
  throw new Error(`row ${id} could not be stored in ${attempts} attempts`);
}

function bad({ refusal, column }: Extract<Imported, { type: 'refused' }>): RowResult {
  return { outcome: 'bad', refusal, column };
}

async function readHandlers({ register }: ImportPorts, rows: readonly ImportedRow[]): Promise<Person[]> {
  const handlers = new Set(rows.flatMap(({ handler }) => handler ?? []));
  const found = await Promise.all([...handlers].map((id) => register.read(id)));
  return found.filter((person) => person !== undefined);
}
