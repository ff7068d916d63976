import * as z from 'zod/mini';
import { type CivilDate, civilDateSchema } from './civil-date.ts';

/** Who somebody on the staff is: the subject of their token, the same for as long as they work here. */
export type StaffId = string & { readonly staffId: true };

/** `#` separates the parts of a stored key, so that no id may hold one. */
export const staffIdPattern = /^[\x21\x22\x24-\x7e]{1,128}$/;

export const staffIdSchema = z.custom<StaffId>(
  (value) => typeof value === 'string' && staffIdPattern.test(value),
);

/** @throws Error where the text cannot be the id of anybody */
export function staffId(text: string): StaffId {
  return staffIdSchema.parse(text);
}

/** Ids of landlords and of teams. */
export const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const leaveSchema = z
  .strictObject({ from: civilDateSchema, to: civilDateSchema })
  .check(z.refine(({ from, to }) => from <= to, 'from must not be after to'));

/** A row of the staff register. It says how somebody is reached and what they work on, never what they may do. */
export const personSchema = z.strictObject({
  id: staffIdSchema,
  name: z.string().check(z.minLength(1)),
  email: z.email(),
  teams: z.array(z.string()),
  /** teams that this person leads */
  leads: z.array(z.string()),
  landlords: z.array(z.string()),
  /** first and last day of each absence */
  leave: z.array(leaveSchema),
  /** who gets mail and work while this person is away */
  cover: z.optional(staffIdSchema),
  disabled: z.boolean(),
  /** counts changes from 0 on; a change based on an older one is refused */
  revision: z.int().check(z.gte(0)),
});
export type Person = z.infer<typeof personSchema>;

export function isAway({ leave }: Pick<Person, 'leave'>, on: CivilDate): boolean {
  return leave.some(({ from, to }) => from <= on && on <= to);
}

/**
 * Who gets the mail and the work meant for somebody on a day: that person, or while they are away or disabled their
 * cover. A cover who is away too hands nothing on: covers may form a ring.
 *
 * @returns undefined where neither is there, nor anybody of that id
 */
export function whoActsFor(people: readonly Person[], id: StaffId, on: CivilDate): Person | undefined {
  const find = (wanted: StaffId | undefined) => people.find((person) => person.id === wanted);
  const person = find(id);
  return [person, find(person?.cover)].find((each) => each && !each.disabled && !isAway(each, on));
}

/** A mail about a complaint goes to nobody whom it is about, nor to anybody who does not serve its landlord. */
export function mayBeTold(
  { id, landlords }: Person,
  {
    landlord,
    staffComplainedAbout = [],
  }: { landlord: string; staffComplainedAbout?: readonly StaffId[] | undefined },
): boolean {
  return landlords.includes(landlord) && !staffComplainedAbout.includes(id);
}

/** Who leads a team for a landlord; of several whoever's id comes first, so that it is the same one each time. */
export function leaderOf(people: readonly Person[], team: string, landlord: string): Person | undefined {
  const leaders = people.filter(
    ({ disabled, leads, landlords }) => !disabled && leads.includes(team) && landlords.includes(landlord),
  );
  return leaders.sort((one, other) => (one.id < other.id ? -1 : 1))[0];
}
