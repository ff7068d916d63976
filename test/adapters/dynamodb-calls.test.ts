import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { createDynamoDbStore } from '../../shared/adapters/dynamodb/complaint-store.ts';
import { toPersonalItems, toStateItem } from '../../shared/adapters/dynamodb/items.ts';
import { toPersonItem } from '../../shared/adapters/dynamodb/staff-items.ts';
import type { MailCap } from '../../shared/domain/mail-caps.ts';
import { person } from '../support/people.ts';
import { at } from '../support/rules.ts';
import {
  answerFor,
  changeTo,
  claimWith,
  definition,
  newComplaint,
  otherNotice,
  personal,
  receivedAt,
} from '../support/stored.ts';

/** What the store asks of DynamoDB for one command, counted. */
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

describe('accepting a complaint', () => {
  it('is one call: one transaction and no read', async () => {
    mock.on(TransactWriteCommand).resolves({});
    expect(await store.receive(newComplaint(1, { texts: [definition] }))).toBe('stored');
    expect(mock.calls()).toHaveLength(1);
    const { TransactItems } = mock.commandCalls(TransactWriteCommand)[0]?.args[0].input ?? {};
    expect(TransactItems?.map(({ Put }) => [Put?.TableName, Put?.Item?.sk])).toEqual([
      ['complaints', 'STATE'],
      ['complaints', 'PERSONAL'],
      ['complaints', 'TEXT#text-1'],
      ['timeline', '000001'],
      ['complaints', 'NOTICE#receipt'],
    ]);
  });
});

describe('a command of staff', () => {
  const answer = answerFor('act-1');
  const ann = person('ann');

  it('is one read of many items, each asked for once and consistently', async () => {
    mock.on(BatchGetCommand).resolves({
      Responses: {
        complaints: [
          toPersonItem(ann),
          ...toPersonalItems(reference, 'day-zero', personal),
          toStateItem(stored, undefined, receivedAt),
        ],
      },
    });
    const about = { reference, key: answer, people: [ann.id, ann.id] };
    expect(await store.loadForCommand(about, receivedAt)).toEqual({
      stored,
      personal,
      answer: undefined,
      people: [ann],
    });
    expect(mock.calls()).toHaveLength(1);
    const [call] = mock.commandCalls(BatchGetCommand);
    expect(call?.args[0].input.RequestItems?.complaints).toEqual({
      ConsistentRead: true,
      Keys: [
        { pk: 'COMPLAINT#10000-0000Y', sk: 'STATE' },
        { pk: 'COMPLAINT#10000-0000Y', sk: 'PERSONAL' },
        { pk: 'IDEMPOTENCY#resident#day-zero#act-1', sk: 'RESULT' },
        { pk: 'STAFF', sk: 'PERSON#ann' },
      ],
    });
  });

  const written = () => {
    const { TransactItems } = mock.commandCalls(TransactWriteCommand)[0]?.args[0].input ?? {};
    return TransactItems?.map(({ Put, Delete }) => (Delete ? `no ${Delete.Key?.sk}` : Put?.Item?.sk));
  };

  it('is one transaction of all that follows from it', async () => {
    mock.on(TransactWriteCommand).resolves({});
    const corrected = { ...personal, complainant: { name: 'Sam', address: '1 Orchard Row, TV1 1AA' } };
    const newNotices = [otherNotice(reference, 'alert')];
    const changedNotices = [otherNotice(reference, 'receipt', { revision: 1 })];
    const parts = { personal: corrected, texts: [definition], newNotices, changedNotices, answer };
    expect(await store.commit(changeTo(stored, parts))).toBe('stored');
    expect(mock.calls()).toHaveLength(1);
    expect(written()).toEqual([
      'STATE',
      'TEXT#text-1',
      '000002',
      'NOTICE#alert',
      'PERSONAL',
      'POSTCODE',
      'NOTICE#receipt',
      'RESULT',
    ]);
  });

  it('that takes a postcode away leaves nothing to be found by it', async () => {
    mock.on(TransactWriteCommand).resolves({});
    await store.commit(changeTo(stored, { personal }));
    expect(written()).toEqual(['STATE', '000002', 'PERSONAL', 'POSTCODE']);
    const emptied = mock.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems?.[3]?.Put?.Item;
    expect(emptied).toEqual({ pk: expect.stringContaining(reference), sk: 'POSTCODE', schemaVersion: 1 });
  });

  it('whose key is taken is told so, whatever else has changed meanwhile', async () => {
    const [failed, fine] = ['ConditionalCheckFailed', 'None'];
    mock
      .on(TransactWriteCommand)
      .rejectsOnce(canceled(failed, fine, failed))
      .rejectsOnce(canceled(failed, fine, fine));
    expect(await store.commit(changeTo(stored, { answer }))).toBe('key-taken');
    expect(await store.commit(changeTo(stored, { answer }))).toBe('changed-meanwhile');
  });
});

describe('asking for a link', () => {
  it('is one write and no read', async () => {
    mock.on(PutCommand).resolves({});
    expect(await store.oweAlone(otherNotice(reference, 'access-link_202612231500'))).toBe('stored');
    expect(mock.calls()).toHaveLength(1);
  });
});

describe('claiming a notice', () => {
  const noon = at('2027-01-05T12:00:00Z');
  const caps: MailCap[] = [
    { of: 'address', counter: 'unasked#sam#2027-01-05', limit: 5 },
    { of: 'landlord', counter: 'landlord#day-zero#2027-01-05#0', limit: 0 },
  ];
  const claim = claimWith({
    complaintVersion: 1,
    link: { hash: 'h', purpose: 'resident', complaint: reference, party: 1, validUntil: noon },
    slot: { second: noon, number: 3 },
    caps,
    at: noon,
  });
  const claimed = otherNotice(reference, 'alert', { revision: 1, status: 'sending' });

  it('is one transaction of everything that must hold, and no read', async () => {
    mock.on(TransactWriteCommand).resolves({});
    expect(await store.claimNotice(claimed, claim)).toBe('stored');
    expect(mock.calls()).toHaveLength(1);
    const { TransactItems } = mock.commandCalls(TransactWriteCommand)[0]?.args[0].input ?? {};
    const [notice, complaint, link, address, landlord, slot] = TransactItems ?? [];
    expect(TransactItems).toHaveLength(6);
    expect(notice?.Put).toMatchObject({
      Item: { sk: 'NOTICE#alert' },
      ConditionExpression: 'revision = :before',
    });
    expect(complaint?.ConditionCheck).toMatchObject({
      Key: { sk: 'STATE' },
      ConditionExpression: 'version = :version',
    });
    expect(link?.Put?.Item?.pk).toBe('LINK#h');
    expect(address?.Update).toEqual({
      TableName: 'complaints',
      Key: { pk: 'CAP#unasked#sam#2027-01-05', sk: 'COUNT' },
      UpdateExpression:
        'SET schemaVersion = :schemaVersion, expiresAt = if_not_exists(expiresAt, :expiresAt) ADD mails :one',
      ConditionExpression: 'attribute_not_exists(mails) OR mails < :limit',
      ExpressionAttributeValues: {
        ':schemaVersion': 1,
        ':expiresAt': Date.parse('2027-01-07T12:00:00Z') / 1000,
        ':one': 1,
        ':limit': 5,
      },
    });
    expect(landlord?.Update?.ConditionExpression).toBe('mails < :limit');
    expect(slot?.Put).toMatchObject({
      Item: { pk: 'PACE#2027-01-05T12:00:00.000Z', sk: 'SLOT#3' },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
  });

  const [fine, failed] = ['None', 'ConditionalCheckFailed'];
  it.each([
    ['the notice', [failed, fine, fine, fine, failed, failed], 'changed-meanwhile'],
    ['the complaint', [fine, failed, fine, failed, fine, failed], 'changed-meanwhile'],
    ['the link', [fine, fine, failed, fine, fine, fine], 'changed-meanwhile'],
    ['one cap and the slot', [fine, fine, fine, fine, failed, failed], { over: [caps[1]] }],
    ['both caps', [fine, fine, fine, failed, failed, fine], { over: caps }],
    ['the slot', [fine, fine, fine, fine, fine, failed], 'slot-taken'],
  ])('tells by which condition failed: %s', async (_, codes, outcome) => {
    mock.on(TransactWriteCommand).rejects(canceled(...codes));
    expect(await store.claimNotice(claimed, claim)).toEqual(outcome);
    expect(mock.calls()).toHaveLength(1);
  });
});
