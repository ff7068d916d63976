import { nameOwner } from '../domain/notice-owner.ts';
import type { Notice } from '../domain/stored-notice.ts';

/** A letter or a call that waits for somebody’s hand, as it was when its place in the list was read. */
export interface NoticeByHand {
  notice: Notice;
  /** its place in the list, to go on from */
  after: string;
}

/**
 * Where a notice stands among those of its landlord that wait for somebody’s hand: by the day by which it was to be given
 * when it became owed, and then the longest owed first.
 *
 * @returns undefined where it waits for nobody’s hand
 */
export function placeByHand({ status, byHand, owner, owedAt, id }: Notice): string | undefined {
  if (status !== 'by-hand' || !byHand) return undefined;
  return [byHand.dueOn, owedAt, nameOwner(owner), id].join('#');
}
