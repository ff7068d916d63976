import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Complaint } from '../domain/complaint.ts';
import { addMinutes, type Instant } from '../domain/london-time.ts';
import type { Policy } from '../domain/policy.ts';
import { referenceBytes, referenceFrom } from '../domain/reference.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Clock, RandomBytes } from '../ports/clock.ts';
import type { ComplaintStore, IdempotencyKey } from '../ports/complaint-store.ts';
import { type Begun, beginComplaint } from './begin-complaint.ts';
import { type Intake, readIntake } from './intake.ts';
import { repeatAnswer } from './repeat-answer.ts';
import type { Rules } from './rules.ts';
import { encode, saltedHash } from './timeline.ts';

export interface ReceiveComplaintPorts {
  store: ComplaintStore;
  rules: Rules;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** `status` and `body` are what the caller answers with; a repeated request gets the very same. */
export type ReceiveComplaintResult =
  | { type: 'answered'; status: number; body: string; repeated: boolean }
  | { type: 'refused'; refusal: Refusal }
  | { type: 'key-used-for-another-request' };

export const answerKeptMinutes = 30 * 24 * 60;
const attempts = 3;

/**
 * Accepts a complaint in one transaction and no read but of a calendar that is out of date: its state, personal text,
 * first timeline entry, receipt and, with a key, the answer. The same request with the same key makes one complaint and
 * one answer, at the same instant too.
 *
 * @param answer writes the answer for an accepted complaint, so that it can be kept with the key
 * @throws Error where the store fails; nothing or everything of the complaint is then stored
 */
export async function receiveComplaint(
  ports: ReceiveComplaintPorts,
  policy: Policy,
  intake: Intake,
  key: IdempotencyKey | undefined,
  answer: (complaint: Complaint) => { status: number; body: string },
): Promise<ReceiveComplaintResult> {
  const requestHash = hashOfRequest(intake);
  const now = ports.clock();
  const unsafe: string[] = [];
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const decided = await decideIntake(ports, policy, intake, unsafe, now);
    if (decided.type === 'refused') return decided;
    const { complaint } = decided;
    const written = answer(complaint.stored.complaint);
    const kept = key && { ...key, requestHash, ...written, expiresAt: addMinutes(now, answerKeptMinutes) };
    const outcome = await ports.store.receive({ ...complaint, at: now, answer: kept });
    if (outcome === 'stored') return { type: 'answered', ...written, repeated: false };
    if (typeof outcome === 'object') unsafe.push(...outcome.unsafe);
    // Of two requests with one key only one is stored; the other reads what that one was answered.
    const earlier = key && outcome === 'key-taken' ? await ports.store.answerTo(key, now) : undefined;
    if (!earlier) continue;
    const told = repeatAnswer(earlier, requestHash);
    return told.type === 'answered' ? { ...told, repeated: true } : told;
  }
  throw new Error(`a complaint could not be stored in ${attempts} attempts`);
}

/** The same for the same request, whoever writes its fields in whatever order. */
export function hashOfRequest(request: unknown): string {
  return createHash('sha256')
    .update(canonicalize(request) ?? '')
    .digest('base64url');
}

async function decideIntake(
  ports: ReceiveComplaintPorts,
  policy: Policy,
  intake: Intake,
  unsafe: readonly string[],
  now: Instant,
): Promise<Begun> {
  const { text, said } = readIntake(intake);
  const salt = encode(ports.randomBytes(16));
  const reference = referenceFrom(ports.randomBytes(referenceBytes));
  return await beginComplaint(
    ports,
    policy,
    { type: 'Receive', reference, ...said, personalTextHash: saltedHash(salt, text) },
    { ...text, salt },
    now,
    unsafe,
  );
}
