import { addMonths, type CivilDate } from './civil-date.ts';
import { type Instant, londonDateOf } from './london-time.ts';
import type { Receive } from './receiving.ts';
import type { Refusal } from './refusals.ts';

/** When something is said to have happened, and when the complaint about it was received. */
interface ToldDates {
  receivedOn: CivilDate;
  issueOccurredOn?: CivilDate | undefined;
  becameAwareOn?: CivilDate | undefined;
}

/**
 * Something happens, somebody becomes aware of it, and then they complain: why dates in another order cannot be.
 *
 * @param before what was on record: a date that stays as it was stands in the way of no other
 */
export function outOfOrder(
  { receivedOn, issueOccurredOn, becameAwareOn }: ToldDates,
  before: Partial<ToldDates> = {},
): Refusal | undefined {
  const isSame = receivedOn === before.receivedOn;
  const toldIssue = isSame && issueOccurredOn === before.issueOccurredOn ? undefined : issueOccurredOn;
  const toldAware = isSame && becameAwareOn === before.becameAwareOn ? undefined : becameAwareOn;
  if (toldIssue && toldIssue > receivedOn)
    return { type: 'IssueAfterReceipt', issueOccurredOn: toldIssue, receivedOn };
  if (toldAware && toldAware > receivedOn)
    return { type: 'AwareAfterReceipt', becameAwareOn: toldAware, receivedOn };
  if (!toldIssue && !toldAware) return undefined;
  return issueOccurredOn && becameAwareOn && becameAwareOn < issueOccurredOn
    ? { type: 'AwareBeforeIssue', becameAwareOn, issueOccurredOn }
    : undefined;
}

/** A tenancy may be known to end, but nobody is the former tenant of one that runs on for years. */
export function endsTooLate(tenancyEndedOn: CivilDate | undefined, now: Instant): Refusal | undefined {
  const latest = addMonths(londonDateOf(now), 12);
  return tenancyEndedOn && tenancyEndedOn > latest
    ? { type: 'TenancyEndsTooLate', tenancyEndedOn, latest }
    : undefined;
}

/** Whoever chose in a survey to complain had expressed it by then, and no clock waits for whoever logs it (Code 1.6, 6.2). */
export function afterChoice(
  { channel, chosenOn, raisedIn }: Pick<Receive, 'channel' | 'chosenOn' | 'raisedIn'>,
  receivedOn: CivilDate,
): Refusal | undefined {
  const isLater = channel === 'survey' && chosenOn !== undefined && receivedOn > chosenOn;
  // what came up in a complaint came after the choice to make that one
  return isLater && !raisedIn ? { type: 'ReceivedAfterChoice', chosenOn } : undefined;
}
