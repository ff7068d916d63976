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
    'The court or tribunal.',
  ],
  [
    'six-month-limit',
    'already-considered',
    'It was concluded before, or we have given our final decision on it.',
    'The Ombudsman.',
  ],
  [
    'six-month-limit',
    'first-time-request',
    'A routine request for a service, made for the first time.',
    'The team that gives the service.',
  ],
  [
    'six-month-limit',
    'compensation-only',
    'A request for compensation and nothing else.',
    'Our procedure for compensation.',
  ],
  [
    'six-month-limit',
    'statutory-appeal',
    'Disagreement with a decision that has a statutory way to challenge it or an established appeal.',
    'That procedure or appeal.',
  ],
  [
    'six-month-limit',
    'information-request',
    'A request for information under data protection or freedom of information law.',
    'Our procedure for requests for information.',
  ],
  [
    'six-month-limit',
    'staff-grievance',
    'A grievance of a member of staff, or about employment or recruitment.',
    'Our grievance procedure.',
  ],
  [
    'six-month-limit',
    'whistleblowing',
    'A concern that a member of staff raises internally, unless it is about a service that they received themselves.',
    'Our whistleblowing procedure.',
  ],
  [
    'six-month-limit',
    'safeguarding',
    'Concern about the safety of a child or an adult.',
    'Safeguarding, at once.',
  ],
  [
    'six-month-limit',
    'abuse',
    'Abuse, or allegations about us or our staff that nothing supports.',
    'Our policy on behaviour.',
  ],
  [
    'six-month-limit',
    'another-organisation',
    'What another organisation did, where we have no part in it, unless it acts on our behalf.',
    'That organisation.',
  ],
  ...(['fifteen-day-window', 'code-2024', 'two-ombudsmen'] as const).flatMap((landlord) => ofCode(landlord)),
  ['two-ombudsmen', 'another-organisation', 'A service that a third party provides.', 'That organisation.'],
  ['two-ombudsmen', 'separate-policy', 'A separate policy covers it.', 'That policy.'],
  [
    'two-ombudsmen',
    'dealt-with-elsewhere',
    'It has been dealt with in another way, by a court or an Ombudsman.',
    'That court or Ombudsman.',
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
    'Our policies on anti-social behaviour and on harassment.',
  ],
  [
    'counted-from-receipt',
    'first-time-request',
    'A request for a service, such as a repair, made for the first time.',
    'The team that gives the service.',
  ],
  ['counted-from-receipt', 'survey-feedback', 'What somebody told us in a survey.', 'How to complain.'],
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
    'The First-tier Tribunal (Property Chamber).',
  ],
  ['counted-from-receipt', 'personal-injury', 'A claim for personal injury or an accident.', 'Our insurer.'],
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
    'The team that gives the service.',
  ],
  [
    'day-zero',
    'information-request',
    'A request for information, or for an explanation of a policy or procedure, unless it is about how we responded.',
    'Whoever can explain it.',
  ],
  [
    'day-zero',
    'neighbour-dispute',
    'A report of a dispute with a neighbour, unless it is about how we responded.',
    'Whoever deals with neighbour disputes.',
  ],
  [
    'day-zero',
    'anti-social-behaviour',
    'A report of anti-social behaviour, unless it is about how we responded.',
    'Whoever deals with anti-social behaviour.',
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
    'The court that the claim was filed at.',
  ];
}

function consideredBy(landlord: LandlordId): (typeof listedGrounds)[number] {
  return [
    landlord,
    'already-considered',
    'We have considered it before under this policy.',
    'The Ombudsman.',
  ];
}
