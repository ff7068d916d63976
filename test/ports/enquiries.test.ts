import { afterAll, beforeAll, describe } from 'vitest';
import { createDynamoDbStore } from '../../shared/adapters/dynamodb/complaint-store.ts';
import { createDynamoDbEnquiries } from '../../shared/adapters/dynamodb/enquiries.ts';
import { createDynamoDbRecords } from '../../shared/adapters/dynamodb/records.ts';
import { createDynamoDbStaffRegister } from '../../shared/adapters/dynamodb/staff-register.ts';
import { createMemoryStore } from '../../shared/ports/memory/complaint-store.ts';
import { createMemoryEnquiries } from '../../shared/ports/memory/enquiries.ts';
import { createMemoryRecords } from '../../shared/ports/memory/records.ts';
import { createMemoryStaffRegister } from '../../shared/ports/memory/staff-register.ts';
import { answerInPages, type Database, startDatabase } from '../support/dynamodb.ts';
import { enquiriesSuite } from './enquiries.suite.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database?.stop());

const emptyStores = async () => {
  await database.empty();
  const { client, tables } = database;
  return {
    enquiries: createDynamoDbEnquiries(client, tables),
    store: createDynamoDbStore(client, tables),
    register: createDynamoDbStaffRegister(client, tables),
    records: createDynamoDbRecords(client, tables),
  };
};

describe('enquiries in memory', () => {
  enquiriesSuite(async () => {
    const enquiries = createMemoryEnquiries();
    const register = createMemoryStaffRegister();
    const records = createMemoryRecords();
    const store = createMemoryStore(() => 0, { register, records, enquiries });
    return { enquiries, register, records, store };
  });
});

describe('enquiries on DynamoDB', () => {
  enquiriesSuite(emptyStores);
});

describe('enquiries on DynamoDB, whose answers come in pages of two', () => {
  beforeAll(() => answerInPages(database.client, 2));
  enquiriesSuite(emptyStores);
});
