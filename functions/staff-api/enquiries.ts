import { parseFields } from '../../shared/contracts/parse.ts';
import { enquiryRoutes as routes } from '../../shared/contracts/routes/enquiries.ts';
import { isReference } from '../../shared/domain/reference.ts';
import { describeEnquiry } from '../../shared/use-cases/enquiry-view.ts';
import {
  type ReadEnquiriesPorts,
  readCompliments,
  readEnquiry,
  readRequests,
} from '../../shared/use-cases/read-enquiries.ts';
import type { HttpAnswer } from '../middleware/http.ts';
import { changeHandlers, notAdmittedToEnquiry } from './change-enquiries.ts';
import { type LogEnquiryPorts, logHandlers } from './log-enquiries.ts';
import { places, readNext, writeNext } from './next-page.ts';
import { notAllowed, orProblem, type StaffHandler } from './requests.ts';

export type EnquiryApiPorts = LogEnquiryPorts & ReadEnquiriesPorts;

/** What staff do with what is no complaint. */
export function createEnquiryHandlers(ports: EnquiryApiPorts) {
  return {
    ...logHandlers(ports),
    ...changeHandlers(ports),
    readEnquiry: async (token, { params }) => {
      const { reference = '' } = params;
      if (!isReference(reference)) return notAdmittedToEnquiry({ type: 'unknown' });
      const read = await readEnquiry(ports, token, reference);
      if (read.type !== 'found') return notAdmittedToEnquiry(read);
      const body = routes.readEnquiry.answer.body.parse(describeEnquiry(read));
      return { ...ok(body), version: read.enquiry.revision };
    },
    readServiceRequests: async (token, { params, query }) => {
      const parsed = orProblem(parseFields(routes.readServiceRequests.request.query, query, 'query'));
      if ('problem' in parsed) return parsed.problem;
      const from = readNext(parsed.value.after, places.byDay);
      if ('problem' in from) return from.problem;
      const limit = Number(parsed.value.limit ?? 25);
      const page = { landlord: params.landlord ?? '', after: from.value, limit };
      const read = await readRequests(ports, token, page);
      if (read.type === 'denied') return notAllowed(read.denied);
      const body = {
        serviceRequests: read.items.map(({ on, after: _, staffComplainedAbout: __, ...item }) => ({
          ...item,
          reviewDueOn: on,
        })),
        ...(read.next && { next: writeNext(read.next) }),
      };
      return ok(routes.readServiceRequests.answer.body.parse(body));
    },
    readCompliments: async (token, { params, query }) => {
      const parsed = orProblem(parseFields(routes.readCompliments.request.query, query, 'query'));
      if ('problem' in parsed) return parsed.problem;
      const { quarter } = parsed.value;
      const [year = '', number] = quarter.split('-Q');
      const asked = { year, quarter: Number(number) };
      const read = await readCompliments(ports, token, params.landlord ?? '', asked);
      if (read.type === 'denied') return notAllowed(read.denied);
      const compliments = read.items.map(({ reference, status, team, on }) => ({
        ...{ reference, status, receivedOn: on },
        ...(team && { team }),
      }));
      const body = { quarter, count: compliments.length, compliments };
      return ok(routes.readCompliments.answer.body.parse(body));
    },
  } as const satisfies Record<string, StaffHandler>;
}

function ok(body: object): HttpAnswer {
  return { status: 200, body: JSON.stringify(body) };
}
