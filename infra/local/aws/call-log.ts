import type { RecordedCall } from '../aws-call.ts';

/** Unbounded, tens of thousands of recorded calls would take most of the memory of the stack. */
const limit = 50_000;

/** The latest calls, oldest first. */
export function createCallLog() {
  let calls: RecordedCall[] = [];
  let next = 0;
  return {
    record(call: RecordedCall): void {
      calls[next] = call;
      next = (next + 1) % limit;
    },
    list: (): RecordedCall[] =>
      calls.length < limit ? [...calls] : [...calls.slice(next), ...calls.slice(0, next)],
    clear(): void {
      calls = [];
      next = 0;
    },
  };
}
