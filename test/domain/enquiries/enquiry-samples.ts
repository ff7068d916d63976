import { decideEnquiry, type EnquiryCommand } from '../../../shared/domain/enquiries/decide.ts';
import type {
  EnquiryAccepted,
  EnquiryContext,
  EnquiryDecision,
} from '../../../shared/domain/enquiries/decision.ts';
import type { Enquiry } from '../../../shared/domain/enquiries/enquiry.ts';
import { type LogEnquiry, logEnquiry } from '../../../shared/domain/enquiries/log.ts';
import type { EnquiryRefusal } from '../../../shared/domain/enquiries/refusals.ts';
import { handler, sample } from '../../support/complaints.ts';
import { person } from '../../support/people.ts';
import { contextAt, type LandlordId } from '../../support/rules.ts';

const people = [
  person('handler'),
  person('colleague', { name: 'Leila Haddad' }),
  person('leaver', { disabled: true }),
  person('elsewhere', { landlords: ['code-2024'] }),
];

/** What decisions about enquiries look at, at that instant. */
export function enquiryContextAt(now: string, landlord?: LandlordId): EnquiryContext {
  const { policy, calendar, now: at } = contextAt(now, landlord);
  return { policy, calendar, now: at, people };
}

export function decideLog(
  now: string,
  change: Partial<LogEnquiry> = {},
  landlord?: LandlordId,
): EnquiryDecision {
  const usual = {
    kind: 'service-request',
    channel: 'phone',
    anonymous: false,
    reachableByEmail: true,
  } as const;
  const command = { type: 'LogEnquiry', reference: sample, loggedBy: handler, ...usual, ...change } as const;
  return logEnquiry(command, enquiryContextAt(now, landlord));
}

export function acceptedEnquiry(decision: EnquiryDecision): EnquiryAccepted {
  if (decision.type !== 'Accepted') throw new Error(`refused: ${decision.refusal.type}`);
  return decision;
}

/** An enquiry as it is logged. */
export function enquiryLogged(now: string, change?: Partial<LogEnquiry>, landlord?: LandlordId): Enquiry {
  return acceptedEnquiry(decideLog(now, change, landlord)).enquiry;
}

export function carryOutOn(enquiry: Enquiry, command: EnquiryCommand, now: string): EnquiryAccepted {
  return acceptedEnquiry(decideEnquiry(enquiry, command, enquiryContextAt(now)));
}

export function enquiryRefusalOf(enquiry: Enquiry, command: EnquiryCommand, now: string): EnquiryRefusal {
  const decision = decideEnquiry(enquiry, command, enquiryContextAt(now));
  if (decision.type !== 'Refused') throw new Error(`${command.type} was accepted`);
  return decision.refusal;
}
