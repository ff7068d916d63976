import { nextWake, timePassed } from '../../shared/domain/commands/time-passed.ts';
import { type Complaint, type ComplaintEvent, evolve } from '../../shared/domain/complaint.ts';
import { type Command, decide } from '../../shared/domain/decide.ts';
import type { Accepted, Context, Decision } from '../../shared/domain/decision.ts';
import type { Instant } from '../../shared/domain/london-time.ts';
import type { NoticeOwed } from '../../shared/domain/notices.ts';
import { type Reference, referenceFrom } from '../../shared/domain/reference.ts';
import { contextAt, type LandlordId } from './rules.ts';

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
}

/** Decides `Receive` with what a resident's form leaves when all is well. */
export function decideReceipt({ receivedAt, landlord, reachableByEmail = true, reference }: Received) {
  return decide(
    undefined,
    {
      type: 'Receive',
      reference: reference ?? sample,
      channel: 'web-form',
      reachableByEmail,
      personalTextHash: 'hash-of-personal-text',
    },
    contextAt(receivedAt, landlord),
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
    const { events } = accepted(timePassed(state, context));
    lived.push({ at: now, told: inShort({ events, notices: [] }) });
    state = fold(events, state);
    const next = nextWake(state, context);
    if (next !== undefined && next <= now) throw new Error(`woken at ${now} to wake again at ${next}`);
    now = next;
  }
  return lived;
}
