import { type Calendar, isWorkingDay, lastWorkingDayUpTo } from './calendar.ts';
import type { CivilDate } from './civil-date.ts';
import { type Complaint, openResponse } from './complaint.ts';
import { type CountedDerivation, type Deadline, deriveDeadline } from './deadline.ts';
import type { Context } from './decision.ts';
import { type Extension, type ExtensionRequest, unsettledExtension } from './extension.ts';
import type { Obligation } from './obligations.ts';
import type { PolicyVersion } from './policy.ts';
import type { Refusal } from './refusals.ts';
import { limitsAt } from './stage-dates.ts';
import { owedAtStage } from './stages.ts';
import type { TextRef } from './text.ts';
import { workingDaysBetween } from './working-days.ts';

/** What staff say who extend, now or on the last day. */
export interface Wish {
  newDueOn: CivilDate;
  reason: TextRef;
  goodReason?: TextRef | undefined;
  updateEvery?: number | undefined;
  /** what the resident said who was asked for more time (seed 004) */
  residentAgreed?: boolean | undefined;
}

/**
 * Whether the answer may be put off to a date: asked for by the end of the day that it extends, to a later working day,
 * and beyond the cap with a good reason and updates that were agreed (Code 5.9, 6.4).
 *
 * @param on the day on which it is, or was, given
 */
export function planExtension(
  complaint: Complaint,
  { newDueOn, reason, goodReason, updateEvery, residentAgreed }: Wish,
  on: CivilDate,
  { policy, calendar }: Context,
): ExtensionRequest | { refusal: Refusal } {
  const response = openResponse(complaint);
  if (!response) throw new Error(`complaint ${complaint.reference} owes no response`);
  const { dueOn } = response;
  const unsettled = unsettledExtension(complaint.extensions);
  if (unsettled) return { refusal: { type: 'ExtensionUnsettled', newDueOn: unsettled.newDueOn } };
  if (on > dueOn) return { refusal: { type: 'ExtensionAfterDueDate', dueOn } };
  if (newDueOn <= dueOn) return { refusal: { type: 'ExtensionNotLater', dueOn } };
  if (!isWorkingDay(calendar, newDueOn)) {
    const before = lastWorkingDayUpTo(calendar, newDueOn);
    return { refusal: { type: 'NotAWorkingDay', date: newDueOn, before } };
  }
  const latest = latestWithoutReason(complaint, policy, calendar);
  if (newDueOn > latest && !goodReason) return { refusal: { type: 'BeyondCap', latest } };
  if (newDueOn > latest && !updateEvery) return { refusal: { type: 'UpdatesNotAgreed', latest } };
  return {
    extension: `extension-${complaint.extensions.length + 1}`,
    extends: dueOn,
    newDueOn,
    reason,
    ...(goodReason && { goodReason }),
    ...(updateEvery && { updateEvery }),
    ...(residentAgreed !== undefined && { residentAgreed }),
  };
}

/** The last day to which the answer may be put off without good reason: counted from the date first given. */
export function latestWithoutReason(
  complaint: Complaint,
  policy: PolicyVersion,
  calendar: Calendar,
): CivilDate {
  const start = { countedFrom: 'original-due-date', on: originalOf(complaint).countedTo } as const;
  return deriveDeadline(start, limitsAt(complaint.stage, policy).extension, policy, calendar).dueOn;
}

/**
 * The date of the answer before anybody put it off, as it was counted: not moved off a day that is not worked.
 */
function originalOf(complaint: Complaint): {
  countedTo: CivilDate;
  derivation: CountedDerivation['original'];
} {
  const kind = owedAtStage[complaint.stage].response;
  const response = complaint.obligations.find(({ id }) => id === kind);
  if (!response) throw new Error(`complaint ${complaint.reference} owes no response`);
  const { dueOn, derivation } = response;
  if ('promisedOn' in derivation) return { countedTo: dueOn, derivation: undefined };
  const { original: first, ...counted } = derivation;
  if (derivation.countedFrom === 'original-due-date')
    return { countedTo: derivation.startOn, derivation: first };
  return { countedTo: derivation.countedTo ?? dueOn, derivation: counted };
}

/** The date that an extension promises, counted from the date first given. */
export function deadlineOf(
  complaint: Complaint,
  { newDueOn }: Pick<Extension, 'newDueOn'>,
  { policy, calendar }: Context,
): Deadline {
  const { countedTo: from, derivation: original } = originalOf(complaint);
  const { clause, source } = limitsAt(complaint.stage, policy).extension;
  const count = workingDaysBetween(calendar.extended, from, newDueOn);
  const start = { countedFrom: 'original-due-date', on: from } as const;
  const limit = { unit: 'working-days', count, clause, source } as const;
  const { derivation } = deriveDeadline(start, limit, policy, calendar);
  return { dueOn: newDueOn, derivation: { ...derivation, ...(original && { original }) } };
}

/** The update that is owed next, so many working days after the last one, or after updates were agreed. */
export function owedUpdate(
  complaint: Complaint,
  every: number,
  from: CivilDate,
  { policy, calendar }: Context,
  countedFrom: 'last-update' | 'agreement' = 'last-update',
): Obligation {
  const clause = openResponse(complaint) ? '5.9' : '6.6';
  const limit = { unit: 'working-days', count: every, clause, source: 'practice' } as const;
  const deadline = deriveDeadline({ countedFrom, on: from }, limit, policy, calendar);
  const number = complaint.obligations.filter(({ kind }) => kind === 'update').length + 1;
  return { id: `update-${number}`, kind: 'update', projected: false, ...deadline };
}
