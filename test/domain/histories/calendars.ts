import { buildCalendar, bundledHolidays } from '../../../shared/calendar/calendar.ts';
import { applyChanges, type CalendarChange } from '../../../shared/domain/bank-holidays.ts';
import type { Calendar, Nation } from '../../../shared/domain/calendar.ts';
import { addDays, isWeekend } from '../../../shared/domain/civil-date.ts';
import { date } from '../../support/rules.ts';
import { Dice } from './dice.ts';

/** So few that each is built once for all histories. */
const variants = 6;
const built = new Map<string, Calendar>();

/** A second version of the calendar, in which every few weeks a day is a holiday that was none, or the other way round. */
export function secondVersion(dice: Dice, nations: readonly Nation[]): Calendar {
  const variant = dice.below(variants);
  const key = `${variant} ${nations.join()}`;
  const calendar = built.get(key) ?? change(variant, nations);
  built.set(key, calendar);
  return calendar;
}

function change(variant: number, nations: readonly Nation[]): Calendar {
  const dice = new Dice(variant + 1);
  const changed = applyChanges(
    bundledHolidays,
    nations.flatMap((nation) => [...removals(dice, nation), ...additions(dice, nation)]),
  );
  if ('impossible' in changed) throw new Error(`${changed.impossible.change.date} cannot be changed`);
  return buildCalendar(changed, 2, nations);
}

function removals(dice: Dice, nation: Nation): CalendarChange[] {
  return bundledHolidays[nation]
    .filter((each) => each.date > '2024' && dice.chance(0.5))
    .map((each) => ({ change: 'removed', nation, ...each }));
}

/** Into 2029 too, of which version 1 knows nothing. */
function additions(dice: Dice, nation: Nation): CalendarChange[] {
  const known = new Set<string>(bundledHolidays[nation].map((each) => each.date));
  const changes: CalendarChange[] = [];
  for (let day = date('2024-04-01'); day < '2029-12-31'; day = addDays(day, 1 + dice.below(30))) {
    if (isWeekend(day) || known.has(day)) continue;
    changes.push({ change: 'added', nation, date: day, name: 'A day of thanks' });
  }
  return changes;
}
