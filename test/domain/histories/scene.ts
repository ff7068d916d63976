import { addDays, type CivilDate } from '../../../shared/domain/civil-date.ts';
import { type Complaint, openResponse, pointsInPlay } from '../../../shared/domain/complaint.ts';
import type { Context } from '../../../shared/domain/decision.ts';
import type { Giving, StaffAct } from '../../../shared/domain/happening.ts';
import { type Instant, instantOf, londonDateOf, millisecondsOf } from '../../../shared/domain/london-time.ts';
import type { NewPoint, Outcome } from '../../../shared/domain/points.ts';
import type { StaffId } from '../../../shared/domain/staff.ts';
import type { TextRef } from '../../../shared/domain/text.ts';
import { type WayByHand, wayTo } from '../../../shared/domain/ways.ts';
import { addWorkingDays } from '../../../shared/domain/working-days.ts';
import {
  accused,
  colleague,
  director,
  handler,
  leaver,
  manager,
  reviewer,
  stranger,
  textRef,
} from '../../support/complaints.ts';
import type { Dice } from './dice.ts';

const casts = { 1: [handler, colleague, manager], 2: [reviewer, director] } as const;

/** What somebody who makes up a command looks at, and the parts that commands are made of. */
export class Scene {
  readonly dice: Dice;
  readonly complaint: Complaint;
  readonly context: Context;

  constructor(dice: Dice, complaint: Complaint, context: Context) {
    this.dice = dice;
    this.complaint = complaint;
    this.context = context;
  }

  get today(): CivilDate {
    return londonDateOf(this.context.now);
  }

  text(): TextRef {
    return textRef(this.dice.below(1_000));
  }

  /** Mostly somebody of the stage, sometimes of the other. */
  actor(): StaffId {
    const { stage } = this.complaint;
    return this.dice.pick(this.dice.chance(0.92) ? casts[stage] : [...casts[1], ...casts[2]]);
  }

  /** Mostly somebody who can take work on. */
  taker(): StaffId {
    return this.dice.chance(0.85)
      ? this.actor()
      : this.dice.pick([accused, leaver, stranger, 'nobody' as StaffId]);
  }

  earlier(minutes: number): Instant {
    return instantOf(millisecondsOf(this.context.now) - this.dice.below(minutes + 1) * 60_000);
  }

  /** Mostly now, sometimes before, rarely in the future. */
  happening(): { happenedAt?: Instant } {
    if (this.dice.chance(0.75)) return {};
    if (this.dice.chance(0.15)) return { happenedAt: instantOf(millisecondsOf(this.context.now) + 60_000) };
    return { happenedAt: this.earlier(this.dice.pick([60, 3_000, 20_000])) };
  }

  /** Who did something, and when. */
  act(): StaffAct {
    return { by: this.actor(), ...this.happening() };
  }

  /** Sent by us, or by hand with a proof; rarely before now without one. */
  giving(): Pick<Giving, 'happenedAt' | 'alreadyGiven'> {
    const byHand = this.dice.chance(wayTo(this.complaint) ? 0.25 : 0.85);
    if (!byHand) return this.dice.chance(0.06) ? this.happening() : {};
    const how = this.dice.pick(['letter', 'letter', 'email', 'in-person', 'phone'] as const);
    return { ...this.happening(), alreadyGiven: { how, evidence: this.text() } };
  }

  /** How else than by email somebody is reached. */
  otherWays(): WayByHand[] {
    return this.dice.pick<WayByHand[]>([['letter'], ['phone'], ['letter', 'phone'], ['phone', 'letter']]);
  }

  /** As `otherWays`, of whoever leads: most who are rung up asked for it. */
  reach(): { otherWays?: WayByHand[]; phoneAgreed?: true } {
    if (this.dice.chance(0.5)) return {};
    const otherWays = this.otherWays();
    return { otherWays, ...(otherWays[0] === 'phone' && this.dice.chance(0.7) && { phoneAgreed: true }) };
  }

  newPoints(most: number): NewPoint[] {
    return Array.from({ length: this.dice.below(most + 1) }, () => ({
      definition: this.text(),
      responsible: this.dice.chance(0.8),
      ...(this.dice.chance(0.5) && { outcomeSought: this.text() }),
    }));
  }

  outcomes(): Outcome[] {
    const { dice } = this;
    const thorough = dice.chance(0.8);
    const inPlay = pointsInPlay(this.complaint);
    const known = inPlay.filter(() => thorough || dice.chance(0.5)).map(({ id }) => id);
    const points = dice.chance(0.06) ? [...known, 'point-99'] : known;
    return points.map((point) => ({
      point,
      ...((thorough || dice.chance(0.5)) && {
        finding: dice.pick(['upheld', 'partly-upheld', 'not-upheld']),
      }),
      ...((thorough || dice.chance(0.5)) && { reasons: this.text() }),
      ...((thorough || dice.chance(0.5)) && { remedy: dice.chance(0.3) ? ('none' as const) : this.text() }),
    }));
  }

  /** A working day so many after another. */
  workingDay(from: CivilDate, days: number): CivilDate {
    return addWorkingDays(this.context.calendar.extended, from, days);
  }

  /** A day to come, rarely one that has passed. */
  day(within: number): CivilDate {
    return addDays(this.today, this.dice.below(within) - 1);
  }

  /** A later date for the answer: mostly within the cap, sometimes beyond it, on a weekend or too soon. */
  wish() {
    const { dice } = this;
    const dueOn = openResponse(this.complaint)?.dueOn ?? this.today;
    const days = dice.chance(0.75) ? 1 + dice.below(10) : dice.below(25) - 2;
    const date = this.workingDay(dueOn, days);
    return {
      newDueOn: dice.chance(0.05) ? addDays(dueOn, 1 + dice.below(9)) : date,
      reason: this.text(),
      ...(dice.chance(0.4) && { goodReason: this.text() }),
      ...(dice.chance(0.4) && { updateEvery: 1 + dice.below(5) }),
    };
  }

  /** A day that has passed, rarely one to come. */
  ago(within: number): CivilDate {
    return addDays(this.today, 1 - this.dice.below(within));
  }

  /** The id of something there is, mostly of a kind that fits; rarely of nothing. */
  idOf(ids: readonly string[], fits: (id: string) => boolean): string {
    const fitting = ids.filter((id) => fits(id) || this.dice.chance(0.3));
    return this.dice.chance(0.04) ? 'something-else' : this.dice.pickOr(fitting, 'none');
  }

  isOpen(id: string): boolean {
    return this.complaint.obligations.some((each) => each.id === id && !each.met && !each.ended);
  }
}
