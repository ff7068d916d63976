import { slowDays } from '../support/slow-days.ts';

/**
 * Where a count of days, weeks or months ends, by turning the leaves of a printed calendar. It shares nothing with the
 * counting under test.
 */
export function slowEnd(
  start: string,
  unit: 'calendar-days' | 'weeks' | 'months',
  count: number,
  lastDay: 'as-counted' | 'next-working-day' | 'previous-working-day',
  holidays: ReadonlySet<string>,
): string {
  const days = slowDays('2011-12-01', '2041-12-31', holidays);
  const first = days.findIndex(({ date }) => date === start);
  let end = unit === 'months' ? monthsOn(days, first, count) : first + count * (unit === 'weeks' ? 7 : 1);
  const step = { 'as-counted': 0, 'next-working-day': 1, 'previous-working-day': -1 }[lastDay];
  while (step !== 0 && !days[end]?.worked) end += step;
  return days[end]?.date ?? '';
}

/** Turns so many leaves over, and takes the same number there or, where that leaf is shorter, its last. */
function monthsOn(days: { date: string }[], first: number, count: number): number {
  const wanted = Number(days[first]?.date.slice(8));
  let leaf = first;
  for (let turned = 0; turned < count; turned++) {
    const month = days[leaf]?.date.slice(5, 7);
    while (days[leaf]?.date.slice(5, 7) === month) leaf += 1;
  }
  const month = days[leaf]?.date.slice(5, 7);
  if (count === 0) return first;
  let end = leaf;
  while (Number(days[end]?.date.slice(8)) < wanted && days[end + 1]?.date.slice(5, 7) === month) end += 1;
  return end;
}
