import type { Enquiry } from '../domain/enquiries/enquiry.ts';
import { type LogEnquiry, logEnquiry } from '../domain/enquiries/log.ts';
import type { EnquiryRefusal } from '../domain/enquiries/refusals.ts';
import { nextReminder } from '../domain/enquiries/review.ts';
import { addMinutes, type Instant } from '../domain/london-time.ts';
import type { Policy } from '../domain/policy.ts';
import { referenceBytes, referenceFrom } from '../domain/reference.ts';
import { owe } from '../domain/stored-notice.ts';
import type { Clock, RandomBytes } from '../ports/clock.ts';
import type { ComplaintStore, IdempotencyKey } from '../ports/complaint-store.ts';
import type { EnquiryStore, NewEnquiry } from '../ports/enquiries.ts';
import type { EnquiryText } from '../ports/enquiry-text.ts';
import { enquiryContext } from './enquiry-rules.ts';
import { mayBeMailed } from './intake.ts';
import { answerKeptMinutes, hashOfRequest } from './receive-complaint.ts';
import { residentIdsOf } from './record-ids.ts';
import { repeatAnswer } from './repeat-answer.ts';
import type { Rules } from './rules.ts';

/** What is no complaint as somebody sent or logged it, its shape already checked. */
export type EnquiryIntake = EnquiryText &
  Omit<LogEnquiry, 'type' | 'reference' | 'anonymous' | 'reachableByEmail'>;

export interface EnquiryPorts {
  store: Pick<ComplaintStore, 'answerTo'>;
  enquiries: EnquiryStore;
  rules: Rules;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** `status` and `body` are what the caller answers with; a repeated request gets the very same. */
export type LogEnquiryResult =
  | { type: 'answered'; status: number; body: string }
  | { type: 'refused'; refusal: EnquiryRefusal }
  | { type: 'key-used-for-another-request' };

const attempts = 3;

/**
 * Takes an enquiry down in one transaction: its state, what was written, whatever is mailed, and with a key the answer.
 *
 * @throws Error where the store fails; nothing or everything of it is then stored
 */
export async function takeDownEnquiry(
  ports: EnquiryPorts,
  policy: Policy,
  intake: EnquiryIntake,
  key: IdempotencyKey | undefined,
  answer: (enquiry: Enquiry) => { status: number; body: string },
): Promise<LogEnquiryResult> {
  const requestHash = hashOfRequest(intake);
  const now = ports.clock();
  let isSafe = true;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const begun = await begin(ports, policy, intake, now, isSafe);
    if ('type' in begun) return begun;
    const written = answer(begun.enquiry);
    const kept = key && { ...key, requestHash, ...written, expiresAt: addMinutes(now, answerKeptMinutes) };
    const outcome = await ports.enquiries.log({ ...begun, at: now, answer: kept });
    if (outcome === 'stored') return { type: 'answered', ...written };
    if (typeof outcome === 'object') isSafe = false;
    // Of two requests with one key only one is stored; the other reads what that one was answered.
    const earlier = key && outcome === 'key-taken' ? await ports.store.answerTo(key, now) : undefined;
    if (earlier) return repeatAnswer(earlier, requestHash);
  }
  throw new Error(`an enquiry could not be stored in ${attempts} attempts`);
}

async function begin(
  { rules, randomBytes }: EnquiryPorts,
  policy: Policy,
  { enquirer, description, about, ...said }: EnquiryIntake,
  now: Instant,
  isSafe: boolean,
): Promise<Omit<NewEnquiry, 'at' | 'answer'> | { type: 'refused'; refusal: EnquiryRefusal }> {
  const context = await enquiryContext(rules, policy, now);
  const decision = logEnquiry(
    {
      type: 'LogEnquiry',
      ...said,
      reference: referenceFrom(randomBytes(referenceBytes)),
      anonymous: enquirer === undefined,
      reachableByEmail: isSafe && mayBeMailed({ complainant: enquirer }),
    },
    context,
  );
  if (decision.type === 'Refused') return { type: 'refused', refusal: decision.refusal };
  const { enquiry, notices } = decision;
  const owner = { type: 'enquiry', reference: enquiry.reference } as const;
  return {
    enquiry,
    personal: { ...(enquirer && { enquirer }), description, ...(about !== undefined && { about }) },
    notices: notices.map((notice) => owe(notice, owner, now)),
    wakeAt: nextReminder(enquiry, context),
    ...(enquiry.reachableByEmail && { whileSafe: residentIdsOf(policy.landlord, enquirer) }),
  };
}
