import { civilDateOfEpochDay } from '../../../shared/domain/civil-date.ts';
import { addWorkingEpochDays, workingDaysBetweenEpochDays } from '../../../shared/domain/working-days.ts';
import { promise, tell } from '../figures.ts';
import type { Numpy } from './numpy.ts';
import { type Pairs, weekendsOnly, withHolidays } from './pairs.ts';
import type { Operation, Way } from './ways.ts';

const compared = 1_000;
/** of the slowest, whose answers may differ */
const comparedLoosely = 20;

/** Promises that a way answers as the integer core does, or tells how often it does not where its holidays are others. */
export function compareAnswers(way: Way, operation: Operation, pairs: Pairs): void {
  const upTo = way.answersAs === 'nobody' ? comparedLoosely : compared;
  const expected = expectedOf(operation, pairs, way.answersAs === 'weekends' ? weekendsOnly : withHolidays);
  const different = countDifferent(operation, way[operation](upTo), expected.slice(0, upTo));
  const name = `${operation}: ${upTo} answers of ${way.name}, different`;
  if (way.answersAs === 'nobody') tell(name, different);
  else promise(name, different, 0);
}

export function compareNumpy(numpy: Numpy, operation: Operation, pairs: Pairs): void {
  const expected = expectedOf(operation, pairs, withHolidays);
  const name = `${operation}: ${expected.length} answers of numpy ${numpy.version}, different`;
  promise(name, countDifferent(operation, numpy[operation], expected), 0);
}

function expectedOf(operation: Operation, { starts, counts, ends }: Pairs, calendar: typeof withHolidays) {
  return Array.from(starts, (start, i) =>
    operation === 'add'
      ? addWorkingEpochDays(calendar, start, counts[i] as number)
      : workingDaysBetweenEpochDays(calendar, start, ends[i] as number),
  );
}

type Answer = number | string | Date | undefined;

function countDifferent(
  operation: Operation,
  answers: ArrayLike<Exclude<Answer, undefined>>,
  expected: readonly number[],
): number {
  const asText = (answer: Answer) => {
    if (answer instanceof Date) return isoDate(answer);
    return operation === 'add' && typeof answer === 'number' ? civilDateOfEpochDay(answer) : `${answer}`;
  };
  return expected.filter((answer, i) => asText(answers[i]) !== asText(answer)).length;
}

/** The day of a date in the zone of the machine. */
export function isoDate(day: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
