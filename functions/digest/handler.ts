import { type DigestPorts, type DigestProblem, oweDigests } from '../../shared/use-cases/owe-digests.ts';
import { log, logFailure, writeHeartbeat } from '../middleware/log.ts';
import { createTickHandler } from '../middleware/tick.ts';

export function createDigest(ports: Omit<DigestPorts, 'hasTime'>) {
  return createTickHandler(async (_event: unknown, hasTime) => {
    const { problems, ...counts } = await oweDigests({ ...ports, hasTime });
    problems.forEach(logProblem);
    log('digests-owed', { ...counts, failed: problems.length });
    // its next tick is another morning’s: Lambda tries again, and owes what was left out
    if (problems.length > 0) throw new Error('not every complaint could be looked at');
    if (!counts.finished) throw new Error('there was no time to owe every digest');
    writeHeartbeat('digest', Date.parse(ports.clock()));
  });
}

function logProblem(problem: DigestProblem): void {
  if ('landlord' in problem)
    logFailure('digest-without-landlord', { landlord: problem.landlord }, problem.error);
  else logFailure('digest-without-complaint', { complaint: problem.reference }, problem.error);
}
