import { describe, expect, it } from 'vitest';
import { createCallLog } from '../../../infra/local/aws/call-log.ts';
import { billedCapacity, billedWhenRefused } from '../../../infra/local/aws/capacity.ts';

const put = (bytes: number) => ({
  Put: { TableName: 'timeline', Item: { pk: { S: 'x'.repeat(bytes - 2) } } },
});
const update = { Update: { TableName: 'timeline' } };
const reported = (CapacityUnits: number, index = 0) => ({
  ConsumedCapacity: [
    { TableName: 'timeline', CapacityUnits, GlobalSecondaryIndexes: { due: { CapacityUnits: index } } },
  ],
});
const billed = (TransactItems: unknown[], answer: Record<string, unknown>) =>
  billedCapacity('TransactWriteItems', { TransactItems }, answer).write;

describe('the capacity of a write transaction', () => {
  it('is Local’s own where no two items cost the same', () => {
    expect(billed([put(1000), put(2000)], reported(6))).toBe(6);
  });

  it('counts items that Local counted once because they cost the same', () => {
    expect(billed([put(1000), put(1000), put(2000)], reported(6))).toBe(8);
  });

  it('keeps what Local reports for indexes', () => {
    expect(billed([put(1000), put(1000)], reported(4, 2))).toBe(6);
  });

  it('takes what Local reports beyond the puts as the cost of an update', () => {
    expect(billed([put(1000), update], reported(10))).toBe(10);
    expect(billed([put(1000), update], reported(2))).toBe(4);
  });
});

describe('the capacity of a refused write', () => {
  it('is that of the item that was there, or at least one unit', () => {
    const code = 'ConditionalCheckFailedException';
    expect(billedWhenRefused('UpdateItem', {}, code, {}).write).toBe(1);
    expect(billedWhenRefused('UpdateItem', {}, code, { Item: { a: { S: 'x'.repeat(3000) } } }).write).toBe(3);
  });

  it('is nothing for a request that was no good', () => {
    expect(billedWhenRefused('PutItem', {}, 'ValidationException', {})).toEqual({ read: 0, write: 0 });
  });
});

describe('the call log', () => {
  it('forgets the oldest calls when it is full', () => {
    const log = createCallLog();
    const call = {
      function: 'f',
      service: 'ses',
      operation: 'SendRawEmail',
      read: 0,
      write: 0,
      outcome: 'ok',
    };
    for (let number = 0; number < 50_003; number += 1) log.record({ ...call, at: String(number) });
    const kept = log.list();
    expect([kept.length, kept[0]?.at, kept.at(-1)?.at]).toEqual([50_000, '3', '50002']);
  });
});
