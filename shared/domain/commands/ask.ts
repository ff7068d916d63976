import { type Complaint, openObligations } from '../complaint.ts';
import { deriveDeadline } from '../deadline.ts';
import { accept, type Context, calendarOf, type Decision, policyNow, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { recorded, type StaffAct } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { owedQuestion } from '../notices/to-staff.ts';
import { mostOpenTasks, type Obligation, type ObligationKind } from '../obligations.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import type { TextRef } from '../text.ts';
import { unavailable } from './assign.ts';

/**
 * Ask a colleague or a contractor for what the answer needs: they owe it by a date and are chased (Code 6.20). The clocks
 * stay the landlord's, also where a contractor handles the matter (Code 5.4; seed 000).
 */
export interface AskQuestion extends StaffAct {
  type: 'AskQuestion';
  asked: EventOf<'QuestionAsked'>['asked'];
  text: TextRef;
}

/** What somebody who was asked answers, through the link that they were sent. */
export interface AnswerQuestion {
  type: 'AnswerQuestion';
  question: string;
  answer: TextRef;
}

export function askQuestion(complaint: Complaint, command: AskQuestion, context: Context): Decision {
  const { asked, text } = command;
  const refused = refusedByState(complaint, 'AskQuestion') ?? tooManyOpen(complaint);
  if (refused) return refuse(refused);
  const cannot = 'staff' in asked ? unavailable(complaint, asked.staff, context) : undefined;
  if (cannot) return refuse(cannot);
  const policy = policyNow(context);
  const question = `question-${complaint.questions.length + 1}`;
  const start = { countedFrom: 'question', on: londonDateOf(command.happenedAt ?? context.now) } as const;
  const obligation: Obligation = {
    id: question,
    kind: 'contribution',
    projected: false,
    ...deriveDeadline(start, policy.inside.contribution, policy, calendarOf(context, policy)),
    ...('staff' in asked && { owner: asked.staff }),
  };
  return accept(
    [{ type: 'QuestionAsked', ...recorded(command), question, asked, text, obligation }],
    [owedQuestion({ asked, text }, obligation)],
  );
}

/** An answer that comes after the complaint was answered or ended is kept all the same. */
export function answerQuestion(complaint: Complaint, command: AnswerQuestion, { now }: Context): Decision {
  const refused = refusedByState(complaint, 'AnswerQuestion');
  if (refused) return refuse(refused);
  const asked = complaint.questions.find(({ id }) => id === command.question);
  if (!asked) return refuse({ type: 'UnknownQuestion' });
  if (asked.answer) return refuse({ type: 'AnsweredAlready' });
  const { question, answer } = command;
  return accept([{ type: 'QuestionAnswered', question, answer, on: londonDateOf(now) }]);
}

const madeByStaff: readonly ObligationKind[] = ['action', 'contribution', 'adjustment-review'];

/** The clock handles everything open on a complaint in one transaction, so that there is an end to it. */
export function tooManyOpen(complaint: Complaint): Refusal | undefined {
  const made = openObligations(complaint).filter(({ kind }) => madeByStaff.includes(kind));
  if (made.length < mostOpenTasks) return undefined;
  return { type: 'TooManyOpenTasks', most: mostOpenTasks };
}
