import { describe, expect, it } from 'vitest';
import type { Extend } from '../../../shared/domain/commands/extend.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintDrafted,
  handler,
  inShort,
  live,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

const delivery = (outcome: 'accepted' | 'bounced', happenedAt: string): Command => ({
  type: 'RecordDelivery',
  notice: 'extension-1',
  kind: 'extension',
  outcome,
  at: at(happenedAt),
});
const extending: Command = { type: 'Extend', by: handler, newDueOn: date('2027-01-28'), reason: textRef(5) };

/** Due on Thursday 14 January 2027; the extension bounced that afternoon, and midnight came before anybody wrote. */
const begun: [string, Command][] = [
  ['2027-01-13T10:00:00Z', extending],
  ['2027-01-13T10:01:00Z', delivery('accepted', '2027-01-13T10:01:00Z')],
  ['2027-01-14T15:00:00Z', delivery('bounced', '2027-01-14T15:00:00Z')],
  ['2027-01-14T15:01:00Z', { type: 'TimePassed' }],
  ['2027-01-15T00:00:00Z', { type: 'TimePassed' }],
];
const late = begun.reduce(
  (each, [then, command]) => carryOut(each, command, then).complaint,
  complaintDrafted(),
);

const byLetter = { how: 'letter', evidence: textRef(8) } as const;
const proving: Extend = {
  type: 'Extend',
  by: colleague,
  newDueOn: date('2027-01-28'),
  reason: textRef(5),
  happenedAt: at('2027-01-14T23:59:00Z'),
  alreadyGiven: byLetter,
};
const morning = '2027-01-15T09:30:00Z';

describe('an extension that came too late, and was given again by hand in time after all', () => {
  const proven = carryOut(late, proving, morning);

  it('was taken for too late', () => {
    expect(late.extensions.map(({ state }) => state)).toEqual(['too-late']);
    expect(owedBy(late, 'stage-1-response')).toMatchObject({ dueOn: '2027-01-28', missed: ['2027-01-14'] });
  });

  it('is effective again, and the date that it extends was not missed', () => {
    expect(proven.complaint.extensions.map(({ state }) => state)).toEqual(['effective']);
    expect(owedBy(proven.complaint, 'stage-1-response')).toMatchObject({ dueOn: '2027-01-28', missed: [] });
    expect(proven.notices).toEqual([]);
  });

  it('is flagged, with the reason, who recorded it, when it was given and the proof', () => {
    expect(proven.events).toEqual([
      {
        type: 'ExtensionTookEffect',
        by: 'colleague',
        happenedAt: '2027-01-14T23:59:00.000Z',
        extension: 'extension-1',
        deadline: {
          dueOn: '2027-01-28',
          derivation: expect.objectContaining({ countedFrom: 'original-due-date', startOn: '2027-01-14' }),
        },
        backdated: true,
        reason: { id: 'text-5', hash: 'hash-of-text-5' },
        alreadyGiven: byLetter,
      },
    ]);
  });

  it('calls for no apology for that date, and for one if the new date is missed', () => {
    expect(inShort(carryOut(proven.complaint, { type: 'TimePassed' }, '2027-01-15T12:00:00Z'))).toEqual([]);
    expect(proven.wakes).toBe('2027-01-25T09:00:00.000Z');
    const apologies = live(proven.complaint, '2027-01-31T00:00:00.000Z').filter(({ told }) =>
      told.includes('stage-1-response apologised'),
    );
    expect(apologies.map((each) => each.at)).toEqual(['2027-01-29T12:00:00.000Z']);
  });

  it.each<[string, Partial<Extend>, unknown]>([
    [
      'on the day after the date that it extends',
      { happenedAt: at('2027-01-15T00:00:00Z') },
      { type: 'ExtensionNotLater', dueOn: '2027-01-28' },
    ],
    [
      'to a sooner date than the one that binds',
      { newDueOn: date('2027-01-27') },
      { type: 'ExtensionNotLater', dueOn: '2027-01-28' },
    ],
    [
      'to a later date than the one that binds',
      { newDueOn: date('2027-01-29') },
      { type: 'BeyondCap', latest: '2027-01-28' },
    ],
    [
      'by us, now',
      { happenedAt: undefined, alreadyGiven: undefined },
      { type: 'ExtensionNotLater', dueOn: '2027-01-28' },
    ],
    ['without a proof', { alreadyGiven: undefined }, { type: 'ProofNeeded' }],
    [
      'on the phone',
      { alreadyGiven: { how: 'phone', evidence: textRef(8) } },
      { type: 'NotInWriting', how: 'phone' },
    ],
  ])('is refused where it was given %s', (_, change, refusal) => {
    expect(refusalOf(late, { ...proving, ...change }, morning)).toEqual(refusal);
  });
});
