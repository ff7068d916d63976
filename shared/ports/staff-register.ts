import type { Person, StaffId } from '../domain/staff.ts';

/** Where it is kept who works here, on what, and who covers for whom. */
export interface StaffRegister {
  read(id: StaffId): Promise<Person | undefined>;
  /** everybody, the disabled too, in the order of their ids */
  list(): Promise<Person[]>;
  /**
   * Stores a person whose stored revision is one less, or a new one with revision 0. `changed-meanwhile` stores nothing:
   * read again and decide again.
   */
  save(person: Person): Promise<'stored' | 'changed-meanwhile'>;
}
