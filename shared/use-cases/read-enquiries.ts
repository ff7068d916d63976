import { type Denied, mayDo, type StaffToken, staffFrom } from '../domain/authorization.ts';
import type { Enquiry } from '../domain/enquiries/enquiry.ts';
import type { Reference } from '../domain/reference.ts';
import type { Clock } from '../ports/clock.ts';
import type { EnquiryItem, EnquiryStore } from '../ports/enquiries.ts';
import type { EnquiryText } from '../ports/enquiry-text.ts';
import type { StaffRegister } from '../ports/staff-register.ts';
import { admitToEnquiry, type NotAdmittedToEnquiry } from './admit-to-enquiry.ts';

/** What staff look at of what is no complaint. Nothing here changes anything. */

export interface ReadEnquiriesPorts {
  enquiries: EnquiryStore;
  register: StaffRegister;
  clock: Clock;
}

type Found<What> = ({ type: 'found' } & What) | { type: 'denied'; denied: Denied };

/** An enquiry with everything that was written. */
export interface WholeEnquiry {
  enquiry: Enquiry;
  personal: EnquiryText | undefined;
  texts: ReadonlyMap<string, string>;
}

export async function readEnquiry(
  { enquiries, clock }: ReadEnquiriesPorts,
  token: StaffToken,
  reference: Reference,
): Promise<({ type: 'found' } & WholeEnquiry) | NotAdmittedToEnquiry> {
  const basis = await enquiries.loadForCommand({ reference, people: [token.id] }, clock());
  const admitted = admitToEnquiry(token, 'read-enquiries', basis);
  if ('result' in admitted) return admitted.result;
  const texts = await enquiries.readTexts(reference);
  return { type: 'found', enquiry: admitted.enquiry, personal: basis.personal, texts };
}

/** A landlord's open service requests, the one that is to be looked at first coming first (Code 1.4). */
export async function readRequests(
  ports: ReadEnquiriesPorts,
  token: StaffToken,
  page: { landlord: string; after: string | undefined; limit: number },
): Promise<Found<{ items: EnquiryItem[]; next: string | undefined }>> {
  const denied = await findDenied(ports, token, page.landlord);
  if (denied) return { type: 'denied', denied };
  const { items, more } = await ports.enquiries.requests(page);
  return { type: 'found', items: shownTo(token, items), next: more ? items.at(-1)?.after : undefined };
}

/** A landlord's compliments of a quarter, which are counted and published (seed 003, 3.4). */
export async function readCompliments(
  ports: ReadEnquiriesPorts,
  token: StaffToken,
  landlord: string,
  { year, quarter }: { year: string; quarter: number },
): Promise<Found<{ items: EnquiryItem[] }>> {
  const denied = await findDenied(ports, token, landlord);
  if (denied) return { type: 'denied', denied };
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`;
  const [from, to] = [`${month(quarter * 3 - 2)}-01`, `${month(quarter * 3)}-31`];
  return { type: 'found', items: shownTo(token, await ports.enquiries.compliments(landlord, from, to)) };
}

/** Whoever a complaint is about sees nothing of what it came of. */
function shownTo({ id }: StaffToken, items: EnquiryItem[]): EnquiryItem[] {
  return items.filter(({ staffComplainedAbout }) => !staffComplainedAbout?.includes(id));
}

async function findDenied(
  { register }: ReadEnquiriesPorts,
  token: StaffToken,
  landlord: string,
): Promise<Denied | undefined> {
  const permission = mayDo(staffFrom(token, await register.read(token.id)), 'read-enquiries', { landlord });
  return permission.allowed ? undefined : permission;
}
