import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { createDynamoDbAccess } from '../../shared/adapters/dynamodb/access.ts';
import { toLinkItem } from '../../shared/adapters/dynamodb/access-items.ts';
import { createDynamoDbCalendarArchive } from '../../shared/adapters/dynamodb/calendar-archive.ts';
import { createDynamoDbCircuitKeeper } from '../../shared/adapters/dynamodb/circuit-keeper.ts';
import { createDynamoDbStore } from '../../shared/adapters/dynamodb/complaint-store.ts';
import { createDynamoDbEnquiries } from '../../shared/adapters/dynamodb/enquiries.ts';
import { createDynamoDbRecords } from '../../shared/adapters/dynamodb/records.ts';
import { createDynamoDbStaffRegister } from '../../shared/adapters/dynamodb/staff-register.ts';
import { createDynamoDbTimelineReader } from '../../shared/adapters/dynamodb/timeline-reader.ts';
import { answerInPages, type Database, startDatabase } from '../support/dynamodb.ts';
import { accessSuite } from './access.suite.ts';
import { calendarArchiveSuite } from './calendar-archive.suite.ts';
import { circuitKeeperSuite } from './circuit-keeper.suite.ts';
import { keepsClaims } from './claims.suite.ts';
import { complaintStoreSuite } from './complaint-store.suite.ts';
import { enquiriesSuite } from './enquiries.suite.ts';
import { staffRegisterSuite } from './staff-register.suite.ts';
import { timelineReaderSuite } from './timeline-reader.suite.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database?.stop());

const emptyStores = async () => {
  await database.empty();
  const { client, tables } = database;
  return {
    store: createDynamoDbStore(client, tables),
    register: createDynamoDbStaffRegister(client, tables),
    access: createDynamoDbAccess(client, tables),
    archive: createDynamoDbCalendarArchive(client, tables),
    records: createDynamoDbRecords(client, tables),
    enquiries: createDynamoDbEnquiries(client, tables),
  };
};
const emptyRegister = async () => {
  await database.empty();
  return createDynamoDbStaffRegister(database.client, database.tables);
};

describe('the store on DynamoDB', () => {
  complaintStoreSuite(emptyStores);
});

describe('the staff register on DynamoDB', () => {
  staffRegisterSuite(emptyRegister);
});

describe('the store on DynamoDB, whose answers come in pages of two', () => {
  beforeAll(() => answerInPages(database.client, 2));
  complaintStoreSuite(emptyStores);
});

describe('the staff register on DynamoDB, whose answers come in pages of two', () => {
  beforeAll(() => answerInPages(database.client, 2));
  staffRegisterSuite(emptyRegister);
});

describe('the calendar archive on DynamoDB', () => {
  calendarArchiveSuite(emptyStores);
});

describe('the calendar archive on DynamoDB, whose answers come in pages of two', () => {
  beforeAll(() => answerInPages(database.client, 2));
  calendarArchiveSuite(emptyStores);
});

describe('enquiries on DynamoDB', () => {
  enquiriesSuite(emptyStores);
});

describe('enquiries on DynamoDB, whose answers come in pages of two', () => {
  beforeAll(() => answerInPages(database.client, 2));
  enquiriesSuite(emptyStores);
});

describe('claims on DynamoDB', () => {
  keepsClaims(async () => (await emptyStores()).store);
});

describe('the circuit on DynamoDB', () => {
  circuitKeeperSuite(async () => {
    await database.empty();
    return createDynamoDbCircuitKeeper(database.client, database.tables);
  });
});

describe('timelines on DynamoDB, read entry by entry', () => {
  timelineReaderSuite(async () => {
    const { store } = await emptyStores();
    return { store, reader: createDynamoDbTimelineReader(database.client, database.tables.timeline) };
  });
});

describe('links and sessions on DynamoDB', () => {
  accessSuite(async () => {
    await database.empty();
    const { client, tables } = database;
    return {
      access: createDynamoDbAccess(client, tables),
      putLink: async (link) => {
        await client.send(new PutCommand({ TableName: tables.complaints, Item: toLinkItem(link) }));
      },
    };
  });
});
