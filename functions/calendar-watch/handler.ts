import { type WatchPorts, watchCalendar } from '../../shared/use-cases/watch-calendar.ts';
import { log, logFailure, writeHeartbeat, writeMetrics } from '../middleware/log.ts';
import { createTickHandler } from '../middleware/tick.ts';

export function createCalendarWatch(ports: Omit<WatchPorts, 'hasTime' | 'report'>) {
  return createTickHandler(async (_event: unknown, hasTime) => {
    const report: WatchPorts['report'] = ({ landlord, error }) =>
      logFailure('manager-not-told', { landlord }, error);
    const { unusable, ...counts } = await watchCalendar({ ...ports, hasTime, report });
    const at = Date.parse(ports.clock());
    if (unusable !== undefined) {
      log('calendar-feed-unusable', { why: unusable });
      writeMetrics('calendar-watch', at, { FeedUnusable: 1 });
    }
    log('calendar-watched', { ...counts, feed: unusable === undefined ? 'usable' : 'unusable' });
    // the run that comes after a failure tells those who were not told
    if (counts.failed > 0) throw new Error('not every manager could be told');
    writeHeartbeat('calendar-watch', at);
  });
}
