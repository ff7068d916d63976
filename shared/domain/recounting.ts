import type { Complaint } from './complaint.ts';
import { oweContact } from './contact.ts';
import type { Context } from './decision.ts';
import type { ComplaintEvent, EventOf } from './events.ts';
import { evolve } from './evolve.ts';
import { judgeAnew } from './judge-anew.ts';
import { londonDateOf } from './london-time.ts';
import { owedDatesChanged } from './notices/to-resident.ts';
import type { NoticeOwed } from './notices.ts';
import { isToldToResident } from './obligations.ts';
import { type RecountedDate, reasonsFor, recountDates } from './recount.ts';
import { isAnonymous } from './telling.ts';
import { wayTo } from './ways.ts';

/** What a newer calendar makes happen to a complaint. */
export interface Recounting {
  after: Complaint;
  events: ComplaintEvent[];
  notices: NoticeOwed[];
}

/**
 * Counts the dates of a complaint anew by a newer version of the calendar. A date that the resident was told never moves
 * earlier without their being told so, by their way or where none is known by staff; of a later one they are told where the landlord chose that.
 */
export function recountByCalendar(complaint: Complaint, context: Context): Recounting {
  const { calendar } = context;
  const dates = recountDates(complaint, calendar);
  if (dates.length === 0) return { after: complaint, events: [], notices: [] };
  const told = dates.filter((date) => mustBeTold(complaint, date, context));
  const event: EventOf<'DatesRecounted'> = {
    type: 'DatesRecounted',
    calendarVersion: calendar.version,
    dates,
    because: reasonsFor(complaint, dates, calendar),
    told: told.length > 0,
  };
  const judged = judgeAnew(complaint, evolve(complaint, event), londonDateOf(context.now));
  const recounted = { ...event, ...judged };
  const after = evolve(complaint, recounted);
  if (told.length === 0) return { after, events: [recounted], notices: [] };
  const notice = owedDatesChanged(after, recounted, told, londonDateOf(context.now));
  const notices = [notice];
  if (wayTo(complaint) || isAnonymous(complaint)) return { after, events: [recounted], notices };
  const start = { countedFrom: 'dates-changed', on: londonDateOf(context.now) } as const;
  const contact = oweContact(after, notice.id, start, context);
  return contact
    ? { after: evolve(after, contact), events: [recounted, contact], notices }
    : { after, events: [recounted], notices };
}

function mustBeTold(
  { obligations }: Complaint,
  { obligation, was, deadline }: RecountedDate,
  { tellsLaterDates }: Context,
): boolean {
  const kind = obligations.find(({ id }) => id === obligation);
  if (!kind || !isToldToResident(kind) || deadline.dueOn === was) return false;
  return deadline.dueOn < was || tellsLaterDates === true;
}
