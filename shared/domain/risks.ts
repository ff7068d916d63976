/** What makes a complaint urgent, and what it is about, as questions at the door ask it. */

/** Dangers in the home (Awaab’s Law) and to people. */
export const hazards = [
  'damp-and-mould',
  'no-heating-or-hot-water',
  'gas',
  'fire',
  'electrical',
  'structural',
  'no-water-or-sewage',
  'security',
  'other',
] as const;
export type Hazard = (typeof hazards)[number];

export const vulnerabilities = [
  'child-under-5',
  'older-person',
  'long-term-illness',
  'disability',
  'mental-health',
  'pregnancy',
  'domestic-abuse',
  'safeguarding',
  'other',
] as const;
export type Vulnerability = (typeof vulnerabilities)[number];

/** Subjects by which the Ombudsman sorts complaints. */
export const categories = [
  'repairs',
  'damp-and-mould',
  'leaks',
  'antisocial-behaviour',
  'estate-management',
  'rent-and-service-charges',
  'pests',
  'rehousing',
  'building-and-fire-safety',
  'leasehold',
  'staff-conduct',
  'complaint-handling',
  'other',
] as const;
export type Category = (typeof categories)[number];

/** What staff see first: danger, then people who can bear it least, then everything else by its date. */
export const priorities = ['hazard', 'vulnerable', 'ordinary'] as const;
export type Priority = (typeof priorities)[number];

interface Risks {
  hazards: readonly Hazard[];
  vulnerabilities: readonly Vulnerability[];
}

/** Needs that are a danger themselves. */
const fromPeople = ['safeguarding', 'domestic-abuse'] as const satisfies Vulnerability[];
type FromPeople = (typeof fromPeople)[number];
export type Danger = Hazard | FromPeople;
/** What makes a complaint harder to bear, and harms nobody by itself. */
export type Need = Exclude<Vulnerability, FromPeople>;

export function isDanger(vulnerability: Vulnerability): vulnerability is FromPeople {
  return fromPeople.some((each) => each === vulnerability);
}

/** What may harm somebody now. */
export function dangersOf({ hazards: atHome, vulnerabilities: needs }: Risks): Danger[] {
  return [...atHome, ...needs.filter(isDanger)];
}

export function priorityOf(risks: Risks): Priority {
  if (dangersOf(risks).length > 0) return 'hazard';
  return risks.vulnerabilities.length > 0 ? 'vulnerable' : 'ordinary';
}
