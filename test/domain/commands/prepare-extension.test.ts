import { describe, expect, it } from 'vitest';
import type { PrepareExtension } from '../../../shared/domain/commands/extend.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintDrafted,
  handler,
  inShort,
  live,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date, variantOf } from '../../support/rules.ts';

/** The answer is due on Thursday 14 January 2027. */
const complaint = complaintDrafted();
const command: PrepareExtension = {
  type: 'PrepareExtension',
  by: handler,
  newDueOn: date('2027-01-28'),
  reason: textRef(5),
};
const prepared = carryOut(complaint, command, '2027-01-11T10:00:00Z').complaint;
const pass = (state: Complaint, now: string) => carryOut(state, { type: 'TimePassed' }, now);
const stateOf = ({ extensions }: Complaint) => extensions.map(({ state }) => state);

describe('an extension that was prepared', () => {
  it('sends nothing and moves no date', () => {
    const { notices, complaint: after, events } = carryOut(complaint, command, '2027-01-11T10:00:00Z');
    expect([events.map(({ type }) => type), notices]).toEqual([['ExtensionPrepared'], []]);
    expect(stateOf(after)).toEqual(['prepared']);
    expect(owedBy(after, 'stage-1-response').dueOn).toBe('2027-01-14');
  });

  it('is sent by time itself on the last working morning, in the name of whoever prepared it', () => {
    const before = pass(prepared, '2027-01-14T08:59:00Z');
    expect(inShort(before)).not.toContain('ExtensionRequested');
    expect(before.wakes).toBe('2027-01-14T09:00:00.000Z');
    const { complaint: after, events, notices } = pass(before.complaint, '2027-01-14T09:00:00Z');
    expect(events[0]).toEqual({
      type: 'ExtensionRequested',
      by: 'handler',
      extension: 'extension-1',
      extends: '2027-01-14',
      newDueOn: '2027-01-28',
      reason: textRef(5),
      happenedAt: '2027-01-14T09:00:00.000Z',
      notice: 'extension-1',
    });
    expect(notices[0]).toMatchObject({ id: 'extension-1', kind: 'extension' });
    expect(stateOf(after)).toEqual(['requested']);
    const taken: Command = {
      type: 'RecordDelivery',
      notice: 'extension-1',
      kind: 'extension',
      outcome: 'accepted',
      at: at('2027-01-14T09:01:00Z'),
    };
    const kept = carryOut(after, taken, '2027-01-14T09:01:00Z').complaint;
    expect(owedBy(kept, 'stage-1-response')).toMatchObject({ dueOn: '2027-01-28' });
    expect(live(kept, '2027-01-29T11:59:00.000Z').flatMap(({ told }) => told)).not.toContain(
      'stage-1-response apologised',
    );
  });

  it('is sent later that day where the clock stood still in the morning, and never on another', () => {
    expect(inShort(pass(prepared, '2027-01-14T23:30:00Z'))).toContain('ExtensionRequested');
    const missed = pass(prepared, '2027-01-15T12:00:00Z');
    expect(inShort(missed)).not.toContain('ExtensionRequested');
    expect(inShort(missed)).toContain('stage-1-response apologised');
    expect(missed.wakes).toBe('2027-01-21T09:00:00.000Z');
  });

  it('is sent on the last working day before a due date that is not worked', () => {
    // Corrected rules or imports may leave such a date; Good Friday is 26 March 2027.
    const friday = date('2027-03-26');
    const onGoodFriday: Complaint = {
      ...prepared,
      extensions: prepared.extensions.map((each) => ({
        ...each,
        extends: friday,
        newDueOn: date('2027-04-09'),
      })),
      obligations: prepared.obligations.map((each) =>
        each.kind === 'stage-1-response' ? { ...each, dueOn: friday } : each,
      ),
    };
    expect(inShort(pass(onGoodFriday, '2027-03-25T08:59:00Z'))).not.toContain('ExtensionRequested');
    expect(inShort(pass(onGoodFriday, '2027-03-25T09:00:00Z'))).toContain('ExtensionRequested');
  });

  it('is sent the morning on which the date it extends binds because one before it came too late', () => {
    const delivery = (outcome: 'accepted' | 'bounced', happenedAt: string): Command => ({
      type: 'RecordDelivery',
      notice: 'extension-1',
      kind: 'extension',
      outcome,
      at: at(happenedAt),
    });
    const steps: [string, Command][] = [
      ['2027-01-13T10:00:00Z', { ...command, type: 'Extend', newDueOn: date('2027-01-15') }],
      ['2027-01-13T10:01:00Z', delivery('accepted', '2027-01-13T10:01:00Z')],
      ['2027-01-13T10:05:00Z', command],
      ['2027-01-14T20:00:00Z', delivery('bounced', '2027-01-14T20:00:00Z')],
    ];
    const bounced = steps.reduce((each, [now, one]) => carryOut(each, one, now).complaint, complaint);
    expect(stateOf(bounced)).toEqual(['not-reached', 'prepared']);
    // The clock stood still at midnight, when the first came too late.
    const morning = pass(bounced, '2027-01-15T09:00:00Z');
    expect(inShort(morning).slice(0, 2)).toEqual(['ExtensionCameTooLate', 'ExtensionRequested']);
    expect(stateOf(morning.complaint)).toEqual(['too-late', 'requested']);
    expect(pass(morning.complaint, '2027-01-15T09:00:00Z').events).toEqual([]);
  });

  it('is not sent once the answer was', () => {
    const answered = carryOut(prepared, { type: 'Respond', by: handler }, '2027-01-13T10:00:00Z');
    expect(stateOf(answered.complaint)).toEqual(['overtaken']);
    expect(answered.wakes).toBeUndefined();
    expect(pass(answered.complaint, '2027-01-14T09:00:00Z').events).toEqual([]);
  });

  it('is not sent to someone who has no email address any more', () => {
    const correcting: Command = {
      type: 'CorrectParty',
      by: handler,
      was: textRef(8),
      personalTextHash: 'hash',
      reachableByEmail: false,
      reason: textRef(9),
    };
    const corrected = carryOut(prepared, correcting, '2027-01-12T10:00:00Z').complaint;
    expect(inShort(pass(corrected, '2027-01-14T09:00:00Z'))).not.toContain('ExtensionRequested');
  });

  it('gives way to another that is prepared after it, or given', () => {
    const again = carryOut(prepared, { ...command, newDueOn: date('2027-01-20') }, '2027-01-12T10:00:00Z');
    expect(stateOf(again.complaint)).toEqual(['overtaken', 'prepared']);
    const giving: Command = { ...command, type: 'Extend' };
    const given = carryOut(prepared, giving, '2027-01-12T10:00:00Z').complaint;
    expect(stateOf(given)).toEqual(['overtaken', 'requested']);
    expect(inShort(pass(given, '2027-01-14T09:00:00Z'))).not.toContain('ExtensionRequested');
  });

  it('waits for a second person beyond the cap where the policy wants one, however late it gets', () => {
    const policy = variantOf('day-zero', { beyond: 'second-person' });
    const wish = { ...command, newDueOn: date('2027-01-29'), goodReason: textRef(6), updateEvery: 5 };
    const alone = carryOut(complaint, wish, '2027-01-11T10:00:00Z', { policy }).complaint;
    const morning = carryOut(alone, { type: 'TimePassed' }, '2027-01-14T09:00:00Z', { policy });
    expect(inShort(morning)).not.toContain('ExtensionRequested');
    const agreed = carryOut(alone, { ...wish, type: 'Extend', by: colleague }, '2027-01-14T10:00:00Z', {
      policy,
    });
    expect(inShort(agreed)).toEqual(['ExtensionRequested', 'extension-2']);
  });
});

describe('preparing an extension is refused', () => {
  const refusal = (change: Partial<PrepareExtension>, now = '2027-01-11T10:00:00Z', state = complaint) =>
    refusalOf(state, { ...command, ...change }, now);

  it('for the reasons for which giving it is', () => {
    expect(refusal({}, '2027-01-15T00:00:00Z')).toEqual({
      type: 'ExtensionAfterDueDate',
      dueOn: '2027-01-14',
    });
    expect(refusal({ newDueOn: date('2027-01-13') })).toEqual({
      type: 'ExtensionNotLater',
      dueOn: '2027-01-14',
    });
    expect(refusal({ newDueOn: date('2027-01-24') })).toEqual({
      type: 'NotAWorkingDay',
      date: '2027-01-24',
      before: '2027-01-22',
    });
    expect(refusal({ newDueOn: date('2027-01-29') })).toEqual({ type: 'BeyondCap', latest: '2027-01-28' });
  });

  it('where it could not be mailed', () => {
    expect(refusal({}, undefined, complaintAcknowledged({ reachableByEmail: false }))).toEqual({
      type: 'NotReachable',
    });
  });
});
