import { invalidRequest } from '../../shared/contracts/problems.ts';
import type { Read } from './requests.ts';

/** Where a list goes on, as callers hold it: they hand it back and need not understand it. */
export function writeNext(after: string): string {
  return Buffer.from(after).toString('base64url');
}

/** @param next what a caller sent, if anything */
export function readNext(next: string | undefined): Read<string | undefined> {
  if (next === undefined) return { value: undefined };
  const text = Buffer.from(next, 'base64url').toString();
  return /^\d{4}-\d\d-\d\d#[0-9A-Z-]{11}$/.test(text)
    ? { value: text }
    : { problem: invalidRequest([{ field: 'after', detail: 'must be the next of the page before' }]) };
}
