import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { type Complaint, complaintSchema, openObligations } from '../../../shared/domain/complaint.ts';
import type { Accepted } from '../../../shared/domain/decision.ts';
import { type ComplaintEvent, eventSchema } from '../../../shared/domain/events.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { fold } from '../../support/complaints.ts';
import { type Claim, faults, tally } from './claims.ts';
import { Dice } from './dice.ts';
import { dutiesOwed } from './duties.ts';
import { Kept } from './kept.ts';
import { ByHand, Hands, Ombudsman, Reach } from './ledger.ts';
import { begin, type Step, takeStep } from './lived.ts';
import { promisesAbout } from './promises.ts';
import { timeClaims } from './time-claims.ts';
import { Versions } from './versions.ts';

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
const allEvents = z.array(eventSchema);
/** Storing takes longer than deciding: what one command spoils is found out by the next few. */
const storedEvery = 4;
const fitting = /^[A-Za-z0-9_-]{1,256}$/;

/** One history, command by command, and what is told of it apart from the product. */
class Life {
  readonly #seed: number;
  readonly #events: ComplaintEvent[] = [];
  readonly #noticeIds: string[] = [];
  readonly #kept = new Kept();
  readonly #hands = new Hands();
  readonly #reach = new Reach();
  readonly #byHand = new ByHand();
  readonly #ombudsman = new Ombudsman();
  readonly #versions: Versions;
  complaint: Complaint;
  /** the same as it was kept and read again a few commands ago, and what has happened since */
  #stored: Complaint;
  #since: ComplaintEvent[] = [];
  #commands = 0;

  constructor(seed: number, policy: Policy, received: Accepted) {
    this.#seed = seed;
    this.#versions = new Versions(policy);
    this.complaint = freeze(fold(received.events));
    this.#stored = this.complaint;
    this.#tell(received, () => undefined);
  }

  take(step: Step): void {
    const { command, decision, before, context } = step;
    const claim = (name: Claim, holds: boolean) => {
      if (!holds) this.#blame(name, `, event ${this.#events.length}, ${command.type} at ${context.now}`);
    };
    tally(decision, command.type);
    claim('reasons', promisesAbout.reasons(step));
    if (decision.type === 'Refused') {
      claim('refused', isDeepStrictEqual(Object.keys(decision), ['type', 'refusal']));
      return;
    }
    const after = freeze(foldAny(decision.events, before));
    this.#since.push(...decision.events);
    this.#commands += 1;
    if (this.#commands % storedEvery === 0) this.#store(after, claim);
    for (const [name, holds] of Object.entries(promisesAbout))
      claim(name as Claim, holds(step, after, this.#events));
    this.complaint = after;
    this.#ombudsman.write(step);
    this.#tell(decision, claim);
    this.#judge(claim);
    if (command.type === 'TimePassed')
      for (const [name, holds] of timeClaims(after, decision, context)) claim(name, holds);
  }

  #store(after: Complaint, claim: (name: Claim, holds: boolean) => void): void {
    claim('fold', isDeepStrictEqual(foldAny(throughJson(this.#since), this.#stored), after));
    this.#since = [];
    this.#stored = freeze(complaintSchema.parse(throughJson(after)));
    claim('json', isDeepStrictEqual(this.#stored, after));
  }

  /** Everything that keeps its own account of a history is told what happened. */
  #tell({ events, notices }: Accepted, claim: (name: Claim, holds: boolean) => void): void {
    this.#events.push(...events);
    this.#noticeIds.push(...notices.map(({ id }) => id));
    for (const event of events) {
      this.#kept.tell(event);
      this.#reach.tell(event);
      this.#byHand.tell(event);
      this.#versions.tell(event);
      this.#ombudsman.tell(event);
      claim('secondLook', this.#hands.tell(event));
    }
    const toResident = notices.filter(({ recipient }) => recipient.type === 'complainant');
    claim(
      'mailed',
      toResident.every(
        (each) => (each.byHand?.way ?? 'email') === this.#reach.way && this.#reach.mayBeTold(each),
      ),
    );
    claim('byHand', this.#byHand.owe(notices, events));
  }

  #judge(claim: (name: Claim, holds: boolean) => void): void {
    const { complaint } = this;
    const open = openObligations(complaint).flatMap(({ id, gives }) => (gives ? [] : [id]));
    claim('duties', isDeepStrictEqual([...open].sort(), dutiesOwed(complaint, this.#events)));
    const stages = complaint.obligations.filter(({ kind }) => kind.startsWith('stage-'));
    const ids = complaint.obligations.map(({ id }) => id);
    claim('once', stages.every(({ id, kind }) => id === kind) && new Set(ids).size === ids.length);
    claim('kept', this.#kept.agreesWith(complaint));
    claim('versions', this.#versions.holdFor(complaint));
    claim('ombudsman', this.#ombudsman.isOwedBy(complaint));
    claim('mailed', this.#reach.byEmail === complaint.reachableByEmail);
    claim('byHand', this.#byHand.isOwedBy(complaint));
  }

  end(): void {
    const parsed = allEvents.safeParse(throughJson(this.#events));
    const ids = this.#noticeIds;
    if (!isDeepStrictEqual(fold(this.#events), this.complaint)) this.#blame('fold');
    if (!parsed.success || !isDeepStrictEqual(parsed.data, this.#events)) this.#blame('events');
    if (new Set(ids).size !== ids.length || !ids.every((id) => fitting.test(id))) this.#blame('notices');
  }

  #blame(name: Claim, where = ''): void {
    faults.set(name, [...(faults.get(name) ?? []), `history ${this.#seed}${where}`]);
  }
}

/** Lives a history of so many commands, the same again for the same seed. */
export function live(seed: number, length: number): Complaint {
  const dice = new Dice(seed);
  const { temper, now, decisions } = begin(dice);
  for (const decision of decisions) tally(decision, 'Receive');
  const received = decisions.at(-1);
  if (received?.type !== 'Accepted') throw new Error('a history begins with a complaint');
  const life = new Life(seed, temper.versions, received);
  let at = now;
  for (let step = 0; step < length; step++) {
    const taken = takeStep(dice, temper, life.complaint, at);
    at = taken.context.now;
    life.take(taken);
  }
  life.end();
  return life.complaint;
}
