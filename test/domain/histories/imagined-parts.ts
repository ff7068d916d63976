import type { Command } from '../../../shared/domain/decide.ts';
import type { correctable } from '../../../shared/domain/events.ts';
import type { Extension } from '../../../shared/domain/extension.ts';
import {
  type Instant,
  instantOf,
  londonInstant,
  millisecondsOf,
} from '../../../shared/domain/london-time.ts';
import type { Scene } from './scene.ts';

/** When that was written to have happened which is corrected. */
export function whenWritten(
  { complaint: { receivedAt, acknowledgedAt = receivedAt, escalation, stage1 } }: Scene,
  what: (typeof correctable)[number],
): Instant {
  switch (what) {
    case 'received':
      return receivedAt;
    case 'acknowledged':
      return stage1 ? (stage1.acknowledgedAt ?? receivedAt) : acknowledgedAt;
    case 'escalation-requested':
      return escalation?.requestedAt ?? receivedAt;
    case 'escalation-acknowledged':
      return acknowledgedAt;
  }
}

/** A call that is owed, to the resident or to somebody else; sometimes one that is not. */
export function contactIn({ complaint, dice }: Scene): string {
  const owed = complaint.obligations.filter(({ kind, met, ended }) => kind === 'contact' && !met && !ended);
  return dice.pickOr(
    owed.map(({ id }) => id),
    'contact-none',
  );
}

/** That an extension was posted on its last day after all, or the day after. */
export function proveGiven(
  scene: Scene,
  { newDueOn, reason, extends: day }: Extension,
): Extract<Command, { type: 'Extend' }> {
  const happenedAt = onLastDay(scene, { extends: day });
  const alreadyGiven = { how: 'letter', evidence: scene.text() } as const;
  return { type: 'Extend', by: scene.actor(), newDueOn, reason, happenedAt, alreadyGiven };
}

function onLastDay({ dice, context: { now } }: Scene, { extends: day }: Pick<Extension, 'extends'>): Instant {
  const at = instantOf(millisecondsOf(londonInstant(day, '12:00')) + dice.below(16) * 3_600_000);
  return at > now ? now : at;
}

/** Mostly one that is not done yet. */
export function actionIn({ dice, complaint }: Scene): string {
  const done = (id: string) => complaint.obligations.some((each) => each.id === id && each.met);
  const open = complaint.actions.filter(({ id }) => !done(id) || dice.chance(0.1));
  return dice.chance(0.03) ? 'action-99' : dice.pickOr<{ id: string }>(open, { id: 'none' }).id;
}

/** Mostly what waits for a hand, given by now or, of what came too late, on its last day after all. */
export function imagineGiving(scene: Scene): Extract<Command, { type: 'GiveNotice' }> {
  const { dice, complaint } = scene;
  const waiting = complaint.obligations.flatMap(({ gives, met, ended }) =>
    gives && ((!met && !ended) || dice.chance(0.1)) ? [gives.notice] : [],
  );
  const notice = dice.chance(0.03) ? 'nothing' : dice.pickOr(waiting, 'nothing');
  const late = complaint.extensions.find(
    (each) => each.notice === notice && (each.state === 'too-late' || each.state === 'overtaken'),
  );
  const when = late && dice.chance(0.4) ? { happenedAt: onLastDay(scene, late) } : {};
  const way = dice.chance(0.85) ? 'letter' : 'phone';
  return { type: 'GiveNotice', ...scene.act(), ...when, notice, way };
}
