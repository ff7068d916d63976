/**
 * The stack's clock. It runs at real speed from where it was set, and stands still while it is being moved, so that
 * work done at an instant carries exactly that instant.
 */
export interface StackClock {
  /** milliseconds since the epoch, on the stack's clock */
  now(): number;
  /** how far the stack's clock is ahead of the machine's, or the instant it is frozen at */
  setting(): ClockSetting;
  /** stands still at this instant until the next freeze or run */
  freezeAt(instant: number): void;
  /** runs on from this instant */
  runFrom(instant: number): void;
  /** called after every change, with the new setting; workers shift their `Date` by it */
  onChange(listener: (setting: ClockSetting) => void): void;
}

export type ClockSetting = { frozenAt: number } | { aheadBy: number };

export function createStackClock(start: number): StackClock {
  let setting: ClockSetting = { aheadBy: start - Date.now() };
  const listeners: ((setting: ClockSetting) => void)[] = [];
  const change = (next: ClockSetting) => {
    setting = next;
    for (const listener of listeners) listener(setting);
  };
  return {
    now: () => ('frozenAt' in setting ? setting.frozenAt : Date.now() + setting.aheadBy),
    setting: () => setting,
    freezeAt: (instant) => change({ frozenAt: instant }),
    runFrom: (instant) => change({ aheadBy: instant - Date.now() }),
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
