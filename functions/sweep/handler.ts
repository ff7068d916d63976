import * as z from 'zod/mini';
import { unwatchedCheck } from '../../shared/contracts/names.ts';
import { findUnwatched, type WatchedPorts } from '../../shared/use-cases/find-unwatched.ts';
import { type SweepPorts, sweepDue } from '../../shared/use-cases/sweep-due.ts';
import { log, logFailure, writeHeartbeat, writeMetrics } from '../middleware/log.ts';
import { createTickHandler } from '../middleware/tick.ts';

type Ports = Omit<SweepPorts & WatchedPorts, 'hasTime' | 'found' | 'report'>;

/** Any other event is a tick, so that nothing that wakes the sweep keeps it from its work. */
const checkEvent = z.object({ check: z.literal(unwatchedCheck.check) });

export function createSweep(ports: Ports) {
  return createTickHandler(async (event: unknown, hasTime) => {
    log('swept', await sweepDue({ ...ports, hasTime, report: reportSetAside }));
    writeHeartbeat('sweep', Date.parse(ports.clock()));
    if (z.safeParse(checkEvent, event).success) await checkUnwatched(ports, hasTime);
  });
}

async function checkUnwatched(ports: Ports, hasTime: () => boolean): Promise<void> {
  const count = await findUnwatched({ ...ports, hasTime, found: logUnwatched, report: reportUnwatched });
  log('unwatched-sought', count);
  const { unwatched, finished } = count;
  // a check that was cut off knows of what it found, not that there is nothing
  if (finished || unwatched > 0)
    writeMetrics('sweep', Date.parse(ports.clock()), { ComplaintsUnwatched: unwatched });
}

const logUnwatched: WatchedPorts['found'] = ({ type, reference }) => {
  if (type === 'enquiry') log('enquiry-unwatched', { enquiry: reference });
  else log('complaint-unwatched', { complaint: reference });
};

const reportUnwatched: WatchedPorts['report'] = ({ work, error }) => {
  if (work.type === 'enquiry') logFailure('enquiry-left-unwatched', { enquiry: work.reference }, error);
  else logFailure('complaint-left-unwatched', { complaint: work.reference }, error);
};

const reportSetAside: SweepPorts['report'] = (problem) => {
  if ('landlord' in problem) logFailure('calendar-set-aside', { landlord: problem.landlord }, problem.error);
  else if ('enquiry' in problem) logFailure('enquiry-set-aside', { enquiry: problem.enquiry }, problem.error);
  else logFailure('complaint-set-aside', { complaint: problem.reference }, problem.error);
};
