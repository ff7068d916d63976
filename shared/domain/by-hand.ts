import { lastWorkingDayUpTo } from './calendar.ts';
import type { CivilDate } from './civil-date.ts';
import type { Complaint } from './complaint.ts';
import { contactAfter } from './contact.ts';
import { type Deadline, deriveDeadline } from './deadline.ts';
import type { Context } from './decision.ts';
import type { EventOf } from './events.ts';
import { type Extension, unsettledExtension } from './extension.ts';
import { londonDateOf } from './london-time.ts';
import { kindsByHand, type NoticeKind, type NoticeOwed } from './notices.ts';
import { isOpen, isToldToResident, type Obligation, type ObligationKind } from './obligations.ts';
import { isAcknowledgement, isResponse } from './stages.ts';
import { canBeWrittenTo } from './telling.ts';
import { type WayByHand, wayTo } from './ways.ts';

/** Letters that somebody posts and calls that somebody makes: each comes with an obligation to give it. */

/** The obligation to post a letter. */
function postingOf(notice: string): string {
  return `posting-${notice}`;
}

/** Whether a notice is worth a letter or a call. */
export function isGivenByHand({ kind }: Pick<NoticeOwed, 'kind'>): boolean {
  return kindsByHand.some((each) => each === kind);
}

interface ByHand {
  notice: NoticeOwed;
  event: EventOf<'ContactOwed'>;
}

/**
 * A notice that waits for a hand, and the obligation to give it.
 *
 * @param states before and after what the notice tells of; nothing before its receipt
 * @param whom for whom it is, where that is not the resident
 */
export function oweByHand(
  notice: NoticeOwed,
  way: WayByHand,
  { before, after }: { before: Complaint | undefined; after: Complaint },
  context: Context,
  whom?: Obligation['whom'],
): ByHand {
  const { id, kind, reason } = notice;
  const proofs = whom ? [] : provenBy(notice, before, after);
  const obligation: Obligation = {
    id: way === 'letter' ? postingOf(id) : contactAfter(id),
    kind: way === 'letter' ? 'posting' : 'contact',
    projected: false,
    ...deadlineOf(proofs, way, context),
    ...(whom && { whom }),
    gives: { notice: id, kind, ...(reason && { reason }) },
    ...(proofs.length > 0 && { proves: proofs.map((each) => each.id) }),
  };
  const { landlord } = after;
  const byHand = { way, landlord, dueOn: obligation.dueOn, obligation: obligation.id };
  return { notice: { ...notice, byHand }, event: { type: 'ContactOwed', notice: id, obligation } };
}

const isAnswer = (kind: ObligationKind) => isAcknowledgement(kind) || isResponse(kind);
const metBy: Partial<Record<NoticeKind, (kind: ObligationKind) => boolean>> = {
  acknowledgement: isAcknowledgement,
  'escalation-acknowledgement': isAcknowledgement,
  response: isAnswer,
  'final-response': isAnswer,
  update: (kind) => kind === 'update',
};

/** What was met by deciding on it, in time if the notice is given in time; of an extension the date that it puts off. */
function provenBy(
  { kind, reason }: NoticeOwed,
  before: Complaint | undefined,
  { obligations }: Complaint,
): { id: string; dueOn: CivilDate }[] {
  if (kind === 'extension') return reason ? [{ id: reason.obligation, dueOn: reason.dueOn }] : [];
  const wasMet = (id: string) => before?.obligations.some((each) => each.id === id && each.met);
  return obligations.filter((each) => each.met && metBy[kind]?.(each.kind) && !wasMet(each.id));
}

/** On the next working day, but by the last post that is in time where there is one still. */
function deadlineOf(
  proofs: readonly { dueOn: CivilDate }[],
  way: WayByHand,
  { now, policy, calendar }: Context,
): Deadline {
  const on = londonDateOf(now);
  const limit = { unit: 'working-days', count: 1, clause: '6.2', source: 'practice' } as const;
  // the day after, also where the landlord counts the first day of its own limits
  const byNextDay = { ...policy, startDay: 'day-zero' } as const;
  const next = deriveDeadline({ countedFrom: 'letter', on }, limit, byNextDay, calendar);
  const last = proofs
    .map(({ dueOn }) => lastWorkingDayUpTo(calendar, dueOn))
    .filter((each) => each >= on)
    .sort()[0];
  if (!last || last > next.dueOn) return next;
  return { dueOn: last, derivation: { promisedOn: on, clause: '6.2', lastDayFor: way } };
}

/** Whether what is owed reaches the resident by a letter, which is in time as long as it catches the last post of a working day. */
export function goesByPost(
  complaint: Parameters<typeof wayTo>[0],
  obligation: Pick<Obligation, 'kind'>,
): boolean {
  return isToldToResident(obligation) && wayTo(complaint) === 'letter';
}

/** The obligation to give a notice by hand, open or not. */
export function givingOf(
  { obligations }: Pick<Complaint, 'obligations'>,
  notice: string,
): Obligation | undefined {
  return obligations.find(({ gives }) => gives?.notice === notice);
}

/** An extension that waits to be posted, or told. */
export function extensionByHand(complaint: Complaint): Extension | undefined {
  const unsettled = unsettledExtension(complaint.extensions);
  const giving = unsettled?.notice ? givingOf(complaint, unsettled.notice) : undefined;
  return giving && isOpen(giving) ? unsettled : undefined;
}

/** An extension on its way to somebody who is reached in another way from now on: it does not arrive. */
export function extensionLost(before: Complaint, after: Complaint): Extension | undefined {
  const unsettled = unsettledExtension(before.extensions);
  const giving = unsettled?.notice ? givingOf(before, unsettled.notice) : undefined;
  const byHand = giving?.kind === 'posting' ? 'letter' : 'phone';
  const way = giving && isOpen(giving) ? byHand : 'email';
  return wayTo(after) === way && canBeWrittenTo(after) ? undefined : unsettled;
}

/** An extension on its way by mail, which is lost where mail does not reach the resident any more. */
export function extensionByMail(complaint: Complaint): Extension | undefined {
  return extensionByHand(complaint) ? undefined : unsettledExtension(complaint.extensions);
}
