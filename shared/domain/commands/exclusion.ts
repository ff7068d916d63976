import { type Age, ageOf, exceptionFor, formerTenancyAgeOf } from '../age.ts';
import type { Role } from '../authorization.ts';
import type { CivilDate } from '../civil-date.ts';
import { codeAgeLimit } from '../code.ts';
import { type Complaint, openObligations } from '../complaint.ts';
import type { Context } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { obligeHandover } from '../handovers.ts';
import { type Giving, type Happening, recorded, whenGiven } from '../happening.ts';
import { londonDateOf } from '../london-time.ts';
import type { PassedOn } from '../notices/exclusion.ts';
import type { PolicyVersion } from '../policy.ts';
import type { Refusal } from '../refusals.ts';
import { floorOfStage } from '../stage-floor.ts';
import { cannotBeWritten } from '../telling.ts';
import type { TextRef } from '../text.ts';

/** What a decision not to take something on says, of a whole complaint or of points (Code 2.1, 2.4). */
export interface Exclusion extends Giving {
  /** id of an exclusion of the policy */
  ground: string;
  reasons: TextRef;
  /** what shows that the ground holds */
  evidence: TextRef;
  /** that it was considered to look at it all the same, and why not */
  discretion: TextRef;
  /** of legal proceedings: the day on which the claim was filed at court */
  claimFiledOn?: CivilDate | undefined;
  /** the roles of whoever decides: what the Code forbids takes a senior lead */
  roles: readonly Role[];
  /** whoever decides has read that the Code forbids it */
  againstCode?: true | undefined;
}

/** A ground of the landlord's own list. */
type Ground = PolicyVersion['exclusions'][number];

type Departs = NonNullable<EventOf<'ComplaintExcluded'>['departs']>;

interface Judged {
  ground: Ground;
  happening: Happening;
  /** what is on record of it */
  said: Pick<
    EventOf<'ComplaintExcluded'>,
    'ground' | 'reasons' | 'evidence' | 'discretion' | 'claimFiledOn' | 'departs'
  >;
}

/** No ground but those that the policy publishes turns anything away, and only where it holds. */
export function judgeExclusion(
  complaint: Complaint,
  command: Exclusion,
  context: Context,
): Judged | { refusal: Refusal } {
  const ground = groundOf(command, context);
  if ('refusal' in ground) return ground;
  const held = holds(complaint, command, context);
  if ('refusal' in held) return held;
  const happening = whenGiven(command, context, floorOfStage(complaint));
  if ('refusal' in happening) return happening;
  const unwritten = cannotBeWritten(complaint, command);
  if (unwritten) return { refusal: unwritten };
  const { reasons, evidence, discretion, claimFiledOn } = command;
  const said = { ground: ground.id, reasons, evidence, discretion };
  const more = { ...(claimFiledOn && { claimFiledOn }), ...(held.departs && { departs: held.departs }) };
  return { ground, happening, said: { ...said, ...more } };
}

function groundOf({ ground }: Exclusion, { policy }: Context): Ground | { refusal: Refusal } {
  const { exclusions, inScope } = policy;
  const itself = inScope.grounds.find(({ id }) => id === ground);
  if (itself) return { refusal: { type: 'InScope', wording: itself.wording } };
  const known = exclusions.map(({ id }) => id);
  return exclusions.find(({ id }) => id === ground) ?? { refusal: { type: 'UnknownGround', known } };
}

function holds(
  complaint: Complaint,
  command: Exclusion,
  context: Context,
): { departs?: Departs | undefined } | { refusal: Refusal } {
  const { ground, claimFiledOn } = command;
  const isFiled = claimFiledOn ? claimFiledOn <= londonDateOf(context.now) : ground !== 'legal-proceedings';
  if (!isFiled) return { refusal: { type: 'ClaimNotFiled' } };
  const clause = forbiddenBy(complaint, ground);
  if (clause) return departing({ clause }, command);
  const exception = ground === 'too-old' && exceptionFor(complaint, context.policy);
  if (exception) return { refusal: { type: 'ExceptionHolds', exception } };
  const age =
    ground === 'too-old'
      ? ageOf(complaint, context)
      : ground === 'former-tenant' && formerTenancyAgeOf(complaint, context);
  return age ? holdsByAge(age, command) : {};
}

/** Of what was asked for before nobody asks for the first time; whoever chose to complain did more than answer a survey. */
function forbiddenBy({ enquiry, chosenOn }: Complaint, ground: string): string | undefined {
  if (ground === 'first-time-request' && enquiry) return '1.5';
  if (ground === 'survey-feedback' && chosenOn) return '1.6';
  return undefined;
}

function holdsByAge(
  { verdict, lastDay, codeLastDay, lacks = [] }: Age,
  command: Exclusion,
): { departs?: Departs } | { refusal: Refusal } {
  if (verdict === 'unknown' || !lastDay) return { refusal: { type: 'AgeUnknown', lacks } };
  if (verdict === 'in-time') return { refusal: { type: 'NotTooOld', lastDay } };
  if (verdict === 'too-old' || !codeLastDay) return {};
  return departing({ clause: codeAgeLimit.clause, codeLastDay }, command);
}

/** What the Code takes on is refused by nobody but a senior lead, who knows it (Code 1.5, 1.6, 2.3). */
function departing(
  departs: Departs,
  { againstCode, roles }: Exclusion,
): { departs: Departs } | { refusal: Refusal } {
  if (!againstCode) return { refusal: { type: 'CodeForbidsRefusal', ...departs } };
  const { clause } = departs;
  const approvers: Role[] = ['senior-lead'];
  if (!approvers.some((role) => roles.includes(role)))
    return { refusal: { type: 'RankNeeded', approvers, approvedBy: 'the senior lead', clause } };
  return { departs };
}

/** What we pass on ourselves of what we do not take on: once, where they have yet to get it. */
export function handOverExcluded(
  complaint: Complaint,
  { handover: to }: Ground,
  { on }: Happening,
  command: Exclusion,
  context: Context,
): { events: EventOf<'HandoverOwed'>[]; passedOn?: PassedOn } {
  if (!to) return { events: [] };
  const ids = complaint.handovers.flatMap((each) => (each.to === to ? [each.handover] : []));
  const waiting = openObligations(complaint).find(({ id }) => ids.includes(id));
  if (waiting) return { events: [], passedOn: { to, obligation: waiting } };
  const obligation = obligeHandover(complaint, to, { countedFrom: 'exclusion', on }, context);
  const { id: handover } = obligation;
  const event = {
    type: 'HandoverOwed',
    ...recorded(command),
    handover,
    to,
    text: command.evidence,
    obligation,
  } as const;
  return { events: [event], passedOn: { to, obligation } };
}
