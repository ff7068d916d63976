import type { PutEvent } from './aws/eventbridge.ts';
import type { EventBus } from './event-bus.ts';

/** An event that a function put on a bus, as `GET /_local/events` tells it. */
interface RecordedEvent {
  id: string;
  /** name of the bus */
  bus: string;
  source: string;
  detailType: string;
  detail: unknown;
  /** instant on the stack's clock */
  at: string;
}

/** What functions put on the buses: kept in its order, and handed to the rules. */
export interface PutEvents {
  take(events: PutEvent[]): void;
  list(): RecordedEvent[];
  clear(): void;
}

export function createPutEvents(bus: EventBus, now: () => number): PutEvents {
  const taken: RecordedEvent[] = [];
  return {
    take: (events) => {
      for (const { busArn, detail: text, ...event } of events) {
        const put = {
          ...event,
          detail: JSON.parse(text) as unknown,
          bus: busArn.replace(/^.*event-bus\//, ''),
        };
        const { resources: _, ...told } = put;
        taken.push({ ...told, at: new Date(now()).toISOString() });
        bus.publish(put);
      }
    },
    list: () => [...taken],
    clear: () => {
      taken.length = 0;
    },
  };
}
