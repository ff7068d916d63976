import {
  type ActionOnNoCase,
  type Denied,
  mayDo,
  type StaffToken,
  staffFrom,
} from '../domain/authorization.ts';
import type { Enquiry } from '../domain/enquiries/enquiry.ts';
import type { EnquiryBasis } from '../ports/enquiries.ts';

/** Why somebody does not get at an enquiry: there is none that they may know of, or they lack the right. */
export type NotAdmittedToEnquiry = { type: 'unknown' } | { type: 'denied'; denied: Denied };

/**
 * Lets somebody at an enquiry, or says why not. One of a landlord that they do not serve is answered as though it did
 * not exist, and so is one of which a complaint about them has come; and whoever lacks the right anywhere is told so before it matters whether it exists.
 */
export function admitToEnquiry(
  token: StaffToken,
  action: ActionOnNoCase,
  { enquiry, people }: Pick<EnquiryBasis, 'enquiry' | 'people'>,
): { enquiry: Enquiry } | { result: NotAdmittedToEnquiry } {
  const staff = staffFrom(
    token,
    people.find(({ id }) => id === token.id),
  );
  const anywhere = mayDo(staff, action);
  if (!anywhere.allowed) return { result: { type: 'denied', denied: anywhere } };
  const { landlord = '', staffComplainedAbout = [] } = enquiry ?? {};
  const isKnown = enquiry && mayDo(staff, action, { landlord, staffComplainedAbout }).allowed;
  return isKnown ? { enquiry } : { result: { type: 'unknown' } };
}
