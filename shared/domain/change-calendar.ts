import { applyChanges, type BankHolidays, type ImpossibleChange } from './bank-holidays.ts';
import { type Application, bundledVersion, type CalendarVersion } from './calendar-version.ts';
import type { Instant } from './london-time.ts';
import type { StaffId } from './staff.ts';

/** Why a version is not added, or not applied. */
export type CalendarRefusal =
  /** somebody else added one meanwhile, whose changes whoever asks has not seen */
  | { type: 'NotBasedOnNewest'; newest: number }
  /** `index` among the changes that were asked for */
  | { type: 'ImpossibleChange'; impossible: ImpossibleChange; index: number }
  | { type: 'UnknownVersion'; newest: number }
  /** dates are never counted by an older version again: what was wrong in one is put right in the next */
  | { type: 'NotNewer'; applied: number };

/** Who asks, and when. */
export interface Asked {
  by: StaffId;
  now: Instant;
}

/** A version after the newest, whose bank holidays are given. */
export function addVersion(
  { newest, holidays }: { newest: number; holidays: BankHolidays },
  { basedOn, changes, reason }: Pick<CalendarVersion, 'changes' | 'reason'> & { basedOn: number },
  { by, now }: Asked,
): CalendarVersion | { refusal: CalendarRefusal } {
  if (basedOn !== newest) return { refusal: { type: 'NotBasedOnNewest', newest } };
  const changed = applyChanges(holidays, changes);
  if ('impossible' in changed) {
    const { impossible } = changed;
    const index = changes.indexOf(impossible.change);
    return { refusal: { type: 'ImpossibleChange', impossible, index } };
  }
  return { version: newest + 1, changes, reason, addedBy: by, addedAt: now };
}

/**
 * That a landlord counts by a newer version from now on. Where its open complaints are still being counted anew by the
 * one before, that begins again.
 *
 * @param before the version that it applied last, if any
 */
export function applyVersion(
  before: Application | undefined,
  newest: number,
  { landlord, version, tellResidents }: Pick<Application, 'landlord' | 'version' | 'tellResidents'>,
  { by, now }: Asked,
): Application | { refusal: CalendarRefusal } {
  const applied = before?.version ?? bundledVersion;
  if (version > newest) return { refusal: { type: 'UnknownVersion', newest } };
  if (version <= applied) return { refusal: { type: 'NotNewer', applied } };
  return {
    ...{ landlord, version, tellResidents, appliedBy: by, appliedAt: now },
    revision: before ? before.revision + 1 : 0,
    recounted: 0,
    pass: { startedAt: now, recounted: 0 },
  };
}
