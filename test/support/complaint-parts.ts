import type { Complaint } from '../../shared/domain/complaint.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { Extension } from '../../shared/domain/extension.ts';
import type { Obligation } from '../../shared/domain/obligations.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { oweStage, receipt } from '../../shared/domain/stage-dates.ts';
import type { TextRef } from '../../shared/domain/text.ts';
import { sample } from './complaints.ts';
import { at, date, englandAndWales, versionOf } from './rules.ts';

export const policy = versionOf('day-zero');
const receivedAt = at('2026-12-23T15:00:00Z');
export const me = staffId('handler-1');

export const ref = (id: string): TextRef => ({ id, hash: `hash-of-${id}` });

/** What became of something that was done in time. */
export const metOn = (on: string): NonNullable<Obligation['met']> => ({
  on: date(on),
  keptPolicy: true,
  keptCode: true,
});

export function obligation(
  id: string,
  kind: Obligation['kind'],
  change: Partial<Obligation> = {},
): Obligation {
  const derivation = { promisedOn: date('2027-01-05'), clause: '6.6' };
  return { id, kind, dueOn: date('2027-01-20'), derivation, projected: false, ...change };
}

export function extension(change: Partial<Extension> = {}): Extension {
  return {
    extension: 'extension-1',
    extends: date('2027-01-18'),
    newDueOn: date('2027-02-01'),
    reason: ref('extension-reason'),
    goodReason: ref('extension-good-reason'),
    by: me,
    stage: 1,
    state: 'effective',
    ...change,
  };
}

/** A complaint as it is just after its receipt, with what a test puts in the place of parts of it. */
export function complaintWith(change: Partial<Complaint> = {}): Complaint {
  const received = evolve(undefined, {
    type: 'ComplaintReceived',
    reference: sample,
    landlord: 'day-zero',
    policyEffectiveFrom: date(policy.effectiveFrom),
    channel: 'web-form',
    receivedAt,
    receivedOn: date('2026-12-23'),
    loggedAt: receivedAt,
    reachableByEmail: true,
    staffComplainedAbout: [],
    madeBy: 'individual',
    personalTextHash: 'hash-of-personal-text',
    obligations: oweStage(1, receipt(receivedAt), policy, englandAndWales),
  });
  return { ...received, ...change };
}
