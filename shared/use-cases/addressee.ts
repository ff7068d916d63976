import type { Complaint } from '../domain/complaint.ts';
import type { ResidentRecord } from '../domain/records.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { PersonalText } from '../ports/personal-text.ts';

/** Whom a letter or a call is for, as far as anybody knows. */
export interface Addressee {
  /** `lead`, an other party or `representative` */
  party: string;
  name: string;
  address?: string | undefined;
  phone?: string | undefined;
  language?: string | undefined;
  /** what to mind when making contact, in their words */
  safeContact?: string | undefined;
  needsLargePrint: boolean;
}

/** Letters are for whoever leads the complaint, or for somebody who gets copies of them. */
export function addresseeOf(
  { recipient }: Pick<Notice, 'recipient'>,
  complaint: Pick<Complaint, 'adjustments'>,
  personal: PersonalText | undefined,
): Addressee {
  if (recipient.type !== 'copied') {
    const name = 'The resident';
    return { name, ...personal?.complainant, party: 'lead', needsLargePrint: needsLargePrint(complaint) };
  }
  const { party } = recipient;
  const found =
    party === 'representative'
      ? personal?.representative
      : personal?.others?.find((each) => each.party === party);
  return { name: 'Whoever gets copies', ...found, party, needsLargePrint: false };
}

/** What to mind when making contact: their own note comes before what their record says, which may be of another complaint. */
export function noteSafeContact(
  { safeContact }: Pick<Addressee, 'safeContact'>,
  record: Pick<ResidentRecord, 'safeContact'> | undefined,
): string | undefined {
  const notes = [safeContact, record?.safeContact.note].filter((note) => note !== undefined);
  return notes.length > 0 ? [...new Set(notes)].join('\n') : undefined;
}

function needsLargePrint({ adjustments }: Pick<Complaint, 'adjustments'>): boolean {
  return adjustments.some(({ kind, ended }) => kind === 'large-print' && !ended);
}
