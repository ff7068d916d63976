import type { Complaint } from '../complaint.ts';
import { accept, type Decision, refuse } from '../decision.ts';
import { recorded, type StaffAct } from '../happening.ts';
import { refusedByState } from '../permitted.ts';
import type { StaffId } from '../staff.ts';
import type { TextRef } from '../text.ts';

/** Say which of the staff the complaint is about, who then can neither see it nor take part (Code 5.8). */
export interface CorrectSubjects extends StaffAct {
  type: 'CorrectSubjects';
  staffComplainedAbout: readonly StaffId[];
  reason: TextRef;
}

/** A handler whom it is about handles it no longer: it is nobody's until it is assigned again. */
export function correctSubjects(complaint: Complaint, command: CorrectSubjects): Decision {
  const { staffComplainedAbout, reason } = command;
  const refused = refusedByState(complaint, 'CorrectSubjects');
  if (refused) return refuse(refused);
  const was = complaint.staffComplainedAbout;
  const is = [...new Set(staffComplainedAbout)];
  const same = is.length === was.length && is.every((person) => was.includes(person));
  if (same) return refuse({ type: 'NothingToCorrect' });
  return accept([{ type: 'SubjectsCorrected', ...recorded(command), was, is, reason }]);
}
