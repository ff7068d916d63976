import { nextWake } from '../domain/commands/time-passed.ts';
import { type Complaint, clocksUnder } from '../domain/complaint.ts';
import { type Command, decide } from '../domain/decide.ts';
import type { Context } from '../domain/decision.ts';
import type { ComplaintEvent } from '../domain/events.ts';
import { evolve } from '../domain/evolve.ts';
import type { Instant } from '../domain/london-time.ts';
import type { Receive } from '../domain/receiving.ts';
import type { Reference } from '../domain/reference.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Person } from '../domain/staff.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { RandomBytes } from '../ports/clock.ts';
import type { BegunComplaint, ComplaintStore, NewAnswer, StoredComplaint } from '../ports/complaint-store.ts';
import type { PersonalText, Text } from '../ports/personal-text.ts';
import type { Actor } from '../ports/timeline.ts';
import { beginComplaint } from './begin-complaint.ts';
import { changeOther, type NamedComplaint } from './change-other.ts';
import { joiningOf, withoutMail } from './join-records.ts';
import { oweOf } from './owe-letters.ts';
import { contextOf, type Rules } from './rules.ts';
import { type KeepByHand, settleByHand } from './settle-by-hand.ts';
import { chainEvents } from './timeline.ts';

export interface CommandPorts {
  store: ComplaintStore;
  rules: Rules;
  randomBytes: RandomBytes;
}

const isOfTime: readonly ComplaintEvent['type'][] = ['AlertGiven', 'MissedDateApologised'];

export type CommandResult =
  | {
      type: 'done';
      stored: StoredComplaint;
      /** reminders and apologies that time gave, be they mails or lines of the next digest */
      alerts: number;
      /** whether a newer calendar changed dates */
      recounted: boolean;
    }
  | { type: 'refused'; refusal: Refusal }
  | { type: 'changed-meanwhile' | 'key-taken' };

/** What is stored with a command in the same transaction, and who it names. */
export interface CommandParts {
  /** a notice that the command is about, as it is after it */
  notice?: Notice | undefined;
  /** texts that the command names */
  texts?: Text[] | undefined;
  /** the parties and their words, where the command corrects them */
  personal?: PersonalText | undefined;
  /** the parties and words of a complaint of its own that may come of the command */
  raised?: PersonalText | undefined;
  /** another complaint that the command names */
  other?: NamedComplaint | undefined;
  /** rows of the staff register that the command names */
  people?: readonly Person[] | undefined;
  /** the parties and their words, as they are loaded */
  written?: PersonalText | undefined;
  /** records that say that mail is unsafe */
  unsafe?: readonly string[] | undefined;
  /** what is kept of a letter or a call that the command gives */
  keepByHand?: KeepByHand | undefined;
  /** writes the answer to the request, so that it can be kept with its key */
  answer?: ((stored: StoredComplaint) => NewAnswer) | undefined;
}

/**
 * Decides one command on the complaint as loaded and commits what follows in one transaction.
 *
 * @returns `changed-meanwhile` where the complaint is no longer as loaded, `key-taken` where the request was answered
 *   meanwhile: nothing was stored
 */
export async function handleCommand(
  ports: CommandPorts,
  loaded: StoredComplaint,
  command: Command,
  actor: Actor,
  now: Instant,
  parts: CommandParts = {},
): Promise<CommandResult> {
  const { notice, texts = [], personal, written, raised, other, people = [], unsafe = [], answer } = parts;
  const { complaint, version, head } = loaded;
  const context = {
    ...(await contextOf(ports.rules, complaint, now)),
    people,
    other: other?.stored.complaint,
  };
  const decided = decide(complaint, command, context);
  if (decided.type === 'Refused') return { type: 'refused', refusal: decided.refusal };
  const before = { complaint, personal: written };
  const words = personal ?? written;
  const decision = withoutMail({ complaint, personal: words }, decided, unsafe, actor, context);
  const after = decision.events.reduce<Complaint>(evolve, complaint);
  const { reference } = complaint;
  const entries = chainEvents(decision.events, { reference, version, head }, now, actor, ports.randomBytes);
  const stored = { complaint: after, version: version + entries.length, head: entries.at(-1)?.hash ?? head };
  const named = decision.other && other && (await changeOther(ports, other, decision.other, actor, now));
  const changes = [
    { before: complaint, after, events: decision.events },
    ...(named && other
      ? [{ before: other.stored.complaint, after: named.stored.complaint, events: [] }]
      : []),
  ];
  const outcome = await ports.store.commit({
    expectedVersion: version,
    stored,
    texts,
    personal,
    entries,
    newNotices: oweOf(after, decision.notices, now),
    changedNotices: [...(notice ? [notice] : []), ...(await settleByHand(ports, changes, parts.keepByHand))],
    joins: joiningOf({ complaint: after, personal: words }, before),
    raised: decision.raises && (await beginRaised(ports, complaint, decision.raises, raised, unsafe, now)),
    other: named,
    wakeAt: nextWake(after, await contextAfter(ports.rules, complaint, after, context)),
    at: now,
    answer: answer?.(stored),
  });
  if (typeof outcome === 'object')
    return handleCommand(ports, loaded, command, actor, now, {
      ...parts,
      unsafe: [...unsafe, ...outcome.unsafe],
    });
  if (outcome !== 'stored') return { type: outcome };
  const recounted = decision.events.some(({ type }) => type === 'DatesRecounted');
  const alerts = decision.events.filter(({ type }) => isOfTime.includes(type)).length;
  return { type: 'done', stored, alerts, recounted };
}

/** Whatever time does next is decided by the version of the policy that the clocks run under by then. */
async function contextAfter(
  rules: Rules,
  before: Complaint,
  after: Complaint,
  context: Context,
): Promise<Context> {
  return clocksUnder(after) === clocksUnder(before) ? context : await contextOf(rules, after, context.now);
}

/** What was raised midway and is a complaint of its own begins with the command or not at all (Code 6.8). */
async function beginRaised(
  ports: CommandPorts,
  { landlord }: Complaint,
  receive: Receive,
  personal: PersonalText | undefined,
  unsafe: readonly string[],
  now: Instant,
): Promise<BegunComplaint> {
  const policy = ports.rules.policies.get(landlord);
  if (!policy || !personal) throw new Error(`complaint ${receive.reference} has no policy or no words`);
  const begun = await beginComplaint(ports, policy, receive, personal, now, unsafe);
  if (begun.type === 'refused') throw new Error(`what was raised cannot be received: ${begun.refusal.type}`);
  return begun.complaint;
}

const attempts = 5;

/**
 * Commands that do not depend on what somebody read (of the clock, the mail system, a resident) are decided again on
 * the newest state until they are stored.
 *
 * @throws Error where the complaint does not exist or keeps changing
 */
export async function handleUntilStored(
  ports: CommandPorts,
  reference: Reference,
  command: Command,
  actor: Actor,
  now: Instant,
  parts: CommandParts = {},
): Promise<Exclude<CommandResult, { type: 'changed-meanwhile' }>> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const loaded = await ports.store.load(reference);
    if (!loaded) throw new Error(`complaint ${reference} does not exist`);
    const result = await handleCommand(ports, loaded, command, actor, now, parts);
    if (result.type !== 'changed-meanwhile') return result;
  }
  throw new Error(`complaint ${reference} changed ${attempts} times while ${command.type} was decided`);
}
