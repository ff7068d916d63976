import { ageOf, formerTenancyAgeOf } from '../domain/age.ts';
import type { Complaint } from '../domain/complaint.ts';
import { londonDateOf } from '../domain/london-time.ts';
import type { Outcome, Point } from '../domain/points.ts';
import type { WholeComplaint } from './read-complaint.ts';
import { putTexts, type Texts } from './staff-view-texts.ts';

/** How a complaint is answered, as staff see it. */

type Answering = Pick<Complaint, 'acknowledgedAt' | 'respondedOn' | 'handler'>;

export function describeAnswering({ acknowledgedAt, respondedOn, handler }: Answering) {
  return {
    ...(acknowledgedAt && { acknowledgedOn: londonDateOf(acknowledgedAt) }),
    ...(respondedOn && { respondedOn }),
    ...(handler && { handler }),
  };
}

/** The way to stage 2, and that a complaint was not taken on. */
export function describeEscalation({ escalation, escalationsRefused, exclusion }: Complaint, texts: Texts) {
  const { requestedAt: _, policyEffectiveFrom: __, ...request } = escalation ?? {};
  return {
    ...(escalation && { escalation: putTexts(request, texts) }),
    escalationsRefused: putTexts(escalationsRefused, texts),
    ...(exclusion && { exclusion: putTexts(exclusion, texts) }),
  };
}

/** How old it is, before anybody says that it is too old: for a former tenant by the time left to them too (seed 003). */
export function describeAge(complaint: Complaint, basis: WholeComplaint['basis']) {
  const formerTenancyAge =
    complaint.standing === 'former-tenant' ? formerTenancyAgeOf(complaint, basis) : undefined;
  return { age: ageOf(complaint, basis), ...(formerTenancyAge && { formerTenancyAge }) };
}

export function describePoint(point: Point, texts: Texts) {
  const { finding: _, reasons: __, remedy: ___, remedies: ____, stage1, ...defined } = point;
  return {
    ...putTexts(defined, texts),
    ...describeOutcome(point, texts),
    ...(stage1 && { stage1: describeOutcome(stage1, texts) }),
  };
}

function describeOutcome({ finding, reasons, remedy, remedies }: Omit<Outcome, 'point'>, texts: Texts) {
  return {
    ...(finding && { finding }),
    ...(reasons && { reasons: putTexts(reasons, texts) }),
    ...(remedy && { remedy: remedy === 'none' ? '' : putTexts(remedy, texts) }),
    ...(remedies && { remedies }),
  };
}

export function describeExtension(
  { extension: id, stage, state, extends: extended, newDueOn, by, ...said }: Complaint['extensions'][number],
  texts: Texts,
) {
  const { reason, goodReason, residentAgreed } = said;
  return {
    id,
    stage,
    state,
    extends: extended,
    newDueOn,
    reason: putTexts(reason, texts),
    ...(goodReason && { goodReason: putTexts(goodReason, texts) }),
    ...(residentAgreed !== undefined && { residentAgreed }),
    by,
  };
}

export function describeAction(
  action: Complaint['actions'][number],
  { obligations }: Complaint,
  texts: Texts,
) {
  const obligation = obligations.find((each) => each.id === action.id);
  if (!obligation) throw new Error(`the action ${action.id} has no obligation`);
  const { dueOn, met } = obligation;
  return { ...putTexts(action, texts), dueOn, ...(met && { completedOn: met.on }) };
}

export function describeQuestion({ id, asked, text, answer }: Complaint['questions'][number], texts: Texts) {
  return {
    id,
    asked: 'staff' in asked ? asked.staff : putTexts(asked.contractor, texts),
    question: putTexts(text, texts),
    ...(answer && { answer: putTexts(answer, texts) }),
  };
}

export function describeMessage(
  { sentAt: _, ofEarlierLead: __, ...message }: Complaint['messages'][number],
  texts: Texts,
) {
  return putTexts(message, texts);
}
