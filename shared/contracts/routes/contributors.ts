import { contributionAnswer, contributionBody } from '../contribution.ts';
import { idempotencyHeaders } from '../intake.ts';
import type { Route } from './route.ts';

/** What somebody sends who was asked a question by mail: the link is all they need. */
export const contributorRoutes = {
  contribute: {
    key: 'POST /contributions',
    function: 'resident-api',
    tag: 'contributors',
    summary: 'Answer a question',
    description:
      'Answers a question that came by mail, with the token of the link in it. The answer is kept with the complaint.',
    request: { headers: idempotencyHeaders, body: contributionBody },
    answer: { status: 201, description: 'The answer is stored.', body: contributionAnswer },
    problems: [
      'invalid-request',
      'not-signed-in',
      'refused',
      'too-large',
      'not-json',
      'key-reused',
      'our-fault',
    ],
  },
} as const satisfies Record<string, Route>;
