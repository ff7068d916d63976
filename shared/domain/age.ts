import type { CivilDate } from './civil-date.ts';
import { codeAgeLimit } from './code.ts';
import type { Complaint } from './complaint.ts';
import { type Count, countDays } from './counting.ts';
import type { Context } from './decision.ts';
import type { LackingForAge } from './exclusion-parts.ts';
import type { PolicyVersion } from './policy.ts';
import { dangersOf } from './risks.ts';

/** What the limit of the policy makes of it, and the Code where the two differ. */
export const ageVerdicts = ['in-time', 'too-old', 'too-old-for-policy', 'unknown'] as const;

/** How old a complaint was when the landlord first heard of it: by the landlord's limit, and by the Code (2.3). */
export interface Age {
  verdict: (typeof ageVerdicts)[number];
  lastDay?: CivilDate;
  codeLastDay?: CivilDate;
  lacks?: LackingForAge[];
}

type Aged = Pick<
  Complaint,
  'receivedOn' | 'enquiry' | 'issueOccurredOn' | 'becameAwareOn' | 'standing' | 'tenancyEndedOn'
>;
type Basis = Pick<Context, 'policy' | 'calendar'>;

/** The day that a limit is counted from; with something lacking, the earliest that it can be. */
interface Start {
  on?: CivilDate | undefined;
  lacks: LackingForAge[];
}

type Measured = { lastDay: CivilDate; isOver: boolean } | { lacks: LackingForAge[] };

/** How old a complaint is by the age limit of the landlord's policy, counted from the event that it names. */
export function ageOf(complaint: Aged, { policy, calendar }: Basis): Age {
  const { ageLimit, startDay } = policy;
  const start = startOf(ageLimit.countedFrom, complaint);
  return judge(measure(complaint, start, { ...ageLimit, startDay }, calendar), complaint, calendar);
}

/**
 * How old the complaint of a former tenant is by the time that the policy leaves them once they have left (seed 003,
 * 2.6). The Code knows no such limit, so that its own stands beside it.
 *
 * @returns undefined where the policy does not limit it
 */
export function formerTenancyAgeOf(complaint: Aged, { policy, calendar }: Basis): Age | undefined {
  const { complainants, startDay } = policy;
  if (!complainants.formerTenants) return undefined;
  const { standing, tenancyEndedOn } = complaint;
  const start: Start =
    standing === 'former-tenant'
      ? { on: tenancyEndedOn, lacks: tenancyEndedOn ? [] : ['tenancyEndedOn'] }
      : { lacks: ['standing'] };
  const limit = { ...complainants.formerTenants, startDay };
  return judge(measure(complaint, start, limit, calendar), complaint, calendar);
}

/** What the policy makes an exception of to its age limit, where that is so of a complaint (seed 004). */
export function exceptionFor(
  complaint: Pick<Complaint, 'hazards' | 'vulnerabilities'>,
  { ageLimit }: PolicyVersion,
): string | undefined {
  return dangersOf(complaint).length > 0 ? ageLimit.healthAndSafety : undefined;
}

/** Nobody is aware of an issue before it occurs, so that without the day of it the count starts no sooner than that. */
function startOf(
  countedFrom: PolicyVersion['ageLimit']['countedFrom'],
  { issueOccurredOn, becameAwareOn }: Aged,
): Start {
  if (countedFrom === 'event' || countedFrom === 'services-provided')
    return { on: issueOccurredOn, lacks: issueOccurredOn ? [] : ['issueOccurredOn'] };
  if (!becameAwareOn) return { on: issueOccurredOn, lacks: ['becameAwareOn'] };
  const isLater = countedFrom === 'event-or-aware' && issueOccurredOn && issueOccurredOn > becameAwareOn;
  return { on: isLater ? issueOccurredOn : becameAwareOn, lacks: [] };
}

/** A complaint that grew out of a request was brought to the landlord with that (Code 1.5, 2.3). */
function measure(
  { receivedOn, enquiry }: Aged,
  { on: startOn, lacks }: Start,
  limit: Omit<Count, 'startOn'>,
  calendar: Basis['calendar'],
): Measured {
  if (!startOn) return { lacks };
  const { dueOn: lastDay } = countDays({ ...limit, startOn }, calendar);
  const raisedOn = enquiry?.firstContactOn ?? receivedOn;
  const isOver = raisedOn > lastDay;
  return isOver && lacks.length > 0 ? { lacks } : { lastDay, isOver };
}

function judge(byPolicy: Measured, complaint: Aged, calendar: Basis['calendar']): Age {
  const byCode = measure(complaint, startOf('event-or-aware', complaint), codeAgeLimit, calendar);
  const codeDay = 'lastDay' in byCode ? { codeLastDay: byCode.lastDay } : {};
  const codeLacks = 'lacks' in byCode ? byCode.lacks : [];
  if ('lacks' in byPolicy)
    return { verdict: 'unknown', ...codeDay, lacks: [...new Set([...byPolicy.lacks, ...codeLacks])] };
  const days = { lastDay: byPolicy.lastDay, ...codeDay };
  if (!byPolicy.isOver) return { verdict: 'in-time', ...days };
  if ('lacks' in byCode) return { verdict: 'unknown', ...days, lacks: byCode.lacks };
  return { verdict: byCode.isOver ? 'too-old' : 'too-old-for-policy', ...days };
}
