import { describe, expect, it } from 'vitest';
import type { CorrectDate } from '../../../shared/domain/commands/correct-date.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  complaintDrafted,
  complaintReceived,
  handler,
  inShort,
  kept,
  late,
  live,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

const correcting = (what: CorrectDate['what'], is: string): CorrectDate => ({
  type: 'CorrectDate',
  by: handler,
  what,
  is: at(is),
  reason: textRef(5),
});
const respond = (complaint: Complaint, then: string) =>
  carryOut(complaint, { type: 'Respond', by: handler }, then).complaint;
const now = '2027-01-21T10:00:00Z';
const [acknowledgement, response] = ['stage-1-acknowledgement', 'stage-1-response'] as const;
const metIn = (complaint: Complaint) => [acknowledgement, response].map((id) => owedBy(complaint, id).met);

describe('a correction that turns late into kept', () => {
  it('of the receipt: flags the acknowledgement and the answer', () => {
    // Acknowledged two days late, and answered one day late: by the later receipt both were in time.
    // The Code itself counts the answer from the acknowledgement, late as it was, and by that it was in time before.
    const answered = respond(
      complaintDrafted({ acknowledgedAt: '2027-01-06T10:00:00Z' }),
      '2027-01-19T10:00:00Z',
    );
    expect(metIn(answered)).toEqual([
      { on: '2027-01-06', ...late },
      { on: '2027-01-19', keptPolicy: false, keptCode: true },
    ]);
    const { complaint, events } = carryOut(answered, correcting('received', '2026-12-29T10:00:00Z'), now);
    expect(complaint.obligations.map(({ dueOn }) => dueOn)).toEqual(['2027-01-06', '2027-01-20']);
    expect(events[0]).toMatchObject({ backdated: ['stage-1-acknowledgement', 'stage-1-response'] });
    expect(metIn(complaint)).toEqual([
      { on: '2027-01-06', backdated: true, ...kept },
      { on: '2027-01-19', backdated: true, ...kept },
    ]);
  });

  it('of the acknowledgement: flags the answer that is counted from it, and no other', () => {
    const answered = respond(complaintDrafted(), '2027-01-15T10:00:00Z');
    const { complaint, events } = carryOut(answered, correcting('acknowledged', '2026-12-31T10:00:00Z'), now);
    expect(owedBy(complaint, response).dueOn).toBe('2027-01-15');
    expect(events[0]).toMatchObject({ backdated: ['stage-1-response'] });
    expect(metIn(complaint)).toEqual([
      { on: '2026-12-31', ...kept },
      { on: '2027-01-15', backdated: true, ...kept },
    ]);
  });

  it('is not flagged where the answer was kept, or is late all the same', () => {
    for (const [then, is] of [
      ['2027-01-14T10:00:00Z', '2026-12-31T10:00:00Z'],
      ['2027-01-18T10:00:00Z', '2026-12-31T10:00:00Z'],
    ] as const) {
      const answered = respond(complaintDrafted(), then);
      const { complaint, events } = carryOut(answered, correcting('acknowledged', is), now);
      expect(events[0]).not.toHaveProperty('backdated');
      expect(owedBy(complaint, response).met).not.toHaveProperty('backdated');
    }
  });

  it('stays flagged whatever is corrected after it', () => {
    const answered = respond(complaintDrafted(), '2027-01-15T10:00:00Z');
    const flagged = carryOut(answered, correcting('acknowledged', '2026-12-31T10:00:00Z'), now).complaint;
    for (const [is, judged] of [
      ['2027-01-04T10:00:00Z', kept],
      ['2026-12-30T10:00:00Z', late],
    ] as const) {
      const { complaint, events } = carryOut(flagged, correcting('acknowledged', is), now);
      expect(events[0]).not.toHaveProperty('backdated');
      expect(owedBy(complaint, response).met).toEqual({ on: '2027-01-15', backdated: true, ...judged });
    }
  });

  it('leaves the flag of an acknowledgement that was itself recorded late', () => {
    const recording: Command = {
      type: 'Acknowledge',
      by: handler,
      points: [{ definition: textRef(1), responsible: true }],
      happenedAt: at('2027-01-04T10:00:00Z'),
      alreadyGiven: { how: 'letter', evidence: textRef(2) },
    };
    const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
    const recorded = carryOut(received, recording, '2027-01-06T10:00:00Z').complaint;
    expect(owedBy(recorded, acknowledgement).met).toEqual({ on: '2027-01-04', backdated: true, ...kept });
    const { complaint } = carryOut(recorded, correcting('acknowledged', '2026-12-30T10:00:00Z'), now);
    expect(owedBy(complaint, acknowledgement).met).toEqual({ on: '2026-12-30', backdated: true, ...kept });
  });
});

describe('a date that a correction puts into the past', () => {
  const unacknowledged = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
  const earlier = correcting('received', '2026-12-16T09:00:00Z');
  const apologiesFor = (complaint: Complaint) =>
    live(complaint, '2027-01-31T00:00:00.000Z').flatMap(({ at: when, told }) =>
      told.filter((each) => each.endsWith('apologised')).map((each) => `${each} ${when}`),
    );
  const sorryForAnswer = 'stage-1-response apologised 2027-01-12T12:00:00.000Z';

  it('is alerted to staff, and never told sorry for: nobody was told of it', () => {
    const { complaint, events } = carryOut(unacknowledged, earlier, '2026-12-24T00:00:00Z');
    expect(complaint.obligations.map(({ dueOn }) => dueOn)).toEqual(['2026-12-23', '2027-01-11']);
    expect(events[0]).toMatchObject({ untold: ['stage-1-acknowledgement'] });
    const told = carryOut(complaint, { type: 'TimePassed' }, '2026-12-24T09:00:00Z');
    expect(inShort(told)).toEqual([
      'stage-1-acknowledgement 1 to manager for -3 and -1 and 0 too',
      'alert_stage-1-acknowledgement_2026-12-23_1_manager',
    ]);
    expect(apologiesFor(told.complaint)).toEqual([sorryForAnswer]);
  });

  it('is told sorry for where it was the very day, which was not over yet', () => {
    const { complaint, events } = carryOut(unacknowledged, earlier, '2026-12-23T23:59:00Z');
    expect(events[0]).not.toHaveProperty('untold');
    expect(apologiesFor(complaint)).toEqual([
      'stage-1-acknowledgement apologised 2026-12-24T12:00:00.000Z',
      sorryForAnswer,
    ]);
  });

  it('is told sorry for where it had passed before and stays as it was', () => {
    const then = '2027-01-15T10:00:00Z';
    const { complaint, events } = carryOut(
      complaintDrafted(),
      correcting('received', '2026-12-22T09:00:00Z'),
      then,
    );
    expect(events[0]).not.toMatchObject({ untold: expect.arrayContaining(['stage-1-response']) });
    expect(apologiesFor(carryOut(complaint, { type: 'TimePassed' }, then).complaint)).toEqual([
      'stage-1-response apologised 2027-01-15T12:00:00.000Z',
    ]);
  });
});

describe('a date of receipt', () => {
  it('is not after the letter that answered, even where that came on a later day', () => {
    const outcome = { point: 'point-1', finding: 'upheld', reasons: textRef(3), remedy: textRef(4) } as const;
    const commands: Command[] = [
      { type: 'AddPoints', by: handler, points: [{ definition: textRef(1), responsible: true }] },
      { type: 'Draft', by: handler, outcomes: [outcome] },
      {
        type: 'Respond',
        by: handler,
        datedOn: date('2026-12-24'),
        alreadyGiven: { how: 'letter', evidence: textRef(6) },
      },
    ];
    const answered = commands.reduce(
      (each, command) => carryOut(each, command, '2026-12-29T10:00:00Z').complaint,
      complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' }),
    );
    expect(refusalOf(answered, correcting('received', '2026-12-25T00:00:00Z'), now)).toEqual({
      type: 'NotAfterResponse',
      respondedOn: '2026-12-24',
    });
    const { complaint } = carryOut(answered, correcting('received', '2026-12-24T23:59:00Z'), now);
    expect(complaint.receivedOn).toBe('2026-12-24');
  });
});

describe('a date that had passed unkept', () => {
  it('stays missed when a correction moves it, and is apologised for once, there and back', () => {
    const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
    const morning = '2027-01-05T09:30:00Z';
    const earlier = carryOut(received, correcting('received', '2026-12-16T15:00:00Z'), morning).complaint;
    expect(owedBy(earlier, acknowledgement)).toMatchObject({ dueOn: '2026-12-23', missed: ['2027-01-04'] });
    const back = carryOut(earlier, correcting('received', '2026-12-23T15:00:00Z'), morning).complaint;
    expect(owedBy(back, acknowledgement)).toMatchObject({ dueOn: '2027-01-04', missed: ['2027-01-04'] });
    for (const complaint of [earlier, back]) {
      const noon = carryOut(complaint, { type: 'TimePassed' }, '2027-01-05T12:00:00Z');
      const sorry = noon.notices.filter(({ kind }) => kind === 'missed-date-apology');
      expect(sorry.map(({ id }) => id)).toEqual(['apology_stage-1-acknowledgement_2027-01-04']);
    }
  });
});
