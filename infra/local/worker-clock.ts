import type { ClockSetting } from './clock.ts';

/**
 * Shifts `Date` of this thread to the stack's clock. A Proxy, because a subclass breaks `Date()` called as a function;
 * the prototype's constructor too, because libraries make dates by `value.constructor`.
 */
export function shiftDate(start: ClockSetting): (setting: ClockSetting) => void {
  let setting = start;
  const RealDate = Date;
  const realNow = RealDate.now;
  const now = () => ('frozenAt' in setting ? setting.frozenAt : realNow() + setting.aheadBy);
  const shifted = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
  });
  RealDate.now = now;
  RealDate.prototype.constructor = shifted;
  globalThis.Date = shifted;
  return (next) => {
    setting = next;
  };
}
