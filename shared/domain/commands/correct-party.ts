import { extensionLost } from '../by-hand.ts';
import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { ComplaintEvent, EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { recorded, type StaffAct } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { missingFrom, oweWhatIsMissing } from '../missing.ts';
import { owedExtensionProblem } from '../notices/to-staff.ts';
import type { Maker } from '../parties.ts';
import { refusedByState } from '../permitted.ts';
import { isAnonymous } from '../telling.ts';
import type { TextRef } from '../text.ts';

/** Put right who complains and how they are reached. What was written before is kept as a text. */
export interface CorrectParty extends StaffAct {
  type: 'CorrectParty';
  was: TextRef;
  personalTextHash: string;
  reachableByEmail: boolean;
  otherWays?: EventOf<'PartyCorrected'>['otherWays'];
  phoneAgreed?: EventOf<'PartyCorrected'>['phoneAgreed'];
  /** by phone or post, where not by mail */
  canBeReached?: boolean | undefined;
  /** by its name it is another person, who has said nothing yet of whoever speaks for them */
  isAnother?: boolean | undefined;
  /** ids of the records of the person and of the property */
  resident?: string | undefined;
  property?: string | undefined;
  reason: TextRef;
}

/**
 * An extension that is on its way in another way than from now on does not arrive. Who complained without a name and comes
 * forward is told everything from then on.
 */
export function correctParty(complaint: Complaint, command: CorrectParty, context: Context): Decision {
  const { was, personalTextHash, reachableByEmail, otherWays, phoneAgreed, resident, property } = command;
  const { canBeReached = reachableByEmail, isAnother, reason } = command;
  const refused = refusedByState(complaint, 'CorrectParty');
  if (refused) return refuse(refused);
  const on = londonDateOf(command.happenedAt ?? context.now);
  const { standing } = complaint;
  const representative = complaint.representative && isAnother ? anew : complaint.representative;
  const madeBy = isAnonymous(complaint) ? makerNow(complaint) : complaint.madeBy;
  const missing = missingFrom({ madeBy, standing, representative, isNamed: true, canBeReached });
  const events: ComplaintEvent[] = [
    {
      type: 'PartyCorrected',
      ...recorded(command),
      was,
      personalTextHash,
      reachableByEmail,
      ...(otherWays && { otherWays }),
      ...(phoneAgreed && { phoneAgreed }),
      madeBy,
      ...(isAnother && { another: true as const }),
      ...oweWhatIsMissing(complaint, missing, on, context),
      ...(resident && { resident }),
      ...(property && { property }),
      on,
      reason,
    },
  ];
  const unsettled = extensionLost(complaint, events.reduce<Complaint>(evolve, complaint));
  if (!unsettled) return accept(events);
  events.push({ type: 'ExtensionNotReached', extension: unsettled.extension });
  const after = events.reduce<Complaint>(evolve, complaint);
  return accept(events, owedExtensionProblem(after, unsettled, 'not-reached'));
}

const anew = { consent: 'not-asked' } as const;

function makerNow({ others }: Complaint): Maker {
  return others.some(({ left }) => !left) ? 'joint' : 'individual';
}
