import * as z from 'zod/mini';
import {
  deadlinesBody,
  deadlinesQuery,
  idempotencyKey,
  intakeBody,
  obligationBody,
  receivedBody,
} from '../../shared/contracts/intake.ts';
import { parseFields } from '../../shared/contracts/parse.ts';
import { invalidRequest, type Problem, problem, problemOfRefusal } from '../../shared/contracts/problems.ts';
import { routes } from '../../shared/contracts/routes.ts';
import type { Complaint } from '../../shared/domain/complaint.ts';
import { explainDeadline } from '../../shared/domain/deadline.ts';
import { instant } from '../../shared/domain/london-time.ts';
import type { Obligation } from '../../shared/domain/obligations.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { explainDeadlines } from '../../shared/use-cases/explain-deadlines.ts';
import { type ReceiveComplaintPorts, receiveComplaint } from '../../shared/use-cases/receive-complaint.ts';
import type { HttpAnswer, HttpRequest, RouteHandler } from '../middleware/http.ts';

export interface ResidentApiPorts extends ReceiveComplaintPorts {
  /** ids of the landlords that this environment serves */
  served: ReadonlySet<string>;
}

/** What residents can ask for, by route. */
export function createResidentRoutes(ports: ResidentApiPorts): Record<string, RouteHandler> {
  const withPolicy = (
    handle: (policy: Policy, request: HttpRequest) => Promise<HttpAnswer | Problem>,
  ): RouteHandler => {
    return async (request) => {
      const landlord = request.params.landlord ?? '';
      const policy = ports.served.has(landlord) ? ports.rules.policies.get(landlord) : undefined;
      if (policy) return handle(policy, request);
      const served = [...ports.served].sort().join(', ');
      const detail = `There is no such landlord here; this service handles complaints for ${served}.`;
      return problem('unknown-landlord', detail, [{ field: 'landlord', detail: `must be one of ${served}` }]);
    };
  };
  return {
    [routes.receiveComplaint.key]: withPolicy((policy, request) => receive(ports, policy, request)),
    [routes.explainDeadlines.key]: withPolicy((policy, request) => explain(ports, policy, request)),
  };
}

async function receive(
  ports: ResidentApiPorts,
  policy: Policy,
  { body, headers }: HttpRequest,
): Promise<HttpAnswer | Problem> {
  const key = headers['idempotency-key'];
  const parsedKey = parseFields(z.optional(idempotencyKey), key, 'Idempotency-Key');
  if (!parsedKey.ok) return invalidRequest(parsedKey.errors);
  const parsed = parseFields(intakeBody, body, 'body');
  if (!parsed.ok) return invalidRequest(parsed.errors);
  const result = await receiveComplaint(
    ports,
    policy,
    { ...parsed.value, channel: 'web-form' },
    key === undefined ? undefined : { scope: `resident#${policy.landlord}`, key },
    writeReceived,
  );
  switch (result.type) {
    case 'answered':
      return { status: result.status, body: result.body };
    case 'refused':
      return problemOfRefusal(result.refusal);
    case 'key-used-for-another-request':
      return problem('key-reused', 'Send another Idempotency-Key with another request; nothing was stored.', [
        { field: 'Idempotency-Key', detail: 'was used for a request with another body' },
      ]);
  }
}

async function explain(
  ports: ResidentApiPorts,
  policy: Policy,
  { query }: HttpRequest,
): Promise<HttpAnswer | Problem> {
  const parsed = parseFields(deadlinesQuery, query, 'query');
  if (!parsed.ok) return invalidRequest(parsed.errors);
  const receivedAt = parsed.value.receivedAt === undefined ? ports.clock() : instant(parsed.value.receivedAt);
  const obligations = explainDeadlines(ports.rules, policy, receivedAt).map(describeObligation);
  const body = deadlinesBody.parse({ landlord: policy.landlord, receivedAt, obligations });
  return { status: 200, body: JSON.stringify(body) };
}

function writeReceived({ reference, receivedAt, status, obligations }: Complaint): {
  status: number;
  body: string;
} {
  const body = { reference, receivedAt, status, obligations: obligations.map(describeObligation) };
  return { status: 201, body: JSON.stringify(receivedBody.parse(body)) };
}

function describeObligation(obligation: Obligation) {
  const { kind, dueOn, projected } = obligation;
  const described = { kind, dueOn, explanation: explainDeadline(obligation) };
  return obligationBody.parse(projected ? { ...described, projected } : described);
}
