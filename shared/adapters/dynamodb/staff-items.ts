import * as z from 'zod/mini';
import { type Person, personSchema, type StaffId } from '../../domain/staff.ts';

/** What a row of the staff register looks like in the table, both ways. */

type Item = Record<string, unknown>;

const schemaVersion = 1;

/** Everybody stands in one partition, so that one query lists them. */
export const staffPartition = 'STAFF';

export function personKey(id: StaffId): { pk: string; sk: string } {
  return { pk: staffPartition, sk: `PERSON#${id}` };
}

export function toPersonItem(person: Person): Item {
  return { ...personKey(person.id), schemaVersion, ...person };
}

const personItem = z.object({ schemaVersion: z.literal(schemaVersion), ...personSchema.shape });

export function fromPersonItem(item: Item): Person {
  const { schemaVersion: _, ...person } = personItem.parse(item);
  return person;
}
