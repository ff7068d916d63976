import type { Command } from '../../../shared/domain/decide.ts';
import {
  adjustmentKinds,
  contactMethods,
  restrictionKinds,
} from '../../../shared/domain/events/arrangements.ts';
import { escalationRefusalGrounds } from '../../../shared/domain/events/escalation.ts';
import { referenceNumber } from '../../support/complaints.ts';
import type { Scene } from './scene.ts';

type Type =
  | 'Escalate'
  | 'RefuseEscalation'
  | 'RaiseIssue'
  | 'AcceptAfterAll'
  | 'AgreeAdjustment'
  | 'ReviewAdjustment'
  | 'RestrictContact'
  | 'ReviewRestriction'
  | 'NameSupporter';
type Imagined = { [Name in Type]: (scene: Scene) => Extract<Command, { type: Name }> };

/** How the commands are made up that take a complaint on, or to stage 2, and those about how the resident is met. */
export const imaginedStages: Imagined = {
  Escalate: (scene) => {
    const { dice, complaint } = scene;
    const some = complaint.points.map(({ id }) => id).filter(() => dice.chance(0.6));
    return {
      type: 'Escalate',
      ...(dice.chance(0.5) && scene.act()),
      ...(dice.chance(0.4) && { points: dice.chance(0.05) ? [...some, 'point-99'] : some }),
      ...(dice.chance(0.5) && { reasons: scene.text() }),
      ...(dice.chance(0.15) && ombudsman(scene)),
    };
  },
  RefuseEscalation: (scene) => ({
    type: 'RefuseEscalation',
    by: scene.actor(),
    ...scene.giving(),
    ground: scene.dice.pick(escalationRefusalGrounds),
    reasons: scene.text(),
  }),
  RaiseIssue: (scene) => ({
    type: 'RaiseIssue',
    by: scene.actor(),
    ...scene.giving(),
    issue: scene.text(),
    responsible: scene.dice.chance(0.8),
    related: scene.dice.chance(0.7),
    wouldDelay: scene.dice.chance(0.3),
    reference: referenceNumber(2 + scene.dice.below(1_000_000)),
    personalTextHash: 'hash',
  }),
  AcceptAfterAll: (scene) => ({
    type: 'AcceptAfterAll',
    by: scene.actor(),
    ...scene.giving(),
    ...(scene.dice.chance(0.5) && ombudsman(scene)),
    reason: scene.text(),
  }),
  AgreeAdjustment: (scene) => ({
    type: 'AgreeAdjustment',
    by: scene.actor(),
    ...scene.giving(),
    kind: scene.dice.chance(0.4) ? 'more-time' : scene.dice.pick(adjustmentKinds),
    note: scene.text(),
    ...(scene.dice.chance(0.7) && { workingDays: 1 + scene.dice.below(10) }),
    ...(scene.dice.chance(0.3) && { disability: scene.text() }),
    ...(scene.dice.chance(0.4) && { reviewOn: scene.day(60) }),
  }),
  ReviewAdjustment: (scene) => ({
    type: 'ReviewAdjustment',
    by: scene.actor(),
    ...scene.giving(),
    adjustment: scene.idOf(
      scene.complaint.adjustments.map(({ adjustment }) => adjustment),
      (id) => !scene.complaint.adjustments.some(({ adjustment, ended }) => adjustment === id && ended),
    ),
    outcome: scene.dice.pick(['continues', 'ends']),
    note: scene.text(),
    ...(scene.dice.chance(0.4) && { reviewOn: scene.day(60) }),
  }),
  RestrictContact: (scene) => ({
    type: 'RestrictContact',
    by: scene.actor(),
    ...scene.giving(),
    roles: [scene.dice.chance(0.85) ? 'approver' : 'handler'],
    kind: scene.dice.pick(restrictionKinds),
    method: scene.dice.pick(
      scene.dice.chance(0.8) ? ['email', ...scene.complaint.otherWays] : contactMethods,
    ),
    agreed: scene.dice.chance(0.5),
    ...(scene.dice.chance(0.7) && { contact: scene.taker() }),
    reason: scene.text(),
    equalityAct: scene.text(),
    ...(scene.dice.chance(0.4) && { reviewOn: scene.day(60) }),
  }),
  ReviewRestriction: (scene) => ({
    type: 'ReviewRestriction',
    by: scene.actor(),
    ...scene.giving(),
    roles: [scene.dice.chance(0.85) ? 'senior-lead' : 'manager'],
    restriction: scene.idOf(
      scene.complaint.restrictions.map(({ restriction }) => restriction),
      (id) => !scene.complaint.restrictions.some(({ restriction, lifted }) => restriction === id && lifted),
    ),
    outcome: scene.dice.pick(['continues', 'lifted']),
    note: scene.text(),
    ...(scene.dice.chance(0.4) && { reviewOn: scene.day(60) }),
  }),
  NameSupporter: (scene) => ({ type: 'NameSupporter', ...scene.act(), supporter: scene.text() }),
};

function ombudsman({ dice }: Scene): { ombudsman: string } {
  return { ombudsman: dice.chance(0.85) ? 'housing-ombudsman' : 'pensions-ombudsman' };
}
