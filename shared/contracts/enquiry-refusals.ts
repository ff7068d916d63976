import { describeDate } from '../domain/civil-date.ts';
import type { EnquiryKind, EnquiryStatus } from '../domain/enquiries/kinds.ts';
import type { EnquiryRefusal } from '../domain/enquiries/refusals.ts';
import { type Instant, londonDateOf, londonTimeOf } from '../domain/london-time.ts';
import { type Problem, problemOfRefusal, problemOfTold } from './problems.ts';
import type { ToldRefusal } from './refusals/telling.ts';

/** Says why something is not done to what is no complaint, and what would make it possible. */
export function problemOfEnquiryRefusal(refusal: EnquiryRefusal): Problem {
  switch (refusal.type) {
    case 'EnquiryEnded':
      return problemOfTold(refusal.type, { detail: ended[refusal.status] });
    case 'OtherKind':
      return problemOfTold(refusal.type, {
        detail: `This is ${kinds[refusal.kind]}, and that can be done only to ${kinds[refusal.wanted]}.`,
      });
    case 'NotYet':
      return problemOfTold(refusal.type, {
        field: refusal.field,
        detail: `must not be after now, ${writeInstant(refusal.now)}`,
      });
    case 'BeforeFirstContact':
      return problemOfTold(refusal.type, tellTooEarly(refusal));
    case 'ChoseToComplain':
      return problemOfTold(refusal.type, {
        detail: 'The person chose to complain: make it a complaint, or record that they think otherwise now.',
        clause: '1.3',
      });
    case 'HandlerNotAvailable':
      return problemOfRefusal(refusal);
  }
}

function tellTooEarly({
  field,
  firstContactAt,
}: Extract<EnquiryRefusal, { type: 'BeforeFirstContact' }>): ToldRefusal {
  const detail = `must not be before ${writeInstant(firstContactAt)}, when the person was first in touch`;
  if (field !== 'dissatisfiedAt') return { field, detail };
  return { field, detail: `${detail}; what was a complaint from the start was filedWrongly`, clause: '1.5' };
}

const ended: Record<EnquiryStatus, string> = {
  open: 'It is still open.',
  resolved: 'It was resolved. Log it again if it came up again, or make it a complaint.',
  acknowledged: 'There is nothing more to be done.',
  converted: 'It was a complaint from the start and is dealt with as one: go on with that.',
};

const kinds: Record<EnquiryKind, string> = {
  'service-request': 'a service request',
  compliment: 'a compliment',
  survey: 'what somebody said in a survey',
};

function writeInstant(at: Instant): string {
  return `${describeDate(londonDateOf(at))} at ${londonTimeOf(at)}`;
}
