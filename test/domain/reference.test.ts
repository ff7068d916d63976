import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReference, referenceBytes, referenceFrom } from '../../shared/domain/reference.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const anyReference = fc.uint8Array({ minLength: 9, maxLength: 9 }).map(referenceFrom);

describe('a reference', () => {
  it('is ten characters of Crockford’s alphabet with a hyphen in the middle', () => {
    fc.assert(
      fc.property(anyReference, (reference) => {
        expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(isReference(reference)).toBe(true);
      }),
    );
  });

  it('carries 45 random bits: each of nine characters takes all 32 values', () => {
    expect(referenceBytes).toBe(9);
    for (let place = 0; place < 9; place++) {
      const seen = new Set<string>();
      for (let value = 0; value < 256; value++) {
        const bytes = new Uint8Array(9);
        bytes[place] = value;
        seen.add(referenceFrom(bytes).replace('-', '').charAt(place));
      }
      expect([...seen].sort().join('')).toBe(alphabet);
    }
  });

  it('has the check character that Luhn’s algorithm to the base 32 gives, worked by hand', () => {
    // Zeros sum to 0. A last 1 counts double, 2, and 30 is missing to 32: Y. A last Z (31) doubles to 62 = 1 and 30.
    expect(referenceFrom(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0))).toBe('00000-00000');
    expect(referenceFrom(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1))).toBe('00000-0001Y');
    expect(referenceFrom(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1, 0))).toBe('00000-0010Z');
    expect(referenceFrom(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 31))).toBe('00000-000Z1');
  });

  it('is never the same twice among a hundred thousand', () => {
    const made = new Set(Array.from({ length: 100_000 }, () => referenceFrom(randomBytes(referenceBytes))));
    expect(made.size).toBe(100_000);
  });

  it('follows no sequence: neighbours differ in most places and do not rise', () => {
    const made = Array.from({ length: 2_000 }, () => referenceFrom(randomBytes(referenceBytes)));
    const pairs = made.slice(1).map((reference, index) => [made[index] ?? '', reference] as const);
    const rising = pairs.filter(([one, next]) => next > one).length;
    const same = pairs.flatMap(([one, next]) => [...one].filter((character, at) => character === next[at]));
    expect(rising).toBeGreaterThan(800);
    expect(rising).toBeLessThan(1_200);
    // The hyphen and one place in 32 agree by chance: 1.3 of 11.
    expect(same.length / pairs.length).toBeLessThan(1.6);
  });
});

describe('the check character', () => {
  it('finds any one wrong character', () => {
    const places = [0, 1, 2, 3, 4, 6, 7, 8, 9, 10];
    const wrongAt = (reference: string, place: number) =>
      [...alphabet]
        .filter((character) => character !== reference[place])
        .map((character) => reference.slice(0, place) + character + reference.slice(place + 1));
    fc.assert(
      fc.property(anyReference, (reference) => {
        const wrong = places.flatMap((place) => wrongAt(reference, place));
        expect(wrong).toHaveLength(310);
        expect(wrong.filter(isReference)).toEqual([]);
      }),
    );
  });

  it('finds every swap of neighbours that are not both ends of the alphabet', () => {
    fc.assert(
      fc.property(anyReference, fc.integer({ min: 0, max: 8 }), (reference, place) => {
        const characters = [...reference.replace('-', '')];
        const [one = '', other = ''] = characters.slice(place, place + 2);
        fc.pre(one !== other && !(`${one}${other}` === '0Z' || `${one}${other}` === 'Z0'));
        characters.splice(place, 2, other, one);
        const swapped = `${characters.slice(0, 5).join('')}-${characters.slice(5).join('')}`;
        expect(isReference(swapped)).toBe(false);
      }),
    );
  });
});

describe('a text that is no reference', () => {
  it.each([
    '',
    '00000-0000',
    '0000000000',
    '00000 00000',
    '00000-00000 ',
    '00000-00000\n',
    '0000O-00000',
    '00000-000L0',
  ])('%j', (text) => {
    expect(isReference(text)).toBe(false);
  });

  it('one in lower case, which is not how it is printed', () => {
    expect(isReference('00000-0001y')).toBe(false);
    expect(isReference('00000-0001Y')).toBe(true);
  });
});
