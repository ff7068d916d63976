import { goesByPost } from '../../../shared/domain/by-hand.ts';
import { nextWake } from '../../../shared/domain/commands/time-passed.ts';
import { type Complaint, openObligations, openResponse } from '../../../shared/domain/complaint.ts';
import { decide } from '../../../shared/domain/decide.ts';
import type { Accepted, Context } from '../../../shared/domain/decision.ts';
import type { ComplaintEvent } from '../../../shared/domain/events.ts';
import { evolve } from '../../../shared/domain/evolve.ts';
import { unsettledExtension } from '../../../shared/domain/extension.ts';
import { apologyAt, climbLadder } from '../../../shared/domain/ladder.ts';
import { londonDateOf } from '../../../shared/domain/london-time.ts';
import { isResponse } from '../../../shared/domain/stages.ts';
import { wayTo } from '../../../shared/domain/ways.ts';
import { accepted } from '../../support/complaints.ts';
import type { Claim } from './claims.ts';

/** What holds of a complaint that was told that time has passed, as often as there was more to say than fits. */
export function* timeClaims(told: Complaint, said: Accepted, context: Context): Generator<[Claim, boolean]> {
  const after = tellTheRest(told, said, context);
  const { policy, calendar, now } = context;
  const wake = nextWake(after, context);
  yield ['prepared', preparesForItsDate(after, context)];
  yield ['waking', wake === undefined || wake > now];
  const again = decide(after, { type: 'TimePassed' }, context);
  yield ['twice', again.type === 'Accepted' && again.events.length + again.notices.length === 0];
  for (const obligation of openObligations(after)) {
    const { kind, dueOn, apologisedFor = [] } = obligation;
    const waits = isResponse(kind) && unsettledExtension(after.extensions) !== undefined;
    const { passed } = climbLadder(obligation, policy, calendar, now, goesByPost(after, obligation));
    yield ['ladder', passed.filter(({ workingDays }) => !waits || workingDays <= 0).length === 0];
    if (!kind.startsWith('stage-') || !wayTo(after) || waits) continue;
    const loggedOn = londonDateOf(after.loggedAt);
    const from = { dueOn: dueOn > loggedOn ? dueOn : loggedOn };
    yield ['apology', apologyAt(from, policy, calendar) > now || apologisedFor.includes(dueOn)];
  }
}

/** So many obligations are spoken of at once. */
const mostSpokenOf = 20;

function tellTheRest(told: Complaint, said: Accepted, context: Context): Complaint {
  let [complaint, { events }] = [told, said];
  while (spokenOf(events) === mostSpokenOf) {
    ({ events } = accepted(decide(complaint, { type: 'TimePassed' }, context)));
    complaint = events.reduce<Complaint>(evolve, complaint);
  }
  return complaint;
}

function spokenOf(events: readonly ComplaintEvent[]): number {
  const about = events.map((event) =>
    event.type === 'AlertGiven' || event.type === 'MissedDateApologised' ? event.obligation : undefined,
  );
  return new Set(about.filter((each) => each !== undefined)).size;
}

/** Nothing stays prepared that can no longer be sent: its day is over, or its date is another and will not return. */
function preparesForItsDate(after: Complaint, { now }: Context): boolean {
  const response = openResponse(after);
  const returning = after.extensions.some(({ state }) => state === 'not-reached');
  return after.extensions.every(({ state, extends: day }) => {
    if (state !== 'prepared') return true;
    return returning || (day === response?.dueOn && londonDateOf(now) <= day);
  });
}
