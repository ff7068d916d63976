import { isReference, type Reference } from '../domain/reference.ts';
import type { NoticeKey } from '../ports/complaint-store.ts';

/** What a letter or a call is called among all of a landlord’s. */
export function nameLetter(complaint: Reference, notice: string): string {
  return `${complaint}_${notice}`;
}

/** @returns undefined where nothing can be called so */
export function letterNamed(name: string): (NoticeKey & { reference: Reference }) | undefined {
  const end = name.indexOf('_');
  const [reference, id] = [name.slice(0, end), name.slice(end + 1)];
  if (end < 0 || id === '' || !isReference(reference)) return undefined;
  return { owner: { type: 'complaint', reference }, id, reference };
}
