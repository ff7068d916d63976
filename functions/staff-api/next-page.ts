import { invalidRequest } from '../../shared/contracts/problems.ts';
import type { Read } from './requests.ts';

/** Where a list goes on, as callers hold it: they hand it back and need not understand it. */
export function writeNext(after: string): string {
  return Buffer.from(after).toString('base64url');
}

const place = String.raw`\d{4}-\d\d-\d\d#[0-9A-Z-]{11}`;

/** Forms of a place in a list: by what is urgent and then by day, by day alone, or by the day of a letter. */
export const places = {
  urgent: new RegExp(`^[0-2]#${place}$`),
  byDay: new RegExp(`^${place}$`),
  byHand: /^\d{4}-\d\d-\d\d#[\d:.TZ-]{24}#COMPLAINT#[0-9A-Z-]{11}#[\w.-]{1,80}$/,
};

/**
 * @param next what a caller sent, if anything
 * @param form of a place in the list
 */
export function readNext(next: string | undefined, form = places.urgent): Read<string | undefined> {
  if (next === undefined) return { value: undefined };
  const text = Buffer.from(next, 'base64url').toString();
  return form.test(text)
    ? { value: text }
    : { problem: invalidRequest([{ field: 'after', detail: 'must be the next of the page before' }]) };
}
