import type { Calendar } from '../../shared/domain/calendar.ts';
import { type CountedDeadline, deriveDeadline } from '../../shared/domain/deadline.ts';
import type { Limit, StartDay } from '../../shared/domain/limit.ts';
import { londonDateOf } from '../../shared/domain/london-time.ts';
import { at, englandAndWales, versionOf } from '../support/rules.ts';

interface Case {
  limit?: Partial<Limit>;
  startDay?: StartDay;
  closesAt?: string;
  calendar?: Calendar;
  countedFrom?: 'receipt' | 'acknowledgement';
}

/** Five working days from an instant, but for what a case says. */
export function countLimit(from: string, each: Case = {}): CountedDeadline {
  const {
    limit,
    startDay = 'day-zero',
    closesAt,
    calendar = englandAndWales,
    countedFrom = 'receipt',
  } = each;
  const policy = { ...versionOf('day-zero'), startDay, ...(closesAt && { closesAt }) };
  const whole: Limit = { unit: 'working-days', count: 5, source: 'landlord', clause: '6.2', ...limit };
  return deriveDeadline({ countedFrom, on: londonDateOf(at(from)), at: at(from) }, whole, policy, calendar);
}
