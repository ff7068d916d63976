import { type Complaint, openObligations, openResponse } from '../complaint.ts';
import { oweContact, putsQuestion } from '../contact.ts';
import { isAnswer } from '../copies.ts';
import { accept, type Context, type Decision } from '../decision.ts';
import type { ComplaintEvent, Failure, NotSent, otherReaders } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type Extension, unsettledExtension } from '../extension.ts';
import { comeTooLate, settleExtension } from '../extension-settling.ts';
import { type Instant, londonDateOf } from '../london-time.ts';
import { owedExtensionProblem } from '../notices/to-staff.ts';
import type { NoticeKind, NoticeOwed } from '../notices.ts';
import { isActive, type Status } from '../statuses.ts';
import { isOfEarlierLead } from '../telling.ts';

/** What became of a notice, whoever learnt of it first: the sender or SES's event. */
export interface RecordDelivery {
  type: 'RecordDelivery';
  notice: string;
  kind: NoticeKind;
  /** of a letter to the resident: whom it is for, as the complaint counted its parties then */
  party?: number | undefined;
  /** how many times it was handed to SES, if it was: somebody may have it though it was not sent in the end */
  attempts?: number | undefined;
  /** whom it was for, other than the resident */
  to?: (typeof otherReaders)[number] | undefined;
  outcome: 'accepted' | 'delivered' | Failure | NotSent;
  /** when it happened, which may be long before it is recorded */
  at: Instant;
  /** when SES took the mail, where that is known */
  acceptedAt?: Instant | undefined;
  /** of a mail to one of the staff: the same notice to whoever holds the rank, where they are not reached */
  instead?: NoticeOwed | undefined;
}

/**
 * An extension is kept or not by when its notice was taken, and by whether it came back in time (Code 6.4). Whatever
 * else does not arrive is told by phone or post.
 */
export function recordDelivery(complaint: Complaint, command: RecordDelivery, context: Context): Decision {
  const { notice, kind, outcome, to, attempts } = command;
  if (outcome === 'cancelled' || outcome === 'withheld')
    return accept([{ type: 'NoticeNotSent', notice, kind, why: outcome, ...(attempts && { attempts }) }]);
  const arrival = { ...command, outcome };
  if (to) return toOther(complaint, arrival, context);
  const ofEarlierLead = isOfEarlierLead(command, complaint) && ({ to: 'earlier-lead' } as const);
  return toResident(complaint, { ...arrival, ...ofEarlierLead }, context);
}

/** What became of a notice that was sent, or could not be. */
type Arrival = RecordDelivery & { outcome: 'accepted' | 'delivered' | Failure };

function toResident(complaint: Complaint, arrival: Arrival, context: Context): Decision {
  const extension = complaint.extensions.find(({ notice }) => notice === arrival.notice);
  const settled = extension && settle(complaint, extension, arrival, context);
  const stands = settled ? evolve(complaint, settled) : complaint;
  const failed = failureOf(stands, arrival, context);
  const events = [eventOf(arrival), settled, failed].filter((event) => event !== undefined);
  const problem = events.find(
    ({ type }) => type === 'ExtensionNotReached' || type === 'ExtensionCameTooLate',
  );
  if (!problem || !extension) return accept(events);
  const after = events.reduce<Complaint>(evolve, complaint);
  const what = problem.type === 'ExtensionNotReached' ? 'not-reached' : 'too-late';
  return accept(events, owedExtensionProblem(after, extension, what));
}

/** Of others it is told only what did not arrive, and what did after all. */
function toOther(complaint: Complaint, arrival: Arrival, context: Context): Decision {
  const { outcome, instead } = arrival;
  if (outcome === 'accepted') return accept([]);
  if (outcome === 'delivered') return accept([eventOf(arrival)]);
  const contact = mustBeToldOtherwise(complaint, arrival) && contactFor(complaint, arrival, context);
  return accept([eventOf(arrival), ...(contact ? [contact] : [])], instead ? [instead] : []);
}

/** An answer, to whoever is owed a copy of it; a question, to a contractor, for as long as it is open. */
function mustBeToldOtherwise(complaint: Complaint, { notice, kind, to }: Arrival): boolean {
  switch (to) {
    case 'copied':
      return isAnswer({ kind }) && !owesNoContact(complaint, kind);
    case 'contractor':
      return openObligations(complaint).some(({ id }) => putsQuestion(notice, id));
    default:
      return false;
  }
}

/** What becomes of an extension by this, or undefined where nothing was waiting for it. */
function settle(
  complaint: Complaint,
  extension: Extension,
  { outcome, at, acceptedAt }: Arrival,
  context: Context,
): ComplaintEvent | undefined {
  const taken = outcome === 'accepted' || outcome === 'delivered' ? (acceptedAt ?? at) : acceptedAt;
  if (extension.state !== 'requested') return taken && inTimeAfterAll(complaint, extension, taken, context);
  if (taken) return settleExtension(complaint, extension.extension, londonDateOf(taken), context);
  if (londonDateOf(at) <= extension.extends)
    return { type: 'ExtensionNotReached', extension: extension.extension };
  return comeTooLate(complaint, extension, context);
}

/**
 * SES's own word for when it took a mail is better than our clock at midnight, and than our guess that it never would.
 * What came back since then is weighed once it counts as given.
 */
function inTimeAfterAll(
  complaint: Complaint,
  extension: Extension,
  taken: Instant,
  context: Context,
): ComplaintEvent | undefined {
  const { state, stage, newDueOn } = extension;
  const response = openResponse(complaint);
  if (stage !== complaint.stage || !response || londonDateOf(taken) > extension.extends) return undefined;
  if (state === 'not-reached')
    return settleExtension(complaint, extension.extension, londonDateOf(taken), context);
  if (state !== 'too-late' || response.dueOn !== newDueOn) return undefined;
  const deadline = { dueOn: response.dueOn, derivation: response.derivation };
  return {
    type: 'ExtensionTookEffect',
    ...(stage === 2 && { stage }),
    extension: extension.extension,
    deadline,
  };
}

/** What follows where a notice to the resident did not arrive. A link that was asked for is asked for again. */
function failureOf(complaint: Complaint, arrival: Arrival, context: Context): ComplaintEvent | undefined {
  const { notice, kind, outcome } = arrival;
  if (outcome === 'accepted' || outcome === 'delivered') return undefined;
  if (kind === 'access-link' || owesNoContact(complaint, kind)) return undefined;
  const extension = complaint.extensions.find((each) => each.notice === notice);
  if (!extension) return contactFor(complaint, arrival, context);
  // One that was overtaken tells nothing that holds; one that can still be given is given in writing, not by phone.
  if (extension.state !== 'effective' && extension.state !== 'too-late') return undefined;
  if (isLostForGood(outcome) && stillGivable(complaint, extension, arrival.at))
    return { type: 'ExtensionNotReached', extension: extension.extension };
  return contactFor(complaint, arrival, context);
}

/** Silence is no proof, and what came back for a reason that passes may arrive yet: SES has taken both. */
function isLostForGood(outcome: Arrival['outcome']): boolean {
  return outcome !== 'unconfirmed' && outcome !== 'soft-bounced';
}

/** Only the extension that the present date comes from can be undone by its own notice. */
function stillGivable(complaint: Complaint, extension: Extension, at: Instant): boolean {
  const { dueOn } = openResponse(complaint) ?? {};
  return (
    extension.state === 'effective' &&
    extension.stage === complaint.stage &&
    dueOn === extension.newDueOn &&
    londonDateOf(at) <= extension.extends &&
    unsettledExtension(complaint.extensions) === undefined
  );
}

/** What the lead before was told is nothing to whoever leads now, unless it was never sent: then nobody knows of it. */
function contactFor(
  complaint: Complaint,
  { notice, to, outcome, at }: Arrival,
  context: Context,
): ComplaintEvent | undefined {
  if (to === 'earlier-lead' && outcome !== 'unreachable') return undefined;
  const whom = to === 'copied' || to === 'contractor' ? to : undefined;
  return oweContact(complaint, notice, { countedFrom: 'failed-notice', on: londonDateOf(at) }, context, whom);
}

/**
 * What tells why a complaint is not looked into, or where it went, is owed although nobody works on it any more (Code
 * 2.4, 5.11): a refusal of stage 2 gives a closed complaint back as it was.
 */
const tellsOfEnd: Partial<Record<Status, readonly NoticeKind[]>> = {
  closed: ['escalation-refusal'],
  withdrawn: ['escalation-refusal'],
  excluded: ['escalation-refusal', 'exclusion', 'points-excluded'],
  merged: ['merged'],
};

/** Of a complaint that nobody works on any more only what tells of that end is told otherwise. */
function owesNoContact({ status }: Complaint, kind: NoticeKind): boolean {
  return !isActive(status) && !tellsOfEnd[status]?.includes(kind);
}

function eventOf({ notice, kind, to, outcome, at, acceptedAt }: Arrival): ComplaintEvent {
  const about = { notice, kind };
  switch (outcome) {
    case 'accepted':
      return { type: 'NoticeAccepted', ...about, acceptedAt: acceptedAt ?? at };
    case 'delivered':
      return { type: 'NoticeDelivered', ...about, ...(to && { to }) };
    default:
      return { type: 'NoticeNotDelivered', ...about, ...(to && { to }), why: outcome, failedAt: at };
  }
}
