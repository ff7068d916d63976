import { type Complaint, openObligation, openObligations } from './complaint.ts';
import { unsettledExtension } from './extension.ts';
import { mostOthers } from './parties.ts';
import { refusedByState } from './permitted.ts';
import type { Refusal } from './refusals.ts';
import { isAcknowledgement, isResponse } from './stages.ts';

/** What becomes part of another complaint, and what does not. */

type Why = Extract<Refusal, { type: 'OtherNotMergeable' }>['why'];

/** The refusal to make a complaint part of another one. */
export function notMergedBecause({ status }: Pick<Complaint, 'status'>, why: Why): Refusal {
  return { type: 'OtherNotMergeable', status, why };
}

/** Nobody has worked on it yet, so that nothing but its words has to go with it. */
export function notMergeable(complaint: Complaint, other: Complaint): Refusal | undefined {
  const refusal = (why: Why) => notMergedBecause(other, why);
  const state = refusedByState(other, 'BeMerged');
  if (state?.type === 'NotPermittedNow') return refusal(state.why);
  if (workOn(other).some((each) => each.length > 0)) return refusal('work-begun');
  if (other.policyEffectiveFrom !== complaint.policyEffectiveFrom) return refusal('policy');
  return isNameless(complaint) && !isNameless(other) ? refusal('nameless') : undefined;
}

/** Nobody is named who could lead it. */
function isNameless({ madeBy, missing }: Complaint): boolean {
  return madeBy === 'anonymous' || missing.includes('complainant');
}

function workOn(other: Complaint): readonly unknown[][] {
  const { points, actions, questions, messages, issues, extensions, offers, handovers } = other;
  const { adjustments, restrictions, supporters, merged } = other;
  return [
    ...[points, actions, questions, messages, issues, extensions, offers, handovers],
    ...[adjustments, restrictions, supporters, merged],
  ];
}

/** By name; those who left are none of them. */
export function tooMany({ others }: Complaint, joined: readonly unknown[] = []): Refusal | undefined {
  const present = others.filter(({ left }) => !left).length;
  return joined.length > 0 && present + joined.length > mostOthers
    ? { type: 'TooManyParties', most: mostOthers + 1 }
    : undefined;
}

/** Whether the other was to be acknowledged or answered sooner than this one, which was promised its own dates. */
export function losesDate(other: Complaint, merged: Complaint): boolean {
  const extended = unsettledExtension(merged.extensions)?.newDueOn;
  return openObligations(other).some(({ kind, dueOn }) => {
    if (isResponse(kind) && extended && extended > dueOn) return true;
    const mine = isAcknowledgement(kind) || isResponse(kind) ? openObligation(merged, kind) : undefined;
    return mine !== undefined && mine.dueOn > dueOn;
  });
}
