import type { CivilDate } from '../domain/civil-date.ts';
import { type Complaint, openObligations } from '../domain/complaint.ts';
import { priorities, priorityOf } from '../domain/risks.ts';

type FlagName = 'about' | 'conflict' | 'owner' | 'hazard' | 'priority';

/** A complaint as a worklist shows it: a hint, which may be a moment behind. */
export interface WorklistItem extends Pick<Complaint, 'reference' | 'status' | 'stage' | 'handler' | 'team'> {
  /**
   * `about:<staff id>` whom it is about, `conflict:<staff id>` who has an interest in it, `owner:<staff id>` who owes
   * something on it, or is the one whom its resident may speak to, `hazard:<hazard>` a danger in the home,
   * `priority:<priority>` where it is no ordinary one
   */
  flags: string[];
  /** when the next of its open obligations is due, or where there is none when it was received */
  nextDueOn: CivilDate;
  /** where the worklist goes on after it */
  after: string;
}

/** What the worklist says of a complaint, and where in it the complaint stands. */
export function toWorklistItem(complaint: Complaint): WorklistItem {
  const { reference, status, stage, handler, team, receivedOn, staffComplainedAbout } = complaint;
  const priority = priorityOf(complaint);
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
      ...complaint.conflicts.map((id) => `conflict:${id}`),
      ...[...new Set(owners)].map((id) => `owner:${id}`),
      ...complaint.hazards.map((hazard) => `hazard:${hazard}`),
      ...(priority === 'ordinary' ? [] : [`priority:${priority}`]),
    ],
    nextDueOn,
    after: `${priorities.indexOf(priority)}#${nextDueOn}#${reference}`,
  };
}

/** What the flags of an item say under a name. */
export function flagged({ flags }: Pick<WorklistItem, 'flags'>, name: FlagName): string[] {
  return flags.flatMap((flag) => (flag.startsWith(`${name}:`) ? [flag.slice(name.length + 1)] : []));
}

/** After every item of the priority that an item has: `$` is the character after `#`. */
export function afterPriorityOf({ after }: Pick<WorklistItem, 'after'>): string {
  return `${after.slice(0, after.indexOf('#'))}$`;
}
