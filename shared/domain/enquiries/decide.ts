import { type OfferChoice, offerChoice, type PassOn, passOn } from './commands.ts';
import { type Convert, convert } from './convert.ts';
import type { EnquiryContext, EnquiryDecision } from './decision.ts';
import type { Enquiry } from './enquiry.ts';
import { type ReviewRequest, remind, review } from './review.ts';

/** What staff do with an enquiry, and time itself. */
export type EnquiryCommand = OfferChoice | ReviewRequest | Convert | PassOn | { type: 'TimePassed' };

/** What follows from a command about an enquiry, or why it is refused. */
export function decideEnquiry(
  enquiry: Enquiry,
  command: EnquiryCommand,
  context: EnquiryContext,
): EnquiryDecision {
  switch (command.type) {
    case 'OfferChoice':
      return offerChoice(enquiry, command, context);
    case 'ReviewRequest':
      return review(enquiry, command, context);
    case 'Convert':
      return convert(enquiry, command, context);
    case 'PassOn':
      return passOn(enquiry, command, context);
    case 'TimePassed':
      return remind(enquiry, context);
  }
}
