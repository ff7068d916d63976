import type { CivilDate } from '../civil-date.ts';
import { type EventOf, evolve } from '../complaint.ts';
import type { Context, Decision } from '../decision.ts';
import { londonDateOf } from '../london-time.ts';
import { owedReceipt } from '../notices.ts';
import { oweOnReceipt } from '../obligations.ts';
import type { Reference } from '../reference.ts';

/** Accept a resident's complaint. What they wrote and who they are is kept apart and reaches no rule. */
export interface Receive {
  type: 'Receive';
  reference: Reference;
  channel: EventOf<'ComplaintReceived'>['channel'];
  issueOccurredOn?: CivilDate;
  becameAwareOn?: CivilDate;
  reachableByEmail: boolean;
  personalTextHash: string;
}

/**
 * The clock starts on the civil day in London on which dissatisfaction was expressed (Code 6.2). No complaint is
 * refused for its age here: whether the age limit excludes it is a judgement that staff make and give reasons for
 * (Code 2.3, 2.4).
 */
export function receive(command: Receive, { now, policy, calendar }: Context): Decision {
  const receivedOn = londonDateOf(now);
  const { issueOccurredOn, becameAwareOn } = command;
  if (issueOccurredOn && issueOccurredOn > receivedOn) {
    return { type: 'Refused', refusal: { type: 'IssueAfterReceipt', issueOccurredOn, receivedOn } };
  }
  if (becameAwareOn && becameAwareOn > receivedOn) {
    return { type: 'Refused', refusal: { type: 'AwareAfterReceipt', becameAwareOn, receivedOn } };
  }
  if (issueOccurredOn && becameAwareOn && becameAwareOn < issueOccurredOn) {
    return { type: 'Refused', refusal: { type: 'AwareBeforeIssue', becameAwareOn, issueOccurredOn } };
  }
  const event: EventOf<'ComplaintReceived'> = {
    ...command,
    type: 'ComplaintReceived',
    landlord: policy.landlord,
    policyEffectiveFrom: policy.effectiveFrom as CivilDate,
    receivedAt: now,
    receivedOn,
    obligations: oweOnReceipt(receivedOn, policy, calendar),
  };
  const notices = command.reachableByEmail ? [owedReceipt(evolve(undefined, event))] : [];
  return { type: 'Accepted', events: [event], notices };
}
