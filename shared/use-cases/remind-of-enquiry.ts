import { versionOf } from '../domain/enquiries/enquiry.ts';
import { nextReminder, remind } from '../domain/enquiries/review.ts';
import type { Instant } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import { owe } from '../domain/stored-notice.ts';
import type { EnquiryStore } from '../ports/enquiries.ts';
import { enquiryContext, policyOfEnquiry } from './enquiry-rules.ts';
import type { Rules } from './rules.ts';

const attempts = 5;

/**
 * Tells an enquiry that time has passed, on its newest state until that is stored.
 *
 * @returns how many notices became owed
 * @throws Error where it does not exist or keeps changing
 */
export async function remindOfEnquiry(
  { enquiries, rules }: { enquiries: EnquiryStore; rules: Rules },
  reference: Reference,
  now: Instant,
): Promise<number> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const loaded = await enquiries.load(reference);
    if (!loaded) throw new Error(`enquiry ${reference} does not exist`);
    const context = await enquiryContext(rules, policyOfEnquiry(rules, loaded), now);
    const { enquiry, notices } = remind(loaded, context);
    const outcome = await enquiries.commit({
      enquiry,
      expectedVersion: versionOf(loaded),
      texts: [],
      notices: notices.map((notice) => owe(notice, { type: 'enquiry', reference }, now)),
      complaint: undefined,
      wakeAt: nextReminder(enquiry, context),
      at: now,
      answer: undefined,
    });
    if (outcome === 'stored') return notices.length;
  }
  throw new Error(`enquiry ${reference} changed ${attempts} times while a reminder was decided`);
}
