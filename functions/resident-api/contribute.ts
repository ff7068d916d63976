import { contributionAnswer, contributionBody } from '../../shared/contracts/contribution.ts';
import { idempotencyHeaders } from '../../shared/contracts/intake.ts';
import { parseFields } from '../../shared/contracts/parse.ts';
import { invalidRequest, keyReused, problem, problemOfRefusal } from '../../shared/contracts/problems.ts';
import { type ContributePorts, contribute } from '../../shared/use-cases/contribute.ts';
import type { RouteHandler } from '../middleware/http.ts';

export type { ContributePorts };

/** Takes the answer of somebody who was asked by mail: the token of the link is all that they need. */
export function createContributionHandler(ports: ContributePorts): RouteHandler {
  return async ({ headers, body }) => {
    const key = headers['idempotency-key'];
    const parsedKey = parseFields(idempotencyHeaders, { 'Idempotency-Key': key }, 'headers');
    if (!parsedKey.ok) return invalidRequest(parsedKey.errors);
    const parsed = parseFields(contributionBody, body, 'body');
    if (!parsed.ok) return invalidRequest(parsed.errors);
    const { link, answer } = parsed.value;
    const result = await contribute(ports, link, answer, key, (answeredOn) => ({
      status: 201,
      body: JSON.stringify(contributionAnswer.parse({ answeredOn })),
    }));
    switch (result.type) {
      case 'answered':
        return { status: result.status, body: result.body };
      case 'refused':
        return problemOfRefusal(result.refusal);
      case 'link-not-valid':
        return problem(
          'not-signed-in',
          'This link leads nowhere any more: ask whoever put the question to put it again.',
        );
      case 'key-used-for-another-request':
        return keyReused();
    }
  };
}
