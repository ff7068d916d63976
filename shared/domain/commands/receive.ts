import type { CivilDate } from '../civil-date.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { Channel, EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type Instant, londonDateOf } from '../london-time.ts';
import { owedReceipt } from '../notices/automatic.ts';
import { oweOnReceipt } from '../obligations.ts';
import type { Reference } from '../reference.ts';
import type { StaffId } from '../staff.ts';

/** Accept a complaint. What was written and who wrote it is kept apart and reaches no rule. */
export interface Receive {
  type: 'Receive';
  reference: Reference;
  channel: Channel;
  /** when dissatisfaction was first expressed to anybody who works for the landlord; now, where it is left out */
  receivedAt?: Instant | undefined;
  loggedBy?: StaffId | undefined;
  issueOccurredOn?: CivilDate | undefined;
  becameAwareOn?: CivilDate | undefined;
  reachableByEmail: boolean;
  staffComplainedAbout?: readonly StaffId[] | undefined;
  personalTextHash: string;
}

/**
 * The clock starts on the civil day in London on which dissatisfaction was expressed (Code 6.2). No complaint is
 * refused for its age here: whether the age limit excludes it is a judgement that staff make and give reasons for
 * (Code 2.3, 2.4).
 */
export function receive(command: Receive, { now, policy, calendar }: Context): Decision {
  const { reference, channel, loggedBy, issueOccurredOn, becameAwareOn, reachableByEmail } = command;
  const receivedAt = command.receivedAt ?? now;
  if (receivedAt > now) return refuse({ type: 'HappenedInFuture', now });
  const receivedOn = londonDateOf(receivedAt);
  if (issueOccurredOn && issueOccurredOn > receivedOn)
    return refuse({ type: 'IssueAfterReceipt', issueOccurredOn, receivedOn });
  if (becameAwareOn && becameAwareOn > receivedOn)
    return refuse({ type: 'AwareAfterReceipt', becameAwareOn, receivedOn });
  if (issueOccurredOn && becameAwareOn && becameAwareOn < issueOccurredOn)
    return refuse({ type: 'AwareBeforeIssue', becameAwareOn, issueOccurredOn });
  const event: EventOf<'ComplaintReceived'> = {
    type: 'ComplaintReceived',
    reference,
    landlord: policy.landlord,
    policyEffectiveFrom: policy.effectiveFrom as CivilDate,
    channel,
    receivedAt,
    receivedOn,
    loggedAt: now,
    ...(loggedBy && { loggedBy }),
    ...(issueOccurredOn && { issueOccurredOn }),
    ...(becameAwareOn && { becameAwareOn }),
    reachableByEmail,
    staffComplainedAbout: [...(command.staffComplainedAbout ?? [])],
    personalTextHash: command.personalTextHash,
    obligations: oweOnReceipt(receivedAt, policy, calendar),
  };
  return accept([event], reachableByEmail ? [owedReceipt(evolve(undefined, event))] : []);
}
