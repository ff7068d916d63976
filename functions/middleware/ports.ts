import { randomBytes } from 'node:crypto';
import { createDynamoDb } from '../../shared/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '../../shared/adapters/dynamodb/complaint-store.ts';
import { bundledCalendar } from '../../shared/calendar/calendar.ts';
import { instantOf } from '../../shared/domain/london-time.ts';
import { landlords, ombudsmen } from '../../shared/landlords/landlords.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import type { Rules } from '../../shared/use-cases/rules.ts';

/** Ports that are the same for every function: the real clock, the system's randomness, the rules that ship. */
export const clock: Clock = () => instantOf(Date.now());
export const rules: Rules = { policies: landlords, calendarFor: bundledCalendar, ombudsmen };
export { randomBytes };

export function createStore(environment: {
  COMPLAINTS_TABLE: string;
  TIMELINE_TABLE: string;
}): ComplaintStore {
  const tables = { complaints: environment.COMPLAINTS_TABLE, timeline: environment.TIMELINE_TABLE };
  return createDynamoDbStore(createDynamoDb(), tables);
}
