import type { Instant } from '../../domain/london-time.ts';
import type { IdempotencyKey, NewAnswer, StoredAnswer } from '../complaint-store.ts';

/** Answers to requests, shared by all who keep one together with what it answers. */
export interface KeptAnswers {
  /** the answer kept for a key; an expired one counts as absent */
  find(key: IdempotencyKey, now: Instant): StoredAnswer | undefined;
  keep(answer: NewAnswer | undefined): void;
}

export function keepAnswers(): KeptAnswers {
  const answers = new Map<string, NewAnswer>();
  const nameOf = ({ scope, key }: IdempotencyKey) => `${scope}#${key}`;
  return {
    find(key, now) {
      const answer = answers.get(nameOf(key));
      if (!answer || answer.expiresAt < now) return undefined;
      const { requestHash, status, body } = answer;
      return { requestHash, status, body };
    },

    keep(answer) {
      if (answer) answers.set(nameOf(answer), answer);
    },
  };
}
