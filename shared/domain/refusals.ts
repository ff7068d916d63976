import type { CivilDate } from './civil-date.ts';

/** Every reason why a command may be refused: facts, which change nothing. */
export type Refusal =
  | { type: 'IssueAfterReceipt'; issueOccurredOn: CivilDate; receivedOn: CivilDate }
  | { type: 'AwareAfterReceipt'; becameAwareOn: CivilDate; receivedOn: CivilDate }
  | { type: 'AwareBeforeIssue'; becameAwareOn: CivilDate; issueOccurredOn: CivilDate };
