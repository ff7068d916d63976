import { describe, expect, it } from 'vitest';
import type { RecordDelivery } from '../../../shared/domain/commands/record-delivery.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import { carryOut, complaintDrafted, handler, live, owedBy, textRef } from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

/** The answer is due on Thursday 14 January 2027; it is put off to Wednesday the 20th, and again to the 28th. */
const extending = (newDueOn: string): Command => ({
  type: 'Extend',
  by: handler,
  newDueOn: date(newDueOn),
  reason: textRef(5),
});
const delivery = (
  notice: string,
  outcome: RecordDelivery['outcome'],
  happenedAt: string,
  acceptedAt?: string,
): RecordDelivery => ({
  type: 'RecordDelivery',
  notice,
  kind: 'extension',
  outcome,
  at: at(happenedAt),
  ...(acceptedAt && { acceptedAt: at(acceptedAt) }),
});
const learn = (complaint: Complaint, told: RecordDelivery) => carryOut(complaint, told, told.at);
const stateOf = ({ extensions }: Complaint) => extensions.map(({ state }) => state);
const apologiesFor = (complaint: Complaint) =>
  live(complaint, '2027-02-28T00:00:00.000Z').flatMap(({ at: when, told }) =>
    told.includes('stage-1-response apologised') ? [when] : [],
  );
const requested = carryOut(complaintDrafted(), extending('2027-01-20'), '2027-01-13T10:00:00Z').complaint;
const first = learn(requested, delivery('extension-1', 'accepted', '2027-01-13T10:01:00Z')).complaint;
const bounce = delivery('extension-1', 'bounced', '2027-01-14T15:00:00Z');

describe('an extension that comes back on the day that it extends', () => {
  const onItsWay = carryOut(first, extending('2027-01-28'), '2027-01-14T10:00:00Z').complaint;
  const accepted = delivery('extension-2', 'accepted', '2027-01-14T10:01:00Z');
  const second = learn(onItsWay, accepted).complaint;

  it('is undone where it is the only one', () => {
    const { complaint, events } = learn(first, bounce);
    expect(events.map(({ type }) => type)).toEqual(['NoticeNotDelivered', 'ExtensionNotReached']);
    expect(owedBy(complaint, 'stage-1-response').dueOn).toBe('2027-01-14');
    expect(stateOf(complaint)).toEqual(['not-reached']);
  });

  it('does not undo a newer one: the resident is told otherwise', () => {
    const { complaint, events, notices } = learn(second, bounce);
    expect(events.map(({ type }) => type)).toEqual(['NoticeNotDelivered', 'ContactOwed']);
    expect(notices).toEqual([]);
    expect(owedBy(complaint, 'contact-extension-1').dueOn).toBe('2027-01-15');
    expect(owedBy(complaint, 'stage-1-response')).toEqual(owedBy(second, 'stage-1-response'));
    expect(stateOf(complaint)).toEqual(['effective', 'effective']);
    expect(apologiesFor(complaint)).toEqual(['2027-01-29T12:00:00.000Z']);
  });

  it('does not undo a newer one that is on its way, which takes effect as if nothing had come back', () => {
    const { complaint, events, notices } = learn(onItsWay, bounce);
    expect(events.map(({ type }) => type)).toEqual(['NoticeNotDelivered', 'ContactOwed']);
    expect(notices).toEqual([]);
    expect(owedBy(complaint, 'stage-1-response').dueOn).toBe('2027-01-20');
    expect(stateOf(complaint)).toEqual(['effective', 'requested']);
    const taken = learn(complaint, { ...accepted, at: at('2027-01-14T15:01:00Z') }).complaint;
    expect(owedBy(taken, 'stage-1-response').dueOn).toBe('2027-01-28');
    expect(owedBy(taken, 'stage-1-response').missed ?? []).toEqual([]);
    expect(apologiesFor(taken)).toEqual(['2027-01-29T12:00:00.000Z']);
  });
});

describe('an extension that was a second too late by our own clock', () => {
  const late = learn(requested, delivery('extension-1', 'accepted', '2027-01-15T00:00:01Z')).complaint;
  const inTime = '2027-01-14T23:59:59Z';

  it('takes effect where SES tells that it took the mail in time: no date was missed', () => {
    expect(stateOf(late)).toEqual(['too-late']);
    expect(owedBy(late, 'stage-1-response').missed).toEqual(['2027-01-14']);
    const { complaint, events, notices } = learn(
      late,
      delivery('extension-1', 'delivered', '2027-01-15T00:00:05Z', inTime),
    );
    expect(events.map(({ type }) => type)).toEqual(['NoticeDelivered', 'ExtensionTookEffect']);
    expect(events[1]).not.toHaveProperty('backdated');
    expect(notices).toEqual([]);
    expect(stateOf(complaint)).toEqual(['effective']);
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({ dueOn: '2027-01-20', missed: [] });
    expect(apologiesFor(complaint)).toEqual(['2027-01-21T12:00:00.000Z']);
  });

  it('takes effect also where it came back after all, and the resident is told otherwise', () => {
    const { complaint } = learn(late, delivery('extension-1', 'bounced', '2027-01-15T00:00:05Z', inTime));
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({ dueOn: '2027-01-20', missed: [] });
    expect(owedBy(complaint, 'contact-extension-1').dueOn).toBe('2027-01-18');
  });

  it('stays too late where SES took it on the next day, or does not tell when', () => {
    for (const acceptedAt of ['2027-01-15T00:00:00Z', undefined]) {
      const told = delivery('extension-1', 'delivered', '2027-01-15T00:00:05Z', acceptedAt);
      const { complaint, events } = learn(late, told);
      expect(events.map(({ type }) => type)).toEqual(['NoticeDelivered']);
      expect(stateOf(complaint)).toEqual(['too-late']);
    }
    expect(apologiesFor(late)).toEqual(['2027-01-15T12:00:00.000Z', '2027-01-21T12:00:00.000Z']);
  });
});
