import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ComplaintEvent } from '../domain/events.ts';
import type { Instant } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import type { RandomBytes } from '../ports/clock.ts';
import type { Actor, TimelineEntry } from '../ports/timeline.ts';

/** The hash before a timeline's first entry. */
export const timelineStart = '';

/** Continues a timeline: numbers the events and chains each to the one before it. */
export function chainEvents(
  events: readonly ComplaintEvent[],
  previous: { reference: Reference; version: number; head: string },
  at: Instant,
  actor: Actor,
  randomBytes: RandomBytes,
): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let { head } = previous;
  for (const event of events) {
    const entry = {
      reference: previous.reference,
      seq: previous.version + entries.length + 1,
      at,
      actor,
      event,
      salt: encode(randomBytes(16)),
      previousHash: head,
    };
    head = hashOf(entry);
    entries.push({ ...entry, hash: head });
  }
  return entries;
}

/**
 * Checks a whole timeline, oldest entry first.
 *
 * @returns the number of the first entry that does not follow from those before it, or undefined where all do
 */
export function findBrokenEntry(entries: readonly TimelineEntry[]): number | undefined {
  let head = timelineStart;
  for (const [index, entry] of entries.entries()) {
    const follows = entry.seq === index + 1 && entry.previousHash === head && entry.hash === hashOf(entry);
    if (!follows) return index + 1;
    head = entry.hash;
  }
  return undefined;
}

/** A hash that vouches for a text without telling it, and no longer does once the salt is erased. */
export function saltedHash(salt: string, value: unknown): string {
  return createHash('sha256')
    .update(salt)
    .update(canonicalize(value) ?? '')
    .digest('base64url');
}

export function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

function hashOf(entry: Omit<TimelineEntry, 'hash'>): string {
  const { reference, seq, previousHash, at, actor, event, salt } = entry;
  const { type, ...data } = event;
  const covered = { reference, seq, previousHash, at, actor, type, data: saltedHash(salt, data) };
  return createHash('sha256')
    .update(canonicalize(covered) ?? '')
    .digest('base64url');
}
