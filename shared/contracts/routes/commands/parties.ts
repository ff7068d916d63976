import * as bodies from '../../staff-commands/parties.ts';
import { command } from './command.ts';

/** The people of a complaint. */
export const partyRoutes = {
  recordConsent: command(
    'consent',
    'Record consent',
    'Records whether the person agrees that somebody speaks for them and hears of it (Code 3.6).',
    bodies.consentBody,
  ),
  instructCopies: command(
    'copies',
    'Instruct copies',
    'Records who gets copies of our letters, as the person wants it.',
    bodies.copiesBody,
  ),
  leaveComplaint: command(
    'departures',
    'Let somebody leave',
    'Lets one of several who complain together leave; the complaint goes on for the others.',
    bodies.departureBody,
  ),
};
