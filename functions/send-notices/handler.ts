import { nameOwner } from '../../shared/domain/notice-owner.ts';
import { type SendPorts, sendNotices } from '../../shared/use-cases/send-notices.ts';
import { log, logFailure, writeMetrics } from '../middleware/log.ts';
import { createTickHandler } from '../middleware/tick.ts';

/** Woken by the minute or by the timeline's stream, it does the same: it sends what is due. */
export function createSendNotices(ports: Omit<SendPorts, 'hasTime' | 'report'>) {
  return createTickHandler(async (_event: unknown, hasTime) => {
    const report: SendPorts['report'] = ({ type, key, error }) =>
      logFailure(`notice-${type}`, { owner: nameOwner(key.owner), notice: key.id }, error);
    const { counts, ...standing } = await sendNotices({ ...ports, hasTime, report });
    log('notices-sent', counts);
    writeMetrics('send-notices', Date.parse(ports.clock()), {
      Heartbeat: 1,
      OldestUnsentSeconds: standing.oldestUnsentSeconds,
      NoticesUnknown: standing.unknown,
      CircuitOpen: standing.circuitOpen ? 1 : 0,
      NoticesGivenUp: counts['given-up'] + counts.refused,
      NoticesSetAside: counts.setAside,
      LandlordMailCapReached: standing.landlordCapReached,
    });
  });
}
