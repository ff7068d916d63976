import type { CalendarChange } from '../domain/bank-holidays.ts';
import type { Calendar } from '../domain/calendar.ts';
import { describeDate } from '../domain/civil-date.ts';
import { nationNames } from '../domain/nation-names.ts';
import type { ObligationKind } from '../domain/obligations.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import {
  isAboutStaff,
  type Move,
  type MovingComplaint,
  type PreviewPorts,
  previewRecount,
} from './preview-recount.ts';

/** What a calendar would do to a landlord's open complaints, as far as they were looked at. */
export interface Preview {
  items: MovingComplaint[];
  looked: number;
  /** false where there are more that were not looked at */
  complete: boolean;
}

const pageSize = 100;

/**
 * Looks through a landlord's open complaints, page by page, for dates that a calendar would move. It is for a mail, and
 * who will read that is not known yet: complaints about anybody on the staff are left out.
 *
 * @param calendarBy the calendar in question, for the nations and closures of a policy
 * @param until how many complaints are looked at, and whether there is time for more
 */
export async function previewAll(
  ports: PreviewPorts,
  landlord: string,
  calendarBy: (policy: PolicyVersion) => Calendar,
  until: { most: number; hasTime: () => boolean },
): Promise<Preview> {
  const preview: Preview = { items: [], looked: 0, complete: false };
  let after: string | undefined;
  do {
    const limit = Math.min(pageSize, until.most - preview.looked);
    const page = await previewRecount(ports, landlord, calendarBy, {
      ...{ after, limit },
      leaveOut: isAboutStaff,
    });
    preview.items.push(...page.items);
    preview.looked += page.looked;
    after = page.next;
    if (after === undefined) return { ...preview, complete: true };
  } while (preview.looked < until.most && until.hasTime());
  return preview;
}

/** More than these make no mail. */
const mostListed = 20;

const whatIsDue: Record<ObligationKind, string> = {
  'stage-1-acknowledgement': 'the acknowledgement',
  'stage-1-response': 'the answer',
  'stage-2-acknowledgement': 'the acknowledgement of stage 2',
  'stage-2-response': 'the final answer',
  payment: 'a payment',
  handover: 'something to be passed on',
  learning: 'what was learnt',
  'adjustment-review': 'the review of an adjustment',
  'restriction-review': 'the review of a restriction',
  'ombudsman-request': 'an answer to the Ombudsman',
  'ombudsman-order': 'an order of the Ombudsman',
  update: 'the update',
  action: 'the action',
  posting: 'a letter to the resident',
  contact: 'the call or letter to the resident',
  contribution: 'what was asked of somebody',
  'resident-information': 'what is to be found out',
  'message-triage': 'the reading of a message',
};

/**
 * What a manager is told of days that change, and of the dates that they move: values of the notices
 * `calendar-difference` and, of a version that is there, `calendar-version-added`.
 */
export function calendarNoticeValues(
  changes: readonly CalendarChange[],
  preview: Preview,
  { remarks = [], version }: { remarks?: readonly string[]; version?: number } = {},
): Record<string, string> {
  const moves = preview.items.flatMap((item) => item.moves.map((move) => sayMove(item, move)));
  return {
    ...(version !== undefined && { version: String(version) }),
    ...numbered('changes', 'description', sayChanges(changes)),
    ...numbered('remarks', 'remark', remarks),
    summary: sayHowMany(moves.length, preview, version === undefined ? 'would move' : 'will move'),
    ...numbered('moves', 'line', moves.slice(0, mostListed)),
    more: sayMore(moves.length - mostListed, preview),
  };
}

/** The values of a repeated part of a template. */
function numbered(part: string, name: string, lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(lines.map((line, index) => [`${part}.${index}.${name}`, line]));
}

/** One line for each day, with all the nations in which the same changes. */
function sayChanges(changes: readonly CalendarChange[]): string[] {
  const byDay = Map.groupBy(changes, ({ change, date, name }) => JSON.stringify([change, date, name]));
  return [...byDay.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const is = first.change === 'added' ? 'is now a bank holiday' : 'is no longer a bank holiday';
    const where = listed(same.map(({ nation }) => nationNames[nation]));
    return [`${describeDate(first.date)}, ${first.name}, ${is} in ${where}`];
  });
}

function listed(names: string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

function sayMove({ reference }: MovingComplaint, { kind, from, to, toldBy }: Move): string {
  const told = toldBy.length > 0 ? '; the resident was told the old date' : '';
  return `${reference}: ${whatIsDue[kind]} moves from ${describeDate(from)} to ${describeDate(to)}${told}.`;
}

function sayHowMany(moves: number, { items, looked, complete }: Preview, verb: string): string {
  if (moves === 0)
    return complete
      ? 'No date of an open complaint moves.'
      : `No date of the first ${count(looked, 'open complaint')} moves.`;
  const where = complete
    ? count(items.length, 'open complaint')
    : `${items.length} of the first ${count(looked, 'open complaint')}`;
  return `${count(moves, 'date')} on ${where} ${verb}.`;
}

function sayMore(unlisted: number, { complete }: Preview): string {
  const said = [
    ...(unlisted > 0
      ? [`${count(unlisted, 'more date')} ${unlisted === 1 ? 'is' : 'are'} not listed here.`]
      : []),
    ...(complete ? [] : ['There are more open complaints, which were not looked at for this mail.']),
  ];
  return said.join(' ');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
