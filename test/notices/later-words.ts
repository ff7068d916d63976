import type { NoticeKind } from '../../shared/domain/notices.ts';
import { contact, disagree, ombudsman } from './common-words.ts';
import { typed } from './sample-parts.ts';

const refusable = 'You have the right to take this decision to the Ombudsman, free of charge.';

type LaterKind = Extract<
  NoticeKind,
  | `escalation-${string}`
  | `compensation-${string}`
  | 'final-response'
  | 'issue-raised'
  | 'exclusion'
  | 'acceptance'
  | `points-${string}`
  | 'consent-request'
  | 'insurer'
  | 'action-replaced'
  | 'updates-agreed'
  | 'handler-change'
  | 'adjustments-agreed'
  | 'contact-restriction'
  | 'reviewer-needed'
>;

/** What the Code makes mandatory once there is more than an answer, or what the reader could not do without. */
export const laterWords: Record<LaterKind, string[]> = {
  // Code 6.11, 6.12
  'escalation-receipt': [
    'On Wednesday 20 January 2027 you asked us to look again',
    'Somebody who did not decide stage 1 will deal with it.',
    'By Wednesday 27 January 2027 we will tell you that a person has read your request',
    'Then we will give you our final answer by Wednesday 24 February 2027.',
    typed.lift,
    'Wednesday 27 January 2027 is 5 working days after Wednesday 20 January 2027, the day stage 2 was asked for',
    'Wednesday 24 February 2027 is 20 working days after Wednesday 27 January 2027',
    'Why are you still dissatisfied? What would you like us to do to put it right? You do not have to',
    ombudsman,
    ...contact,
  ],
  // Code 5.6, 6.11, 6.13
  'escalation-acknowledgement': [
    'Leila Haddad is looking at it. They did not decide stage 1.',
    `Your complaint: ${typed.lift}`,
    `What you want to happen: ${typed['working lift']}`,
    'We will give you our final answer by Thursday 18 February 2027.',
    'is 20 working days after Thursday 21 January 2027, the day we acknowledged the request for stage 2',
    ombudsman,
    ...contact,
  ],
  // Code 2.4, 5.11
  'escalation-refusal': [typed['refusal reasons'], refusable, ombudsman, ...contact],
  // Code 6.19 (a) to (g), 6.20
  'final-response': [
    'our answer at stage 2, the second and last stage',
    `Your complaint: ${typed.lift}`,
    'At stage 1 we said: “We uphold this.” We agreed with you then.',
    'Our decision: We uphold this in part. That means that we agree with you in part.',
    `Our reasons: ${typed['final reasons']}`,
    `How we put it right: ${typed['final remedy']}`,
    'You can ask the Housing Ombudsman Service to look at this, until Wednesday 2 February 2028, 12 months after this answer.',
    `What we promised: ${typed.payment}`,
    'This is still to be done. We promised to do it by Tuesday 26 January 2027. We are late, and we are sorry.',
    typed['payment note'],
    ombudsman,
    ...contact,
  ],
  // Code 6.8
  'issue-raised': [
    typed['another lift'],
    'This is a new complaint, 20000-0000W, because stage 2 looks again at what stage 1 answered.',
    'It has dates of its own, counted from the day you told us.',
    'We will write to you again about it, and tell you its dates.',
    ombudsman,
  ],
  // Code 2.4
  exclusion: [
    'A report of anti-social behaviour, unless it is about how we responded.',
    typed['exclusion reasons'],
    typed['exclusion evidence'],
    'Our policy makes an exception where it is about how we responded. We considered whether that is so, and whether to look at it for any other reason.',
    typed['exclusion discretion'],
    'You can ask the people here who deal with anti-social behaviour.',
    refusable,
    ombudsman,
    ...contact,
  ],
  acceptance: [
    typed['reason to accept'],
    'Monday 18 January 2027 is 5 working days after Monday 11 January 2027, the day we took your complaint on after all',
    'Monday 1 February 2027 is 10 working days after Monday 18 January 2027',
    ombudsman,
    ...contact,
  ],
  // Code 2.4
  'points-excluded': [
    `Your complaint: ${typed.kerb}`,
    'Legal proceedings have started',
    typed['kerb in court'],
    typed['claim form'],
    'We considered whether to look at it even though our policy does not ask us to.',
    typed['exclusion discretion'],
    'The court that has the claim decides on it.',
    'We go on with it, and our dates stay as they are.',
    'We will answer your complaint by Thursday 14 January 2027.',
    'Thursday 14 January 2027 is 10 working days after',
    refusable,
    ombudsman,
    ...contact,
  ],
  'points-accepted': [
    `Your complaint: ${typed.kerb}`,
    typed['reason to accept'],
    'You do not have to tell us again.',
    'We will answer your complaint by Thursday 14 January 2027.',
    'Thursday 14 January 2027 is 10 working days after',
    ombudsman,
    ...contact,
  ],
  // Code 7.1
  'compensation-offer': ['£125.50', typed['offer reason'], 'within 20 working days of the day', ombudsman],
  'compensation-paid': ['On Wednesday 20 January 2027 we paid you', '£125.50', ombudsman, ...contact],
  // Code 3.6
  'consent-request': [
    'Somebody got in touch with us as a councillor, about your complaint 10000-0000Y.',
    typed.speaker,
    'May they speak for you about this complaint? You can say yes or no.',
    'Until you tell us, we will tell them nothing about you or your complaint.',
    'Our letters go to you, whatever you decide.',
    ombudsman,
    ...contact,
  ],
  insurer: [
    typed.injury,
    'We will pass your claim on to our insurer by Friday 22 January 2027.',
    'Friday 22 January 2027 is 2 working days after Wednesday 20 January 2027, the day the claim was made',
    'We go on with the rest of your complaint',
    ombudsman,
  ],
  // Code 7.3
  'action-replaced': [
    typed.payment,
    typed['why not'],
    typed['other action'],
    'We will do it by Monday 1 March 2027.',
    disagree,
    ombudsman,
  ],
  // Code 5.9
  'handler-change': [
    'It is now being dealt with by',
    'We will answer your complaint by Thursday 14 January 2027.',
    'Nothing that we promised you changes.',
    ombudsman,
    ...contact,
  ],
  'updates-agreed': [
    'every 2 working days',
    'Friday 22 January 2027 is 2 working days after Wednesday 20 January 2027',
    ombudsman,
  ],
  // Code 5.10
  'adjustments-agreed': [
    'More time for you',
    'Wherever we give you a time limit you have 5 working days more.',
    'The dates that we promised you stay the same.',
    typed['large letters'],
    'Thursday 24 June 2027 is 6 months after Thursday 24 December 2026',
    ombudsman,
    ...contact,
  ],
  // Code 5.14, 5.15
  'contact-restriction': [
    'We do this only as a last resort.',
    'We will write to you by email.',
    'The person to ask for is Leila Haddad. Please ask for them each time.',
    'We will look at this again by Tuesday 30 March 2027.',
    'You can also take this to the Ombudsman now.',
    'We go on with your complaint 10000-0000Y as before.',
    typed['restriction reasons'],
    typed['equality act'],
    disagree,
    ombudsman,
    ...contact,
  ],
  // Code 6.13
  'reviewer-needed': [
    'Assign it to somebody who did not investigate, decide or approve stage 1.',
    'Wednesday 27 January 2027 is 5 working days after Wednesday 20 January 2027',
    'by calendar version 1',
  ],
};
