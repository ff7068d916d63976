import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../shared/domain/decide.ts';
import { moves } from '../../../shared/domain/moves.ts';
import { type Status, statuses } from '../../../shared/domain/statuses.ts';
import { carryOut, handler, refusalOf, textRef } from '../../support/complaints.ts';
import { at } from '../../support/rules.ts';
import { afterwards, contextOf, examples, states } from '../examples.ts';

const ofResidents = ['AnswerQuestion', 'SendMessage'];
const types = Object.keys(examples).filter((type) => !ofResidents.includes(type)) as StaffCommand['type'][];
/** What may be told of the time before the complaint: letters, and what corrects the very day of receipt. */
const preceding = ['RecordCorrespondence', 'CorrectDate'];
const byLetter = { how: 'letter', evidence: textRef(8) } as const;
const givings = ['Acknowledge', 'Respond', 'Extend', 'GiveUpdate'];

/** One of each command where it is permitted, told to have happened then. */
function told(type: StaffCommand['type'], happenedAt: string) {
  const example = examples[type];
  const status = statuses.find((each: Status) => 'to' in moves[type][each]) as Status;
  const proof = givings.includes(type) && { alreadyGiven: byLetter };
  return {
    complaint: example.given?.(states[status]) ?? states[status],
    command: { by: handler, ...example.command, ...proof, happenedAt: at(happenedAt) } as StaffCommand,
    now: example.now ?? afterwards,
    context: contextOf(example),
  };
}

const refused = (type: StaffCommand['type'], happenedAt: string) => {
  const { complaint, command, now, context } = told(type, happenedAt);
  return refusalOf(complaint, command, now, context);
};
const keptBy = (type: StaffCommand['type'], happenedAt: string) => {
  const { complaint, command, now, context } = told(type, happenedAt);
  const { events } = carryOut(complaint, command, now, context);
  return events.flatMap((event) => ('by' in event ? [(event as { happenedAt?: string }).happenedAt] : []));
};

describe('when an act of staff happened', () => {
  it('is asked of every command', () => {
    expect(types).toHaveLength(25);
  });

  it.each(types)('%s: is kept in each of its events', (type) => {
    const kept = keptBy(type, '2027-01-11T10:00:00Z');
    expect(kept.length).toBeGreaterThan(0);
    expect(new Set(kept)).toEqual(new Set(['2027-01-11T10:00:00.000Z']));
  });

  it.each(types)('%s: is not in the future', (type) => {
    expect(refused(type, '2027-01-21T11:00:00.001Z').type).toBe('HappenedInFuture');
  });

  it.each(types.filter((type) => !preceding.includes(type)))('%s: is not before the receipt', (type) => {
    expect(refused(type, '2026-12-23T14:59:59.999Z')).toEqual({
      type: 'HappenedTooEarly',
      notBefore: '2026-12-23T15:00:00.000Z',
      what: 'receipt',
    });
  });

  it.each(['RecordCorrespondence', 'CorrectDate'] as const)('%s: may be before the receipt', (type) => {
    expect(keptBy(type, '2026-11-02T09:00:00Z')).toEqual(['2026-11-02T09:00:00.000Z']);
  });
});
