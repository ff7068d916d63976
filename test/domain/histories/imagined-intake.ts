import { addDays } from '../../../shared/domain/civil-date.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import { capacities, consents, copiesOf, standings, tenures } from '../../../shared/domain/parties.ts';
import { categories, hazards, vulnerabilities } from '../../../shared/domain/risks.ts';
import { sample } from '../../support/complaints.ts';
import type { Scene } from './scene.ts';

type Type =
  | 'Triage'
  | 'RecordConsent'
  | 'InstructCopies'
  | 'DeclareConflict'
  | 'LeaveComplaint'
  | 'Exclude'
  | 'ExcludePoints'
  | 'AcceptPoints'
  | 'Merge'
  | 'Link'
  | 'SetSafeContact';
type Imagined = { [Name in Type]: (scene: Scene) => Extract<Command, { type: Name }> };

/** How the commands are made up that are given at the door. */
export const imaginedIntake: Imagined = {
  Triage: (scene) => {
    const { dice } = scene;
    return {
      type: 'Triage',
      ...scene.act(),
      ...(dice.chance(0.3) && { hazards: [dice.pick(hazards)] }),
      ...(dice.chance(0.3) && { vulnerabilities: [dice.pick(vulnerabilities)] }),
      ...(dice.chance(0.5) && { category: dice.pick(categories) }),
      ...(dice.chance(0.5) && { standing: dice.pick(standings) }),
      ...(dice.chance(0.3) && { tenure: dice.pick(tenures) }),
      ...(dice.chance(0.3) && {
        tenancyEndedOn: dice.chance(0.9) ? scene.ago(400) : addDays(scene.today, 400),
      }),
      ...(dice.chance(0.6) && { issueOccurredOn: scene.ago(500) }),
      ...(dice.chance(0.6) && { becameAwareOn: scene.ago(400) }),
      ...(dice.chance(0.2) && { unobtainable: scene.text() }),
    };
  },
  RecordConsent: (scene) => ({
    type: 'RecordConsent',
    by: scene.actor(),
    ...scene.giving(),
    consent: scene.dice.pick(consents.filter((each) => each !== 'not-asked')),
    ...(scene.dice.chance(0.3) && { capacity: scene.dice.pick(capacities) }),
    ...(scene.dice.chance(0.8) && { evidence: scene.text() }),
  }),
  InstructCopies: (scene) => ({
    type: 'InstructCopies',
    ...scene.act(),
    party: party(scene, 'representative'),
    copies: scene.dice.pick(copiesOf),
  }),
  DeclareConflict: (scene) => ({
    type: 'DeclareConflict',
    ...scene.act(),
    person: scene.taker(),
    ...(scene.dice.chance(0.3) && { ended: true }),
    reason: scene.text(),
  }),
  LeaveComplaint: (scene) => {
    const leaver = party(scene, 'lead');
    return {
      type: 'LeaveComplaint',
      by: scene.actor(),
      ...scene.giving(),
      party: leaver,
      ...(leaver === 'lead' &&
        scene.dice.chance(0.8) && {
          lead: party(scene, 'party-2'),
          was: scene.text(),
          personalTextHash: 'of-another-lead',
          reachableByEmail: scene.dice.chance(0.8),
          ...scene.reach(),
        }),
      reason: scene.text(),
    };
  },
  Exclude: (scene) => ({ type: 'Exclude', ...exclusion(scene) }),
  ExcludePoints: (scene) => ({ type: 'ExcludePoints', ...exclusion(scene), points: somePoints(scene) }),
  AcceptPoints: (scene) => ({
    type: 'AcceptPoints',
    by: scene.actor(),
    ...scene.giving(),
    points: somePoints(scene),
    ...(scene.dice.chance(0.5) && {
      ombudsman: scene.dice.chance(0.85) ? 'housing-ombudsman' : 'pensions-ombudsman',
    }),
    reason: scene.text(),
  }),
  Merge: (scene) => ({
    type: 'Merge',
    by: scene.actor(),
    ...scene.giving(),
    other: otherOf(scene),
    texts: [scene.text(), scene.text()],
    ...(scene.dice.chance(0.5) && {
      joined: Array.from({ length: scene.dice.chance(0.2) ? 10 : 1 }, (_, index) => ({
        party: `party-${scene.complaint.others.length + 2 + index}`,
        reachableByEmail: scene.dice.chance(0.5),
        ...(scene.dice.chance(0.5) && { otherWays: scene.otherWays() }),
      })),
      personalTextHash: 'of-both',
    }),
    reason: scene.text(),
    otherReason: scene.text(),
  }),
  Link: (scene) => ({
    type: 'Link',
    ...scene.act(),
    other: otherOf(scene),
    because: scene.text(),
    otherBecause: scene.text(),
  }),
  SetSafeContact: (scene) => ({
    type: 'SetSafeContact',
    ...scene.act(),
    mayBeMailed: scene.dice.chance(0.6),
  }),
};

/** Mostly somebody who is there. */
function party({ dice, complaint: { others } }: Scene, besides: string): string {
  const known = [besides, besides, ...others.map((each) => each.party)];
  return dice.chance(0.05) ? 'party-99' : dice.pick(known);
}

function otherOf({ context: { other } }: Scene) {
  return other?.reference ?? sample;
}

function somePoints({ dice, complaint: { points } }: Scene): string[] {
  const some = points.map(({ id }) => id).filter(() => dice.chance(0.4));
  return dice.chance(0.05) ? [...some, 'point-99'] : some.length > 0 ? some : ['point-1'];
}

/** Mostly one of the list, of which the age of the matter asks the most. */
function groundAmong(dice: Scene['dice'], ids: readonly string[]): string {
  if (dice.chance(0.1)) return 'because';
  return ids.includes('too-old') && dice.chance(0.6) ? 'too-old' : dice.pick(ids);
}

function exclusion(scene: Scene) {
  const { dice, context } = scene;
  const { exclusions, inScope } = context.policy;
  const grounds = dice.chance(0.2) ? inScope.grounds : exclusions;
  return {
    by: scene.actor(),
    ...scene.giving(),
    ground: groundAmong(
      dice,
      grounds.map(({ id }) => id),
    ),
    reasons: scene.text(),
    evidence: scene.text(),
    discretion: scene.text(),
    ...(dice.chance(0.7) && { claimFiledOn: scene.ago(30) }),
    roles: [dice.pick(['senior-lead', 'handler'] as const)],
    ...(dice.chance(0.3) && { againstCode: true as const }),
  };
}
