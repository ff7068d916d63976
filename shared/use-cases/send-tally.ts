import { type Instant, millisecondsOf } from '../domain/london-time.ts';
import { nameOwner } from '../domain/notice-owner.ts';
import type { QueuedNotice } from '../ports/complaint-store.ts';
import type { Ended } from './send-one.ts';

type Count = Exclude<Ended, 'in-line' | 'withheld-for-landlord'> | 'setAside';

/** What a run did, and how sending stands after it. */
export interface SendReport {
  counts: Record<Count, number>;
  /** how long the notice has been owed that has waited longest to be sent, whatever it waits for; 0 where none waits */
  oldestUnsentSeconds: number;
  /** notices of which nobody knows whether they were sent */
  unknown: number;
  circuitOpen: boolean;
  /** mails withheld because there were too many in their landlord’s name, or in that of all */
  landlordCapReached: number;
}

/** Counts what a run does. */
export interface SendTally {
  /** these wait to be sent, be it later */
  foundUnsent(hints: readonly QueuedNotice[]): void;
  foundUnknown(hints: readonly QueuedNotice[]): void;
  count(hint: QueuedNotice, ended: Ended | 'setAside'): void;
  report(now: Instant, circuitOpen: boolean): SendReport;
}

/** After these a notice still waits to be sent. */
const stillUnsent: readonly (Ended | 'setAside')[] = ['retry', 'stop-the-line', 'left', 'setAside'];
const stillUnknown: readonly (Ended | 'setAside')[] = ['unknown', 'left', 'setAside'];

export function createTally(): SendTally {
  const counts: Record<Count, number> = {
    accepted: 0,
    retry: 0,
    'stop-the-line': 0,
    refused: 0,
    unknown: 0,
    cancelled: 0,
    withheld: 0,
    unreachable: 0,
    'given-up': 0,
    unconfirmed: 0,
    left: 0,
    setAside: 0,
  };
  const unsent = new Map<string, Instant>();
  const unknown = new Set<string>();
  let landlordCapReached = 0;
  return {
    foundUnsent(hints) {
      for (const hint of hints) unsent.set(nameOf(hint), hint.owedAt);
    },
    foundUnknown(hints) {
      for (const hint of hints) unknown.add(nameOf(hint));
    },
    count(hint, ended) {
      const name = nameOf(hint);
      if (!stillUnsent.includes(ended)) unsent.delete(name);
      if (ended === 'unknown') unknown.add(name);
      if (!stillUnknown.includes(ended)) unknown.delete(name);
      if (ended === 'withheld-for-landlord') {
        counts.withheld += 1;
        landlordCapReached += 1;
      } else if (ended !== 'in-line') counts[ended] += 1;
    },
    report(now, circuitOpen) {
      const waitedSince = [...unsent.values()].sort().at(0);
      const oldest = waitedSince ? millisecondsOf(now) - millisecondsOf(waitedSince) : 0;
      return {
        counts,
        oldestUnsentSeconds: Math.floor(oldest / 1000),
        unknown: unknown.size,
        circuitOpen,
        landlordCapReached,
      };
    },
  };
}

function nameOf({ key: { owner, id } }: QueuedNotice): string {
  return `${nameOwner(owner)}#${id}`;
}
