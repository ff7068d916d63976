import { describe, expect, it } from 'vitest';
import { resourcesOf, synthesizeTemplates } from './synthesized.ts';

const templates = synthesizeTemplates();
const tables = resourcesOf(templates, 'AWS::DynamoDB::Table');
const table = (name: string) => {
  const found = tables.find(({ logicalId }) => logicalId.startsWith(name));
  if (found === undefined) throw new Error(`No table ${name}`);
  return found;
};
const keys = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
];

describe('the tables', () => {
  it('are two', () => {
    expect(tables).toHaveLength(2);
  });

  it.each(tables)('$logicalId is encrypted, restorable, protected, kept and paid by request', (each) => {
    expect(each.properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      SSESpecification: { KMSMasterKeyId: 'Key.Arn', SSEEnabled: true, SSEType: 'KMS' },
      KeySchema: keys('pk', 'sk'),
    });
    expect(each.attributes).toEqual({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('have exactly these indexes and projections', () => {
    const keysOnly = { ProjectionType: 'KEYS_ONLY' };
    expect(table('TablesComplaints').properties.GlobalSecondaryIndexes).toEqual([
      { IndexName: 'due', KeySchema: keys('duePk', 'dueSk'), Projection: keysOnly },
      {
        IndexName: 'worklist',
        KeySchema: keys('worklistPk', 'worklistSk'),
        Projection: {
          ProjectionType: 'INCLUDE',
          NonKeyAttributes: [
            'reference',
            'landlord',
            'stage',
            'status',
            'handler',
            'team',
            'flags',
            'nextDueOn',
          ],
        },
      },
      {
        IndexName: 'period',
        KeySchema: keys('periodPk', 'periodSk'),
        Projection: {
          ProjectionType: 'INCLUDE',
          NonKeyAttributes: [
            'reference',
            'landlord',
            'stage',
            'status',
            'channel',
            'receivedOn',
            'obligations',
          ],
        },
      },
      { IndexName: 'find', KeySchema: keys('findPk', 'findSk'), Projection: keysOnly },
      { IndexName: 'touched', KeySchema: keys('touchedPk', 'touchedSk'), Projection: keysOnly },
    ]);
    expect(table('TablesTimeline').properties.GlobalSecondaryIndexes).toBeUndefined();
  });

  it('expire complaint items only', () => {
    expect(table('TablesComplaints').properties.TimeToLiveSpecification).toEqual({
      AttributeName: 'expiresAt',
      Enabled: true,
    });
    expect(table('TablesTimeline').properties.TimeToLiveSpecification).toBeUndefined();
  });

  it('stream entries of the timeline as they are stored, and nothing of the other, where the texts stand', () => {
    expect(table('TablesTimeline').properties.StreamSpecification).toEqual({ StreamViewType: 'NEW_IMAGE' });
    expect(table('TablesComplaints').properties.StreamSpecification).toBeUndefined();
  });
});

describe('the key', () => {
  it('rotates and is kept', () => {
    const [key, ...others] = resourcesOf(templates, 'AWS::KMS::Key');
    expect(others).toEqual([]);
    expect(key?.properties.EnableKeyRotation).toBe(true);
    expect(key?.attributes).toEqual({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('encrypts the tables and nothing else, so that no other service must be named in its policy', () => {
    const users = resourcesOf(templates).filter(
      ({ type, properties }) => type !== 'AWS::IAM::Role' && JSON.stringify(properties).includes('"Key.Arn"'),
    );
    expect(users.map(({ type }) => type)).toEqual(['AWS::DynamoDB::Table', 'AWS::DynamoDB::Table']);
  });
});
