import type { ImpossibleChange } from '../domain/bank-holidays.ts';
import type { CalendarRefusal } from '../domain/change-calendar.ts';
import { describeDate } from '../domain/civil-date.ts';
import { nationNames } from '../domain/nation-names.ts';
import { type Problem, problem } from './problems.ts';

/** Says why a version is not added or not applied, and what could be asked for instead. */
export function problemOfCalendarRefusal(refusal: CalendarRefusal): Problem {
  switch (refusal.type) {
    case 'NotBasedOnNewest':
      return {
        ...problem(
          'refused',
          `Version ${refusal.newest} of the calendar is the newest; read it, and base the changes on it. Nothing was stored.`,
        ),
        refusal: refusal.type,
      };
    case 'NotNewer':
      return {
        ...problem(
          'refused',
          `The landlord counts by version ${refusal.applied} of the calendar already; only a newer one can be applied.`,
        ),
        refusal: refusal.type,
      };
    case 'UnknownVersion':
      return cannotBe(
        refusal.type,
        'version',
        `is not there: the newest version of the calendar is ${refusal.newest}`,
      );
    case 'ImpossibleChange':
      return cannotBe(refusal.type, `changes.${refusal.index}`, sayImpossible(refusal.impossible));
  }
}

function cannotBe(refusal: CalendarRefusal['type'], field: string, detail: string): Problem {
  return { ...problem('cannot-be', `${field} ${detail}`, [{ field, detail }]), refusal };
}

const why: Record<ImpossibleChange['why'], (where: string) => string> = {
  'not-a-weekday': () => 'is at a weekend: bank holidays are weekdays, name the day in its place',
  'there-already': (where) => `is a bank holiday in ${where} already`,
  'not-there': (where) => `is no bank holiday in ${where}`,
};

function sayImpossible({ change, why: reason }: ImpossibleChange): string {
  const { date, nation } = change;
  return `cannot be ${change.change}: ${describeDate(date)} ${why[reason](nationNames[nation])}`;
}
