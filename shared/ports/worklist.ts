import type { CivilDate } from '../domain/civil-date.ts';
import { type Complaint, openObligations } from '../domain/complaint.ts';

/** A complaint as a worklist shows it: a hint, which may be a moment behind. */
export interface WorklistItem extends Pick<Complaint, 'reference' | 'status' | 'stage' | 'handler' | 'team'> {
  /** `about:<staff id>` whom it is about, `owner:<staff id>` who owes something on it, or is the one whom its resident may speak to */
  flags: string[];
  /** when the next of its open obligations is due, or where there is none when it was received */
  nextDueOn: CivilDate;
  /** where the worklist goes on after it */
  after: string;
}

/** What the worklist says of a complaint, and where in it the complaint stands. */
export function toWorklistItem(complaint: Complaint): WorklistItem {
  const { reference, status, stage, handler, team, receivedOn, staffComplainedAbout } = complaint;
  const open = openObligations(complaint);
  const nextDueOn = open.map(({ dueOn }) => dueOn).sort()[0] ?? receivedOn;
  const contacts = complaint.restrictions.flatMap(({ contact, lifted }) =>
    contact && !lifted ? [contact] : [],
  );
  const owners = [...open.flatMap(({ owner }) => (owner ? [owner] : [])), ...contacts];
  return {
    reference,
    status,
    stage,
    ...(handler && { handler }),
    ...(team && { team }),
    flags: [
      ...staffComplainedAbout.map((id) => `about:${id}`),
      ...[...new Set(owners)].map((id) => `owner:${id}`),
    ],
    nextDueOn,
    after: `${nextDueOn}#${reference}`,
  };
}
