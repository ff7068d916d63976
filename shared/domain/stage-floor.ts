import type { Complaint } from './complaint.ts';
import type { Floor } from './happening.ts';

/** What the acts of a stage answer, before which none of them happened: the complaint, or the request for stage 2. */
export function floorOfStage({ stage, escalation, receivedAt }: Complaint): Floor {
  return stage === 2 && escalation
    ? { at: escalation.requestedAt, what: 'escalation' }
    : { at: receivedAt, what: 'receipt' };
}

/** As `floorOfStage`, of what follows the acknowledgement, where there was one. */
export function floorOfAnswer(complaint: Complaint): Floor {
  const { acknowledgedAt } = complaint;
  return acknowledgedAt ? { at: acknowledgedAt, what: 'acknowledgement' } : floorOfStage(complaint);
}
