import {
  addWorkingDays,
  addWorkingEpochDays,
  workingDaysBetween,
  workingDaysBetweenEpochDays,
} from '../../../shared/domain/working-days.ts';
import { type Pairs, withHolidays } from './pairs.ts';

export const operations = ['add', 'between'] as const;
export type Operation = (typeof operations)[number];

/** One way of counting, over as many of the pairs as its arrays say. */
export interface Way {
  name: string;
  /** how many pairs a round takes, so that no round takes long */
  pairs: number;
  /** how often it goes through them in a round, where once is too short to be measured */
  passes?: number;
  /** how many rounds it takes part in, where it is too slow for all */
  rounds?: number;
  /** whose answers its own must be: ours, ours by weekends alone, or nobody's, where its holidays are others */
  answersAs: 'holidays' | 'weekends' | 'nobody';
  add: (upTo: number) => ArrayLike<number | string | Date>;
  between: (upTo: number) => ArrayLike<number>;
}

/** What is measured: days as whole numbers, and as texts. Loops written out, so that they alone are measured with it. */
export function ourWays({ starts, counts, ends, startDates, endDates }: Pairs): { core: Way; text: Way } {
  const numbers = new Int32Array(starts.length);
  const texts: string[] = [...startDates];
  const all = { pairs: starts.length, answersAs: 'holidays' } as const;
  const core: Way = {
    ...all,
    name: 'integer core',
    passes: 40,
    add: (upTo) => {
      for (let i = 0; i < upTo; i++)
        numbers[i] = addWorkingEpochDays(withHolidays, starts[i] as number, counts[i] as number);
      return numbers;
    },
    between: (upTo) => {
      for (let i = 0; i < upTo; i++)
        numbers[i] = workingDaysBetweenEpochDays(withHolidays, starts[i] as number, ends[i] as number);
      return numbers;
    },
  };
  const text: Way = {
    ...all,
    name: 'string call',
    passes: 5,
    add: (upTo) => {
      for (let i = 0; i < upTo; i++)
        texts[i] = addWorkingDays(withHolidays, startDates[i] as string, counts[i] as number);
      return texts;
    },
    between: (upTo) => {
      for (let i = 0; i < upTo; i++)
        numbers[i] = workingDaysBetween(withHolidays, startDates[i] as string, endDates[i] as string);
      return numbers;
    },
  };
  return { core, text };
}
