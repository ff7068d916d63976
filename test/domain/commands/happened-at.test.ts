import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { StaffCommand } from '../../../shared/domain/decide.ts';
import { moves } from '../../../shared/domain/moves.ts';
import { statuses } from '../../../shared/domain/statuses.ts';
import { carryOut, handler, refusalOf, textRef } from '../../support/complaints.ts';
import { at } from '../../support/rules.ts';
import { contextOf, examples } from '../examples.ts';
import { afterwards, stateOf } from '../states.ts';

const ofResidents = ['AnswerQuestion', 'SendMessage'];
const types = Object.keys(examples).filter((type) => !ofResidents.includes(type)) as StaffCommand['type'][];
/** What may be told of the time before the complaint: letters, and what corrects the very day of receipt. */
const preceding = ['RecordCorrespondence', 'CorrectDate'];
const byLetter = { how: 'letter', evidence: textRef(8) } as const;
const givings = [
  ...['Acknowledge', 'Respond', 'Extend', 'GiveUpdate', 'RefuseEscalation', 'Exclude', 'ExcludePoints'],
  ...['OfferCompensation', 'RestrictContact', 'AskResident'],
];
/** What answers something that came later than the rest: a late answer, a request for stage 2, an Ombudsman. */
const later: { [Type in StaffCommand['type']]?: string } = {
  Escalate: '2027-01-20T10:00:00.000Z',
  RefuseEscalation: '2027-01-15T10:00:00.000Z',
  AcceptPoints: '2027-01-21T10:00:00.000Z',
  AnswerOmbudsman: '2027-01-21T09:00:00.000Z',
  MeetOrder: '2027-01-21T09:00:00.000Z',
};

/** The first complaint that the table permits a command for. */
function firstWhere(type: StaffCommand['type']): Complaint {
  for (const stage of [1, 2] as const)
    for (const status of statuses) {
      const state = stateOf(stage, status);
      if (state && 'to' in moves[stage][type][status]) return state;
    }
  throw new Error(`${type} is never permitted`);
}

/** One of each command where it is permitted, told to have happened then. */
function told(type: StaffCommand['type'], happenedAt: string) {
  const example = examples[type];
  const state = firstWhere(type);
  const proof = givings.includes(type) && { alreadyGiven: byLetter };
  return {
    complaint: example.given?.(state) ?? state,
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
    expect(types).toHaveLength(59);
  });

  it.each(types)('%s: is kept in each of its events', (type) => {
    const then = later[type] ?? '2027-01-11T10:00:00.000Z';
    const kept = keptBy(type, then);
    expect(kept.length).toBeGreaterThan(0);
    expect(new Set(kept)).toEqual(new Set([then]));
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
