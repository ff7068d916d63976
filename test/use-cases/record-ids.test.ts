import { describe, expect, it } from 'vitest';
import { propertyIdPattern, residentIdPattern } from '../../shared/domain/records.ts';
import { propertyIdOf, recordsAfter, residentIdOf, type Written } from '../../shared/use-cases/record-ids.ts';

const sam = { name: 'Sam Okoro' };
const idOf = (person: Written) => residentIdOf('day-zero', person);

describe('the record of a person', () => {
  it.each<[string, Written, Written]>([
    [
      'an email address in capitals and with blanks',
      { ...sam, email: 'sam.okoro@example.com' },
      { name: 'S. Okoro', email: ' Sam.Okoro@EXAMPLE.com ', phone: '01632 960001' },
    ],
    ['a number with its country', { ...sam, phone: '01632 960777' }, { ...sam, phone: '+44 1632 960777' }],
    [
      'a number as cards print it',
      { ...sam, phone: '01632 960777' },
      { name: 'X', phone: '+44 (0)1632-960-777' },
    ],
    [
      'a number with the zeros of abroad',
      { ...sam, phone: '07700 900123' },
      { ...sam, phone: '0044 7700 900123' },
    ],
    [
      'a name with its title and accents, and a postcode without its space',
      { name: 'Zoë O’Neill', address: '1 Orchard Row, TV1 1AA' },
      { name: 'ms ZOE ONEILL', address: 'Orchard Row 1, Northtown tv11aa' },
    ],
  ])('is found by %s', (_, one, other) => {
    expect(idOf(one)).toMatch(residentIdPattern);
    expect(idOf(other)).toBe(idOf(one));
  });

  it('is another with another landlord, address, number or postcode', () => {
    const ids = [
      residentIdOf('day-zero', { ...sam, email: 'sam@example.com' }),
      residentIdOf('code-2024', { ...sam, email: 'sam@example.com' }),
      idOf({ ...sam, email: 'sam@example.org' }),
      idOf({ ...sam, phone: '01632 960777' }),
      idOf({ ...sam, phone: '+33 1632 960777' }),
      idOf({ ...sam, address: '1 Elm Road TV1 1AA' }),
      idOf({ ...sam, address: '1 Elm Road TV1 1AB' }),
      idOf({ name: 'Sue Okoro', address: '1 Elm Road TV1 1AA' }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each<[string, Written | undefined]>([
    ['nobody is named', undefined],
    ['there is a name alone', sam],
    ['an address has no postcode', { ...sam, address: '1 Elm Road' }],
    ['a number is too short to be one', { ...sam, phone: 'ext. 123' }],
  ])('is unknown where %s', (_, person) => {
    expect(residentIdOf('day-zero', person)).toBeUndefined();
  });
});

describe('the record of a property', () => {
  const id = propertyIdOf('day-zero', 'Flat 2, 5 Elm Road, Northtown TV1 1AA');

  it.each([
    'flat 2 5 elm road northtown TV11AA',
    'Apartment 2, No. 5 Elm Rd., Northtown, tv1 1aa',
    'FLAT 2,  5 ELM ROAD\nNORTHTOWN\nTV1 1AA',
  ])('is found by %j', (address) => {
    expect(id).toMatch(propertyIdPattern);
    expect(propertyIdOf('day-zero', address)).toBe(id);
  });

  it('is another of another flat, house, postcode or landlord', () => {
    const others = [
      propertyIdOf('day-zero', 'Flat 3, 5 Elm Road, Northtown TV1 1AA'),
      propertyIdOf('day-zero', '5 Elm Road, Northtown TV1 1AA'),
      propertyIdOf('day-zero', 'Flat 2, 5 Elm Road, Northtown TV1 1AB'),
      propertyIdOf('code-2024', 'Flat 2, 5 Elm Road, Northtown TV1 1AA'),
    ];
    expect(new Set([id, ...others]).size).toBe(5);
  });

  it('is unknown without a postcode', () => {
    expect(propertyIdOf('day-zero', '5 Elm Road')).toBeUndefined();
    expect(propertyIdOf('day-zero', undefined)).toBeUndefined();
  });
});

describe('the records of a complaint whose party was corrected', () => {
  const before = { ...sam, phone: '01632 960777', address: '1 Elm Road TV1 1AA' };
  const records = { resident: 'r-named-by-staff', property: 'p-named-by-staff' };
  const recordsOf = (person: Written | undefined, was: Written | undefined = before) =>
    recordsAfter({ landlord: 'day-zero', ...records }, was, person);

  it('stay where a way to reach the person stayed, whatever else is put right', () => {
    expect(recordsOf({ ...before, email: 'sam@example.com' })).toEqual(records);
    expect(recordsOf({ name: 'Sammy Okoro', phone: '+44 1632 960777', address: '1 elm rd tv11aa' })).toEqual(
      records,
    );
  });

  it('stay where the name stayed and an address was misread', () => {
    const misread = { name: 'Sam Okoro', email: 'sam@exmaple.example' };
    expect(recordsOf({ name: 'Mr Sam Okoro', email: 'sam@home.example' }, misread)).toMatchObject({
      resident: records.resident,
    });
  });

  it('are another person’s or home’s where none did', () => {
    const other = { name: 'Sue Okoro', phone: '01632 960778', address: '2 Elm Road TV1 1AA' };
    expect(recordsOf(other)).toEqual({
      resident: residentIdOf('day-zero', other),
      property: propertyIdOf('day-zero', other.address),
    });
    expect(recordsOf({ ...before, address: '2 Elm Road TV1 1AA' })).toMatchObject({
      resident: records.resident,
    });
  });

  it('are nobody’s where nothing identifies anybody any more', () => {
    expect(recordsOf({ name: 'Sam' })).toEqual({});
    expect(recordsAfter({ landlord: 'day-zero' }, undefined, before)).toEqual({
      resident: idOf(before),
      property: propertyIdOf('day-zero', before.address),
    });
  });
});
