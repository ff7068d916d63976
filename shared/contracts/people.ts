import * as z from 'zod/mini';
import { kebabCase, staffIdPattern, staffIdSchema } from '../domain/staff.ts';
import { date, email, line } from './text.ts';

/** Somebody's id as a request names it. */
export function sentStaffId(description: string) {
  const printable = 'must be 1 to 128 printable ASCII characters without spaces or #';
  return z
    .pipe(z.string().check(z.regex(staffIdPattern, printable)), staffIdSchema)
    .check(z.describe(description));
}

/** Staff whom a complaint is about. */
export const staffComplainedAbout = z
  .array(sentStaffId('Id of somebody on the staff.'))
  .check(
    z.maxLength(20, 'must have at most 20 entries'),
    z.describe('Staff whom the complaint is about: they can neither see it nor take part.'),
  );

/** Names of landlords or teams as a request lists them. */
function sentNames(one: string, description: string) {
  return z
    .array(
      z
        .string()
        .check(
          z.maxLength(100, 'must have at most 100 characters'),
          z.regex(kebabCase, 'must be lower-case letters and digits with single hyphens, such as day-zero'),
          z.describe(one),
        ),
    )
    .check(
      z.maxLength(50, 'must have at most 50 entries'),
      z.refine((names) => new Set(names).size === names.length, 'must name each once'),
      z.describe(description),
    );
}

const about = {
  name: 'What to call the person, in letters to residents too.',
  email: 'Where the person’s mail goes.',
  team: 'Id of a team.',
  teams: 'Teams whose complaints the person works on.',
  leads: 'Teams that the person leads: alerts meant for a team’s leader go there.',
  landlord: 'Id of a landlord.',
  landlords: 'Landlords that the person serves. It can only narrow what their token says, never widen it.',
  leave: 'Days on which the person is away.',
  from: 'The first day away.',
  to: 'The last day away, not before the first.',
  cover:
    'Id of whoever gets the person’s mail and work while they are away or disabled. That must be somebody in the register who serves the same landlords.',
  disabled: 'Whether the person may do nothing at all, whatever their token says.',
  id: 'The subject (sub) of the person’s token.',
};

const details = {
  name: line(200, about.name),
  email: email(about.email),
  teams: sentNames(about.team, about.teams),
  leads: sentNames(about.team, about.leads),
  landlords: sentNames(about.landlord, about.landlords).check(
    z.minLength(1, 'must name at least one landlord'),
  ),
  leave: z
    .array(
      z.strictObject({ from: date(about.from), to: date(about.to) }).check(
        z.refine(({ from, to }) => from <= to, { error: 'must not be before from', path: ['to'] }),
        z.describe('An absence.'),
      ),
    )
    .check(z.maxLength(100, 'must have at most 100 entries'), z.describe(about.leave)),
  cover: z.optional(sentStaffId(about.cover)),
  disabled: z.boolean().check(z.describe(about.disabled)),
};

/** `POST /staff/people`: somebody new. Unknown fields are refused, not ignored. */
export const newPersonBody = z.strictObject({ id: sentStaffId(about.id), ...details });

/** `PUT /staff/people/{id}`: everything that is kept of somebody, which replaces what was kept before. */
export const changedPersonBody = z.strictObject(details);

export const personPath = z.strictObject({ id: sentStaffId(about.id) });

/** Somebody as the register has them: answers of `POST /staff/people` and `PUT /staff/people/{id}`. */
export const personBody = z
  .strictObject({
    id: z.string().check(z.describe(about.id)),
    name: z.string().check(z.describe(about.name)),
    email: z.string().check(z.describe(about.email)),
    teams: z.array(z.string().check(z.describe(about.team))).check(z.describe(about.teams)),
    leads: z.array(z.string().check(z.describe(about.team))).check(z.describe(about.leads)),
    landlords: z.array(z.string().check(z.describe(about.landlord))).check(z.describe(about.landlords)),
    leave: z
      .array(
        z
          .strictObject({
            from: z.iso.date().check(z.describe(about.from)),
            to: z.iso.date().check(z.describe(about.to)),
          })
          .check(z.describe('An absence.')),
      )
      .check(z.describe(about.leave)),
    cover: z.optional(z.string().check(z.describe(about.cover))),
    disabled: z.boolean().check(z.describe(about.disabled)),
    workLeft: z.optional(
      z
        .array(z.string().check(z.describe('Reference of a complaint.')))
        .check(
          z.describe(
            'Complaints of somebody disabled that could be given to nobody, since no leader of their team is in the register: assign them.',
          ),
        ),
    ),
    revision: z
      .int()
      .check(z.describe('Counts the changes from 0 on; a change names in If-Match the one it is based on.')),
  })
  .check(z.describe('Somebody on the staff.'));

/** `GET /staff/people` */
export const peopleBody = z
  .strictObject({
    people: z
      .array(personBody)
      .check(z.describe('Whoever serves one of your landlords, in the order of their ids.')),
  })
  .check(z.describe('The staff register.'));
