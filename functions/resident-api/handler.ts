import { parseFields } from '../../shared/contracts/parse.ts';
import {
  invalidRequest,
  keyReused,
  type Problem,
  problem,
  problemOfRefusal,
} from '../../shared/contracts/problems.ts';
import { contributorRoutes } from '../../shared/contracts/routes/contributors.ts';
import { residentRoutes } from '../../shared/contracts/routes/residents.ts';
import type { Complaint } from '../../shared/domain/complaint.ts';
import { type Instant, instant } from '../../shared/domain/london-time.ts';
import { isToldToResident } from '../../shared/domain/obligations.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { CalendarHorizonError } from '../../shared/domain/working-days.ts';
import { explainDeadlines } from '../../shared/use-cases/explain-deadlines.ts';
import type { EnquiryPorts } from '../../shared/use-cases/log-enquiry.ts';
import { type ReceiveComplaintPorts, receiveComplaint } from '../../shared/use-cases/receive-complaint.ts';
import type { HttpAnswer, HttpRequest, RouteHandler } from '../middleware/http.ts';
import { type ContributePorts, createContributionHandler } from './contribute.ts';
import { describeObligation } from './describe-obligation.ts';
import { createFollowHandlers, type FollowApiPorts } from './follow.ts';
import { takeCompliment } from './take-compliment.ts';

export type ResidentApiPorts = ReceiveComplaintPorts &
  FollowApiPorts &
  ContributePorts &
  EnquiryPorts & {
    /** ids of the landlords that this environment serves */
    served: ReadonlySet<string>;
  };

const routes = { ...residentRoutes, ...contributorRoutes };

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
    [routes.sendCompliment.key]: withPolicy((policy, request) => takeCompliment(ports, policy, request)),
    [routes.explainDeadlines.key]: withPolicy((policy, request) => explain(ports, policy, request)),
    ...Object.fromEntries(
      Object.entries(createFollowHandlers(ports)).map(([name, handle]) => [
        routes[name as keyof ReturnType<typeof createFollowHandlers>].key,
        handle,
      ]),
    ),
    [routes.contribute.key]: createContributionHandler(ports),
  };
}

async function receive(
  ports: ResidentApiPorts,
  policy: Policy,
  { body, headers }: HttpRequest,
): Promise<HttpAnswer | Problem> {
  const key = headers['idempotency-key'];
  const { request } = routes.receiveComplaint;
  const parsedKey = parseFields(request.headers, { 'Idempotency-Key': key }, 'headers');
  if (!parsedKey.ok) return invalidRequest(parsedKey.errors);
  const parsed = parseFields(request.body, body, 'body');
  if (!parsed.ok) return invalidRequest(parsed.errors);
  const result = await receiveComplaint(
    ports,
    policy,
    { ...parsed.value, channel: 'web-form', ...(!parsed.value.complainant && { anonymous: true }) },
    key === undefined ? undefined : { scope: `resident#${policy.landlord}`, key },
    writeReceived,
  );
  switch (result.type) {
    case 'answered':
      return { status: result.status, body: result.body };
    case 'refused':
      return problemOfRefusal(result.refusal);
    case 'key-used-for-another-request':
      return keyReused();
  }
}

async function explain(
  ports: ResidentApiPorts,
  policy: Policy,
  { query }: HttpRequest,
): Promise<HttpAnswer | Problem> {
  const { request, answer } = routes.explainDeadlines;
  const parsed = parseFields(request.query, query, 'query');
  if (!parsed.ok) return invalidRequest(parsed.errors);
  const receivedAt = parsed.value.receivedAt === undefined ? ports.clock() : instant(parsed.value.receivedAt);
  const obligations = await explainWithinCalendar(ports, policy, receivedAt);
  if ('horizon' in obligations) {
    const { from, to } = obligations.horizon;
    const detail = `must not lead outside ${from} to ${to}, the days that we can count`;
    return invalidRequest([{ field: 'receivedAt', detail }]);
  }
  const body = { landlord: policy.landlord, receivedAt, obligations: obligations.map(describeObligation) };
  return { status: answer.status, body: JSON.stringify(answer.body.parse(body)) };
}

async function explainWithinCalendar(ports: ResidentApiPorts, policy: Policy, receivedAt: Instant) {
  try {
    return await explainDeadlines(ports.rules, policy, receivedAt);
  } catch (error) {
    if (error instanceof CalendarHorizonError) return error;
    throw error;
  }
}

function writeReceived({ reference, receivedAt, status, obligations }: Complaint): {
  status: number;
  body: string;
} {
  const { answer } = routes.receiveComplaint;
  const promised = obligations.filter(isToldToResident).map(describeObligation);
  const body = { reference, receivedAt, status, obligations: promised };
  return { status: answer.status, body: JSON.stringify(answer.body.parse(body)) };
}
