import * as owed from './obligations.ts';

/** What is owed on the complaint that is excluded, taken on after all, answered, and found against by an Ombudsman. */
export const adjustmentReview = {
  id: 'adjustment-1-review-1',
  kind: 'adjustment-review',
  dueOn: '2027-06-23',
  explanation:
    'Wednesday 23 June 2027 is 6 months after Wednesday 23 December 2026, the day it was agreed; as is our practice under 5.10 of the Code with the policy in force from Thursday 1 May 2025, by calendar version 1.',
  state: 'open',
};

export const acknowledgementExcluded = { ...owed.acknowledgementOwed, state: 'ended' };

export const responseExcluded = { ...owed.responseOwed, state: 'ended' };

export const acknowledgementAnew = {
  id: 'stage-1-acknowledgement',
  kind: 'stage-1-acknowledgement',
  dueOn: '2027-01-06',
  explanation:
    'Wednesday 6 January 2027 is 5 working days after Tuesday 29 December 2026, the day we took the complaint on after all, not counting weekends and New Year’s Day (1 January); as 6.2 of the Code says, where the policy in force from Thursday 1 May 2025 is silent, by calendar version 1.',
  state: 'open',
};

export const responseCounting = {
  id: 'stage-1-response',
  kind: 'stage-1-response',
  dueOn: '2027-01-13',
  explanation:
    'Wednesday 13 January 2027 is 10 working days after Tuesday 29 December 2026, the day we took the complaint on after all, not counting weekends and New Year’s Day (1 January); as the policy in force from Thursday 1 May 2025 says under 6.3 of the Code, by calendar version 1.',
  state: 'open',
};

/** Until it was acknowledged, the Code’s own time could end later. */
export const responseAnew = { ...responseCounting, codeDueOn: '2027-01-20' };

export const acknowledged = {
  ...acknowledgementAnew,
  ...owed.met,
  metOn: '2026-12-29',
};

export const updateOwed = {
  id: 'update-1',
  kind: 'update',
  dueOn: '2026-12-31',
  explanation:
    'Thursday 31 December 2026 is 2 working days after Tuesday 29 December 2026, the day it was agreed, not counting weekends; as is our practice under 5.9 of the Code with the policy in force from Thursday 1 May 2025, by calendar version 1.',
  state: 'open',
};

export const responseGiven = {
  ...responseCounting,
  ...owed.met,
  metOn: '2027-01-07',
};

export const updateEnded = { ...updateOwed, state: 'ended' };

export const actionPromised = {
  id: 'action-1',
  kind: 'action',
  dueOn: '2027-01-22',
  explanation:
    'Friday 22 January 2027 is the day we promised on Thursday 7 January 2027, under 6.6 of the Code.',
  state: 'open',
  owner: 'leila.haddad',
};

export const learningOwed = {
  id: 'learning-1',
  kind: 'learning',
  dueOn: '2027-02-04',
  explanation:
    'Thursday 4 February 2027 is 20 working days after Thursday 7 January 2027, the day of our answer, not counting weekends; as is our practice under 9.1 of the Code with the policy in force from Thursday 1 May 2025, by calendar version 1.',
  state: 'open',
};

export const actionReplaced = { ...actionPromised, state: 'ended' };

export const replacementPromised = {
  id: 'action-2',
  kind: 'action',
  dueOn: '2027-02-12',
  explanation:
    'Friday 12 February 2027 is the day we promised on Wednesday 20 January 2027, under 6.6 of the Code.',
  state: 'open',
  owner: 'leila.haddad',
};

export const learningRecorded = {
  ...learningOwed,
  ...owed.met,
  metOn: '2027-01-20',
};

export const stage2AcknowledgementOwed = {
  id: 'stage-2-acknowledgement',
  kind: 'stage-2-acknowledgement',
  dueOn: '2027-01-27',
  explanation:
    'Wednesday 27 January 2027 is 5 working days after Wednesday 20 January 2027, the day stage 2 was asked for, not counting weekends; as 6.11 of the Code says, where the policy in force from Thursday 1 May 2025 is silent, by calendar version 1.',
  state: 'open',
};

export const stage2ResponseOwed = {
  id: 'stage-2-response',
  kind: 'stage-2-response',
  dueOn: '2027-02-24',
  explanation:
    'Wednesday 24 February 2027 is 20 working days after Wednesday 27 January 2027, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward; as the policy in force from Thursday 1 May 2025 says under 6.14 of the Code, by calendar version 1.',
  state: 'open',
  projected: true,
};

export const restrictionReview = {
  id: 'restriction-1-review-1',
  kind: 'restriction-review',
  dueOn: '2027-04-20',
  explanation:
    'Tuesday 20 April 2027 is the day we promised on Wednesday 20 January 2027, under 5.14 of the Code.',
  state: 'open',
};

export const stage2Refused = {
  ...stage2AcknowledgementOwed,
  ...owed.met,
  metOn: '2027-01-22',
};

export const stage2ResponseEnded = { ...stage2ResponseOwed, state: 'ended' };

export const orderOwed = {
  id: 'order-1',
  kind: 'ombudsman-order',
  dueOn: '2027-04-07',
  explanation:
    'Wednesday 7 April 2027 is the day that the Housing Ombudsman Service set on Wednesday 10 March 2027.',
  state: 'open',
  ownerRank: 'senior-lead',
};
