import { parseFields } from '../../shared/contracts/parse.ts';
import { invalidRequest, type Problem } from '../../shared/contracts/problems.ts';
import { residentRoutes } from '../../shared/contracts/routes/residents.ts';
import type { Enquiry } from '../../shared/domain/enquiries/enquiry.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { type EnquiryPorts, takeDownEnquiry } from '../../shared/use-cases/log-enquiry.ts';
import { answerLogged } from '../middleware/answer-logged.ts';
import type { HttpAnswer, HttpRequest } from '../middleware/http.ts';

const { request, answer } = residentRoutes.sendCompliment;

/** Stores what somebody says went well, whoever they are. */
export async function takeCompliment(
  ports: EnquiryPorts,
  policy: Policy,
  { body, headers }: HttpRequest,
): Promise<HttpAnswer | Problem> {
  const key = headers['idempotency-key'];
  const parsedKey = parseFields(request.headers, { 'Idempotency-Key': key }, 'headers');
  if (!parsedKey.ok) return invalidRequest(parsedKey.errors);
  const parsed = parseFields(request.body, body, 'body');
  if (!parsed.ok) return invalidRequest(parsed.errors);
  const { complainant: enquirer, text: description, about } = parsed.value;
  const result = await takeDownEnquiry(
    ports,
    policy,
    { kind: 'compliment', channel: 'web-form', enquirer, description, about },
    key === undefined ? undefined : { scope: `compliment#${policy.landlord}`, key },
    writeTaken,
  );
  return answerLogged(result);
}

function writeTaken({ reference, receivedAt }: Enquiry): HttpAnswer {
  return { status: answer.status, body: JSON.stringify(answer.body.parse({ reference, receivedAt })) };
}
