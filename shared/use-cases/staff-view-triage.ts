import type { Complaint } from '../domain/complaint.ts';
import { priorityOf } from '../domain/risks.ts';
import { putTexts, type Texts } from './staff-view-texts.ts';

/** What was found out at the door, and how a complaint stands to others, as staff see it. */
export function describeTriage(
  complaint: Complaint,
  texts: Texts,
  reopened: ReadonlySet<string> = new Set(),
) {
  const { hazards, vulnerabilities, category, issueOccurredOn, becameAwareOn } = complaint;
  const { conflicts, merged, mergedInto, related, enquiry, chosenOn } = complaint;
  return {
    priority: priorityOf(complaint),
    hazards,
    vulnerabilities,
    ...(category && { category }),
    ...(issueOccurredOn && { issueOccurredOn }),
    ...(becameAwareOn && { becameAwareOn }),
    ...(enquiry && { enquiry }),
    ...(chosenOn && { chosenOn }),
    conflicts,
    merged: merged.map((each) => ({
      ...putTexts(each, texts),
      ...(reopened.has(each.complaint) && { reopened: true as const }),
    })),
    ...(mergedInto && { mergedInto }),
    related: putTexts(related, texts),
  };
}
