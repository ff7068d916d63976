import type { StaffToken } from '../domain/authorization.ts';
import { decideEnquiry, type EnquiryCommand } from '../domain/enquiries/decide.ts';
import type { Enquiry } from '../domain/enquiries/enquiry.ts';
import { versionOf } from '../domain/enquiries/enquiry.ts';
import type { EnquiryRefusal } from '../domain/enquiries/refusals.ts';
import { nextReminder } from '../domain/enquiries/review.ts';
import { addMinutes } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { StaffId } from '../domain/staff.ts';
import { owe } from '../domain/stored-notice.ts';
import type { RandomBytes } from '../ports/clock.ts';
import type { BegunComplaint, IdempotencyKey, UnsafeToEmail } from '../ports/complaint-store.ts';
import type { EnquiryBasis } from '../ports/enquiries.ts';
import { admitToEnquiry, type NotAdmittedToEnquiry } from './admit-to-enquiry.ts';
import { beginConverted, type Dissatisfaction } from './begin-converted.ts';
import { enquiryContext, policyOfEnquiry } from './enquiry-rules.ts';
import { createTextKeeper, type TextKeeper } from './keep-texts.ts';
import type { EnquiryPorts } from './log-enquiry.ts';
import { answerKeptMinutes } from './receive-complaint.ts';
import { repeatAnswer } from './repeat-answer.ts';

/** What somebody on the staff asks for, its shape already checked. */
export interface EnquiryRequest {
  token: StaffToken;
  reference: Reference;
  /** the revision that whoever asks has read */
  revision: number;
  key: IdempotencyKey;
  requestHash: string;
  /** other people whom the command names */
  people: readonly StaffId[];
  build: (parts: { keep: TextKeeper['keep']; randomBytes: RandomBytes }) => EnquiryCommand;
  /** what a complaint hears that may come of it, beside what the enquiry says */
  dissatisfaction?: Dissatisfaction | undefined;
  answer: (enquiry: Enquiry, complaint: BegunComplaint | undefined) => { status: number; body: string };
}

export type EnquiryResult =
  | { type: 'answered'; status: number; body: string }
  | { type: 'key-used-for-another-request' }
  | NotAdmittedToEnquiry
  | { type: 'stale'; revision: number }
  | { type: 'enquiry-refused'; refusal: EnquiryRefusal }
  /** the complaint that would come of it cannot be received */
  | { type: 'complaint-refused'; refusal: Refusal };

const attempts = 5;

/**
 * Decides a command of staff about an enquiry with one read and commits it with one write, with the complaint that may
 * come of it. A reminder that came between is nobody's change, so that the command is decided again.
 *
 * @throws Error where the enquiry keeps changing; nothing is then stored
 */
export async function handleEnquiry(ports: EnquiryPorts, request: EnquiryRequest): Promise<EnquiryResult> {
  const unsafe: string[] = [];
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const result = await decideOnce(ports, request, unsafe);
    if (typeof result === 'object' && 'unsafe' in result) unsafe.push(...result.unsafe);
    else if (result !== 'changed-meanwhile') return result;
  }
  throw new Error(`enquiry ${request.reference} changed ${attempts} times while a command was decided`);
}

async function decideOnce(
  ports: EnquiryPorts,
  request: EnquiryRequest,
  unsafe: readonly string[],
): Promise<EnquiryResult | 'changed-meanwhile' | UnsafeToEmail> {
  const now = ports.clock();
  const { reference, key, requestHash, token } = request;
  const people = [token.id, ...request.people];
  const basis = await ports.enquiries.loadForCommand({ reference, key, people }, now);
  const checked = check(request, basis);
  if ('result' in checked) return checked.result;
  const policy = policyOfEnquiry(ports.rules, checked.enquiry);
  const context = { ...(await enquiryContext(ports.rules, policy, now)), people: basis.people };
  const texts = createTextKeeper(ports.randomBytes);
  const command = request.build({ keep: texts.keep, randomBytes: ports.randomBytes });
  const decision = decideEnquiry(checked.enquiry, command, context);
  if (decision.type === 'Refused') return { type: 'enquiry-refused', refusal: decision.refusal };
  const { enquiry, notices, converts } = decision;
  const { personal } = basis;
  const from = { enquiry, personal, by: token.id };
  const begun =
    converts &&
    (await beginConverted(ports, policy, { ...converts, unsafe }, from, request.dissatisfaction, now));
  if (begun?.type === 'refused') return { type: 'complaint-refused', refusal: begun.refusal };
  const complaint = begun?.complaint;
  const answer = request.answer(enquiry, complaint);
  const outcome = await ports.enquiries.commit({
    enquiry,
    expectedVersion: versionOf(checked.enquiry),
    texts: texts.kept,
    notices: notices.map((notice) => owe(notice, { type: 'enquiry', reference }, now)),
    complaint,
    wakeAt: nextReminder(enquiry, context),
    at: now,
    answer: { ...key, requestHash, ...answer, expiresAt: addMinutes(now, answerKeptMinutes) },
  });
  // Whoever's request was answered meanwhile is answered the same when it is decided again.
  if (outcome === 'stored') return { type: 'answered', ...answer };
  return typeof outcome === 'object' ? outcome : 'changed-meanwhile';
}

function check(
  { token, revision, requestHash }: EnquiryRequest,
  basis: EnquiryBasis,
): { enquiry: Enquiry } | { result: EnquiryResult } {
  const admitted = admitToEnquiry(token, 'handle-enquiry', basis);
  if ('result' in admitted) return admitted;
  if (basis.answer) return { result: repeatAnswer(basis.answer, requestHash) };
  const { enquiry } = admitted;
  return enquiry.revision === revision
    ? { enquiry }
    : { result: { type: 'stale', revision: enquiry.revision } };
}
