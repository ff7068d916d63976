import { type Complaint, pointsInPlay } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import { recorded, type StaffAct } from '../happening.ts';
import { refusedByState } from '../permitted.ts';
import { missingParts } from '../points.ts';
import { decidedBefore } from '../second-look.ts';
import { limitsAt } from '../stage-dates.ts';
import type { TextRef } from '../text.ts';

/** Agree that the answer as drafted is sent. Whoever wrote a part of it cannot (Code 5.8). */
export interface ApproveResponse extends StaffAct {
  type: 'ApproveResponse';
  comments?: TextRef | undefined;
}

/** Give the draft back to its authors. */
export interface ReturnResponse extends StaffAct {
  type: 'ReturnResponse';
  comments: TextRef;
}

/** Say what a second reader makes of an answer that was sent, as every answer is read by seed 003 (1.3). */
export interface ReviewResponse extends StaffAct {
  type: 'ReviewResponse';
  satisfied: boolean;
  comments?: TextRef | undefined;
}

export function reviewBeforeSending(
  complaint: Complaint,
  command: ApproveResponse | ReturnResponse,
  { policy }: Context,
): Decision {
  const refused = refusedByState(complaint, command.type);
  if (refused) return refuse(refused);
  const second = decidedBefore(complaint, command.by);
  if (second) return refuse(second);
  const { review } = limitsAt(complaint.stage, policy);
  if (review !== 'before') return refuse({ type: 'NotReviewedHere', review });
  const { draft } = complaint;
  if (!draft) return refuse({ type: 'NothingDrafted' });
  if (draft.by.includes(command.by)) return refuse({ type: 'OwnWork', authors: draft.by });
  if (draft.approvedBy) return refuse({ type: 'ReviewedAlready', by: draft.approvedBy });
  if (command.type === 'ReturnResponse')
    return accept([{ type: 'ResponseReturned', ...recorded(command), comments: command.comments }]);
  const missing = missingParts(pointsInPlay(complaint));
  if (missing.length > 0) return refuse({ type: 'PointsIncomplete', missing });
  const { comments } = command;
  return accept([{ type: 'ResponseApproved', ...recorded(command), ...(comments && { comments }) }]);
}

export function reviewAfterSending(
  complaint: Complaint,
  command: ReviewResponse,
  { policy }: Context,
): Decision {
  const { by, satisfied, comments } = command;
  const refused = refusedByState(complaint, 'ReviewResponse');
  if (refused) return refuse(refused);
  const { review } = limitsAt(complaint.stage, policy);
  if (review !== 'after') return refuse({ type: 'NotReviewedHere', review });
  if (!complaint.respondedOn)
    return refuse({
      type: 'NotPermittedNow',
      command: 'ReviewResponse',
      status: complaint.status,
      why: 'not-answered',
    });
  const authors = complaint.stage === 1 ? complaint.decidedStage1 : complaint.decidedStage2;
  if (authors.includes(by)) return refuse({ type: 'OwnWork', authors });
  if (complaint.reviewedBy) return refuse({ type: 'ReviewedAlready', by: complaint.reviewedBy });
  return accept([
    { type: 'ResponseReviewed', ...recorded(command), satisfied, ...(comments && { comments }) },
  ]);
}
