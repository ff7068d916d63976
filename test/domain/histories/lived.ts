import type { Calendar } from '../../../shared/domain/calendar.ts';
import { nextWake } from '../../../shared/domain/commands/time-passed.ts';
import { type Complaint, openObligation } from '../../../shared/domain/complaint.ts';
import { type Command, decide } from '../../../shared/domain/decide.ts';
import type { Context, Decision } from '../../../shared/domain/decision.ts';
import { unsettledExtension } from '../../../shared/domain/extension.ts';
import { type Instant, instantOf, millisecondsOf } from '../../../shared/domain/london-time.ts';
import { type MovedBy, moves } from '../../../shared/domain/moves.ts';
import { missingParts } from '../../../shared/domain/points.ts';
import type { PolicyVersion } from '../../../shared/domain/policy.ts';
import { accused, everybody, sample } from '../../support/complaints.ts';
import { calendarOf, contextAt, type LandlordId, landlordIds, variantOf } from '../../support/rules.ts';
import { secondVersion } from './calendars.ts';
import type { Dice } from './dice.ts';
import { imagined } from './imagined.ts';
import { Scene } from './scene.ts';

/** One command of a history and what came of it. */
export interface Step {
  command: Command;
  context: Context;
  before: Complaint;
  decision: Decision;
}

const commandTypes = Object.keys(imagined) as Command['type'][];

/** How much a command is wanted where it is not as likely as any other. */
const wanted: { [Type in MovedBy]?: (scene: Scene) => number } = {
  Acknowledge: () => 4,
  Draft: ({ complaint }) => (complaint.points.length > 0 ? 2 : 0.1),
  ApproveResponse: (scene) => (reviews(scene, 'before') && scene.complaint.draft ? 3 : 0.1),
  ReturnResponse: (scene) => (reviews(scene, 'before') && scene.complaint.draft ? 1 : 0.1),
  ReviewResponse: (scene) => (reviews(scene, 'after') ? 2 : 0.1),
  Respond: ({ complaint }) =>
    complaint.points.length > 0 && missingParts(complaint.points).length === 0 ? 2 : 0.2,
  PrepareExtension: (scene) => (canExtend(scene) ? 2 : 0.2),
  Extend: (scene) => (canExtend(scene) ? 4 : 0.3),
  AnswerQuestion: ({ complaint }) => (complaint.questions.length > 0 ? 0.7 : 0.03),
  TriageMessage: ({ complaint }) => (complaint.messages.some(({ outcome }) => !outcome) ? 1.5 : 0.03),
  UpdateAction: ({ complaint }) => (complaint.actions.length > 0 ? 1 : 0.03),
  CompleteAction: ({ complaint }) => (complaint.actions.length > 0 ? 1 : 0.03),
  Withdraw: () => 0.15,
  Close: () => 0.4,
  Reopen: () => 6,
};
const always = Object.keys(moves) as MovedBy[];

function canExtend({ complaint, today }: Scene): boolean {
  const response = openObligation(complaint, 'stage-1-response');
  return response !== undefined && response.dueOn >= today && !unsettledExtension(complaint.extensions);
}

function reviews({ context }: Scene, review: PolicyVersion['stage1']['review']): boolean {
  return context.policy.stage1.review === review;
}

/** What a whole history keeps to: a landlord's rules, and whether the complaint is a busy one. */
interface Temper {
  landlord: LandlordId;
  policy: PolicyVersion;
  /** so many questions, messages and actions that there must be an end to them */
  busy: boolean;
  /** the calendar that is counted by, and the one that takes its place */
  calendars: readonly [Calendar, Calendar];
  changesAt: Instant;
  tellsLaterDates: boolean;
}

/** What a command is decided by at an instant. */
function rulesAt(now: Instant, temper: Temper): Context {
  const { landlord, policy, calendars, changesAt, tellsLaterDates } = temper;
  const [first, second] = calendars;
  const calendar = now < changesAt ? first : second;
  return contextAt(now, landlord, { policy, calendar, tellsLaterDates, people: everybody });
}

const filling: readonly MovedBy[] = ['SendMessage', 'AddAction', 'AskQuestion'];

function choose(scene: Scene, { busy }: Temper): Command['type'] {
  const { dice, complaint } = scene;
  const chance = dice.roll();
  if (chance < 0.2) return 'TimePassed';
  if (chance < 0.28) return 'RecordDelivery';
  if (chance < 0.32) return dice.pick(commandTypes);
  const likely = always
    .filter((type) => 'to' in moves[type][complaint.status])
    .map((type) => ({
      type,
      weight: (wanted[type]?.(scene) ?? 1) * (busy && filling.includes(type) ? 8 : 1),
    }));
  let rest = dice.roll() * likely.reduce((sum, { weight }) => sum + weight, 0);
  for (const { type, weight } of likely) {
    rest -= weight;
    if (rest < 0) return type;
  }
  return 'TimePassed';
}

/** At once, some time later, or at the very instant at which the complaint asks to be woken. */
function nextInstant(dice: Dice, now: Instant, complaint: Complaint, context: Context): Instant {
  const chance = dice.roll();
  if (chance < 0.2) return now;
  if (chance < 0.45) {
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
  const review = dice.pick(['none', 'before', 'after'] as const);
  const policy = variantOf(landlord, { review, beyond: dice.pick(['good-reason', 'second-person']) });
  const now = instantOf(Date.UTC(2024, 3, 1) + dice.below(2_200_000) * 60_000);
  const temper: Temper = {
    landlord,
    policy,
    busy: dice.chance(0.1),
    calendars: [calendarOf(...policy.nations), secondVersion(dice, policy.nations)],
    changesAt: instantOf(millisecondsOf(now) + dice.below(60_000) * 60_000),
    tellsLaterDates: dice.chance(0.5),
  };
  const context = rulesAt(now, temper);
  const decisions: Decision[] = [];
  while (decisions.at(-1)?.type !== 'Accepted') decisions.push(decideReceive(dice, context));
  return { temper, now, decisions };
}

function decideReceive(dice: Dice, context: Context): Decision {
  const { now } = context;
  const day = (days: number) => instantOf(millisecondsOf(now) + days * 86_400_000);
  const someDay = () =>
    new Scene(dice, undefined as never, { ...context, now: day(2 - dice.below(20)) }).today;
  return decide(
    undefined,
    {
      type: 'Receive',
      reference: sample,
      channel: dice.pick(['web-form', 'phone', 'letter']),
      ...(dice.chance(0.3) && { receivedAt: day(dice.chance(0.1) ? 1 : -dice.below(8)) }),
      ...(dice.chance(0.2) && { issueOccurredOn: someDay() }),
      ...(dice.chance(0.2) && { becameAwareOn: someDay() }),
      reachableByEmail: dice.chance(0.85),
      staffComplainedAbout: [accused],
      personalTextHash: 'hash',
    },
    context,
  );
}

/** The next step of a history: made up against the state, so that most of it makes sense. */
export function takeStep(dice: Dice, temper: Temper, before: Complaint, from: Instant): Step {
  const context = rulesAt(nextInstant(dice, from, before, rulesAt(from, temper)), temper);
  const scene = new Scene(dice, before, context);
  const command: Command = imagined[choose(scene, temper)](scene);
  return { command, context, before, decision: decide(before, command, context) };
}
