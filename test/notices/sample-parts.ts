import type { Command } from '../../shared/domain/decide.ts';
import type { NoticeOwed } from '../../shared/domain/notices.ts';
import type { Receive } from '../../shared/domain/receiving.ts';
import type { TextRef } from '../../shared/domain/text.ts';
import { accepted, carryOut, complaintReceived, decideReceipt, handler } from '../support/complaints.ts';
import { date } from '../support/rules.ts';

/** What people typed in the lives below, by the id of each text. */
export const typed = {
  description: 'The gardener helped me up the stairs with my shopping.',
  lift: 'The lift in Block A has been broken since 1 December.',
  'working lift': 'A lift that works, and help with the stairs until then.',
  kerb: 'The kerb in front of the house is too high for a wheelchair.',
  'lift reasons': 'Our contract promises a repair within 5 days. It took 29 days.',
  'lift remedy': 'The lift was repaired on 30 December, and we will pay you £100.',
  'kerb reasons': 'The kerb belongs to the county council.',
  payment: 'Pay £100 to you.',
  'payment note': 'Our bank was closed on the day we had planned.',
  'payment evidence': 'Bank reference 4711',
  'waiting for parts': 'We are waiting for the report of the lift engineer.',
  'parts from abroad': 'The engineer has to come from abroad.',
  'how it stands': 'The engineer has been here, and writes the report now.',
  'question to resident': 'Which lift do you mean, and when did you phone us?',
  'question to engineer': 'What was broken, and since when?',
  'address of engineer': 'engineer@lifts.example',
  'question to colleague': 'Who reported the lift first?',
  message: 'The lift is broken again!',
  'reason to close': 'You and we agreed that all is done.',
  'reason to reopen': 'You told us that the lift is broken again.',
  'final reasons':
    'We looked at the repair book again. We took 29 days, and told you nothing for 20 of them.',
  'final remedy': 'We will pay you £50 more, and say sorry to you in person.',
  'refusal reasons': 'You asked five weeks after our answer, and told us of nothing that kept you from it.',
  'another lift': 'The lift in Block B is broken too.',
  'exclusion reasons': 'You told us of the noise on the day before, and we had no time to deal with it.',
  'exclusion evidence': 'Your call of 22 December was the first that we heard of the noise.',
  'exclusion discretion': 'You told us of nothing that makes this worse for you than for others.',
  'kerb in court': 'A court decides about the kerb.',
  'claim form': 'The county council sent us the claim form on 21 December.',
  'reason to accept': 'The Ombudsman looked at it and told us to take it on.',
  'offer reason': 'You had to climb the stairs for 29 days.',
  injury: 'You fell on the stairs and hurt your knee.',
  'why not': 'The company that makes the lift is closed for good.',
  'other action': 'Put in another lift.',
  'large letters': 'You read print of 16 points.',
  'restriction reasons': 'You phoned us 40 times a day, and shouted at three people.',
  'equality act': 'You told us of nothing that makes it hard for you to write. We asked you twice.',
  speaker: 'Rosa Brook, councillor',
  'restriction review': 'There was no call for three months.',
  'same lift': 'Both of you told us that the lift in Block A is broken.',
};
export type Typed = keyof typeof typed;

const receivedAt = '2026-12-23T15:00:00Z';

export function text(id: Typed): TextRef {
  return { id, hash: `hash-of-${id}` };
}

/** Every notice that a complaint owes in a life told as commands, the receipt first. */
export function noticesOf(
  steps: readonly (readonly [now: string, command: Command])[],
  said: Partial<Receive> = {},
): NoticeOwed[] {
  let complaint = complaintReceived({ receivedAt, said });
  const notices = [...accepted(decideReceipt({ receivedAt, said })).notices];
  for (const [now, command] of steps) {
    const outcome = carryOut(complaint, command, now);
    complaint = outcome.complaint;
    notices.push(...outcome.notices);
  }
  return notices;
}

export const acknowledged = [
  '2026-12-30T10:00:00Z',
  {
    type: 'Acknowledge',
    by: handler,
    points: [
      { definition: text('lift'), outcomeSought: text('working lift'), responsible: true },
      { definition: text('kerb'), responsible: false },
    ],
  },
] as const;

export const extended = [
  '2027-01-13T10:00:00Z',
  { type: 'Extend', by: handler, newDueOn: date('2027-01-28'), reason: text('waiting for parts') },
] as const;

export const responded = ['2027-01-12T10:00:00Z', { type: 'Respond', by: handler }] as const;

export const drafted = [
  '2027-01-11T10:00:00Z',
  {
    type: 'Draft',
    by: handler,
    outcomes: [
      { point: 'point-1', finding: 'upheld', reasons: text('lift reasons'), remedy: text('lift remedy') },
      { point: 'point-2', finding: 'not-upheld', reasons: text('kerb reasons'), remedy: 'none' },
    ],
  },
] as const;

export const promised = [
  '2027-01-11T11:00:00Z',
  { type: 'AddAction', by: handler, owner: handler, description: text('payment'), dueOn: date('2027-01-26') },
] as const;
