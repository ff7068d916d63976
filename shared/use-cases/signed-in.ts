import type { Instant } from '../domain/london-time.ts';
import type { Access, SignedIn } from '../ports/access.ts';
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
 * @returns the complaint and the party that came in, to be compared with the complaint's own; undefined where the session is unknown, has run out or is another complaint's
 */
export async function whoIsSignedIn(
  access: Pick<Access, 'readSession'>,
  { reference, session }: Bearer,
  now: Instant,
): Promise<SignedIn | undefined> {
  const found = await access.readSession(hashToken(session), now);
  return found?.complaint === reference ? found : undefined;
}
