import { createHash } from 'node:crypto';
import { addMinutes, type Instant, londonDateOf } from '../domain/london-time.ts';
import { type SendLane, sendLanes } from '../domain/notices.ts';
import { type Notice, planSend, type SendOutcome, settleAttempt } from '../domain/sending.ts';
import { composeNotice } from '../notices/compose.ts';
import { templates } from '../notices/templates.ts';
import type { Clock } from '../ports/clock.ts';
import type { NoticeBundle, NoticeKey } from '../ports/complaint-store.ts';
import type { Mail, MailSender } from '../ports/mail-sender.ts';
import type { CommandPorts } from './handle-command.ts';
import { inParallel } from './in-parallel.ts';
import { recordNotice } from './record-notice.ts';
import { ombudsmenOf, policyOf } from './rules.ts';

export interface SendPorts extends CommandPorts {
  clock: Clock;
  shards: readonly number[];
  sendMail: MailSender;
  hasTime: () => boolean;
  report: (problem: { key: NoticeKey; error: unknown }) => void;
}

export type SendCount = Record<SendOutcome['type'] | 'cancelled' | 'left' | 'setAside', number>;

const setAsideMinutes = 60;
const atOnce = 8;

/** Sends what is due: the statutory lane first, within a shard the longest due first. */
export async function sendNotices(ports: SendPorts): Promise<SendCount> {
  const count: SendCount = {
    accepted: 0,
    retry: 0,
    'stop-the-line': 0,
    refused: 0,
    unknown: 0,
    cancelled: 0,
    left: 0,
    setAside: 0,
  };
  for (const lane of sendLanes) await sendLane(ports, lane, count);
  return count;
}

async function sendLane(ports: SendPorts, lane: SendLane, count: SendCount): Promise<void> {
  const now = ports.clock();
  const sendShard = (shard: number) =>
    inParallel(
      Math.ceil(atOnce / ports.shards.length),
      ports.store.dueNotices(lane, shard, now),
      async (key) => {
        if (!ports.hasTime() || count['stop-the-line'] > 0) return 'stop';
        try {
          count[await sendNotice(ports, key)] += 1;
        } catch (error) {
          ports.report({ key, error });
          await ports.store.setNoticeAside(key, addMinutes(now, setAsideMinutes));
          count.setAside += 1;
        }
        return 'go-on';
      },
    );
  await Promise.all(ports.shards.map(sendShard));
}

/**
 * Claims one notice, hands it to the mail system once, and settles it. Whoever else holds the notice or changed it
 * meanwhile wins, and this sender leaves it.
 */
async function sendNotice(ports: SendPorts, key: NoticeKey): Promise<keyof SendCount> {
  const bundle = await ports.store.loadNotice(key);
  if (!bundle) throw new Error(`notice ${key.id} of complaint ${key.complaint} does not exist`);
  const plan = planSend(bundle.notice, bundle.stored.complaint, ports.clock());
  if (plan.type === 'leave') return 'left';
  if (plan.type === 'record') {
    const recorded = await ports.store.saveNotice(plan.notice);
    if (recorded === 'changed-meanwhile') return 'left';
    return plan.notice.status === 'cancelled' ? 'cancelled' : 'unknown';
  }
  const mail = writeMail(ports, bundle, plan.notice, ports.clock());
  const claim: Notice = { ...plan.notice, ...hashesOf(plan.notice, mail) };
  if ((await ports.store.saveNotice(claim, bundle.stored.version)) === 'changed-meanwhile') return 'left';
  const outcome = await ports.sendMail(mail);
  const settledAt = ports.clock();
  // Where SES's event was quicker than this answer the notice already says more, and what is known here adds nothing.
  await recordNotice(ports, settleAttempt(claim, outcome, settledAt), settledAt, bundle.stored);
  return outcome.type;
}

function writeMail(ports: SendPorts, { stored, personal }: NoticeBundle, notice: Notice, now: Instant): Mail {
  const policy = policyOf(ports.rules, stored.complaint);
  const to =
    notice.recipient.type === 'staff'
      ? policy.recipients[notice.recipient.rank]
      : personal?.complainant?.email;
  if (!to) throw new Error(`notice ${notice.id} of complaint ${notice.complaint} has no address to go to`);
  const ombudsmen = ombudsmenOf(ports.rules, policy, londonDateOf(now));
  return {
    fromName: policy.name,
    to,
    replyTo: policy.contact.email,
    content: composeNotice(notice, notice.complaint, policy, ombudsmen),
    tags: { complaint: notice.complaint, notice: notice.id, attempt: String(notice.attempts) },
  };
}

function hashesOf(notice: Notice, { content }: Mail): { templateHash: string; contentHash: string } {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64url');
  return {
    templateHash: hash(templates[notice.kind]),
    contentHash: hash(`${content.subject}\n${content.text}\n${content.html}`),
  };
}
