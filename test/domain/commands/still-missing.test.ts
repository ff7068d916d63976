import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  complaintReceived,
  fold,
  handler,
  referenceNumber,
  textRef,
} from '../../support/complaints.ts';
import { excluding } from '../../support/exclusions.ts';
import { date } from '../../support/rules.ts';

const by = handler;
const reopening: Command = { type: 'Reopen', by, reason: textRef(1) };
const monday = '2027-03-01T10:00:00Z';
const nameless = (missing: readonly 'way-to-reach'[]) =>
  complaintReceived({ receivedAt: '2026-12-23T15:00:00Z', reachableByEmail: false, said: { missing } });
const received = nameless(['way-to-reach']);

/** What is to be found out, in the order in which it was owed. */
const tasks = ({ obligations }: typeof received) =>
  obligations
    .filter(({ kind }) => kind === 'resident-information')
    .map(({ id, dueOn, ended }) => [id, dueOn, ended]);

describe('what is not known yet of who complains (Code 3.2)', () => {
  it.each<[string, typeof received, string]>([
    [
      'was withdrawn',
      carryOut(received, { type: 'Withdraw' }, '2027-01-05T10:00:00Z').complaint,
      'withdrawn',
    ],
    [
      'was closed',
      carryOut(received, { type: 'Close', by, reason: textRef(2) }, '2027-01-05T10:00:00Z').complaint,
      'closed',
    ],
    [
      'was part of another one',
      fold(
        [{ type: 'MergedInto', by, on: date('2027-01-05'), into: referenceNumber(2), reason: textRef(2) }],
        received,
      ),
      'merged',
    ],
  ])('is owed anew once a complaint goes on that %s', (_, stopped, ended) => {
    const { complaint } = carryOut(stopped, reopening, monday);
    expect(tasks(complaint)).toEqual([
      ['resident-information', '2027-01-04', ended],
      ['resident-information-2', '2027-03-08', undefined],
    ]);
  });

  it('is owed anew once it is taken on after all', () => {
    const given = { ...excluding, alreadyGiven: { how: 'letter', evidence: textRef(3) } } as const;
    const excluded = carryOut(received, given, '2027-01-05T10:00:00Z').complaint;
    const accepting: Command = { type: 'AcceptAfterAll', by, reason: textRef(4) };
    expect(tasks(carryOut(excluded, accepting, monday).complaint)).toEqual([
      ['resident-information', '2027-01-04', 'excluded'],
      ['resident-information-2', '2027-03-08', undefined],
    ]);
  });

  it('is not owed where nothing is missing', () => {
    const withdrawn = carryOut(nameless([]), { type: 'Withdraw' }, '2027-01-05T10:00:00Z').complaint;
    expect(tasks(carryOut(withdrawn, reopening, monday).complaint)).toEqual([]);
  });
});
