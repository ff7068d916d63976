import { decide } from '../../shared/domain/decide.ts';
import type { NoticeOwed } from '../../shared/domain/notices.ts';
import {
  accepted,
  complaintReceived,
  everybody,
  handler,
  manager,
  referenceNumber,
  sample,
} from '../support/complaints.ts';
import { contextAt } from '../support/rules.ts';
import { acknowledged, noticesOf, text } from './sample-parts.ts';

const into = complaintReceived({ receivedAt: '2026-12-29T09:00:00Z', reference: referenceNumber(2) });
const other = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });

/** What the one who made the other of two complaints is told that become one. */
function noticesOfMerger(): NoticeOwed[] {
  const context = contextAt('2026-12-30T10:00:00Z', 'day-zero', { people: everybody, other });
  const reason = text('same lift');
  const said = { other: sample, texts: [text('lift')], reason, otherReason: reason };
  return accepted(decide(into, { type: 'Merge', by: handler, ...said }, context)).other?.notices ?? [];
}

/** Complaints that tell of danger, lose their handler, or become part of another. */
export const joinedLives = {
  merged: noticesOfMerger(),
  /** the one who led for two of them leaves it to the other */
  handedOn: noticesOf(
    [
      acknowledged,
      [
        '2027-01-04T10:00:00Z',
        { type: 'LeaveComplaint', by: handler, party: 'lead', lead: 'party-2', reachableByEmail: true },
      ],
    ],
    { madeBy: 'joint', others: [{ party: 'party-2', reachableByEmail: true, copies: 'none' }] },
  ),
  urgent: noticesOf([
    ['2026-12-24T10:00:00Z', { type: 'Assign', by: manager, handler }],
    [
      '2026-12-24T11:00:00Z',
      {
        type: 'Triage',
        by: handler,
        hazards: ['gas', 'damp-and-mould'],
        vulnerabilities: ['safeguarding', 'child-under-5', 'disability'],
      },
    ],
  ]),
  withoutHandler: noticesOf([
    ['2026-12-24T10:00:00Z', { type: 'Assign', by: manager, handler }],
    acknowledged,
    ['2027-01-04T10:00:00Z', { type: 'DeclareConflict', by: handler, person: handler, reason: text('lift') }],
  ]),
};
