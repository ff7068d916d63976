import * as z from 'zod/mini';
import { languageNames, languages } from '../domain/languages.ts';
import { capacities, consents, copiesOf, mostOthers } from '../domain/parties.ts';
import { email, line, paragraphs } from './text.ts';

/** The people of a complaint, as a request names them. */

const listed = languages.map((code) => `${code} ${languageNames[code]}`).join(', ');

/** A language that somebody reads and speaks best. */
const language = z
  .enum(languages)
  .check(
    z.describe(
      `The language that the person reads and speaks best, where that is not English: ${listed}. Letters come in it where there is a wording; otherwise they begin with how to get an interpreter.`,
    ),
  );

/** Who complains, and how they may be reached. */
export const complainantBody = z
  .strictObject({
    name: line(200, 'What to call the person.'),
    email: z.optional(email('Where the receipt and later letters go by email.')),
    phone: z.optional(line(40, 'A telephone number, written any way.')),
    address: z.optional(line(500, 'A postal address on one line.')),
    preferredChannel: z.optional(
      z
        .enum(['email', 'phone', 'letter'])
        .check(
          z.describe(
            'How we should make contact. Without it, by email where an address is given. Anything but email means that no automatic email is sent: it can endanger someone.',
          ),
        ),
    ),
    language: z.optional(language),
    safeContact: z.optional(
      paragraphs(
        500,
        'What to mind when making contact: no voicemail at home, only before noon. No automatic email is sent then, unless email is the preferred channel: a person reads this first.',
      ),
    ),
  })
  .check(z.describe('Who complains. Leave it out to complain anonymously.'));

const other = {
  name: line(200, 'What to call the person.'),
  email: z.optional(email('Where copies of letters go.')),
  phone: z.optional(line(40, 'A telephone number, written any way.')),
  address: z.optional(line(500, 'Where copies are posted without an email address, on one line.')),
};

function othersOf<Each extends z.ZodMiniType>(each: Each) {
  return z.optional(
    z
      .array(each)
      .check(
        z.maxLength(mostOthers, `must have at most ${mostOthers} entries; more complain as a group`),
        z.describe('Whoever complains together with the complainant, who leads.'),
      ),
  );
}

/** Who speaks for somebody, and how they are reached. */
export const speaker = {
  name: line(200, 'What to call the representative.'),
  email: z.optional(email('The representative’s email address.')),
  phone: z.optional(line(40, 'The representative’s telephone number.')),
  address: z.optional(line(500, 'Where copies are posted without an email address, on one line.')),
  relationship: z.optional(line(200, 'How they know the person: daughter, support worker, councillor.')),
};

const representative = {
  ...speaker,
  capacity: z.optional(z.enum(capacities).check(z.describe('As what they speak for the person.'))),
};

export const copies = z
  .enum(copiesOf)
  .check(z.describe('Of what they get a copy: of nothing, of the answers, or of every letter.'));

/** Those of the form on the web. */
export const others = othersOf(z.strictObject(other).check(z.describe('Somebody who complains too.')));
export const representativeBody = z
  .strictObject({
    ...representative,
    consent: z.optional(
      z
        .literal('given')
        .check(
          z.describe('The person knows of the complaint and agrees. Without it we ask them ourselves first.'),
        ),
    ),
  })
  .check(z.describe('Somebody who complains on the person’s behalf.'));

/** Those that staff write down, with what was said of copies. */
export const loggedOthers = othersOf(
  z.strictObject({ ...other, copies: z.optional(copies) }).check(z.describe('Somebody who complains too.')),
);
export const loggedRepresentativeBody = z
  .strictObject({
    ...representative,
    consent: z.optional(
      z.enum(consents).check(z.describe('Whether the person agrees; not asked yet, where it is left out.')),
    ),
    evidence: z.optional(
      paragraphs(500, 'Where the consent is on record, or of an executor the proof that they are one.'),
    ),
    copies: z.optional(copies),
  })
  .check(
    z.refine(({ consent, evidence }) => consent !== 'given' || evidence !== undefined, {
      error: 'must say where the consent is on record that was given',
      path: ['evidence'],
    }),
    z.describe('Somebody who complains on the person’s behalf.'),
  );

interface Named {
  complainant?: unknown;
  others?: unknown[] | undefined;
  anonymous?: true | undefined;
}

/** Others follow somebody who leads, and nobody is anonymous who has a name. */
export const partiesFit = [
  z.refine<Named>(({ complainant, others = [] }) => complainant !== undefined || others.length === 0, {
    error: 'must be given where others are: somebody leads the complaint',
    path: ['complainant'],
  }),
  z.refine<Named>(({ complainant, anonymous }) => complainant === undefined || anonymous === undefined, {
    error: 'must be left out where a complainant is named',
    path: ['anonymous'],
  }),
] as const;
