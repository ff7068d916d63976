import type { Command } from '../../../shared/domain/decide.ts';
import type { Scene } from './scene.ts';

type Type =
  | 'AgreeUpdates'
  | 'ReplaceAction'
  | 'OfferCompensation'
  | 'AnswerOffer'
  | 'PayCompensation'
  | 'ReferToInsurer'
  | 'CompleteHandover'
  | 'RecordLearning'
  | 'RecordOmbudsmanRequest'
  | 'AnswerOmbudsman'
  | 'RecordDetermination'
  | 'MeetOrder';
type Imagined = { [Name in Type]: (scene: Scene) => Extract<Command, { type: Name }> };

const ombudsmen = ['housing-ombudsman', 'housing-ombudsman', 'local-government-ombudsman'] as const;
const determinations = ['severe-maladministration', 'service-failure', 'outside-jurisdiction'] as const;

/** How the commands are made up that mostly follow an answer. */
export const imaginedAfter: Imagined = {
  AgreeUpdates: (scene) => ({
    type: 'AgreeUpdates',
    by: scene.actor(),
    ...scene.giving(),
    every: 1 + scene.dice.below(5),
  }),
  ReplaceAction: (scene) => {
    const { dice, complaint } = scene;
    const replacement = { description: scene.text(), owner: scene.taker(), dueOn: scene.day(30) };
    return {
      type: 'ReplaceAction',
      by: scene.actor(),
      ...scene.giving(),
      action: scene.idOf(
        complaint.actions.map(({ id }) => id),
        (id) => scene.isOpen(id),
      ),
      why: scene.text(),
      ...(dice.chance(0.7) && { replacement }),
    };
  },
  OfferCompensation: (scene) => ({
    type: 'OfferCompensation',
    by: scene.actor(),
    ...scene.giving(),
    pence: 100 * (1 + scene.dice.below(1_000)),
    for: scene.dice.chance(0.1)
      ? 'personal-injury'
      : scene.dice.pick(['distress-and-inconvenience', 'loss', 'service-failure']),
    ...(scene.dice.chance(0.7) && { area: scene.dice.pick(['repairs', 'lettings']) }),
    reason: scene.text(),
  }),
  AnswerOffer: (scene) => ({
    type: 'AnswerOffer',
    ...(scene.dice.chance(0.5) && scene.act()),
    offer: offerIn(scene, 'offered'),
    accepted: scene.dice.chance(0.75),
  }),
  PayCompensation: (scene) => ({
    type: 'PayCompensation',
    by: scene.actor(),
    ...scene.giving(),
    offer: offerIn(scene, 'accepted'),
    evidence: scene.text(),
  }),
  ReferToInsurer: (scene) => ({
    type: 'ReferToInsurer',
    by: scene.actor(),
    ...scene.giving(),
    claim: scene.text(),
  }),
  CompleteHandover: (scene) => ({
    type: 'CompleteHandover',
    ...scene.act(),
    handover: scene.idOf(
      scene.complaint.handovers.map(({ handover }) => handover),
      (id) => scene.isOpen(id),
    ),
    evidence: scene.text(),
  }),
  RecordLearning: (scene) => ({
    type: 'RecordLearning',
    ...scene.act(),
    ...(scene.dice.chance(0.3) && {
      point: scene.idOf(
        scene.complaint.points.map(({ id }) => id),
        () => true,
      ),
    }),
    ...(scene.dice.chance(0.5) && { rootCause: scene.text() }),
    lesson: scene.text(),
    ...(scene.dice.chance(0.5) && { change: scene.text() }),
  }),
  RecordOmbudsmanRequest: (scene) => ({
    type: 'RecordOmbudsmanRequest',
    ...scene.act(),
    ombudsman: scene.dice.pick(ombudsmen),
    text: scene.text(),
    dueOn: scene.day(30),
  }),
  AnswerOmbudsman: (scene) => ({
    type: 'AnswerOmbudsman',
    ...scene.act(),
    request: scene.idOf(
      scene.complaint.ombudsmanRequests.map(({ request }) => request),
      (id) => scene.isOpen(id),
    ),
    evidence: scene.text(),
  }),
  RecordDetermination: (scene) => {
    const points = [...scene.complaint.points.map(({ id }) => id), 'complaint-handling'];
    return {
      type: 'RecordDetermination',
      ...scene.act(),
      ombudsman: scene.dice.pick(ombudsmen),
      findings: points.map((point) => ({ point, determination: scene.dice.pick(determinations) })),
      ...(scene.dice.chance(0.5) && { note: scene.text() }),
      orders: Array.from({ length: scene.dice.below(3) }, () => ({
        binding: scene.dice.chance(0.6),
        description: scene.text(),
        dueOn: scene.day(40),
      })),
    };
  },
  MeetOrder: (scene) => ({
    type: 'MeetOrder',
    ...scene.act(),
    order: scene.idOf(
      scene.complaint.orders.map(({ order }) => order),
      (id) => scene.isOpen(id),
    ),
    evidence: scene.text(),
  }),
};

function offerIn({ dice, complaint }: Scene, wanted: 'offered' | 'accepted'): string {
  const fitting = complaint.offers.filter(({ state }) => state === wanted || dice.chance(0.15));
  return dice.chance(0.04) ? 'offer-99' : dice.pickOr<{ offer: string }>(fitting, { offer: 'none' }).offer;
}
