import type { Calendar } from '../../../shared/domain/calendar.ts';
import type { CivilDate } from '../../../shared/domain/civil-date.ts';
import { nextWake } from '../../../shared/domain/commands/time-passed.ts';
import { type Complaint, clocksUnder } from '../../../shared/domain/complaint.ts';
import { type Command, decide } from '../../../shared/domain/decide.ts';
import type { Context, Decision } from '../../../shared/domain/decision.ts';
import { type Instant, instantOf, londonDateOf, millisecondsOf } from '../../../shared/domain/london-time.ts';
import { capacities, copiesOf } from '../../../shared/domain/parties.ts';
import { type Policy, policyVersionOf } from '../../../shared/domain/policy.ts';
import { hazards } from '../../../shared/domain/risks.ts';
import { accused, complaintReceived, everybody, referenceNumber, sample } from '../../support/complaints.ts';
import { calendarOf, contextAt, type LandlordId, landlordIds, versionOf } from '../../support/rules.ts';
import { secondVersion } from './calendars.ts';
import type { Dice } from './dice.ts';
import { imagined } from './imagined.ts';
import { imaginePolicy, inForceOn } from './policies.ts';
import { Scene } from './scene.ts';
import { choose } from './wanted.ts';

/** One command of a history and what came of it. */
export interface Step {
  command: Command;
  context: Context;
  before: Complaint;
  decision: Decision;
}

/** What a whole history keeps to: a landlord's rules, and whether the complaint is a busy one. */
interface Temper {
  landlord: LandlordId;
  versions: Policy;
  /** so many questions, messages and actions that there must be an end to them */
  busy: boolean;
  /** the calendar that is counted by, and the one that takes its place */
  calendars: readonly [Calendar, Calendar];
  changesAt: Instant;
  tellsLaterDates: boolean;
  /** complaints that this one can have to do with */
  others: readonly Complaint[];
}

/** What a command is decided by at an instant, under the version of the policy that took effect then. */
function rulesAt(now: Instant, temper: Temper, effectiveFrom: string): Context {
  const { landlord, versions, calendars, changesAt, tellsLaterDates } = temper;
  const [first, second] = calendars;
  const calendar = now < changesAt ? first : second;
  const policy = policyVersionOf(versions, effectiveFrom);
  return contextAt(now, landlord, { policy, versions, calendar, tellsLaterDates, people: everybody });
}

/** At once, some time later, or at the very instant at which the complaint asks to be woken. */
function nextInstant(dice: Dice, now: Instant, complaint: Complaint, context: Context): Instant {
  const chance = dice.roll();
  if (chance < 0.25) return now;
  if (chance < 0.47) {
    const wake = nextWake(complaint, context);
    if (wake !== undefined && wake > now && millisecondsOf(wake) < millisecondsOf(now) + 10 * 86_400_000)
      return wake;
  }
  const minutes = chance < 0.93 ? 1_440 : 14_400;
  return instantOf(millisecondsOf(now) + dice.below(minutes) * 60_000);
}

/** Where a history begins, and the attempts to begin it that were refused. */
export function begin(dice: Dice): { temper: Temper; now: Instant; decisions: Decision[] } {
  const landlord = dice.pick(landlordIds);
  const { nations } = versionOf(landlord);
  const now = instantOf(Date.UTC(2024, 3, 1) + dice.below(2_200_000) * 60_000);
  const temper: Temper = {
    landlord,
    versions: imaginePolicy(dice, landlord, londonDateOf(now)),
    busy: dice.chance(0.1),
    calendars: [calendarOf(...nations), secondVersion(dice, nations)],
    changesAt: instantOf(millisecondsOf(now) + dice.below(80_000) * 60_000),
    tellsLaterDates: dice.chance(0.5),
    others: otherComplaints(dice, now, landlord),
  };
  const decisions: Decision[] = [];
  while (decisions.at(-1)?.type !== 'Accepted') decisions.push(decideReceive(dice, now, temper));
  return { temper, now, decisions };
}

function decideReceive(dice: Dice, now: Instant, temper: Temper): Decision {
  const at = (days: number) => instantOf(millisecondsOf(now) + days * 86_400_000);
  const someDay = (): CivilDate => londonDateOf(at(2 - dice.below(20)));
  const receivedAt = dice.chance(0.3) ? at(dice.chance(0.1) ? 1 : -dice.below(8)) : now;
  return decide(
    undefined,
    {
      type: 'Receive',
      reference: sample,
      channel: dice.pick(['web-form', 'phone', 'letter', 'survey', 'mp-or-councillor']),
      ...(dice.chance(0.8) && { chosenOn: dice.chance(0.9) ? londonDateOf(receivedAt) : someDay() }),
      receivedAt,
      ...(dice.chance(0.2) && { issueOccurredOn: someDay() }),
      ...(dice.chance(0.2) && { becameAwareOn: someDay() }),
      ...parties(dice),
      staffComplainedAbout: [accused],
      personalTextHash: 'hash',
    },
    rulesAt(now, temper, inForceOn(temper.versions, londonDateOf(receivedAt))),
  );
}

/** Who may make a complaint, and who speaks for them. */
function parties(dice: Dice) {
  const others = Array.from({ length: dice.chance(0.25) ? 1 + dice.below(3) : 0 }, (_, index) => ({
    party: `party-${index + 2}`,
    reachableByEmail: dice.chance(0.7),
    ...(dice.chance(0.5) && { otherWays: ['letter' as const] }),
    copies: dice.pick(copiesOf),
  }));
  const isAnonymous = others.length === 0 && dice.chance(0.08);
  const representative = {
    capacity: dice.pick(capacities),
    consent: dice.pick(['not-asked', 'given'] as const),
    reachableByEmail: dice.chance(0.8),
    copies: 'none' as const,
  };
  const isRepresented = !isAnonymous && dice.chance(0.3);
  const isUnconsented = isRepresented && representative.consent !== 'given';
  return {
    madeBy: isAnonymous ? ('anonymous' as const) : others.length > 0 ? ('joint' as const) : undefined,
    others,
    ...(isRepresented && { representative }),
    ...(isUnconsented && { missing: ['consent' as const] }),
    ...(dice.chance(0.1) && { hazards: [dice.pick(hazards)] }),
    reachableByEmail: !isAnonymous && dice.chance(0.7),
    ...(!isAnonymous &&
      dice.chance(0.6) && { otherWays: [dice.pick(['letter', 'letter', 'phone'] as const)] }),
    ...(!isAnonymous && dice.chance(0.5) && { phoneAgreed: true as const }),
  };
}

/** One of the same landlord that came later, one before, one that is answered for already, and one of another landlord. */
function otherComplaints(dice: Dice, now: Instant, landlord: LandlordId): Complaint[] {
  const at = (days: number) => instantOf(millisecondsOf(now) + days * 86_400_000);
  const another = landlordIds.find((each) => each !== landlord);
  const earlier = complaintReceived({ receivedAt: at(-3), landlord, reference: referenceNumber(11) });
  return [
    earlier,
    complaintReceived({ receivedAt: at(1), landlord, reference: referenceNumber(12) }),
    complaintReceived({
      receivedAt: at(-1),
      landlord: dice.chance(0.5) && another ? another : landlord,
      reference: referenceNumber(13),
    }),
    complaintReceived({ receivedAt: now, landlord }),
    { ...earlier, status: 'acknowledged', reference: referenceNumber(14) },
  ];
}

/** The next step of a history: made up against the state, so that most of it makes sense. */
export function takeStep(dice: Dice, temper: Temper, before: Complaint, from: Instant): Step {
  const effectiveFrom = clocksUnder(before);
  const now = nextInstant(dice, from, before, rulesAt(from, temper, effectiveFrom));
  const other = dice.chance(0.9) ? dice.pick(temper.others) : undefined;
  const context = { ...rulesAt(now, temper, effectiveFrom), other };
  const scene = new Scene(dice, before, context);
  const command: Command = imagined[choose(scene, temper.busy)](scene);
  return { command, context, before, decision: decide(before, command, context) };
}
