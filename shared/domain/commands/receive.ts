import type { CivilDate } from '../civil-date.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { londonDateOf } from '../london-time.ts';
import { owedReceipt } from '../notices/automatic.ts';
import type { Receive } from '../receiving.ts';
import { oweStage, receipt } from '../stage-dates.ts';

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
    ...(command.raisedIn && { raisedIn: command.raisedIn }),
    personalTextHash: command.personalTextHash,
    obligations: oweStage(1, receipt(receivedAt), policy, calendar),
  };
  return accept([event], reachableByEmail ? [owedReceipt(evolve(undefined, event))] : []);
}
