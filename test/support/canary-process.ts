/**
 * A process that answers requests as a function does, for a test to read all that it writes: every event that its
 * parent sends it is handled once by a store that works and once by one that fails with what it was given.
 */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { createHttpHandler } from '../../functions/middleware/http.ts';
import { createResidentRoutes } from '../../functions/resident-api/handler.ts';
import { bundledCalendar } from '../../shared/calendar/calendar.ts';
import { instant } from '../../shared/domain/london-time.ts';
import { landlords, ombudsmen } from '../../shared/landlords/landlords.ts';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import { createMemoryStore } from '../../shared/ports/memory/complaint-store.ts';

const works = createMemoryStore(() => 0);
const fails: ComplaintStore = {
  ...works,
  receive: async (complaint) => {
    throw new Error(
      `could not store ${JSON.stringify(complaint)}\n    at ${JSON.stringify(complaint.personal)}`,
    );
  },
};

const handlers = [works, fails].map((store) =>
  createHttpHandler(
    createResidentRoutes({
      store,
      rules: { policies: landlords, calendarFor: bundledCalendar, ombudsmen },
      clock: () => instant('2026-12-23T15:00:00Z'),
      randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
      served: new Set(landlords.keys()),
    }),
  ),
);

process.once('message', async (events: APIGatewayProxyEventV2[]) => {
  const statuses: unknown[] = [];
  for (const event of events) {
    for (const handle of handlers) statuses.push((await handle(event, {} as Context)).statusCode);
  }
  process.send?.(statuses, () => process.disconnect());
});
