import { afterAll, beforeAll, describe } from 'vitest';
import { createDynamoDbStore } from '../../shared/adapters/dynamodb/complaint-store.ts';
import { answerInPages, type Database, startDatabase } from '../support/dynamodb.ts';
import { complaintStoreSuite } from './complaint-store.suite.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database?.stop());

const emptyStore = async () => {
  await database.empty();
  return createDynamoDbStore(database.client, database.tables);
};

describe('the store on DynamoDB', () => {
  complaintStoreSuite(emptyStore);
});

describe('the store on DynamoDB, whose answers come in pages of two', () => {
  beforeAll(() => answerInPages(database.client, 2));
  complaintStoreSuite(emptyStore);
});
