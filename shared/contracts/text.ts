import * as z from 'zod/mini';
import { civilDateSchema } from '../domain/deadline.ts';

/**
 * Line breaks and invisible characters can forge a mail's headers or turn text round, so a name, an address or a
 * number holds none: no control character, line or paragraph separator, change of direction, nor half a character.
 */
const singleLine = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u;
/** A text of several lines may have line breaks and tabs. */
const manyLines = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;

/** One line that a person typed: trimmed, not empty, without control characters. */
export function line(longest: number) {
  return z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'must not be empty'),
      z.maxLength(longest, `must have at most ${longest} characters`),
      z.regex(singleLine, 'must be one line without control characters'),
    );
}

/** A text that a person typed: trimmed, not empty, of one line or more. */
export function paragraphs(longest: number) {
  return z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'must not be empty'),
      z.maxLength(longest, `must have at most ${longest} characters`),
      z.regex(manyLines, 'must not contain control characters'),
    );
}

/** An address that one mail can go to. */
export const email = z
  .email('must be an email address such as sam@example.com')
  .check(z.maxLength(254, 'must have at most 254 characters'));

/** A day that exists, as `YYYY-MM-DD`. */
export const date = z.pipe(z.iso.date('must be a date that exists, such as 2026-03-27'), civilDateSchema);
