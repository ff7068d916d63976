import type { CivilDate } from '../civil-date.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type Instant, londonDateOf, londonInstant } from '../london-time.ts';
import { owedReceipt } from '../notices/automatic.ts';
import { owedUrgent } from '../notices/urgent.ts';
import type { Receive } from '../receiving.ts';
import { partiesOf, whatIsMissing } from '../receiving-parts.ts';
import type { Refusal } from '../refusals.ts';
import { oweStage, receipt } from '../stage-dates.ts';
import { tellResident } from '../telling.ts';
import { afterChoice, endsTooLate, outOfOrder } from '../told-dates.ts';

/**
 * The clock starts on the civil day in London on which dissatisfaction was expressed (Code 6.2). No complaint is
 * refused for its age here: whether the age limit excludes it is a judgement that staff make and give reasons for
 * (Code 2.3, 2.4). Nor for what is not known of who complains, which is found out afterwards (Code 3.2).
 */
export function receive(command: Receive, context: Context): Decision {
  const { now, policy, calendar } = context;
  const { reference, channel, loggedBy, issueOccurredOn, becameAwareOn, reachableByEmail } = command;
  const receivedAt = receiptOf(command, now);
  const receivedOn = londonDateOf(receivedAt);
  const refused = impossibleDates(command, context) ?? noComplaint(command);
  if (refused) return refuse(refused);
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
    ...partiesOf(command, policy),
    personalTextHash: command.personalTextHash,
    obligations: [
      ...oweStage(1, receipt(receivedAt), policy, calendar),
      ...whatIsMissing(command.missing ?? [], receipt(receivedAt), policy, calendar),
    ],
  };
  const received = evolve(undefined, event);
  return accept([event], [tellResident({}, owedReceipt(received)), ...owedUrgent(received, context)]);
}

/** When it was received: of what is said in a survey, where nothing else is said, on the day of the choice (Code 1.6, 6.2). */
export function receiptOf(
  { receivedAt, channel, chosenOn }: Pick<Receive, 'receivedAt' | 'channel' | 'chosenOn'>,
  now: Instant,
): Instant {
  const isChosenBefore = channel === 'survey' && chosenOn && chosenOn < londonDateOf(now);
  return receivedAt ?? (isChosenBefore ? londonInstant(chosenOn, '00:00') : now);
}

/** What is said to have happened before it could have. */
function impossibleDates(command: Receive, { now }: Context): Refusal | undefined {
  const { issueOccurredOn, becameAwareOn, chosenOn } = command;
  const receivedAt = receiptOf(command, now);
  const receivedOn = londonDateOf(receivedAt);
  if (receivedAt > now || (chosenOn && chosenOn > londonDateOf(now)))
    return { type: 'HappenedInFuture', now };
  return (
    outOfOrder({ receivedOn, issueOccurredOn, becameAwareOn }) ??
    afterChoice(command, receivedOn) ??
    endsTooLate(command.tenancyEndedOn, now)
  );
}

/** What is said in a survey is no complaint until the person chose to make one (Code 1.3, 1.6). */
function noComplaint({ channel, chosenOn }: Receive): Refusal | undefined {
  return channel === 'survey' && !chosenOn ? { type: 'ChoiceNotRecorded' } : undefined;
}
