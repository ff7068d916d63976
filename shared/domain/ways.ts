import * as z from 'zod/mini';

/** How we reach somebody ourselves. A visit is arranged like a call. */
export const ways = ['email', 'letter', 'phone'] as const;
export type Way = (typeof ways)[number];

/** The ways that take a person’s hand: a letter that somebody posts, a call that somebody makes. */
export const waysByHand = ['letter', 'phone'] as const;
export type WayByHand = (typeof waysByHand)[number];

/** How else than by email somebody may be reached, the way that they asked for first. */
export const otherWaysSchema = z.array(z.enum(waysByHand));

/** Whoever leads asked to be told by phone: what the Code wants in writing may be said to them. */
export const phoneAgreedSchema = z.optional(z.literal(true));

/** What a complaint knows of it: every obligation speaks of ways, so that this file cannot know complaints. */
interface Reach {
  restrictions: readonly { method: string; lifted?: true | undefined }[];
  reachableByEmail: boolean;
  otherWays: readonly WayByHand[];
  phoneAgreed?: true | undefined;
}

/**
 * How whoever leads the complaint is reached now: as was laid down where contact is restricted (seed 003), otherwise by
 * email where that is safe and wanted, otherwise as they asked.
 *
 * @returns undefined where no way is known: staff find one out (Code 3.2)
 */
export function wayTo({ restrictions, reachableByEmail, otherWays }: Reach): Way | undefined {
  if (reachableByEmail) return 'email';
  const laidDown = laidDownIn(restrictions);
  return laidDown && laidDown !== 'email' ? wayBy(laidDown, otherWays) : otherWays[0];
}

function laidDownIn(restrictions: Reach['restrictions']): string | undefined {
  return restrictions.find(({ lifted }) => !lifted)?.method;
}

/** By which way a method goes, where what it takes is known: a visit may be arranged in any. */
export function wayBy(method: string, otherWays: readonly WayByHand[]): WayByHand | undefined {
  if (method === 'in-person') return otherWays.length > 0 ? 'phone' : undefined;
  return otherWays.find((way) => way === method);
}

/** Whether whoever is rung up asked for it, or it was laid down: a call is as good as writing then (Code 3.1, 5.10, 5.14). */
export function isPhoneAgreed({ restrictions, phoneAgreed }: Reach): boolean {
  const laidDown = laidDownIn(restrictions);
  return phoneAgreed === true || laidDown === 'phone' || laidDown === 'in-person';
}
