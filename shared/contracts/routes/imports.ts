import { importAnswer, importBody, importPath } from '../imports.ts';
import { idempotencyHeaders } from '../intake.ts';
import type { Route } from './route.ts';

/** How a landlord’s open complaints come over from its old records. */
export const importRoutes = {
  importComplaints: {
    key: 'POST /staff/landlords/{landlord}/imports',
    function: 'staff-api',
    tag: 'staff',
    summary: 'Import open complaints',
    description:
      'Takes open complaints over with their dates, 25 rows at most at once. The rules decide each row as though staff recorded late what happened; nobody is mailed about it. A row that is wrong is named and stops no other. What was imported is found by its id and never imported again, whatever the key.',
    request: { path: importPath, headers: idempotencyHeaders, body: importBody },
    answer: { status: 200, description: 'What became of each row.', body: importAnswer },
    problems: [
      'invalid-request',
      'not-allowed',
      'unknown-landlord',
      'too-large',
      'not-json',
      'key-missing',
      'our-fault',
    ],
  },
} as const satisfies Record<string, Route>;
