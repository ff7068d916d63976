import type * as z from 'zod/mini';
import { enquiryRoutes as routes } from '../../shared/contracts/routes/enquiries.ts';
import { mayDo, type Staff, staffFrom } from '../../shared/domain/authorization.ts';
import type { Enquiry } from '../../shared/domain/enquiries/enquiry.ts';
import type { EnquiryKind } from '../../shared/domain/enquiries/kinds.ts';
import type { StaffRegister } from '../../shared/ports/staff-register.ts';
import {
  type EnquiryIntake,
  type EnquiryPorts,
  takeDownEnquiry,
} from '../../shared/use-cases/log-enquiry.ts';
import { answerLogged } from '../middleware/answer-logged.ts';
import type { HttpAnswer } from '../middleware/http.ts';
import { unknownLandlord } from './log-complaint.ts';
import { notAllowed, readBody, readKey, type StaffHandler } from './requests.ts';

export interface LogEnquiryPorts extends EnquiryPorts {
  register: StaffRegister;
  /** ids of the landlords that this environment serves */
  served: ReadonlySet<string>;
}

type Name = 'logServiceRequest' | 'logCompliment' | 'logSurveyFeedback';
type Sent<Of extends Name> = z.infer<(typeof routes)[Of]['request']['body']>;

/** What is sent of any of them. */
type AnySent = Omit<Sent<'logServiceRequest'>, 'channel'> &
  Partial<
    Pick<Sent<'logServiceRequest'>, 'channel'> &
      Pick<Sent<'logCompliment'>, 'about'> &
      Pick<Sent<'logSurveyFeedback'>, 'choice'>
  >;

export function logHandlers(ports: LogEnquiryPorts) {
  return {
    logServiceRequest: handlerOf(ports, 'logServiceRequest', 'service-request'),
    logCompliment: handlerOf(ports, 'logCompliment', 'compliment'),
    logSurveyFeedback: handlerOf(ports, 'logSurveyFeedback', 'survey'),
  } as const satisfies Record<Name, StaffHandler>;
}

function handlerOf(ports: LogEnquiryPorts, name: Name, kind: EnquiryKind): StaffHandler {
  const schema: z.ZodMiniType = routes[name].request.body;
  return async (token, request) => {
    const key = readKey(request);
    if ('problem' in key) return key.problem;
    const body = readBody(schema, request);
    if ('problem' in body) return body.problem;
    const { landlord, ...sent } = body.value as AnySent;
    const staff = staffFrom(token, await ports.register.read(token.id));
    const permission = mayDo(staff, 'log-enquiry', { landlord });
    if (!permission.allowed) return notAllowed(permission);
    const policy = ports.served.has(landlord) ? ports.rules.policies.get(landlord) : undefined;
    if (!policy) return unknownLandlord();
    const result = await takeDownEnquiry(
      ports,
      policy,
      { ...intakeOf(sent, kind), loggedBy: token.id },
      { scope: `log-enquiry#${landlord}#${token.id}`, key: key.value },
      (enquiry) => writeLogged(staff, enquiry, name),
    );
    return answerLogged(result);
  };
}

function intakeOf(
  { text, complainant, channel, ...said }: Omit<AnySent, 'landlord'>,
  kind: EnquiryKind,
): EnquiryIntake {
  return { kind, channel: channel ?? 'survey', enquirer: complainant, description: text, ...said };
}

/** Whoever may log and not read sees the reference alone. */
function writeLogged(staff: Staff, enquiry: Enquiry, name: Name): HttpAnswer {
  const { reference, landlord, receivedAt, status, review } = enquiry;
  const { answer } = routes[name];
  const body = mayDo(staff, 'read-enquiries', { landlord }).allowed
    ? { reference, receivedAt, status, reviewDueOn: review?.dueOn }
    : { reference };
  return { status: answer.status, body: JSON.stringify(answer.body.parse(body)) };
}
