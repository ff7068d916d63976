import { mayDo, type Staff, type StaffToken } from '../domain/authorization.ts';
import type { Clock } from '../ports/clock.ts';
import type { WrittenComplaint } from '../ports/complaint-store.ts';
import type { RecordName, Records } from '../ports/records.ts';
import { admitToLandlord, type LandlordAdmission, type NotAdmittedToLandlord } from './admit-to-landlord.ts';
import type { CommandPorts } from './handle-command.ts';
import { hashOfRequest } from './receive-complaint.ts';
import type { RecordDetails, Shelf } from './record-shelves.ts';
import { spreadSafeContact } from './spread-safe-contact.ts';

export interface RecordPorts extends CommandPorts, Omit<LandlordAdmission, 'rules'> {
  records: Records;
  clock: Clock;
}

/** A record with the complaints that whoever asks may see, the newest first. */
export interface SeenRecord<Kept> {
  type: 'found';
  record: Kept;
  complaints: (WrittenComplaint & { texts: ReadonlyMap<string, string> })[];
}

/** Every reason why a record is not read or changed. */
export type RecordRefusal =
  | NotAdmittedToLandlord
  | { type: 'UnknownRecord' }
  | { type: 'StaleRecord'; revision: number };
type Refused = { type: 'refused'; refusal: RecordRefusal };

/** Of a home with hundreds of complaints the newest tell enough. */
const mostShown = 50;

/** There is a record of everybody whose complaint somebody may know of, whether it was ever written or not. */
export async function readRecord<Kept extends { revision: number }>(
  ports: RecordPorts,
  token: StaffToken,
  shelf: Shelf<Kept>,
  name: RecordName,
): Promise<SeenRecord<Kept> | Refused> {
  const admitted = await admitToLandlord(ports, token, 'read-records', name.landlord);
  return 'refusal' in admitted ? refused(admitted.refusal) : see(ports, admitted.staff, shelf, name);
}

/**
 * Replaces what is kept of a person or a home. What it says of mail reaches every complaint of the person; the same said
 * again, where an answer was lost, goes on where it was cut off.
 *
 * @param revision the one that the change is based on
 */
export async function keepRecord<Kept extends { revision: number }>(
  ports: RecordPorts,
  token: StaffToken,
  shelf: Shelf<Kept>,
  name: RecordName,
  { revision, details }: { revision: number; details: RecordDetails<Kept> },
): Promise<SeenRecord<Kept> | Refused> {
  const admitted = await admitToLandlord(ports, token, 'keep-records', name.landlord);
  if ('refusal' in admitted) return refused(admitted.refusal);
  const seen = await see(ports, admitted.staff, shelf, name);
  if (seen.type === 'refused') return seen;
  const head = { ...name, revision: revision + 1, updatedBy: token.id, updatedAt: ports.clock() };
  const record = shelf.make(head, details);
  const stored = seen.record.revision === revision && (await shelf.save(ports.records, record)) === 'stored';
  const current = stored ? record : await shelf.read(ports.records, name);
  if (!isSame(record, current)) return refused({ type: 'StaleRecord', revision: current.revision });
  if (shelf.kind === 'resident') await spreadSafeContact(ports, name, token.id);
  return { ...seen, record: current };
}

/** Whether one says what the other does, whenever it was said. */
function isSame(one: object, other: object): boolean {
  return hashOfRequest({ ...one, updatedAt: '' }) === hashOfRequest({ ...other, updatedAt: '' });
}

/** Nobody learns of a person, nor of what keeps them safe, whom a complaint about that very colleague comes from. */
async function see<Kept extends { revision: number }>(
  { records, store }: RecordPorts,
  staff: Staff,
  shelf: Shelf<Kept>,
  name: RecordName,
): Promise<SeenRecord<Kept> | Refused> {
  const [record, references] = await Promise.all([
    shelf.read(records, name),
    records.complaintsOf(shelf.kind, name),
  ]);
  const all = await store.loadAll(shelf.kind === 'resident' ? references : references.slice(0, mostShown));
  const theirs = all.filter((each) => shelf.belongs(each, name.id).isNamed);
  const about = theirs.filter(({ stored }) => stored.complaint.staffComplainedAbout.includes(staff.id));
  const isSecret = shelf.kind === 'resident' && about.length > 0;
  const isKnown = record.revision > 0 || theirs.length > about.length;
  if (isSecret || !isKnown) return refused({ type: 'UnknownRecord' });
  const seen = theirs
    .filter((each) => shelf.belongs(each, name.id).isShown)
    .filter(({ stored }) => mayDo(staff, 'read-complaint', stored.complaint).allowed);
  const complaints = seen.slice(0, mostShown).map(async ({ stored, personal }) => {
    const { adjustments, restrictions, reference } = stored.complaint;
    const hasTexts = adjustments.length + restrictions.length > 0;
    return { stored, personal, texts: hasTexts ? await store.readTexts(reference) : new Map() };
  });
  return { type: 'found', record, complaints: await Promise.all(complaints) };
}

function refused(refusal: RecordRefusal): Refused {
  return { type: 'refused', refusal };
}
