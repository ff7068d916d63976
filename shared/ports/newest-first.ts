import type { Reference } from '../domain/reference.ts';

/** References by the day of receipt, the newest first, those of one day always in the same order. */
export function newestFirst(
  memberships: readonly { reference: Reference; receivedOn: string }[],
): Reference[] {
  const nameOf = ({ receivedOn, reference }: (typeof memberships)[number]) => `${receivedOn}#${reference}`;
  return memberships
    .toSorted((one, other) => (nameOf(one) < nameOf(other) ? 1 : -1))
    .map(({ reference }) => reference);
}
