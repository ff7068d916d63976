import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteExpired } from '../../../infra/local/aws/delete-expired.ts';
import type { FaultKind } from '../../../infra/local/aws-call.ts';
import { startSmallEndpoint } from './fixtures/running-endpoint.ts';

// The clients here live in this process, whose clock is the machine's: the stack's must agree with it.
const start = Math.floor(Date.now() / 1000) * 1000;
let stack: Awaited<ReturnType<typeof startSmallEndpoint>>;

beforeAll(async () => {
  stack = await startSmallEndpoint(start);
  for (const { definition } of stack.system.tables) {
    await stack.admin.send(new CreateTableCommand(definition as unknown as CreateTableCommandInput));
  }
}, 30_000);
afterAll(() => stack?.stop());
beforeEach(() => {
  stack.endpoint.reset();
  Object.assign(stack.told, { mails: [], tables: [], killed: [], events: [] });
  stack.clock.runFrom(start);
});

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'STATE' } });
const get = (pk: string) => new GetItemCommand({ TableName: 'complaints', Key: key(pk) });
const put = (pk: string, rest = {}, TableName = 'complaints') =>
  new PutItemCommand({ TableName, Item: { ...key(pk), ...rest } });
const transactionOf = (...TransactItems: TransactWriteItem[]) =>
  new TransactWriteItemsCommand({ TransactItems });
const putOf = (pk: string, rest = {}) => ({
  Put: { TableName: 'complaints', Item: { ...key(pk), ...rest } },
});
const addFault = (operation: string, kind: FaultKind, more = {}) =>
  stack.endpoint.addFault({ service: 'dynamodb', operation, kind, times: 1, ...more });
const calls = () => stack.endpoint.calls();

describe('a call within its grants', () => {
  it('is carried out, recorded with its capacity, and answered without the capacity nobody asked for', async () => {
    await stack.dynamodb.send(put('a', { text: { S: 'x'.repeat(2500) } }));
    const { Item, ConsumedCapacity } = await stack.dynamodb.send(get('a'));
    expect(Item?.text?.S).toHaveLength(2500);
    expect(ConsumedCapacity).toBeUndefined();
    expect(calls()).toMatchObject([
      { function: 'worker', service: 'dynamodb', operation: 'PutItem', read: 0, write: 3, outcome: 'ok' },
      { function: 'worker', service: 'dynamodb', operation: 'GetItem', read: 0.5, write: 0, outcome: 'ok' },
    ]);
    expect(Date.parse(calls()[0]?.at ?? '')).toBeGreaterThanOrEqual(start);
  });

  it('tells its capacity to a caller who asks', async () => {
    const { ConsumedCapacity } = await stack.dynamodb.send(
      new GetItemCommand({ TableName: 'complaints', Key: key('none'), ReturnConsumedCapacity: 'TOTAL' }),
    );
    expect(ConsumedCapacity?.CapacityUnits).toBe(0.5);
    expect(calls()[0]?.read).toBe(0.5);
  });

  it('tells the rest of the stack which table with a stream was written', async () => {
    await stack.dynamodb.send(put('a'));
    expect(stack.told.tables).toEqual([]);
    await stack.dynamodb.send(put('a', {}, 'timeline'));
    await stack.dynamodb.send(transactionOf(putOf('b'), { Put: { TableName: 'timeline', Item: key('b') } }));
    expect(stack.told.tables).toEqual(['timeline', 'timeline']);
  });
});

describe('capacity as AWS bills it', () => {
  it('counts half a unit for a query that finds nothing', async () => {
    const query = (ConsistentRead: boolean) =>
      new QueryCommand({
        TableName: 'timeline',
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'nobody' } },
        ConsistentRead,
      });
    await stack.dynamodb.send(query(false));
    await stack.dynamodb.send(query(true));
    expect(calls().map(({ read }) => read)).toEqual([0.5, 1]);
  });

  it('counts every item of a transaction twice, also items that cost the same', async () => {
    await stack.dynamodb.send(transactionOf(putOf('t1')));
    await stack.dynamodb.send(transactionOf(putOf('t1'), putOf('t2'), putOf('t3')));
    const check = { TableName: 'complaints', Key: key('t1'), ConditionExpression: 'attribute_exists(pk)' };
    await stack.dynamodb.send(transactionOf({ ConditionCheck: check }, putOf('t2')));
    expect(calls().map(({ write }) => write)).toEqual([2, 6, 4]);
  });

  it('counts a transaction of reads twice', async () => {
    await stack.dynamodb.send(put('r1'));
    const Get = { TableName: 'complaints', Key: key('r1') };
    const other = { TableName: 'complaints', Key: key('r2') };
    await stack.dynamodb.send(new TransactGetItemsCommand({ TransactItems: [{ Get }, { Get: other }] }));
    expect(calls()[1]).toMatchObject({ read: 4, write: 0 });
  });

  it('counts a refused conditional write', async () => {
    await stack.dynamodb.send(put('c'));
    const ConditionExpression = 'attribute_not_exists(pk)';
    const Item = { ...key('c'), text: { S: 'x'.repeat(1500) } };
    await expect(
      stack.dynamodb.send(new PutItemCommand({ TableName: 'complaints', Item, ConditionExpression })),
    ).rejects.toThrow(expect.objectContaining({ name: 'ConditionalCheckFailedException' }));
    const Put = { TableName: 'complaints', Item, ConditionExpression };
    await expect(stack.dynamodb.send(transactionOf({ Put }, putOf('d')))).rejects.toThrow(
      expect.objectContaining({ name: 'TransactionCanceledException' }),
    );
    expect(calls().slice(1)).toMatchObject([
      { write: 2, outcome: 'ConditionalCheckFailedException' },
      { write: 6, outcome: 'TransactionCanceledException' },
    ]);
  });
});

describe('a call beyond its grants', () => {
  const roleArn = 'arn:aws:iam::123456789012:role/small-WorkerRole';
  const tableArn = 'arn:aws:dynamodb:eu-west-2:123456789012:table/complaints';

  it('is answered AccessDeniedException with AWS’s words, and not carried out', async () => {
    await stack.dynamodb.send(put('kept'));
    const denied = stack.dynamodb.send(new DeleteItemCommand({ TableName: 'complaints', Key: key('kept') }));
    await expect(denied).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        `User: ${roleArn} is not authorized to perform: dynamodb:DeleteItem on resource: ${tableArn} ` +
        'because no identity-based policy allows the dynamodb:DeleteItem action',
    });
    expect((await stack.dynamodb.send(get('kept'))).Item).toBeDefined();
    expect(calls()[1]).toMatchObject({ operation: 'DeleteItem', outcome: 'AccessDeniedException', write: 0 });
  });

  it('stops a whole transaction for one item of it', async () => {
    const Delete = { TableName: 'complaints', Key: key('x') };
    await expect(stack.dynamodb.send(transactionOf(putOf('half'), { Delete }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    expect((await stack.dynamodb.send(get('half'))).Item).toBeUndefined();
  });

  it('is refused when nobody has described its operation, or its caller is unknown', async () => {
    const { url } = stack.endpoint;
    const request = (accessKey: string, service: string) =>
      fetch(url, {
        method: 'POST',
        headers: {
          authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/20261223/eu-west-2/${service}/aws4_request, X`,
          'x-amz-target': 'DynamoDB_20120810.ExecuteStatement',
        },
        body: '{}',
      }).then((response) => response.text());
    const { accessKeyId } = stack.endpoint.credentialsFor('worker', 'worker-1');
    expect(await request(accessKeyId, 'dynamodb')).toContain(
      'does not know which grants dynamodb ExecuteStatement takes: add it in infra/local/aws/required-grants.ts',
    );
    expect(await request('STRANGER', 'dynamodb')).toContain('UnrecognizedClientException');
    expect(await request(accessKeyId, 's3')).toContain('does not run the AWS service s3');
  });
});

describe('a fault', () => {
  it('throttles once, so that a retrying client gets through', async () => {
    addFault('GetItem', 'throttle');
    await stack.retryingDynamodb.send(get('a'));
    expect(calls().map(({ outcome }) => outcome)).toEqual(['ThrottlingException', 'ok']);
    addFault('getitem', 'throttle', { function: 'WORKER' });
    await expect(stack.dynamodb.send(get('a'))).rejects.toMatchObject({ name: 'ThrottlingException' });
  });

  it('refuses without a second attempt', async () => {
    addFault('GetItem', 'refuse');
    await expect(stack.retryingDynamodb.send(get('a'))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    expect(calls()).toHaveLength(1);
  });

  it('conflicts as a transaction and as a single write', async () => {
    addFault('TransactWriteItems', 'conflict');
    await expect(stack.dynamodb.send(transactionOf(putOf('y'), putOf('z')))).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'TransactionConflict' }],
    });
    addFault('PutItem', 'conflict');
    await expect(stack.dynamodb.send(put('y'))).rejects.toMatchObject({
      name: 'TransactionConflictException',
    });
    expect((await stack.dynamodb.send(get('y'))).Item).toBeUndefined();
  });

  it('loses the response of a call that was carried out', async () => {
    addFault('PutItem', 'lost-response');
    await expect(stack.dynamodb.send(put('lost'))).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect((await stack.dynamodb.send(get('lost'))).Item).toBeDefined();
    expect(calls()).toMatchObject([
      { operation: 'PutItem', write: 1, outcome: 'lost-response' },
      { outcome: 'ok' },
    ]);
  });

  it('never answers, and does nothing', async () => {
    addFault('PutItem', 'timeout');
    await expect(stack.impatientDynamodb.send(put('late'))).rejects.toMatchObject({ name: 'TimeoutError' });
    expect((await stack.dynamodb.send(get('late'))).Item).toBeUndefined();
  });

  it('kills the calling environment before the call is carried out, or after it', async () => {
    addFault('PutItem', 'kill');
    await expect(stack.dynamodb.send(put('before'))).rejects.toThrow();
    addFault('PutItem', 'kill', { when: 'after' });
    await expect(stack.dynamodb.send(put('after'))).rejects.toThrow();
    expect(stack.told.killed).toEqual(['worker-1', 'worker-1']);
    expect((await stack.dynamodb.send(get('before'))).Item).toBeUndefined();
    expect((await stack.dynamodb.send(get('after'))).Item).toBeDefined();
  });

  it('counts down, meets only its own function, and can be cleared', async () => {
    addFault('GetItem', 'throttle', { function: 'other' });
    await stack.dynamodb.send(get('a'));
    addFault('GetItem', 'refuse', { times: 2 });
    await expect(stack.dynamodb.send(get('a'))).rejects.toThrow();
    await expect(stack.dynamodb.send(get('a'))).rejects.toThrow();
    await stack.dynamodb.send(get('a'));
    addFault('GetItem', 'refuse');
    expect(stack.endpoint.clearFaults()).toMatchObject([{ function: 'other', times: 1 }, { times: 1 }]);
    await stack.dynamodb.send(get('a'));
  });

  it('is unavailable without doing anything, so that a retrying client gets through', async () => {
    addFault('PutItem', 'unavailable');
    await expect(stack.dynamodb.send(put('once'))).rejects.toMatchObject({
      name: 'ServiceUnavailable',
      $metadata: { httpStatusCode: 503 },
    });
    expect((await stack.dynamodb.send(get('once'))).Item).toBeUndefined();
    addFault('PutItem', 'unavailable');
    await stack.retryingDynamodb.send(put('twice'));
    expect(calls().map(({ outcome }) => outcome)).toEqual([
      'ServiceUnavailable',
      'ok',
      'ServiceUnavailable',
      'ok',
    ]);
  });

  it('lets as many calls pass as it is told, and those that another fault meets count among them', async () => {
    addFault('GetItem', 'refuse', { skip: 1 });
    addFault('GetItem', 'throttle', { skip: 2, times: 2 });
    for (let sent = 0; sent < 5; sent++) await stack.dynamodb.send(get('a')).catch(() => {});
    expect(calls().map(({ outcome }) => outcome)).toEqual([
      'ok',
      'AccessDeniedException',
      'ThrottlingException',
      'ThrottlingException',
      'ok',
    ]);
  });

  it.each([
    [{ service: 's3' }, 'A fault names the service s3; it is one of dynamodb, ses, events.'],
    [{ kind: 'explode' as FaultKind }, 'A fault is of kind explode'],
    [{ times: 0 }, 'A fault happens 0 times'],
    [{ skip: -1 }, 'A fault lets -1 calls pass'],
    [{ kind: 'refuse' as const, error: 'Throttling' }, 'Only a refuse fault of SES has an `error`.'],
    [{ kind: 'conflict' as const }, 'DynamoDB writes conflict, but dynamodb GetItem never does.'],
  ])('is refused when it makes no sense: %j', (part, sentence) => {
    expect(() => addFault('GetItem', 'throttle', part)).toThrow(sentence);
  });
});

describe('the clock of the stack', () => {
  it('stands in the Date header of every answer, errors too', async () => {
    stack.clock.freezeAt(Date.parse('2027-01-22T15:00:00Z'));
    const answer = await fetch(stack.endpoint.url, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('date')).toBe('Fri, 22 Jan 2027 15:00:00 GMT');
  });

  it('thirty days ahead makes no client send an error again', async () => {
    await stack.dynamodb.send(put('skew'));
    const ahead = start + 30 * 86_400_000;
    stack.clock.freezeAt(ahead);
    const real = Date.now;
    Date.now = () => ahead;
    const Item = key('skew');
    const ConditionExpression = 'attribute_not_exists(pk)';
    const again = new PutItemCommand({ TableName: 'complaints', Item, ConditionExpression });
    try {
      await expect(stack.newDynamodb().send(again)).rejects.toMatchObject({
        name: 'ConditionalCheckFailedException',
      });
    } finally {
      Date.now = real;
    }
    expect(calls().map(({ outcome }) => outcome)).toEqual(['ok', 'ConditionalCheckFailedException']);
  });

  it('decides what has outlived its time', async () => {
    const expiresAt = (seconds: number) => ({ expiresAt: { N: String(start / 1000 + seconds) } });
    await stack.dynamodb.send(put('short', expiresAt(3600)));
    await stack.dynamodb.send(put('long', expiresAt(86_400)));
    const { system, clock, dynamodbUrl } = stack;
    expect(await deleteExpired({ system, clock, dynamodbUrl })).toBe(0);
    clock.freezeAt(start + 7_200_000);
    expect(await deleteExpired({ system, clock, dynamodbUrl })).toBe(1);
    const { Items = [] } = await stack.admin.send(new ScanCommand({ TableName: 'complaints' }));
    const left = Items.map(({ pk }) => pk?.S);
    expect(left).toContain('long');
    expect(left).not.toContain('short');
  });
});

describe('PutEvents', () => {
  const entry = { Source: 'redress', DetailType: 'ComplaintReceived', Detail: '{"reference":"R1"}' };

  it('accepts events on the default bus and hands them on', async () => {
    const { FailedEntryCount, Entries } = await stack.events.send(new PutEventsCommand({ Entries: [entry] }));
    expect(FailedEntryCount).toBe(0);
    expect(stack.told.events).toMatchObject([{ id: Entries?.[0]?.EventId, detailType: 'ComplaintReceived' }]);
  });

  it('is denied on another bus, and refuses what is no event', async () => {
    const other = stack.events.send(new PutEventsCommand({ Entries: [{ ...entry, EventBusName: 'other' }] }));
    await expect(other).rejects.toMatchObject({ name: 'AccessDeniedException' });
    const result = await stack.events.send(
      new PutEventsCommand({ Entries: [{ ...entry, Detail: 'no' }, entry] }),
    );
    expect(result.FailedEntryCount).toBe(1);
    expect(result.Entries?.[0]?.ErrorCode).toBe('MalformedDetail');
  });
});
