import type * as z from 'zod/mini';
import { problemOfEnquiryRefusal } from '../../shared/contracts/enquiry-refusals.ts';
import { keyReused, type Problem, problem, problemOfRefusal } from '../../shared/contracts/problems.ts';
import { enquiryRoutes as routes } from '../../shared/contracts/routes/enquiries.ts';
import { isReference, referenceBytes, referenceFrom } from '../../shared/domain/reference.ts';
import type { StaffId } from '../../shared/domain/staff.ts';
import type { NotAdmittedToEnquiry } from '../../shared/use-cases/admit-to-enquiry.ts';
import { describeEnquiryChange } from '../../shared/use-cases/enquiry-view.ts';
import {
  type EnquiryRequest,
  type EnquiryResult,
  handleEnquiry,
} from '../../shared/use-cases/handle-enquiry.ts';
import type { EnquiryPorts } from '../../shared/use-cases/log-enquiry.ts';
import { hashOfRequest } from '../../shared/use-cases/receive-complaint.ts';
import type { HttpAnswer } from '../middleware/http.ts';
import { notAllowed, readBody, readKey, readVersion, type StaffHandler } from './requests.ts';

type Name = 'offerChoice' | 'reviewServiceRequest' | 'convertServiceRequest' | 'passComplimentOn';
type Parts = Pick<EnquiryRequest, 'build' | 'dissatisfaction'> & { people?: readonly StaffId[] };
type Sent<Of extends Name> = z.infer<(typeof routes)[Of]['request']['body']>;

/** What each route says, as a command. */
const translations: { [Each in Name]: (by: StaffId, body: Sent<Each>) => Parts } = {
  offerChoice: (by, body) => ({ build: () => ({ type: 'OfferChoice', by, ...body }) }),
  reviewServiceRequest: (by, { outcome, note }) => ({
    build: ({ keep }) => ({
      ...{ type: 'ReviewRequest', by, outcome },
      ...(note !== undefined && { note: keep(note).id }),
    }),
  }),
  convertServiceRequest: (by, { description, staffComplainedAbout, dissatisfiedAt, channel, chosenOn }) => ({
    dissatisfaction: { description, staffComplainedAbout },
    build: ({ randomBytes }) => ({
      ...{ type: 'Convert', by, channel, chosenOn, staffComplainedAbout },
      complaint: referenceFrom(randomBytes(referenceBytes)),
      ...(dissatisfiedAt ? { dissatisfiedAt } : { filedWrongly: true }),
    }),
  }),
  passComplimentOn: (by, { person, team = '', thanked }) => ({
    people: person ? [person] : [],
    build: () => ({ type: 'PassOn', by, to: person ? { person } : { team }, thanked }),
  }),
};

export function changeHandlers(ports: EnquiryPorts): Record<Name, StaffHandler> {
  const names = Object.keys(translations) as Name[];
  const handlers = names.map((name) => [name, handlerOf(ports, name)]);
  return Object.fromEntries(handlers) as Record<Name, StaffHandler>;
}

function handlerOf(ports: EnquiryPorts, name: Name): StaffHandler {
  const { request: asked, answer } = routes[name];
  const schema: z.ZodMiniType = asked.body;
  return async (token, request) => {
    const key = readKey(request);
    if ('problem' in key) return key.problem;
    const revision = readVersion(request);
    if ('problem' in revision) return revision.problem;
    const body = readBody(schema, request);
    if ('problem' in body) return body.problem;
    const { reference = '' } = request.params;
    if (!isReference(reference)) return notAdmittedToEnquiry({ type: 'unknown' });
    const translate = translations[name] as (by: StaffId, body: unknown) => Parts;
    const { people = [], ...parts } = translate(token.id, body.value);
    const result = await handleEnquiry(ports, {
      ...{ token, reference, people },
      revision: revision.value,
      key: { scope: `staff#${token.id}`, key: key.value },
      requestHash: hashOfRequest({ name, reference, body: request.body }),
      ...parts,
      answer: (enquiry, begun) => {
        const complaint = begun?.stored.complaint.reference;
        const changed = answer.body.parse({ ...describeEnquiryChange(enquiry), complaint });
        return { status: answer.status, body: JSON.stringify(changed) };
      },
    });
    return writeResult(name, result);
  };
}

function writeResult(name: Name, result: EnquiryResult): HttpAnswer | Problem {
  switch (result.type) {
    case 'answered': {
      const { version } = routes[name].answer.body.parse(JSON.parse(result.body));
      return { status: result.status, body: result.body, version };
    }
    case 'enquiry-refused':
      return problemOfEnquiryRefusal(result.refusal);
    case 'complaint-refused':
      return problemOfRefusal(result.refusal);
    case 'stale': {
      const told = problem('stale', 'Read it again and base the change on it; nothing was stored.');
      return { ...told, currentVersion: result.revision };
    }
    case 'key-used-for-another-request':
      return keyReused();
    default:
      return notAdmittedToEnquiry(result);
  }
}

export function notAdmittedToEnquiry(result: NotAdmittedToEnquiry): Problem {
  if (result.type === 'denied') return notAllowed(result.denied);
  return problem('unknown-enquiry', 'Check the reference: it has two groups of five characters.');
}
