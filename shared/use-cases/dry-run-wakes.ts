import type { Instant } from '../domain/london-time.ts';
import type { DueWork } from '../ports/complaint-store.ts';

/** What waits for an instant in a dry run. */
export interface DryRunWakes {
  set(work: DueWork, at: Instant | undefined): void;
  /** longest due first */
  due(now: Instant): DueWork[];
  next(): Instant | undefined;
}

export function createDryRunWakes(): DryRunWakes {
  const waiting = new Map<string, { work: DueWork; at: Instant }>();
  const inOrder = () => [...waiting.values()].sort((one, other) => (one.at < other.at ? -1 : 1));
  return {
    set(work, at) {
      const name = `${work.type}#${work.type === 'calendar' ? work.landlord : work.reference}`;
      if (at === undefined) waiting.delete(name);
      else waiting.set(name, { work, at });
    },
    due: (now) =>
      inOrder()
        .filter(({ at }) => at <= now)
        .map(({ work }) => work),
    next: () => inOrder()[0]?.at,
  };
}

/** Stands for what neither time nor the sender asks of a port: a dry run must not find out that it is missing by guessing. */
export function notAsked(): never {
  throw new Error('a dry run does not ask for this');
}
