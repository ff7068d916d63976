import type { Channel } from '../channels.ts';
import type { CivilDate } from '../civil-date.ts';
import { type Instant, londonDateOf } from '../london-time.ts';
import type { Reference } from '../reference.ts';
import type { StaffId } from '../staff.ts';
import { type EnquiryContext, type EnquiryDecision, refuse, refusedByDay } from './decision.ts';
import { changed, type Enquiry, waitsForComplaint } from './enquiry.ts';
import { reviewAgain } from './review.ts';

interface Conversion {
  type: 'Convert';
  by: StaffId;
  /** reference of the complaint */
  complaint: Reference;
  /** how dissatisfaction was expressed; as the enquiry came, where it is left out */
  channel?: Channel | undefined;
  /** staff whom the complaint is about */
  staffComplainedAbout?: readonly StaffId[] | undefined;
  /** when they were given the choice to complain and took it, unless that is on record */
  chosenOn?: CivilDate | undefined;
}

/** Make a complaint of it: it was one all along, or somebody has become dissatisfied since. */
export type Convert = Conversion & ({ dissatisfiedAt: Instant } | { filedWrongly: true });

/**
 * The clock starts when dissatisfaction was expressed, and the first contact is kept (Code 1.5, 6.2). A request stays
 * open, for the work goes on; what was filed wrongly was a complaint on the day it came, and is nothing else.
 */
export function convert(enquiry: Enquiry, command: Convert, context: EnquiryContext): EnquiryDecision {
  const { now } = context;
  const { reference, status, receivedAt: firstContactAt, receivedOn: firstContactOn, choice } = enquiry;
  if (status === 'converted') return refuse({ type: 'EnquiryEnded', status });
  const filedWrongly = 'filedWrongly' in command;
  const receivedAt = filedWrongly ? firstContactAt : command.dissatisfiedAt;
  if (receivedAt > now) return refuse({ type: 'NotYet', field: 'dissatisfiedAt', now });
  if (londonDateOf(receivedAt) < firstContactOn)
    return refuse({ type: 'BeforeFirstContact', field: 'dissatisfiedAt', firstContactAt });
  const refused = refusedByDay(enquiry, 'chosenOn', command.chosenOn, now);
  if (refused) return refuse(refused);
  const { by, complaint, channel = enquiry.channel } = command;
  const chosenOn = command.chosenOn ?? (choice?.answer === 'complain' ? choice.offeredOn : undefined);
  const entry = { what: 'converted', at: now, by, complaint, receivedAt } as const;
  const after = changed(
    keptFrom(reviewedAfter(enquiry, filedWrongly, context), command.staffComplainedAbout),
    { ...entry, ...(filedWrongly && { filedWrongly }) },
    {
      ...(filedWrongly && { status: 'converted' }),
      ...(chosenOn && { choice: { offeredOn: chosenOn, answer: 'complain' } }),
      complaints: [...enquiry.complaints, complaint],
    },
  );
  return {
    type: 'Accepted',
    enquiry: after,
    notices: [],
    converts: { channel, receivedAt, enquiry: { reference, firstContactOn }, ...(chosenOn && { chosenOn }) },
  };
}

/** Whoever the complaint is about sees nothing of what it came of, and deals with it no longer (Code 5.8). */
function keptFrom(enquiry: Enquiry, about: readonly StaffId[] = []): Enquiry {
  if (about.length === 0) return enquiry;
  const { handler, staffComplainedAbout = [], ...rest } = enquiry;
  const all = [...new Set([...staffComplainedAbout, ...about])];
  return { ...rest, ...(handler && !all.includes(handler) && { handler }), staffComplainedAbout: all };
}

/** The work on a request goes on and is looked at again; nothing waits for the choice that was taken any more. */
function reviewedAfter(enquiry: Enquiry, filedWrongly: boolean, context: EnquiryContext): Enquiry {
  if (!filedWrongly && !waitsForComplaint(enquiry)) return enquiry;
  const { review: _, ...rest } = enquiry;
  if (filedWrongly) return rest;
  return rest.kind === 'service-request'
    ? { ...rest, review: reviewAgain(enquiry, context) }
    : { ...rest, status: 'acknowledged' };
}
