import { givingOf } from '../by-hand.ts';
import type { CivilDate } from '../civil-date.ts';
import { type Complaint, openObligations } from '../complaint.ts';
import { contactAfter } from '../contact.ts';
import { accept, type Context, type Decision, refuse } from '../decision.ts';
import type { ComplaintEvent, EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Extension } from '../extension.ts';
import { deadlineOf } from '../extension-rules.ts';
import { settleExtension } from '../extension-settling.ts';
import { type Floor, flagBackdated, type Happening, type StaffAct, whenItHappened } from '../happening.ts';
import { londonDateOf, londonInstant } from '../london-time.ts';
import { owedExtensionProblem } from '../notices/to-staff.ts';
import type { NoticeOwed } from '../notices.ts';
import type { Obligation } from '../obligations.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import { owedAtStage } from '../stages.ts';
import type { TextRef } from '../text.ts';
import type { WayByHand } from '../ways.ts';

/** Post a letter that waits for it, or tell what it says in a call that is owed: what was promised by it counts from then. */
export interface GiveNotice extends StaffAct {
  type: 'GiveNotice';
  /** id of the notice */
  notice: string;
  /** its kind, which has to be said of one that went by mail and did not arrive */
  kind?: string | undefined;
  way: WayByHand;
  /** where the proof is that it was posted: a batch, a tracking number */
  evidence?: TextRef | undefined;
}

/** A notice that somebody gives: what is owed of it, and the extension that it carries. */
interface ToGive {
  notice: string;
  kind: string;
  owed?: Obligation | undefined;
  extension?: Extension | undefined;
}

/** A letter does what a call does, but no call takes the place of a letter (Code 2.4, 6.5, 6.9). */
export function giveNotice(complaint: Complaint, command: GiveNotice, context: Context): Decision {
  const found = refusedByState(complaint, 'GiveNotice') ?? findNotice(complaint, command);
  if ('type' in found) return refuse(found);
  const happening = whenItHappened(command, context, writtenOn(found));
  if ('refusal' in happening) return refuse(happening.refusal);
  const cannot = notGivable(complaint, found, command, happening, context);
  if (cannot) return refuse(cannot);
  const { by, way, evidence } = command;
  const act = { by, way, ...happening, ...(evidence && { evidence }) };
  const { events, notices } = giveAll(complaint, [found], act, context);
  return accept(events, notices);
}

function findNotice(complaint: Complaint, { notice, kind }: GiveNotice): ToGive | Refusal {
  const extension = complaint.extensions.find((each) => each.notice === notice);
  const owed = givingOf(complaint, notice) ?? openContact(complaint, notice);
  const said = owed?.gives?.kind ?? (extension ? 'extension' : kind);
  if (!said || (!owed && !(extension && mayCount(extension))))
    return afterContact(complaint, notice) ?? { type: 'NotGivenByHand' };
  return { notice, kind: said, owed, extension };
}

function openContact(complaint: Complaint, notice: string): Obligation | undefined {
  return openObligations(complaint).find(({ id }) => id === contactAfter(notice));
}

function afterContact(complaint: Complaint, notice: string): Refusal | undefined {
  const { met } = complaint.obligations.find(({ id }) => id === contactAfter(notice)) ?? {};
  return met && { type: 'GivenAlready', on: met.on };
}

function mayCount({ state }: Extension): boolean {
  return state !== 'prepared' && state !== 'effective';
}

/** Nothing is posted, or told, before the day on which it was written. */
export function writtenOn({ owed, extension }: ToGive): Floor | undefined {
  const on = extension?.requestedAt ? londonDateOf(extension.requestedAt) : owed && startOf(owed);
  return on && { at: londonInstant(on, '00:00'), what: 'letter' };
}

function startOf({ derivation }: Obligation): CivilDate {
  return 'startOn' in derivation ? derivation.startOn : derivation.promisedOn;
}

function notGivable(
  complaint: Complaint,
  { owed, extension }: ToGive,
  { way, happenedAt }: GiveNotice,
  { on }: Happening,
  context: Context,
): Refusal | undefined {
  if (owed?.met) return { type: 'GivenAlready', on: owed.met.on };
  // an answer, or stage 2, ends what is owed of an extension; that it was posted before is on record all the same
  if (owed?.ended && !(extension && happenedAt)) return { type: 'NotOwedAnyMore', why: owed.ended };
  const isOver = extension?.state === 'overtaken' && !inTimeAfterAll(complaint, extension, on, context);
  if (!owed && isOver) return { type: 'NotGivenByHand' };
  return way === 'phone' && owed?.kind !== 'contact' ? { type: 'NotInWriting', how: 'phone' } : undefined;
}

/** What was given by one act, and what becomes of an extension by it. */
export function giveAll(
  complaint: Complaint,
  given: readonly ToGive[],
  act: Pick<EventOf<'NoticeGiven'>, 'by' | 'way' | 'evidence'> & Happening,
  context: Context,
): { events: ComplaintEvent[]; notices: NoticeOwed[] } {
  const events: ComplaintEvent[] = [];
  const notices: NoticeOwed[] = [];
  let state = complaint;
  const happen = (event: ComplaintEvent) => {
    events.push(event);
    state = evolve(state, event);
  };
  for (const { notice, kind, owed, extension } of given) {
    const { on } = act;
    const flags = {
      ...(owed && flagBackdated(on, owed.dueOn, context)),
      ...flagProof(state, owed, on, context),
    };
    const settled = extension && settle(state, extension, on, context);
    happen({ type: 'NoticeGiven', notice, kind, ...act, ...flags });
    if (settled) happen(settled);
    if (extension && settled?.type === 'ExtensionCameTooLate')
      notices.push(...owedExtensionProblem(state, extension, 'too-late'));
  }
  return { events, notices };
}

/** The calls among what is owed, as notices that are given. */
export function callsAmong(complaint: Complaint, owed: readonly Obligation[]): ToGive[] {
  return owed.flatMap((each) => {
    if (!each.gives) return [];
    const { notice, kind } = each.gives;
    const extension = complaint.extensions.find((one) => one.notice === notice);
    return [{ notice, kind, owed: each, extension }];
  });
}

function flagProof(
  { obligations }: Complaint,
  owed: Obligation | undefined,
  on: Happening['on'],
  context: Context,
): { backdatedProof?: true } {
  if (owed?.gives?.kind === 'extension') return {};
  const proofs = obligations.filter(({ id, met }) => met && owed?.proves?.includes(id));
  const isLate = proofs.some(({ dueOn }) => flagBackdated(on, dueOn, context).backdated);
  return isLate ? { backdatedProof: true } : {};
}

function settle(
  complaint: Complaint,
  extension: Extension,
  on: Happening['on'],
  context: Context,
): EventOf<'ExtensionTookEffect'> | EventOf<'ExtensionCameTooLate'> | undefined {
  const { state, stage } = extension;
  if (stage !== complaint.stage) return undefined;
  if (state === 'too-late' || state === 'overtaken') return inTimeAfterAll(complaint, extension, on, context);
  if (state !== 'requested' && state !== 'not-reached') return undefined;
  const settled = settleExtension(complaint, extension.extension, on, context);
  if (settled.type === 'ExtensionCameTooLate') return settled;
  return { ...settled, ...flagBackdated(on, extension.extends, context) };
}

/** Given up by the clock, or overtaken by the answer after its day, and posted by the end of that day after all. */
function inTimeAfterAll(
  complaint: Complaint,
  { extension, state, stage, newDueOn, extends: extended }: Extension,
  on: Happening['on'],
  context: Context,
): EventOf<'ExtensionTookEffect'> | undefined {
  const response = complaint.obligations.find(({ id }) => id === owedAtStage[stage].response);
  if (!response || response.ended || stage !== complaint.stage || on > extended) return undefined;
  const { dueOn, derivation, met } = response;
  const isBound = state === 'too-late' && dueOn === newDueOn;
  const isAnswered = state === 'overtaken' && dueOn === extended && met !== undefined && met.on > extended;
  if (!isBound && !isAnswered) return undefined;
  return {
    type: 'ExtensionTookEffect',
    ...(stage === 2 && { stage }),
    extension,
    deadline: isBound ? { dueOn, derivation } : deadlineOf(complaint, { newDueOn }, context),
    backdated: true,
  };
}
