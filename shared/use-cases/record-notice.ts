import type { RecordDelivery } from '../domain/commands/record-delivery.ts';
import type { Instant } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import type { Notice } from '../domain/sending.ts';
import type { StoredComplaint } from '../ports/complaint-store.ts';
import { type CommandPorts, handleCommand } from './handle-command.ts';

const attempts = 5;

/** When something became of a notice, which may be long before it is recorded. */
export interface Happened {
  at: Instant;
  /** when SES took the mail, where that is known apart */
  acceptedAt?: Instant | undefined;
}

/**
 * Stores what became of a notice. Where that tells whether a resident was reached, or that a copy did not arrive, it is
 * a command about the complaint, committed in one transaction with the state it changes.
 *
 * @param loaded the complaint as last read, if it was; where it has changed since, it is read again
 * @returns `changed-meanwhile` where somebody else changed the notice first: nothing was stored
 * @throws Error where the complaint keeps changing
 */
export async function recordNotice(
  ports: CommandPorts,
  notice: Notice,
  { at, acceptedAt }: Happened,
  now: Instant,
  loaded?: StoredComplaint,
): Promise<'stored' | 'changed-meanwhile'> {
  const { id, owner, kind, recipient } = notice;
  const outcome = outcomeFor(notice);
  // A link that was asked for is no part of what happened to the complaint.
  const isToResident = recipient.type === 'complainant' && kind !== 'access-link';
  const isLostCopy = recipient.type === 'copied' && outcome !== 'accepted' && outcome !== 'delivered';
  if (!outcome || !(isToResident || isLostCopy) || owner.type !== 'complaint')
    return ports.store.saveNotice(notice);
  const { reference } = owner;
  const command: RecordDelivery = {
    type: 'RecordDelivery',
    notice: id,
    kind,
    ...(isLostCopy && { copied: true }),
    outcome,
    at,
    ...(acceptedAt && { acceptedAt }),
  };
  let stored = loaded ?? (await loadComplaint(ports, reference));
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const result = await handleCommand(ports, stored, command, { type: 'mail' }, now, { notice });
    if (result.type === 'done') return 'stored';
    if (result.type === 'refused') throw new Error(`notice ${id}: ${result.refusal.type}`);
    const present = await ports.store.readNotice({ owner, id });
    if (present?.revision !== notice.revision - 1) return 'changed-meanwhile';
    stored = await loadComplaint(ports, reference);
  }
  throw new Error(`complaint ${reference} changed ${attempts} times while a notice was recorded`);
}

async function loadComplaint({ store }: CommandPorts, reference: Reference): Promise<StoredComplaint> {
  const stored = await store.load(reference);
  if (!stored) throw new Error(`complaint ${reference} does not exist`);
  return stored;
}

function outcomeFor({ status }: Notice): RecordDelivery['outcome'] | undefined {
  switch (status) {
    case 'pending':
    case 'sending':
    case 'unknown':
    case 'cancelled':
      return undefined;
    default:
      return status;
  }
}
