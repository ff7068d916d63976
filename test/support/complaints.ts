import { nextWake } from '../../shared/domain/commands/time-passed.ts';
import type { Complaint } from '../../shared/domain/complaint.ts';
import { type Command, decide } from '../../shared/domain/decide.ts';
import type { Accepted, Context, Decision } from '../../shared/domain/decision.ts';
import type { ComplaintEvent } from '../../shared/domain/events.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { Instant } from '../../shared/domain/london-time.ts';
import type { NoticeOwed } from '../../shared/domain/notices.ts';
import type { Receive } from '../../shared/domain/receiving.ts';
import { type Reference, referenceFrom } from '../../shared/domain/reference.ts';
import type { Refusal } from '../../shared/domain/refusals.ts';
import { type StaffId, staffId } from '../../shared/domain/staff.ts';
import type { TextRef } from '../../shared/domain/text.ts';
import { person } from './people.ts';
import { contextAt, type LandlordId, landlordIds } from './rules.ts';

/** The same reference for the same number, and no two alike. */
export function referenceNumber(number: number): Reference {
  const bytes = new Uint8Array(9);
  for (let place = 0, rest = number; place < bytes.length; place++, rest = Math.floor(rest / 32)) {
    bytes[place] = rest % 32;
  }
  return referenceFrom(bytes);
}

export const sample = referenceNumber(1);

/** Bytes that count upwards: deterministic, and never twice the same. */
export function countingBytes(): (count: number) => Uint8Array {
  let next = 0;
  return (count) => {
    next += 1;
    const bytes = new Uint8Array(count);
    for (let place = 0, rest = next; place < count; place++, rest = Math.floor(rest / 32)) {
      bytes[place] = rest % 32;
    }
    return bytes;
  };
}

export interface Received {
  receivedAt: string;
  landlord?: LandlordId;
  reachableByEmail?: boolean;
  reference?: Reference;
  staffComplainedAbout?: readonly StaffId[];
  /** what else is said of who complains and how */
  said?: Partial<Receive>;
  /** where it is counted by another calendar, or another policy, than those that ship */
  rules?: Partial<Context>;
}

/** Decides `Receive` with what a resident's form leaves when all is well. */
export function decideReceipt(received: Received) {
  const {
    receivedAt,
    landlord,
    reachableByEmail = true,
    reference,
    staffComplainedAbout,
    said,
    rules,
  } = received;
  return decide(
    undefined,
    {
      type: 'Receive',
      reference: reference ?? sample,
      channel: 'web-form',
      reachableByEmail,
      personalTextHash: 'hash-of-personal-text',
      staffComplainedAbout,
      ...said,
    },
    contextAt(receivedAt, landlord, rules),
  );
}

/** A complaint as it is just after its receipt. */
export function complaintReceived(received: Received): Complaint {
  return fold(accepted(decideReceipt(received)).events);
}

export function accepted(decision: Decision): Accepted {
  if (decision.type !== 'Accepted') throw new Error(`refused: ${decision.refusal.type}`);
  return decision;
}

export function fold(events: ComplaintEvent[], state?: Complaint): Complaint {
  const folded = events.reduce<Complaint | undefined>(evolve, state);
  if (!folded) throw new Error('no event, no complaint');
  return folded;
}

/** What one command left behind: its events, its notices, the state after them and when to wake next. */
export interface Outcome {
  events: ComplaintEvent[];
  notices: NoticeOwed[];
  complaint: Complaint;
  wakes: Instant | undefined;
}

export function when(complaint: Complaint, command: Command, context: Context): Outcome {
  const { events, notices } = accepted(decide(complaint, command, context));
  const after = fold(events, complaint);
  return { events, notices, complaint: after, wakes: nextWake(after, context) };
}

export function whenTimePasses(complaint: Complaint, now: string): Outcome {
  return when(complaint, { type: 'TimePassed' }, contextAt(now, complaint.landlord as LandlordId));
}

/** Whom an alert goes to, for which obligation and rung; everything else by its kind. */
export function inShort({ events, notices }: Pick<Outcome, 'events' | 'notices'>): string[] {
  const told = events.map((event) => {
    switch (event.type) {
      case 'AlertGiven': {
        const skipped = event.skipped.length > 0 ? ` for ${event.skipped.join(' and ')} too` : '';
        return `${event.obligation} ${event.workingDays} to ${event.to.join(' and ')}${skipped}`;
      }
      case 'MissedDateApologised':
        return `${event.obligation} apologised`;
      default:
        return event.type;
    }
  });
  return [...told, ...notices.map(({ id }) => id)];
}

/** Lets time pass at every instant at which the complaint asks to be woken, up to and including `until`. */
export function live(complaint: Complaint, until: string): { at: Instant; told: string[] }[] {
  const lived: { at: Instant; told: string[] }[] = [];
  let state = complaint;
  let now = nextWake(state, contextAt(state.receivedAt, state.landlord as LandlordId));
  while (now !== undefined && now <= until) {
    const context = contextAt(now, state.landlord as LandlordId);
    const { events } = accepted(decide(state, { type: 'TimePassed' }, context));
    lived.push({ at: now, told: inShort({ events, notices: [] }) });
    state = fold(events, state);
    const next = nextWake(state, context);
    if (next !== undefined && next <= now) throw new Error(`woken at ${now} to wake again at ${next}`);
    now = next;
  }
  return lived;
}

/** Text number so many, as a rule sees it: named, never read. */
export function textRef(number: number): TextRef {
  return { id: `text-${number}`, hash: `hash-of-text-${number}` };
}

export const handler = staffId('handler');
export const colleague = staffId('colleague');
export const manager = staffId('manager');
/** whom stage 2 mostly goes to */
export const reviewer = staffId('reviewer');
export const director = staffId('director');
/** whom a complaint may be about */
export const accused = staffId('accused');
/** has left */
export const leaver = staffId('leaver');
/** works for another landlord only */
export const stranger = staffId('stranger');

const landlords = [...landlordIds];
export const everybody = [
  person(handler, { landlords, teams: ['repairs', 'lettings'] }),
  ...[colleague, manager, reviewer, director, accused].map((id) => person(id, { landlords })),
  person(leaver, { landlords, disabled: true }),
  person(stranger, { landlords: ['elsewhere'] }),
];

function contextFor(complaint: Complaint, now: string, change: Partial<Context> = {}): Context {
  return contextAt(now, complaint.landlord as LandlordId, { people: everybody, ...change });
}

/** Decides a command that must be accepted, and folds it in. */
export function carryOut(
  complaint: Complaint,
  command: Command,
  now: string,
  change?: Partial<Context>,
): Outcome {
  return when(complaint, command, contextFor(complaint, now, change));
}

/** Why a command that must be refused is. */
export function refusalOf(
  complaint: Complaint,
  command: Command,
  now: string,
  change?: Partial<Context>,
): Refusal {
  const decision = decide(complaint, command, contextFor(complaint, now, change));
  if (decision.type !== 'Refused') throw new Error(`${command.type} was accepted`);
  return decision.refusal;
}

/** What was met by its last day, by our policy and by the Code; and what was met after it by both. */
export const kept = { keptPolicy: true, keptCode: true } as const;
export const late = { keptPolicy: false, keptCode: false } as const;

/** The obligation of that id; a complaint without it fails its test. */
export function owedBy({ obligations }: Complaint, id: string): Complaint['obligations'][number] {
  const found = obligations.find((each) => each.id === id);
  if (!found) throw new Error(`no obligation ${id}`);
  return found;
}

/** A complaint of 23 December 2026, acknowledged on the 30th, whose answer is due on Thursday 14 January 2027. */
export function complaintAcknowledged(
  change: Partial<Received> & { acknowledgedAt?: string } = {},
): Complaint {
  const { acknowledgedAt = '2026-12-30T10:00:00Z', ...received } = change;
  const complaint = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z', ...received });
  const points = [{ definition: textRef(1), responsible: true }];
  const alreadyGiven = received.reachableByEmail === false && {
    how: 'letter' as const,
    evidence: textRef(2),
  };
  const command: Command = {
    type: 'Acknowledge',
    by: handler,
    points,
    ...(alreadyGiven && { alreadyGiven }),
  };
  return carryOut(complaint, command, acknowledgedAt, change.rules).complaint;
}

/** As `complaintAcknowledged`, with an answer that is complete and not sent. */
export function complaintDrafted(change: Parameters<typeof complaintAcknowledged>[0] = {}): Complaint {
  const outcome = { point: 'point-1', finding: 'upheld', reasons: textRef(3), remedy: textRef(4) } as const;
  const drafting: Command = { type: 'Draft', by: handler, outcomes: [outcome] };
  return carryOut(complaintAcknowledged(change), drafting, '2027-01-05T10:00:00Z').complaint;
}

/** As `complaintDrafted`, answered on 13 January 2027. */
export function complaintResponded(change: Parameters<typeof complaintAcknowledged>[0] = {}): Complaint {
  const alreadyGiven = change.reachableByEmail === false && { how: 'letter' as const, evidence: textRef(5) };
  const command: Command = { type: 'Respond', by: handler, ...(alreadyGiven && { alreadyGiven }) };
  return carryOut(complaintDrafted(change), command, '2027-01-13T10:00:00Z').complaint;
}

/** As `complaintResponded`, closed on 20 January 2027. */
export function complaintClosed(change: Parameters<typeof complaintAcknowledged>[0] = {}): Complaint {
  const command: Command = { type: 'Close', by: handler, reason: textRef(6) };
  return carryOut(complaintResponded(change), command, '2027-01-20T10:00:00Z').complaint;
}

/** As `complaintAcknowledged`, withdrawn on 8 January 2027. */
export function complaintWithdrawn(change: Parameters<typeof complaintAcknowledged>[0] = {}): Complaint {
  return carryOut(complaintAcknowledged(change), { type: 'Withdraw' }, '2027-01-08T10:00:00Z').complaint;
}
