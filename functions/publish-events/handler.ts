import * as z from 'zod/mini';
import { toPublished } from '../../shared/contracts/published-events/published-event.ts';
import { referenceSchema } from '../../shared/domain/reference.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { NewEntry } from '../../shared/ports/timeline-reader.ts';
import type { KnownTimelines } from '../../shared/use-cases/known-timelines.ts';
import { type PublishPorts, publishAgain, publishNew } from '../../shared/use-cases/publish-events.ts';
import { log, logFailure, writeMetrics } from '../middleware/log.ts';
import { createTickHandler } from '../middleware/tick.ts';

/** What a person invokes the function with. */
const again = z.strictObject({ complaint: referenceSchema, from: z.int().check(z.gte(1)) });
const stream = z.object({
  Records: z.array(z.object({ dynamodb: z.looseObject({ SequenceNumber: z.string() }) })),
});

/** Lambda takes the first that is named, and what follows it in the batch, for not handled. */
interface BatchAnswer {
  batchItemFailures: { itemIdentifier: string }[];
}

interface PublishEventsPorts extends Pick<PublishPorts, 'bus' | 'timeline'> {
  clock: Clock;
  readRecord: (record: Record<string, unknown>) => NewEntry;
}

/**
 * Woken by the timeline's stream it publishes what is new, and names the first record that is not on the bus, so that Lambda
 * brings it and what follows again. Woken by hand it publishes a timeline again.
 */
export function createPublishEvents({ readRecord, clock, ...ports }: PublishEventsPorts) {
  const known: KnownTimelines = new Map();
  return createTickHandler(async (event: unknown, hasTime): Promise<BatchAnswer | undefined> => {
    let unreadable = 0;
    const publishing: PublishPorts = {
      ...ports,
      known,
      hasTime,
      describe: (entry, landlord) => JSON.stringify(toPublished(entry, landlord)),
      report: {
        unreadable: (at, why) => {
          unreadable += 1;
          logFailure('event-unreadable', placeOf(at), why);
        },
        left: (at, why) => logFailure('event-left', placeOf(at), why),
      },
    };
    const tell = (put: number) => {
      log('events-published', { put, unreadable });
      if (unreadable > 0)
        writeMetrics('publish-events', Date.parse(clock()), { EventsUnreadable: unreadable });
    };
    const asked = again.safeParse(event);
    if (asked.success) {
      const { complaint, from } = asked.data;
      tell(await publishAgain(publishing, complaint, from));
      return undefined;
    }
    const records = stream.parse(event).Records.map(({ dynamodb }) => dynamodb);
    const { put, firstLeft } = await publishNew(publishing, records.map(readRecord));
    tell(put);
    const first = firstLeft === undefined ? undefined : records[firstLeft];
    return { batchItemFailures: first ? [{ itemIdentifier: first.SequenceNumber }] : [] };
  });
}

function placeOf(at: { reference: string; sequence: number } | undefined) {
  return at ? { complaint: at.reference, sequence: at.sequence } : { complaint: 'unknown', sequence: 0 };
}
