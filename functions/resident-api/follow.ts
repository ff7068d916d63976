import type * as z from 'zod/mini';
import {
  linkRequestBody,
  linkRequestedBody,
  messageBody,
  messageSentBody,
  openedSessionBody,
  sessionRequestBody,
  sessionRequestHeaders,
  withdrawalBody,
  withdrawnBody,
} from '../../shared/contracts/access.ts';
import { followedBody } from '../../shared/contracts/access-view.ts';
import { idempotencyHeaders } from '../../shared/contracts/intake.ts';
import { parseFields } from '../../shared/contracts/parse.ts';
import {
  invalidRequest,
  keyReused,
  type Problem,
  problem,
  problemOfRefusal,
} from '../../shared/contracts/problems.ts';
import { escalatedBody, escalationBody } from '../../shared/contracts/resident-escalation.ts';
import { openAcknowledgement, openResponse } from '../../shared/domain/complaint.ts';
import { type ActPorts, type ActResult, actAsResident } from '../../shared/use-cases/act-as-resident.ts';
import { type FollowPorts, followComplaint } from '../../shared/use-cases/follow-complaint.ts';
import { type OpenSessionPorts, openSession } from '../../shared/use-cases/open-session.ts';
import { type RequestLinkPorts, requestLink } from '../../shared/use-cases/request-link.ts';
import type { Bearer } from '../../shared/use-cases/signed-in.ts';
import type { HttpAnswer, HttpRequest, RouteHandler } from '../middleware/http.ts';
import { describeObligation } from './describe-obligation.ts';

export type FollowApiPorts = RequestLinkPorts & OpenSessionPorts & FollowPorts & ActPorts;

/** How residents get at their complaint and follow it, by the name of the route. */
export function createFollowHandlers(ports: FollowApiPorts) {
  return {
    requestLink: (request) => askForLink(ports, request),
    openSession: (request) => open(ports, request),
    followComplaint: (request) => follow(ports, request),
    sendMessage: (request) => sendMessage(ports, request),
    withdrawComplaint: (request) => withdraw(ports, request),
    escalateComplaint: (request) => escalate(ports, request),
  } as const satisfies Record<string, RouteHandler>;
}

/** Says the same of every reference, one that no complaint can be called included. */
async function askForLink(ports: FollowApiPorts, request: HttpRequest): Promise<HttpAnswer | Problem> {
  const parsed = readSent(request, idempotencyHeaders, linkRequestBody);
  if ('refused' in parsed) return parsed.refused;
  await requestLink(ports, request.params.reference ?? '');
  const message =
    'If there is a complaint with this reference and an email address for it, a link is on its way there. It works once, for ten minutes. If none comes, phone us.';
  return { status: 202, body: JSON.stringify(linkRequestedBody.parse({ message })) };
}

async function open(ports: FollowApiPorts, request: HttpRequest): Promise<HttpAnswer | Problem> {
  const parsed = readSent(request, sessionRequestHeaders, sessionRequestBody);
  if ('refused' in parsed) return parsed.refused;
  const opened = await openSession(ports, parsed.body.link, parsed.key);
  if (!opened) return notSignedIn();
  return { status: 201, body: JSON.stringify(openedSessionBody.parse(opened)) };
}

async function follow(ports: FollowApiPorts, request: HttpRequest): Promise<HttpAnswer | Problem> {
  const view = await followComplaint(ports, readBearer(request));
  if (!view) return notSignedIn();
  return { status: 200, body: JSON.stringify(followedBody.parse(view)) };
}

async function sendMessage(ports: FollowApiPorts, request: HttpRequest): Promise<HttpAnswer | Problem> {
  const parsed = readSent(request, idempotencyHeaders, messageBody);
  if ('refused' in parsed) return parsed.refused;
  const act = { type: 'SendMessage', text: parsed.body.text } as const;
  const result = await actAsResident(ports, readBearer(request), act, parsed.key, ({ messages }, now) => {
    const body = { message: messages.at(-1)?.id, receivedAt: now };
    return { status: 201, body: JSON.stringify(messageSentBody.parse(body)) };
  });
  return answerAct(result);
}

async function withdraw(ports: FollowApiPorts, request: HttpRequest): Promise<HttpAnswer | Problem> {
  const parsed = readSent(request, idempotencyHeaders, withdrawalBody);
  if ('refused' in parsed) return parsed.refused;
  const act = { type: 'Withdraw', ...parsed.body } as const;
  const result = await actAsResident(
    ports,
    readBearer(request),
    act,
    parsed.key,
    ({ reference, status }) => ({
      status: 200,
      body: JSON.stringify(withdrawnBody.parse({ reference, status })),
    }),
  );
  return answerAct(result);
}

async function escalate(ports: FollowApiPorts, request: HttpRequest): Promise<HttpAnswer | Problem> {
  const parsed = readSent(request, idempotencyHeaders, escalationBody);
  if ('refused' in parsed) return parsed.refused;
  const act = { type: 'Escalate', ...parsed.body } as const;
  const result = await actAsResident(ports, readBearer(request), act, parsed.key, (complaint) => {
    const { reference, status, stage } = complaint;
    const owed = [openAcknowledgement(complaint), openResponse(complaint)].filter(
      (each) => each !== undefined,
    );
    const body = { reference, status, stage, obligations: owed.map(describeObligation) };
    return { status: 201, body: JSON.stringify(escalatedBody.parse(body)) };
  });
  return answerAct(result);
}

function answerAct(result: ActResult): HttpAnswer | Problem {
  switch (result.type) {
    case 'answered':
      return { status: result.status, body: result.body };
    case 'refused':
      return problemOfRefusal(result.refusal);
    case 'not-signed-in':
      return notSignedIn();
    case 'key-used-for-another-request':
      return keyReused();
  }
}

/** One answer whatever is wrong with a link or a session, so that nobody learns which complaints there are. */
function notSignedIn(): Problem {
  return problem(
    'not-signed-in',
    'Ask for a new link to the complaint and open it: a link works once and for ten minutes, and lets you in for thirty.',
  );
}

/** A header that brings no token is as good as one that brings a wrong one. */
function readBearer({ params, headers }: HttpRequest): Bearer {
  const [, session = ''] = /^bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  return { reference: params.reference ?? '', session };
}

/** Reads the body and the Idempotency-Key of a request, or says what is wrong with them. */
function readSent<Body extends z.ZodMiniObject>(
  { headers, body = {} }: HttpRequest,
  headersSchema: typeof idempotencyHeaders,
  bodySchema: Body,
): { body: z.infer<Body>; key: string | undefined } | { refused: Problem } {
  const key = headers['idempotency-key'];
  const parsedKey = parseFields(headersSchema, { 'Idempotency-Key': key }, 'headers');
  if (!parsedKey.ok) return { refused: invalidRequest(parsedKey.errors) };
  const parsed = parseFields(bodySchema, body, 'body');
  return parsed.ok ? { body: parsed.value, key } : { refused: invalidRequest(parsed.errors) };
}
