import { londonDateOf } from '../london-time.ts';
import type { StaffId } from '../staff.ts';
import {
  accept,
  type EnquiryContext,
  type EnquiryDecision,
  refuse,
  refusedByDay,
  refusedByKind,
} from './decision.ts';
import { type Choice, changed, type Enquiry, type Praised } from './enquiry.ts';
import { owedPraise } from './notices.ts';
import type { EnquiryRefusal } from './refusals.ts';
import { withChoice } from './review.ts';

/** Somebody who is dissatisfied was given the choice to complain (Code 1.3). */
export interface OfferChoice extends Choice {
  type: 'OfferChoice';
  by: StaffId;
}

/** Tell a compliment to whom it is about (seed 003, 3.3). */
export interface PassOn {
  type: 'PassOn';
  by: StaffId;
  to: Praised;
  /** whoever sent it was thanked in person, by phone or by letter */
  thanked?: true | undefined;
}

/** Whoever takes it waits for the complaint that comes of it, which is reminded of until it is there (Code 1.3). */
export function offerChoice(
  enquiry: Enquiry,
  command: OfferChoice,
  context: EnquiryContext,
): EnquiryDecision {
  const { now } = context;
  const { status } = enquiry;
  const { by, offeredOn, answer } = command;
  const refused: EnquiryRefusal | undefined =
    status === 'converted'
      ? { type: 'EnquiryEnded', status }
      : refusedByDay(enquiry, 'offeredOn', offeredOn, now);
  if (refused) return refuse(refused);
  const choice = { offeredOn, answer };
  const after = withChoice(enquiry, choice, context);
  return accept(changed(after, { what: 'choice-offered', at: now, by, ...choice }, {}));
}

export function passOn(enquiry: Enquiry, command: PassOn, context: EnquiryContext): EnquiryDecision {
  const { by, to, thanked } = command;
  const refused = refusedByKind(enquiry, 'compliment') ?? unavailable(enquiry, to, context);
  if (refused) return refuse(refused);
  const { now } = context;
  const entry = { what: 'passed-on', at: now, by, to, ...(thanked && { thanked }) } as const;
  const after = changed(enquiry, entry, {
    passedTo: { to, on: londonDateOf(now) },
    ...(thanked && { status: 'acknowledged' }),
  });
  return accept(after, [owedPraise(after, to)]);
}

function unavailable(
  { landlord }: Enquiry,
  to: Praised,
  { people = [] }: EnquiryContext,
): EnquiryRefusal | undefined {
  if ('team' in to) return undefined;
  const { person } = to;
  const row = people.find(({ id }) => id === person);
  if (!row) return { type: 'HandlerNotAvailable', person, why: 'unknown' };
  if (row.disabled) return { type: 'HandlerNotAvailable', person, why: 'disabled' };
  return row.landlords.includes(landlord)
    ? undefined
    : { type: 'HandlerNotAvailable', person, why: 'other-landlord' };
}
