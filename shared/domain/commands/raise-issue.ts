import type { Complaint } from '../complaint.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { NewIssueReason } from '../events/escalation.ts';
import type { ComplaintEvent, EventOf } from '../events.ts';
import { obeyMethod } from '../evolve/arrangements.ts';
import { evolve } from '../evolve.ts';
import { type Giving, whenItHappened } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import { owedIssueRaised } from '../notices/escalation.ts';
import type { NoticeOwed } from '../notices.ts';
import { refusedByState } from '../permitted.ts';
import type { Receive } from '../receiving.ts';
import type { Reference } from '../reference.ts';
import { isActive } from '../statuses.ts';
import { tellResident } from '../telling.ts';
import type { TextRef } from '../text.ts';
import { addPoints } from './add-points.ts';

/** Something else that the resident raises midway: part of this complaint, or a complaint of its own (Code 6.8). */
export interface RaiseIssue extends Giving {
  type: 'RaiseIssue';
  issue: TextRef;
  outcomeSought?: TextRef | undefined;
  responsible: boolean;
  /** whether it is related to what the complaint is about */
  related: boolean;
  /** whether looking into it too would unreasonably delay the answer */
  wouldDelay: boolean;
  /** the reference of the complaint that it becomes, if it does */
  reference: Reference;
  /** salted hash of the personal text of that complaint */
  personalTextHash: string;
}

/** A complaint of its own was received on the day on which it was raised, and keeps that day. */
export function raiseIssue(complaint: Complaint, command: RaiseIssue, context: Context): Decision {
  const { by, issue, outcomeSought, responsible, alreadyGiven } = command;
  const refused = refusedByState(complaint, 'RaiseIssue');
  if (refused) return refuse(refused);
  const happening = whenItHappened(command, context, { at: complaint.receivedAt, what: 'receipt' });
  if ('refusal' in happening) return refuse(happening.refusal);
  const because = whyNew(complaint, command);
  const raised: EventOf<'IssueRaised'> = {
    type: 'IssueRaised',
    by,
    ...happening,
    ...(alreadyGiven && { alreadyGiven }),
    issue,
    ...(because && { complaint: command.reference, because }),
  };
  const notice = (after: Complaint): NoticeOwed[] => [
    tellResident(command, owedIssueRaised(after, raised, londonDateOf(context.now))),
  ];
  if (because) {
    const decision = accept([raised], notice(evolve(complaint, raised)));
    return { ...decision, raises: receiptOf(complaint, command, happening.happenedAt) };
  }
  const points = [{ definition: issue, outcomeSought, responsible }];
  const added = addPoints(
    complaint,
    { type: 'AddPoints', by, happenedAt: command.happenedAt, points },
    context,
  );
  if (added.type === 'Refused') return added;
  const events: ComplaintEvent[] = [raised, ...added.events];
  return accept(events, notice(events.reduce<Complaint>(evolve, complaint)));
}

/** Why it cannot be part of this complaint; undefined where it is related and this stage has not answered (Code 6.8). */
function whyNew(
  { stage, status }: Complaint,
  { related, wouldDelay }: RaiseIssue,
): NewIssueReason | undefined {
  if (stage === 2) return 'stage-2';
  if (!isActive(status)) return 'ended';
  if (status === 'responded') return 'answered';
  if (!related) return 'unrelated';
  return wouldDelay ? 'would-delay' : undefined;
}

function receiptOf(
  complaint: Complaint,
  { by, reference, personalTextHash }: RaiseIssue,
  receivedAt: Receive['receivedAt'],
): Receive {
  const { unsafeToMail, ...safe } = complaint;
  const { channel, chosenOn, staffComplainedAbout, reference: raisedIn } = complaint;
  // once their record says that mail is safe again, it is for this one too
  const { reachableByEmail } = unsafeToMail ? obeyMethod(safe) : complaint;
  return {
    type: 'Receive',
    reference,
    channel,
    chosenOn,
    receivedAt,
    loggedBy: by,
    reachableByEmail,
    otherWays: complaint.otherWays,
    phoneAgreed: complaint.phoneAgreed,
    unsafeToMail,
    staffComplainedAbout,
    conflicts: complaint.conflicts,
    raisedIn,
    ...whoRaises(complaint),
    personalTextHash,
  };
}

/** Whoever makes the complaint in which it came up, as they are by then. */
function whoRaises({ madeBy, others, representative, missing, ...known }: Complaint) {
  const { standing, tenure, tenancyEndedOn, resident, property } = known;
  const parties = { madeBy, others: others.filter(({ left }) => !left), representative, missing };
  return { ...parties, standing, tenure, tenancyEndedOn, resident, property };
}
