import { isStillOwedOf } from '../domain/enquiries/notices.ts';
import { addMinutes, type Instant } from '../domain/london-time.ts';
import { nameOwner } from '../domain/notice-owner.ts';
import { type SendLane, sendLanes } from '../domain/notices.ts';
import {
  cancel,
  giveUpReaching,
  type Notice,
  planSend,
  type SendOutcome,
  type SendPlan,
  settleAttempt,
} from '../domain/sending.ts';
import type { Clock } from '../ports/clock.ts';
import type { NoticeBundle, NoticeKey } from '../ports/complaint-store.ts';
import type { MailSender } from '../ports/mail-sender.ts';
import type { CommandPorts } from './handle-command.ts';
import { inParallel } from './in-parallel.ts';
import { copyAddress, enquirerAddress, residentAddress } from './mail-address.ts';
import { recordNotice } from './record-notice.ts';
import { type WriteMailPorts, writeMail } from './write-mail.ts';

export interface SendPorts extends CommandPorts, WriteMailPorts {
  store: CommandPorts['store'];
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
  if (!bundle) throw new Error(`notice ${key.id} of ${nameOwner(key.owner)} does not exist`);
  const now = ports.clock();
  const { stored } = bundle;
  const plan = planNotice(bundle, now);
  if (plan.type === 'leave') return 'left';
  if (plan.type === 'record') {
    const recorded = await recordNotice(ports, plan.notice, { at: now }, now, stored);
    if (recorded === 'changed-meanwhile') return 'left';
    return plan.notice.status === 'unknown' ? 'unknown' : 'cancelled';
  }
  const { mail, hashes, link } = await writeMail(ports, { ...bundle, notice: plan.notice }, now);
  const claim: Notice = { ...plan.notice, ...hashes };
  if ((await ports.store.saveNotice(claim, stored?.version, link)) === 'changed-meanwhile') return 'left';
  const outcome = await ports.sendMail(mail);
  const at = ports.clock();
  // Where SES's event was quicker than this answer the notice already says more, and what is known here adds nothing.
  await recordNotice(ports, settleAttempt(claim, outcome, at), { at }, at, stored);
  return outcome.type;
}

/**
 * A notice to a resident who may no longer be mailed is given up, and staff owe them a call or a letter; a copy for
 * somebody who no longer gets any, or without an address, is cancelled. A link to a
 * complaint that does not exist is cancelled: anybody can ask for one.
 *
 * @throws Error where any other notice of a complaint is without it
 */
function planNotice(bundle: NoticeBundle, now: Instant): SendPlan {
  const { notice, stored, enquiry } = bundle;
  const { owner } = notice;
  if (owner.type === 'complaint' && !stored) {
    if (notice.kind !== 'access-link') throw new Error(`complaint ${owner.reference} does not exist`);
    const due = notice.wakeAt !== undefined && notice.wakeAt <= now;
    return due ? { type: 'record', notice: cancel(notice) } : { type: 'leave' };
  }
  const plan = planSend(notice, stored?.complaint, now);
  if (plan.type === 'send' && enquiry && !isStillOwedOf(notice, enquiry.enquiry))
    return { type: 'record', notice: cancel(notice) };
  if (plan.type !== 'send' || isReachable(bundle)) return plan;
  const isToldOtherwise = notice.recipient.type === 'complainant' && notice.kind !== 'access-link';
  return { type: 'record', notice: isToldOtherwise ? giveUpReaching(notice) : cancel(notice) };
}

function isReachable({ notice: { recipient }, stored, personal, enquiry }: NoticeBundle): boolean {
  if (recipient.type === 'enquirer') return enquirerAddress({ enquiry }) !== undefined;
  if (recipient.type === 'copied') return copyAddress({ stored, personal }, recipient.party) !== undefined;
  return recipient.type !== 'complainant' || residentAddress({ stored, personal }) !== undefined;
}
