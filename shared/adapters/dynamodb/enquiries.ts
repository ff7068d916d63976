import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { complaintsTable } from '../../contracts/names.ts';
import type { EnquiryItem, EnquiryStore } from '../../ports/enquiries.ts';
import { answerKey, fromAnswerItem } from './answer-items.ts';
import { beginComplaint } from './begin-complaint.ts';
import type { Tables } from './client.ts';
import { openComplaintsTable } from './complaints-table.ts';
import {
  enquiryKey,
  enquiryPartition,
  enquiryTextKey,
  fromEnquiryItem,
  fromEnquiryTextItem,
  fromListEntry,
  listPartition,
  toEnquiryItem,
  toEnquiryTextItem,
  toNoteItem,
} from './enquiry-items.ts';
import { fromTextItem, textPrefix } from './items.ts';
import { toNoticeItem } from './notice-items.ts';
import { queryAll } from './query-all.ts';
import { fromPersonItem, personKey } from './staff-items.ts';
import { writeWhileSafe } from './write-with-answer.ts';

/** Enquiries on DynamoDB; the twin in memory passes the same suite. */
export function createDynamoDbEnquiries(client: DynamoDBDocumentClient, tables: Tables): EnquiryStore {
  const table = openComplaintsTable(client, tables.complaints);
  const { name, partitionKey, sortKey } = complaintsTable.indexes.worklist;
  const list = (partition: string, range: string, values: Record<string, string>, limit?: number) =>
    queryAll(client, {
      TableName: tables.complaints,
      IndexName: name,
      KeyConditionExpression: `${partitionKey} = :partition${range}`,
      ExpressionAttributeValues: { ':partition': partition, ...values },
      ...(limit && { Limit: limit }),
    });

  return {
    async log({ enquiry, personal, notices, wakeAt, at, answer, whileSafe = [] }) {
      const writes = [
        table.putNew(toEnquiryItem(enquiry, wakeAt)),
        table.put(toEnquiryTextItem(enquiry.reference, personal)),
        ...notices.map((notice) => table.putNew(toNoticeItem(notice))),
      ];
      const { landlord } = enquiry;
      const outcome = await writeWhileSafe(table, { landlord, whileSafe }, writes, answer, at);
      return outcome === 'refused' ? 'reference-taken' : outcome;
    },

    async load(reference) {
      const item = await table.get(enquiryKey(reference));
      return item && fromEnquiryItem(item);
    },

    async loadForCommand({ reference, key, people }, now) {
      const keys = [enquiryKey(reference), enquiryTextKey(reference), ...(key ? [answerKey(key)] : [])];
      const find = await table.getAll([...keys, ...people.map(personKey)]);
      const state = find(enquiryKey(reference));
      const personal = find(enquiryTextKey(reference));
      const answer = key && find(answerKey(key));
      const rows = [...new Set(people)].map((id) => find(personKey(id)));
      return {
        enquiry: state && fromEnquiryItem(state),
        personal: personal && fromEnquiryTextItem(personal),
        answer: answer && fromAnswerItem(answer, now),
        people: rows.filter((row) => row !== undefined).map(fromPersonItem),
      };
    },

    async commit({ enquiry, expectedVersion, texts, notices, complaint, wakeAt, at, answer }) {
      const writes = [
        table.put(toEnquiryItem(enquiry, wakeAt), 'version = :before', { ':before': expectedVersion }),
        ...texts.map((text) => table.putNew(toNoteItem(enquiry.reference, text))),
        ...notices.map((notice) => table.putNew(toNoticeItem(notice))),
        ...(complaint ? beginComplaint(table, tables.timeline, complaint, at) : []),
      ];
      const { landlord } = enquiry;
      const { whileSafe = [] } = complaint?.joins ?? {};
      const outcome = await writeWhileSafe(table, { landlord, whileSafe }, writes, answer, at);
      return outcome === 'refused' ? 'changed-meanwhile' : outcome;
    },

    async readTexts(reference) {
      const items = table.queryPrefix(enquiryPartition(reference), textPrefix);
      const texts = (await Array.fromAsync(items)).map(fromTextItem);
      return new Map(texts.map(({ id, text }) => [id, text]));
    },

    async requests({ landlord, after, limit }) {
      const range = after ? ` AND ${sortKey} > :after` : '';
      const entries = list(
        listPartition(landlord, 'requests'),
        range,
        after ? { ':after': after } : {},
        // One more than is shown tells whether there is more.
        limit + 1,
      );
      const items: EnquiryItem[] = [];
      for await (const entry of entries) {
        if (items.length === limit) return { items, more: true };
        items.push(fromListEntry(entry));
      }
      return { items, more: false };
    },

    async compliments(landlord, from, to) {
      // `$` is the character after `#`, which follows the day.
      const entries = list(listPartition(landlord, 'compliments'), ` AND ${sortKey} BETWEEN :from AND :to`, {
        ':from': from,
        ':to': `${to}$`,
      });
      return (await Array.fromAsync(entries)).map(fromListEntry);
    },

    setAside: (reference, until) => table.moveDue(enquiryKey(reference), until),
  };
}
