import { needsSecondPerson } from './commands/extend.ts';
import { waitsForExtension } from './commands/time-passed.ts';
import { type Complaint, openObligations, openResponse, ownerOf, pointsInPlay } from './complaint.ts';
import type { Context } from './decision.ts';
import type { DigestLine, DigestSection } from './digest-lines.ts';
import { londonDateOf } from './london-time.ts';
import type { Obligation } from './obligations.ts';
import { missingParts } from './points.ts';
import type { Rank } from './ranks.ts';
import { leaderOf, mayBeTold, type Person, type StaffId, whoActsFor } from './staff.ts';
import { limitsAt } from './stage-dates.ts';
import { isActive } from './statuses.ts';
import { workingDaysBetween } from './working-days.ts';

/** Who reads a digest: one of the staff, or whoever reads the mail of a rank where nobody of the register is there. */
export type DigestReader =
  | { type: 'person'; person: StaffId }
  | { type: 'rank'; landlord: string; rank: Rank };

/** A line of somebody's digest. */
export interface DigestEntry {
  reader: DigestReader;
  line: DigestLine;
}

/** What of a complaint is for somebody to hear of in the morning, and for whom. */
interface Pressing extends Pick<DigestLine, 'section' | 'obligation' | 'dueOn'> {
  /** whose it is: theirs who owes it, or that of whoever leads the team */
  of: 'holder' | 'team';
  holder?: StaffId | undefined;
  /** whose mailbox hears of it where nobody of the register does */
  rank: Rank;
  /** who leads the team and may not see to it all the same */
  barred?: readonly StaffId[];
}

/**
 * Which of two lines stands that say the same thing to the same reader. What waits for approval is no saying of the
 * same: it asks for something else.
 */
const strongest: readonly DigestSection[] = [
  'unassigned',
  'overdue',
  'due-today',
  'unreached',
  'due-soon',
  'awaiting-approval',
];

/**
 * What a complaint adds to the digests of a morning. Whoever is away has a cover who hears of it; nobody hears of a
 * complaint that is about them, or of a landlord that is not theirs.
 *
 * @param people everybody in the register
 */
export function digestOf(complaint: Complaint, context: Context, people: readonly Person[]): DigestEntry[] {
  const { landlord, reference } = complaint;
  const entries = pressingOf(complaint, context).map((pressing): DigestEntry => {
    const line = { ...saidOf(pressing), landlord, reference };
    const { rank } = pressing;
    const { acting, whose } = readerOf(pressing, complaint, context, people);
    if (!acting) return { reader: { type: 'rank', landlord, rank }, line };
    const reader = { type: 'person', person: acting.id } as const;
    return { reader, line: { ...line, ...(acting.id !== whose && { of: whose }) } };
  });
  return withoutRepetition(entries);
}

/**
 * A line of a digest as it is by now.
 *
 * @param reader whose digest it is in
 * @returns undefined where there is nothing to be said of it any more
 */
export function renewLine(
  line: DigestLine,
  reader: StaffId | undefined,
  complaint: Complaint,
  context: Context,
): DigestLine | undefined {
  const { section, obligation, dueOn } = line;
  // of these the complaint itself speaks, whatever is due on it by now
  const isOfComplaint = section === 'unassigned' || section === 'unreached';
  const found = pressingOf(complaint, context).find(
    (each) =>
      each.section === section &&
      (isOfComplaint || (each.obligation === obligation && each.dueOn === dueOn)) &&
      (!reader || !each.holder || each.holder === reader || each.holder === line.of),
  );
  return found && { ...line, ...saidOf(found) };
}

function saidOf({
  section,
  obligation,
  dueOn,
}: Pressing): Pick<DigestLine, 'section' | 'obligation' | 'dueOn'> {
  return { section, ...(obligation !== undefined && { obligation, dueOn }) };
}

/** What waits for somebody else's eyes: the answer as drafted, or more time than one person may give. */
export function awaitsApproval(complaint: Complaint, context: Context): 'answer' | 'extension' | undefined {
  if (!openResponse(complaint)) return undefined;
  const { draft, extensions, stage } = complaint;
  const isReviewed = limitsAt(stage, context.policy).review === 'before';
  const isWritten = draft && !draft.approvedBy && !draft.returned;
  if (isReviewed && isWritten && missingParts(pointsInPlay(complaint)).length === 0) return 'answer';
  const prepared = extensions.find(({ state }) => state === 'prepared');
  return prepared && needsSecondPerson(complaint, prepared, context) ? 'extension' : undefined;
}

function pressingOf(complaint: Complaint, context: Context): Pressing[] {
  return [
    ...unassigned(complaint),
    ...openObligations(complaint).flatMap((each) => due(complaint, each, context)),
    ...unreached(complaint),
    ...awaiting(complaint, context),
  ];
}

function due(complaint: Complaint, obligation: Obligation, context: Context): Pressing[] {
  const section = sectionOf(complaint, obligation, context);
  if (!section) return [];
  const { id, dueOn, ownerRank } = obligation;
  const holder = ownerOf(complaint, obligation);
  const rank = ownerRank ?? (section === 'overdue' ? 'manager' : 'handler');
  const said = { section, obligation: id, dueOn, rank };
  return [holder || ownerRank ? { ...said, of: 'holder', holder } : { ...said, of: 'team' }];
}

function sectionOf(
  complaint: Complaint,
  obligation: Obligation,
  { policy, calendar, now }: Context,
): 'overdue' | 'due-today' | 'due-soon' | undefined {
  const today = londonDateOf(now);
  const { dueOn } = obligation;
  if (dueOn < today) return waitsForExtension(complaint, obligation) ? undefined : 'overdue';
  const days = workingDaysBetween(calendar.extended, today, dueOn);
  // before a weekend also what is due at the weekend: no other working day is left for it
  if (days === 0) return 'due-today';
  const reach = -(policy.ladder.rungs[0]?.workingDays ?? 0);
  return days <= reach ? 'due-soon' : undefined;
}

function unassigned(complaint: Complaint): Pressing[] {
  if (complaint.handler || !isActive(complaint.status)) return [];
  const [first] = openObligations(complaint)
    .filter((each) => !each.owner && !each.ownerRank)
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  if (!first) return [];
  return [{ section: 'unassigned', obligation: first.id, dueOn: first.dueOn, of: 'team', rank: 'handler' }];
}

/** The last notice did not arrive: whoever handles it knows of the call that is owed, whoever leads of them all. */
function unreached(complaint: Complaint): Pressing[] {
  const { residentUnreached, handler, status } = complaint;
  if (!residentUnreached || !isActive(status)) return [];
  const call = openObligations(complaint).find(({ kind, whom }) => kind === 'contact' && !whom);
  const said = {
    section: 'unreached',
    rank: 'manager',
    ...(call && { obligation: call.id, dueOn: call.dueOn }),
  } as const;
  return [...(handler ? [{ ...said, of: 'holder', holder: handler } as const] : []), { ...said, of: 'team' }];
}

/** Nobody approves their own work, and nobody stage 2 who decided stage 1 (Code 5.8, 6.13). */
function awaiting(complaint: Complaint, context: Context): Pressing[] {
  const response = openResponse(complaint);
  const what = awaitsApproval(complaint, context);
  if (!response || !what) return [];
  const { draft, conflicts, stage, decidedStage1, extensions } = complaint;
  const prepared = extensions.filter(({ state }) => state === 'prepared').map(({ by }) => by);
  const authors =
    what === 'answer' ? [...(draft?.by ?? []), ...(stage === 2 ? decidedStage1 : [])] : prepared;
  return [
    {
      section: 'awaiting-approval',
      obligation: response.id,
      dueOn: response.dueOn,
      of: 'team',
      rank: 'manager',
      barred: [...authors, ...conflicts],
    },
  ];
}

/** Whose it is, and who hears of it in their place while they are away. */
function readerOf(
  { of, holder, barred = [] }: Pressing,
  complaint: Complaint,
  { now }: Context,
  people: readonly Person[],
): { acting?: Person | undefined; whose?: StaffId | undefined } {
  const whose = of === 'holder' ? holder : leading(complaint, people, barred);
  const acting = whose && whoActsFor(people, whose, londonDateOf(now));
  return acting && mayBeTold(acting, complaint) && !barred.includes(acting.id) ? { acting, whose } : {};
}

function leading(
  { team, landlord, staffComplainedAbout }: Complaint,
  people: readonly Person[],
  barred: readonly StaffId[],
): StaffId | undefined {
  const able = people.filter(({ id }) => !barred.includes(id) && !staffComplainedAbout.includes(id));
  return team === undefined ? undefined : leaderOf(able, team, landlord)?.id;
}

function withoutRepetition(entries: readonly DigestEntry[]): DigestEntry[] {
  const kept = new Map<string, DigestEntry>();
  const order = ({ line }: DigestEntry) => strongest.indexOf(line.section);
  for (const entry of entries.toSorted((one, other) => order(one) - order(other))) {
    const { reader, line } = entry;
    const apart = line.section === 'awaiting-approval' ? line.section : '';
    const name = JSON.stringify([reader, line.obligation ?? line.section, apart]);
    if (!kept.has(name)) kept.set(name, entry);
  }
  return [...kept.values()];
}
