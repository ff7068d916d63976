import type { intakeRoutes } from '../../../shared/contracts/routes/commands/intake.ts';
import { keepIfSent, type Translations } from './translation.ts';

/** What is found out at the door; what names another complaint stands apart. */
export const intake: Translations<Omit<typeof intakeRoutes, 'merge' | 'link'>> = {
  triage: {
    action: 'triage',
    command: ({ by, body: { unobtainable, ...found }, keep }) => ({
      type: 'Triage',
      by,
      ...found,
      unobtainable: keepIfSent(unobtainable, keep),
    }),
  },
  declareConflict: {
    action: 'declare-conflict',
    people: ({ person }) => [person],
    command: ({ by, body: { happenedAt, person, ended, reason }, keep }) => ({
      type: 'DeclareConflict',
      by,
      happenedAt,
      person,
      ended,
      reason: keep(reason),
    }),
  },
};
