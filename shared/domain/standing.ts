import type { Complaint } from './complaint.ts';
import type { PolicyVersion } from './policy.ts';

/** Whether somebody whom something affects and who is no resident has no automatic right to the Ombudsman (seed 003). */
export function mayLackOmbudsman(
  { standing }: Pick<Complaint, 'standing'>,
  { complainants }: PolicyVersion,
): boolean {
  return standing === 'member-of-the-public' && complainants.public?.ombudsmanRight === 'not-automatic';
}

/** Whoever is refused hears what they can do about that (Code 2.4, 5.11). */
export function sayOmbudsmanRight(mayLack: boolean): string {
  return mayLack
    ? 'You can ask the Ombudsman, free of charge, whether they can look at this decision.'
    : 'You have the right to take this decision to the Ombudsman, free of charge.';
}

/** Advice is to be had by anybody (seed 003). */
export const noAutomaticRight =
  'You are not a resident of ours, so you have no automatic right to the Ombudsman: you can ask them for advice, and they may not be able to look at your complaint';
