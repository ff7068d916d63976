import { describe, expect, it } from 'vitest';
import { fromPersonItem, personKey, toPersonItem } from '../../shared/adapters/dynamodb/staff-items.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { person } from '../support/people.ts';

describe('the item of a person', () => {
  it('has its key and its schema version', () => {
    expect(personKey(staffId('auth0|5f7c'))).toEqual({ pk: 'STAFF', sk: 'PERSON#auth0|5f7c' });
    expect(toPersonItem(person('ann'))).toMatchObject({ pk: 'STAFF', sk: 'PERSON#ann', schemaVersion: 1 });
  });

  it('is read as it was written', () => {
    expect(fromPersonItem(toPersonItem(person('ann')))).toEqual(person('ann'));
  });

  it.each([{ schemaVersion: 2 }, { schemaVersion: undefined }, { disabled: undefined }, { leave: 'today' }])(
    'with %j is a fault, never misread',
    (wrong) => {
      expect(() => fromPersonItem({ ...toPersonItem(person('ann')), ...wrong })).toThrow();
    },
  );
});
