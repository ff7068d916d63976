import type { Complaint } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import type { Judgement } from '../judge-anew.ts';
import { owedAtStage } from '../stages.ts';
import { changeObligation } from './obligation.ts';

/** How dates that were given become others. */

/** What other dates made of promises: what was done stays done, and stays flagged. */
export function keepJudgement(
  before: Complaint,
  after: Complaint,
  { backdated, missed, untold }: Judgement,
): Complaint {
  const formerDate = (id: string) => before.obligations.find((each) => each.id === id)?.dueOn;
  const obligations = after.obligations.map((each) => {
    const former = missed?.includes(each.id) ? formerDate(each.id) : undefined;
    return {
      ...each,
      ...(former && { missed: [...new Set([...(each.missed ?? []), former])] }),
      ...(backdated?.includes(each.id) && each.met && { met: { ...each.met, backdated: true as const } }),
      ...(untold?.includes(each.id) && { apologisedFor: [...(each.apologisedFor ?? []), each.dueOn] }),
    };
  });
  return { ...after, obligations };
}

/** An extension that waits to be sent puts off the date there is now, if it still does. */
export function recount(state: Complaint, event: EventOf<'DatesRecounted'>): Complaint {
  const moved = event.dates.reduce<Complaint>(
    (each, { obligation, deadline, codeDueOn }) =>
      changeObligation(each, obligation, { ...deadline, codeDueOn }),
    state,
  );
  const answer = owedAtStage[state.stage].response;
  const response = event.dates.find(({ obligation }) => obligation === answer);
  const extensions = moved.extensions.map((each) => {
    const waits = each.state === 'prepared' && each.extends === response?.was;
    return waits && response && each.newDueOn > response.deadline.dueOn
      ? { ...each, extends: response.deadline.dueOn }
      : each;
  });
  return keepJudgement(state, { ...moved, extensions }, event);
}
