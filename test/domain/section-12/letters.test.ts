import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  colleague,
  complaintAcknowledged,
  complaintReceived,
  handler,
  textRef,
} from '../../support/complaints.ts';
import { date, type LandlordId, landlordIds } from '../../support/rules.ts';
import {
  acknowledgedAgain,
  answer,
  answered,
  day,
  finalAnswer,
  letterOf,
  ombudsmanNamed,
  readyToAnswer,
  readyToAnswerFinally,
} from './lives.ts';

/** Section 12.5: what the letters of each landlord say. */

function letterAbout(landlord: LandlordId, complaint: Complaint, command: Command, on: string): string {
  const [notice] = carryOut(complaint, command, day(on)).notices;
  if (!notice) throw new Error(`${command.type} writes nothing`);
  return letterOf(landlord, notice);
}

function promising(complaint: Complaint, on: string): Complaint {
  const promise: Command = {
    type: 'AddAction',
    by: handler,
    description: textRef(5),
    owner: colleague,
    dueOn: date('2027-04-30'),
  };
  return carryOut(complaint, promise, day(on)).complaint;
}

const supporters = 'The Residents’ Complaint Review Group can support you with your complaint at any time.';

describe('the answer of stage 1 has its seven parts (Code 6.7, 6.9)', () => {
  it.each(landlordIds)('%s, and names the Ombudsman', (landlord) => {
    const letter = letterAbout(
      landlord,
      promising(readyToAnswer(landlord), '2027-01-08'),
      answer,
      '2027-01-08',
    );
    for (const part of [
      'This is our answer at stage 1, the first of the two stages',
      'Your complaint: text-1',
      'Our decision: We uphold this. That means that we agree with you.',
      'Our reasons: text-3',
      'How we put it right: text-4',
      'What we will do: text-5\n\nBy when: Friday 30 April 2027',
      'You can ask us to look at all of your complaint again, or at a part of it. This is stage 2.',
      ombudsmanNamed[landlord],
    ])
      expect(letter).toContain(part);
  });
});

describe('the final answer has its seven parts (Code 6.18, 6.19)', () => {
  const housing =
    'You can ask the Housing Ombudsman Service to look at this, until Wednesday 1 March 2028, 12 months after this answer.';
  const council =
    'You can ask the Local Government and Social Care Ombudsman to look at this, within 12 months of the day you first knew of the problem.';

  it.each<[LandlordId, string]>([
    ['six-month-limit', housing],
    ['fifteen-day-window', housing],
    ['two-ombudsmen', `${housing} ${council}`],
    ['counted-from-receipt', housing],
    ['day-zero', housing],
    ['code-2024', housing],
  ])('%s, of which the last is “%s”', (landlord, route) => {
    const ready = promising(readyToAnswerFinally(landlord), '2027-03-01');
    const letter = letterAbout(landlord, ready, finalAnswer, '2027-03-01');
    for (const part of [
      'This is our answer at stage 2, the second and last stage',
      'Your complaint: text-1\n\nAt stage 1 we said: “We uphold this.” We agreed with you then.',
      'Our decision: We uphold this. That means that we agree with you.',
      'Our reasons: text-13',
      'How we put it right: text-14',
      'What we promised: text-5\n\nThis is still to be done. We will do it by Friday 30 April 2027.',
      `If you do not agree: ${route}`,
      ombudsmanNamed[landlord],
    ])
      expect(letter).toContain(part);
  });
});

describe('the notice of more time has its reason, the new date and the Ombudsman (Code 6.4, 6.5, 6.15, 6.16)', () => {
  it.each(landlordIds)('%s, at both stages', (landlord) => {
    const extend: Command = {
      type: 'Extend',
      by: colleague,
      newDueOn: date('2027-01-22'),
      reason: textRef(9),
    };
    const first = letterAbout(landlord, complaintAcknowledged({ landlord }), extend, '2027-01-08');
    const again: Command = { ...extend, newDueOn: date('2027-03-19') };
    const second = letterAbout(landlord, acknowledgedAgain(landlord), again, '2027-03-05');
    expect(first).toContain('We will now answer by Friday 22 January 2027.');
    expect(second).toContain('We will now answer by Friday 19 March 2027.');
    for (const letter of [first, second]) {
      expect(letter).toContain('Why we need more time\n---------------------\n\ntext-9');
      expect(letter).toContain(ombudsmanNamed[landlord]);
    }
  });
});

describe('the group that supports residents: seed 003, 2.13', () => {
  it.each(landlordIds)('%s: is in its letters of stage 1 and stage 2, or in none', (landlord) => {
    const letters = [
      letterAbout(landlord, readyToAnswer(landlord), answer, '2027-01-08'),
      letterAbout(landlord, answered(landlord), { type: 'Escalate' }, '2027-02-03'),
      letterAbout(landlord, readyToAnswerFinally(landlord), finalAnswer, '2027-03-01'),
    ];
    for (const letter of letters)
      expect(letter.includes(supporters)).toBe(landlord === 'counted-from-receipt');
  });
});

describe('the acknowledgements define the complaint (Code 5.6, 5.7, 6.2, 6.11)', () => {
  const points = [{ definition: textRef(2), outcomeSought: textRef(6), responsible: false }];
  const acknowledge: Command = { type: 'Acknowledge', by: handler, points };

  it.each(landlordIds)('%s: what it is about, what is wanted, and what it is responsible for', (landlord) => {
    const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z', landlord });
    const first = letterAbout(landlord, received, acknowledge, '2026-12-30');
    const late = carryOut(received, { type: 'Escalate' }, day('2027-02-03')).complaint;
    const second = letterAbout(landlord, late, acknowledge, '2027-02-05');
    for (const letter of [first, second]) {
      expect(letter).toContain('Your complaint: text-2\n\nWhat you want to happen: text-6');
      expect(letter).toContain(ombudsmanNamed[landlord]);
    }
    expect(first).toContain('We are not responsible for this. We will tell you who is.');
    expect(second).toContain('Somebody else is looking at it. They did not decide stage 1.');
  });
});
