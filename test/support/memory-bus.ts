import type { BusEvent, EventBus, Put } from '../../shared/ports/event-bus.ts';

/** A bus that keeps what it takes, and fails as it is told to. */
export interface MemoryBus extends EventBus {
  /** `<reference> <sequence>` of what it took, in order */
  taken: string[];
  /** what each call was asked to put */
  calls: string[][];
  /** how the next call goes; everything goes well without */
  next: (events: readonly string[]) => Put[] | 'lost call' | 'lost answer';
}

export const nameEvent = ({ reference, sequence }: Pick<BusEvent, 'reference' | 'sequence'>) =>
  `${reference} ${sequence}`;

export function createMemoryBus(limits: Partial<EventBus['limits']> = {}): MemoryBus {
  const bus: MemoryBus = {
    taken: [],
    calls: [],
    next: (events) => events.map(() => 'put'),
    limits: { events: 10, bytes: 262_144, ...limits },
    bytesOf: ({ detail }) => detail.length,
    put: async (events) => {
      const names = events.map(nameEvent);
      const outcome = bus.next(names);
      bus.calls.push(names);
      if (outcome === 'lost call') throw new Error('the bus does not answer');
      const puts = outcome === 'lost answer' ? names.map(() => 'put') : outcome;
      bus.taken.push(...names.filter((_, index) => puts[index] === 'put'));
      if (outcome === 'lost answer') throw new Error('the answer was lost');
      return outcome;
    },
  };
  return bus;
}
