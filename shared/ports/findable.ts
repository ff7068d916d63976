import { postcodeOf } from '../domain/postcode.ts';
import type { PersonalText } from './personal-text.ts';

/** By what somebody is looked for: the beginning of a surname, or of a postcode. */
export type Wanted = { surname: string } | { postcode: string };

/** By what whoever complains is found. */
export function findableBy({ complainant }: Pick<PersonalText, 'complainant'>): {
  surname?: string;
  postcode?: string;
} {
  const surname = complainant?.name.trim().split(/\s+/).at(-1)?.toLowerCase();
  const postcode = postcodeOf(complainant?.address ?? '');
  return { ...(surname && { surname }), ...(postcode && { postcode }) };
}

/** The same as whoever asks may write it. */
export function asFindable(wanted: Wanted): Wanted {
  if ('surname' in wanted) return { surname: wanted.surname.trim().toLowerCase() };
  return { postcode: wanted.postcode.toUpperCase().replaceAll(/\s/g, '') };
}
