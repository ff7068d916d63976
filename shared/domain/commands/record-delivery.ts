import { type Complaint, openResponse } from '../complaint.ts';
import { oweContact } from '../contact.ts';
import { isAnswer } from '../copies.ts';
import { accept, type Context, type Decision } from '../decision.ts';
import type { ComplaintEvent, Failure } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type Extension, unsettledExtension } from '../extension.ts';
import { comeTooLate, settleExtension } from '../extension-settling.ts';
import { type Instant, londonDateOf } from '../london-time.ts';
import { owedExtensionProblem } from '../notices/to-staff.ts';
import type { NoticeKind } from '../notices.ts';

/** What became of a notice to the resident, or of a copy of it, whoever learnt of it first: the sender or SES's event. */
export interface RecordDelivery {
  type: 'RecordDelivery';
  notice: string;
  kind: NoticeKind;
  /** it is a copy, which tells nothing of whether the resident was reached */
  copied?: true | undefined;
  outcome: 'accepted' | 'delivered' | Failure;
  /** when it happened, which may be long before it is recorded */
  at: Instant;
  /** when SES took the mail, where that is known */
  acceptedAt?: Instant | undefined;
}

/**
 * An extension is kept or not by when its notice was taken, and by whether it came back in time (Code 6.4). Whatever
 * else does not arrive is told by phone or post.
 */
export function recordDelivery(complaint: Complaint, command: RecordDelivery, context: Context): Decision {
  const told = eventOf(command);
  if (command.copied) return accept([told, ...contactFor(complaint, command, context)]);
  const extension = complaint.extensions.find(({ notice }) => notice === command.notice);
  const settled = extension && settle(complaint, extension, command, context);
  const stands = settled ? evolve(complaint, settled) : complaint;
  const failed = failureOf(stands, command, context);
  const events = [told, settled, failed].filter((event) => event !== undefined);
  const problem = events.find(
    ({ type }) => type === 'ExtensionNotReached' || type === 'ExtensionCameTooLate',
  );
  if (!problem || !extension) return accept(events);
  const after = events.reduce<Complaint>(evolve, complaint);
  const what = problem.type === 'ExtensionNotReached' ? 'not-reached' : 'too-late';
  return accept(events, owedExtensionProblem(after, extension, what));
}

/** An answer that did not reach whoever is owed a copy of it is told in another way; other copies are courtesy. */
function contactFor(complaint: Complaint, command: RecordDelivery, context: Context): ComplaintEvent[] {
  const failed = isAnswer(command) ? failureOf(complaint, command, context) : undefined;
  return failed ? [failed] : [];
}

/** What becomes of an extension by this, or undefined where nothing was waiting for it. */
function settle(
  complaint: Complaint,
  extension: Extension,
  { outcome, at, acceptedAt }: RecordDelivery,
  context: Context,
): ComplaintEvent | undefined {
  if (extension.state === 'too-late') return inTimeAfterAll(complaint, extension, acceptedAt);
  if (extension.state !== 'requested') return undefined;
  const taken = outcome === 'accepted' || outcome === 'delivered' ? (acceptedAt ?? at) : acceptedAt;
  if (taken) return settleExtension(complaint, extension.extension, londonDateOf(taken), context);
  if (londonDateOf(at) <= extension.extends)
    return { type: 'ExtensionNotReached', extension: extension.extension };
  return comeTooLate(complaint, extension, context);
}

/** SES's own word for when it took a mail is better than our clock at midnight. */
function inTimeAfterAll(
  complaint: Complaint,
  { extension, stage, extends: extended, newDueOn }: Extension,
  acceptedAt: Instant | undefined,
): ComplaintEvent | undefined {
  const response = openResponse(complaint);
  if (
    stage !== complaint.stage ||
    !acceptedAt ||
    londonDateOf(acceptedAt) > extended ||
    response?.dueOn !== newDueOn
  )
    return undefined;
  const deadline = { dueOn: response.dueOn, derivation: response.derivation };
  return { type: 'ExtensionTookEffect', ...(stage === 2 && { stage }), extension, deadline };
}

/** What follows where a notice did not arrive. A link that was asked for, and the receipt, meet no promise. */
function failureOf(
  complaint: Complaint,
  { notice, kind, outcome, at }: RecordDelivery,
  context: Context,
): ComplaintEvent | undefined {
  if (outcome === 'accepted' || outcome === 'delivered') return undefined;
  const hasEnded = complaint.status === 'closed' || complaint.status === 'withdrawn';
  // A refusal of stage 2 gives a closed complaint back as it was, and its reasons are owed in writing (Code 5.11).
  const isOver = hasEnded && kind !== 'escalation-refusal';
  if (kind === 'receipt' || kind === 'access-link' || isOver) return undefined;
  const extension = complaint.extensions.find((each) => each.notice === notice);
  if (extension && extension.state !== 'effective') return undefined;
  if (extension && stillGivable(complaint, extension, at))
    return { type: 'ExtensionNotReached', extension: extension.extension };
  return oweContact(complaint, notice, { countedFrom: 'failed-notice', on: londonDateOf(at) }, context);
}

/** Only the extension that the present date comes from can be undone by its own notice. */
function stillGivable(complaint: Complaint, extension: Extension, at: Instant): boolean {
  const { dueOn } = openResponse(complaint) ?? {};
  return (
    extension.stage === complaint.stage &&
    dueOn === extension.newDueOn &&
    londonDateOf(at) <= extension.extends &&
    unsettledExtension(complaint.extensions) === undefined
  );
}

function eventOf({ notice, kind, copied, outcome, at, acceptedAt }: RecordDelivery): ComplaintEvent {
  const about = { notice, kind };
  switch (outcome) {
    case 'accepted':
      return { type: 'NoticeAccepted', ...about, acceptedAt: acceptedAt ?? at };
    case 'delivered':
      return { type: 'NoticeDelivered', ...about };
    default:
      return { type: 'NoticeNotDelivered', ...about, ...(copied && { copied }), why: outcome, failedAt: at };
  }
}
