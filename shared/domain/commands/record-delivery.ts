import { type Complaint, openObligation } from '../complaint.ts';
import { deriveDeadline } from '../deadline.ts';
import { accept, type Context, type Decision } from '../decision.ts';
import type { ComplaintEvent, EventOf, Failure } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Extension } from '../extension.ts';
import { comeTooLate, settleExtension } from '../extension-settling.ts';
import { type Instant, londonDateOf } from '../london-time.ts';
import { owedExtensionProblem } from '../notices/to-staff.ts';
import type { NoticeKind, NoticeOwed } from '../notices.ts';

/** What became of a notice to the resident, whoever learnt of it first: the sender or SES's event. */
export interface RecordDelivery {
  type: 'RecordDelivery';
  notice: string;
  kind: NoticeKind;
  outcome: 'accepted' | 'delivered' | Failure;
  /** when it happened, which may be long before it is recorded */
  at: Instant;
  /** when SES took the mail, where that is known */
  acceptedAt?: Instant | undefined;
}

/** An extension is kept or not by when its notice was taken, and by whether it came back in time (Code 6.4). */
export function recordDelivery(complaint: Complaint, command: RecordDelivery, context: Context): Decision {
  const events: ComplaintEvent[] = [eventOf(command)];
  const notices: NoticeOwed[] = [];
  const extension = complaint.extensions.find(({ notice }) => notice === command.notice);
  if (!extension) return accept(events);
  const happen = (event: ComplaintEvent | undefined) => event && events.push(event);
  const settled = settle(complaint, extension, command, context);
  happen(settled);
  const stands = settled ? evolve(complaint, settled) : complaint;
  const failed = command.outcome !== 'accepted' && command.outcome !== 'delivered';
  const effective = stands.extensions.some(
    ({ extension: id, state }) => id === extension.extension && state === 'effective',
  );
  if (failed && effective) {
    if (londonDateOf(command.at) <= extension.extends && openObligation(complaint, 'stage-1-response'))
      happen({ type: 'ExtensionNotReached', extension: extension.extension });
    else happen(owedContact(complaint, command, context));
  }
  const after = events.reduce<Complaint>(evolve, complaint);
  const problem = events.find(
    ({ type }) => type === 'ExtensionNotReached' || type === 'ExtensionCameTooLate',
  );
  if (problem) {
    const what = problem.type === 'ExtensionNotReached' ? 'not-reached' : 'too-late';
    notices.push(...owedExtensionProblem(after, extension, what));
  }
  return accept(events, notices);
}

/** What an extension that was on its way has become, or undefined where nothing was waiting for this. */
function settle(
  complaint: Complaint,
  extension: Extension,
  { outcome, at, acceptedAt }: RecordDelivery,
  context: Context,
): ComplaintEvent | undefined {
  if (extension.state !== 'requested') return undefined;
  const taken = outcome === 'accepted' ? at : acceptedAt;
  if (taken) return settleExtension(complaint, extension.extension, londonDateOf(taken), context);
  // A delivery that does not tell when the mail was taken counts from its own time: later, never sooner.
  if (outcome === 'delivered')
    return settleExtension(complaint, extension.extension, londonDateOf(at), context);
  if (londonDateOf(at) <= extension.extends)
    return { type: 'ExtensionNotReached', extension: extension.extension };
  return comeTooLate(complaint, extension, context);
}

function eventOf({ notice, kind, outcome, at, acceptedAt }: RecordDelivery): ComplaintEvent {
  const about = { notice, kind };
  switch (outcome) {
    case 'accepted':
      return { type: 'NoticeAccepted', ...about, acceptedAt: acceptedAt ?? at };
    case 'delivered':
      return { type: 'NoticeDelivered', ...about };
    default:
      return { type: 'NoticeNotDelivered', ...about, why: outcome, failedAt: at };
  }
}

/** The promise stands, but the resident does not know: somebody phones or writes by the next working day. */
function owedContact(
  complaint: Complaint,
  { notice, at }: RecordDelivery,
  { policy, calendar }: Context,
): EventOf<'ContactOwed'> | undefined {
  const number = complaint.obligations.filter(({ kind }) => kind === 'contact').length + 1;
  const limit = { unit: 'working-days', count: 1, clause: '6.4', source: 'practice' } as const;
  const start = { countedFrom: 'failed-notice', on: londonDateOf(at) } as const;
  const deadline = deriveDeadline(start, limit, policy, calendar);
  return {
    type: 'ContactOwed',
    notice,
    obligation: { id: `contact-${number}`, kind: 'contact', projected: false, ...deadline },
  };
}
