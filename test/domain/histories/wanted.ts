import type { Complaint } from '../../../shared/domain/complaint.ts';
import { openResponse, pointsInPlay } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import { unsettledExtension } from '../../../shared/domain/extension.ts';
import { type MovedBy, moves } from '../../../shared/domain/moves.ts';
import { isOpen } from '../../../shared/domain/obligations.ts';
import { missingParts } from '../../../shared/domain/points.ts';
import type { PolicyVersion } from '../../../shared/domain/policy.ts';
import { limitsAt } from '../../../shared/domain/stage-dates.ts';
import { imagined } from './imagined.ts';
import type { Scene } from './scene.ts';

const commandTypes = Object.keys(imagined) as Command['type'][];
const always = Object.keys(moves[1]).filter((type) => type !== 'BeMerged') as Exclude<MovedBy, 'BeMerged'>[];
/** so many questions, messages and actions that there must be an end to them */
const filling: readonly MovedBy[] = ['SendMessage', 'AddAction', 'AskQuestion'];

/** How much a command is wanted where it is not as likely as any other. */
const wanted: { [Type in MovedBy]?: (scene: Scene) => number } = {
  Acknowledge: () => 5,
  GiveNotice: owing('posting', 1.5),
  Draft: ({ complaint }) => (pointsInPlay(complaint).length > 0 ? 2 : 0.1),
  ApproveResponse: (scene) => (reviews(scene, 'before') && scene.complaint.draft ? 3 : 0.1),
  ReturnResponse: (scene) => (reviews(scene, 'before') && scene.complaint.draft ? 1 : 0.1),
  ReviewResponse: (scene) => (reviews(scene, 'after') ? 1 : 0.1),
  Respond: (scene) => (isWritten(scene) ? 4 : 0.3),
  PrepareExtension: (scene) => (canExtend(scene) ? 2 : 0.2),
  Extend: (scene) => (canExtend(scene) ? 4 : 0.3),
  AskResident: () => 0.2,
  AnswerQuestion: ({ complaint }) => (complaint.questions.length > 0 ? 0.7 : 0.03),
  TriageMessage: ({ complaint }) => (complaint.messages.some(({ outcome }) => !outcome) ? 1.5 : 0.03),
  AddAction: () => 0.6,
  UpdateAction: owing('action', 1.5),
  CompleteAction: owing('action', 0.8),
  ReplaceAction: owing('action', 0.4),
  HandOver: () => 0.5,
  AddPoints: () => 0.7,
  CorrectParty: () => 0.4,
  CorrectSubjects: () => 0.4,
  RecordCorrespondence: () => 0.3,
  Withdraw: () => 0.12,
  Close: () => 0.4,
  Reopen: () => 6,
  Exclude: () => 0.3,
  AcceptAfterAll: () => 6,
  Escalate: ({ complaint, today }) => {
    if (complaint.respondedOn || complaint.status === 'closed') return 1.2;
    return (openResponse(complaint)?.dueOn ?? today) < today ? 0.4 : 0.05;
  },
  RefuseEscalation: () => 0.6,
  RaiseIssue: () => 0.3,
  AgreeUpdates: () => 0.5,
  OfferCompensation: () => 0.4,
  AnswerOffer: ({ complaint }) => (complaint.offers.some(({ state }) => state === 'offered') ? 1 : 0.05),
  // also of an offer that nobody has accepted yet
  PayCompensation: (scene) =>
    scene.complaint.offers.some(({ state }) => state === 'offered') ? 0.5 : owing('payment', 1)(scene),
  ReferToInsurer: () => 0.2,
  CompleteHandover: owing('handover', 1),
  RecordLearning: owing('learning', 1),
  RecordOmbudsmanRequest: later(0.4),
  AnswerOmbudsman: owing('ombudsman-request', 1),
  RecordDetermination: later(0.4),
  MeetOrder: owing('ombudsman-order', 1),
  AgreeAdjustment: () => 0.25,
  ReviewAdjustment: owing('adjustment-review', 0.5),
  RestrictContact: () => 0.3,
  ReviewRestriction: owing('restriction-review', 1),
  NameSupporter: () => 0.1,
  Triage: () => 0.8,
  RecordConsent: ({ complaint }) => (complaint.representative ? 0.8 : 0.03),
  InstructCopies: () => 0.2,
  DeclareConflict: () => 0.08,
  LeaveComplaint: ({ complaint }) => (complaint.others.length > 0 ? 0.3 : 0.03),
  ExcludePoints: ({ complaint }) => (complaint.points.length > 1 ? 0.6 : 0.1),
  AcceptPoints: ({ complaint }) => (complaint.points.some(({ excluded }) => excluded) ? 3 : 0.05),
  Merge: () => 0.3,
  Link: () => 0.3,
  SetSafeContact: () => 0.15,
};

/** Much where something of a kind is owed, a little where it was, and hardly otherwise. */
function owing(kind: Complaint['obligations'][number]['kind'], weight: number) {
  return ({ complaint }: Scene) => {
    const ofKind = complaint.obligations.filter((each) => each.kind === kind);
    if (ofKind.some(isOpen)) return weight;
    return ofKind.length > 0 ? 0.3 : 0.04;
  };
}

/** Mostly once stage 2 was answered. */
function later(weight: number) {
  return ({ complaint: { stage, respondedOn } }: Scene) => (stage === 2 && respondedOn ? weight : 0.05);
}

function isWritten({ complaint }: Scene): boolean {
  const points = pointsInPlay(complaint);
  return points.length > 0 && missingParts(points).length === 0;
}

function canExtend({ complaint, today }: Scene): boolean {
  const response = openResponse(complaint);
  return response !== undefined && response.dueOn >= today && !unsettledExtension(complaint.extensions);
}

function reviews({ complaint, context }: Scene, review: PolicyVersion['stage1']['review']): boolean {
  return limitsAt(complaint.stage, context.policy).review === review;
}

/** What comes next: time, the mail system, rarely anything at all, mostly what fits. */
export function choose(scene: Scene, busy: boolean): Command['type'] {
  const { dice, complaint } = scene;
  const chance = dice.roll();
  if (chance < 0.17) return 'TimePassed';
  if (chance < 0.23) return 'RecordDelivery';
  if (chance < 0.27) return dice.pick(commandTypes);
  const table = moves[complaint.stage];
  const likely = always
    .filter((type) => 'to' in table[type][complaint.status])
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
