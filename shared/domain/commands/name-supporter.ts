import type { Complaint } from '../complaint.ts';
import { accept, type Decision, refuse } from '../decision.ts';
import { recorded, type StaffAct } from '../happening.ts';
import { refusedByState } from '../permitted.ts';
import type { TextRef } from '../text.ts';

/** Put on record who supports the resident, such as a group of residents (seed 003). */
export interface NameSupporter extends StaffAct {
  type: 'NameSupporter';
  supporter: TextRef;
}

export function nameSupporter(complaint: Complaint, command: NameSupporter): Decision {
  const refused = refusedByState(complaint, 'NameSupporter');
  if (refused) return refuse(refused);
  return accept([{ type: 'SupporterNamed', ...recorded(command), supporter: command.supporter }]);
}
