import { nameOwner } from '../domain/notice-owner.ts';
import type { Notice } from '../domain/sending.ts';
import type { Person } from '../domain/staff.ts';
import type { ComplaintStore } from '../ports/complaint-store.ts';

/** The texts and people that a notice names. */
export interface Named {
  /** @throws Error where the text was erased */
  textOf: (id: string) => string;
  people: readonly Person[];
}

/** Reads them where there are any. Only a complaint has texts and people. */
export async function readNamed(
  store: Pick<ComplaintStore, 'readNamed'>,
  { id, owner, recipient, texts = {}, people = {} }: Notice,
): Promise<Named> {
  const textIds = Object.values(texts);
  if (recipient.type === 'contractor') textIds.push(recipient.address);
  const staffIds = Object.values(people);
  if (recipient.type === 'staff' && recipient.person) staffIds.push(recipient.person);
  const namesAny = textIds.length > 0 || staffIds.length > 0;
  const read =
    owner.type === 'complaint' && namesAny
      ? await store.readNamed(owner.reference, { texts: textIds, people: staffIds })
      : { texts: new Map<string, string>(), people: [] };
  return {
    textOf: (text) => {
      const found = read.texts.get(text);
      if (found === undefined)
        throw new Error(`text ${text}, which notice ${id} of ${nameOwner(owner)} names, is not there`);
      return found;
    },
    people: read.people,
  };
}
