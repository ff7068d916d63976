/** Prints one figure. */
export function tell(name: string, figure: string | number): void {
  process.stdout.write(`  ${name.padEnd(64)} ${figure}\n`);
}

/** Prints a figure that was promised, and lets the run fail where it is another. */
export function promise(name: string, figure: unknown, promised: unknown): void {
  const kept = JSON.stringify(figure) === JSON.stringify(promised);
  tell(name, `${JSON.stringify(figure)}${kept ? '' : `, but ${JSON.stringify(promised)} was promised`}`);
  if (!kept) process.exitCode = 1;
}

/** Prints a figure that is aimed for, and lets the run fail where it is not a third of it. */
export function aimForAtLeast(name: string, figure: number, aim: number): void {
  tell(name, `${figure.toPrecision(3)} (aim: at least ${aim}, ${figure >= aim ? 'kept' : 'missed'})`);
  if (figure < aim / 3) process.exitCode = 1;
}

/** Says what is being done, beside the figures, since some of it takes seconds. */
export function progress(doing: string): void {
  process.stderr.write(`  … ${doing}\n`);
}

export function median(figures: readonly number[]): number {
  return [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

/** How many seconds of the machine’s clock some work took. */
export async function timed<Result>(
  work: () => Promise<Result>,
): Promise<{ seconds: number; result: Result }> {
  const begun = performance.now();
  const result = await work();
  return { seconds: (performance.now() - begun) / 1000, result };
}

/** How often each value occurs, in order of first occurrence. */
export function countBy<Item>(items: readonly Item[], name: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[name(item)] = (counts[name(item)] ?? 0) + 1;
  return counts;
}
