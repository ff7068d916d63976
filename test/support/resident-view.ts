import type { Complaint } from '../../shared/domain/complaint.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { oweStage } from '../../shared/domain/stage-dates.ts';
import { complaintWith, extension, me, obligation, policy, ref } from './complaint-parts.ts';
import { referenceNumber } from './complaints.ts';
import { at, date, englandAndWales } from './rules.ts';

/** Everything that a complaint can hold at stage 1, each text by a name of its own. */
export function fullComplaint(change: Partial<Complaint> = {}): Complaint {
  const contributor = { contractor: ref('contractor-address') };
  return complaintWith({
    status: 'acknowledged',
    acknowledgedAt: at('2026-12-31T23:30:00Z'),
    raisedIn: referenceNumber(9),
    handler: me,
    team: 'secret-team',
    staffComplainedAbout: [staffId('secret-subject')],
    decidedStage1: [staffId('secret-decider')],
    decidedStage2: [staffId('secret-reviewer-2')],
    reviewedBy: staffId('secret-reviewer'),
    discussed: true,
    points: [
      {
        id: 'point-1',
        definition: ref('definition'),
        outcomeSought: ref('outcome-sought'),
        responsible: true,
        ombudsmen: ['housing-ombudsman'],
        finding: 'partly-upheld',
        reasons: ref('reasons'),
        remedy: ref('remedy'),
        remedies: ['practice-changed'],
      },
    ],
    draft: { by: [me], approvedBy: staffId('secret-approver'), returned: ref('returned') },
    extensions: [extension({ residentAgreed: false })],
    actions: [
      { id: 'action-1', description: ref('action'), owner: staffId('secret-owner'), note: ref('note') },
    ],
    questions: [
      { id: 'question-1', asked: contributor, text: ref('question'), answer: ref('answer') },
      { id: 'question-2', asked: { staff: staffId('secret-colleague') }, text: ref('question-2') },
    ],
    messages: [
      {
        id: 'message-1',
        sentAt: at('2027-01-06T12:00:00Z'),
        text: ref('message'),
        outcome: 'wants-stage-2',
      },
    ],
    escalationsRefused: [
      { on: date('2027-01-08'), ground: 'considered-before', reasons: ref('refusal-reasons') },
    ],
    exclusion: {
      on: date('2027-01-09'),
      ground: 'secret-ground',
      reasons: ref('exclusion-reasons'),
      evidence: ref('exclusion-evidence'),
      discretion: ref('exclusion-discretion'),
    },
    ...redress,
    obligations: [
      ...complaintWith().obligations,
      obligation('update-1', 'update', { owner: staffId('secret-owner') }),
      obligation('action-1', 'action'),
      obligation('contact-1', 'contact'),
      obligation('question-1', 'contribution'),
      obligation('message-1', 'message-triage'),
      obligation('handover-1', 'handover'),
      obligation('payment-1', 'payment'),
      obligation('learning-1', 'learning'),
      obligation('adjustment-1', 'adjustment-review'),
      obligation('restriction-1', 'restriction-review'),
      obligation('request-1', 'ombudsman-request'),
      obligation('order-1', 'ombudsman-order', { ownerRank: 'senior-lead' }),
    ],
    ...change,
  });
}

/** What goes with an answer, and what an Ombudsman says. */
const redress: Partial<Complaint> = {
  issues: [{ issue: ref('issue'), complaint: referenceNumber(2), because: 'would-delay' }],
  offers: [
    {
      offer: 'offer-1',
      pence: 8_000,
      for: 'distress-and-inconvenience',
      area: 'secret-area',
      reason: ref('offer-reason'),
      state: 'accepted',
    },
  ],
  handovers: [{ handover: 'handover-1', to: 'insurer', text: ref('claim') }],
  lessons: [
    {
      on: date('2027-01-10'),
      point: 'point-1',
      rootCause: ref('root-cause'),
      lesson: ref('lesson'),
      change: ref('changed-practice'),
    },
  ],
  ombudsmanRequests: [{ request: 'request-1', ombudsman: 'housing-ombudsman', text: ref('request') }],
  determinations: [
    {
      ombudsman: 'housing-ombudsman',
      on: date('2027-01-11'),
      findings: [{ point: 'complaint-handling', determination: 'service-failure' }],
    },
  ],
  orders: [{ order: 'order-1', binding: true, description: ref('order') }],
  adjustments: [
    {
      adjustment: 'adjustment-1',
      kind: 'more-time',
      note: ref('adjustment-note'),
      workingDays: 5,
      disability: ref('disability'),
    },
    { adjustment: 'adjustment-2', kind: 'audio', note: ref('ended-adjustment'), ended: true },
  ],
  restrictions: [
    {
      restriction: 'restriction-1',
      kind: 'single-contact',
      method: 'letter',
      contact: staffId('secret-contact'),
      agreed: false,
      reason: ref('restriction-reason'),
      equalityAct: ref('equality-act'),
    },
    {
      restriction: 'restriction-2',
      kind: 'single-medium',
      method: 'phone',
      agreed: true,
      reason: ref('lifted-restriction'),
      equalityAct: ref('equality-act-before'),
      lifted: true,
    },
  ],
  supporters: [ref('supporter')],
};

/** As `fullComplaint`, answered on 8 January 2027 and at stage 2 since the 12th, where its answer is being worked out. */
export function fullAtStage2(change: Partial<Complaint> = {}): Complaint {
  const { status, acknowledgedAt, handler, draft, reviewedBy, discussed, points, ...rest } = fullComplaint();
  const requestedAt = at('2027-01-12T10:00:00Z');
  const stage1 = { status, acknowledgedAt, handler, draft, reviewedBy, discussed };
  const outcome = { finding: 'not-upheld', reasons: ref('reasons-1'), remedy: ref('remedy-1') } as const;
  return {
    ...rest,
    stage: 2,
    status: 'acknowledged',
    acknowledgedAt: at('2027-01-14T10:00:00Z'),
    handler: staffId('secret-handler-2'),
    draft: { by: [staffId('secret-author')], returned: ref('returned-2') },
    stage1: { ...stage1, respondedOn: date('2027-01-08') },
    escalation: {
      requestedAt,
      requestedOn: date('2027-01-12'),
      reasons: ref('escalation-reasons'),
      windowEndedOn: date('2027-01-11'),
      ombudsman: 'housing-ombudsman',
      policyEffectiveFrom: date(policy.effectiveFrom),
    },
    points: points.map((point) => ({ ...point, escalated: true, stage1: outcome })),
    obligations: [
      ...rest.obligations.filter(({ kind }) => !kind.startsWith('stage-1')),
      ...oweStage(
        2,
        { countedFrom: 'escalation-request', on: date('2027-01-12'), at: requestedAt },
        policy,
        englandAndWales,
      ),
    ],
    ...change,
  };
}
