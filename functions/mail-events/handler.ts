import { mailEvent, readOutcome } from '../../shared/contracts/mail-event.ts';
import { nameOwner } from '../../shared/domain/notice-owner.ts';
import { applyEventToNotice, type MailEventPorts } from '../../shared/use-cases/apply-mail-event.ts';
import { log, writeMetrics } from '../middleware/log.ts';
import { createTickHandler } from '../middleware/tick.ts';

/** @throws where an event is not of SES's shape or its notice cannot be stored: Lambda brings it again, then sets it aside */
export function createMailEvents(ports: MailEventPorts) {
  return createTickHandler(async (event: unknown) => {
    const { detail } = mailEvent.parse(event);
    const { eventType, mail } = detail;
    const { owner, id } = mail.tags;
    const read = readOutcome(detail);
    if (!read) return log('mail-event-ignored', { outcome: eventType, why: 'says nothing final' });
    const { result, staffMailFailed } = await applyEventToNotice(ports, {
      owner,
      id,
      messageId: mail.messageId,
      ...read,
    });
    log('mail-event-applied', { owner: nameOwner(owner), notice: id, outcome: read.outcome, result });
    if (staffMailFailed) writeMetrics('mail-events', Date.parse(ports.clock()), { StaffMailFailed: 1 });
  });
}
