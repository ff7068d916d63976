import * as z from 'zod/mini';
import { nations } from './calendar.ts';

/**
 * Where a time limit comes from: `landlord` where the landlord's own policy states it, `code` where the policy is silent
 * and the Complaint Handling Code's value stands, `practice` where neither sets one and work would be lost without.
 */
export const limitSources = ['landlord', 'code', 'practice'] as const;

/** What a limit is counted in that ends with a day. */
const dayUnits = ['working-days', 'calendar-days', 'weeks', 'months'] as const;
/** Hours run through nights, weekends and holidays: an emergency hazard is made safe in 24 of them. */
export const units = [...dayUnits, 'clock-hours'] as const;
export type Unit = (typeof units)[number];

/** What becomes of a last day that is not worked. In working days there is none. */
export const lastDays = ['as-counted', 'next-working-day', 'previous-working-day'] as const;

/** The day that a limit is counted from: as zero, as zero once it is a working day, or as the first working day. */
export const startDays = ['day-zero', 'roll-forward', 'day-one'] as const;
export type StartDay = (typeof startDays)[number];

const basis = {
  count: z.int().check(z.gte(1)),
  source: z.enum(limitSources),
  /** of the Complaint Handling Code 2024 */
  clause: z.string().check(z.minLength(1)),
  /** nations whose holidays this limit leaves out, where they are not those of the policy */
  nations: z.optional(z.array(z.enum(nations)).check(z.minLength(1))),
  lastDay: z.optional(z.enum(lastDays)),
};

/** Something that is due so long after the day its clock starts. */
export interface Limit extends z.infer<z.ZodMiniObject<typeof basis>> {
  unit: Unit;
}

/** What a policy says of a limit that ends with a day. */
export const dayLimit = { unit: z.enum(dayUnits), ...basis };

/** Working days end on one; of every other unit a policy says what a last day becomes that is not worked. */
export function saysLastDay({ unit, lastDay }: Pick<Limit, 'unit' | 'lastDay'>): boolean {
  return (unit === 'working-days') === (lastDay === undefined);
}

const unitNames: Record<Unit, [one: string, many: string]> = {
  'working-days': ['working day', 'working days'],
  'calendar-days': ['day', 'days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  'clock-hours': ['hour', 'hours'],
};

/** `10 working days`, `1 month` */
export function sayLength({ unit, count }: Pick<Limit, 'unit' | 'count'>): string {
  const [one, many] = unitNames[unit];
  return `${count} ${count === 1 ? one : many}`;
}
