import { closedCircuit } from '../domain/circuit.ts';
import { addDays } from '../domain/civil-date.ts';
import { digestAt } from '../domain/digest-lines.ts';
import { addMinutes, type Instant, londonDateOf, londonInstant } from '../domain/london-time.ts';
import type { RandomBytes } from '../ports/clock.ts';
import type { NoticeKey } from '../ports/complaint-store.ts';
import type { Mail } from '../ports/mail-sender.ts';
import type { StaffRegister } from '../ports/staff-register.ts';
import { applyEventToNotice } from './apply-mail-event.ts';
import type { DryRun } from './begin-dry-run.ts';
import { type ForecastDesk, nowhere } from './forecast-desk.ts';
import { oweDigests } from './owe-digests.ts';
import type { Rules } from './rules.ts';
import { sendNotices } from './send-notices.ts';
import { sweepDue } from './sweep-due.ts';
import { tagOf } from './write-mail.ts';

export interface LivePorts {
  run: DryRun;
  desk: ForecastDesk;
  register: Pick<StaffRegister, 'list'>;
  rules: Rules;
  randomBytes: RandomBytes;
  served: ReadonlySet<string>;
  hasTime: () => boolean;
  leaveOut: () => void;
  report: (error: unknown) => void;
}

/**
 * Does on a dry run what the real one does from one instant to before another, at each instant at which something is due:
 * digests, the sweep, the sender. The mail system takes everything, and all of it arrives.
 */
export async function liveThrough(
  ports: LivePorts,
  { from, until }: { from: Instant; until: Instant },
): Promise<void> {
  const { run } = ports;
  const mornings = morningsBetween(from, until);
  let now: Instant | undefined = from;
  while (now && now < until && ports.hasTime()) {
    await liveAt(ports, now, mornings.includes(now));
    const waits = [run.wakes.next(), run.notices.nextSend()];
    now = firstOf([nextTick(now, firstOf(waits)), mornings.find((each) => now && each > now)]);
  }
}

/** What is due still waits for the next tick, as the rest of very many alerts does. */
function nextTick(now: Instant, next: Instant | undefined): Instant | undefined {
  return next && next <= now ? addMinutes(now, 1) : next;
}

function firstOf(instants: (Instant | undefined)[]): Instant | undefined {
  return instants.filter((each) => each !== undefined).sort()[0];
}

function morningsBetween(from: Instant, until: Instant): Instant[] {
  const mornings: Instant[] = [];
  for (let date = londonDateOf(from); ; date = addDays(date, 1)) {
    const at = londonInstant(date, digestAt);
    if (at >= until) return mornings;
    if (at >= from) mornings.push(at);
  }
}

async function liveAt(ports: LivePorts, now: Instant, isMorning: boolean): Promise<void> {
  const { run, desk, rules, randomBytes, hasTime, leaveOut } = ports;
  const { store, enquiries, archive } = run;
  const taken: (NoticeKey & { messageId: string })[] = [];
  const clock = () => now;
  const report = ({ error }: { error: unknown }) => {
    leaveOut();
    ports.report(error);
  };
  const sendMail = async (mail: Mail) => {
    const key = keyOf(run, mail);
    const bundle = await store.loadNotice(key);
    if (bundle) desk.layMail(mail, bundle, now);
    const messageId = `forecast-${desk.mails.length}`;
    taken.push({ ...key, messageId });
    return { type: 'accepted', messageId } as const;
  };
  const shared = { store, rules, clock, randomBytes, hasTime, report };
  const circuit = { read: async () => closedCircuit, save: async () => {} };

  if (isMorning) {
    const { register, served } = ports;
    const { problems } = await oweDigests({ ...shared, register, served });
    problems.forEach(report);
  }
  await sweepDue({ ...shared, enquiries, archive, shards: [0] });
  await sendNotices({ ...shared, ...unhurried, circuit, sendMail, linkBase: nowhere });
  for (const each of taken)
    await applyEventToNotice(
      { ...shared, circuit },
      { ...each, outcome: 'delivered', at: now, acceptedAt: now },
    );
  for (const notice of desk.takeByHand()) {
    const bundle = await store.loadNotice(notice);
    if (bundle) await desk.layByHand(shared, bundle, now);
  }
}

/** A sender that no rate and no quota holds up. */
const unhurried = { rate: 1_000_000, dailyQuota: Number.MAX_SAFE_INTEGER, wait: async () => {} };

/** The notice that a mail is written from, found by its tags among those that are being sent. */
function keyOf({ notices }: DryRun, { tags }: Mail): NoticeKey {
  const found = notices.sending().find(({ owner, id }) => {
    const expected = Object.entries({ ...tagOf(owner), notice: id });
    return expected.every(([name, value]) => tags[name] === value);
  });
  if (!found) throw new Error(`notice ${tags.notice} is not being sent`);
  const { owner, id } = found;
  return { owner, id };
}
