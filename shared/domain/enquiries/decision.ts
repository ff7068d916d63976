import type { Calendar } from '../calendar.ts';
import { type Instant, londonDateOf } from '../london-time.ts';
import type { NoticeOwed } from '../notices.ts';
import type { PolicyVersion } from '../policy.ts';
import type { Receive } from '../receiving.ts';
import type { Person } from '../staff.ts';
import type { Enquiry } from './enquiry.ts';
import type { EnquiryKind } from './kinds.ts';
import type { DayField, EnquiryRefusal } from './refusals.ts';

/** What a decision about an enquiry may look at beside its state and the command. */
export interface EnquiryContext {
  now: Instant;
  /** the version in force now: an enquiry has no clock that started under another */
  policy: PolicyVersion;
  calendar: Calendar;
  /** the rows of the staff register that the command names */
  people?: readonly Person[];
}

/** What the complaint hears of the enquiry that it comes of. */
export type Converted = Required<Pick<Receive, 'channel' | 'receivedAt' | 'enquiry'>> &
  Pick<Receive, 'chosenOn'>;

export interface EnquiryAccepted {
  type: 'Accepted';
  enquiry: Enquiry;
  notices: NoticeOwed[];
  /** a complaint that comes of it, to be received with it or not at all */
  converts?: Converted;
}

export type EnquiryDecision = EnquiryAccepted | { type: 'Refused'; refusal: EnquiryRefusal };

export function accept(enquiry: Enquiry, notices: NoticeOwed[] = []): EnquiryAccepted {
  return { type: 'Accepted', enquiry, notices };
}

export function refuse(refusal: EnquiryRefusal): EnquiryDecision {
  return { type: 'Refused', refusal };
}

/** Why what is done to one kind alone is not done to this one, or to one that has ended; undefined where it may be. */
export function refusedByKind(
  { kind, status }: Enquiry,
  wanted: EnquiryKind,
  { whileOpen = false } = {},
): EnquiryRefusal | undefined {
  if (kind !== wanted) return { type: 'OtherKind', kind, wanted };
  if (status === 'converted' || (whileOpen && status !== 'open')) return { type: 'EnquiryEnded', status };
  return undefined;
}

/** Why a day cannot be the one on which something was said to somebody who had been in touch already. */
export function refusedByDay(
  { receivedAt, receivedOn }: Pick<Enquiry, 'receivedAt' | 'receivedOn'>,
  field: DayField,
  on: string | undefined,
  now: Instant,
): EnquiryRefusal | undefined {
  if (on === undefined) return undefined;
  if (on > londonDateOf(now)) return { type: 'NotYet', field, now };
  return on < receivedOn ? { type: 'BeforeFirstContact', field, firstContactAt: receivedAt } : undefined;
}
