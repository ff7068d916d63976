import { describeDate } from './civil-date.ts';
import type { EventOf } from './events.ts';

/** Why a newer calendar makes other dates, in plain English: one sentence for each day that makes the difference. */
export function explainRecount({ because }: Pick<EventOf<'DatesRecounted'>, 'because'>): string[] {
  if (because.length === 0)
    return ['The bank holidays of those days were not published before, and now they are.'];
  return because.map(({ change, on, name }) =>
    change === 'added'
      ? `${describeDate(on)} is now a bank holiday (${name}), so it is not a working day.`
      : `${describeDate(on)} is not a bank holiday after all (it was to be ${name}), so it is a working day.`,
  );
}
