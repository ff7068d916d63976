import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Pairs } from './pairs.ts';

const program = `
import json, sys, time
import numpy as np
given = json.loads(sys.stdin.readline())
days = lambda name: np.array(given[name], dtype='int64').astype('datetime64[D]')
calendar = np.busdaycalendar(holidays=given['holidays'])
starts, counts, ends = days('starts'), np.array(given['counts']), days('ends')
after_starts, after_ends = starts + 1, ends + 1
runs = {
    'add': lambda: np.busday_offset(starts, counts, roll='preceding', busdaycal=calendar),
    'between': lambda: np.busday_count(after_starts, after_ends, busdaycal=calendar),
}
answers = {name: run().astype('int64').tolist() for name, run in runs.items()}
print(json.dumps({'version': np.__version__, **answers}), flush=True)
for line in sys.stdin:
    begun = time.perf_counter_ns()
    for _ in range(5):
        runs[line.strip()]()
    print((time.perf_counter_ns() - begun) / 5, flush=True)
`;

/** numpy in a process of its own. */
export interface Numpy {
  version: string;
  add: number[];
  between: number[];
  /** nanoseconds that a pass over all pairs takes, the mean of five, by its own clock, so that no pipe is counted */
  time: (what: 'add' | 'between') => Promise<number>;
  stop: () => void;
}

/** numpy's `busday_offset` and `busday_count` over the same pairs in a process of their own; undefined where it is not installed. */
export async function startNumpy(pairs: Pairs, holidays: readonly string[]): Promise<Numpy | undefined> {
  if (spawnSync('python3', ['-c', 'import numpy'], { stdio: 'ignore' }).status !== 0) return undefined;
  const child = spawn('python3', ['-c', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (line: string) => {
    child.stdin.write(`${line}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error('python3 ended before its answer');
    return JSON.parse(value);
  };
  const starts = [...pairs.starts];
  const given = { starts, counts: [...pairs.counts], ends: [...pairs.ends], holidays };
  const answers = await ask(JSON.stringify(given));
  return { ...answers, time: (what) => ask(what), stop: () => child.kill() };
}
