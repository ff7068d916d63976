import { describeDate } from '../civil-date.ts';
import { type Complaint, openAcknowledgement, openObligations, openResponse } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import { explainDeadline } from '../explain-deadline.ts';
import type { Extension } from '../extension.ts';
import type { NoticeOwed } from '../notices.ts';
import type { Obligation } from '../obligations.ts';
import type { Rank } from '../ranks.ts';
import type { StaffId } from '../staff.ts';
import { tasks } from './tasks.ts';

/** Notices by which staff, and those whom they ask, hear that there is something for them to do. */

/** Tells somebody what they owe now that a complaint is theirs. */
export function owedAssignment(complaint: Complaint, person: StaffId): NoticeOwed {
  const dates = openObligations(complaint)
    .filter(({ owner, ownerRank }) => owner === person || (!owner && !ownerRank))
    .flatMap((each, index) => [
      [`dates.${index}.task`, tasks[each.kind].staff],
      [`dates.${index}.explanation`, explainDeadline(each, 'staff')],
    ]);
  return {
    id: `assignment_${complaint.eventCount}`,
    kind: 'assignment',
    lane: 'routine',
    recipient: { type: 'staff', rank: 'handler', person },
    values: Object.fromEntries(dates),
  };
}

/** Tells the leader of the team that nobody handles a complaint any more, where somebody did before. */
export function owedHandlerNeeded(before: Complaint, after: Complaint): NoticeOwed[] {
  if (!before.handler || after.handler) return [];
  const next = openAcknowledgement(after) ?? openResponse(after);
  return [
    {
      id: `reviewer-needed_${after.eventCount}_team-leader`,
      kind: 'reviewer-needed',
      lane: 'routine',
      recipient: { type: 'staff', rank: 'team-leader' },
      values: {
        who: 'another handler',
        why: 'Whoever handled it has an interest in it, or it is about them, so nobody handles it now.',
        toDo: 'Assign it to somebody else (Code 5.8).',
        dates: next ? `${tasks[next.kind].staff}: ${explainDeadline(next, 'staff')}` : '',
      },
    },
  ];
}

const toldAtOnce: readonly Rank[] = ['handler', 'team-leader', 'manager'];

/** Tells at once that an extension does not count, what can still be done about it, and by when the answer is due now. */
export function owedExtensionProblem(
  complaint: Complaint,
  { extends: dueOn, newDueOn }: Extension,
  problem: 'not-reached' | 'too-late' | 'lapsed',
): NoticeOwed[] {
  const response = openResponse(complaint);
  if (!response) throw new Error(`complaint ${complaint.reference} owes no response`);
  const [day, newDay] = [describeDate(dueOn), describeDate(newDueOn)];
  const words = {
    'not-reached': {
      problem: `The extension notice did not reach the resident, so the answer is still due by ${day}.`,
      toDo: `Give it again in writing before the end of ${day}, or answer by then.`,
    },
    'too-late': {
      problem: `The extension notice was not given by ${day}, so that date has been missed for the Code.`,
      toDo: `The new date, ${newDay}, still binds us. Answer by then, and keep the resident informed.`,
    },
    lapsed: {
      problem: 'The extension that was prepared was not sent and will not be.',
      toDo: 'See below by when the answer is due now. If it needs more time, give an extension in writing before that day is over.',
    },
  };
  const explanation = explainDeadline(response, 'staff');
  const values = { dueOn: day, newDueOn: newDay, explanation, ...words[problem] };
  return toldAtOnce.map((rank) => ({
    id: `extension-problem_${complaint.eventCount}_${rank}`,
    kind: 'extension-problem',
    lane: 'statutory',
    recipient: {
      type: 'staff',
      rank,
      ...(rank === 'handler' && complaint.handler && { person: complaint.handler }),
    },
    values,
  }));
}

/** Tells the handler that the resident has written, and by when it must be read. */
export function owedMessageAlert(complaint: Complaint, obligation: Obligation): NoticeOwed {
  const { handler } = complaint;
  return {
    id: `resident-message_${obligation.id}`,
    kind: 'resident-message',
    lane: 'routine',
    recipient: { type: 'staff', rank: 'handler', ...(handler && { person: handler }) },
    reason: { obligation: obligation.id, dueOn: obligation.dueOn },
    values: { dueOn: describeDate(obligation.dueOn), explanation: explainDeadline(obligation, 'staff') },
  };
}

/**
 * Puts a question to a colleague or contractor, and puts it again when its date nears or has passed, or when somebody
 * else is to answer it.
 *
 * @param occasion why it is put, which tells it from the other times: the rung that passed, or what else happened
 */
export function owedQuestion(
  { asked, text }: Pick<EventOf<'QuestionAsked'>, 'asked' | 'text'>,
  obligation: Obligation,
  occasion: number | 'asked' | `handed-over-${number}` = 'asked',
): NoticeOwed {
  const isChasing = typeof occasion === 'number';
  return {
    id: `${obligation.id}_${obligation.dueOn}_${occasion}`,
    kind: 'question',
    lane: 'routine',
    recipient:
      'staff' in asked
        ? { type: 'staff', rank: 'handler', person: asked.staff }
        : { type: 'contractor', address: asked.contractor.id },
    reason: { obligation: obligation.id, dueOn: obligation.dueOn },
    ...(isChasing && { rung: occasion }),
    values: {
      dueOn: describeDate(obligation.dueOn),
      explanation: explainDeadline(obligation, 'staff' in asked ? 'staff' : 'resident'),
      chasing: isChasing ? 'We asked this before and have not had an answer.' : '',
    },
    texts: { question: text.id },
  };
}
