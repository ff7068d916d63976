import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CalendarArchive } from '../../ports/calendar-archive.ts';
import {
  applicationKey,
  calendarPartition,
  fromApplicationItem,
  fromProposalItem,
  fromVersionItem,
  isApplicationItem,
  isProposalItem,
  isVersionItem,
  toApplicationItem,
  toProposalItem,
  toVersionItem,
} from './calendar-items.ts';
import type { Tables } from './client.ts';
import { openComplaintsTable } from './complaints-table.ts';
import { queryAll } from './query-all.ts';
import { writeWithAnswer } from './write-with-answer.ts';

/** The archive on DynamoDB; its twin in memory passes the same suite. */
export function createDynamoDbCalendarArchive(
  client: DynamoDBDocumentClient,
  { complaints }: Pick<Tables, 'complaints'>,
): CalendarArchive {
  const table = openComplaintsTable(client, complaints);
  return {
    async read() {
      const query = queryAll(client, {
        TableName: complaints,
        KeyConditionExpression: 'pk = :calendar',
        ExpressionAttributeValues: { ':calendar': calendarPartition },
        ConsistentRead: true,
      });
      const items = await Array.fromAsync(query);
      const proposal = items.find(isProposalItem);
      return {
        versions: items.filter(isVersionItem).map(fromVersionItem),
        applications: items.filter(isApplicationItem).map(fromApplicationItem),
        proposal: proposal && fromProposalItem(proposal),
      };
    },

    async add(version, at, answer) {
      const outcome = await writeWithAnswer(table, [table.putNew(toVersionItem(version))], answer, at);
      return outcome === 'refused' ? 'there-already' : outcome;
    },

    async propose(proposal) {
      await table.write([table.put(toProposalItem(proposal))]);
    },

    async apply(application, wakeAt, at, answer) {
      const item = toApplicationItem(application, wakeAt);
      const put =
        application.revision === 0
          ? table.putNew(item)
          : table.put(item, 'revision = :before', { ':before': application.revision - 1 });
      const outcome = await writeWithAnswer(table, [put], answer, at);
      return outcome === 'refused' ? 'changed-meanwhile' : outcome;
    },

    async application(landlord) {
      const item = await table.get(applicationKey(landlord));
      return item && fromApplicationItem(item);
    },

    setAside: (landlord, until) => table.moveDue(applicationKey(landlord), until),
  };
}
