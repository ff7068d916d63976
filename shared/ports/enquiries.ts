import type { Enquiry } from '../domain/enquiries/enquiry.ts';
import type { Instant } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import type { Person, StaffId } from '../domain/staff.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type {
  BegunComplaint,
  IdempotencyKey,
  NewAnswer,
  StoredAnswer,
  UnsafeToEmail,
} from './complaint-store.ts';
import type { EnquiryText } from './enquiry-text.ts';
import type { Text } from './personal-text.ts';

/** What every change to an enquiry writes: all of it in one transaction, or nothing. */
interface EnquiryWrite {
  enquiry: Enquiry;
  notices: Notice[];
  wakeAt: Instant | undefined;
  at: Instant;
  answer: NewAnswer | undefined;
}

export interface NewEnquiry extends EnquiryWrite {
  personal: EnquiryText;
  /** as of a complaint that joins records */
  whileSafe?: readonly string[] | undefined;
}

export interface EnquiryChange extends EnquiryWrite {
  /** the version that the change was decided on */
  expectedVersion: number;
  /** what staff wrote */
  texts: Text[];
  /** a complaint that comes of it */
  complaint: BegunComplaint | undefined;
}

/** What a command of staff is decided on, read at one moment. */
export interface EnquiryBasis {
  enquiry: Enquiry | undefined;
  personal: EnquiryText | undefined;
  answer: StoredAnswer | undefined;
  people: Person[];
}

/** An enquiry as a list shows it: a hint, which may be a moment behind. */
export type EnquiryItem = Pick<
  Enquiry,
  'reference' | 'status' | 'handler' | 'team' | 'staffComplainedAbout'
> & {
  /** when it is looked at again, or of a compliment when it came */
  on: string;
  /** where the list goes on after it */
  after: string;
};

/** Where what is no complaint is kept. Its notices go their way with all others. */
export interface EnquiryStore {
  /** whatever is not `stored` stores nothing; where records say that mail is unsafe, decide again without mail */
  log(enquiry: NewEnquiry): Promise<'stored' | 'key-taken' | 'reference-taken' | UnsafeToEmail>;
  load(reference: Reference): Promise<Enquiry | undefined>;
  loadForCommand(
    about: { reference: Reference; key?: IdempotencyKey | undefined; people: readonly StaffId[] },
    now: Instant,
  ): Promise<EnquiryBasis>;
  /** as `log`, of the people of a complaint that comes of it */
  commit(change: EnquiryChange): Promise<'stored' | 'changed-meanwhile' | 'key-taken' | UnsafeToEmail>;
  /** what staff wrote of it and is not erased, by its id */
  readTexts(reference: Reference): Promise<Map<string, string>>;
  /** a landlord's open service requests by when they are looked at again, from after the item named */
  requests(page: {
    landlord: string;
    after?: string | undefined;
    limit: number;
  }): Promise<{ items: EnquiryItem[]; more: boolean }>;
  /** a landlord's compliments that came from one day to another, both included */
  compliments(landlord: string, from: string, to: string): Promise<EnquiryItem[]>;
  /** as `ComplaintStore.setAside` */
  setAside(reference: Reference, until: Instant): Promise<void>;
}

/** On which of a landlord's lists an enquiry stands, and where on it; undefined where on none. */
export function listingOf({
  kind,
  status,
  reference,
  receivedOn,
  review,
}: Enquiry): { list: 'requests' | 'compliments'; on: string; after: string } | undefined {
  const placed = (list: 'requests' | 'compliments', on: string) => ({
    list,
    on,
    after: `${on}#${reference}`,
  });
  if (kind === 'compliment') return status === 'converted' ? undefined : placed('compliments', receivedOn);
  return status === 'open' && review ? placed('requests', review.dueOn) : undefined;
}
