import type { Complaint } from '../complaint.ts';
import { usualCopies } from '../copies.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { ComplaintEvent, EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type Giving, recorded, type StaffAct } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { isConsentOpen, oweWhatIsMissing } from '../missing.ts';
import { owedConsentRequest } from '../notices/parties.ts';
import { type CopiesOf, missingDetails, newcomer, type Representative } from '../parties.ts';
import { refusedByState } from '../permitted.ts';
import { isAnonymous, isTold } from '../telling.ts';
import type { TextRef } from '../text.ts';

/** Record whether the person agrees that somebody speaks for them (Code 3.6). */
export interface RecordConsent extends Giving {
  type: 'RecordConsent';
  consent: Exclude<EventOf<'ConsentRecorded'>['consent'], 'not-asked'>;
  capacity?: EventOf<'ConsentRecorded'>['capacity'];
  evidence?: TextRef | undefined;
  /** who speaks for the person from now on */
  named?: EventOf<'ConsentRecorded'>['named'];
  /** the representative's name, which the person is asked about */
  speaker?: TextRef | undefined;
}

/** Record who gets copies of what, as the person wants it (seed 004). */
export interface InstructCopies extends StaffAct {
  type: 'InstructCopies';
  party: string;
  copies: CopiesOf;
  note?: TextRef | undefined;
}

/**
 * Refused or withdrawn is an answer too, so that nothing is left to be found out: the person is dealt with directly. An
 * executor is asked nothing, and what proves that they are one is kept as the evidence.
 */
export function recordConsent(complaint: Complaint, command: RecordConsent, context: Context): Decision {
  const { consent, capacity, alreadyGiven, named, speaker, happenedAt } = command;
  const evidence = command.evidence ?? alreadyGiven?.evidence;
  const refused = refusedByState(complaint, 'RecordConsent');
  if (refused) return refuse(refused);
  const representative = named ? newcomer(named) : complaint.representative;
  if (!representative) return refuse({ type: 'NoRepresentative' });
  if (consent === 'given' && !evidence) return refuse({ type: 'ConsentUnproven' });
  const on = londonDateOf(happenedAt ?? context.now);
  const isExecutor = complaint.standing === 'executor';
  const isMissing = isConsentOpen({ consent }) && !isExecutor && !isAnonymous(complaint);
  const missing = missingDetails.filter((each) =>
    each === 'consent' ? isMissing : complaint.missing.includes(each),
  );
  const events: ComplaintEvent[] = [
    {
      type: 'ConsentRecorded',
      ...recorded(command),
      on,
      ...(capacity && { capacity }),
      consent,
      ...(named && { named }),
      ...(evidence && { evidence }),
      ...(speaker && { speaker }),
      ...oweWhatIsMissing(complaint, missing, on, context),
    },
    ...firstCopies(representative, command, context),
  ];
  const isAsked = consent === 'asked' && !isExecutor && isTold(complaint, command);
  const after = events.reduce<Complaint>(evolve, complaint);
  return accept(events, isAsked ? [owedConsentRequest(after, speaker)] : []);
}

/** What the landlord copies by itself to whoever may be told from now on, unless the person said what they want. */
function firstCopies(
  representative: Representative,
  { by, consent }: RecordConsent,
  { policy }: Context,
): EventOf<'CopiesInstructed'>[] {
  const isFirst = consent === 'given' && representative.consent !== 'given';
  const copies = usualCopies({ consent }, policy);
  if (!isFirst || representative.copies !== 'none' || copies === 'none') return [];
  return [{ type: 'CopiesInstructed', by, party: 'representative', copies }];
}

export function instructCopies(complaint: Complaint, command: InstructCopies): Decision {
  const { party, copies, note } = command;
  const refused = refusedByState(complaint, 'InstructCopies');
  if (refused) return refuse(refused);
  const { representative, others } = complaint;
  if (party === 'representative') {
    if (!representative) return refuse({ type: 'NoRepresentative' });
    const { consent } = representative;
    if (consent !== 'given') return refuse({ type: 'ConsentNeeded', consent });
  } else {
    const known = others.filter(({ left }) => !left).map((each) => each.party);
    if (!known.includes(party)) return refuse({ type: 'UnknownParty', known });
  }
  return accept([{ type: 'CopiesInstructed', ...recorded(command), party, copies, ...(note && { note }) }]);
}
