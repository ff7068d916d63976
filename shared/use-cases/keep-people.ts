import { type Denied, mayDo, type Staff } from '../domain/authorization.ts';
import type { Person, StaffId } from '../domain/staff.ts';
import type { StaffRegister } from '../ports/staff-register.ts';
import { hashOfRequest } from './receive-complaint.ts';

/** What is kept of somebody, as whoever keeps the register writes it. */
export type PersonDetails = Omit<Person, 'id' | 'revision'>;

/** Every reason why the register is not read or changed. */
export type PeopleRefusal =
  | { type: 'NotAllowed'; denied: Denied }
  | { type: 'PersonExists' }
  | { type: 'UnknownPerson' }
  | { type: 'StaleRevision'; current: Person }
  /** somebody who may keep the register must always be left */
  | { type: 'DisablesSelf' }
  | { type: 'CoverIsSelf' }
  | { type: 'CoverUnknown' }
  | { type: 'CoverDisabled' }
  /** the cover would get mail about complaints that they may not read */
  | { type: 'CoverServesTooFew'; missing: string[] };

type Refused = { type: 'refused'; refusal: PeopleRefusal };
export type KeepPersonResult = { type: 'stored'; person: Person } | Refused;

/** Lists whoever serves one of the reader's landlords, in the order of their ids. */
export async function listPeople(
  register: StaffRegister,
  reader: Staff,
): Promise<{ type: 'listed'; people: Person[] } | Refused> {
  const permission = mayDo(reader, 'read-people');
  if (!permission.allowed) return refused({ type: 'NotAllowed', denied: permission });
  const isSeen = ({ landlords }: Person) =>
    landlords.some((landlord) => mayDo(reader, 'read-people', { landlord }).allowed);
  return { type: 'listed', people: (await register.list()).filter(isSeen) };
}

/** Adds somebody who is not in the register yet. The same said again, where an answer was lost, is answered the same. */
export async function addPerson(
  register: StaffRegister,
  keeper: Staff,
  id: StaffId,
  details: PersonDetails,
): Promise<KeepPersonResult> {
  const denied = findDenied(keeper, details.landlords);
  if (denied) return refused({ type: 'NotAllowed', denied });
  const person = { ...details, id, revision: 0 };
  const there = await register.read(id);
  if (there && hashOfRequest(there) === hashOfRequest(person)) return { type: 'stored', person };
  if (there) return refused({ type: 'PersonExists' });
  const refusal = await checkCover(register, id, details);
  if (refusal) return refused(refusal);
  const outcome = await register.save(person);
  return outcome === 'stored' ? { type: 'stored', person } : refused({ type: 'PersonExists' });
}

/**
 * Replaces what is kept of somebody. A cover who was accepted once is not asked about again, so that nothing stands in
 * the way of disabling somebody at once.
 *
 * @param revision the one that the change is based on
 */
export async function changePerson(
  register: StaffRegister,
  keeper: Staff,
  id: StaffId,
  revision: number,
  details: PersonDetails,
): Promise<KeepPersonResult> {
  const deniedAll = findDenied(keeper, details.landlords);
  if (deniedAll) return refused({ type: 'NotAllowed', denied: deniedAll });
  const current = await register.read(id);
  if (!current) return refused({ type: 'UnknownPerson' });
  const denied = findDenied(keeper, current.landlords);
  if (denied) return refused({ type: 'NotAllowed', denied });
  if (current.revision !== revision) return refused({ type: 'StaleRevision', current });
  if (details.disabled && id === keeper.id) return refused({ type: 'DisablesSelf' });
  const refusal = details.cover === current.cover ? undefined : await checkCover(register, id, details);
  if (refusal) return refused(refusal);
  const person = { ...details, id, revision: revision + 1 };
  if ((await register.save(person)) === 'stored') return { type: 'stored', person };
  const newest = await register.read(id);
  return refused(newest ? { type: 'StaleRevision', current: newest } : { type: 'UnknownPerson' });
}

/** Whoever keeps somebody's row serves every landlord that it names. */
function findDenied(keeper: Staff, landlords: string[]): Denied | undefined {
  const permissions = [
    mayDo(keeper, 'keep-people'),
    ...landlords.map((landlord) => mayDo(keeper, 'keep-people', { landlord })),
  ];
  return permissions.find((permission) => !permission.allowed);
}

async function checkCover(
  register: StaffRegister,
  id: StaffId,
  { cover, landlords }: PersonDetails,
): Promise<PeopleRefusal | undefined> {
  if (cover === undefined) return undefined;
  if (cover === id) return { type: 'CoverIsSelf' };
  const person = await register.read(cover);
  if (!person) return { type: 'CoverUnknown' };
  if (person.disabled) return { type: 'CoverDisabled' };
  const missing = landlords.filter((landlord) => !person.landlords.includes(landlord));
  return missing.length > 0 ? { type: 'CoverServesTooFew', missing } : undefined;
}

function refused(refusal: PeopleRefusal): Refused {
  return { type: 'refused', refusal };
}
