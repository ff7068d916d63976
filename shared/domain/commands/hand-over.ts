import { type Complaint, openObligations, ownerOf } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import { recorded, type StaffAct } from '../happening.ts';
import { owedAssignment, owedQuestion } from '../notices/to-staff.ts';
import type { NoticeOwed } from '../notices.ts';
import { decidedBefore } from '../second-look.ts';
import type { StaffId } from '../staff.ts';
import { tellOfHandler, unavailable } from './assign.ts';

/** Give everything that somebody who leaves owes on this complaint to somebody else. */
export interface HandOver extends StaffAct {
  type: 'HandOver';
  from: StaffId;
  to: StaffId;
}

/**
 * Said twice it changes nothing, so that handing over many complaints may be begun again. An answer goes to nobody who
 * may not decide it (Code 6.13).
 */
export function handOver(complaint: Complaint, command: HandOver, context: Context): Decision {
  const { from, to } = command;
  const owes = openObligations(complaint).some((each) => ownerOf(complaint, each) === from);
  const isContact = complaint.restrictions.some(({ contact, lifted }) => contact === from && !lifted);
  if (complaint.handler !== from && !owes && !isContact) return accept([]);
  const takesAnswer = complaint.handler === from ? decidedBefore(complaint, to) : undefined;
  const refused = unavailable(complaint, to, context) ?? takesAnswer;
  if (refused) return refuse(refused);
  return accept(
    [{ type: 'WorkHandedOver', ...recorded(command), from, to }],
    [
      owedAssignment(complaint, to),
      ...questionsPutAgain(complaint, from, to),
      ...(complaint.handler === from ? tellOfHandler(complaint, to, context) : []),
    ],
  );
}

/** A question is answered through the link that its mail carries, and the leaver's link is good for nobody else. */
function questionsPutAgain(complaint: Complaint, from: StaffId, to: StaffId): NoticeOwed[] {
  return openObligations(complaint).flatMap((obligation) => {
    const question = complaint.questions.find(({ id }) => id === obligation.id);
    if (!question || !('staff' in question.asked) || question.asked.staff !== from) return [];
    const asked = { staff: to };
    return [owedQuestion({ ...question, asked }, obligation, `handed-over-${complaint.eventCount}`)];
  });
}
