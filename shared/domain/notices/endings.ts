import type { CivilDate } from '../civil-date.ts';
import { answeredOn, type Complaint } from '../complaint.ts';
import type { NoticeOwed } from '../notices.ts';
import { isOpen } from '../obligations.ts';
import { isResponse, type Stage } from '../stages.ts';
import type { TextRef } from '../text.ts';
import { listPromises, refs, tell, toResident } from './parts.ts';

/** Notices that a complaint stopped, and that it goes on. */

const wayToStage2 =
  'If we have answered it and you are not happy with the answer, you can ask for stage 2, and you do not have to tell us why.';

/** That a complaint stopped, and that the way to the Ombudsman stays open: after stage 2 it is the only one. */
export function owedEnding(
  complaint: Complaint,
  kind: 'withdrawal' | 'closure',
  reason?: TextRef,
): NoticeOwed {
  return toResident(`${kind}_${complaint.eventCount}`, kind, {
    values: {
      ...(!reason && { reason: '' }),
      ...(kind === 'closure' && {
        stage2: complaint.stage === 1 ? wayToStage2 : '',
        ...askHowItWas(complaint),
      }),
    },
    texts: refs({ reason }),
  });
}

/** Whoever has their answer is asked how we did. */
function askHowItWas(complaint: Complaint): Record<string, string> {
  const { reference } = complaint;
  return answeredOn(complaint) ? { 'survey.0.matter': `your complaint ${reference}` } : {};
}

/** What follows for whoever has their answer: of that stage none is owed again. */
const afterAnswer: Record<Stage, string> = {
  1: 'You have our answer already. We will now look at what is still to be put right. If you are not happy with the answer, you can ask for stage 2, and you do not have to tell us why.',
  2: 'You have our final answer already. We will now look at what is still to be put right. If you are not happy with the answer, you can take it to the Ombudsman.',
};

export function owedReopening(complaint: Complaint, reason: TextRef, today: CivilDate): NoticeOwed {
  const owed = complaint.obligations.filter(
    (each) => isOpen(each) && (each.id === each.kind || each.kind === 'action'),
  );
  return toResident(`reopening_${complaint.eventCount}`, 'reopening', {
    values: {
      next: owed.some(({ kind }) => isResponse(kind)) ? '' : afterAnswer[complaint.stage],
      ...listPromises(owed, today),
    },
    texts: refs({ reason }),
    ...tell(owed),
  });
}
