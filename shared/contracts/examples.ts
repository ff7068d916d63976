import { commandExamples } from './examples/commands.ts';
import type { Example } from './examples/example.ts';
import { contributorExamples, residentExamples } from './examples/residents.ts';
import { staffExamples } from './examples/staff.ts';
import type { RouteName } from './routes.ts';

export type { Example } from './examples/example.ts';
export { problemExamples } from './examples/problems.ts';

/** One request of each route with its answer, told to the reader of the API's description and asked by a test. */
export const examples = {
  ...residentExamples,
  ...contributorExamples,
  ...staffExamples,
  ...commandExamples,
} as const satisfies Record<RouteName, Example>;
