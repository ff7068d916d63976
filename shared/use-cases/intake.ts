import { missingFrom } from '../domain/missing.ts';
import type { CopiesOf, Maker, OtherParty, Representative } from '../domain/parties.ts';
import type { Receive } from '../domain/receiving.ts';
import { type WayByHand, waysByHand } from '../domain/ways.ts';
import type { PersonalText } from '../ports/personal-text.ts';

type Person = NonNullable<PersonalText['others']>[number];
type Speaker = NonNullable<PersonalText['representative']>;

/** What reaches rules as it was sent. */
const asSent = [
  'issueOccurredOn',
  'becameAwareOn',
  'receivedAt',
  'loggedBy',
  'staffComplainedAbout',
  'chosenOn',
  'standing',
  'tenure',
  'tenancyEndedOn',
  'hazards',
  'vulnerabilities',
  'category',
  'resident',
  'property',
] as const satisfies (keyof Receive)[];

/** A complaint as a resident sent it or somebody on the staff logged it, its shape already checked. */
export type Intake = Omit<PersonalText, 'salt' | 'others' | 'representative'> &
  Pick<Receive, 'channel' | (typeof asSent)[number]> & {
    /** nobody is to be known or told; without it a missing complainant is found out */
    anonymous?: true | undefined;
    group?: true | undefined;
    others?: readonly (Omit<Person, 'party'> & { copies?: CopiesOf | undefined })[] | undefined;
    representative?:
      | (Omit<Speaker, 'capacity'> & {
          capacity?: Representative['capacity'] | undefined;
          consent?: Representative['consent'] | undefined;
          copies?: CopiesOf | undefined;
        })
      | undefined;
  };

/** What is kept apart of it, and what the rules hear of it. */
export function readIntake(intake: Intake): {
  text: Omit<PersonalText, 'salt'>;
  said: Omit<Receive, 'type' | 'reference' | 'personalTextHash'>;
} {
  const {
    channel,
    complainant,
    others = [],
    representative,
    description,
    desiredOutcome,
    adjustments,
  } = intake;
  const madeBy = makerOf(intake);
  const people = others.map(({ copies: _, ...person }, index) => ({ party: nameParty(index), ...person }));
  const speaker = representative && readSpeaker(representative);
  const known = { madeBy, standing: intake.standing, representative: speaker?.said };
  return {
    text: {
      ...(complainant && { complainant }),
      ...(people.length > 0 && { others: people }),
      ...(speaker && { representative: speaker.text }),
      description,
      ...(desiredOutcome !== undefined && { desiredOutcome }),
      ...(adjustments && { adjustments }),
    },
    said: {
      channel,
      ...(Object.fromEntries(asSent.map((name) => [name, intake[name]])) as Pick<
        Receive,
        (typeof asSent)[number]
      >),
      reachableByEmail: mayBeMailed(intake),
      otherWays: otherWaysTo(complainant),
      ...sayPhoneAgreed(complainant),
      madeBy,
      others: others.map((each, index) => sayOther(each, index, usualCopies(intake, madeBy))),
      representative: speaker?.said,
      missing: missingFrom({ ...known, ...waysTo(complainant) }),
    },
  };
}

/** Only to someone who gave an address and neither asked for another way nor warned of one: mail can endanger a person. */
export function mayBeMailed({ complainant }: Pick<PersonalText, 'complainant'>): boolean {
  if (!complainant?.email) return false;
  const { preferredChannel, safeContact } = complainant;
  return preferredChannel === 'email' || (preferredChannel === undefined && safeContact === undefined);
}

/** How else somebody may be reached: as they asked, otherwise by letter, and by phone where no address is known (Code 3.1). */
export function otherWaysTo(
  person: Pick<NonNullable<PersonalText['complainant']>, 'address' | 'phone' | 'preferredChannel'> = {},
): WayByHand[] {
  const { address, phone, preferredChannel } = person;
  const known = { letter: address, phone };
  const order = preferredChannel === 'phone' ? (['phone', 'letter'] as const) : waysByHand;
  return order.filter((way) => known[way] !== undefined);
}

/** What an event says of the ways to reach somebody: nothing where there are none. */
export function sayOtherWays(person: Parameters<typeof otherWaysTo>[0]): { otherWays?: WayByHand[] } {
  const otherWays = otherWaysTo(person);
  return otherWays.length > 0 ? { otherWays } : {};
}

/** Whether they asked to be told by phone: what the Code wants in writing may be said to them (Code 3.1, 5.10). */
export function sayPhoneAgreed({
  preferredChannel,
}: Pick<NonNullable<PersonalText['complainant']>, 'preferredChannel'> = {}): { phoneAgreed?: true } {
  return preferredChannel === 'phone' ? { phoneAgreed: true } : {};
}

/** Whether somebody is named, and can be reached in any way. */
export function waysTo(complainant: PersonalText['complainant']): {
  isNamed: boolean;
  canBeReached: boolean;
} {
  const { email, phone, address } = complainant ?? {};
  return { isNamed: complainant !== undefined, canBeReached: (email ?? phone ?? address) !== undefined };
}

function makerOf({ anonymous, group, others = [] }: Intake): Maker {
  if (anonymous) return 'anonymous';
  if (group) return 'group';
  return others.length > 0 ? 'joint' : 'individual';
}

/** The lead is the first. */
function nameParty(index: number): string {
  return `party-${index + 2}`;
}

/**
 * People who complain together see what is written to their lead; a group hears of it from whoever leads it. To addresses
 * that somebody typed into a form nothing goes by itself: the answer does, once a person has read the complaint.
 */
function usualCopies({ loggedBy }: Intake, madeBy: Maker): CopiesOf {
  if (madeBy === 'group') return 'none';
  return loggedBy ? 'letters' : 'answers';
}

function sayOther(
  { copies, ...person }: NonNullable<Intake['others']>[number],
  index: number,
  usual: CopiesOf,
): OtherParty {
  const reachableByEmail = person.email !== undefined;
  return {
    party: nameParty(index),
    reachableByEmail,
    ...sayOtherWays(person),
    copies: copies ?? usual,
  };
}

function readSpeaker({
  consent = 'not-asked',
  copies,
  capacity,
  ...person
}: NonNullable<Intake['representative']>): {
  text: Speaker;
  said: NonNullable<Receive['representative']>;
} {
  const reach = { reachableByEmail: person.email !== undefined, ...sayOtherWays(person) };
  return {
    text: { ...person, ...(capacity && { capacity }) },
    said: { capacity: capacity ?? 'other', consent, ...reach, copies },
  };
}
