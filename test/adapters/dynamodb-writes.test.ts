import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { createDynamoDbStore } from '../../shared/adapters/dynamodb/complaint-store.ts';
import { personalKey, stateKey, toStateItem } from '../../shared/adapters/dynamodb/items.ts';
import { noticeKey, toNoticeItem } from '../../shared/adapters/dynamodb/notice-items.ts';
import { at } from '../support/rules.ts';
import { changeTo, newComplaint, otherNotice, personal, receivedAt } from '../support/stored.ts';

/** Faults of DynamoDB that its local stand-in never shows. */
const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-2' }), {
  marshallOptions: { removeUndefinedValues: true },
});
const mock = mockClient(client);
const store = createDynamoDbStore(client, { complaints: 'complaints', timeline: 'timeline' });
afterEach(() => mock.reset());

const { stored } = newComplaint(1);
const { reference } = stored.complaint;
const $metadata = {};
const canceled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'canceled',
    $metadata,
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

describe('two writers who touch an item at the same moment', () => {
  it('wait and try again, until both are through', async () => {
    mock
      .on(TransactWriteCommand)
      .rejectsOnce(canceled('None', 'TransactionConflict'))
      .rejectsOnce(canceled('TransactionConflict', 'None'))
      .resolves({});
    expect(await store.commit(changeTo(stored))).toBe('stored');
    expect(mock.commandCalls(TransactWriteCommand)).toHaveLength(3);
  });

  it('give up after six times, which is a fault and no answer', async () => {
    mock.on(TransactWriteCommand).rejects(canceled('TransactionConflict', 'None'));
    await expect(store.commit(changeTo(stored))).rejects.toThrow(TransactionCanceledException);
    expect(mock.commandCalls(TransactWriteCommand)).toHaveLength(6);
  });

  it('do not take a conflict for a condition, nor a condition beside a conflict for nothing', async () => {
    mock.on(TransactWriteCommand).rejects(canceled('ConditionalCheckFailed', 'TransactionConflict'));
    expect(await store.commit(changeTo(stored))).toBe('changed-meanwhile');
    expect(mock.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });
});

describe('what is no answer about conditions', () => {
  it.each([
    ['too much at once', canceled('ThrottlingError', 'None')],
    ['an item that is too large', canceled('ValidationError', 'None')],
    ['a connection that broke', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })],
  ])('is passed on: %s', async (_, error) => {
    mock.on(TransactWriteCommand).rejects(error);
    await expect(store.commit(changeTo(stored))).rejects.toBe(error);
    await expect(store.receive(newComplaint(1))).rejects.toBe(error);
  });
});

describe('a single write', () => {
  it('goes without a transaction, at half its price, and knows its condition', async () => {
    mock
      .on(PutCommand)
      .rejectsOnce(new ConditionalCheckFailedException({ message: 'no', $metadata }))
      .resolves({});
    const notice = otherNotice(reference, 'alert', { revision: 1 });
    expect(await store.saveNotice(notice)).toBe('changed-meanwhile');
    expect(await store.saveNotice(notice)).toBe('stored');
    expect(mock.commandCalls(TransactWriteCommand)).toHaveLength(0);
  });
});

describe('what is set aside while somebody else deals with it', () => {
  const about = { owner: { type: 'complaint', reference }, id: 'alert' } as const;
  const item = toNoticeItem(otherNotice(reference, 'alert'));

  it('keeps what they gave it', async () => {
    mock.on(GetCommand).resolves({ Item: item });
    mock.on(UpdateCommand).rejects(new ConditionalCheckFailedException({ message: 'no', $metadata }));
    await store.setNoticeAside(about, 'routine', at('2027-01-05T12:00:00Z'));
    expect(mock.commandCalls(UpdateCommand)[0]?.args[0].input).toMatchObject({
      ConditionExpression: 'duePk = :partition AND dueSk = :before',
      ExpressionAttributeValues: { ':partition': 'SEND#routine', ':before': item.dueSk },
    });
  });

  it('is passed on where it cannot be told', async () => {
    const error = new Error('socket hang up');
    mock.on(GetCommand).resolves({ Item: item });
    mock.on(UpdateCommand).rejects(error);
    await expect(store.setNoticeAside(about, 'routine', at('2027-01-05T12:00:00Z'))).rejects.toBe(error);
  });
});

describe('a batch that DynamoDB reads only in part', () => {
  it('is asked for again until all of it is there, consistently each time', async () => {
    const about = { owner: { type: 'complaint', reference }, id: 'alert' } as const;
    const notice = otherNotice(reference, 'alert');
    const key = noticeKey(about);
    const text = { ...personalKey(reference), schemaVersion: 1, ...personal };
    mock
      .on(BatchGetCommand)
      .resolvesOnce({
        Responses: { complaints: [toStateItem(stored, undefined, receivedAt)] },
        UnprocessedKeys: { complaints: { Keys: [key, personalKey(reference)] } },
      })
      .resolvesOnce({
        Responses: { complaints: [text] },
        UnprocessedKeys: { complaints: { Keys: [key] } },
      })
      .resolves({ Responses: { complaints: [toNoticeItem(notice)] }, UnprocessedKeys: {} });
    expect(await store.loadNotice(about)).toEqual({
      notice,
      stored,
      personal,
    });
    const asked = mock
      .commandCalls(BatchGetCommand)
      .map(({ args }) => args[0].input.RequestItems?.complaints);
    expect(asked.map((request) => request?.Keys)).toEqual([
      [key, stateKey(reference), personalKey(reference)],
      [key, personalKey(reference)],
      [key],
    ]);
    expect(asked.every((request) => request?.ConsistentRead === true)).toBe(true);
  });
});
