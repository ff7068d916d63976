import type { Complaint } from '../domain/complaint.ts';
import type { StaffId } from '../domain/staff.ts';
import type { Clock } from '../ports/clock.ts';
import type { PersonalText } from '../ports/personal-text.ts';
import type { RecordName, Records } from '../ports/records.ts';
import { type CommandPorts, handleUntilStored } from './handle-command.ts';
import { inParallel } from './in-parallel.ts';
import { mayBeMailed } from './intake.ts';
import { isMailed, type KnownPerson, peopleOf } from './known-people.ts';

/**
 * Tells every complaint of a person, an ended one too, which may be reopened, what their records say of mail, whether they
 * lead it, make it with others or speak for somebody. One that begins meanwhile looks at the records itself.
 */
export async function spreadSafeContact(
  ports: CommandPorts & { records: Records; clock: Clock },
  name: RecordName,
  by: StaffId,
): Promise<void> {
  const { records, store, clock } = ports;
  if (!(await records.readResident(name))) return;
  await inParallel(4, await records.complaintsOf('resident', name), async (reference) => {
    const [found] = await store.loadAll([reference]);
    const { stored, personal } = found ?? {};
    const people = stored ? peopleOf(stored.complaint, personal) : [];
    for (const person of people.filter((each) => each.records.includes(name.id))) {
      const safe = await isSafe(records, name.landlord, person);
      if (!stored || isTold(stored.complaint, personal, person, safe)) continue;
      const party = person.party === 'lead' ? {} : { party: person.party };
      const command = { type: 'SetSafeContact', by, ...party, mayBeMailed: safe } as const;
      await handleUntilStored(ports, reference, command, { type: 'staff', id: by }, clock(), {
        written: personal,
      });
    }
    return 'go-on';
  });
}

/** Of several records that may be a person's, one is enough to keep them from mail. */
async function isSafe(records: Records, landlord: string, person: KnownPerson): Promise<boolean> {
  const found = await Promise.all(person.records.map((id) => records.readResident({ landlord, id })));
  return found.every((record) => record?.safeContact.mayBeMailed ?? true);
}

/** Of whoever does not lead, the complaint knows no more than whether there is an address that mail may go to. */
function isTold(
  complaint: Complaint,
  personal: PersonalText | undefined,
  { party }: KnownPerson,
  safe: boolean,
): boolean {
  if (party === 'lead') return safe !== (complaint.unsafeToMail ?? false);
  return isMailed(complaint, party) === (safe && isMailable(personal, party));
}

function isMailable(personal: PersonalText | undefined, party: string): boolean {
  if (party === 'representative') return personal?.representative?.email !== undefined;
  return mayBeMailed({ complainant: personal?.others?.find((each) => each.party === party) });
}
