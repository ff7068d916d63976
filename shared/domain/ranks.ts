/** Whom an alert is for. Until a complaint has a handler, a rank means the policy's own recipient of that name. */
export const ranks = ['handler', 'team-leader', 'manager', 'senior-lead'] as const;
export type Rank = (typeof ranks)[number];
