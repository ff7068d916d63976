import { parseFields } from '../../shared/contracts/parse.ts';
import { invalidRequest, type Problem } from '../../shared/contracts/problems.ts';
import { complaintBody } from '../../shared/contracts/staff-complaint.ts';
import {
  noticesBody,
  timelineBody,
  worklistBody,
  worklistQuery,
} from '../../shared/contracts/staff-lists.ts';
import { isReference } from '../../shared/domain/reference.ts';
import { staffId, staffIdPattern } from '../../shared/domain/staff.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { StaffRegister } from '../../shared/ports/staff-register.ts';
import { readComplaint, readNotices, readTimeline } from '../../shared/use-cases/read-complaint.ts';
import { describeItem, readWorklist, type WorklistFilter } from '../../shared/use-cases/read-worklist.ts';
import type { Rules } from '../../shared/use-cases/rules.ts';
import { describeForStaff } from '../../shared/use-cases/staff-view.ts';
import { describeTimeline } from '../../shared/use-cases/staff-view-timeline.ts';
import type { HttpAnswer } from '../middleware/http.ts';
import { readNext, writeNext } from './next-page.ts';
import { notAdmitted, orProblem, type StaffHandler } from './requests.ts';

export interface ReadPorts {
  store: ComplaintStore;
  register: StaffRegister;
  records: Pick<Records, 'readResident'>;
  rules: Rules;
  clock: Clock;
}

export function createReadHandlers(ports: ReadPorts) {
  return {
    readWorklist: async (token, { query }) => {
      const parsed = orProblem(parseFields(worklistQuery, query, 'query'));
      if ('problem' in parsed) return parsed.problem;
      const filter = filterOf(parsed.value);
      if ('problem' in filter) return filter.problem;
      const page = await readWorklist(ports, token, filter);
      if (page.type !== 'found') return notAdmitted(page);
      const body = {
        complaints: page.items.map(describeItem),
        ...(page.next && { next: writeNext(page.next) }),
      };
      return ok(worklistBody.parse(body));
    },
    readComplaint: async (token, { params }) => {
      const { reference = '' } = params;
      const read = isReference(reference) ? await readComplaint(ports, { token, reference }) : unknown;
      if (read.type !== 'found') return notAdmitted(read);
      return { ...ok(complaintBody.parse(describeForStaff(read))), version: read.stored.complaint.revision };
    },
    readTimeline: async (token, { params }) => {
      const { reference = '' } = params;
      const read = isReference(reference) ? await readTimeline(ports, { token, reference }) : unknown;
      if (read.type !== 'found') return notAdmitted(read);
      return ok(timelineBody.parse(describeTimeline(reference, read.entries, read.texts, read.hidden)));
    },
    readNotices: async (token, { params }) => {
      const { reference = '' } = params;
      const read = isReference(reference) ? await readNotices(ports, { token, reference }) : unknown;
      if (read.type !== 'found') return notAdmitted(read);
      const notices = read.notices.map(({ id, kind, recipient, status, owedAt, attempts, lastError }) => ({
        id,
        kind,
        to: recipient.type === 'complainant' ? 'resident' : recipient.type,
        state: status,
        owedAt,
        attempts,
        ...(lastError && { lastError }),
      }));
      return ok(noticesBody.parse({ reference, notices }));
    },
  } as const satisfies Record<string, StaffHandler>;
}

/** No complaint can be called so. */
const unknown = { type: 'unknown' } as const;

function ok(body: object): HttpAnswer {
  return { status: 200, body: JSON.stringify(body) };
}

type Query = ReturnType<typeof worklistQuery.parse>;

function filterOf({
  landlord,
  state,
  handler,
  team,
  status,
  dueBy,
  limit,
  after,
}: Query): WorklistFilter | { problem: Problem } {
  const from = readNext(after);
  if ('problem' in from) return from;
  if (handler !== undefined && !staffIdPattern.test(handler))
    return {
      problem: invalidRequest([{ field: 'handler', detail: 'must be the id of somebody, or nobody' }]),
    };
  return {
    landlord,
    open: state !== 'closed',
    handler: handlerOf(handler),
    team,
    status,
    dueBy: dueBy as WorklistFilter['dueBy'],
    after: from.value,
    limit: Number(limit ?? 25),
  };
}

function handlerOf(handler: string | undefined) {
  if (handler === undefined) return undefined;
  return handler === 'nobody' ? null : staffId(handler);
}
