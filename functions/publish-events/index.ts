import { createDynamoDb } from '../../shared/adapters/dynamodb/client.ts';
import {
  createDynamoDbTimelineReader,
  readStreamRecord,
} from '../../shared/adapters/dynamodb/timeline-reader.ts';
import { createEventBridge, createEventBus } from '../../shared/adapters/eventbridge/event-bus.ts';
import { readEnvironment } from '../middleware/environment.ts';
import { clock } from '../middleware/ports.ts';
import { createPublishEvents } from './handler.ts';

const environment = readEnvironment('publish-events');

export const handler = createPublishEvents({
  bus: createEventBus(createEventBridge(), environment.EVENT_BUS),
  timeline: createDynamoDbTimelineReader(createDynamoDb(), environment.TIMELINE_TABLE),
  readRecord: readStreamRecord,
  clock,
});
