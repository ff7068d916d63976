/**
 * A process that answers requests as a function does, for a test to read all that it writes: every event that its
 * parent sends it is handled once by a store that works and once by one that fails with what it was given.
 */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { createHttpHandler } from '../../functions/middleware/http.ts';
import { createResidentRoutes } from '../../functions/resident-api/handler.ts';
import { createStaffRoutes } from '../../functions/staff-api/handler.ts';
import { instant } from '../../shared/domain/london-time.ts';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import type { EnquiryStore } from '../../shared/ports/enquiries.ts';
import { createMemoryAccess } from '../../shared/ports/memory/access.ts';
import { createMemoryCalendarArchive } from '../../shared/ports/memory/calendar-archive.ts';
import { createMemoryStore } from '../../shared/ports/memory/complaint-store.ts';
import { createMemoryEnquiries } from '../../shared/ports/memory/enquiries.ts';
import { createMemoryRecords } from '../../shared/ports/memory/records.ts';
import { createMemoryStaffRegister } from '../../shared/ports/memory/staff-register.ts';
import { rules, shippedCalendar } from './rules.ts';

const register = createMemoryStaffRegister();
const archive = createMemoryCalendarArchive();
const records = createMemoryRecords();
const enquiries = createMemoryEnquiries();
const works = createMemoryStore(() => 0, { register, archive, records, enquiries });
const failWith = (what: unknown): never => {
  throw new Error(`could not store ${JSON.stringify(what)}\n    at ${JSON.stringify(what)}`);
};
const fails: ComplaintStore = {
  ...works,
  receive: async (complaint) => failWith(complaint),
  commit: async (change) => failWith(change),
};

const failsToo: EnquiryStore = {
  ...enquiries,
  log: async (logged) => failWith(logged),
  commit: async (change) => failWith(change),
};

const stores = [
  { store: works, enquiries },
  { store: fails, enquiries: failsToo },
];
const handlers = stores.map((kept) => {
  const ports = {
    ...{
      ...kept,
      register,
      records,
      archive,
      ...shippedCalendar,
      rules,
      access: createMemoryAccess(),
    },
    clock: () => instant('2026-12-23T15:00:00Z'),
    randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
    served: new Set(rules.policies.keys()),
  };
  return createHttpHandler({ ...createResidentRoutes(ports), ...createStaffRoutes(ports) });
});

process.once('message', async (events: APIGatewayProxyEventV2[]) => {
  const statuses: unknown[] = [];
  let reference = '';
  for (const event of events) {
    const { pathParameters } = event;
    // a request about a complaint is about the last one that was stored
    const asked = pathParameters?.reference
      ? { ...event, pathParameters: { ...pathParameters, reference } }
      : event;
    for (const handle of handlers) {
      const { statusCode, body = '{}' } = await handle(asked, {} as Context);
      statuses.push(statusCode);
      reference = JSON.parse(body).reference ?? reference;
    }
  }
  process.send?.(statuses, () => process.disconnect());
});
