import type { CivilDate } from './civil-date.ts';
import type { Complaint } from './complaint.ts';
import { isOpen, type Obligation } from './obligations.ts';

/** What became of promises whose dates were derived anew, by the ids of their obligations. */
export interface Judgement {
  /** turned from late into kept */
  backdated?: string[] | undefined;
  /** had a date that passed unkept before, and is earlier now */
  missed?: string[] | undefined;
  /** has a date now that has passed and of which nobody was told */
  untold?: string[] | undefined;
}

/**
 * What another date makes of promises: those that it turns from late into kept are flagged, and of a date that it puts
 * into the past nobody was told, so that nobody is told sorry for it. A date that had passed unkept stays missed.
 */
export function judgeAnew(before: Complaint, after: Complaint, today: CivilDate): Judgement {
  const turned = after.obligations.filter(({ id, dueOn, met }) => {
    const was = before.obligations.find((each) => each.id === id);
    return met && met.on <= dueOn && was?.met && was.met.on > was.dueOn;
  });
  const wasPassed = (each: Obligation) => isOpen(each) && each.dueOn < today;
  const moved = after.obligations.flatMap((each) => {
    const was = before.obligations.find(({ id }) => id === each.id);
    return was && was.dueOn !== each.dueOn ? [{ was, is: each }] : [];
  });
  const missed = moved.filter(({ was, is }) => wasPassed(was) && is.dueOn < was.dueOn);
  const untold = moved.filter(({ was, is }) => is.dueOn < today && !was.missed?.includes(is.dueOn));
  return {
    ...(turned.length > 0 && { backdated: turned.map(({ id }) => id) }),
    ...(missed.length > 0 && { missed: missed.map(({ was }) => was.id) }),
    ...(untold.length > 0 && { untold: untold.map(({ is }) => is.id) }),
  };
}
