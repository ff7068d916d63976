import { addMinutes, type Instant } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import type { Access } from '../ports/access.ts';
import type { Clock, RandomBytes } from '../ports/clock.ts';
import { deriveToken, hashToken, newToken } from './tokens.ts';

export interface OpenSessionPorts {
  access: Pick<Access, 'redeem' | 'openSession'>;
  clock: Clock;
  randomBytes: RandomBytes;
}

export interface OpenedSession {
  /** the session's token, told once and stored nowhere */
  session: string;
  reference: Reference;
  validUntil: Instant;
}

const sessionMinutes = 30;

/**
 * Turns the token of a mailed link into a session, once. With a key the session's token follows from link and key, so
 * that the same request repeated gets the same session although its token is not stored.
 *
 * @returns undefined for a link that is unknown, has run out or was used: nothing tells which
 */
export async function openSession(
  { access, clock, randomBytes }: OpenSessionPorts,
  link: string,
  key: string | undefined,
): Promise<OpenedSession | undefined> {
  const session = key === undefined ? newToken(randomBytes) : deriveToken(link, key);
  const hash = hashToken(session);
  const redeemed = await access.redeem(hashToken(link), 'resident', hash, clock());
  if (!redeemed) return undefined;
  const { complaint: reference, party, since } = redeemed;
  const validUntil = addMinutes(since, sessionMinutes);
  await access.openSession({ hash, complaint: reference, party, validUntil });
  return { session, reference, validUntil };
}
