import type { Instant } from '../../domain/london-time.ts';
import type { BegunComplaint, ComplaintStore } from '../../ports/complaint-store.ts';
import { answerKey, fromAnswerItem } from './answer-items.ts';
import type { ComplaintsTable } from './complaints-table.ts';
import { schemaVersion } from './item.ts';
import {
  fromPersonalItem,
  fromStateItem,
  personalKey,
  postcodeKey,
  stateKey,
  toPersonalItems,
  toStateItem,
  toTextItem,
  toTimelineItem,
} from './items.ts';
import { toNoticeItem } from './notice-items.ts';
import { putNotice } from './notices.ts';
import { fromPersonItem, personKey } from './staff-items.ts';
import type { Write } from './write.ts';
import { writeWithAnswer } from './write-with-answer.ts';

type Commands = Pick<ComplaintStore, 'receive' | 'answerTo' | 'load' | 'loadForCommand' | 'commit'>;

/** What commands are decided on and what they leave: one read, one transaction. */
export function storeCommands(table: ComplaintsTable, timeline: string): Commands {
  const append = (entry: Parameters<typeof toTimelineItem>[0]): Write => ({
    Put: {
      TableName: timeline,
      Item: toTimelineItem(entry),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  });

  const begin = ({ stored, personal, texts, entries, notices, wakeAt }: BegunComplaint, at: Instant) => {
    const { reference, landlord } = stored.complaint;
    return [
      table.putNew(toStateItem(stored, wakeAt, at)),
      ...toPersonalItems(reference, landlord, personal).map((item) => table.put(item)),
      ...texts.map((text) => table.putNew(toTextItem(reference, text))),
      ...entries.map(append),
      ...notices.map((notice) => table.putNew(toNoticeItem(notice))),
    ];
  };

  return {
    async receive({ at, answer, ...complaint }) {
      const outcome = await writeWithAnswer(table, begin(complaint, at), answer, at);
      return outcome === 'refused' ? 'reference-taken' : outcome;
    },

    async answerTo(key, now) {
      const item = await table.get(answerKey(key));
      return item && fromAnswerItem(item, now);
    },

    async load(reference) {
      const item = await table.get(stateKey(reference));
      return item && fromStateItem(item);
    },

    async loadForCommand({ reference, key, people }, now) {
      const basis = [stateKey(reference), personalKey(reference), ...(key ? [answerKey(key)] : [])];
      const find = await table.getAll([...basis, ...people.map(personKey)]);
      const state = find(stateKey(reference));
      const personal = find(personalKey(reference));
      const answer = key && find(answerKey(key));
      const rows = [...new Set(people)].map((id) => find(personKey(id)));
      return {
        stored: state && fromStateItem(state),
        personal: personal && fromPersonalItem(personal),
        answer: answer && fromAnswerItem(answer, now),
        people: rows.filter((row) => row !== undefined).map(fromPersonItem),
      };
    },

    async commit(change) {
      const { expectedVersion, stored, personal, texts, entries, newNotices, changedNotice, raised, wakeAt } =
        change;
      const { reference, landlord } = stored.complaint;
      const personalItems = personal ? toPersonalItems(reference, landlord, personal) : [];
      const { sk: postcode } = postcodeKey(reference);
      const findableByPostcode = personalItems.some(({ sk }) => sk === postcode);
      const writes = [
        table.put(toStateItem(stored, wakeAt, change.at), 'version = :before', {
          ':before': expectedVersion,
        }),
        ...personalItems.map((item) => table.put(item)),
        // no function may delete, so that what finds a complaint by a postcode it no longer has is emptied
        ...(personal && !findableByPostcode ? [table.put({ ...postcodeKey(reference), schemaVersion })] : []),
        ...texts.map((text) => table.putNew(toTextItem(reference, text))),
        ...entries.map(append),
        ...newNotices.map((notice) => table.putNew(toNoticeItem(notice))),
        ...(changedNotice ? [putNotice(table, changedNotice)] : []),
        ...(raised ? begin(raised, change.at) : []),
      ];
      const outcome = await writeWithAnswer(table, writes, change.answer, change.at);
      return outcome === 'refused' ? 'changed-meanwhile' : outcome;
    },
  };
}
