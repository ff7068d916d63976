import type { CivilDate } from './civil-date.ts';
import type { Complaint } from './complaint.ts';
import { deriveDeadline, type Start } from './deadline.ts';
import type { Context } from './decision.ts';
import { isOpen, type Obligation } from './obligations.ts';
import type { Maker, Missing, Representative, Standing } from './parties.ts';
import { isActive } from './statuses.ts';

/** What is known of who complains, as far as a rule needs it. */
export interface Known {
  madeBy: Maker;
  standing?: Standing | undefined;
  representative?: Pick<Representative, 'consent'> | undefined;
  isNamed: boolean;
  /** an email or postal address, or a telephone number */
  canBeReached: boolean;
}

/**
 * What has to be found out of who complains (Code 3.2, 3.6). Of somebody who wants to stay unknown nothing is; an
 * executor acts in their own right; a refusal of consent is an answer too.
 */
export function missingFrom({ madeBy, standing, representative, isNamed, canBeReached }: Known): Missing[] {
  if (madeBy === 'anonymous') return [];
  const missing: Missing[] = [];
  if (!isNamed) missing.push('complainant');
  if (isNamed && !canBeReached) missing.push('way-to-reach');
  if (standing !== 'executor' && isConsentOpen(representative)) missing.push('consent');
  return missing;
}

/** Whether it is not known yet if the person agrees that somebody speaks for them. */
export function isConsentOpen(representative: Known['representative']): boolean {
  return representative?.consent === 'not-asked' || representative?.consent === 'asked';
}

/**
 * What is missing of somebody whose standing turns out to be another one, where that changes it: an executor acts in their
 * own right, and needs the consent of nobody.
 */
export function missingOnceStanding(
  {
    madeBy,
    standing: before,
    representative,
    missing,
  }: Pick<Complaint, 'standing' | 'missing'> & Pick<Known, 'madeBy' | 'representative'>,
  standing: Standing | undefined,
): Missing[] | undefined {
  const others = missing.filter((each) => each !== 'consent');
  if (standing === 'executor' && others.length < missing.length) return others;
  const wantsConsent = standing && before === 'executor' && standing !== before && madeBy !== 'anonymous';
  return wantsConsent && isConsentOpen(representative) ? [...others, 'consent'] : undefined;
}

/** What is missing now, and the task to find it out where there is none yet. */
export function oweWhatIsMissing(
  { obligations, status }: Pick<Complaint, 'obligations' | 'status'>,
  missing: readonly Missing[],
  on: CivilDate,
  context: Context,
): { missing: Missing[]; obligation?: Obligation } {
  const start = { countedFrom: 'parties-changed', on } as const;
  const obligation = isActive(status) ? owedToFindOut({ obligations, missing }, start, context) : undefined;
  return { missing: [...missing], ...(obligation && { obligation }) };
}

/** The task to find out what is missing, where something is and there is no such task: also once a complaint goes on that had stopped. */
export function owedToFindOut(
  { obligations, missing }: Pick<Complaint, 'obligations'> & { missing: readonly Missing[] },
  start: Start,
  { policy, calendar }: Context,
): Obligation | undefined {
  const kind = 'resident-information';
  const ofKind = obligations.filter((each) => each.kind === kind);
  if (missing.length === 0 || ofKind.some(isOpen)) return undefined;
  const id = ofKind.length === 0 ? kind : `${kind}-${ofKind.length + 1}`;
  const deadline = deriveDeadline(start, policy.stage1.acknowledgement, policy, calendar);
  return { id, kind, projected: false, ...deadline };
}
