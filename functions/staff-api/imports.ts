import { importAnswer, importBody, importRow, type RowResultBody } from '../../shared/contracts/imports.ts';
import { parseFields } from '../../shared/contracts/parse.ts';
import type { FieldProblem } from '../../shared/contracts/problems.ts';
import { tellRefusal } from '../../shared/contracts/refusals.ts';
import {
  type ImportPorts,
  importComplaints,
  type RowResult,
} from '../../shared/use-cases/import-complaints.ts';
import { notAdmittedToLandlord, readBody, readKey, type StaffHandler } from './requests.ts';

export function createImportHandlers(ports: ImportPorts) {
  return {
    importComplaints: async (token, request) => {
      const key = readKey(request);
      if ('problem' in key) return key.problem;
      const body = readBody(importBody, request);
      if ('problem' in body) return body.problem;
      const { dryRun } = body.value;
      const read = body.value.rows.map((row) => ({ row, parsed: parseFields(importRow, row, 'row') }));
      const rows = read.flatMap(({ parsed }) => (parsed.ok ? [parsed.value] : []));
      const { landlord = '' } = request.params;
      const imported = await importComplaints(ports, token, { landlord, rows, dryRun });
      if (imported.type === 'refused') return notAdmittedToLandlord(imported.refusal);
      const told = imported.results.values();
      const results = read.map(({ row, parsed }): RowResultBody => {
        const id = typeof row.id === 'string' ? { id: row.id } : {};
        if (!parsed.ok) return { ...id, outcome: 'bad', errors: parsed.errors };
        const result = told.next().value;
        if (!result) throw new Error('a row was left out');
        return { ...id, ...describeResult(result) };
      });
      return { status: 200, body: JSON.stringify(importAnswer.parse({ results })) };
    },
  } as const satisfies Record<string, StaffHandler>;
}

function describeResult(result: RowResult): RowResultBody {
  if (result.outcome === 'bad') return { outcome: 'bad', errors: [tellBad(result)] };
  if (result.outcome === 'imported-already') return result;
  const { owed, ...told } = result;
  return { ...told, dates: owed.map(({ kind, dueOn }) => ({ kind, dueOn })) };
}

/** In the words that staff read, at the column that it comes of. */
function tellBad({ refusal, column }: Extract<RowResult, { outcome: 'bad' }>): FieldProblem {
  const { detail, field = column } = tellRefusal(refusal);
  if (field === 'newDueOn') return { field: 'extendedTo', detail };
  return { field: Object.hasOwn(importRow.shape, field) ? field : column, detail };
}
