import type { Calendar } from '../calendar.ts';
import { type CivilDate, describeDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import type { Context } from '../decision.ts';
import { awaitsApproval, type DigestReader } from '../digest.ts';
import { type DigestLine, type DigestSection, digestSections } from '../digest-lines.ts';
import { londonDateOf } from '../london-time.ts';
import type { NoticeOwner } from '../notice-owner.ts';
import type { NoticeOwed } from '../notices.ts';
import { workingDaysBetween } from '../working-days.ts';
import { describePosition } from './automatic.ts';
import { tasks } from './tasks.ts';

/** More lines than these nobody reads: the worklist has them all. */
const mostListed = 60;

/**
 * A digest of a morning, with the notice's owner: one of the staff, or a landlord for a rank's mailbox.
 *
 * @param part which of the reader's digests of that morning it is
 */
export function owedDigest(
  reader: DigestReader,
  unsorted: readonly DigestLine[],
  on: CivilDate,
  part = 1,
): { owner: NoticeOwner; notice: NoticeOwed } {
  const lines = unsorted.toSorted(compareLines);
  const after = part > 1 ? `_${part}` : '';
  const beyond = lines.length - mostListed;
  const digest = {
    kind: 'digest',
    lane: 'routine',
    lines: lines.slice(0, mostListed),
    // how many it leaves out; the words are added when it is sent
    values: beyond > 0 ? { beyond: String(beyond) } : {},
  } as const;
  if (reader.type === 'person') {
    const recipient = { type: 'staff', rank: 'handler', person: reader.person } as const;
    return {
      owner: { type: 'staff', person: reader.person },
      notice: { ...digest, id: `digest_${on}${after}`, recipient },
    };
  }
  const { landlord, rank } = reader;
  return {
    owner: { type: 'landlord', landlord },
    notice: { ...digest, id: `digest_${on}_${rank}${after}`, recipient: { type: 'staff', rank } },
  };
}

/** The most pressing first, and of these what is due first. */
function compareLines(one: DigestLine, other: DigestLine): number {
  const bySection = digestSections.indexOf(one.section) - digestSections.indexOf(other.section);
  if (bySection !== 0) return bySection;
  const placeOf = ({ dueOn, reference, obligation = '' }: DigestLine) =>
    `${dueOn ?? ''}#${reference}#${obligation}`;
  return placeOf(one) < placeOf(other) ? -1 : 1;
}

/** A line with what it speaks of, as it stands when it is written out. */
export interface SpokenLine {
  line: DigestLine;
  complaint: Complaint;
  context: Context;
  /** whose it is, by name, where its reader stands in for them */
  standsInFor: string | undefined;
}

/**
 * What a digest says: the values of its template. A section that lists nothing is left out of it.
 *
 * @param beyond how many more there are that it does not list
 */
export function digestValues(spoken: readonly SpokenLine[], beyond: number): Record<string, string> {
  const values: Record<string, string> = {};
  for (const section of digestSections) {
    const those = spoken.filter(({ line }) => line.section === section);
    those.forEach((each, index) => {
      values[`${partOf[section]}.${index}.line`] = sayLine(each);
    });
  }
  const counted = digestSections.flatMap((section) => {
    const { length } = spoken.filter(({ line }) => line.section === section);
    return length > 0 ? [`${length} ${summed[section]}`] : [];
  });
  const isOne = beyond === 1;
  return {
    ...values,
    summary: [...counted, ...(beyond > 0 ? [`${beyond} more`] : [])].join(', '),
    more: beyond > 0 ? `There ${isOne ? 'is' : 'are'} ${beyond} more: see the worklist.` : '',
  };
}

/** The repeated part of the template that lists a section. */
const partOf: Record<DigestSection, string> = {
  overdue: 'overdue',
  'due-today': 'dueToday',
  'due-soon': 'dueSoon',
  unreached: 'unreached',
  unassigned: 'unassigned',
  'awaiting-approval': 'awaitingApproval',
};

const summed: Record<DigestSection, string> = {
  overdue: 'overdue',
  'due-today': 'due today',
  'due-soon': 'due soon',
  unreached: 'not reached',
  unassigned: 'without a handler',
  'awaiting-approval': 'to approve',
};

const waitsFor = {
  answer: 'the answer waits for your approval',
  extension: 'more time waits for a second person',
};

function sayLine({ line, complaint, context, standsInFor }: SpokenLine): string {
  const { reference, section, obligation: id, dueOn } = line;
  const obligation = complaint.obligations.find((each) => each.id === id);
  const task = obligation && dueOn && `${tasks[obligation.kind].staff} by ${sayWhen(dueOn, context)}`;
  const what = section === 'awaiting-approval' ? awaitsApproval(complaint, context) : undefined;
  const said = [...(what ? [waitsFor[what]] : []), ...(task ? [task] : [])].join('. ');
  const forWhom = standsInFor ? ` (for ${standsInFor}, who is away)` : '';
  return `${reference}: ${said || 'our last email did not reach the resident'}${forWhom}.`;
}

/** `Thursday 31 December 2026, due in 2 working days` */
function sayWhen(dueOn: CivilDate, { calendar, now }: Context): string {
  const today = londonDateOf(now);
  const isLastWorkingDay = today < dueOn && daysTo(dueOn, today, calendar) === 0;
  const position = isLastWorkingDay
    ? 'with no working day left but today'
    : describePosition(dueOn, today, calendar);
  return `${describeDate(dueOn)}, ${position}`;
}

function daysTo(dueOn: CivilDate, today: CivilDate, calendar: Calendar): number {
  return workingDaysBetween(calendar.extended, today, dueOn);
}
