import type { NoticeKind, residentNoticeKinds } from '../domain/notices.ts';
import { must, type Said } from './mandatory.ts';

const dueOn = must('dueOn', 'by when');

/** Of notices to staff, to contractors, and to whoever got in touch about something else. */
export const toOthers: Record<Exclude<NoticeKind, (typeof residentNoticeKinds)[number]>, Said> = {
  alert: {
    values: 'task position dueOn explanation residentNote earlierAlerts rank',
    must: [
      must('task', 'what to do'),
      dueOn,
      must('residentNote', 'what to know of the resident'),
      must('explanation', 'how that date was counted'),
    ],
  },
  'reviewer-needed': { values: 'who why toDo dates', must: [must('toDo', 'what to do')] },
  assignment: { values: 'dates.task dates.explanation', must: [must('dates.explanation', 'the dates')] },
  'extension-problem': {
    values: 'toDo problem dueOn newDueOn explanation',
    must: [must('toDo', 'what to do'), must('problem', 'what is wrong')],
  },
  'resident-message': { values: 'dueOn explanation', must: [dueOn] },
  question: {
    values: 'dueOn explanation chasing question link',
    must: [must('question', 'the question'), must('link', 'the link to answer with'), dueOn],
  },
  'urgent-complaint': {
    values: 'heardOn dangers.name dangers.toDo needs',
    must: [must('dangers.toDo', 'what to do'), must('needs', 'what the resident needs')],
  },
  'calendar-feed-unusable': { values: 'why version', must: [must('why', 'what is wrong')] },
  'calendar-difference': {
    values: 'changes.description remarks.remark summary moves.line more',
    must: [must('changes.description', 'what is different'), must('moves.line', 'what would move')],
  },
  'calendar-version-added': {
    values: 'version changes.description summary moves.line more',
    must: [must('version', 'which version'), must('moves.line', 'what will move')],
  },
  'calendar-horizon': { values: 'horizon summary', must: [must('horizon', 'the day')] },
  'service-request-receipt': {
    values: 'receivedOn reviewDueOn explanation',
    must: [
      must('reviewDueOn', 'when somebody looks at it again'),
      must(/complaint/i, 'that it can be made a complaint', '1.4'),
    ],
  },
  'service-request-review': {
    values: 'task position dueOn explanation rank',
    must: [must('task', 'what to do'), dueOn],
  },
  'compliment-thanks': { values: 'receivedOn' },
  'compliment-passed-on': { values: 'receivedOn praised words', must: [must('words', 'what was said')] },
  digest: {
    values:
      'summary overdue.line dueToday.line dueSoon.line unreached.line unassigned.line awaitingApproval.line more',
    must: [
      must('overdue.line', 'what is overdue'),
      must('dueToday.line', 'what is due today'),
      must('dueSoon.line', 'what is due soon'),
      must('unreached.line', 'who was not reached'),
      must('unassigned.line', 'what nobody handles'),
      must('awaitingApproval.line', 'what waits for approval'),
    ],
  },
};
