import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { nextWake } from '../../shared/domain/commands/time-passed.ts';
import { type Complaint, complaintSchema, openObligations } from '../../shared/domain/complaint.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { type ComplaintEvent, eventSchema } from '../../shared/domain/events.ts';
import { unsettledExtension } from '../../shared/domain/extension.ts';
import { apologyAt, climbLadder } from '../../shared/domain/ladder.ts';
import { fold } from '../support/complaints.ts';
import { Dice } from './histories/dice.ts';
import { dutiesOwed } from './histories/duties.ts';
import { everyEvent, everyRefusal } from './histories/every.ts';
import { imagined } from './histories/imagined.ts';
import { begin, type Step, takeStep } from './histories/lived.ts';
import {
  alertsRightly,
  apologisesRightly,
  isProjectedRightly,
  isReviewed,
  keepsMissedDates,
  keepsPromisedDates,
  missesNoDateKept,
  preparesForItsDate,
  tellsOfEarlierDates,
} from './histories/promises.ts';

const histories = 1_000;
const length = 50;

/** What came about over all histories, and everything that should not have, each with the history that shows it. */
const accepted = new Map<string, number>();
const refused = new Map<string, number>();
const happened = new Map<string, number>();
const faults = new Map<string, string[]>();
const count = (counts: Map<string, number>, what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, each) => sum + each, 0);

const claims = {
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
  kept: 'misses no date that was put off in time, however late that was proved',
  prepared: 'keeps nothing prepared that can no longer be sent, once time has passed',
  review: 'sends no answer that wants a review and was not approved as it stands',
  promised: 'moves no date that was promised as such, whatever the calendar becomes',
  told: 'tells a resident of every date of theirs that comes earlier',
  projected: 'calls a date projected for as long as its clock has not started',
  notices: 'owes each notice once, under an id that fits into a tag of SES',
} as const;
type Claim = keyof typeof claims;

interface Life {
  seed: number;
  complaint: Complaint;
  /** the same as it is after being kept and read again */
  kept: Complaint;
  events: ComplaintEvent[];
  noticeIds: string[];
}

/** Whatever a rule would change of it throws from now on. */
function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
  return value;
}

/** As `fold`, also of no event at all. */
const foldAny = (events: ComplaintEvent[], state: Complaint) =>
  events.length > 0 ? fold(events, state) : state;
const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

function take(life: Life, step: Step): void {
  const { command, decision, before, context } = step;
  const claim = (name: Claim, holds: boolean) => {
    if (holds) return;
    const where = `history ${life.seed}, event ${life.events.length}, ${command.type} at ${context.now}`;
    faults.set(name, [...(faults.get(name) ?? []), where]);
  };
  tally(decision, command.type);
  if (decision.type === 'Refused') {
    claim('refused', isDeepStrictEqual(Object.keys(decision), ['type', 'refusal']));
    return;
  }
  const after = freeze(foldAny(decision.events, before));
  claim('fold', isDeepStrictEqual(foldAny(throughJson(decision.events), life.kept), after));
  life.kept = freeze(complaintSchema.parse(throughJson(after)));
  claim('json', isDeepStrictEqual(life.kept, after));
  claim('apology', apologisesRightly(life.events, step));
  claim('ladder', alertsRightly(step));
  claim('missed', keepsMissedDates(step, after));
  claim('kept', missesNoDateKept(step, after));
  claim('review', isReviewed(life.events, step));
  claim('promised', keepsPromisedDates(step));
  claim('told', tellsOfEarlierDates(step));
  claim('projected', isProjectedRightly(after, step));
  life.complaint = after;
  life.events.push(...decision.events);
  life.noticeIds.push(...decision.notices.map(({ id }) => id));
  const open = openObligations(after).map(({ id }) => id);
  claim('duties', isDeepStrictEqual([...open].sort(), dutiesOwed(after, life.events)));
  const stages = after.obligations.filter(({ kind }) => kind.startsWith('stage-'));
  const ids = after.obligations.map(({ id }) => id);
  claim('once', stages.every(({ id, kind }) => id === kind) && new Set(ids).size === ids.length);
  if (command.type === 'TimePassed') claimAboutTime(after, step, claim);
}

function tally(decision: Decision, type: string): void {
  if (decision.type === 'Refused') {
    count(refused, decision.refusal.type);
    return;
  }
  count(accepted, type);
  for (const event of decision.events) count(happened, event.type);
}

function claimAboutTime(after: Complaint, step: Step, claim: (name: Claim, holds: boolean) => void) {
  const { context } = step;
  const { policy, calendar, now } = context;
  const wake = nextWake(after, context);
  claim('prepared', preparesForItsDate(after, step));
  claim('waking', wake === undefined || wake > now);
  const again = decide(after, { type: 'TimePassed' }, context);
  claim('twice', again.type === 'Accepted' && again.events.length + again.notices.length === 0);
  for (const obligation of openObligations(after)) {
    const { kind, dueOn, apologisedFor = [] } = obligation;
    const waits = kind === 'stage-1-response' && unsettledExtension(after.extensions) !== undefined;
    const { passed } = climbLadder(obligation, policy, calendar, now);
    claim('ladder', passed.filter(({ workingDays }) => !waits || workingDays <= 0).length === 0);
    if (!kind.startsWith('stage-') || !after.reachableByEmail || waits) continue;
    claim('apology', apologyAt({ dueOn }, policy, calendar) > now || apologisedFor.includes(dueOn));
  }
}

function live(seed: number): void {
  const dice = new Dice(seed);
  const { temper, now, decisions } = begin(dice);
  for (const decision of decisions) tally(decision, 'Receive');
  const received = decisions.at(-1);
  if (received?.type !== 'Accepted') throw new Error('a history begins with a complaint');
  const complaint = freeze(fold(received.events));
  const life: Life = {
    seed,
    complaint,
    kept: complaint,
    events: [...received.events],
    noticeIds: received.notices.map(({ id }) => id),
  };
  let at = now;
  for (let step = 0; step < length; step++) {
    const taken = takeStep(dice, temper, life.complaint, at);
    at = taken.context.now;
    take(life, taken);
  }
  claimAboutAll(life);
}

const allEvents = z.array(eventSchema);
const fitting = /^[A-Za-z0-9_-]{1,256}$/;

function claimAboutAll({ seed, complaint, events, noticeIds }: Life): void {
  const note = (name: Claim, holds: boolean) => {
    if (!holds) faults.set(name, [...(faults.get(name) ?? []), `history ${seed}`]);
  };
  note('fold', isDeepStrictEqual(fold(events), complaint));
  const parsed = allEvents.safeParse(throughJson(events));
  note('events', parsed.success && isDeepStrictEqual(parsed.data, events));
  note('notices', new Set(noticeIds).size === noticeIds.length && noticeIds.every((id) => fitting.test(id)));
}

describe('each of a thousand random histories of fifty commands', () => {
  beforeAll(() => {
    for (let seed = 1; seed <= histories; seed++) live(seed);
  }, 120_000);

  it.each(Object.entries(claims))('%s: %s', (name) => {
    expect((faults.get(name) ?? []).slice(0, 5)).toEqual([]);
  });
});

describe('the histories together', () => {
  it('accept at least half of what is asked for', () => {
    const ratio = total(accepted) / (total(accepted) + total(refused));
    expect(ratio).toBeGreaterThan(0.5);
  });

  it('accept every command at least once', () => {
    expect([...accepted.keys()].sort()).toEqual([...Object.keys(imagined), 'Receive'].sort());
  });

  it('refuse for every reason that there is', () => {
    expect([...refused.keys()].sort()).toEqual(everyRefusal);
  });

  it('tell of everything that can happen', () => {
    expect([...happened.keys()].sort()).toEqual(everyEvent);
  });
});
