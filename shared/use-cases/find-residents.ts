import { mayDo, type Staff, type StaffToken } from '../domain/authorization.ts';
import type { Reference } from '../domain/reference.ts';
import type { ComplaintStore, WrittenComplaint } from '../ports/complaint-store.ts';
import { asFindable, findableBy, type Wanted } from '../ports/findable.ts';
import { admitToLandlord, type LandlordAdmission, type NotAdmittedToLandlord } from './admit-to-landlord.ts';

/** Somebody who complained before, with those of their complaints that whoever asks may see. */
export interface FoundResident {
  resident?: string | undefined;
  name: string;
  address?: string | undefined;
  complaints: Reference[];
}

const mostRead = 100;
const mostPeople = 25;

/**
 * Finds people by the beginning of a surname or of a postcode, so that whoever takes a call knows whom they speak with.
 * Nobody is found by a complaint about the person who asks.
 */
export async function findResidents(
  ports: LandlordAdmission & { store: ComplaintStore },
  token: StaffToken,
  landlord: string,
  wanted: Wanted,
): Promise<
  { type: 'found'; residents: FoundResident[] } | { type: 'refused'; refusal: NotAdmittedToLandlord }
> {
  const admitted = await admitToLandlord(ports, token, 'read-records', landlord);
  if ('refusal' in admitted) return { type: 'refused', refusal: admitted.refusal };
  const complaints = await ports.store.loadAll(await ports.store.find(landlord, wanted, mostRead));
  const found = new Map<string, FoundResident>();
  for (const each of complaints.filter((one) => isFound(one, wanted))) addTo(found, each, admitted.staff);
  return { type: 'found', residents: [...found.values()].slice(0, mostPeople) };
}

/** The index may still name what was corrected since. */
function isFound({ personal }: WrittenComplaint, wanted: Wanted): boolean {
  const by = personal ? findableBy(personal) : {};
  return Object.entries(asFindable(wanted)).every(([name, text]) =>
    by[name as keyof typeof by]?.startsWith(text),
  );
}

function addTo(
  found: Map<string, FoundResident>,
  { stored, personal }: WrittenComplaint,
  staff: Staff,
): void {
  const { reference, resident } = stored.complaint;
  const permission = mayDo(staff, 'read-complaint', stored.complaint);
  if (!personal?.complainant || (!permission.allowed && permission.why === 'complained-about')) return;
  const { name, address } = personal.complainant;
  const person = found.get(resident ?? reference) ?? { resident, name, complaints: [] };
  found.set(resident ?? reference, {
    ...person,
    address: person.address ?? address,
    complaints: [...person.complaints, ...(permission.allowed ? [reference] : [])],
  });
}
