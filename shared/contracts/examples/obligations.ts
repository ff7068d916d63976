/** What is owed on the complaint of the examples for staff, and what becomes of it as they go on. */

/** Kept by our policy and by the Code. */
export const met = { state: 'met', keptPolicy: true, keptCode: true };

export const acknowledgementOwed = {
  id: 'stage-1-acknowledgement',
  kind: 'stage-1-acknowledgement',
  dueOn: '2027-01-04',
  explanation:
    'Monday 4 January 2027 is 5 working days after Wednesday 23 December 2026, the day we received the complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January); as 6.2 of the Code says, where the policy in force from Thursday 1 May 2025 is silent, by calendar version 1.',
  state: 'open',
};

export const responseOwed = {
  id: 'stage-1-response',
  kind: 'stage-1-response',
  dueOn: '2027-01-11',
  explanation:
    'Monday 11 January 2027 is 10 working days after Wednesday 23 December 2026, the day we received the complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January); as the policy in force from Thursday 1 May 2025 says under 6.3 of the Code, by calendar version 1.',
  state: 'open',
  codeDueOn: '2027-01-18',
};

/** The Code counts its own date from the acknowledgement. */
export const responseCounting = { ...responseOwed, codeDueOn: '2027-01-13' };

export const acknowledged = { ...acknowledgementOwed, ...met, metOn: '2026-12-29' };

export const questionAsked = {
  id: 'question-1',
  kind: 'contribution',
  dueOn: '2027-01-04',
  explanation:
    'Monday 4 January 2027 is 3 working days after Tuesday 29 December 2026, the day the question was asked, not counting weekends and New Year’s Day (1 January); as is our practice under 6.3 of the Code with the policy in force from Thursday 1 May 2025, by calendar version 1.',
  state: 'open',
};

export const questionAnswered = { ...questionAsked, ...met, metOn: '2026-12-30' };

export const messageRead = {
  id: 'message-1',
  kind: 'message-triage',
  dueOn: '2027-01-04',
  explanation:
    'Monday 4 January 2027 is 2 working days after Wednesday 30 December 2026, the day the message came, not counting weekends and New Year’s Day (1 January); as is our practice under 6.11 of the Code with the policy in force from Thursday 1 May 2025, by calendar version 1.',
  ...met,
  metOn: '2026-12-30',
};

export const acknowledgedOnCorrectedDate = {
  id: 'stage-1-acknowledgement',
  kind: 'stage-1-acknowledgement',
  dueOn: '2026-12-31',
  explanation:
    'Thursday 31 December 2026 is 5 working days after Tuesday 22 December 2026, the day we received the complaint, not counting weekends, Christmas Day (25 December) and Boxing Day (28 December); as 6.2 of the Code says, where the policy in force from Thursday 1 May 2025 is silent, by calendar version 1.',
  ...met,
  metOn: '2026-12-29',
};

export const responseOnCorrectedDate = {
  id: 'stage-1-response',
  kind: 'stage-1-response',
  dueOn: '2027-01-08',
  explanation:
    'Friday 8 January 2027 is 10 working days after Tuesday 22 December 2026, the day we received the complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January); as the policy in force from Thursday 1 May 2025 says under 6.3 of the Code, by calendar version 1.',
  state: 'open',
  codeDueOn: '2027-01-13',
};

export const responseExtended = {
  id: 'stage-1-response',
  kind: 'stage-1-response',
  dueOn: '2027-01-15',
  explanation:
    'Friday 15 January 2027 is 5 working days after Friday 8 January 2027, the date we had given before, not counting weekends; Friday 8 January 2027 was 10 working days after Tuesday 22 December 2026, the day we received the complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January); as the policy in force from Thursday 1 May 2025 says under 6.4 of the Code, by calendar version 1.',
  state: 'open',
};

export const responseWithdrawn = { ...responseExtended, state: 'ended' };

export const responseRenewed = {
  id: 'stage-1-response',
  kind: 'stage-1-response',
  dueOn: '2027-01-22',
  explanation:
    'Friday 22 January 2027 is 10 working days after Friday 8 January 2027, the day we opened the complaint again, not counting weekends; as the policy in force from Thursday 1 May 2025 says under 6.3 of the Code, by calendar version 1.',
  state: 'open',
};

export const actionPromised = {
  id: 'action-1',
  kind: 'action',
  dueOn: '2027-01-22',
  explanation:
    'Friday 22 January 2027 is the day we promised on Friday 8 January 2027, under 6.6 of the Code.',
  state: 'open',
  owner: 'leila.haddad',
};

export const responseGiven = { ...responseRenewed, ...met, metOn: '2027-01-08' };

export const learningOwed = {
  id: 'learning-1',
  kind: 'learning',
  dueOn: '2027-02-05',
  explanation:
    'Friday 5 February 2027 is 20 working days after Friday 8 January 2027, the day of our answer, not counting weekends; as is our practice under 9.1 of the Code with the policy in force from Thursday 1 May 2025, by calendar version 1.',
  state: 'open',
};

export const actionMoved = {
  id: 'action-1',
  kind: 'action',
  dueOn: '2027-01-26',
  explanation:
    'Tuesday 26 January 2027 is the day we promised on Wednesday 20 January 2027, under 6.6 of the Code.',
  state: 'open',
  owner: 'leila.haddad',
};

export const actionCompleted = { ...actionMoved, ...met, metOn: '2027-01-25' };
