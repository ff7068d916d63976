import type { CivilDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import type { NoticeOwed } from '../notices.ts';
import { isOpen, isToldToResident } from '../obligations.ts';
import type { TextRef } from '../text.ts';
import { listPromises, refs, tell, toResident } from './parts.ts';

/** That a complaint is taken on after all, and by when it is acknowledged and answered now. */
export function owedAcceptance(complaint: Complaint, reason: TextRef, today: CivilDate): NoticeOwed {
  const owed = complaint.obligations.filter(
    (each) => isOpen(each) && (isToldToResident(each) || each.kind === 'action'),
  );
  return toResident(`acceptance_${complaint.eventCount}`, 'acceptance', {
    values: listPromises(owed, today),
    texts: refs({ reason }),
    ...tell(owed),
  });
}

/** Its clocks began anew, perhaps after it was acknowledged once: then its acknowledgement is another one. */
export function isBegunAnew({ obligations }: Complaint): boolean {
  return obligations.some(
    ({ derivation }) =>
      'countedFrom' in derivation &&
      (derivation.countedFrom === 'acceptance' || derivation.countedFrom === 'reopening'),
  );
}
