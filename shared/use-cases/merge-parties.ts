import canonicalize from 'canonicalize';
import type { Merge } from '../domain/commands/merge.ts';
import type { Complaint } from '../domain/complaint.ts';
import { newcomer, nextParty } from '../domain/parties.ts';
import type { PersonalText } from '../ports/personal-text.ts';
import type { BuildParts } from './handle-staff-command.ts';
import { mayBeMailed, sayOtherWays, sayPhoneAgreed, waysTo } from './intake.ts';
import { isSame, type Person, putTogether } from './same-person.ts';

type Complainants = Pick<BuildParts, 'complaint'> & { personal: PersonalText };

/** Somebody who makes a complaint, and whether mail reaches them there. */
interface Party {
  party: string;
  person: Person;
  reachableByEmail: boolean;
}

/** What one complaint takes over of the parties of another. */
export interface TakenOver
  extends Pick<Merge, 'joined' | 'met' | 'unsafeToMail' | 'canBeReached' | 'representative'> {
  personal: PersonalText;
}

/** Whoever makes the other and not this one joins; of whoever makes both more is known. */
export function takeOverParties(
  { complaint, personal }: Complainants,
  other: Complainants,
  keep: BuildParts['keep'],
): TakenOver | undefined {
  const before = partiesOf({ complaint, personal }, complaint.emailGiven);
  const after = new Map(before.map((each) => [each.party, each]));
  const joined: Party[] = [];
  const isFree = nextParty([...complaint.others, ...(personal.others ?? [])]);
  let isSameLead = false;
  for (const theirs of partiesOf(other, other.complaint.reachableByEmail)) {
    const mine = before.find(({ person }) => isSame(person, theirs.person));
    if (!mine) joined.push({ ...theirs, party: `party-${isFree + joined.length}` });
    else {
      const known = after.get(mine.party) ?? mine;
      after.set(mine.party, meet(known, theirs, other.complaint));
      isSameLead ||= mine.party === 'lead' && theirs.party === 'lead';
    }
  }
  const met = before.flatMap((each) => {
    const now = after.get(each.party) ?? each;
    return now === each ? [] : [now];
  });
  const speaker = speakerOf({ complaint, personal }, other, [...before, ...joined], isSameLead);
  const unsafeToMail = isSameLead ? other.complaint.unsafeToMail : undefined;
  if (joined.length + met.length === 0 && !speaker && !unsafeToMail) return undefined;
  const lead = after.get('lead')?.person;
  return {
    joined: joined.map(reachOf),
    met: met.map((each) => ({
      ...reachOf(each),
      ...(each.party === 'lead' && sayPhoneAgreed(each.person)),
    })),
    unsafeToMail,
    canBeReached: waysTo(lead).canBeReached,
    representative: speaker?.said(keep),
    personal: writeParties(personal, after, joined, speaker?.text),
  };
}

/** Without those who left it. */
function partiesOf({ complaint, personal }: Complainants, isLeadMailed: boolean): Party[] {
  const { complainant, others = [] } = personal;
  const staying = others.flatMap(({ party, ...person }) => {
    const found = complaint.others.find((each) => each.party === party && !each.left);
    return found ? [{ party, person, reachableByEmail: found.reachableByEmail }] : [];
  });
  const lead = complainant && { party: 'lead', person: complainant, reachableByEmail: isLeadMailed };
  return [...(lead ? [lead] : []), ...staying];
}

/** Nobody is mailed who was not mailed before, but at an address that only the other knew and mailed. */
function meet(mine: Party, theirs: Party, { unsafeToMail }: Complaint): Party {
  const person = putTogether(mine.person, theirs.person);
  const { reachableByEmail: isMailed } = mine.person.email === undefined ? theirs : mine;
  const isUnsafe = unsafeToMail && theirs.party === 'lead' && mine.party !== 'lead';
  if (!isUnsafe && canonicalize(person) === canonicalize(mine.person)) return mine;
  const reachableByEmail = isMailed && !isUnsafe && mayBeMailed({ complainant: person });
  return { ...mine, person, reachableByEmail };
}

function reachOf({ party, person, reachableByEmail }: Party) {
  return { party, reachableByEmail, ...sayOtherWays(person) };
}

/** Who spoke for the one who leads speaks for them still; whom somebody else let speak for them nobody here has yet. */
function speakerOf(
  { complaint, personal }: Complainants,
  other: Complainants,
  parties: readonly Party[],
  isSameLead: boolean,
) {
  const { representative, reference } = other.complaint;
  const { representative: text } = other.personal;
  if (!representative || !text || complaint.representative || personal.representative) return undefined;
  if (parties.some(({ person }) => isSame(person, text))) return undefined;
  const { evidence: _, ...contact } = text;
  const said = (keep: BuildParts['keep']) => {
    const { capacity, evidence } = representative;
    if (!isSameLead) return { ...newcomer(representative), capacity };
    const where = `It is on record with ${reference}, which is part of this complaint.`;
    return { ...representative, ...(evidence && { evidence: keep(where) }) };
  };
  return { said, text: isSameLead ? text : contact };
}

/** Those who left stay as they were written. */
function writeParties(
  personal: PersonalText,
  known: ReadonlyMap<string, Party>,
  joined: readonly Party[],
  speaker: PersonalText['representative'],
): PersonalText {
  const lead = known.get('lead')?.person;
  const stayed = (personal.others ?? []).map((each) => ({
    ...(known.get(each.party)?.person ?? each),
    party: each.party,
  }));
  const others = [...stayed, ...joined.map(({ party, person }) => ({ ...person, party }))];
  return {
    ...personal,
    ...(lead && { complainant: lead }),
    ...(others.length > 0 && { others }),
    ...(speaker && { representative: speaker }),
  };
}
