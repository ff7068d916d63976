import type { Instant } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import type { Access } from '../ports/access.ts';
import { hashToken } from './tokens.ts';

/** What a resident shows of themself: the complaint that they name, and the token of their session. */
export interface Bearer {
  reference: string;
  session: string;
}

/**
 * Whether a session is good for the complaint that is named. It reads the session alone, so that complaints that exist
 * and those that do not are told apart by nothing.
 *
 * @returns the complaint's reference, or undefined where the session is unknown, has run out or is another complaint's
 */
export async function whoIsSignedIn(
  access: Pick<Access, 'readSession'>,
  { reference, session }: Bearer,
  now: Instant,
): Promise<Reference | undefined> {
  const found = await access.readSession(hashToken(session), now);
  return found?.complaint === reference ? found.complaint : undefined;
}
