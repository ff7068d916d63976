import { nameOwner } from '../domain/notice-owner.ts';
import { applyMailEvent, type MailEventOutcome } from '../domain/sending.ts';
import type { Clock } from '../ports/clock.ts';
import type { NoticeKey } from '../ports/complaint-store.ts';
import type { CommandPorts } from './handle-command.ts';
import { type Happened, recordNotice } from './record-notice.ts';

export interface MailEvent extends NoticeKey, Happened {
  outcome: MailEventOutcome;
  messageId: string;
}

/**
 * Tells a notice what the mail system says became of it. Found by our own tags, so an event that comes before the
 * sender has stored the message id is not lost; late, double and disordered events end in the same state.
 *
 * @throws Error where there is no such notice, unless it was of a link that was asked for, or it keeps changing: the event is brought again
 */
export async function applyEventToNotice(
  ports: CommandPorts & { clock: Clock },
  event: MailEvent,
): Promise<'applied' | 'nothing-new'> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    const notice = await ports.store.readNotice(event);
    // The notice of a link that somebody asked for is kept no longer than a day, and tells nothing that is waited for.
    if (!notice && event.id.startsWith('access-link_')) return 'nothing-new';
    if (!notice) throw new Error(`notice ${event.id} of ${nameOwner(event.owner)} does not exist`);
    const changed = applyMailEvent(notice, event.outcome, event.messageId);
    if (!changed) return 'nothing-new';
    if ((await recordNotice(ports, changed, event, ports.clock())) === 'stored') return 'applied';
  }
  throw new Error(`notice ${event.id} of ${nameOwner(event.owner)} keeps changing`);
}
