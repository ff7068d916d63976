import type { Staff } from '../../shared/domain/authorization.ts';
import { type Person, staffId } from '../../shared/domain/staff.ts';

/** Somebody of the staff register with that id; parts of the row as a test needs them. */
export function person(id: string, change: Partial<Person> = {}): Person {
  return {
    id: staffId(id),
    name: `Person ${id}`,
    email: `person-${id.replace(/\W/g, '-')}@landlord.example`,
    teams: [],
    leads: [],
    landlords: ['day-zero'],
    leave: [],
    disabled: false,
    revision: 0,
    ...change,
  };
}

/** Somebody who acts, with no rights but those that a test gives. */
export function staff(change: Partial<Staff> = {}): Staff {
  return {
    id: staffId('me'),
    roles: [],
    landlords: ['day-zero'],
    teams: ['repairs'],
    disabled: false,
    ...change,
  };
}
