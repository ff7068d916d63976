import * as z from 'zod/mini';

/** Crockford's alphabet: no I, L, O or U, so that a reference survives being read out over the phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const randomCharacters = 9;

/** A complaint's public name: 45 random bits and a check character, `K7QF2-9XW48`. Never sequential. */
export type Reference = string & { readonly reference: true };

export const referenceBytes = randomCharacters;

/** @param bytes `referenceBytes` random bytes; the low five bits of each are used */
export function referenceFrom(bytes: Uint8Array): Reference {
  const body = [...bytes.subarray(0, randomCharacters)].map((byte) => alphabet[byte & 31]).join('');
  const characters = body + checkCharacterOf(body);
  return `${characters.slice(0, 5)}-${characters.slice(5)}` as Reference;
}

/** Whether the text is a reference whose check character fits, as it is printed: upper case, with its hyphen. */
export function isReference(text: string): text is Reference {
  if (!/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/.test(text)) return false;
  const characters = text.replace('-', '');
  return characters.at(-1) === checkCharacterOf(characters.slice(0, -1));
}

/** Luhn's algorithm to the base 32: finds any one wrong character and most swaps of neighbours. */
function checkCharacterOf(body: string): string {
  let sum = 0;
  [...body].reverse().forEach((character, index) => {
    const value = alphabet.indexOf(character) * (index % 2 === 0 ? 2 : 1);
    sum += Math.floor(value / 32) + (value % 32);
  });
  return alphabet[(32 - (sum % 32)) % 32] ?? '';
}

export const referenceSchema = z.custom<Reference>(
  (value) => typeof value === 'string' && isReference(value),
);
