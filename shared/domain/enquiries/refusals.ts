import type { Instant } from '../london-time.ts';
import type { Refusal } from '../refusals.ts';
import type { EnquiryKind, EnquiryStatus } from './kinds.ts';

/** Fields by which it is said when something happened. */
export type DayField = 'receivedAt' | 'dissatisfiedAt' | 'chosenOn' | 'offeredOn' | 'choice.offeredOn';

/** Every reason why a command about what is no complaint is refused. */
export type EnquiryRefusal =
  | { type: 'EnquiryEnded'; status: EnquiryStatus }
  | { type: 'OtherKind'; kind: EnquiryKind; wanted: EnquiryKind }
  | { type: 'NotYet'; field: DayField; now: Instant }
  | { type: 'BeforeFirstContact'; field: DayField; firstContactAt: Instant }
  /** whoever made it chose to complain, and waits for that */
  | { type: 'ChoseToComplain' }
  | Extract<Refusal, { type: 'HandlerNotAvailable' }>;
