import { mayDo, type StaffToken, staffFrom } from '../domain/authorization.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import { type StaffId, staffId } from '../domain/staff.ts';
import type { Status } from '../domain/statuses.ts';
import type { ComplaintStore } from '../ports/complaint-store.ts';
import type { StaffRegister } from '../ports/staff-register.ts';
import { afterPriorityOf, flagged, type WorklistItem } from '../ports/worklist.ts';
import type { NotAdmitted } from './admit.ts';

export interface WorklistFilter {
  landlord: string;
  open: boolean;
  /** `undefined` for anybody, `null` for those whom nobody handles */
  handler?: StaffId | null | undefined;
  team?: string | undefined;
  status?: Status | undefined;
  dueBy?: CivilDate | undefined;
  after?: string | undefined;
  limit: number;
}

export interface WorklistPage {
  type: 'found';
  items: WorklistItem[];
  next: string | undefined;
}

/** Reading on for ever in search of the last match would outlast the request: the caller goes on from there. */
const mostReadByPage = 10;

/**
 * A page of the complaints that somebody may see: dangers first, then people who can bear it least, and of these what is
 * due first.
 *
 * @returns `next` to go on from; the page may be short although there is more
 */
export async function readWorklist(
  { store, register }: { store: ComplaintStore; register: StaffRegister },
  token: StaffToken,
  filter: WorklistFilter,
): Promise<WorklistPage | NotAdmitted> {
  const { landlord } = filter;
  const staff = staffFrom(token, await register.read(token.id));
  const permission = mayDo(staff, 'read-worklist', { landlord });
  if (!permission.allowed) return { type: 'denied', denied: permission, handler: undefined };
  const permissionFor = (item: WorklistItem) =>
    mayDo(staff, 'read-complaint', { ...item, landlord, staffComplainedAbout: aboutWhom(item) });

  const items: WorklistItem[] = [];
  let read = 0;
  for await (const item of upTo(filter, store)) {
    read++;
    const seen = permissionFor(item);
    if (seen.allowed && isWanted(item, filter)) items.push(item);
    const enough = items.length === filter.limit || read >= mostReadByPage * filter.limit;
    // Where to go on names a complaint, which must be none about the reader.
    const tellable = seen.allowed || seen.why !== 'complained-about';
    if (enough && tellable) return { type: 'found', items, next: item.after };
  }
  return { type: 'found', items, next: undefined };
}

/** The worklist from where the filter begins, of each priority to the last day. */
async function* upTo(
  { landlord, open, after: from, limit, dueBy }: WorklistFilter,
  store: ComplaintStore,
): AsyncGenerator<WorklistItem> {
  let after = from;
  let more = true;
  while (more) {
    const page = await store.worklist({ landlord, open, after, limit });
    const due = page.items.filter(({ nextDueOn }) => dueBy === undefined || nextDueOn <= dueBy);
    yield* due;
    const last = page.items.at(-1);
    const isOver = last && dueBy !== undefined && last.nextDueOn > dueBy;
    after = isOver ? afterPriorityOf(last) : last?.after;
    more = page.more;
  }
}

function isWanted(item: WorklistItem, { handler, team, status }: WorklistFilter): boolean {
  if (handler !== undefined && (item.handler ?? null) !== handler) return false;
  if (team !== undefined && item.team !== team) return false;
  return status === undefined || item.status === status;
}

/** A complaint of the worklist in the words of the API. */
export function describeItem(item: WorklistItem) {
  const { flags: _, after: __, ...rest } = item;
  const [priority = 'ordinary'] = flagged(item, 'priority');
  return { ...rest, priority, hazards: flagged(item, 'hazard') };
}

function aboutWhom(item: WorklistItem): StaffId[] {
  return flagged(item, 'about').map(staffId);
}
