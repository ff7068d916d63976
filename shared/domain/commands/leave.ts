import { extensionLost } from '../by-hand.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { ComplaintEvent, EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { recorded, type StaffAct, whenItHappened } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { missingFrom, oweWhatIsMissing } from '../missing.ts';
import { owedNewLead } from '../notices/parties.ts';
import { owedExtensionProblem } from '../notices/to-staff.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import { isTold } from '../telling.ts';
import type { TextRef } from '../text.ts';

/** One of several who complain together no longer wants to; nobody withdraws for all. */
export interface LeaveComplaint extends StaffAct {
  type: 'LeaveComplaint';
  /** `lead`, or an other party */
  party: string;
  /** who leads instead, where the lead leaves */
  lead?: string | undefined;
  /** of a new lead: who it was, what vouches for the parties now, and how the new lead is reached */
  was?: TextRef | undefined;
  personalTextHash?: string | undefined;
  reachableByEmail?: boolean | undefined;
  otherWays?: EventOf<'PartyLeft'>['otherWays'];
  phoneAgreed?: EventOf<'PartyLeft'>['phoneAgreed'];
  /** by phone or post, where not by mail */
  canBeReached?: boolean | undefined;
  /** id of the new lead’s record */
  resident?: string | undefined;
  reason?: TextRef | undefined;
}

/**
 * The complaint goes on for the others, and whoever leads it from now on is told. An extension on its way does not arrive
 * where the new lead is reached in another way.
 */
export function leaveComplaint(complaint: Complaint, command: LeaveComplaint, context: Context): Decision {
  const { party, lead, was, personalTextHash, reachableByEmail, resident, reason } = command;
  const { otherWays, phoneAgreed } = command;
  const refused = refusedByState(complaint, 'LeaveComplaint') ?? whoeverLeaves(complaint, command);
  if (refused) return refuse(refused);
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const events: ComplaintEvent[] = [
    {
      type: 'PartyLeft',
      ...recorded(command),
      on: happening.on,
      party,
      ...(lead && {
        lead,
        ...(was && { was }),
        ...(personalTextHash && { personalTextHash }),
        reachableByEmail: reachableByEmail ?? false,
        ...(otherWays && { otherWays }),
        ...(phoneAgreed && { phoneAgreed }),
        ...(resident && { resident }),
        ...missingOfLead(complaint, command, happening.on, context),
      }),
      ...(reason && { reason }),
    },
  ];
  if (!lead) return accept(events);
  const led = events.reduce<Complaint>(evolve, complaint);
  const told = isTold(led, {}) ? [owedNewLead(led, londonDateOf(context.now))] : [];
  const unsettled = extensionLost(complaint, led);
  if (!unsettled) return accept(events, told);
  events.push({ type: 'ExtensionNotReached', extension: unsettled.extension });
  const after = events.reduce<Complaint>(evolve, complaint);
  return accept(events, [...told, ...owedExtensionProblem(after, unsettled, 'not-reached')]);
}

function whoeverLeaves({ others }: Complaint, { party, lead }: LeaveComplaint): Refusal | undefined {
  const known = others.filter(({ left }) => !left).map((each) => each.party);
  if (known.length === 0 || (party !== 'lead' && !known.includes(party)))
    return { type: 'UnknownParty', known: known.length === 0 ? [] : ['lead', ...known] };
  if (party !== 'lead') return undefined;
  return lead !== undefined && known.includes(lead) ? undefined : { type: 'LeadNeeded', known };
}

/** Nobody speaks for the new lead yet, whoever spoke for the one before. */
function missingOfLead(
  { madeBy, standing, representative, ...state }: Complaint,
  { reachableByEmail = false, canBeReached = reachableByEmail }: LeaveComplaint,
  on: CivilDate,
  context: Context,
) {
  const anew = representative && ({ consent: 'not-asked' } as const);
  const known = { madeBy, standing, representative: anew, isNamed: true, canBeReached };
  return oweWhatIsMissing(state, missingFrom(known), on, context);
}
