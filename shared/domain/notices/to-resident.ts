import { type CivilDate, describeDate } from '../civil-date.ts';
import { type Complaint, openObligation, openResponse, pointsInPlay } from '../complaint.ts';
import type { Deadline } from '../deadline.ts';
import { type Context, policyNow } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { explainDeadline } from '../explain-deadline.ts';
import { explainRecount } from '../explain-recount.ts';
import type { NoticeOwed } from '../notices.ts';
import { isOpen } from '../obligations.ts';
import type { Point } from '../points.ts';
import type { StaffId } from '../staff.ts';
import { owedAtStage, type Stage } from '../stages.ts';
import type { TextRef } from '../text.ts';
import { lastDayToEscalate } from '../window.ts';
import { isBegunAnew } from './ombudsman.ts';
import {
  explainCount,
  list,
  listPromises,
  type Part,
  refs,
  sayFinding,
  sayInterval,
  tell,
  toResident,
} from './parts.ts';
import { tasks } from './tasks.ts';

/** Notices by which a landlord tells a resident what its staff decided or did. */

/** Defines the complaint, and says when and why then the answer is due (Code 5.6, 5.7, 6.2). */
export function owedAcknowledgement(complaint: Complaint): NoticeOwed {
  const response = openResponse(complaint);
  if (!response) throw new Error(`complaint ${complaint.reference} owes no response`);
  const points = listPoints(pointsInPlay(complaint), ({ responsible, outcomeSought }) => ({
    values: {
      responsibility: responsible
        ? 'We are responsible for this and will look into it.'
        : 'We are not responsible for this. We will tell you who is.',
      ...(!outcomeSought && { outcomeSought: 'You have not told us yet.' }),
    },
    texts: { outcomeSought },
  }));
  const id = isBegunAnew(complaint) ? `acknowledgement_${complaint.eventCount}` : 'acknowledgement';
  const owed = toResident(id, 'acknowledgement', {
    values: {
      ...(!complaint.handler && { handlerName: 'our complaints team' }),
      responseDueOn: describeDate(response.dueOn),
      responseExplanation: explainDeadline(response),
      ...points.values,
    },
    texts: points.texts,
    ...tell([response]),
  });
  return complaint.handler ? { ...owed, people: { handlerName: complaint.handler } } : owed;
}

/** That somebody else deals with it now, whom the acknowledgement did not name; what was promised stays (Code 4.1, 5.6). */
export function owedHandlerChange(complaint: Complaint, handlerName: StaffId, today: CivilDate): NoticeOwed {
  const response = openResponse(complaint);
  if (!response) throw new Error(`complaint ${complaint.reference} owes no response`);
  const owed = toResident(`handler-change_${complaint.eventCount}`, 'handler-change', {
    values: listPromises([response], today),
  });
  return { ...owed, people: { handlerName } };
}

/** The answer with its seven parts (Code 6.9): stage, definition, decision, reasons, remedy, actions, how to go on. */
export function owedResponse(complaint: Complaint, on: CivilDate, context: Context): NoticeOwed {
  const points = listPoints(pointsInPlay(complaint), ({ finding, reasons, remedy }) => ({
    values: {
      finding: sayFinding(finding),
      ...(remedy === 'none' && { remedy: 'There is nothing that we need to put right.' }),
    },
    texts: { reasons, remedy: remedy === 'none' ? undefined : remedy },
  }));
  const actions = openActions(complaint).map(({ description, owed }) => ({
    values: {
      dueOn: describeDate(owed.dueOn),
      late: owed.dueOn < on ? 'We are late with this, and we are sorry.' : '',
    },
    texts: { description },
  }));
  const listed = list('actions', actions);
  return toResident('response', 'response', {
    values: {
      respondedOn: describeDate(on),
      window: sayWindow(complaint, context),
      ...points.values,
      ...listed.values,
    },
    texts: { ...points.texts, ...listed.texts },
  });
}

/** By when the landlord normally wants to be asked for stage 2, which refuses nobody by itself. */
function sayWindow(complaint: Complaint, context: Context): string {
  const policy = policyNow(context);
  const lastDay = lastDayToEscalate(complaint, context);
  if (!lastDay) return '';
  const { goodReason } = policy.stage2.window ?? {};
  const example = goodReason ? `, for example that ${goodReason}` : '';
  return `Please ask by ${describeDate(lastDay)} if you can. You can still ask after that day. Tell us if you had a reason to wait${example}.`;
}

/**
 * Reason, new date, how it is counted; the Ombudsman's details stand in the template (Code 6.4, 6.5).
 *
 * @param deadline what it promises, which is owed once this notice was given in time
 */
export function owedExtension(
  { extension, extends: dueOn, reason, goodReason, updateEvery }: EventOf<'ExtensionRequested'>,
  deadline: Deadline,
  stage: Stage,
): NoticeOwed {
  const { response } = owedAtStage[stage];
  return toResident(
    extension,
    'extension',
    {
      values: {
        dueOn: describeDate(dueOn),
        newDueOn: describeDate(deadline.dueOn),
        explanation: explainDeadline(deadline),
        ...(!goodReason && { goodReason: '' }),
        updates: updateEvery
          ? `Until then we will tell you how things stand ${sayInterval(updateEvery)}.`
          : '',
      },
      texts: refs({ reason, goodReason }),
      ...tell([{ id: response, dueOn: deadline.dueOn }]),
    },
    { obligation: response, dueOn },
  );
}

/** Asks the resident what is not clear, so that the complaint can be defined as they mean it (Code 5.6). */
export function owedClarification(complaint: Complaint, question: TextRef, today: CivilDate): NoticeOwed {
  const response = openResponse(complaint);
  const owed = response ? [response] : [];
  return toResident(`clarification_${complaint.eventCount}`, 'clarification', {
    values: listPromises(owed, today),
    texts: { question: question.id },
    ...tell(owed),
  });
}

export function owedUpdateNotice(complaint: Complaint, text: TextRef, today: CivilDate): NoticeOwed {
  const promised = [openResponse(complaint), openObligation(complaint, 'update')];
  const owed = promised.filter((each) => each !== undefined);
  return toResident(`update_${complaint.eventCount}`, 'update', {
    values: listPromises(owed, today),
    texts: { text: text.id },
    ...tell(owed),
  });
}

export function owedActionChange(
  complaint: Complaint,
  { description }: { description: TextRef },
  { dueOn }: Deadline,
  note: TextRef | undefined,
): NoticeOwed {
  return toResident(`action-changed_${complaint.eventCount}`, 'action-changed', {
    values: { dueOn: describeDate(dueOn), ...(!note && { note: '' }) },
    texts: refs({ description, note }),
  });
}

export function owedActionCompletion(
  complaint: Complaint,
  action: { description: TextRef },
  on: CivilDate,
): NoticeOwed {
  return toResident(`action-completed_${complaint.eventCount}`, 'action-completed', {
    values: { completedOn: describeDate(on) },
    texts: { description: action.description.id },
  });
}

/** That dates which the resident was told are others now, why, and what they are. */
export function owedDatesChanged(
  complaint: Complaint,
  recounted: Pick<EventOf<'DatesRecounted'>, 'because' | 'calendarVersion'>,
  told: EventOf<'DatesRecounted'>['dates'],
  today: CivilDate,
): NoticeOwed {
  const dates = told.flatMap(({ obligation, was }) => {
    const owed = complaint.obligations.find(({ id }) => id === obligation);
    return owed ? [{ owed, was }] : [];
  });
  const listed = list(
    'dates',
    dates.map(({ owed, was }) => ({
      values: {
        task: `${tasks[owed.kind].resident} ${owed.dueOn < today ? 'as soon as we can' : `by ${describeDate(owed.dueOn)}`}`,
        was: describeDate(was),
        explanation: explainCount(owed),
        note:
          owed.dueOn < today
            ? `The date should have been ${describeDate(owed.dueOn)}. That day has passed, and we are sorry that we did not keep it.`
            : '',
      },
      texts: {},
    })),
  );
  const { calendarVersion } = recounted;
  return toResident(`dates-changed_${calendarVersion}_${complaint.eventCount}`, 'dates-changed', {
    values: { because: explainRecount(recounted).join(' '), ...listed.values },
    ...tell(dates.map(({ owed }) => owed)),
  });
}

function openActions({ actions, obligations }: Complaint) {
  return actions.flatMap(({ id, description }) => {
    const owed = obligations.find((each) => each.id === id && isOpen(each));
    return owed ? [{ description, owed }] : [];
  });
}

function listPoints(points: readonly Point[], describe: (point: Point) => Part) {
  const parts = points.map((point) => {
    const { values, texts } = describe(point);
    return { values, texts: { definition: point.definition, ...texts } };
  });
  return list('points', parts);
}
