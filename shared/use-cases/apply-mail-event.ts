import { closedCircuit } from '../domain/circuit.ts';
import type { Instant } from '../domain/london-time.ts';
import { nameOwner } from '../domain/notice-owner.ts';
import { applyMailEvent, isTaken, type MailEventOutcome } from '../domain/sending.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { CircuitKeeper } from '../ports/circuit-keeper.ts';
import type { Clock } from '../ports/clock.ts';
import type { NoticeKey } from '../ports/complaint-store.ts';
import type { CommandPorts } from './handle-command.ts';
import { type Happened, isLost, recordNotice } from './record-notice.ts';

export interface MailEventPorts extends CommandPorts {
  clock: Clock;
  circuit: CircuitKeeper;
}

export interface MailEvent extends NoticeKey, Happened {
  outcome: MailEventOutcome;
  messageId: string;
}

export interface MailEventResult {
  result: 'applied' | 'nothing-new';
  /** a mail to staff, or to whoever they asked, has just become known not to arrive */
  staffMailFailed: boolean;
}

const nothingNew: MailEventResult = { result: 'nothing-new', staffMailFailed: false };

/**
 * Tells a notice what the mail system says became of it. Found by our own tags, so an event that comes before the
 * sender has stored the message id is not lost; late, double and disordered events end in the same state.
 *
 * @throws Error where there is no such notice, unless it was of a link that was asked for, or it keeps changing: the event is brought again
 */
export async function applyEventToNotice(ports: MailEventPorts, event: MailEvent): Promise<MailEventResult> {
  const { outcome, messageId, at, acceptedAt = at } = event;
  for (let attempt = 1; attempt <= 5; attempt++) {
    const bundle = await ports.store.loadNotice(event);
    // The notice of a link that somebody asked for is kept no longer than a day, and tells nothing that is waited for.
    if (!bundle && event.id.startsWith('access-link_')) return nothingNew;
    if (!bundle) throw new Error(`notice ${event.id} of ${nameOwner(event.owner)} does not exist`);
    const changed = applyMailEvent(bundle.notice, outcome, messageId, acceptedAt);
    if (!changed) return nothingNew;
    const told = { was: bundle.notice.status, at, acceptedAt: event.acceptedAt };
    const recorded = await recordNotice(ports, changed, told, ports.clock(), bundle.stored);
    if (recorded !== 'stored') continue;
    if (!isTaken(bundle.notice)) await closeIfTakenSince(ports, event.acceptedAt);
    return { result: 'applied', staffMailFailed: isStaffMailLost(changed) };
  }
  throw new Error(`notice ${event.id} of ${nameOwner(event.owner)} keeps changing`);
}

/**
 * Where answers are lost and mail is not, only SES's events can tell that mail may leave again. They are asked of no
 * other notice, so that an event mostly costs no read of the circuit.
 */
async function closeIfTakenSince(
  { circuit }: MailEventPorts,
  acceptedAt: Instant | undefined,
): Promise<void> {
  if (!acceptedAt) return;
  const { opened } = await circuit.read();
  if (opened && acceptedAt > opened.at) await circuit.save(closedCircuit);
}

function isStaffMailLost({ recipient, status }: Notice): boolean {
  return (recipient.type === 'staff' || recipient.type === 'contractor') && isLost(status);
}
