import { describeDate } from '../civil-date.ts';
import type { Complaint } from '../complaint.ts';
import type { Context } from '../decision.ts';
import { londonDateOf } from '../london-time.ts';
import type { NoticeOwed } from '../notices.ts';
import type { Rank } from '../ranks.ts';
import { type Danger, dangersOf, isDanger, type Need } from '../risks.ts';
import { list } from './parts.ts';

/** Notices by which staff hear at once that somebody may come to harm. */

const atHome = 'Have it looked at today. What is an emergency is made safe within 24 hours, on any day.';
const toPeople =
  'Tell whoever answers for safeguarding today. Reach the person only in a way that they said is safe.';

const dangers: Record<Danger, { name: string; toDo: string }> = {
  'damp-and-mould': { name: 'Damp and mould', toDo: atHome },
  'no-heating-or-hot-water': { name: 'No heating or hot water', toDo: atHome },
  gas: { name: 'Gas', toDo: `Check now that the gas emergency service was called: 0800 111 999. ${atHome}` },
  fire: { name: 'Fire', toDo: `Check now that everybody is out of danger. ${atHome}` },
  electrical: { name: 'Electricity', toDo: `Check now that it is switched off. ${atHome}` },
  structural: { name: 'Structure of the building', toDo: `Check now that nobody is beneath it. ${atHome}` },
  'no-water-or-sewage': { name: 'No water, or sewage', toDo: atHome },
  security: { name: 'A home that does not lock', toDo: atHome },
  other: { name: 'Another danger', toDo: `Read what it is now. ${atHome}` },
  'domestic-abuse': { name: 'Domestic abuse', toDo: toPeople },
  safeguarding: { name: 'Safeguarding', toDo: toPeople },
};

const needs: Record<Need, string> = {
  'child-under-5': 'a child under 5',
  'older-person': 'an older person',
  'long-term-illness': 'long-term illness',
  disability: 'a disability',
  'mental-health': 'mental health',
  pregnancy: 'pregnancy',
  other: 'something that makes it harder to bear',
};

type Risks = Pick<Complaint, 'hazards' | 'vulnerabilities'>;

const none: Risks = { hazards: [], vulnerabilities: [] };

/**
 * Tells the leader of the team, and whoever handles it, of dangers that nobody was told of yet.
 *
 * @param before what was known until now; nothing of a complaint that has just been received
 */
export function owedUrgent(
  complaint: Complaint,
  { now }: Pick<Context, 'now'>,
  before: Risks = none,
): NoticeOwed[] {
  const known = dangersOf(before);
  const found = dangersOf(complaint).filter((each) => !known.includes(each));
  if (found.length === 0) return [];
  const { handler, eventCount, vulnerabilities } = complaint;
  const ranks: readonly Rank[] = handler ? ['team-leader', 'handler'] : ['team-leader'];
  const others = vulnerabilities.flatMap((each) => (isDanger(each) ? [] : [needs[each]]));
  const values = {
    heardOn: describeDate(londonDateOf(now)),
    needs: others.length > 0 ? `Think of who lives there: ${others.join(', ')}.` : '',
    ...list(
      'dangers',
      found.map((each) => ({ values: dangers[each], texts: {} })),
    ).values,
  };
  return ranks.map((rank) => ({
    id: `urgent-complaint_${eventCount}_${rank}`,
    kind: 'urgent-complaint',
    lane: 'statutory',
    recipient: { type: 'staff', rank, ...(rank === 'handler' && handler && { person: handler }) },
    values,
  }));
}
