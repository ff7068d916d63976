import { describe, expect, it } from 'vitest';
import { followedBody } from '../../shared/contracts/access-view.ts';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import { describeForResident } from '../../shared/use-cases/resident-view.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintReceived,
  handler,
  textRef,
} from '../support/complaints.ts';
import { excludingPoint } from '../support/exclusions.ts';
import { contextAt } from '../support/rules.ts';

const by = handler;
const now = '2027-01-05T10:00:00Z';
const adding: Command = { type: 'AddPoints', by, points: [{ definition: textRef(31), responsible: true }] };
const following = (complaint: Complaint, ...commands: Command[]) =>
  commands.reduce((each, command) => carryOut(each, command, now).complaint, complaint);
const texts = new Map([
  ['text-1', 'The flood of 2025.'],
  ['text-3', 'We answered this in 2025.'],
  ['text-31', 'The door.'],
]);
const view = (complaint: Complaint) => describeForResident(complaint, texts, [], contextAt(now));
const refused = { on: '2027-01-05', reasons: 'We answered this in 2025.' };

describe('a point that is not taken on', () => {
  const excluded = following(complaintAcknowledged(), adding, excludingPoint);

  it('is shown with the day and the reasons, beside those that go on', () => {
    const { points } = view(excluded);
    expect(points).toMatchObject([
      { id: 'point-1', definition: 'The flood of 2025.', excluded: refused },
      { id: 'point-2', definition: 'The door.' },
    ]);
    expect(points[1]).not.toHaveProperty('excluded');
    expect(followedBody.parse(view(excluded)).points).toEqual(points);
  });

  it('is shown before the complaint is acknowledged too, since its letter told of it', () => {
    const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
    const { points } = view(following(received, adding, adding, excludingPoint));
    expect(points.map(({ id, excluded: why }) => [id, why?.on])).toEqual([['point-1', '2027-01-05']]);
  });

  it('shows nothing of what was drafted for it once the rest is answered', () => {
    const outcome = { finding: 'upheld', reasons: textRef(3), remedy: 'none' } as const;
    const drafting = (point: string): Command => ({ type: 'Draft', by, outcomes: [{ point, ...outcome }] });
    const answered = following(
      complaintAcknowledged(),
      adding,
      drafting('point-1'),
      drafting('point-2'),
      excludingPoint,
      { type: 'Respond', by },
    );
    expect(view(answered).points.map(({ finding }) => finding)).toEqual([undefined, 'upheld']);
  });
});
