import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintDrafted,
  handler,
  inShort,
  live,
  manager,
  type Outcome,
  textRef,
} from '../../support/complaints.ts';
import { at, date, variantOf } from '../../support/rules.ts';

/** The answer is due on Thursday 14 January 2027; what puts it off to the 28th is prepared on the 11th. */
const wish = { by: handler, newDueOn: date('2027-01-28'), reason: textRef(5) } as const;
const preparing: Command = { type: 'PrepareExtension', ...wish };
const complaint = carryOut(
  complaintDrafted(),
  { type: 'Assign', by: manager, handler },
  '2027-01-05T11:00:00Z',
).complaint;
const prepared = carryOut(complaint, preparing, '2027-01-11T10:00:00Z').complaint;
const timePassed: Command = { type: 'TimePassed' };
const pass = (state: Complaint, now: string) => carryOut(state, timePassed, now);
const stateOf = ({ extensions }: Complaint) => extensions.map(({ state }) => state);
const sent = (state: Complaint) =>
  live(state, '2027-03-01T00:00:00.000Z').filter(({ told }) => told.includes('ExtensionRequested'));
const problems = ({ notices }: Outcome) => notices.filter(({ kind }) => kind === 'extension-problem');

describe('an extension that was prepared for a date that was corrected since', () => {
  const correcting: Command = {
    type: 'CorrectDate',
    by: handler,
    what: 'acknowledged',
    is: at('2026-12-31T11:00:00Z'),
    reason: textRef(6),
  };
  const corrected = carryOut(prepared, correcting, '2027-01-11T11:00:00Z');
  const lapsed = pass(corrected.complaint, '2027-01-11T11:00:00Z');

  it('lapses at once', () => {
    expect(corrected.wakes).toBe('2027-01-11T11:00:00.000Z');
    expect(lapsed.events).toEqual([{ type: 'ExtensionLapsed', extension: 'extension-1' }]);
    expect(stateOf(lapsed.complaint)).toEqual(['overtaken']);
    expect(lapsed.wakes).toBe('2027-01-12T09:00:00.000Z');
  });

  it('is told to three ranks on the staff, the handler by name', () => {
    expect(problems(lapsed).map(({ id, recipient }) => [id, recipient])).toEqual([
      ['extension-problem_8_handler', { type: 'staff', rank: 'handler', person: 'handler' }],
      ['extension-problem_8_team-leader', { type: 'staff', rank: 'team-leader' }],
      ['extension-problem_8_manager', { type: 'staff', rank: 'manager' }],
    ]);
    expect(problems(lapsed)[0]?.values).toEqual({
      dueOn: 'Thursday 14 January 2027',
      newDueOn: 'Thursday 28 January 2027',
      explanation:
        'Friday 15 January 2027 is 10 working days after Thursday 31 December 2026, the day we acknowledged the complaint, not counting weekends and New Year’s Day (1 January); as the policy in force from Monday 1 April 2024 says under 6.3 of the Code, by calendar version 1.',
      problem: 'The extension that was prepared was not sent and will not be.',
      toDo: 'See below by when the answer is due now. If it needs more time, give an extension in writing before that day is over.',
    });
  });

  it('is not sent later, also where the date is corrected back', () => {
    expect(sent(lapsed.complaint)).toEqual([]);
    const back: Command = { ...correcting, is: at('2026-12-30T10:00:00Z') };
    const again = carryOut(lapsed.complaint, back, '2027-01-11T12:00:00Z').complaint;
    expect(stateOf(pass(again, '2027-01-14T09:00:00Z').complaint)).toEqual(['overtaken']);
    expect(sent(again)).toEqual([]);
  });

  it('may be prepared anew', () => {
    const anew = carryOut(
      lapsed.complaint,
      { ...preparing, newDueOn: date('2027-01-27') },
      '2027-01-11T12:00:00Z',
    );
    expect(sent(anew.complaint).map((each) => each.at)).toEqual(['2027-01-15T09:00:00.000Z']);
  });
});

describe('an extension whose day passed while no clock ran', () => {
  it('is sent in the last minute of that day, and lapses with it', () => {
    expect(stateOf(pass(prepared, '2027-01-14T23:59:59.999Z').complaint)).toEqual(['requested']);
    const lapsed = pass(prepared, '2027-01-15T00:00:00Z');
    expect(inShort(lapsed).slice(0, 2)).toEqual([
      'ExtensionLapsed',
      'stage-1-response 0 to handler and team-leader for -3 and -1 too',
    ]);
    expect(problems(lapsed)).toHaveLength(3);
    expect(stateOf(lapsed.complaint)).toEqual(['overtaken']);
    expect(lapsed.wakes).toBe('2027-01-15T09:00:00.000Z');
    expect(sent(lapsed.complaint)).toEqual([]);
  });
});

describe('an extension for someone who can no longer be emailed', () => {
  const party = (reachableByEmail: boolean): Command => ({
    type: 'CorrectParty',
    by: handler,
    was: textRef(8),
    personalTextHash: 'hash',
    reachableByEmail,
    reason: textRef(9),
  });
  const unreachable = pass(
    carryOut(prepared, party(false), '2027-01-13T10:00:00Z').complaint,
    '2027-01-13T10:00:00Z',
  );

  it('lapses on the last morning, while there is a day left to post it', () => {
    expect(stateOf(unreachable.complaint)).toEqual(['prepared']);
    expect(unreachable.wakes).toBe('2027-01-14T09:00:00.000Z');
    expect(pass(unreachable.complaint, '2027-01-14T08:59:59.999Z').events).toEqual([]);
    const lapsed = pass(unreachable.complaint, '2027-01-14T09:00:00Z');
    expect(inShort(lapsed).slice(0, 1)).toEqual(['ExtensionLapsed']);
    expect(problems(lapsed)).toHaveLength(3);
    expect(lapsed.wakes).toBe('2027-01-15T09:00:00.000Z');
    const reachable = carryOut(lapsed.complaint, party(true), '2027-01-14T10:00:00Z').complaint;
    expect(stateOf(pass(reachable, '2027-01-14T10:00:00Z').complaint)).toEqual(['overtaken']);
  });

  it('is sent where they can be emailed again by then', () => {
    const reachable = carryOut(unreachable.complaint, party(true), '2027-01-13T11:00:00Z').complaint;
    expect(stateOf(pass(reachable, '2027-01-14T09:00:00Z').complaint)).toEqual(['requested']);
  });
});

describe('an extension beyond the cap that waits for a second person', () => {
  const policy = variantOf('day-zero', { beyond: 'second-person' });
  const beyond = { ...wish, newDueOn: date('2027-01-29'), goodReason: textRef(6), updateEvery: 5 };
  const alone = carryOut(complaint, { ...preparing, ...beyond }, '2027-01-11T10:00:00Z', {
    policy,
  }).complaint;
  const morning = carryOut(alone, timePassed, '2027-01-14T09:00:00Z', { policy });

  it('waits until the end of the day and lapses with it', () => {
    expect(stateOf(morning.complaint)).toEqual(['prepared']);
    expect(morning.wakes).toBe('2027-01-15T00:00:00.000Z');
    const evening = carryOut(morning.complaint, timePassed, '2027-01-14T23:59:59.999Z', { policy });
    expect(inShort(evening)).toEqual([]);
    const midnight = carryOut(morning.complaint, timePassed, '2027-01-15T00:00:00Z', { policy });
    expect(inShort(midnight)).toEqual([
      'ExtensionLapsed',
      'extension-problem_8_handler',
      'extension-problem_8_team-leader',
      'extension-problem_8_manager',
    ]);
    expect(stateOf(midnight.complaint)).toEqual(['overtaken']);
    expect(midnight.wakes).toBe('2027-01-15T09:00:00.000Z');
  });

  it('is given by the second person until then', () => {
    const giving: Command = { type: 'Extend', ...beyond, by: colleague };
    const given = carryOut(morning.complaint, giving, '2027-01-14T23:59:00Z', { policy });
    expect(stateOf(given.complaint)).toEqual(['overtaken', 'requested']);
    expect(carryOut(given.complaint, timePassed, '2027-01-15T00:00:00Z', { policy }).events).toEqual([]);
  });
});

describe('an extension that was prepared for the date that another promises', () => {
  const delivery = (outcome: 'accepted' | 'bounced', happenedAt: string): Command => ({
    type: 'RecordDelivery',
    notice: 'extension-1',
    kind: 'extension',
    outcome,
    at: at(happenedAt),
  });
  const begun: [string, Command][] = [
    ['2027-01-13T10:00:00Z', { type: 'Extend', ...wish, newDueOn: date('2027-01-18') }],
    ['2027-01-13T10:01:00Z', delivery('accepted', '2027-01-13T10:01:00Z')],
    ['2027-01-13T10:05:00Z', preparing],
    ['2027-01-14T10:00:00Z', delivery('bounced', '2027-01-14T10:00:00Z')],
    ['2027-01-14T10:01:00Z', timePassed],
  ];
  const bounced = begun.reduce((each, [now, one]) => carryOut(each, one, now).complaint, complaint);

  it('waits while that one may yet be given again, and is sent where it came too late and binds', () => {
    expect(stateOf(bounced)).toEqual(['not-reached', 'prepared']);
    const midnight = pass(bounced, '2027-01-15T00:00:00Z');
    expect(stateOf(midnight.complaint)).toEqual(['too-late', 'prepared']);
    expect(sent(midnight.complaint).map((each) => each.at)).toEqual(['2027-01-18T09:00:00.000Z']);
  });

  it('gives way to that one where it is given again in time', () => {
    const again: Command = {
      type: 'Extend',
      ...wish,
      newDueOn: date('2027-01-18'),
      alreadyGiven: { how: 'letter', evidence: textRef(7) },
    };
    const given = carryOut(bounced, again, '2027-01-14T17:00:00Z').complaint;
    expect(stateOf(given)).toEqual(['overtaken', 'overtaken', 'effective']);
  });
});
