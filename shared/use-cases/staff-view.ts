import { unansweredActions } from '../domain/commands/respond.ts';
import type { Complaint } from '../domain/complaint.ts';
import { explainDeadline } from '../domain/explain-deadline.ts';
import { isOpen, type Obligation } from '../domain/obligations.ts';
import { isProvisional } from '../domain/provisional.ts';
import type { WholeComplaint } from './read-complaint.ts';
import { describeRecords } from './record-view.ts';
import { describeParties } from './staff-view-parties.ts';
import {
  describeAction,
  describeAge,
  describeAnswering,
  describeEscalation,
  describeExtension,
  describeMessage,
  describePoint,
  describeQuestion,
} from './staff-view-parts.ts';
import { describeRedress } from './staff-view-redress.ts';
import { erased, putTexts } from './staff-view-texts.ts';
import { describeTriage } from './staff-view-triage.ts';

/** Complaints in the words of the API, as staff see them: texts in their places, dates explained. */

export function describeObligation(obligation: Obligation) {
  const { id, kind, dueOn, projected, codeDueOn, owner, ownerRank, whom, missed, met } = obligation;
  return {
    id,
    kind,
    dueOn,
    explanation: explainDeadline(obligation, 'staff'),
    state: met ? ('met' as const) : isOpen(obligation) ? ('open' as const) : ('ended' as const),
    ...(projected && { projected: true as const }),
    ...(isProvisional(obligation) && { provisional: true as const }),
    ...(codeDueOn && { codeDueOn }),
    ...(owner && { owner }),
    ...(ownerRank && { ownerRank }),
    ...(whom && { whom }),
    ...(missed?.length && { missed }),
    ...(met && { metOn: met.on, keptPolicy: met.keptPolicy, keptCode: met.keptCode }),
    ...(met?.backdated && { backdated: true as const }),
  };
}

export function describeChange({ reference, revision, stage, status, obligations }: Complaint) {
  return { reference, version: revision, stage, status, obligations: obligations.map(describeObligation) };
}

export function describeForStaff(whole: WholeComplaint) {
  const { stored, personal, texts, basis, record, reopened } = whole;
  const { complaint } = stored;
  const { landlord, channel, receivedAt, raisedIn, stage1, team, discussed } = complaint;
  return {
    ...describeChange(complaint),
    landlord,
    channel,
    receivedAt,
    ...(raisedIn && { raisedIn }),
    ...describeAnswering(complaint),
    ...(stage1 && { stage1: describeAnswering(stage1) }),
    decidedStage1: complaint.decidedStage1,
    ...describeEscalation(complaint, texts),
    ...describeAge(complaint, basis),
    ...(team && { team }),
    staffComplainedAbout: complaint.staffComplainedAbout,
    ...describeParties(complaint, personal, texts),
    ...describeTriage(complaint, texts, reopened),
    ...describeRecords(complaint, personal, record),
    description: personal?.description ?? erased,
    ...(personal?.desiredOutcome && { desiredOutcome: personal.desiredOutcome }),
    ...(personal?.adjustments && { adjustmentsAskedFor: personal.adjustments }),
    residentUnreached: complaint.residentUnreached,
    ...(discussed && { discussed }),
    points: complaint.points.map((point) => describePoint(point, texts)),
    ...(complaint.draft && { draft: putTexts(complaint.draft, texts) }),
    extensions: complaint.extensions.map((extension) => describeExtension(extension, texts)),
    actions: complaint.actions.map((action) => describeAction(action, complaint, texts)),
    openActionsToAnswer: unansweredActions(complaint),
    questions: complaint.questions.map((question) => describeQuestion(question, texts)),
    messages: complaint.messages.map((message) => describeMessage(message, texts)),
    ...describeRedress(complaint, texts),
  };
}
