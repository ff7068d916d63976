import { type CivilDate, describeDate } from '../civil-date.ts';
import { type Complaint, openAcknowledgement, openResponse, pointsInPlay } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import { explainDeadline } from '../explain-deadline.ts';
import type { NoticeOwed } from '../notices.ts';
import type { PolicyVersion } from '../policy.ts';
import type { Rank } from '../ranks.ts';
import { list, promise, refs, tell, toResident } from './parts.ts';

/** The automatic "we have your request": its dates, and the questions a policy asks, which nobody has to answer (Code 6.12). */
export function owedEscalationReceipt(
  complaint: Complaint,
  { reasons, windowEndedOn }: EventOf<'EscalationRequested'>,
  { stage2 }: PolicyVersion,
): NoticeOwed {
  const [acknowledgement, response] = [openAcknowledgement(complaint), openResponse(complaint)];
  if (!acknowledgement || !response) throw new Error(`complaint ${complaint.reference} is not at stage 2`);
  const asks = stage2.reasons.asked !== 'not-asked' && !reasons;
  const points = list(
    'points',
    pointsInPlay(complaint).map(({ definition }) => ({ values: {}, texts: { definition } })),
  );
  return toResident(`escalation-receipt_${complaint.eventCount}`, 'escalation-receipt', {
    values: {
      requestedOn: describeDate(complaint.escalation?.requestedOn ?? complaint.receivedOn),
      ...promiseStage2(describeDate(acknowledgement.dueOn), describeDate(response.dueOn), windowEndedOn),
      acknowledgementExplanation: explainDeadline(acknowledgement),
      responseExplanation: explainDeadline(response),
      questions: asks ? askFor(stage2.reasons.questions, windowEndedOn) : '',
      window: windowEndedOn
        ? `You asked after ${describeDate(windowEndedOn)}, the day by which we normally ask people to tell us. We will first look at whether you had a reason to wait.`
        : '',
      ...points.values,
    },
    texts: points.texts,
    ...tell([acknowledgement, response]),
  });
}

/** Whoever asked late may be refused still, so that nothing is promised but to be told (Code 6.11). */
function promiseStage2(acknowledgedBy: string, answeredBy: string, windowEndedOn: CivilDate | undefined) {
  return windowEndedOn
    ? {
        acknowledgementPromise: `By ${acknowledgedBy} we will tell you whether we look at your complaint again, and why.`,
        responsePromise: `If we do, we will give you our final answer by ${answeredBy}.`,
      }
    : {
        acknowledgementPromise: `By ${acknowledgedBy} we will tell you that a person has read your request, and how we understand it.`,
        responsePromise: `Then we will give you our final answer by ${answeredBy}.`,
      };
}

function askFor(questions: readonly string[] | undefined, windowEndedOn: CivilDate | undefined): string {
  const asked = questions?.length ? ` ${questions.join(' ')}` : '';
  const free = questions?.length ? 'You do not have to answer these' : 'You do not have to tell us';
  const without = windowEndedOn ? '.' : ': we look at your complaint again either way.';
  return `It helps us if you tell us why you are not happy with our answer.${asked} ${free}${without}`;
}

/** Says how stage 2 is understood, who looks at it, and when the final answer is due (Code 5.6, 6.11). */
export function owedEscalationAcknowledgement(complaint: Complaint): NoticeOwed {
  const response = openResponse(complaint);
  if (!response) throw new Error(`complaint ${complaint.reference} owes no response`);
  const points = list(
    'points',
    pointsInPlay(complaint).map(({ definition, outcomeSought }) => ({
      values: outcomeSought ? {} : { outcomeSought: 'You have not told us yet.' },
      texts: { definition, outcomeSought },
    })),
  );
  const owed = toResident(
    `escalation-acknowledgement_${complaint.eventCount}`,
    'escalation-acknowledgement',
    {
      values: {
        ...(!complaint.handler && { handlerName: 'Somebody else' }),
        responseDueOn: describeDate(response.dueOn),
        responseExplanation: explainDeadline(response),
        ...points.values,
      },
      texts: points.texts,
      ...tell([response]),
    },
  );
  return complaint.handler ? { ...owed, people: { handlerName: complaint.handler } } : owed;
}

/** Why stage 2 is refused, and the right to take that to the Ombudsman (Code 2.4, 5.11). */
export function owedEscalationRefusal(
  complaint: Complaint,
  { reasons }: EventOf<'EscalationRefused'>,
): NoticeOwed {
  return toResident(`escalation-refusal_${complaint.eventCount}`, 'escalation-refusal', {
    values: {},
    texts: refs({ reasons }),
  });
}

/** What became of something that was raised midway (Code 6.8). */
export function owedIssueRaised(
  complaint: Complaint,
  { issue, complaint: other, because }: EventOf<'IssueRaised'>,
  today: CivilDate,
): NoticeOwed {
  const whys = {
    answered: 'we had answered your complaint already',
    ended: 'work on your complaint had ended',
    unrelated: 'it is about something else',
    'would-delay': 'looking into both together would delay our answer to you',
    'stage-2': 'stage 2 looks again at what stage 1 answered',
  };
  const decision = other
    ? `This is a new complaint, ${other}, because ${because ? whys[because] : whys.unrelated}. It has dates of its own, counted from the day you told us.`
    : 'We look into it as a part of this complaint.';
  return toResident(`issue-raised_${complaint.eventCount}`, 'issue-raised', {
    values: {
      decision,
      promise: other
        ? 'We will write to you again about it, and tell you its dates.'
        : promiseAll(complaint, today),
    },
    texts: refs({ issue }),
  });
}

function promiseAll(complaint: Complaint, today: CivilDate): string {
  const response = openResponse(complaint);
  if (!response) return '';
  const { task, explanation } = promise('answer it with the rest of your complaint', response, today);
  return `We will ${task}. ${explanation}`.trimEnd();
}

const told: readonly Rank[] = ['team-leader', 'manager'];

/** Somebody must be found who took no part in stage 1 (Code 6.13). */
export function owedReviewerNeeded(complaint: Complaint): NoticeOwed[] {
  const acknowledgement = openAcknowledgement(complaint);
  if (!acknowledgement) return [];
  return told.map((rank) => ({
    id: `reviewer-needed_${complaint.eventCount}_${rank}`,
    kind: 'reviewer-needed',
    lane: 'routine',
    recipient: { type: 'staff', rank },
    reason: { obligation: acknowledgement.id, dueOn: acknowledgement.dueOn },
    values: {
      who: 'a reviewer at stage 2',
      why: 'The resident asked for stage 2.',
      toDo: 'Assign it to somebody who did not investigate, decide or approve stage 1.',
      dates: `It is to be acknowledged, or refused with reasons, in time: ${explainDeadline(acknowledgement, 'staff')}`,
    },
  }));
}
