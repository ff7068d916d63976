import type { Channel } from '../channels.ts';
import { type Instant, londonDateOf } from '../london-time.ts';
import type { NoticeOwed } from '../notices.ts';
import type { Reference } from '../reference.ts';
import type { StaffId } from '../staff.ts';
import { accept, type EnquiryContext, type EnquiryDecision, refuse, refusedByDay } from './decision.ts';
import type { Choice, Enquiry } from './enquiry.ts';
import type { EnquiryKind, EnquiryStatus } from './kinds.ts';
import { owedRequestReceipt, owedThanks } from './notices.ts';
import { planReview, withChoice } from './review.ts';

/** Take something down that is no complaint. What was written and who wrote it is kept apart and reaches no rule. */
export interface LogEnquiry {
  type: 'LogEnquiry';
  reference: Reference;
  kind: EnquiryKind;
  channel: Channel;
  /** the first contact with anybody who works for the landlord; now, where it is left out */
  receivedAt?: Instant | undefined;
  loggedBy?: StaffId | undefined;
  anonymous: boolean;
  reachableByEmail: boolean;
  handler?: StaffId | undefined;
  team?: string | undefined;
  area?: string | undefined;
  choice?: Choice | undefined;
}

/** A request is looked at again on a day, and whoever asked hears which (Code 1.4). A compliment is thanked for. */
export function logEnquiry(command: LogEnquiry, context: EnquiryContext): EnquiryDecision {
  const { now, policy } = context;
  const { reference, kind, channel, loggedBy, handler, team, area, choice } = command;
  const receivedAt = command.receivedAt ?? now;
  if (receivedAt > now) return refuse({ type: 'NotYet', field: 'receivedAt', now });
  const receivedOn = londonDateOf(receivedAt);
  const refused = refusedByDay({ receivedAt, receivedOn }, 'choice.offeredOn', choice?.offeredOn, now);
  if (refused) return refuse(refused);
  const enquiry: Enquiry = {
    reference,
    revision: 1,
    landlord: policy.landlord,
    kind,
    channel,
    receivedAt,
    receivedOn,
    loggedAt: now,
    ...(loggedBy && { loggedBy }),
    ...(command.anonymous && { anonymous: true }),
    reachableByEmail: command.reachableByEmail,
    ...(handler && { handler }),
    ...(team && { team }),
    ...(area && { area }),
    status: statusOf(command),
    ...(kind === 'service-request' && { review: planReview('first-contact', receivedOn, context) }),
    complaints: [],
    history: [{ what: 'logged', at: now, ...(loggedBy && { by: loggedBy }) }],
  };
  return accept(choice ? withChoice(enquiry, choice, context) : enquiry, noticesOf(enquiry));
}

function noticesOf(enquiry: Enquiry): NoticeOwed[] {
  const { kind } = enquiry;
  if (!enquiry.reachableByEmail) return [];
  if (kind === 'service-request') return [owedRequestReceipt(enquiry)];
  return kind === 'compliment' ? [owedThanks(enquiry)] : [];
}

/** Whoever cannot be thanked by email is thanked by somebody, who says so (seed 003, 3.3). */
function statusOf({ kind, anonymous, reachableByEmail }: LogEnquiry): EnquiryStatus {
  if (kind === 'service-request') return 'open';
  const toThank = kind === 'compliment' && !anonymous && !reachableByEmail;
  return toThank ? 'open' : 'acknowledged';
}
