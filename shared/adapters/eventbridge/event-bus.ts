import { EventBridgeClient, PutEventsCommand, type PutEventsResultEntry } from '@aws-sdk/client-eventbridge';
import { eventSource } from '../../contracts/names.ts';
import type { BusEvent, EventBus, Put } from '../../ports/event-bus.ts';

/** An event may come twice, so that the SDK may send a call again whose answer was lost. */
export function createEventBridge(): EventBridgeClient {
  return new EventBridgeClient({
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });
}

/** What no other attempt cures: the entry itself is wrong. */
const refusals = ['InvalidArgument', 'MalformedDetail'];

/** @param busName of our own bus */
export function createEventBus(client: EventBridgeClient, busName: string): EventBus {
  return {
    limits: { events: 10, bytes: 256 * 1024 },
    bytesOf: ({ type, detail }) =>
      Buffer.byteLength(eventSource) + Buffer.byteLength(type) + Buffer.byteLength(detail),
    async put(events) {
      const { Entries = [] } = await client.send(
        new PutEventsCommand({ Entries: events.map((event) => entryOf(event, busName)) }),
      );
      return events.map((_, index) => outcomeOf(Entries[index]));
    },
  };
}

/** Without a time of its own: EventBridge stamps it, and when it happened stands in the detail. */
function entryOf({ type, detail }: BusEvent, busName: string) {
  return { EventBusName: busName, Source: eventSource, DetailType: type, Detail: detail };
}

function outcomeOf(answer: PutEventsResultEntry | undefined): Put {
  if (answer?.EventId) return 'put';
  return refusals.includes(answer?.ErrorCode ?? '') ? 'refused' : 'failed';
}
