import type { Complaint } from '../complaint.ts';
import { isOfOneAlone } from '../copies.ts';
import type { EventOf } from '../events.ts';
import { isOpen, type Obligation } from '../obligations.ts';
import { newcomer, type OtherParty, type Representative } from '../parties.ts';
import { dropPartialDraft } from './answer.ts';
import { obeyMethod } from './arrangements.ts';
import { endObligations, meetObligation, owe } from './obligation.ts';

/** What is found out of who complains and about what, and what is not taken on in part. */

export type IntakeEvent = EventOf<
  | 'ComplaintTriaged'
  | 'ConsentRecorded'
  | 'CopiesInstructed'
  | 'ConflictDeclared'
  | 'PartyLeft'
  | 'PointsExcluded'
  | 'PointsAccepted'
  | 'SafeContactSet'
>;

export function evolveIntake(state: Complaint, event: IntakeEvent): Complaint {
  switch (event.type) {
    case 'ComplaintTriaged':
      return triage(state, event);
    case 'ConsentRecorded':
      return recordConsent(state, event);
    case 'CopiesInstructed':
      return tellOtherwise(state, event.party, { copies: event.copies });
    case 'ConflictDeclared':
      return declareConflict(state, event);
    case 'PartyLeft':
      return leave(state, event);
    case 'PointsExcluded': {
      const { points, on, ground, reasons, evidence, discretion, claimFiledOn, departs } = event;
      const why = { ground, reasons, evidence, discretion };
      const more = { ...(claimFiledOn && { claimFiledOn }), ...(departs && { departs }) };
      return changePoints(state, points, (each) => ({ ...each, excluded: { on, ...why, ...more } }));
    }
    case 'PointsAccepted':
      return acceptPoints(state, event);
    case 'SafeContactSet':
      return setSafeContact(state, event);
  }
}

function acceptPoints(state: Complaint, { points, ombudsman }: EventOf<'PointsAccepted'>): Complaint {
  const overruled = state.points.flatMap(({ id, excluded }) =>
    ombudsman && excluded && points.includes(id)
      ? [{ ombudsman, ground: excluded.ground, points: [id] }]
      : [],
  );
  const accepted = changePoints(state, points, ({ excluded: _, ...rest }) => rest);
  return { ...accepted, overruled: [...state.overruled, ...overruled] };
}

function changePoints(
  state: Complaint,
  points: readonly string[],
  change: (point: Complaint['points'][number]) => Complaint['points'][number],
): Complaint {
  return { ...state, points: state.points.map((each) => (points.includes(each.id) ? change(each) : each)) };
}

function triage(state: Complaint, event: EventOf<'ComplaintTriaged'>): Complaint {
  const { type: _, by: __, happenedAt: ___, on, unobtainable, missing, obligation, ...found } = event;
  const { hazards = state.hazards, vulnerabilities = state.vulnerabilities, ...others } = found;
  const triaged: Complaint = { ...state, ...others, hazards, vulnerabilities };
  if (unobtainable) return knowAll(triaged, on);
  return missing ? knowWhatIsMissing(triaged, missing, obligation, on) : triaged;
}

/** Nothing is left to be found out: the task is done. */
function knowAll(state: Complaint, on: EventOf<'ComplaintTriaged'>['on']): Complaint {
  const owed = state.obligations.find((each) => each.kind === 'resident-information' && isOpen(each));
  const known = { ...state, missing: [] };
  return owed ? meetObligation(known, owed.id, on) : known;
}

function recordConsent(
  state: Complaint,
  { on, named, capacity, consent, evidence, missing, obligation }: EventOf<'ConsentRecorded'>,
): Complaint {
  const speaker: Complaint['representative'] = named ? newcomer(named) : state.representative;
  if (!speaker) throw new Error(`complaint ${state.reference} has no representative`);
  const { request: _, ...before } = speaker;
  const representative = {
    ...before,
    ...(capacity && { capacity }),
    consent,
    ...(consent === 'asked' && { request: `consent-request_${state.eventCount + 1}` }),
    ...(evidence && { evidence }),
  };
  return knowWhatIsMissing({ ...state, representative }, missing, obligation, on);
}

/** What is to be found out now: the task stands as long as there is something. */
export function knowWhatIsMissing(
  state: Complaint,
  missing: Complaint['missing'],
  obligation: Obligation | undefined,
  on: EventOf<'ConsentRecorded'>['on'],
): Complaint {
  if (missing.length === 0) return knowAll(state, on);
  const known = { ...state, missing };
  return obligation ? owe(known, obligation) : known;
}

/** Whoever complains too, or speaks for somebody, is told in another way from now on. */
function tellOtherwise(
  state: Complaint,
  party: string,
  change: Partial<Pick<OtherParty, 'copies' | 'reachableByEmail'>>,
): Complaint {
  const { representative } = state;
  if (party === 'representative' && representative)
    return { ...state, representative: { ...representative, ...change } };
  return {
    ...state,
    others: state.others.map((each) => (each.party === party ? { ...each, ...change } : each)),
  };
}

function setSafeContact(
  { unsafeToMail, ...state }: Complaint,
  { party, mayBeMailed }: EventOf<'SafeContactSet'>,
): Complaint {
  if (party === undefined) return obeyMethod(mayBeMailed ? state : { ...state, unsafeToMail: true });
  const told = tellOtherwise(state, party, { reachableByEmail: mayBeMailed });
  return { ...told, ...(unsafeToMail && { unsafeToMail }) };
}

/** Whoever has an interest in it no longer handles it, and what they drafted is drafted anew. */
function declareConflict(state: Complaint, { person, ended }: EventOf<'ConflictDeclared'>): Complaint {
  if (ended) return { ...state, conflicts: state.conflicts.filter((each) => each !== person) };
  const conflicts = state.conflicts.includes(person) ? state.conflicts : [...state.conflicts, person];
  const { handler, ...rest } = state;
  return dropPartialDraft({ ...rest, ...(handler && handler !== person && { handler }), conflicts });
}

/** Where the lead leaves, somebody else leads: with links of their own, and reached in their own way. */
function leave(state: Complaint, event: EventOf<'PartyLeft'>): Complaint {
  const { party, lead, on } = event;
  const gone = lead ?? party;
  const others = state.others.map((each) => (each.party === gone ? { ...each, left: on } : each));
  const isAlone = state.madeBy === 'joint' && others.every(({ left }) => left);
  const left: Complaint = { ...state, others, madeBy: isAlone ? 'individual' : state.madeBy };
  return lead ? changeLead(left, event) : left;
}

/**
 * What held for the one who led does not for the next: their record, whom they let speak for them, what they wrote, and
 * what was agreed with them or laid down for them.
 */
function changeLead(
  { resident: _, unsafeToMail: __, phoneAgreed: ___, representative, ...state }: Complaint,
  event: EventOf<'PartyLeft'>,
): Complaint {
  const { on, reachableByEmail = false, otherWays = [], phoneAgreed, resident } = event;
  const { missing = [], obligation } = event;
  const led: Complaint = {
    ...endLettersOfOne(endObligations(state, ['adjustment-review', 'restriction-review'], 'left')),
    ...(resident && { resident }),
    ...(representative && { representative: askAnew(representative) }),
    party: state.party + 1,
    ledSince: state.party + 1,
    messages: state.messages.map((each) => ({ ...each, ofEarlierLead: true })),
    adjustments: state.adjustments.map((each) => ({ ...each, ended: true })),
    restrictions: state.restrictions.map((each) => ({ ...each, lifted: true })),
    emailGiven: reachableByEmail,
    otherWays,
    ...(phoneAgreed && { phoneAgreed }),
    residentUnreached: false,
  };
  return knowWhatIsMissing(obeyMethod(led), missing, obligation, on);
}

/** What waits to be posted goes to whoever leads now, who knows nothing of it, but for what is nobody else’s. */
function endLettersOfOne(state: Complaint): Complaint {
  const isOfOne = ({ whom, gives }: Obligation) => !whom && gives !== undefined && isOfOneAlone(gives);
  const obligations = state.obligations.map((each) =>
    isOpen(each) && isOfOne(each) ? { ...each, ended: 'left' as const } : each,
  );
  return { ...state, obligations };
}

/** Of whoever spoke for somebody else, this person has said nothing yet. */
function askAnew({ capacity, ...speaker }: Representative): Representative {
  return { ...newcomer(speaker), capacity };
}

/** Who it is made by now, and what is to be found out of them. */
export function correctMaker(
  state: Complaint,
  { madeBy = state.madeBy, another, missing, obligation, on }: EventOf<'PartyCorrected'>,
): Complaint {
  const { representative } = state;
  const asked = another && representative && { representative: askAnew(representative) };
  const corrected = { ...state, madeBy, ...asked };
  return missing && on ? knowWhatIsMissing(corrected, missing, obligation, on) : corrected;
}
