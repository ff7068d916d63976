interface LogLine {
  function: string;
  /** instant on the stack's clock */
  at: string;
  line: string;
}

/** What the functions printed last. */
export interface LogLines {
  add(functionName: string, line: string): void;
  lines(): LogLine[];
  clear(): void;
}

const keptLines = 5_000;

export function createLogLines(now: () => number): LogLines {
  let kept: LogLine[] = [];
  return {
    add: (functionName, line) => {
      kept.push({ function: functionName, at: new Date(now()).toISOString(), line });
      // cut in one go now and then: shifting each time would copy the list each time
      if (kept.length > 2 * keptLines) kept = kept.slice(-keptLines);
    },
    lines: () => kept.slice(-keptLines),
    clear: () => {
      kept = [];
    },
  };
}
