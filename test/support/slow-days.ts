/**
 * Working days the slow way, as somebody would with a printed calendar: one day after another. It shares nothing with
 * the calculator under test.
 */
export interface SlowDay {
  date: string;
  worked: boolean;
}

/** Every day from first to last, by the days of the month as one learns them at school. */
export function slowDays(
  first: string,
  last: string,
  holidays: ReadonlySet<string>,
  weekend = [6, 7],
): SlowDay[] {
  let [year = 0, month = 0, day = 0] = first.split('-').map(Number);
  let weekday = isoWeekdayOf(year, month, day);
  const days: SlowDay[] = [];
  for (;;) {
    const date = `${year}-${two(month)}-${two(day)}`;
    days.push({ date, worked: !weekend.includes(weekday) && !holidays.has(date) });
    if (date === last) return days;
    weekday = (weekday % 7) + 1;
    day += 1;
    if (day > daysIn(year, month)) [month, day] = [month + 1, 1];
    if (month > 12) [year, month] = [year + 1, 1];
  }
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** 1 for Monday to 7 for Sunday, by Zeller's congruence. */
function isoWeekdayOf(year: number, month: number, day: number): number {
  const [m, y] = month < 3 ? [month + 12, year - 1] : [month, year];
  const inCentury = y % 100;
  const century = Math.floor(y / 100);
  const fromSaturday =
    (day +
      Math.floor((13 * (m + 1)) / 5) +
      inCentury +
      Math.floor(inCentury / 4) +
      Math.floor(century / 4) +
      5 * century) %
    7;
  return ((fromSaturday + 5) % 7) + 1;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
