import { describeDate } from '../domain/civil-date.ts';
import type { Complaint } from '../domain/complaint.ts';
import { sayLength } from '../domain/limit.ts';
import { londonDateOf, londonTimeOf } from '../domain/london-time.ts';
import { tasks } from '../domain/notices/tasks.ts';
import type { NoticeKind } from '../domain/notices.ts';
import type { Notice } from '../domain/stored-notice.ts';

/**
 * Why a notice goes out, in words.
 *
 * @param waited it was owed before the forecast began, and was not sent yet
 */
export function sayReason(notice: Notice, complaint: Complaint | undefined, waited: boolean): string {
  const { kind, owedAt, reason, rung } = notice;
  if (waited)
    return `waits to be sent since ${londonTimeOf(owedAt)} on ${describeDate(londonDateOf(owedAt))}`;
  if (kind === 'missed-date-apology' && reason) return `date missed: ${describeDate(reason.dueOn)}`;
  if (rung !== undefined) return sayRung(rung, reason, complaint);
  return reasons[kind] ?? 'what time has changed';
}

const reasons: Partial<Record<NoticeKind, string>> = {
  digest: 'digest of the morning',
  extension: 'prepared extension, on the last working morning before its date',
  'extension-problem': 'an extension that did not reach the resident, or could no longer be sent',
  'dates-changed': 'dates counted anew by another calendar',
  'service-request-review': 'a service request is to be looked at again',
};

/** `3 working days before it is due on Monday 4 January 2027: Acknowledge the complaint` */
function sayRung(rung: number, reason: Notice['reason'], complaint: Complaint | undefined): string {
  const about = complaint?.obligations.find(({ id }) => id === reason?.obligation);
  const date = reason ? ` on ${describeDate(reason.dueOn)}` : '';
  const task = about ? `: ${tasks[about.kind].staff}` : '';
  return `${sayPosition(rung)}${date}${task}`;
}

function sayPosition(rung: number): string {
  if (rung === 0) return 'due';
  const days = sayLength({ unit: 'working-days', count: Math.abs(rung) });
  return rung < 0 ? `${days} before it is due` : `${days} after it was due`;
}
