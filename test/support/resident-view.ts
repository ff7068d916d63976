import type { Complaint } from '../../shared/domain/complaint.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { Extension } from '../../shared/domain/extension.ts';
import { type Obligation, oweOnReceipt } from '../../shared/domain/obligations.ts';
import { staffId } from '../../shared/domain/staff.ts';
import type { TextRef } from '../../shared/domain/text.ts';
import { sample } from './complaints.ts';
import { at, date, englandAndWales, versionOf } from './rules.ts';

export const policy = versionOf('day-zero');
const receivedOn = date('2026-12-23');
const me = staffId('handler-1');

export const ref = (id: string): TextRef => ({ id, hash: `hash-of-${id}` });

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
    receivedAt: at('2026-12-23T15:00:00Z'),
    receivedOn,
    loggedAt: at('2026-12-23T15:00:00Z'),
    reachableByEmail: true,
    staffComplainedAbout: [],
    personalTextHash: 'hash-of-personal-text',
    obligations: oweOnReceipt(at('2026-12-23T15:00:00Z'), policy, englandAndWales),
  });
  return { ...received, ...change };
}

const messageDerivation = {
  countedFrom: 'message',
  startOn: date('2027-01-06'),
  unit: 'working-days',
  count: 2,
  clause: '6.10',
  source: 'practice',
  policy: { landlord: 'day-zero', effectiveFrom: date('2024-04-01') },
  calendarVersion: 1,
  skipped: [],
  beyondHorizon: false,
} as const satisfies Obligation['derivation'];

/** Everything that a complaint can hold, each text by a name of its own. */
export function fullComplaint(change: Partial<Complaint> = {}): Complaint {
  const contributor = { contractor: ref('contractor-address') };
  return complaintWith({
    status: 'acknowledged',
    acknowledgedAt: at('2026-12-31T23:30:00Z'),
    handler: me,
    team: 'secret-team',
    staffComplainedAbout: [staffId('secret-subject')],
    decidedStage1: [staffId('secret-decider')],
    reviewedBy: staffId('secret-reviewer'),
    points: [
      {
        id: 'point-1',
        definition: ref('definition'),
        outcomeSought: ref('outcome-sought'),
        responsible: true,
        finding: 'partly-upheld',
        reasons: ref('reasons'),
        remedy: ref('remedy'),
      },
    ],
    draft: { by: [me], approvedBy: staffId('secret-approver'), returned: ref('returned') },
    extensions: [extension()],
    actions: [{ id: 'action-1', description: ref('action'), owner: staffId('secret-owner') }],
    questions: [
      { id: 'question-1', asked: contributor, text: ref('question'), answer: ref('answer') },
      { id: 'question-2', asked: { staff: staffId('secret-colleague') }, text: ref('question-2') },
    ],
    messages: [{ id: 'message-1', text: ref('message'), outcome: 'wants-stage-2' }],
    obligations: [
      ...complaintWith().obligations,
      obligation('update-1', 'update', { owner: staffId('secret-owner') }),
      obligation('action-1', 'action'),
      obligation('contact-1', 'contact'),
      obligation('question-1', 'contribution'),
      obligation('message-1', 'message-triage', { derivation: messageDerivation }),
    ],
    ...change,
  });
}
