import { problemOfEnquiryRefusal } from '../../shared/contracts/enquiry-refusals.ts';
import { keyReused, type Problem } from '../../shared/contracts/problems.ts';
import type { LogEnquiryResult } from '../../shared/use-cases/log-enquiry.ts';
import type { HttpAnswer } from './http.ts';

/** What whoever sent an enquiry is answered, the public and staff alike. */
export function answerLogged(result: LogEnquiryResult): HttpAnswer | Problem {
  switch (result.type) {
    case 'answered':
      return { status: result.status, body: result.body };
    case 'refused':
      return problemOfEnquiryRefusal(result.refusal);
    case 'key-used-for-another-request':
      return keyReused();
  }
}
