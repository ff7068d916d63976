import { givingOf } from '../../../shared/domain/by-hand.ts';
import { addDays } from '../../../shared/domain/civil-date.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import { correctable, messageOutcomes } from '../../../shared/domain/events.ts';
import { waysOfGiving } from '../../../shared/domain/giving.ts';
import { instantOf, millisecondsOf } from '../../../shared/domain/london-time.ts';
import { imaginedAfter } from './imagined-after.ts';
import { imaginedIntake } from './imagined-intake.ts';
import { actionIn, contactIn, imagineGiving, proveGiven, whenWritten } from './imagined-parts.ts';
import { imaginedStages } from './imagined-stages.ts';
import type { Scene } from './scene.ts';

type Imagined = { [Type in Command['type']]: (scene: Scene) => Extract<Command, { type: Type }> };

/** How each command is made up: mostly so that it makes sense for the complaint as it stands, and sometimes not. */
export const imagined: Imagined = {
  Assign: (scene) => ({ type: 'Assign', ...scene.act(), handler: scene.taker() }),
  HandOver: (scene) => ({
    type: 'HandOver',
    ...scene.act(),
    from: scene.complaint.handler ?? scene.actor(),
    to: scene.taker(),
  }),
  AddPoints: (scene) => ({
    type: 'AddPoints',
    ...scene.act(),
    points: scene.newPoints(scene.dice.chance(0.15) ? 30 : 3),
  }),
  Acknowledge: (scene) => ({
    type: 'Acknowledge',
    by: scene.actor(),
    points: scene.newPoints(3),
    ...scene.giving(),
  }),
  Draft: (scene) => ({ type: 'Draft', ...scene.act(), outcomes: scene.outcomes() }),
  ApproveResponse: (scene) => ({
    type: 'ApproveResponse',
    ...scene.act(),
    ...(scene.dice.chance(0.5) && { comments: scene.text() }),
  }),
  ReturnResponse: (scene) => ({ type: 'ReturnResponse', ...scene.act(), comments: scene.text() }),
  ReviewResponse: (scene) => ({
    type: 'ReviewResponse',
    ...scene.act(),
    satisfied: scene.dice.chance(0.5),
    ...(scene.dice.chance(0.5) && { comments: scene.text() }),
  }),
  Respond: (scene) => ({
    type: 'Respond',
    by: scene.actor(),
    ...scene.giving(),
    ...(scene.dice.chance(0.5) && { notDiscussed: scene.text() }),
    ...(scene.dice.chance(0.1) && { datedOn: addDays(scene.today, scene.dice.below(5) - 3) }),
  }),
  PrepareExtension: (scene) => ({ type: 'PrepareExtension', ...scene.act(), ...scene.wish() }),
  Extend: (scene) => {
    const late = scene.complaint.extensions.find(({ state }) => state === 'too-late');
    if (late && scene.dice.chance(0.4)) return proveGiven(scene, late);
    const prepared = scene.complaint.extensions.find(({ state }) => state === 'prepared');
    const wish = scene.wish();
    const agreed = prepared && scene.dice.chance(0.7) ? { ...wish, newDueOn: prepared.newDueOn } : wish;
    return { type: 'Extend', by: scene.actor(), ...agreed, ...scene.giving() };
  },
  GiveUpdate: (scene) => ({ type: 'GiveUpdate', by: scene.actor(), text: scene.text(), ...scene.giving() }),
  NoteContact: (scene) => ({
    type: 'NoteContact',
    ...scene.act(),
    how: scene.dice.pick(waysOfGiving),
    ...(scene.dice.chance(0.3) && { obligation: contactIn(scene) }),
    reached: scene.dice.chance(0.5),
    note: scene.text(),
  }),
  GiveNotice: imagineGiving,
  RecordCorrespondence: (scene) => ({
    type: 'RecordCorrespondence',
    ...scene.act(),
    direction: scene.dice.pick(['in', 'out']),
    how: scene.dice.pick(waysOfGiving),
    text: scene.text(),
  }),
  AskQuestion: (scene) => ({
    type: 'AskQuestion',
    ...scene.act(),
    asked: scene.dice.chance(0.6) ? { staff: scene.taker() } : { contractor: scene.text() },
    text: scene.text(),
  }),
  AskResident: (scene) => ({ type: 'AskResident', by: scene.actor(), text: scene.text(), ...scene.giving() }),
  AnswerQuestion: (scene) => {
    const waiting = scene.complaint.questions.filter(({ answer }) => !answer || scene.dice.chance(0.2));
    const question = scene.dice.chance(0.03)
      ? 'question-99'
      : scene.dice.pickOr<{ id: string }>(waiting, { id: 'none' }).id;
    return { type: 'AnswerQuestion', question, answer: scene.text() };
  },
  SendMessage: (scene) => ({ type: 'SendMessage', text: scene.text() }),
  TriageMessage: (scene) => {
    const unread = scene.complaint.messages.filter(({ outcome }) => !outcome || scene.dice.chance(0.1));
    return {
      type: 'TriageMessage',
      ...scene.act(),
      message: scene.dice.chance(0.03)
        ? 'message-99'
        : scene.dice.pickOr<{ id: string }>(unread, { id: 'none' }).id,
      outcome: scene.dice.pick(messageOutcomes),
      ...(scene.dice.chance(0.5) && { note: scene.text() }),
    };
  },
  AddAction: (scene) => ({
    type: 'AddAction',
    ...scene.act(),
    description: scene.text(),
    owner: scene.taker(),
    dueOn: addDays(scene.today, scene.dice.below(30) - 1),
  }),
  UpdateAction: (scene) => {
    const action = actionIn(scene);
    const reminded = scene.complaint.obligations.find(({ id }) => id === action)?.alerted ?? [];
    const former = reminded.map(({ dueOn }) => dueOn).filter((dueOn) => dueOn >= scene.today);
    const day = addDays(scene.today, scene.dice.below(scene.dice.chance(0.5) ? 4 : 20) - 1);
    return {
      type: 'UpdateAction',
      by: scene.actor(),
      ...scene.giving(),
      action,
      ...(scene.dice.chance(0.5) && { note: scene.text() }),
      ...(scene.dice.chance(0.4) && { owner: scene.taker() }),
      ...(scene.dice.chance(0.6) && { dueOn: scene.dice.chance(0.5) ? scene.dice.pickOr(former, day) : day }),
    };
  },
  CompleteAction: (scene) => ({
    type: 'CompleteAction',
    by: scene.actor(),
    ...scene.giving(),
    action: actionIn(scene),
    evidence: scene.text(),
  }),
  CorrectDate: (scene) => {
    const what = scene.dice.pick(scene.complaint.stage === 1 ? correctable.slice(0, 3) : correctable);
    const was = whenWritten(scene, what);
    const minutes = scene.dice.pick([0, 600, -600, 3_000, -3_000, 50_000]);
    const is = instantOf(millisecondsOf(was) + Math.trunc(minutes * scene.dice.roll()) * 60_000);
    return { type: 'CorrectDate', ...scene.act(), what, is, reason: scene.text() };
  },
  CorrectParty: (scene) => ({
    type: 'CorrectParty',
    ...scene.act(),
    was: scene.text(),
    personalTextHash: 'another-hash',
    reachableByEmail: scene.dice.chance(0.7),
    ...scene.reach(),
    reason: scene.text(),
  }),
  CorrectSubjects: (scene) => ({
    type: 'CorrectSubjects',
    ...scene.act(),
    staffComplainedAbout: scene.dice.chance(0.3)
      ? [scene.actor()]
      : scene.complaint.staffComplainedAbout.slice(1),
    reason: scene.text(),
  }),
  Withdraw: (scene) => ({
    type: 'Withdraw',
    ...(scene.dice.chance(0.5) && {
      by: scene.actor(),
      ...scene.giving(),
      ...(scene.dice.chance(0.6) && { forAll: true as const }),
    }),
    ...(scene.dice.chance(0.5) && { reason: scene.text() }),
  }),
  Close: (scene) => ({ type: 'Close', by: scene.actor(), ...scene.giving(), reason: scene.text() }),
  Reopen: (scene) => ({ type: 'Reopen', by: scene.actor(), ...scene.giving(), reason: scene.text() }),
  TimePassed: () => ({ type: 'TimePassed' }),
  ...imaginedStages,
  ...imaginedIntake,
  ...imaginedAfter,
  RecordDelivery: (scene) => {
    const { dice, complaint } = scene;
    const mailed = complaint.extensions.filter(({ notice }) => notice && !givingOf(complaint, notice));
    const unsettled = mailed.filter(({ state }) => state === 'requested');
    const about = dice.chance(0.6) ? dice.pickOr(unsettled, mailed.at(-1)) : mailed.at(-1);
    const at = scene.earlier(dice.pick([10, 600]));
    const failures = [
      'bounced',
      'suppressed',
      'soft-bounced',
      'unconfirmed',
      'given-up',
      'rejected',
      'reported-as-spam',
      'refused-by-ses',
      'cancelled',
      'withheld',
    ] as const;
    return {
      type: 'RecordDelivery',
      ...(about?.notice
        ? { notice: about.notice, kind: 'extension' as const }
        : { notice: 'receipt', kind: 'receipt' as const }),
      outcome: dice.chance(0.55) ? dice.pick(['accepted', 'delivered'] as const) : dice.pick(failures),
      at,
      ...(dice.chance(0.4) && { acceptedAt: instantOf(millisecondsOf(at) - dice.below(60) * 60_000) }),
    };
  },
};
