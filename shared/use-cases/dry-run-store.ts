import type { Complaint } from '../domain/complaint.ts';
import type { Reference } from '../domain/reference.ts';
import type { ComplaintChange, ComplaintStore, WrittenComplaint } from '../ports/complaint-store.ts';
import { toWorklistItem, type WorklistItem } from '../ports/worklist.ts';
import type { DryRunEnquiries } from './dry-run-enquiries.ts';
import type { DryRunNotices } from './dry-run-notices.ts';
import { type DryRunWakes, notAsked } from './dry-run-wakes.ts';

/** All that a dry run asks of the real store, which is nothing that writes. */
export type ReadStore = Pick<
  ComplaintStore,
  'loadAll' | 'worklist' | 'queue' | 'readNotice' | 'loadNotice' | 'readNamed'
>;

interface Parts {
  real: Pick<ReadStore, 'loadAll' | 'worklist' | 'readNotice' | 'readNamed'>;
  enquiries: DryRunEnquiries;
  notices: DryRunNotices;
  wakes: DryRunWakes;
  /** which complaints the dry run knows; the others are to it as if they did not exist */
  isSeen: (complaint: Complaint) => boolean;
  leaveOut: () => void;
}

const readAtOnce = 50;

/** A store that reads the real one, each thing once, and writes to memory alone. */
export function createDryRunStore(parts: Parts): ComplaintStore {
  const { real, enquiries, notices, wakes, isSeen, leaveOut } = parts;
  const complaints = new Map<Reference, WrittenComplaint | undefined>();
  const pages = new Map<string, ReturnType<ReadStore['worklist']>>();

  const read = async (references: readonly Reference[]): Promise<WrittenComplaint[]> => {
    const unread = references.filter((reference) => !complaints.has(reference));
    for (let from = 0; from < unread.length; from += readAtOnce) {
      const part = unread.slice(from, from + readAtOnce);
      const found = new Map(
        (await real.loadAll(part)).map((each) => [each.stored.complaint.reference, each]),
      );
      for (const reference of part) {
        const each = found.get(reference);
        // What was read twice at once may have been changed in between.
        if (!complaints.has(reference))
          complaints.set(reference, each && isSeen(each.stored.complaint) ? each : undefined);
      }
    }
    return references.flatMap((reference) => complaints.get(reference) ?? []);
  };
  const readOne = async (reference: Reference) => (await read([reference]))[0];
  const readPage = (page: Parameters<ReadStore['worklist']>[0]) => {
    const name = JSON.stringify(page);
    const reading = pages.get(name) ?? real.worklist(page);
    pages.set(name, reading);
    return reading;
  };
  const refresh = ({ reference, after }: WorklistItem): WorklistItem[] => {
    const kept = complaints.get(reference);
    return kept ? [{ ...toWorklistItem(kept.stored.complaint), after }] : [];
  };
  const fits = ({ expectedVersion, changedNotices = [] }: ComplaintChange, kept: WrittenComplaint) =>
    kept.stored.version === expectedVersion && changedNotices.every(notices.follows);

  return {
    ...notices,
    async load(reference) {
      return (await readOne(reference))?.stored;
    },
    loadAll: read,
    async worklist(page) {
      const { items, more } = await readPage(page);
      await read(items.map(({ reference }) => reference));
      return { items: items.flatMap(refresh), more };
    },
    async commit(change) {
      const { stored, newNotices, changedNotices = [], wakeAt } = change;
      const { reference } = stored.complaint;
      const kept = await readOne(reference);
      if (!kept || !fits(change, kept)) return 'changed-meanwhile';
      complaints.set(reference, { ...kept, stored });
      for (const notice of changedNotices) notices.keep(notice);
      for (const notice of newNotices) notices.owe(notice);
      wakes.set({ type: 'complaint', reference }, wakeAt);
      return 'stored';
    },
    async *due(_shard, now) {
      yield* wakes.due(now);
    },
    async setAside(reference) {
      wakes.set({ type: 'complaint', reference }, undefined);
      leaveOut();
    },
    async readNotice(key) {
      return notices.find(key) ?? real.readNotice(key);
    },
    async loadNotice(key) {
      const { owner } = key;
      const notice = notices.find(key);
      if (!notice) return undefined;
      const kept = owner.type === 'complaint' ? await readOne(owner.reference) : undefined;
      const enquiry = owner.type === 'enquiry' ? enquiries.find(owner.reference) : undefined;
      return { notice, stored: kept?.stored, personal: kept?.personal, ...(enquiry && { enquiry }) };
    },
    readNamed: (complaint, named) => real.readNamed(complaint, named),
    async claimNotice(notice, { complaintVersion, caps }) {
      const { owner } = notice;
      const kept = owner.type === 'complaint' ? await readOne(owner.reference) : undefined;
      const isAsRead = complaintVersion === undefined || kept?.stored.version === complaintVersion;
      if (!notices.follows(notice) || !isAsRead) return 'changed-meanwhile';
      return notices.claim(notice, caps) ?? 'stored';
    },
    receive: notAsked,
    findImported: notAsked,
    answerTo: notAsked,
    loadForCommand: notAsked,
    timeline: notAsked,
    find: notAsked,
    readTexts: notAsked,
    byHand: notAsked,
    notices: notAsked,
  };
}
