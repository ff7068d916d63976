import { buildCalendar, bundledCalendar, bundledHolidays } from '../../shared/calendar/calendar.ts';
import type { Calendar, Nation } from '../../shared/domain/calendar.ts';
import { type CivilDate, civilDate } from '../../shared/domain/civil-date.ts';
import type { Context } from '../../shared/domain/decision.ts';
import { instant } from '../../shared/domain/london-time.ts';
import { type Policy, type PolicyVersion, policyInForce } from '../../shared/domain/policy.ts';
import { landlords, ombudsmen } from '../../shared/landlords/landlords.ts';
import type { CalendarArchive } from '../../shared/ports/calendar-archive.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { createMemoryCalendarArchive } from '../../shared/ports/memory/calendar-archive.ts';
import { type CalendarParts, createCalendars } from '../../shared/use-cases/calendars.ts';
import type { Rules } from '../../shared/use-cases/rules.ts';

export const landlordIds = [
  'six-month-limit',
  'fifteen-day-window',
  'two-ombudsmen',
  'counted-from-receipt',
  'day-zero',
  'code-2024',
] as const;
export type LandlordId = (typeof landlordIds)[number];

/** What ships of the calendar. */
export const shippedCalendar: CalendarParts = { bundled: bundledHolidays, build: buildCalendar };

/** The rules that ship, with what an archive adds to the calendar. */
export function rulesOver(archive: Pick<CalendarArchive, 'read'>, clock: Clock): Rules {
  const calendars = createCalendars({ ...shippedCalendar, archive, clock });
  return { policies: landlords, ombudsmen, ...calendars };
}

/** The rules that ship, and nothing else. */
export const rules: Rules = rulesOver(createMemoryCalendarArchive(), () => instant('2026-12-23T15:00:00Z'));

export const date = (text: string): CivilDate => civilDate(text);
export const at = instant;

export function calendarOf(...nations: Nation[]): Calendar {
  return bundledCalendar(nations);
}

export const englandAndWales = calendarOf('england-and-wales');

export function policyOf(landlord: LandlordId): Policy {
  const policy = landlords.get(landlord);
  if (!policy) throw new Error(`no policy of ${landlord} ships`);
  return policy;
}

export function versionOf(landlord: LandlordId, on = '2026-12-23'): PolicyVersion {
  return policyInForce(policyOf(landlord), date(on));
}

export function contextAt(
  now: string,
  landlord: LandlordId = 'day-zero',
  change: Partial<Context> = {},
): Context {
  const policy = change.policy ?? versionOf(landlord);
  // Where a test is about another policy, that one is in force for ever.
  const versions = change.policy ? { landlord, versions: [change.policy] } : policyOf(landlord);
  const calendar = bundledCalendar(policy.nations);
  return { now: at(now), policy, versions, ombudsmen, calendar, ...change };
}

/** A shipped policy with another way to review answers or to go beyond the cap, which no landlord has yet. */
export function variantOf(
  landlord: LandlordId,
  {
    review,
    beyond,
  }: {
    review?: PolicyVersion['stage1']['review'];
    beyond?: PolicyVersion['stage1']['extension']['beyond'];
  },
): PolicyVersion {
  const policy = versionOf(landlord);
  const vary = <Stage extends PolicyVersion['stage1']>(stage: Stage): Stage => ({
    ...stage,
    extension: { ...stage.extension, ...(beyond && { beyond }) },
    ...(review && { review }),
  });
  return { ...policy, stage1: vary(policy.stage1), stage2: vary(policy.stage2) };
}

/** A policy as JSON, to be spoilt by a test; `change` may return nothing or what to parse instead. */
export function spoiltPolicy(change: (policy: JsonPolicy) => void): JsonPolicy {
  const copy: JsonPolicy = structuredClone(policyOf('day-zero')) as unknown as JsonPolicy;
  change(copy);
  return copy;
}

type Json = Record<string, unknown>;
export interface JsonPolicy extends Json {
  landlord: unknown;
  versions: JsonVersion[];
}
export interface JsonVersion extends Json {
  contact: Json;
  stage1: { acknowledgement: Json; response: Json; extension: Json; review: unknown };
  inside: { contribution: Json; messageTriage: Json };
  ladder: { at: unknown; rungs: Json[] };
  missedDateApology: Json;
  recipients: Json;
}
