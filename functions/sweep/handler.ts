import { type SweepPorts, sweepDue } from '../../shared/use-cases/sweep-due.ts';
import { log, logFailure, writeHeartbeat } from '../middleware/log.ts';
import { createTickHandler } from '../middleware/tick.ts';

export function createSweep(ports: Omit<SweepPorts, 'hasTime' | 'report'>) {
  return createTickHandler(async (_event: unknown, hasTime) => {
    const report: SweepPorts['report'] = (problem) => {
      if ('landlord' in problem)
        logFailure('calendar-set-aside', { landlord: problem.landlord }, problem.error);
      else if ('enquiry' in problem)
        logFailure('enquiry-set-aside', { enquiry: problem.enquiry }, problem.error);
      else logFailure('complaint-set-aside', { complaint: problem.reference }, problem.error);
    };
    log('swept', await sweepDue({ ...ports, hasTime, report }));
    writeHeartbeat('sweep', Date.parse(ports.clock()));
  });
}
