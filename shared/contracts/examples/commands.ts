import type { commandRoutes } from '../routes/commands.ts';
import { answerExamples } from './answer.ts';
import type { Example } from './example.ts';
import { inquiryExamples } from './inquiry.ts';

/** What staff do to one complaint, in the order in which they do it. */
export const commandExamples = { ...inquiryExamples, ...answerExamples } as const satisfies Record<
  keyof typeof commandRoutes,
  Example
>;
