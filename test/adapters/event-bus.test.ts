import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { createEventBus } from '../../shared/adapters/eventbridge/event-bus.ts';
import { referenceNumber } from '../support/complaints.ts';

const client = new EventBridgeClient({ region: 'eu-west-2' });
const eventBridge = mockClient(client);
const bus = createEventBus(client, 'redress');
const events = [1, 2, 3, 4].map((number) => ({
  reference: referenceNumber(number),
  sequence: number,
  type: 'ExtensionLapsed',
  detail: '{"reference":"…"}',
}));
beforeEach(() => eventBridge.reset());

it('says of each entry how it went', async () => {
  eventBridge.on(PutEventsCommand).resolves({
    FailedEntryCount: 3,
    Entries: [
      { EventId: 'e-1' },
      { ErrorCode: 'ThrottlingException' },
      { ErrorCode: 'InternalFailure' },
      { ErrorCode: 'MalformedDetail' },
    ],
  });
  expect(await bus.put(events)).toEqual(['put', 'failed', 'failed', 'refused']);
});

it('takes an entry that nothing is said of for failed', async () => {
  eventBridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [{ EventId: 'e-1' }] });
  expect(await bus.put(events)).toEqual(['put', 'failed', 'failed', 'failed']);
});

it('puts them on our bus, from redress, by their type', async () => {
  eventBridge.on(PutEventsCommand).resolves({ Entries: [{ EventId: 'e-1' }] });
  await bus.put(events.slice(0, 1));
  expect(eventBridge.commandCalls(PutEventsCommand)[0]?.args[0].input).toEqual({
    Entries: [
      {
        EventBusName: 'redress',
        Source: 'redress',
        DetailType: 'ExtensionLapsed',
        Detail: '{"reference":"…"}',
      },
    ],
  });
});

it('counts bytes as EventBridge does: an ellipsis has three', () => {
  expect(events.map((event) => bus.bytesOf(event))).toEqual([41, 41, 41, 41]);
});

it('has the limits of one call of PutEvents', () => {
  expect(bus.limits).toEqual({ events: 10, bytes: 262_144 });
});
