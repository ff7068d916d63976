import { addMinutes } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import type { Clock } from '../ports/clock.ts';
import { type CommandPorts, handleUntilStored } from './handle-command.ts';
import { inParallel } from './in-parallel.ts';

export interface SweepPorts extends CommandPorts {
  clock: Clock;
  shards: readonly number[];
  /** whether there is time for one more complaint; the next tick finds what is left */
  hasTime: () => boolean;
  /** told of a complaint that could not be handled, so that somebody looks */
  report: (problem: { reference: Reference; error: unknown }) => void;
}

export interface SweepCount {
  due: number;
  alerts: number;
  setAside: number;
  /** false where time ran out first */
  finished: boolean;
}

/** An item that cannot be handled waits this long, so that it never blocks the others. */
const setAsideMinutes = 60;
const atOnce = 8;

/**
 * Tells every complaint for which an instant has come that time has passed. Repeated, late or cut off half-way it does
 * the same as once: each complaint is decided on its stored state, and what is left stays due.
 */
export async function sweepDue(ports: SweepPorts): Promise<SweepCount> {
  const now = ports.clock();
  const count: SweepCount = { due: 0, alerts: 0, setAside: 0, finished: true };
  const sweepShard = (shard: number) =>
    inParallel(
      Math.ceil(atOnce / ports.shards.length),
      ports.store.dueComplaints(shard, now),
      async (reference) => {
        if (!ports.hasTime()) {
          count.finished = false;
          return 'stop';
        }
        count.due += 1;
        try {
          const result = await handleUntilStored(
            ports,
            reference,
            { type: 'TimePassed' },
            { type: 'clock' },
            now,
          );
          if (result.type === 'done') count.alerts += result.alerts;
        } catch (error) {
          ports.report({ reference, error });
          await ports.store.setAside(reference, addMinutes(now, setAsideMinutes));
          count.setAside += 1;
        }
        return 'go-on';
      },
    );
  await Promise.all(ports.shards.map(sweepShard));
  return count;
}
