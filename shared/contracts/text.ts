import * as z from 'zod/mini';
import { civilDateSchema } from '../domain/civil-date.ts';
import { instant } from '../domain/london-time.ts';

/**
 * Line breaks and invisible characters can forge a mail's headers or turn text round, so a name, an address or a
 * number holds none: no control character, line or paragraph separator, change of direction, nor half a character.
 */
const singleLine = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u;
/** A text of several lines may have line breaks and tabs. */
const manyLines = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;
/** Spaces without width are not blank to `trim`, but they are to whoever reads the name. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
const blank = 'must not be empty';

/** One line that a person typed: trimmed, not empty, without control characters. */
export function line(longest: number, description: string) {
  return z.string().check(
    z.trim(),
    z.minLength(1, blank),
    z.refine((text) => visible.test(text), blank),
    z.maxLength(longest, `must have at most ${longest} characters`),
    z.regex(singleLine, 'must be one line without control characters'),
    z.describe(description),
  );
}

/** A text that a person typed: trimmed, not empty, of one line or more. */
export function paragraphs(longest: number, description: string) {
  return z.string().check(
    z.trim(),
    z.minLength(1, blank),
    z.refine((text) => visible.test(text), blank),
    z.maxLength(longest, `must have at most ${longest} characters`),
    z.regex(manyLines, 'must not contain control characters'),
    z.describe(description),
  );
}

/** An address that one mail can go to. */
export function email(description: string) {
  return z
    .email('must be an email address such as sam@example.com')
    .check(z.maxLength(254, 'must have at most 254 characters'), z.describe(description));
}

/** A day that exists, as `YYYY-MM-DD`. */
export function date(description: string) {
  return z
    .pipe(z.iso.date('must be a date that exists, such as 2026-03-27'), civilDateSchema)
    .check(z.describe(description));
}

/** A day that a promise or a calendar may name: none before our bank holidays, nor so far ahead that nobody can count to it. */
export function countableDate(description: string) {
  return z
    .pipe(
      z.iso
        .date('must be a date that exists, such as 2027-03-26')
        .check(
          z.refine(
            (text) => text >= '2012-01-01' && text < '2050-01-01',
            'must lie in the years 2012 to 2049',
          ),
        ),
      civilDateSchema,
    )
    .check(z.describe(description));
}

/** By the year in UTC, since an offset can move an instant out of the year that stands in front. */
export function inYears(first: number, last: number): (text: string) => boolean {
  return (text) => {
    const year = new Date(text).getUTCFullYear();
    return first <= year && year <= last;
  };
}

/** When something happened, as an instant with its offset; kept in UTC. */
export function pastInstant(description: string) {
  return z
    .pipe(
      z.iso
        .datetime({
          offset: true,
          error: 'must be an instant with its offset, such as 2026-12-23T15:00:00Z',
        })
        .check(z.refine(inYears(2015, 2099), 'must lie between the years 2015 and 2099')),
      z.transform((text) => instant(text)),
    )
    .check(z.describe(description));
}
