import type { Instant } from '../../domain/london-time.ts';
import type { Reference } from '../../domain/reference.ts';
import type { ChangedComplaint, ComplaintStore } from '../../ports/complaint-store.ts';
import type { PersonalText } from '../../ports/personal-text.ts';
import { answerKey, fromAnswerItem } from './answer-items.ts';
import { appendEntry, beginComplaint } from './begin-complaint.ts';
import type { ComplaintsTable } from './complaints-table.ts';
import { fromMarkerItem, markerKey, toMarkerItem } from './import-items.ts';
import { keyOf, schemaVersion } from './item.ts';
import {
  fromPersonalItem,
  fromStateItem,
  personalKey,
  postcodeKey,
  stateKey,
  toPersonalItems,
  toStateItem,
  toTextItem,
} from './items.ts';
import { toNoticeItem } from './notice-items.ts';
import { putNotice } from './notices.ts';
import { toMembershipItems } from './record-items.ts';
import { fromPersonItem, personKey } from './staff-items.ts';
import { writeWhileSafe } from './write-with-answer.ts';

type Commands = Pick<
  ComplaintStore,
  'receive' | 'findImported' | 'answerTo' | 'load' | 'loadForCommand' | 'commit'
>;

/** What commands are decided on and what they leave: one read, one transaction. */
export function storeCommands(table: ComplaintsTable, timeline: string): Commands {
  const change = (
    { expectedVersion, stored, texts, entries, newNotices, wakeAt }: ChangedComplaint,
    at: Instant,
  ) => [
    table.put(toStateItem(stored, wakeAt, at), 'version = :before', { ':before': expectedVersion }),
    ...texts.map((text) => table.putNew(toTextItem(stored.complaint.reference, text))),
    ...entries.map((entry) => appendEntry(timeline, entry)),
    ...newNotices.map((notice) => table.putNew(toNoticeItem(notice))),
  ];

  const putPersonal = (reference: Reference, landlord: string, personal: PersonalText) => {
    const items = toPersonalItems(reference, landlord, personal);
    const postcode = postcodeKey(reference);
    const isFindableByPostcode = items.some(({ sk }) => sk === postcode.sk);
    return [
      ...items.map((item) => table.put(item)),
      // no function may delete, so that what finds a complaint by a postcode it no longer has is emptied
      ...(isFindableByPostcode ? [] : [table.put({ ...postcode, schemaVersion })]),
    ];
  };

  return {
    async receive({ at, answer, importedAs, ...complaint }) {
      const { reference, landlord } = complaint.stored.complaint;
      const marker = importedAs === undefined ? undefined : toMarkerItem(landlord, importedAs, reference);
      const writes = [
        ...beginComplaint(table, timeline, complaint, at),
        ...(marker ? [table.putNew(marker)] : []),
      ];
      const { whileSafe = [] } = complaint.joins ?? {};
      const outcome = await writeWhileSafe(table, { landlord, whileSafe }, writes, answer, at);
      if (outcome !== 'refused') return outcome;
      return marker && (await table.get(keyOf(marker))) ? 'imported-already' : 'reference-taken';
    },

    async findImported(landlord, ids) {
      const find = await table.getAll(ids.map((id) => markerKey(landlord, id)));
      return new Map(
        ids.flatMap((id): [string, Reference][] => {
          const item = find(markerKey(landlord, id));
          return item ? [[id, fromMarkerItem(item)]] : [];
        }),
      );
    },

    async answerTo(key, now) {
      const item = await table.get(answerKey(key));
      return item && fromAnswerItem(item, now);
    },

    async load(reference) {
      const item = await table.get(stateKey(reference));
      return item && fromStateItem(item);
    },

    async loadForCommand({ reference, other, key, people }, now) {
      const basis = [reference, ...(other ? [other] : [])].flatMap((each) => [
        stateKey(each),
        personalKey(each),
      ]);
      const find = await table.getAll([...basis, ...(key ? [answerKey(key)] : []), ...people.map(personKey)]);
      const read = (wanted: Reference) => {
        const state = find(stateKey(wanted));
        const personal = find(personalKey(wanted));
        return {
          stored: state && fromStateItem(state),
          personal: personal && fromPersonalItem(personal),
        };
      };
      const answer = key && find(answerKey(key));
      const rows = [...new Set(people)].map((id) => find(personKey(id)));
      return {
        ...read(reference),
        ...(other && { other: read(other) }),
        answer: answer && fromAnswerItem(answer, now),
        people: rows.filter((row) => row !== undefined).map(fromPersonItem),
      };
    },

    async commit(committed) {
      const { stored, personal, changedNotices = [], joins, raised, other, at, answer } = committed;
      const { reference, landlord } = stored.complaint;
      const writes = [
        ...change(committed, at),
        ...(personal ? putPersonal(reference, landlord, personal) : []),
        ...changedNotices.map((notice) => putNotice(table, notice)),
        ...toMembershipItems(stored.complaint, joins).map((item) => table.put(item)),
        ...(raised ? beginComplaint(table, timeline, raised, at) : []),
        ...(other ? change(other, at) : []),
      ];
      const whileSafe = [joins, raised?.joins].flatMap((each) => each?.whileSafe ?? []);
      const outcome = await writeWhileSafe(table, { landlord, whileSafe }, writes, answer, at);
      return outcome === 'refused' ? 'changed-meanwhile' : outcome;
    },
  };
}
