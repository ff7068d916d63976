import { describe, expect, it } from 'vitest';
import type { NoteContact, RecordCorrespondence } from '../../../shared/domain/commands/record-contact.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  complaintAcknowledged,
  handler,
  kept,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

/** An extension took effect on 13 January 2027 and bounced on the 15th. */
const begun: [Command, string][] = [
  [{ type: 'Extend', by: handler, newDueOn: date('2027-01-28'), reason: textRef(5) }, '2027-01-13T10:00:00Z'],
  [delivery('accepted', '2027-01-13T10:01:00Z'), '2027-01-13T10:01:00Z'],
  [delivery('bounced', '2027-01-15T08:00:00Z'), '2027-01-15T08:00:00Z'],
];
const bounced = begun.reduce(
  (each, [command, now]) => carryOut(each, command, now).complaint,
  complaintAcknowledged(),
);
const now = '2027-01-18T10:00:00Z';
const contact: NoteContact = {
  type: 'NoteContact',
  by: handler,
  how: 'phone',
  reached: true,
  note: textRef(7),
};

function delivery(outcome: 'accepted' | 'bounced', happenedAt: string): Command {
  return { type: 'RecordDelivery', notice: 'extension-1', kind: 'extension', outcome, at: at(happenedAt) };
}

describe('a contact', () => {
  it('that reaches the resident meets what is owed after a failed notice', () => {
    expect(bounced.residentUnreached).toBe(true);
    const { complaint } = carryOut(bounced, { ...contact, happenedAt: at('2027-01-15T16:00:00Z') }, now);
    expect(owedBy(complaint, 'contact-extension-1').met).toEqual({ on: '2027-01-15', ...kept });
    expect(complaint.residentUnreached).toBe(false);
  });

  it('that does not is kept, and changes nothing', () => {
    const { complaint, events } = carryOut(bounced, { ...contact, reached: false }, now);
    expect(events).toEqual([
      {
        type: 'ContactNoted',
        by: 'handler',
        happenedAt: '2027-01-18T10:00:00.000Z',
        on: '2027-01-18',
        how: 'phone',
        reached: false,
        note: textRef(7),
      },
    ]);
    expect(complaint).toEqual({ ...bounced, eventCount: 9, revision: 8 });
  });

  it('is made for one that is still owed, where it names one', () => {
    const named = { ...contact, obligation: 'contact-extension-1' };
    const { complaint, events } = carryOut(bounced, named, now);
    expect(events).toMatchObject([{ type: 'ContactNoted', obligation: 'contact-extension-1' }]);
    const unknown = { type: 'UnknownContact' };
    expect(refusalOf(complaint, named, now)).toEqual(unknown);
    expect(refusalOf(bounced, { ...contact, obligation: 'stage-1-response' }, now)).toEqual(unknown);
  });

  it('is not from before the complaint, nor from the future', () => {
    expect(refusalOf(bounced, { ...contact, happenedAt: at('2026-12-23T14:00:00Z') }, now)).toEqual({
      type: 'HappenedTooEarly',
      notBefore: '2026-12-23T15:00:00.000Z',
      what: 'receipt',
    });
    expect(refusalOf(bounced, { ...contact, happenedAt: at('2027-01-19T10:00:00Z') }, now)).toEqual({
      type: 'HappenedInFuture',
      now: '2027-01-18T10:00:00.000Z',
    });
  });
});

describe('correspondence (Code 5.12)', () => {
  const letter: RecordCorrespondence = {
    type: 'RecordCorrespondence',
    by: handler,
    direction: 'in',
    how: 'letter',
    text: textRef(8),
  };

  it('is kept, also where it came before the complaint', () => {
    const { events, notices } = carryOut(bounced, { ...letter, happenedAt: at('2026-11-02T09:00:00Z') }, now);
    expect(events).toEqual([
      {
        type: 'CorrespondenceRecorded',
        by: 'handler',
        happenedAt: '2026-11-02T09:00:00.000Z',
        direction: 'in',
        how: 'letter',
        text: textRef(8),
      },
    ]);
    expect(notices).toEqual([]);
  });

  it('is not from the future', () => {
    expect(refusalOf(bounced, { ...letter, happenedAt: at('2027-01-19T10:00:00Z') }, now).type).toBe(
      'HappenedInFuture',
    );
  });
});
