import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { createDynamoDbCalendarArchive } from '../../shared/adapters/dynamodb/calendar-archive.ts';
import {
  fromApplicationItem,
  fromProposalItem,
  fromVersionItem,
  landlordOf,
  toApplicationItem,
  toProposalItem,
  toVersionItem,
} from '../../shared/adapters/dynamodb/calendar-items.ts';
import { newApplication, newProposal, newVersion } from '../support/calendars.ts';
import { at } from '../support/rules.ts';
import { answerFor } from '../support/stored.ts';

const noon = at('2026-12-24T12:00:00Z');
const version = toVersionItem(newVersion());
const application = toApplicationItem(newApplication(), noon);
const proposal = toProposalItem(newProposal());

describe('the items of the calendar', () => {
  it('stand in one partition, with their schema version', () => {
    expect(version).toMatchObject({ pk: 'CALENDAR', sk: 'VERSION#000002', schemaVersion: 1 });
    expect(application).toMatchObject({ pk: 'CALENDAR', sk: 'APPLIED#day-zero', schemaVersion: 1 });
    expect(proposal).toMatchObject({ pk: 'CALENDAR', sk: 'PROPOSAL', schemaVersion: 1 });
  });

  it('are due with the complaints of a shard, where one is to be carried on', () => {
    expect(application.dueSk).toBe('2026-12-24T12:00:00.000Z#CALENDAR#APPLIED#day-zero');
    expect(application.duePk).toMatch(/^DUE#[0-3]$/);
    expect(toApplicationItem(newApplication(), undefined)).not.toHaveProperty('duePk');
    expect([version, proposal].filter((item) => 'duePk' in item)).toEqual([]);
  });

  it('lead back to their landlord, and complaints to none', () => {
    expect(landlordOf(application)).toBe('day-zero');
    expect(landlordOf({ pk: 'COMPLAINT#10000-0000Y', sk: 'STATE' })).toBeUndefined();
  });

  it.each([{ schemaVersion: 2 }, { schemaVersion: undefined }])(
    'with %j are a fault, never misread',
    (wrong) => {
      expect(() => fromVersionItem({ ...version, ...wrong })).toThrow();
      expect(() => fromApplicationItem({ ...application, ...wrong })).toThrow();
      expect(() => fromProposalItem({ ...proposal, ...wrong })).toThrow();
    },
  );

  it('with a part that is not what it should be are a fault', () => {
    expect(() => fromVersionItem({ ...version, changes: [] })).toThrow();
    expect(() => fromApplicationItem({ ...application, revision: '1' })).toThrow();
    expect(() => fromProposalItem({ ...proposal, foundAt: 'today' })).toThrow();
  });
});

describe('the archive', () => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-2' }));
  const mock = mockClient(client);
  const archive = createDynamoDbCalendarArchive(client, { complaints: 'complaints' });
  afterEach(() => mock.reset());

  it('is read with one consistent query of its partition', async () => {
    mock.on(QueryCommand).resolves({ Items: [application, proposal, version] });
    expect(await archive.read()).toEqual({
      versions: [newVersion()],
      applications: [newApplication()],
      proposal: newProposal(),
    });
    expect(mock.calls()).toHaveLength(1);
    expect(mock.commandCalls(QueryCommand)[0]?.args[0].input).toMatchObject({
      KeyConditionExpression: 'pk = :calendar',
      ExpressionAttributeValues: { ':calendar': 'CALENDAR' },
      ConsistentRead: true,
    });
  });

  it('adds and applies with one call each, the answer in the same transaction', async () => {
    mock.on(TransactWriteCommand).resolves({});
    await archive.add(newVersion(), noon, answerFor('version-2'));
    await archive.apply(newApplication(), noon, noon, answerFor('apply-2'));
    expect(mock.calls()).toHaveLength(2);
    const written = mock
      .commandCalls(TransactWriteCommand)
      .map(({ args }) => args[0].input.TransactItems?.map(({ Put }) => Put?.Item?.sk));
    expect(written).toEqual([
      ['VERSION#000002', 'RESULT'],
      ['APPLIED#day-zero', 'RESULT'],
    ]);
  });

  it('reads a landlord’s application consistently, and replaces what was found with a put', async () => {
    mock.on(GetCommand).resolves({ Item: application }).on(PutCommand).resolves({});
    expect(await archive.application('day-zero')).toEqual(newApplication());
    await archive.propose(newProposal());
    expect(mock.calls()).toHaveLength(2);
    expect(mock.commandCalls(GetCommand)[0]?.args[0].input).toMatchObject({ ConsistentRead: true });
  });
});
