import type { Complaint } from '../domain/complaint.ts';
import { unmail } from '../domain/decide.ts';
import type { Accepted, Context } from '../domain/decision.ts';
import { evolve } from '../domain/evolve.ts';
import type { Joining } from '../ports/complaint-store.ts';
import type { PersonalText } from '../ports/personal-text.ts';
import type { Actor } from '../ports/timeline.ts';
import { isMailed, type KnownPerson, peopleOf } from './known-people.ts';

/** A complaint with its parties and words at one moment. */
interface Written {
  complaint: Complaint;
  personal: PersonalText | undefined;
}

/**
 * The records that a complaint is put with that it was not before. Where mail reaches somebody from now on, no record that
 * may be theirs may say that it is unsafe at that very moment; whatever one says later is spread.
 */
export function joiningOf(after: Written, before?: Written): Joining {
  const { property } = after.complaint;
  const known = new Set(before ? recordsOf(before) : []);
  const mailed = new Set(before ? mailedOf(before).map(nameOf) : []);
  const reached = mailedOf(after).filter((each) => !mailed.has(nameOf(each)));
  return {
    residents: [...new Set(recordsOf(after))].filter((id) => !known.has(id)),
    ...(property !== before?.complaint.property && { property }),
    whileSafe: [...new Set(reached.map(({ record }) => record))],
  };
}

interface Mailed {
  party: string;
  record: string;
}

function nameOf({ party, record }: Mailed): string {
  return `${party} ${record}`;
}

function recordsOf({ complaint, personal }: Written): string[] {
  return peopleOf(complaint, personal).flatMap(({ records }) => records);
}

function mailedOf({ complaint, personal }: Written): Mailed[] {
  const mailed = peopleOf(complaint, personal).filter(({ party }) => isMailed(complaint, party));
  return mailed.flatMap(({ party, records }) => records.map((record) => ({ party, record })));
}

/** Those of whom one of these records may be. */
export function partiesWith(people: readonly KnownPerson[], unsafe: readonly string[]): string[] {
  const found = people.filter(({ records }) => records.some((id) => unsafe.includes(id)));
  return found.map(({ party }) => party);
}

/**
 * What was decided, with the complaint told of everybody to whom nothing may be mailed: what was to go to them by mail
 * goes by their other way.
 */
export function withoutMail(
  { complaint, personal }: Written,
  decided: Accepted,
  unsafe: readonly string[],
  actor: Actor,
  context: Context,
): Accepted {
  const people = peopleOf(decided.events.reduce<Complaint>(evolve, complaint), personal);
  return partiesWith(people, unsafe).reduce<Accepted>((before, party) => {
    if (actor.type !== 'staff') throw new Error(`${actor.type} cannot change how somebody is reached`);
    return unmail(complaint, before, { by: actor.id, party }, context);
  }, decided);
}
