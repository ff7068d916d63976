import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Access } from '../../ports/access.ts';
import {
  fromLinkItem,
  fromRedeemedItem,
  fromSessionItem,
  linkKey,
  sessionKey,
  toSessionItem,
} from './access-items.ts';
import type { Tables } from './client.ts';

/** Links and sessions on DynamoDB; the twin in memory passes the same suite. */
export function createDynamoDbAccess(
  client: DynamoDBDocumentClient,
  { complaints }: Pick<Tables, 'complaints'>,
): Access {
  const getItem = async (key: Record<string, string>) =>
    (await client.send(new GetCommand({ TableName: complaints, Key: key, ConsistentRead: true }))).Item;

  return {
    async redeem(hash, purpose, session, now) {
      const use = new UpdateCommand({
        TableName: complaints,
        Key: linkKey(hash),
        UpdateExpression: 'SET usedAt = if_not_exists(usedAt, :now), usedFor = :session',
        ConditionExpression:
          'validUntil > :now AND purpose = :purpose AND (attribute_not_exists(usedFor) OR usedFor = :session)',
        ExpressionAttributeValues: { ':now': now, ':purpose': purpose, ':session': session },
        ReturnValues: 'ALL_NEW',
      });
      const used = await client.send(use).catch((error) => {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      });
      return used?.Attributes && fromRedeemedItem(used.Attributes);
    },

    async readLink(hash, purpose, now) {
      const item = await getItem(linkKey(hash));
      if (!item) return undefined;
      const { validUntil, purpose: made, ...subject } = fromLinkItem(item);
      return made === purpose && validUntil > now ? subject : undefined;
    },

    async openSession(session) {
      await client.send(new PutCommand({ TableName: complaints, Item: toSessionItem(session) }));
    },

    async readSession(hash, now) {
      const item = await getItem(sessionKey(hash));
      if (!item) return undefined;
      const { validUntil, ...signedIn } = fromSessionItem(item);
      return validUntil > now ? signedIn : undefined;
    },
  };
}
