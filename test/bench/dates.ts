import { timeColdCalendar } from './dates/cold-start.ts';
import { compareAnswers, compareNumpy } from './dates/compare.ts';
import { type Numpy, startNumpy } from './dates/numpy.ts';
import { otherWays } from './dates/other-ways.ts';
import { drawPairs, holidays } from './dates/pairs.ts';
import { type Operation, operations, ourWays, type Way } from './dates/ways.ts';
import { aimForAtLeast, median, progress, tell } from './figures.ts';

const size = 10_000;
const rounds = 101;

/** Nanoseconds of one count in each round. */
type Times = Map<string, number[]>;

/** Adding and counting working days beside what others make of the same days: in one run, in turns. */
export async function benchDates(): Promise<void> {
  progress('building calendars in new processes');
  tell(
    'first calendar of a process, 2012 to 2099, milliseconds (aim: under 10)',
    timeColdCalendar(holidays).toFixed(1),
  );
  const pairs = drawPairs(size);
  const { core, text } = ourWays(pairs);
  const ways = [core, text, ...otherWays(pairs)];
  const numpy = await startNumpy(pairs, holidays);
  if (!numpy) tell('numpy', 'is not installed here and left out');
  try {
    for (const operation of operations) {
      progress(`comparing answers of ${operation}`);
      for (const way of ways) compareAnswers(way, operation, pairs);
      if (numpy) compareNumpy(numpy, operation, pairs);
      progress(`measuring ${operation} in ${rounds} rounds`);
      tellTimes(operation, await takeTurns(operation, ways, numpy), core.name, text.name);
    }
  } finally {
    numpy?.stop();
  }
}

async function takeTurns(
  operation: Operation,
  ways: readonly Way[],
  numpy: Numpy | undefined,
): Promise<Times> {
  const times: Times = new Map();
  const note = (name: string, nanoseconds: number) =>
    times.set(name, [...(times.get(name) ?? []), nanoseconds]);
  for (let round = 0; round < rounds; round++) {
    for (const way of ways) {
      if (round >= (way.rounds ?? rounds)) continue;
      note(way.name, timeRound(way, operation));
    }
    if (numpy) note('numpy', (await numpy.time(operation)) / size);
  }
  return times;
}

function timeRound(way: Way, operation: Operation): number {
  const { passes = 1, pairs } = way;
  const begun = performance.now();
  for (let pass = 0; pass < passes; pass++) way[operation](pairs);
  return ((performance.now() - begun) * 1_000_000) / pairs / passes;
}

/** Ratios are taken within a round, so that what else the machine does in that moment falls on both. */
function tellTimes(operation: Operation, times: Times, core: string, text: string): void {
  const ratio = (name: string, to: string) => {
    const others = times.get(to) ?? [];
    return median((times.get(name) ?? []).map((time, round) => time / (others[round] as number)));
  };
  for (const [name, each] of times) {
    const against = [core, text].map((to) => `${ratio(name, to).toPrecision(3)} × ${to}`);
    tell(`${operation}: ${name}, nanoseconds`, `${median(each).toPrecision(3)} = ${against.join(' = ')}`);
  }
  if (!times.has('numpy')) return;
  aimForAtLeast(`${operation}: as fast as numpy, ${core}, times`, ratio('numpy', core), 10);
  aimForAtLeast(`${operation}: as fast as numpy, ${text}, times`, ratio('numpy', text), 2);
}
