/** Counts what is under way, so that settling waits for the last of it instead of polling. */
export interface Activity {
  begin(): void;
  end(): void;
  /** counts this work until it is done, and swallows its failure: whoever started it has dealt with that */
  track(work: Promise<unknown>): void;
  whenQuiet(): Promise<void>;
}

export function createActivity(): Activity {
  let underWay = 0;
  let waiting: (() => void)[] = [];
  const end = () => {
    underWay -= 1;
    if (underWay > 0) return;
    const released = waiting;
    waiting = [];
    for (const release of released) release();
  };
  const whenQuiet = async () => {
    // whoever is released first may start something new
    while (underWay > 0) await new Promise<void>((settle) => waiting.push(settle));
  };
  const begin = () => {
    underWay += 1;
  };
  const track = (work: Promise<unknown>) => {
    begin();
    work.then(end, end);
  };
  return { begin, end, track, whenQuiet };
}
