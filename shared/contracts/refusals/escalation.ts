import { describeDate } from '../../domain/civil-date.ts';
import type { Tellers } from './telling.ts';

/** The way to stage 2, and its answer. */
export const escalation = {
  DecidedStage1: ({ person }) => ({
    detail: `${person} took part in the answer of stage 1, so somebody else must decide stage 2.`,
    clause: '6.13',
  }),
  Stage1NotLate: ({ dueOn }) => ({
    detail: `Stage 1 may be answered until the end of ${describeDate(dueOn)}; stage 2 can be asked for after the answer, or after that day.`,
    clause: '6.10',
  }),
  NothingEscalated: () => ({
    field: 'points',
    detail: 'must name at least one point; leave it out to ask for all of them',
    clause: '6.10',
  }),
  WindowNotOver: ({ lastDay }) => ({
    field: 'ground',
    detail: lastDay
      ? `cannot be after-window: stage 2 could be asked for until ${lastDay}, and was`
      : 'cannot be after-window: this landlord sets no time for it',
    clause: '5.11',
  }),
  RefusedUnanswered: () => ({
    detail: 'Stage 1 was never answered, so stage 2 cannot be refused; acknowledge the request.',
    clause: '5.11',
  }),
  OmbudsmanDecided: ({ ombudsman }) => ({
    detail: `The Ombudsman (${ombudsman}) says that it is to be taken on, so it cannot be refused for this.`,
    clause: '2.4',
  }),
  ActionsUnanswered: ({ actions }) => ({
    detail: `Stage 1 promised actions that are still open: ${actions.join(', ')}. Say how each goes, complete it or replace it first.`,
    clause: '6.19',
  }),
  DiscussFirst: () => ({
    field: 'notDiscussed',
    detail:
      'must say why nobody spoke with the resident, as this landlord’s policy wants before an answer; or speak with them and note the contact',
  }),
} as const satisfies Partial<Tellers>;
