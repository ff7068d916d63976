import type { RecordDelivery } from '../domain/commands/record-delivery.ts';
import type { Failure } from '../domain/events.ts';
import type { Instant } from '../domain/london-time.ts';
import type { NoticeOwed } from '../domain/notices.ts';
import type { Reference } from '../domain/reference.ts';
import type { Notice, NoticeStatus } from '../domain/stored-notice.ts';
import type { StoredComplaint } from '../ports/complaint-store.ts';
import { type CommandPorts, handleCommand } from './handle-command.ts';

const attempts = 5;

/** When something became of a notice, which may be long before it is recorded. */
export interface Happened {
  at: Instant;
  /** when SES took the mail, where that is known apart */
  acceptedAt?: Instant | undefined;
}

/** As `Happened`, with what was known of the notice before. */
export interface Recorded extends Happened {
  was: NoticeStatus;
}

/**
 * Stores what became of a notice. Where that tells whether a resident was reached, or that somebody else was not, it is
 * a command about the complaint, committed in one transaction with the state it changes.
 *
 * @param loaded the complaint as last read, if it was; where it has changed since, it is read again
 * @returns `changed-meanwhile` where somebody else changed the notice first: nothing was stored
 * @throws Error where the complaint keeps changing
 */
export async function recordNotice(
  ports: CommandPorts,
  notice: Notice,
  recorded: Recorded,
  now: Instant,
  loaded?: StoredComplaint,
): Promise<'stored' | 'changed-meanwhile'> {
  const { id, owner } = notice;
  const told = commandFor(notice, recorded);
  if (!told || owner.type !== 'complaint') return ports.store.saveNotice(notice);
  const { reference } = owner;
  const command = await oweTeamOnce(ports, notice, told);
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

/** Whether the mail did not reach whom it was for, as far as anybody knows. */
export function isLost(status: NoticeStatus): status is Failure {
  const outcome = outcomeOf(status);
  return outcome !== undefined && isFailure(outcome);
}

async function loadComplaint({ store }: CommandPorts, reference: Reference): Promise<StoredComplaint> {
  const stored = await store.load(reference);
  if (!stored) throw new Error(`complaint ${reference} does not exist`);
  return stored;
}

/**
 * A link that was asked for is no part of what happened to the complaint. Of mail to others only its loss is told, and
 * that it arrived after all; of mail to whoever holds a rank not even that: nobody else could be told instead.
 */
function commandFor(notice: Notice, recorded: Recorded): RecordDelivery | undefined {
  const { kind, recipient } = notice;
  const outcome = outcomeOf(notice.status);
  if (!outcome) return undefined;
  const told = describeDelivery(notice, outcome, recorded);
  if (recipient.type === 'complainant') return kind === 'access-link' ? undefined : told;
  if (recipient.type === 'copied' || recipient.type === 'contractor') {
    // One that was given up and then taken was thought lost too.
    const { failed, attempts: handedOver } = notice;
    const wasTriedAgain = failed.unknown > 0 || failed.retry > 0 || handedOver > 1;
    const wasInDoubt = isLost(recorded.was) || wasTriedAgain;
    const arrivedAfterAll = outcome === 'delivered' && wasInDoubt;
    return isFailure(outcome) || arrivedAfterAll ? { ...told, to: recipient.type } : undefined;
  }
  if (recipient.type !== 'staff' || !recipient.person || !isFailure(outcome)) return undefined;
  return { ...told, to: recipient.type, instead: toTeam(notice) };
}

function describeDelivery(
  { id, kind, party, attempts: handedOver }: Notice,
  outcome: RecordDelivery['outcome'],
  { at, acceptedAt }: Happened,
): RecordDelivery {
  return {
    type: 'RecordDelivery',
    notice: id,
    kind,
    ...(party !== undefined && { party }),
    ...(handedOver > 0 && { attempts: handedOver }),
    outcome,
    at,
    ...(acceptedAt && { acceptedAt }),
  };
}

/** A mail may be lost in more than one way, each known a little later; the team is told once. */
async function oweTeamOnce(
  { store }: CommandPorts,
  { owner }: Notice,
  { instead, ...command }: RecordDelivery,
): Promise<RecordDelivery> {
  const isToOwe = instead && !(await store.readNotice({ owner, id: instead.id }));
  return isToOwe ? { ...command, instead } : command;
}

/** The same notice to whoever holds the rank. */
function toTeam({
  id,
  kind,
  lane,
  recipient,
  reason,
  rung,
  tells,
  values,
  texts,
  people,
}: Notice): NoticeOwed {
  if (recipient.type !== 'staff') throw new Error(`notice ${id} is not for staff`);
  return {
    id: `${id}_team`,
    kind,
    lane,
    recipient: { type: 'staff', rank: recipient.rank },
    values,
    ...(reason && { reason }),
    ...(rung !== undefined && { rung }),
    ...(tells && { tells }),
    ...(texts && { texts }),
    ...(people && { people }),
  };
}

function outcomeOf(status: NoticeStatus): RecordDelivery['outcome'] | undefined {
  switch (status) {
    case 'pending':
    case 'by-hand':
    case 'given':
    case 'sending':
    case 'unknown':
      return undefined;
    default:
      return status;
  }
}

function isFailure(outcome: RecordDelivery['outcome']): outcome is Failure {
  switch (outcome) {
    case 'accepted':
    case 'delivered':
    case 'cancelled':
    case 'withheld':
      return false;
    default:
      return true;
  }
}
