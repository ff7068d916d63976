import type { StoredAnswer } from '../ports/complaint-store.ts';

/** What a request is told whose key was used before: the very answer of then, or that it was another request. */
export function repeatAnswer(
  { status, body, requestHash: before }: StoredAnswer,
  requestHash: string,
): ({ type: 'answered' } & Pick<StoredAnswer, 'status' | 'body'>) | { type: 'key-used-for-another-request' } {
  return before === requestHash
    ? { type: 'answered', status, body }
    : { type: 'key-used-for-another-request' };
}
