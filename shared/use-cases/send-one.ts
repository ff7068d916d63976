import type { Instant } from '../domain/london-time.ts';
import { nameOwner } from '../domain/notice-owner.ts';
import { type SendOutcome, settleAttempt, withhold } from '../domain/sending.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { Clock } from '../ports/clock.ts';
import type { Claim, ComplaintStore, NoticeBundle, NoticeKey } from '../ports/complaint-store.ts';
import type { MailSender } from '../ports/mail-sender.ts';
import { capsFor } from './caps-for.ts';
import type { CommandPorts } from './handle-command.ts';
import type { Attempt, Line } from './line.ts';
import type { Pace } from './pace.ts';
import { planNotice } from './plan-notice.ts';
import { recordNotice } from './record-notice.ts';
import { refreshDigest } from './refresh-digest.ts';
import { type WriteMailPorts, type WrittenMail, writeMail } from './write-mail.ts';

export interface SendOnePorts extends CommandPorts, WriteMailPorts {
  store: CommandPorts['store'];
  clock: Clock;
  sendMail: MailSender;
  /** mails that the account may send in 24 hours */
  dailyQuota: number;
  /** whether there is time for more; the next run finds what is left */
  hasTime: () => boolean;
  /** told of what could not be handled, so that somebody looks */
  report: (problem: NoticeProblem) => void;
}

export interface NoticeProblem {
  type: 'set-aside' | 'not-written';
  key: NoticeKey;
  error: unknown;
}

/** What became of a notice that was found waiting. */
export type Ended =
  | SendOutcome['type']
  | 'cancelled'
  | 'withheld'
  /** too many mails in its landlord’s name, or in that of all landlords together */
  | 'withheld-for-landlord'
  | 'unreachable'
  | 'given-up'
  | 'unconfirmed'
  /** waits to be sent once more */
  | 'in-line'
  /** somebody else has it, or it is for the next run */
  | 'left';

/** Moves on a notice that waited in vain for its sender, or for word of what became of it. Nothing is sent. */
export async function endWait(ports: SendOnePorts, key: NoticeKey): Promise<Ended> {
  const { bundle, plan, now } = await look(ports, key);
  return plan.type === 'record' ? record(ports, bundle, plan.notice, now) : 'left';
}

/**
 * Claims one notice, hands it to the mail system once, and settles it. Whoever else holds the notice wins, and this sender
 * leaves it. Where only its complaint changed meanwhile it looks once more: the next minute may be another day in law.
 */
export async function sendOne(
  ports: SendOnePorts,
  line: Line,
  pace: Pace,
  key: NoticeKey,
  looksAgain = true,
): Promise<Ended> {
  const attempt = line.begin();
  const { bundle, plan, now } = await look(ports, key);
  if (plan.type === 'leave') return 'left';
  if (plan.type === 'record') return record(ports, bundle, plan.notice, now);
  const { stored } = bundle;
  const written = await tryToWrite(ports, { ...bundle, notice: plan.notice }, now);
  if ('error' in written) return recordUnwritten(ports, bundle, written, now);
  const { mail, hashes, link } = written;
  const claim: Notice = { ...plan.notice, ...hashes };
  const caps = capsFor(bundle, mail.to, ports.dailyQuota, now);
  const claimed = await claimInTurn(ports, attempt, pace, claim, {
    complaintVersion: stored?.version,
    link,
    caps,
    at: now,
  });
  if (claimed === 'changed-meanwhile' && looksAgain) return sendOne(ports, line, pace, key, false);
  if (claimed === 'changed-meanwhile' || claimed === 'left') return 'left';
  if (claimed !== 'stored') {
    // The claim was not stored, so it is the notice as it was read that is withheld.
    const withheld = await record(ports, bundle, withhold(bundle.notice), now);
    const roomIsUsedUp = claimed.over.some((cap) => cap.of !== 'address');
    return withheld === 'withheld' && roomIsUsedUp ? 'withheld-for-landlord' : withheld;
  }
  const outcome = await ports.sendMail(mail);
  const at = ports.clock();
  const settled = settleAttempt(claim, outcome, at, attempt.end(outcome, at));
  // Where SES's event was quicker than this answer the notice already says more, and what is known here adds nothing.
  await recordNotice(ports, settled, { was: claim.status, at }, at, stored);
  return settled.status === 'given-up' ? 'given-up' : outcome.type;
}

async function look({ store, clock, rules }: SendOnePorts, key: NoticeKey) {
  const bundle = await store.loadNotice(key);
  if (!bundle) throw new Error(`notice ${key.id} of ${nameOwner(key.owner)} does not exist`);
  const { notice } = bundle;
  const now = clock();
  const plan = planNotice(bundle, now);
  const refreshed = notice.lines ? await refreshDigest({ store, rules }, notice, plan, now) : plan;
  return { bundle, plan: refreshed, now };
}

async function tryToWrite(
  ports: SendOnePorts,
  bundle: NoticeBundle,
  now: Instant,
): Promise<WrittenMail | { error: string }> {
  try {
    return await writeMail(ports, bundle, now);
  } catch (error) {
    const { owner, id } = bundle.notice;
    ports.report({ type: 'not-written', key: { owner, id }, error });
    return { error: error instanceof Error ? error.name : 'Error' };
  }
}

/** It may be the notice's own fault, and then it ends with staff, who reach its reader in another way. */
async function recordUnwritten(
  ports: SendOnePorts,
  { notice, stored }: NoticeBundle,
  { error }: { error: string },
  now: Instant,
): Promise<Ended> {
  const settled = settleAttempt(notice, { type: 'retry', error, ofMail: true }, now);
  const recorded = await recordNotice(ports, settled, { was: notice.status, at: now }, now, stored);
  if (recorded === 'changed-meanwhile') return 'left';
  return settled.status === 'given-up' ? 'given-up' : 'retry';
}

/** Where all numbers of a second are other senders', the next second has more. */
async function claimInTurn(
  { store, hasTime }: SendOnePorts,
  attempt: Attempt,
  pace: Pace,
  notice: Notice,
  claim: Omit<Claim, 'slot'>,
): Promise<Exclude<Awaited<ReturnType<ComplaintStore['claimNotice']>>, 'slot-taken'> | 'left'> {
  do {
    const slot = await pace();
    if (!attempt.mayGoOn()) return 'left';
    const claimed = await store.claimNotice(notice, { ...claim, slot });
    if (claimed !== 'slot-taken') return claimed;
  } while (hasTime());
  return 'left';
}

async function record(
  ports: SendOnePorts,
  { notice: { status: was }, stored }: NoticeBundle,
  notice: Notice,
  now: Instant,
): Promise<Ended> {
  const recorded = await recordNotice(ports, notice, { was, at: now }, now, stored);
  return recorded === 'changed-meanwhile' ? 'left' : endedAs(notice);
}

function endedAs({ id, status }: Notice): Ended {
  switch (status) {
    case 'pending':
      return 'in-line';
    case 'unknown':
    case 'cancelled':
    case 'withheld':
    case 'unreachable':
    case 'given-up':
    case 'unconfirmed':
      return status;
    default:
      throw new Error(`notice ${id} is ${status} though nothing was sent`);
  }
}
