import { createHash } from 'node:crypto';
import type { Complaint } from '../domain/complaint.ts';
import { postcodeOf, withoutPostcode } from '../domain/postcode.ts';
import type { PersonalText } from '../ports/personal-text.ts';

/** What somebody wrote of themself, by which they are found again however they write it. */
export type Written = Pick<NonNullable<PersonalText['complainant']>, 'name' | 'email' | 'phone' | 'address'>;

/** Id of a person's record with a landlord; undefined of somebody whom nothing tells from others. */
export function residentIdOf(landlord: string, person: Written | undefined): string | undefined {
  return residentIdsOf(landlord, person)[0];
}

/** Ids of every record that may be a person's, one of each thing that identifies them, the surest first. */
export function residentIdsOf(landlord: string, person: Written | undefined): string[] {
  return person ? marksOf(person).map((mark) => hashed('r', landlord, mark)) : [];
}

/** Id of a property's record; undefined of an address without a postcode, which may be any of several. */
export function propertyIdOf(landlord: string, address: string | undefined): string | undefined {
  const postcode = postcodeOf(address ?? '');
  if (!address || !postcode) return undefined;
  const rest = wordsOf(withoutPostcode(address)).flatMap((word) => spellings[word] ?? word);
  return hashed('p', landlord, `${postcode} ${rest.join(' ')}`);
}

/** The records of a complaint after its party was corrected: a person or a home that stayed the same keeps its own. */
export function recordsAfter(
  { landlord, resident, property }: Pick<Complaint, 'landlord' | 'resident' | 'property'>,
  before: Written | undefined,
  after: Written | undefined,
): Pick<Complaint, 'resident' | 'property'> {
  const home = propertyIdOf(landlord, after?.address);
  const isSameHome = home === propertyIdOf(landlord, before?.address);
  return {
    resident:
      resident !== undefined && isSamePerson(before, after) ? resident : residentIdOf(landlord, after),
    property: property !== undefined && isSameHome ? property : home,
  };
}

/** Whether the name, or one thing that identifies a person, stayed as it was written. */
function isSamePerson(before: Written | undefined, after: Written | undefined): boolean {
  if (!before || !after) return false;
  const marks = marksOf(after);
  return calledOf(before) === calledOf(after) || marksOf(before).some((mark) => marks.includes(mark));
}

/** Each of what identifies a person, the surest first. */
function marksOf({ name, email, phone, address }: Written): string[] {
  const number = phone === undefined ? undefined : dialled(phone);
  const postcode = address === undefined ? undefined : postcodeOf(address);
  const called = calledOf({ name });
  return [
    ...(email === undefined ? [] : [`email ${email.trim().toLowerCase()}`]),
    ...(number === undefined ? [] : [`phone ${number}`]),
    ...(postcode === undefined || called === '' ? [] : [`name ${called} ${postcode}`]),
  ];
}

export function calledOf({ name }: Pick<Written, 'name'>): string {
  const words = wordsOf(name).filter((word) => !titles.includes(word));
  return words.join(' ');
}

const titles = ['mr', 'mrs', 'ms', 'miss', 'mx', 'dr'];
const spellings: Record<string, string | string[]> = {
  apartment: 'flat',
  apt: 'flat',
  no: [],
  number: [],
  rd: 'road',
  st: 'street',
  ave: 'avenue',
  cl: 'close',
};

/** The words of a text, whatever its case, accents and punctuation. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/[\p{M}'’]/gu, '');
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** As it is dialled within the country; undefined of what is too short to be a number. */
export function dialled(phone: string): string | undefined {
  const digits = phone.replace(/^\s*\+/, '00').replaceAll(/\D/g, '');
  if (digits.length < 7) return undefined;
  return digits.replace(/^0044(0?)/, '0');
}

function hashed(kind: 'r' | 'p', landlord: string, text: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([landlord, text]))
    .digest('base64url');
  return `${kind}-${digest.slice(0, 22)}`;
}
