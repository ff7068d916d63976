import type { Calendar } from '../domain/calendar.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import type { NoticeKind } from '../domain/notices.ts';
import type { ObligationKind } from '../domain/obligations.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import { recountDates } from '../domain/recount.ts';
import type { Reference } from '../domain/reference.ts';
import type { StaffId } from '../domain/staff.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { ComplaintStore, StoredComplaint } from '../ports/complaint-store.ts';
import type { WorklistItem } from '../ports/worklist.ts';
import { policyOf, type Rules } from './rules.ts';

/** A date that would move, and by what the resident was told the old one. */
export interface Move {
  obligation: string;
  kind: ObligationKind;
  from: CivilDate;
  to: CivilDate;
  /** kinds of the notices that told it; none where we did not give it, though staff may have said it */
  toldBy: NoticeKind[];
}

export interface MovingComplaint {
  reference: Reference;
  handler: StaffId | undefined;
  /** where not, the resident is told by letter or by phone */
  reachableByEmail: boolean;
  moves: Move[];
}

export interface PreviewPage {
  items: MovingComplaint[];
  /** how many open complaints were looked at */
  looked: number;
  /** where to go on; nothing where this was the last page */
  next: string | undefined;
}

export interface PreviewPorts {
  store: Pick<ComplaintStore, 'worklist' | 'load' | 'notices'>;
  rules: Pick<Rules, 'policies'>;
}

/** Notices that reached the resident, or are believed to have. */
const told: readonly Notice['status'][] = ['accepted', 'delivered', 'given'];

/**
 * Which open dates of a landlord a version of the calendar would move: one page of its worklist, nothing written.
 *
 * @param calendarBy the version in question, for the nations and closures of a policy
 * @param page.leaveOut complaints that whoever reads must not learn of, for instance because they are about them
 */
export async function previewRecount(
  { store, rules }: PreviewPorts,
  landlord: string,
  calendarBy: (policy: PolicyVersion) => Calendar,
  page: { after?: string | undefined; limit: number; leaveOut: (item: WorklistItem) => boolean },
): Promise<PreviewPage> {
  const { shown, next } = await pageOf(store, landlord, page);
  const items: MovingComplaint[] = [];
  for (const { reference } of shown) {
    const stored = await store.load(reference);
    const moving = stored && (await movesOf(store, stored, calendarBy(policyOf(rules, stored.complaint))));
    if (moving) items.push(moving);
  }
  return { items, looked: shown.length, next };
}

/** Where to go on names a complaint, which must be none that is left out: those at the end of a page are read again. */
async function pageOf(
  store: Pick<ComplaintStore, 'worklist'>,
  landlord: string,
  { after: from, limit, leaveOut }: Parameters<typeof previewRecount>[3],
): Promise<{ shown: WorklistItem[]; next: string | undefined }> {
  let after = from;
  for (;;) {
    const { items, more } = await store.worklist({ landlord, open: true, after, limit });
    const shown = items.filter((item) => !leaveOut(item));
    if (shown.length > 0 || !more) return { shown, next: more ? shown.at(-1)?.after : undefined };
    after = items.at(-1)?.after;
  }
}

/** Complaints that are about somebody. */
export function isAbout(reader: StaffId): (item: WorklistItem) => boolean {
  return ({ flags }) => flags.includes(`about:${reader}`);
}

/** Complaints that are about anybody on the staff, for readers who are not known yet. */
export function isAboutStaff({ flags }: WorklistItem): boolean {
  return flags.some((flag) => flag.startsWith('about:'));
}

async function movesOf(
  store: PreviewPorts['store'],
  { complaint }: StoredComplaint,
  calendar: Calendar,
): Promise<MovingComplaint | undefined> {
  const moved = recountDates(complaint, calendar).filter(({ was, deadline }) => was !== deadline.dueOn);
  if (moved.length === 0) return undefined;
  const { reference, handler, reachableByEmail } = complaint;
  const notices = (await store.notices(reference)).filter(({ status }) => told.includes(status));
  const moves = moved.flatMap(({ obligation: id, was, deadline }): Move[] => {
    const kind = complaint.obligations.find((each) => each.id === id)?.kind;
    const tells = notices.filter(({ tells }) =>
      tells?.some(({ obligation, dueOn }) => obligation === id && dueOn === was),
    );
    return kind
      ? [{ obligation: id, kind, from: was, to: deadline.dueOn, toldBy: tells.map((each) => each.kind) }]
      : [];
  });
  return { reference, handler, reachableByEmail, moves };
}
