import { describeDate } from '../../domain/civil-date.ts';
import type { Tellers } from './telling.ts';

/** Actions, questions and messages. */
export const tasks = {
  TooManyOpenTasks: ({ most }) => ({
    detail: `There are ${most} actions and questions open on this complaint, which is the most; complete or answer one first.`,
  }),
  TooManyUnread: ({ most }) => ({
    detail: `You have sent us ${most} messages that we have yet to read. We will; if it cannot wait until then, phone us.`,
  }),
  UnknownQuestion: () => ({ detail: 'There is no such question.' }),
  AnsweredAlready: () => ({
    detail: 'This question was answered already; phone whoever asked if you want to add something.',
  }),
  UnknownMessage: () => ({ detail: 'There is no such message on this complaint.' }),
  TriagedAlready: () => ({ detail: 'Somebody has read this message already and said what it is.' }),
  UnknownAction: () => ({ detail: 'There is no such action on this complaint.' }),
  CompletedAlready: ({ on }) => ({ detail: `This action was completed already, on ${describeDate(on)}.` }),
  UnknownContact: () => ({
    field: 'obligation',
    detail: 'must be a contact that is still owed on this complaint',
  }),
  ActionsOpen: ({ actions }) => ({
    detail: `Actions that were promised are still open: ${actions.map(({ id, dueOn }) => `${id} by ${dueOn}`).join(', ')}. Complete them first.`,
    clause: '6.6',
  }),
  MessagesUnread: ({ messages }) => ({
    detail: `The resident wrote, and it may be a request for stage 2: read ${messages.map(({ id, dueOn }) => `${id} by ${dueOn}`).join(', ')} first.`,
    clause: '6.10',
  }),
} as const satisfies Partial<Tellers>;
