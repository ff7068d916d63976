import { versionOf } from '../domain/enquiries/enquiry.ts';
import type { Reference } from '../domain/reference.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { NoticedEnquiry } from '../ports/complaint-store.ts';
import type { EnquiryStore } from '../ports/enquiries.ts';
import { type DryRunWakes, notAsked } from './dry-run-wakes.ts';

/** Enquiries of a dry run, which are put in before it begins. */
export interface DryRunEnquiries extends EnquiryStore {
  take(enquiry: NoticedEnquiry): void;
  find(reference: Reference): NoticedEnquiry | undefined;
}

export function createDryRunEnquiries({
  wakes,
  owe,
  leaveOut,
}: {
  wakes: DryRunWakes;
  owe: (notice: Notice) => void;
  leaveOut: () => void;
}): DryRunEnquiries {
  const enquiries = new Map<Reference, NoticedEnquiry>();
  return {
    take(enquiry) {
      enquiries.set(enquiry.enquiry.reference, enquiry);
    },
    find: (reference) => enquiries.get(reference),
    async load(reference) {
      return enquiries.get(reference)?.enquiry;
    },
    async commit({ enquiry, expectedVersion, notices, wakeAt }) {
      const { reference } = enquiry;
      const kept = enquiries.get(reference);
      if (!kept || versionOf(kept.enquiry) !== expectedVersion) return 'changed-meanwhile';
      enquiries.set(reference, { ...kept, enquiry });
      for (const notice of notices) owe(notice);
      wakes.set({ type: 'enquiry', reference }, wakeAt);
      return 'stored';
    },
    async setAside(reference) {
      wakes.set({ type: 'enquiry', reference }, undefined);
      leaveOut();
    },
    log: notAsked,
    loadForCommand: notAsked,
    readTexts: notAsked,
    requests: notAsked,
    compliments: notAsked,
  };
}
