import { nameOwner } from '../domain/notice-owner.ts';
import type { Person } from '../domain/staff.ts';
import type { ComplaintStore, NoticeBundle } from '../ports/complaint-store.ts';

/** A text that a notice names is there no longer. */
export class TextErased extends Error {}

/** The texts and people that a notice names. */
export interface Named {
  /** @throws TextErased */
  textOf: (id: string) => string;
  people: readonly Person[];
}

/** Reads them where there are any. A landlord's own notice names none; an enquiry's words came with the notice. */
export async function readNamed(
  store: Pick<ComplaintStore, 'readNamed'>,
  { notice, enquiry }: Pick<NoticeBundle, 'notice' | 'enquiry'>,
): Promise<Named> {
  const { id, owner, recipient, texts = {}, people = {}, lines = [] } = notice;
  const textIds = Object.values(texts);
  if (recipient.type === 'contractor') textIds.push(recipient.address);
  const staffIds = Object.values(people);
  if (recipient.type === 'staff' && recipient.person) staffIds.push(recipient.person);
  const namesAny = textIds.length > 0 || staffIds.length > 0;
  // a digest names its reader only, who is found beside any complaint
  const complaint = 'reference' in owner ? owner.reference : lines[0]?.reference;
  const read =
    complaint && namesAny
      ? await store.readNamed(complaint, { texts: textIds, people: staffIds })
      : { texts: new Map<string, string>(), people: [] };
  return {
    textOf: (text) => {
      const found = owner.type === 'enquiry' ? wordsOf(enquiry, text) : read.texts.get(text);
      if (found === undefined)
        throw new TextErased(`text ${text}, which notice ${id} of ${nameOwner(owner)} names, is not there`);
      return found;
    },
    people: read.people,
  };
}

/** Only what whoever made it wrote goes into a notice. */
function wordsOf(enquiry: NoticeBundle['enquiry'], text: string): string | undefined {
  return text === 'description' ? enquiry?.personal?.description : undefined;
}
