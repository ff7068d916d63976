import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Context } from '../../shared/domain/decision.ts';
import { describeForResident } from '../../shared/use-cases/resident-view.ts';
import { complaintWith, extension, metOn, obligation, ref } from '../support/complaint-parts.ts';
import {
  carryOut,
  complaintClosed,
  complaintReceived,
  complaintResponded,
  complaintWithdrawn,
  handler,
  textRef,
} from '../support/complaints.ts';
import { fullAtStage2, fullComplaint } from '../support/resident-view.ts';
import { contextAt, date, type LandlordId } from '../support/rules.ts';

function view(
  complaint: Complaint,
  now: string,
  texts = new Map<string, string>(),
  change?: Partial<Context>,
) {
  return describeForResident(complaint, texts, [], contextAt(now, complaint.landlord as LandlordId, change));
}

/** Answered on 13 January 2027. */
const answered = complaintResponded();
const asked = carryOut(answered, { type: 'Escalate', reasons: textRef(8) }, '2027-01-20T10:00:00Z').complaint;

describe('what a resident can do who is not satisfied', () => {
  it('is to ask for stage 2 as the landlord counts its window, with the questions that it asks', () => {
    expect(view(answered, '2027-01-14T10:00:00Z').canEscalate).toEqual({
      until: '2027-02-10',
      note: 'You can ask us to look at all of your complaint again, or at a part of it. This is stage 2. You do not have to say why. We normally ask people to tell us by Wednesday 10 February 2027.',
      questions: ['Why are you still dissatisfied?', 'What would you like us to do to put it right?'],
    });
  });

  it('is to ask all the same once that window is over, and not before that is it said to be', () => {
    const over = 'That day has passed, but you can still ask.';
    expect(view(answered, '2027-02-10T23:00:00Z').canEscalate?.note).not.toContain(over);
    expect(view(answered, '2027-02-11T10:00:00Z').canEscalate?.note).toContain(over);
  });

  it('has no last day where the landlord sets none, and no questions where it asks none', () => {
    const complaint = complaintResponded({ landlord: 'code-2024' });
    expect(view(complaint, '2027-03-10T10:00:00Z').canEscalate).toEqual({
      note: 'You can ask us to look at all of your complaint again, or at a part of it. This is stage 2. You do not have to say why.',
    });
  });

  it('has a later last day where more time was agreed', () => {
    const more = { adjustment: 'adjustment-1', kind: 'more-time', note: ref('n'), workingDays: 5 } as const;
    const complaint = { ...answered, adjustments: [more] };
    expect(view(complaint, '2027-01-14T10:00:00Z').canEscalate?.until).toBe('2027-02-17');
  });

  it('is to wait for stage 1 no longer than to its date', () => {
    const complaint = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
    expect(view(complaint, '2027-01-18T10:00:00Z').canEscalate).toBeUndefined();
    expect(view(complaint, '2027-01-19T10:00:00Z').canEscalate).toEqual({
      note: 'Our answer is late, and you do not have to wait for it. You can ask us to look at all of your complaint again. This is stage 2. You do not have to say why.',
      questions: ['Why are you still dissatisfied?', 'What would you like us to do to put it right?'],
    });
  });

  it('is the same of a complaint that was closed, and not of one that was withdrawn, excluded or is at stage 2', () => {
    expect(view(complaintClosed(), '2027-01-21T10:00:00Z').canEscalate?.until).toBe('2027-02-10');
    for (const none of [complaintWithdrawn(), fullComplaint({ status: 'excluded' }), asked])
      expect(view(none, '2027-01-21T10:00:00Z').canEscalate).toBeUndefined();
  });
});

describe('stage 2', () => {
  it('is told with what was asked, what stage 1 did and what is owed now', () => {
    const seen = view(asked, '2027-01-21T10:00:00Z', new Map([['text-8', 'The lift broke again.']]));
    expect(seen).toMatchObject({
      stage: 2,
      status: 'received',
      standing: 'We have your request for stage 2 and have not acknowledged it yet.',
      stage1: { acknowledgedOn: '2026-12-30', respondedOn: '2027-01-13' },
      escalation: { requestedOn: '2027-01-20', reasons: 'The lift broke again.' },
    });
    expect(seen).not.toHaveProperty('respondedOn');
    expect(seen.next.map(({ kind, what, dueOn }) => [kind, what, dueOn])).toEqual([
      ['stage-2-acknowledgement', 'We acknowledge your request for stage 2.', '2027-01-27'],
      ['stage-2-response', 'We give you our final answer at stage 2.', '2027-02-24'],
    ]);
  });

  it.each([
    [
      1,
      'excluded',
      'We have not taken your complaint on. We wrote to you why. You can take that decision to the Ombudsman.',
    ],
    [
      2,
      'acknowledged',
      'We have acknowledged your request for stage 2 and are looking at your complaint again.',
    ],
    [2, 'responded', 'We have given you our final answer. The next step is the Ombudsman.'],
    [2, 'closed', 'Your complaint is closed.'],
  ] as const)(
    'says in a sentence where a complaint at stage %i stands that is %s',
    (stage, status, standing) => {
      const full = stage === 1 ? fullComplaint : fullAtStage2;
      expect(view(full({ status }), '2027-01-21T10:00:00Z').standing).toBe(standing);
    },
  );

  it('that was refused leaves the answer of stage 1, with the reasons', () => {
    const command = {
      type: 'RefuseEscalation',
      by: handler,
      ground: 'considered-before',
      reasons: textRef(9),
    } as const;
    const refused = carryOut(asked, command, '2027-01-22T10:00:00Z').complaint;
    const seen = view(refused, '2027-01-22T11:00:00Z', new Map([['text-9', 'We looked at it last year.']]));
    expect(seen).toMatchObject({
      stage: 1,
      status: 'responded',
      respondedOn: '2027-01-13',
      escalationsRefused: [{ on: '2027-01-22', reasons: 'We looked at it last year.' }],
    });
    expect(seen).not.toHaveProperty('escalation');
  });

  it('shows no extension but its own', () => {
    const at2 = extension({ extension: 'extension-2', stage: 2, newDueOn: date('2027-03-10') });
    expect(view(fullAtStage2(), '2027-01-21T10:00:00Z').extension).toBeUndefined();
    const complaint = fullAtStage2({ extensions: [extension(), at2] });
    expect(view(complaint, '2027-01-21T10:00:00Z').extension).toMatchObject({ newDueOn: '2027-03-10' });
  });

  it('keeps the actions that stage 1 promised, and its own until its answer promises them', () => {
    const add = (dueOn: string) => ({
      type: 'AddAction' as const,
      by: handler,
      owner: handler,
      description: textRef(5),
      dueOn: date(dueOn),
    });
    const promised = carryOut(answered, add('2027-02-01'), '2027-01-14T10:00:00Z').complaint;
    const escalated = carryOut(promised, { type: 'Escalate' }, '2027-01-20T10:00:00Z').complaint;
    const planned = carryOut(escalated, add('2027-03-01'), '2027-01-21T10:00:00Z').complaint;
    const seen = (complaint: Complaint) => {
      const { actions, next } = view(complaint, '2027-01-22T10:00:00Z');
      const owed = next.filter(({ kind }) => kind === 'action');
      return [actions.map(({ dueOn }) => dueOn), owed.map(({ dueOn }) => dueOn)];
    };
    expect(seen(planned)).toEqual([['2027-02-01'], ['2027-02-01']]);
    const final = { ...planned, status: 'responded' as const, respondedOn: date('2027-02-10') };
    expect(seen(final)).toEqual([
      ['2027-02-01', '2027-03-01'],
      ['2027-02-01', '2027-03-01'],
    ]);
  });
});

describe('a complaint of which a part went to stage 2', () => {
  const outcome = { finding: 'upheld', reasons: ref('r1'), remedy: 'none' } as const;
  const [lift, stairs] = [
    { id: 'point-1', definition: ref('lift'), responsible: true },
    { id: 'point-2', definition: ref('stairs'), responsible: true },
  ];
  const points: Complaint['points'] = [
    {
      ...lift,
      escalated: true,
      stage1: outcome,
      finding: 'partly-upheld',
      reasons: ref('r2'),
      remedy: 'none',
    },
    { ...stairs, ...outcome },
  ];
  const texts = new Map([
    ['lift', 'The lift'],
    ['stairs', 'The stairs'],
    ['r1', 'It was our fault.'],
    ['r2', 'We repaired it.'],
  ]);
  const nothing = 'There is nothing that we need to put right.';
  const atStage1 = { finding: 'upheld', reasons: 'It was our fault.', remedy: nothing };

  it('shows what stage 1 said of each point while stage 2 is being answered', () => {
    expect(view(fullAtStage2({ points }), '2027-01-21T10:00:00Z', texts).points).toEqual([
      { id: 'point-1', definition: 'The lift', responsible: true, escalated: true, stage1: atStage1 },
      { id: 'point-2', definition: 'The stairs', responsible: true, ...atStage1 },
    ]);
  });

  it('shows both answers afterwards, and where the point that was looked at twice can be taken', () => {
    const complaint = fullAtStage2({ points, status: 'responded', respondedOn: date('2027-02-10') });
    expect(view(complaint, '2027-02-11T10:00:00Z', texts).points).toEqual([
      {
        id: 'point-1',
        definition: 'The lift',
        responsible: true,
        escalated: true,
        finding: 'partly-upheld',
        reasons: 'We repaired it.',
        remedy: nothing,
        stage1: atStage1,
        ombudsmen: [
          {
            ombudsman: 'Housing Ombudsman Service',
            until: '2028-02-10',
            note: 'You can ask the Housing Ombudsman Service to look at this, until Thursday 10 February 2028, 12 months after this answer.',
          },
        ],
      },
      { id: 'point-2', definition: 'The stairs', responsible: true, ...atStage1 },
    ]);
  });

  it('names each Ombudsman of a council by the law of its own, and one alone for a point that is theirs', () => {
    const housing = { ...lift, escalated: true as const, ombudsmen: ['housing-ombudsman'] };
    const routes = (becameAwareOn?: string) => {
      const complaint = fullAtStage2({
        landlord: 'two-ombudsmen',
        points: [housing, { ...stairs, escalated: true }],
        status: 'responded',
        respondedOn: date('2027-02-10'),
        ...(becameAwareOn && { becameAwareOn: date(becameAwareOn) }),
      });
      const { points } = view(complaint, '2027-02-11T10:00:00Z', texts);
      return points.map(({ ombudsmen }) => ombudsmen?.map(({ ombudsman, until }) => [ombudsman, until]));
    };
    const service = ['Housing Ombudsman Service', '2028-02-10'];
    const council = 'Local Government and Social Care Ombudsman';
    expect(routes()).toEqual([[service], [service, [council, undefined]]]);
    expect(routes('2026-11-30')).toEqual([[service], [service, [council, '2027-11-30']]]);
  });
});

describe('what goes with an answer', () => {
  const texts = new Map([
    ['offer-reason', 'For days without a lift.'],
    ['adjustment-note', 'A week more to write to us.'],
    ['restriction-reason', 'Forty calls on one day.'],
    ['issue', 'The stairs are dark.'],
    ['exclusion-reasons', 'It was decided in court.'],
  ]);

  it('is told as it stands: money, adjustments and limits that hold, what else was raised, why it was excluded', () => {
    expect(view(fullComplaint(), '2027-01-21T10:00:00Z', texts)).toMatchObject({
      offers: [{ id: 'offer-1', pence: 8000, reason: 'For days without a lift.', state: 'accepted' }],
      adjustments: [{ kind: 'more-time', note: 'A week more to write to us.', workingDays: 5 }],
      restrictions: [
        { kind: 'single-contact', method: 'letter', agreed: false, reason: 'Forty calls on one day.' },
      ],
      issues: [{ issue: 'The stairs are dark.' }],
      exclusion: { on: '2027-01-09', reasons: 'It was decided in court.' },
    });
  });

  it('is owed by its date where the resident was promised it, and nothing that staff owe among themselves', () => {
    const { next } = view(fullComplaint({ respondedOn: date('2027-01-15') }), '2027-01-15T10:00:00Z');
    expect(next.map(({ kind, what }) => [kind, what])).toEqual([
      ['stage-1-acknowledgement', 'We acknowledge your complaint.'],
      ['stage-1-response', 'We answer your complaint.'],
      ['update', 'We tell you how things stand.'],
      ['action', 'We take the next step to put things right.'],
      ['handover', 'We pass on what is for others to deal with.'],
      ['payment', 'We pay you what we offered.'],
      ['adjustment-review', 'We look again at what helps you.'],
      ['restriction-review', 'We look again at how we keep in touch.'],
    ]);
  });

  it('is owed no longer once it was paid', () => {
    const obligations = [obligation('payment-1', 'payment', { met: metOn('2027-01-19') })];
    expect(view(complaintWith({ obligations }), '2027-01-20T10:00:00Z').next).toEqual([]);
  });
});
