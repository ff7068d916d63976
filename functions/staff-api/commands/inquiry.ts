import type * as z from 'zod/mini';
import type { inquiryRoutes } from '../../../shared/contracts/routes/commands/inquiry.ts';
import type { pointsBody } from '../../../shared/contracts/staff-commands/inquiry.ts';
import type { NewPoint } from '../../../shared/domain/points.ts';
import { given, type Keep, keepIfSent, type Translations } from './translation.ts';

/** How staff take a complaint on and find out what happened. A correction stands apart: it reads the parties as they are. */
export const inquiry: Translations<Omit<typeof inquiryRoutes, 'correct'>> = {
  assign: {
    action: 'assign',
    people: ({ handler }) => [handler],
    command: ({ by, body: { happenedAt, handler, team } }) => ({
      type: 'Assign',
      by,
      happenedAt,
      handler,
      team,
    }),
  },
  acknowledge: {
    action: 'acknowledge',
    command: ({ by, body, keep }) => ({
      type: 'Acknowledge',
      by,
      ...given(body, keep),
      points: (body.points ?? []).map((point) => keepPoint(point, keep)),
    }),
  },
  addPoints: {
    action: 'add-points',
    command: ({ by, body, keep }) => ({
      type: 'AddPoints',
      by,
      happenedAt: body.happenedAt,
      points: body.points.map((point) => keepPoint(point, keep)),
    }),
  },
  noteContact: {
    action: 'note-contact',
    command: ({ by, body: { happenedAt, how, obligation, reached, note }, keep }) => ({
      type: 'NoteContact',
      by,
      happenedAt,
      how,
      obligation,
      reached,
      note: keep(note),
    }),
  },
  recordCorrespondence: {
    action: 'record-correspondence',
    command: ({ by, body: { happenedAt, direction, how, text }, keep }) => ({
      type: 'RecordCorrespondence',
      by,
      happenedAt,
      direction,
      how,
      text: keep(text),
    }),
  },
  askQuestion: {
    action: 'ask-question',
    people: ({ colleague }) => [colleague],
    command: ({ by, body: { happenedAt, colleague, contractor, question }, keep }) => ({
      type: 'AskQuestion',
      by,
      happenedAt,
      asked: colleague ? { staff: colleague } : { contractor: keep(contractor ?? '') },
      text: keep(question),
    }),
  },
  askResident: {
    action: 'ask-resident',
    command: ({ by, body, keep }) => ({
      type: 'AskResident',
      by,
      ...given(body, keep),
      text: keep(body.question),
    }),
  },
  triageMessage: {
    action: 'triage-message',
    command: ({ by, body: { happenedAt, outcome, note }, params, keep }) => ({
      type: 'TriageMessage',
      by,
      happenedAt,
      message: params.message ?? '',
      outcome,
      note: keepIfSent(note, keep),
    }),
  },
};

function keepPoint(
  { definition, outcomeSought, responsible, ombudsmen }: z.infer<typeof pointsBody>['points'][number],
  keep: Keep,
): NewPoint {
  return {
    definition: keep(definition),
    outcomeSought: keepIfSent(outcomeSought, keep),
    responsible,
    ombudsmen,
  };
}
