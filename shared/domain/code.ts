import type { Limit } from './limit.ts';
import type { Stage } from './stages.ts';

/** The time limits of the Housing Ombudsman's Complaint Handling Code 2024, by which every landlord is judged. */

interface CodeStage {
  acknowledgement: Limit;
  response: Limit;
  /** how far an answer may be put off without good reason */
  extension: Limit;
}

function workingDays(count: number, clause: string): Limit {
  return { unit: 'working-days', count, clause, source: 'code' };
}

export const codeStages: Readonly<Record<Stage, CodeStage>> = {
  1: {
    acknowledgement: workingDays(5, '6.2'),
    response: workingDays(10, '6.3'),
    extension: workingDays(10, '6.4'),
  },
  2: {
    acknowledgement: workingDays(5, '6.11'),
    response: workingDays(20, '6.14'),
    extension: workingDays(20, '6.15'),
  },
};

/** How long complaints are taken on for, from the issue or from becoming aware of it, whichever is later (Code 2.3). */
export const codeAgeLimit: Limit = {
  unit: 'months',
  count: 12,
  clause: '2.3',
  source: 'code',
  lastDay: 'as-counted',
};
