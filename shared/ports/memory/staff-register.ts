import type { Person, StaffId } from '../../domain/staff.ts';
import type { StaffRegister } from '../staff-register.ts';

/** The register in memory: the same promises as on DynamoDB, kept by the same suite. */
export function createMemoryStaffRegister(): StaffRegister {
  const people = new Map<StaffId, Person>();
  return {
    async read(id) {
      return structuredClone(people.get(id));
    },

    async list() {
      const all = structuredClone([...people.values()]);
      return all.sort((one, other) => (one.id < other.id ? -1 : 1));
    },

    async save(person) {
      if ((people.get(person.id)?.revision ?? -1) !== person.revision - 1) return 'changed-meanwhile';
      people.set(person.id, structuredClone(person));
      return 'stored';
    },
  };
}

/** The rows of those who have one, each once, in the order in which they are named. */
export async function readPeople(register: Pick<StaffRegister, 'read'>, ids: readonly StaffId[]) {
  const people = await Promise.all([...new Set(ids)].map((id) => register.read(id)));
  return people.filter((person) => person !== undefined);
}
