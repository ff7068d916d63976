import type { Queue } from './system.ts';

interface FailureMessage {
  queue: string;
  /** instant on the stack's clock */
  at: string;
  body: unknown;
}

/** The templates' queues, in memory: what could not be handled is kept here for people to look at. */
export interface FailureQueues {
  send(queueArn: string, body: unknown): void;
  messages(): FailureMessage[];
  clear(): void;
}

/** Bounded: a function that always fails would fill the memory. */
const keptMessages = 10_000;

export function createFailureQueues(queues: Queue[], now: () => number): FailureQueues {
  const nameOf = new Map(queues.map(({ arn, name }) => [arn, name]));
  const kept: FailureMessage[] = [];
  return {
    send: (queueArn, body) => {
      kept.push({ queue: nameOf.get(queueArn) ?? queueArn, at: new Date(now()).toISOString(), body });
      if (kept.length > keptMessages) kept.shift();
    },
    messages: () => [...kept],
    clear: () => {
      kept.length = 0;
    },
  };
}
