import { describe, expect, it } from 'vitest';
import type { RecordDelivery } from '../../../shared/domain/commands/record-delivery.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  complaintDrafted,
  handler,
  inShort,
  live,
  manager,
  owedBy,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

/** The answer is due on Thursday 14 January 2027; on the 13th it is asked to be put off to the 28th. */
const extending: Command = { type: 'Extend', by: handler, newDueOn: date('2027-01-28'), reason: textRef(5) };
const assigned = carryOut(
  complaintDrafted(),
  { type: 'Assign', by: manager, handler },
  '2027-01-05T11:00:00Z',
);
const alerted = carryOut(assigned.complaint, { type: 'TimePassed' }, '2027-01-13T09:00:00Z').complaint;
const requested = carryOut(alerted, extending, '2027-01-13T10:00:00Z').complaint;

const delivery = (
  outcome: RecordDelivery['outcome'],
  happenedAt: string,
  acceptedAt?: string,
): RecordDelivery => ({
  type: 'RecordDelivery',
  notice: 'extension-1',
  kind: 'extension',
  outcome,
  at: at(happenedAt),
  ...(acceptedAt && { acceptedAt: at(acceptedAt) }),
});
const learn = (complaint: Complaint, told: RecordDelivery, now: string = told.at) =>
  carryOut(complaint, told, now);
const stateOf = ({ extensions }: Complaint) => extensions.map(({ state }) => state);
const apologiesFor = (complaint: Complaint) =>
  live(complaint, '2027-02-28T00:00:00.000Z').flatMap(({ at: when, told }) =>
    told.filter((each) => each.endsWith('apologised')).map((each) => `${each} ${when}`),
  );
const late = 'stage-1-response apologised 2027-01-29T12:00:00.000Z';

describe('an extension whose notice SES took in time', () => {
  const effective = learn(requested, delivery('accepted', '2027-01-13T10:01:00Z'));

  it('is effective, counted from the date first given', () => {
    expect(effective.events.map(({ type }) => type)).toEqual(['NoticeAccepted', 'ExtensionTookEffect']);
    expect(effective.notices).toEqual([]);
    expect(stateOf(effective.complaint)).toEqual(['effective']);
    expect(owedBy(effective.complaint, 'stage-1-response').dueOn).toBe('2027-01-28');
    expect(effective.wakes).toBe('2027-01-25T09:00:00.000Z');
  });

  it('calls for an apology after its own date only', () => {
    expect(apologiesFor(effective.complaint)).toEqual([late]);
  });

  it('is effective where it was taken at 23:59 and we learn of it after midnight, and nobody backdated it', () => {
    const told = learn(requested, delivery('accepted', '2027-01-14T23:59:00Z'), '2027-01-15T00:10:00Z');
    expect(told.events[1]).toMatchObject({ type: 'ExtensionTookEffect' });
    expect(told.events[1]).not.toHaveProperty('backdated');
    expect(apologiesFor(told.complaint)).toEqual([late]);
  });

  it('is effective by its delivery where that tells when it was taken', () => {
    const told = learn(requested, delivery('delivered', '2027-01-15T00:05:00Z', '2027-01-14T23:58:00Z'));
    expect(stateOf(told.complaint)).toEqual(['effective']);
    const untold = learn(requested, delivery('delivered', '2027-01-14T23:58:00Z'));
    expect(stateOf(untold.complaint)).toEqual(['effective']);
  });

  it('opens a contact by the next working day where it bounces after the day that it extends', () => {
    const bounced = learn(effective.complaint, delivery('bounced', '2027-01-15T08:00:00Z'));
    expect(stateOf(bounced.complaint)).toEqual(['effective']);
    expect(owedBy(bounced.complaint, 'contact-extension-1')).toMatchObject({
      kind: 'contact',
      dueOn: '2027-01-18',
    });
    expect(owedBy(bounced.complaint, 'stage-1-response').dueOn).toBe('2027-01-28');
    expect(apologiesFor(bounced.complaint)).toEqual([late]);
  });
});

describe('an extension whose notice comes back before midnight', () => {
  const effective = learn(requested, delivery('accepted', '2027-01-13T10:01:00Z')).complaint;
  const bounced = learn(effective, delivery('bounced', '2027-01-14T15:00:00Z'));

  it('no longer puts the answer off; staff are told at once that there is still time', () => {
    expect(bounced.events.map(({ type }) => type)).toEqual(['NoticeNotDelivered', 'ExtensionNotReached']);
    expect(owedBy(bounced.complaint, 'stage-1-response')).toMatchObject({
      dueOn: '2027-01-14',
      derivation: { countedFrom: 'acknowledgement' },
    });
    expect(bounced.notices.map(({ recipient }) => recipient)).toEqual([
      { type: 'staff', rank: 'handler', person: 'handler' },
      { type: 'staff', rank: 'team-leader' },
      { type: 'staff', rank: 'manager' },
    ]);
    expect(bounced.notices[0]?.values).toEqual({
      dueOn: 'Thursday 14 January 2027',
      newDueOn: 'Thursday 28 January 2027',
      explanation:
        'Thursday 14 January 2027 is 10 working days after Wednesday 30 December 2026, the day we acknowledged the complaint, not counting weekends and New Year’s Day (1 January); as the policy in force from Monday 1 April 2024 says under 6.3 of the Code, by calendar version 1.',
      problem:
        'The extension notice did not reach the resident, so the answer is still due by Thursday 14 January 2027.',
      toDo: 'Give it again in writing before the end of Thursday 14 January 2027, or answer by then.',
    });
  });

  it('is effective after all once it is given again by hand in time', () => {
    const again: Command = { ...extending, alreadyGiven: { how: 'letter', evidence: textRef(8) } };
    const { complaint } = carryOut(bounced.complaint, again, '2027-01-14T17:00:00Z');
    expect(stateOf(complaint)).toEqual(['overtaken', 'effective']);
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({ dueOn: '2027-01-28' });
    expect(apologiesFor(complaint)).toEqual([late]);
  });

  it('is too late at midnight where it was not; staff are told, and the new date binds all the same', () => {
    const ladder = carryOut(bounced.complaint, { type: 'TimePassed' }, '2027-01-14T15:00:00Z');
    expect(ladder.wakes).toBe('2027-01-15T00:00:00.000Z');
    const midnight = carryOut(ladder.complaint, { type: 'TimePassed' }, '2027-01-15T00:00:00Z');
    expect(inShort(midnight)).toEqual([
      'ExtensionCameTooLate',
      'extension-problem_13_handler',
      'extension-problem_13_team-leader',
      'extension-problem_13_manager',
    ]);
    expect(midnight.notices[0]?.values.problem).toBe(
      'The extension notice was not given by Thursday 14 January 2027, so that date has been missed for the Code.',
    );
    expect(owedBy(midnight.complaint, 'stage-1-response')).toMatchObject({
      dueOn: '2027-01-28',
      missed: ['2027-01-14'],
    });
    expect(midnight.wakes).toBe('2027-01-15T12:00:00.000Z');
  });

  it('then calls for an apology for the date that was missed, and another if the new one is', () => {
    expect(apologiesFor(bounced.complaint)).toEqual([
      'stage-1-response apologised 2027-01-15T12:00:00.000Z',
      late,
    ]);
    const midnight = carryOut(bounced.complaint, { type: 'TimePassed' }, '2027-01-15T00:00:00Z').complaint;
    const noon = carryOut(midnight, { type: 'TimePassed' }, '2027-01-15T12:00:00Z');
    const apology = noon.notices.find(({ kind }) => kind === 'missed-date-apology');
    expect(apology).toMatchObject({
      id: 'apology_stage-1-response_2027-01-14',
      values: {
        dueOn: 'Thursday 14 January 2027',
        nextDate: 'We now promise to do so by Thursday 28 January 2027.',
        explanation:
          'Thursday 28 January 2027 is 10 working days after Thursday 14 January 2027, the date we had given before, not counting weekends; Thursday 14 January 2027 was 10 working days after Wednesday 30 December 2026, the day we acknowledged your complaint, not counting weekends and New Year’s Day (1 January).',
      },
    });
  });

  it('says sorry for both dates at once where the clock stood still past the second', () => {
    const { events, notices, wakes } = carryOut(
      bounced.complaint,
      { type: 'TimePassed' },
      '2027-02-01T12:00:00Z',
    );
    const apologies = notices.filter(({ kind }) => kind === 'missed-date-apology');
    expect(apologies.map(({ values }) => [values.nextDate, values.explanation])).toEqual([
      ['We are still working on it, and will do it as soon as we can.', ''],
      ['We are still working on it, and will do it as soon as we can.', ''],
    ]);
    expect(events.flatMap((event) => (event.type === 'MissedDateApologised' ? [event.dueOn] : []))).toEqual([
      '2027-01-14',
      '2027-01-28',
    ]);
    expect(wakes).toBe('2027-02-04T09:00:00.000Z');
  });

  it('calls for no apology where the answer is given that evening', () => {
    const { complaint } = carryOut(
      bounced.complaint,
      { type: 'Respond', by: handler },
      '2027-01-14T18:00:00Z',
    );
    expect(stateOf(complaint)).toEqual(['overtaken']);
    expect(apologiesFor(complaint)).toEqual([]);
  });
});

describe('an extension of which nobody knows whether it arrived', () => {
  const effective = learn(requested, delivery('accepted', '2027-01-13T10:01:00Z')).complaint;

  it.each(['unconfirmed', 'soft-bounced'] as const)(
    'stands where it is %s on its last day: SES has taken it, and somebody calls',
    (outcome) => {
      const { complaint, events, notices } = learn(effective, delivery(outcome, '2027-01-14T11:00:00Z'));
      expect(events.map(({ type }) => type)).toEqual(['NoticeNotDelivered', 'ContactOwed']);
      expect(notices).toEqual([]);
      expect(stateOf(complaint)).toEqual(['effective']);
      expect(owedBy(complaint, 'contact-extension-1').dueOn).toBe('2027-01-15');
      const bounced = learn(complaint, delivery('bounced', '2027-01-14T15:00:00Z')).complaint;
      expect(stateOf(bounced)).toEqual(['not-reached']);
      expect(owedBy(bounced, 'contact-extension-1').ended).toBe('replaced');
    },
  );

  it('that was given up is effective after all where SES took it in time', () => {
    const lost = learn(requested, delivery('given-up', '2027-01-14T12:00:00Z'));
    expect(lost.events.map(({ type }) => type)).toEqual(['NoticeNotDelivered', 'ExtensionNotReached']);
    const taken = delivery('accepted', '2027-01-14T11:30:00Z');
    const known = learn(lost.complaint, taken, '2027-01-14T18:00:00Z');
    expect(known.events.map(({ type }) => type)).toEqual(['NoticeAccepted', 'ExtensionTookEffect']);
    expect(owedBy(known.complaint, 'stage-1-response')).toMatchObject({ dueOn: '2027-01-28' });
    const midnight = carryOut(lost.complaint, { type: 'TimePassed' }, '2027-01-15T00:00:00Z').complaint;
    const late = learn(midnight, taken, '2027-01-15T09:00:00Z').complaint;
    expect(stateOf(late)).toEqual(['effective']);
    expect(owedBy(late, 'stage-1-response')).toMatchObject({ dueOn: '2027-01-28', missed: [] });
  });

  it('that was given up, taken too late and came back stays as it was until its day is over', () => {
    const lost = learn(requested, delivery('given-up', '2027-01-14T12:00:00Z')).complaint;
    const late = delivery('bounced', '2027-01-15T00:01:00Z', '2027-01-15T00:00:00Z');
    expect(stateOf(learn(lost, late).complaint)).toEqual(['not-reached']);
  });

  it('that came too late and came back is told by phone or post: its date binds all the same', () => {
    const late = learn(requested, delivery('accepted', '2027-01-15T00:00:00Z')).complaint;
    const bounced = learn(late, delivery('bounced', '2027-01-15T08:00:00Z', '2027-01-15T00:00:00Z'));
    expect(bounced.events.map(({ type }) => type)).toEqual(['NoticeNotDelivered', 'ContactOwed']);
    expect(stateOf(bounced.complaint)).toEqual(['too-late']);
    expect(owedBy(bounced.complaint, 'contact-extension-1').dueOn).toBe('2027-01-18');
  });
});

describe('an extension whose notice was not taken in time', () => {
  it('is refused by SES: given again by the end of the day, or missed', () => {
    const refused = learn(requested, delivery('refused-by-ses', '2027-01-13T10:01:00Z'));
    expect(refused.events.map(({ type }) => type)).toEqual(['NoticeNotDelivered', 'ExtensionNotReached']);
    expect(refused.notices.map(({ kind }) => kind)).toEqual(Array(3).fill('extension-problem'));
    expect(apologiesFor(refused.complaint)).toEqual([
      'stage-1-response apologised 2027-01-15T12:00:00.000Z',
      late,
    ]);
  });

  it.each([
    ['accepted a minute too late', delivery('accepted', '2027-01-15T00:00:00Z')],
    ['refused after the day is over', delivery('refused-by-ses', '2027-01-15T00:00:00Z')],
  ])('is missed where it is %s', (_, told) => {
    const { complaint, events, notices } = learn(requested, told);
    expect(events[1]?.type).toBe('ExtensionCameTooLate');
    expect(notices.map(({ kind }) => kind)).toEqual(Array(3).fill('extension-problem'));
    expect(owedBy(complaint, 'stage-1-response')).toMatchObject({
      dueOn: '2027-01-28',
      missed: ['2027-01-14'],
    });
    expect(apologiesFor(complaint)).toEqual(['stage-1-response apologised 2027-01-15T12:00:00.000Z', late]);
  });

  it('holds up the alerts and the apology of its date for as long as nobody knows', () => {
    expect(apologiesFor(requested)).toEqual([]);
    const waiting = carryOut(requested, { type: 'TimePassed' }, '2027-01-15T12:00:00Z');
    expect(inShort(waiting).slice(0, 1)).toEqual(['stage-1-response 0 to handler and team-leader']);
    expect(waiting.wakes).toBeUndefined();
    const told = learn(
      waiting.complaint,
      delivery('accepted', '2027-01-15T00:00:00Z'),
      '2027-01-15T12:30:00Z',
    );
    expect(inShort(carryOut(told.complaint, { type: 'TimePassed' }, '2027-01-15T12:30:00Z'))).toEqual([
      'stage-1-response apologised',
      'apology_stage-1-response_2027-01-14',
    ]);
  });

  it('changes nothing any more once the answer was given', () => {
    const answered = carryOut(requested, { type: 'Respond', by: handler }, '2027-01-13T11:00:00Z').complaint;
    const told = learn(answered, delivery('accepted', '2027-01-13T11:05:00Z'));
    expect(told.events.map(({ type }) => type)).toEqual(['NoticeAccepted']);
    expect(stateOf(told.complaint)).toEqual(['overtaken']);
  });
});
