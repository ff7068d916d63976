import type { LandlordId } from '../../support/rules.ts';

/** Section 12.2: every ground of each landlord’s list, as the letter tells it and where it sends people instead. */
export const listedGrounds: [LandlordId, ground: string, words: string, elsewhere: string | undefined][] = [
  [
    'six-month-limit',
    'too-old',
    'It was first known of more than six months ago, unless there are special circumstances.',
    undefined,
  ],
  [
    'six-month-limit',
    'legal-proceedings',
    'It is in court, or a court or tribunal has heard it already.',
    'The court or tribunal deals with it.',
  ],
  [
    'six-month-limit',
    'already-considered',
    'It was concluded before, or we have given our final decision on it.',
    'You can take it to the Ombudsman.',
  ],
  [
    'six-month-limit',
    'first-time-request',
    'A routine request for a service, made for the first time.',
    'You can ask the team that gives the service.',
  ],
  [
    'six-month-limit',
    'compensation-only',
    'A request for compensation and nothing else.',
    'We deal with it under our procedure for compensation.',
  ],
  [
    'six-month-limit',
    'statutory-appeal',
    'Disagreement with a decision that has a statutory way to challenge it or an established appeal.',
    'You can use the appeal or procedure that there is for that decision.',
  ],
  [
    'six-month-limit',
    'information-request',
    'A request for information under data protection or freedom of information law.',
    'We deal with it under our procedure for requests for information.',
  ],
  [
    'six-month-limit',
    'staff-grievance',
    'A grievance of a member of staff, or about employment or recruitment.',
    'We deal with it under our grievance procedure.',
  ],
  [
    'six-month-limit',
    'whistleblowing',
    'A concern that a member of staff raises internally, unless it is about a service that they received themselves.',
    'We deal with it under our whistleblowing procedure.',
  ],
  [
    'six-month-limit',
    'safeguarding',
    'Concern about the safety of a child or an adult.',
    'We deal with it at once, under our safeguarding procedure.',
  ],
  [
    'six-month-limit',
    'abuse',
    'Abuse, or allegations about us or our staff that nothing supports.',
    'We deal with it under our policy on behaviour.',
  ],
  [
    'six-month-limit',
    'another-organisation',
    'What another organisation did, where we have no part in it, unless it acts on our behalf.',
    'You can complain to the organisation that did it.',
  ],
  ...(['fifteen-day-window', 'code-2024', 'two-ombudsmen'] as const).flatMap((landlord) => ofCode(landlord)),
  [
    'two-ombudsmen',
    'another-organisation',
    'A service that a third party provides.',
    'You can complain to the organisation that provides the service.',
  ],
  [
    'two-ombudsmen',
    'separate-policy',
    'A separate policy covers it.',
    'We deal with it under the policy that covers it.',
  ],
  [
    'two-ombudsmen',
    'dealt-with-elsewhere',
    'It has been dealt with in another way, by a court or an Ombudsman.',
    'You can ask the court or Ombudsman that dealt with it.',
  ],
  [
    'counted-from-receipt',
    'too-old',
    'The service it is about was provided more than twelve months ago, unless there is evidence of a problem that keeps coming back, or circumstances kept it from being raised earlier.',
    undefined,
  ],
  [
    'counted-from-receipt',
    'former-tenant',
    'A former tenant complained more than six months after the tenancy ended.',
    undefined,
  ],
  courtOf('counted-from-receipt'),
  consideredBy('counted-from-receipt'),
  [
    'counted-from-receipt',
    'anti-social-behaviour',
    'A report of anti-social behaviour or harassment.',
    'We deal with it under our policies on anti-social behaviour and on harassment.',
  ],
  [
    'counted-from-receipt',
    'first-time-request',
    'A request for a service, such as a repair, made for the first time.',
    'You can ask the team that gives the service.',
  ],
  [
    'counted-from-receipt',
    'survey-feedback',
    'What somebody told us in a survey.',
    'You can complain about it. Tell us if you would like to.',
  ],
  ['counted-from-receipt', 'unauthorised-service', 'A service that we did not authorise.', undefined],
  [
    'counted-from-receipt',
    'policy-or-law',
    'A policy, a process or a rule of law, unless the merits of the case speak for looking at it.',
    undefined,
  ],
  [
    'counted-from-receipt',
    'service-charge',
    'A challenge to a service charge.',
    'You can take it to the First-tier Tribunal (Property Chamber).',
  ],
  [
    'counted-from-receipt',
    'personal-injury',
    'A claim for personal injury or an accident.',
    'Our insurer deals with it.',
  ],
  [
    'day-zero',
    'too-old',
    'The incident took place more than 12 months ago, unless there is a good reason for the delay, or it is about health and safety.',
    undefined,
  ],
  courtOf('day-zero'),
  consideredBy('day-zero'),
  [
    'day-zero',
    'first-time-request',
    'A problem that we have not yet had the opportunity to put right, unless we failed to deal with the request.',
    'You can ask the team that gives the service.',
  ],
  [
    'day-zero',
    'information-request',
    'A request for information, or for an explanation of a policy or procedure, unless it is about how we responded.',
    'You can ask us, and somebody will explain it to you.',
  ],
  [
    'day-zero',
    'neighbour-dispute',
    'A report of a dispute with a neighbour, unless it is about how we responded.',
    'You can ask the people here who deal with disputes between neighbours.',
  ],
  [
    'day-zero',
    'anti-social-behaviour',
    'A report of anti-social behaviour, unless it is about how we responded.',
    'You can ask the people here who deal with anti-social behaviour.',
  ],
];

function ofCode(landlord: LandlordId): typeof listedGrounds {
  const tooOld =
    'It happened more than 12 months ago, unless there are good reasons to look at it all the same.';
  return [[landlord, 'too-old', tooOld, undefined], courtOf(landlord), consideredBy(landlord)];
}

function courtOf(landlord: LandlordId): (typeof listedGrounds)[number] {
  return [
    landlord,
    'legal-proceedings',
    'Legal proceedings have started: the claim form and particulars of claim have been filed at court.',
    'The court that has the claim decides on it.',
  ];
}

function consideredBy(landlord: LandlordId): (typeof listedGrounds)[number] {
  return [
    landlord,
    'already-considered',
    'We have considered it before under this policy.',
    'You can take it to the Ombudsman.',
  ];
}
