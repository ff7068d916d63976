import type { Access } from '../ports/access.ts';
import type { Clock } from '../ports/clock.ts';
import type { ComplaintStore } from '../ports/complaint-store.ts';
import { describeForResident, type ResidentView } from './resident-view.ts';
import { contextOf, type Rules } from './rules.ts';
import { type Bearer, whoIsSignedIn } from './signed-in.ts';

export interface FollowPorts {
  access: Pick<Access, 'readSession'>;
  store: Pick<ComplaintStore, 'loadForCommand' | 'readTexts' | 'notices'>;
  rules: Rules;
  clock: Clock;
}

/**
 * What residents see of their complaint.
 *
 * @returns undefined where the session is not good for that complaint, of which nothing is then read, or is of somebody
 *   whose complaint it no longer is
 */
export async function followComplaint(ports: FollowPorts, bearer: Bearer): Promise<ResidentView | undefined> {
  const { access, store, rules, clock } = ports;
  const now = clock();
  const signedIn = await whoIsSignedIn(access, bearer, now);
  if (!signedIn) return undefined;
  const { complaint: reference, party } = signedIn;
  const [{ stored, personal }, texts, notices] = await Promise.all([
    store.loadForCommand({ reference, people: [] }, now),
    store.readTexts(reference),
    store.notices(reference),
  ]);
  if (!stored) throw new Error(`a session is open for complaint ${reference}, which does not exist`);
  if (stored.complaint.party !== party) return undefined;
  const context = await contextOf(rules, stored.complaint, now);
  return describeForResident(stored.complaint, texts, notices, context, personal);
}
