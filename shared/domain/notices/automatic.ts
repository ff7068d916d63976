import { goesByPost } from '../by-hand.ts';
import { type Calendar, lastWorkingDayUpTo } from '../calendar.ts';
import { type CivilDate, describeDate } from '../civil-date.ts';
import { type Complaint, ownerOf } from '../complaint.ts';
import { explainDeadline } from '../explain-deadline.ts';
import type { Rung } from '../ladder.ts';
import { sayLength } from '../limit.ts';
import type { NoticeOwed } from '../notices.ts';
import type { Obligation, ObligationKind } from '../obligations.ts';
import type { Rank } from '../ranks.ts';
import { isResponse } from '../stages.ts';
import { isAnonymous } from '../telling.ts';
import { wayTo } from '../ways.ts';
import { workingDaysBetween } from '../working-days.ts';
import { explainCount } from './parts.ts';
import { tasks } from './tasks.ts';

/** Notices that nobody decides on: they follow from receipt and from the passing of time. */

/** The automatic "we have it". It meets no obligation and repeats nothing that was typed. */
export function owedReceipt(complaint: Complaint): NoticeOwed {
  const deadline = (kind: ObligationKind) => complaint.obligations.find((each) => each.kind === kind);
  const acknowledgement = deadline('stage-1-acknowledgement');
  const response = deadline('stage-1-response');
  if (!acknowledgement || !response)
    throw new Error(`complaint ${complaint.reference} lacks its stage 1 obligations`);
  return {
    id: 'receipt',
    kind: 'receipt',
    lane: 'statutory',
    recipient: { type: 'complainant' },
    tells: [acknowledgement, response].map(({ id, dueOn }) => ({ obligation: id, dueOn })),
    values: {
      receivedOn: describeDate(complaint.receivedOn),
      acknowledgementDueOn: describeDate(acknowledgement.dueOn),
      acknowledgementExplanation: explainDeadline(acknowledgement),
      responseDueOn: describeDate(response.dueOn),
      responseExplanation: explainDeadline(response),
    },
  };
}

/** A rung that is given now, and those before it that were never given. */
type SpokenRung = Pick<Rung, 'workingDays' | 'to'> & { skipped: number[] };

/**
 * One alert for each rank that the rung speaks to; before the date whoever owes it hears of it by the digest of the
 * morning, and not by a mail of its own. How far off the date is it tells by the day on which it is given,
 * which after an outage is later than the rung's own.
 */
export function owedAlerts(
  complaint: Complaint,
  obligation: Obligation,
  { workingDays, to, skipped }: SpokenRung,
  { today, calendar }: { today: CivilDate; calendar: Calendar },
): NoticeOwed[] {
  const { dueOn } = obligation;
  const mailed = to.filter((rank) => rank !== 'handler' || workingDays >= 0);
  return mailed.map((rank) => ({
    id: `alert_${obligation.id}_${dueOn}_${workingDays}_${rank}`,
    kind: 'alert',
    lane: 'routine',
    recipient: toStaff(rank, complaint, obligation),
    reason: { obligation: obligation.id, dueOn },
    rung: workingDays,
    values: {
      task: tasks[obligation.kind].staff,
      position: describePosition(dueOn, today, calendar),
      dueOn: describeDate(dueOn),
      explanation: explainDeadline(obligation, 'staff'),
      rank: rank.replace('-', ' '),
      earlierAlerts:
        skipped.length > 0
          ? `It also stands for alerts that could not be sent in time: ${skipped.map(describeRung).join(', ')}.`
          : '',
      residentNote: [
        describeReach(complaint, obligation, { today, calendar }),
        askForUpdates(complaint, obligation, today),
      ]
        .join(' ')
        .trim(),
    },
  }));
}

/**
 * Says sorry for a missed date, with the Ombudsman's details.
 *
 * @param missedOn the date that passed, which is not the present due date where a later one was promised too late
 */
export function owedApology(obligation: Obligation, missedOn: CivilDate, today: CivilDate): NoticeOwed {
  const isPromisedAnew = missedOn !== obligation.dueOn && obligation.dueOn >= today;
  return {
    id: `apology_${obligation.id}_${missedOn}`,
    kind: 'missed-date-apology',
    lane: 'statutory',
    recipient: { type: 'complainant' },
    reason: { obligation: obligation.id, dueOn: missedOn },
    values: {
      missedTask: tasks[obligation.kind].resident,
      dueOn: describeDate(missedOn),
      nextDate: isPromisedAnew
        ? `We now promise to do so by ${describeDate(obligation.dueOn)}.`
        : 'We are still working on it, and will do it as soon as we can.',
      explanation: isPromisedAnew ? explainCount(obligation) : '',
    },
  };
}

/** A person is told of what they owe themself; the ranks above hear of it at their own addresses. */
function toStaff(rank: Rank, complaint: Complaint, obligation: Obligation): NoticeOwed['recipient'] {
  const person = rank === 'handler' ? ownerOf(complaint, obligation) : undefined;
  return { type: 'staff', rank, ...(person && { person }) };
}

/** `due in 3 working days`, `due today`, `2 working days overdue` */
export function describePosition(dueOn: CivilDate, today: CivilDate, calendar: Calendar): string {
  if (today === dueOn) return 'due today';
  const days = Math.abs(workingDaysBetween(calendar.extended, dueOn, today));
  if (today < dueOn) return `due in ${describeDays(days)}`;
  return days === 0 ? 'overdue' : `${describeDays(days)} overdue`;
}

function describeRung(workingDays: number): string {
  if (workingDays === 0) return 'the day it was due';
  const days = describeDays(Math.abs(workingDays));
  return workingDays < 0 ? `${days} before it was due` : `${days} after it was due`;
}

function describeDays(days: number): string {
  return sayLength({ unit: 'working-days', count: days });
}

/** Once the Code's time has passed it must be agreed with the resident how often they are told how things stand (Code 5.9). */
function askForUpdates(
  { updateEvery }: Complaint,
  { kind, dueOn, codeDueOn }: Obligation,
  today: CivilDate,
): string {
  const isLate = isResponse(kind) && (codeDueOn ?? dueOn) < today;
  return isLate && !updateEvery
    ? 'No updates are agreed: agree with the resident how often you tell them how things stand (Code 5.9).'
    : '';
}

function describeReach(complaint: Complaint, obligation: Obligation, days: Days): string {
  if (obligation.kind === 'posting') return `The letter ${sayLastPost(obligation, days)}.`;
  if (isAnonymous(complaint)) return 'The resident complained anonymously: there is nobody to tell.';
  switch (wayTo(complaint)) {
    case undefined:
      return 'The resident is not to be emailed: tell them by phone or post.';
    case 'phone':
      return 'The resident is told by phone.';
    case 'letter':
      return goesByPost(complaint, obligation)
        ? `The resident gets letters: yours ${sayLastPost(obligation, days)}.`
        : 'The resident gets letters.';
    case 'email':
      return complaint.residentUnreached
        ? 'Our last email did not reach the resident: tell them by phone or post.'
        : '';
  }
}

interface Days {
  today: CivilDate;
  calendar: Calendar;
}

function sayLastPost({ dueOn }: Obligation, { today, calendar }: Days): string {
  const last = lastWorkingDayUpTo(calendar, dueOn);
  if (last < today) return `had to catch the last post on ${describeDate(last)}`;
  return `must catch the last post ${last === today ? 'today' : `on ${describeDate(last)}`}`;
}
