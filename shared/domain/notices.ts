import type { Calendar } from './calendar.ts';
import { type CivilDate, describeDate } from './civil-date.ts';
import type { Complaint } from './complaint.ts';
import { explainDeadline } from './deadline.ts';
import type { Rung } from './ladder.ts';
import type { Obligation, ObligationKind } from './obligations.ts';
import type { Rank } from './policy.ts';
import { workingDaysBetween } from './working-days.ts';

export const noticeKinds = ['receipt', 'alert', 'missed-date-apology'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Mail that the Code or a promise asks for leaves before everything else. */
export const sendLanes = ['statutory', 'routine'] as const;
export type SendLane = (typeof sendLanes)[number];

/** The resident, or whoever holds a rank when the notice is sent. */
type Recipient = { type: 'complainant' } | { type: 'staff'; rank: Rank };

/** A message owed to somebody, decided and not yet sent. */
export interface NoticeOwed {
  /** unique within its complaint and made from what the notice is about: owing it twice is owing it once */
  id: string;
  kind: NoticeKind;
  lane: SendLane;
  recipient: Recipient;
  /** the notice is cancelled where this obligation is no longer open with this due date when it is to be sent */
  reason?: { obligation: string; dueOn: CivilDate } | undefined;
  /** named values for its template; no personal text, which is added when it is written out */
  values: Record<string, string>;
}

/** A notice as people read it. */
export interface RenderedNotice {
  subject: string;
  text: string;
  html: string;
}

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
 * One alert for each rank that the rung speaks to. How far off the date is it tells by the day on which it is given,
 * which after an outage is later than the rung's own.
 */
export function owedAlerts(
  complaint: Complaint,
  obligation: Obligation,
  { workingDays, to, skipped }: SpokenRung,
  { today, calendar }: { today: CivilDate; calendar: Calendar },
): NoticeOwed[] {
  const { dueOn } = obligation;
  return to.map((rank) => ({
    id: `alert_${obligation.id}_${dueOn}_${workingDays}_${rank}`,
    kind: 'alert',
    lane: 'routine',
    recipient: { type: 'staff', rank },
    reason: { obligation: obligation.id, dueOn },
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
      residentNote: describeReach(complaint),
    },
  }));
}

/** Says sorry for a missed date, with the Ombudsman's details. */
export function owedApology(obligation: Obligation): NoticeOwed {
  return {
    id: `apology_${obligation.id}_${obligation.dueOn}`,
    kind: 'missed-date-apology',
    lane: 'statutory',
    recipient: { type: 'complainant' },
    reason: { obligation: obligation.id, dueOn: obligation.dueOn },
    values: {
      missedTask: tasks[obligation.kind].resident,
      dueOn: describeDate(obligation.dueOn),
      explanation: explainDeadline(obligation),
    },
  };
}

/** Whether what the notice is about still holds; one whose reason is gone is cancelled instead of sent. */
export function isStillOwed(notice: Pick<NoticeOwed, 'reason'>, complaint: Complaint): boolean {
  const { reason } = notice;
  if (!reason) return true;
  return complaint.obligations.some((each) => each.id === reason.obligation && each.dueOn === reason.dueOn);
}

const tasks: Record<ObligationKind, { staff: string; resident: string }> = {
  'stage-1-acknowledgement': { staff: 'Acknowledge the complaint', resident: 'acknowledge your complaint' },
  'stage-1-response': { staff: 'Send the stage 1 response', resident: 'answer your complaint' },
};

function describePosition(dueOn: CivilDate, today: CivilDate, calendar: Calendar): string {
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
  return days === 1 ? '1 working day' : `${days} working days`;
}

function describeReach(complaint: Complaint): string {
  if (!complaint.reachableByEmail) return 'The resident is not to be emailed: tell them by phone or post.';
  return complaint.residentUnreached
    ? 'Our last email did not reach the resident: tell them by phone or post.'
    : '';
}
