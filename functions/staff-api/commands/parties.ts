import type { partyRoutes } from '../../../shared/contracts/routes/commands/parties.ts';
import { keepIfSent, type Translations } from './translation.ts';

/** The people of a complaint; what writes the parties anew stands apart. */
export const parties: Translations<Omit<typeof partyRoutes, 'recordConsent' | 'leaveComplaint'>> = {
  instructCopies: {
    action: 'instruct-copies',
    command: ({ by, body: { happenedAt, party, copies, note }, keep }) => ({
      type: 'InstructCopies',
      by,
      happenedAt,
      party,
      copies,
      note: keepIfSent(note, keep),
    }),
  },
};
