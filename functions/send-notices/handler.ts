import { nameOwner } from '../../shared/domain/notice-owner.ts';
import { type SendPorts, sendNotices } from '../../shared/use-cases/send-notices.ts';
import { log, logFailure, writeHeartbeat } from '../middleware/log.ts';
import { createTickHandler } from '../middleware/tick.ts';

/** Woken by the minute or by the timeline's stream, it does the same: it sends what is due. */
export function createSendNotices(ports: Omit<SendPorts, 'hasTime' | 'report'>) {
  return createTickHandler(async (_event: unknown, hasTime) => {
    const report: SendPorts['report'] = ({ key, error }) =>
      logFailure('notice-set-aside', { owner: nameOwner(key.owner), notice: key.id }, error);
    log('notices-sent', await sendNotices({ ...ports, hasTime, report }));
    writeHeartbeat('send-notices', Date.parse(ports.clock()));
  });
}
