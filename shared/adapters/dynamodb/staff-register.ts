import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { StaffRegister } from '../../ports/staff-register.ts';
import type { Tables } from './client.ts';
import { queryAll } from './query-all.ts';
import { fromPersonItem, personKey, staffPartition, toPersonItem } from './staff-items.ts';
import { writeAll } from './write.ts';

/** The register on DynamoDB; its twin in memory passes the same suite. */
export function createDynamoDbStaffRegister(
  client: DynamoDBDocumentClient,
  { complaints }: Pick<Tables, 'complaints'>,
): StaffRegister {
  return {
    async read(id) {
      const get = new GetCommand({ TableName: complaints, Key: personKey(id), ConsistentRead: true });
      const { Item: item } = await client.send(get);
      return item && fromPersonItem(item);
    },

    async list() {
      const items = queryAll(client, {
        TableName: complaints,
        KeyConditionExpression: 'pk = :staff',
        ExpressionAttributeValues: { ':staff': staffPartition },
        ConsistentRead: true,
      });
      return (await Array.fromAsync(items)).map(fromPersonItem);
    },

    async save(person) {
      const unchanged =
        person.revision === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'revision = :before',
              ExpressionAttributeValues: { ':before': person.revision - 1 },
            };
      const put = { TableName: complaints, Item: toPersonItem(person), ...unchanged };
      return (await writeAll(client, [{ Put: put }])).length === 0 ? 'stored' : 'changed-meanwhile';
    },
  };
}
