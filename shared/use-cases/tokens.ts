import { createHash, createHmac } from 'node:crypto';
import type { RandomBytes } from '../ports/clock.ts';
import { encode } from './timeline.ts';

/**
 * Tokens of links and sessions: 256 bits as 43 base64url characters. They hold enough chance that a plain hash keeps
 * them safe, and only that hash is stored.
 */

const tokenBytes = 32;

export function newToken(randomBytes: RandomBytes): string {
  return encode(randomBytes(tokenBytes));
}

/** A text that is no token has a hash too, under which nothing is ever found. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The same token for the same two texts, which nobody knows who does not know both. */
export function deriveToken(token: string, key: string): string {
  return createHmac('sha256', token).update(key).digest('base64url');
}
