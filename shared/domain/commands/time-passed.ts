import type { Complaint, ComplaintEvent } from '../complaint.ts';
import type { Context, Decision } from '../decision.ts';
import { apologyAt, climbLadder } from '../ladder.ts';
import { type Instant, londonDateOf } from '../london-time.ts';
import { type NoticeOwed, owedAlerts, owedApology } from '../notices.ts';
import type { Obligation } from '../obligations.ts';

/** Time itself, told to a complaint: whatever has come due is given once, however late or often this is said. */
export interface TimePassed {
  type: 'TimePassed';
}

export function timePassed(complaint: Complaint, context: Context): Decision {
  const events: ComplaintEvent[] = [];
  const notices: NoticeOwed[] = [];
  const today = londonDateOf(context.now);
  for (const obligation of complaint.obligations) {
    const { passed } = climbLadder(obligation, context.policy, context.calendar, context.now);
    const newest = passed.at(-1);
    if (newest) {
      // After an outage the newest rung speaks and names the others, rather than every stale one in turn.
      const skipped = passed.slice(0, -1).map((rung) => rung.workingDays);
      events.push({
        type: 'AlertGiven',
        obligation: obligation.id,
        dueOn: obligation.dueOn,
        workingDays: newest.workingDays,
        skipped,
        to: [...newest.to],
      });
      notices.push(
        ...owedAlerts(complaint, obligation, { ...newest, skipped }, { today, calendar: context.calendar }),
      );
    }
    const apology = owedApologyAt(complaint, obligation, context);
    if (apology && apology <= context.now) {
      events.push({ type: 'MissedDateApologised', obligation: obligation.id, dueOn: obligation.dueOn });
      notices.push(owedApology(obligation));
    }
  }
  return { type: 'Accepted', events, notices };
}

/**
 * The next instant at which time alone changes something for this complaint: always later than now once `TimePassed`
 * has been decided on, or undefined where nothing is left to wait for.
 */
export function nextWake(complaint: Complaint, context: Context): Instant | undefined {
  const instants = complaint.obligations.flatMap((obligation) => {
    const { passed, next } = climbLadder(obligation, context.policy, context.calendar, context.now);
    return [(passed[0] ?? next)?.at, owedApologyAt(complaint, obligation, context)];
  });
  return instants.filter((at) => at !== undefined).sort()[0];
}

/** Someone without email is told by staff, whose alert says so. */
function owedApologyAt(complaint: Complaint, obligation: Obligation, context: Context): Instant | undefined {
  if (!complaint.reachableByEmail || obligation.apologisedFor === obligation.dueOn) return undefined;
  return apologyAt(obligation, context.policy, context.calendar);
}
