import type { Decision } from '../../../shared/domain/decision.ts';

/** What each history is, at every step of it. */
export const claims = {
  fold: 'is told again by its events',
  json: 'survives being kept as JSON and read by its schema',
  events: 'has events that their schema accepts as they are',
  duties: 'owes exactly one open obligation for each duty',
  once: 'has each stage date at most once, and each id once',
  refused: 'is not changed by a command that is refused',
  waking: 'always wakes later, once time has passed',
  twice: 'says nothing twice',
  ladder: 'gives every rung that has passed, but for one that waits for an extension',
  apology: 'says sorry for a missed date that nothing holds up, and for that only',
  missed: 'keeps every date for which a later one came too late',
  notMissed: 'misses no date that was put off in time, however late that was proved',
  kept: 'is said to be kept by the policy, and by the Code, as the dates that stood make it',
  prepared: 'keeps nothing prepared that can no longer be sent, once time has passed',
  review: 'sends no answer that wants a review and was not approved as it stands',
  secondLook: 'is decided at stage 2 by nobody who decided stage 1',
  promised: 'moves no date that was promised as such, whatever the calendar becomes',
  told: 'tells a resident, where there is one to tell, of every date of theirs that comes earlier',
  projected: 'calls a date projected for as long as its clock has not started',
  versions: 'keeps for each stage the version of the policy under which its clocks started',
  present: 'starts every other clock under the version of the day',
  bothDates: 'has both dates of stage 2 from the request on',
  reasons: 'is refused stage 2 for nothing that reasons would change',
  learning: 'owes what is to be learnt with an answer, and never before one',
  excluded: 'owes nothing of its stage while it is not taken on',
  earliest: 'counts from the earliest receipt of those that become one with it',
  interest: 'is decided by nobody who has an interest in it',
  copies: 'is copied to those who are in it or speak for them with consent, and to nobody else',
  onePoint: 'keeps at least one point for as long as it goes on',
  ombudsman: 'owes whatever an Ombudsman asked for or ordered, by its own date',
  mailed: 'tells the resident everything by their way',
  byHand: 'owes a letter or a call for each notice that waits for one, an answer until it is given',
  notices: 'owes each notice once, under an id that fits into a tag of SES',
} as const;
export type Claim = keyof typeof claims;

/** What came about over all histories, and everything that should not have, each with the histories that show it. */
export const accepted = new Map<string, number>();
export const refused = new Map<string, number>();
export const happened = new Map<string, number>();
export const faults = new Map<Claim, string[]>();

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

export function tally(decision: Decision, type: string): void {
  if (decision.type === 'Refused') {
    count(refused, decision.refusal.type);
    return;
  }
  count(accepted, type);
  for (const event of [...decision.events, ...(decision.other?.events ?? [])]) count(happened, event.type);
}

export function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, each) => sum + each, 0);
}
