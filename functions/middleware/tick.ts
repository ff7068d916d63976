import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { logFailure } from './log.ts';

/** An invocation takes no new work once so little of its time is left, and leaves the rest to the next one. */
const shareOfTimeToKeep = 0.4;

/** What every function that nobody waits for has in common: a failure is logged before Lambda learns of it. */
export function createTickHandler<Event, Result = void>(
  work: (event: Event, hasTime: () => boolean) => Promise<Result>,
) {
  return middy<Event, Result, Error, Context>()
    .use({
      onError: ({ context, error }) => {
        logFailure('invocation-failed', { request: context.awsRequestId }, error);
      },
    })
    .handler(async (event, context) => {
      const keep = context.getRemainingTimeInMillis() * shareOfTimeToKeep;
      return await work(event, () => context.getRemainingTimeInMillis() > keep);
    });
}
