import type { NoticeKind } from '../domain/notices.ts';
import acceptance from './acceptance.md';
import accessLink from './access-link.md';
import acknowledgement from './acknowledgement.md';
import actionChanged from './action-changed.md';
import actionCompleted from './action-completed.md';
import actionReplaced from './action-replaced.md';
import adjustmentsAgreed from './adjustments-agreed.md';
import alert from './alert.md';
import assignment from './assignment.md';
import calendarDifference from './calendar-difference.md';
import calendarFeedUnusable from './calendar-feed-unusable.md';
import calendarHorizon from './calendar-horizon.md';
import calendarVersionAdded from './calendar-version-added.md';
import clarification from './clarification.md';
import closure from './closure.md';
import compensationOffer from './compensation-offer.md';
import compensationPaid from './compensation-paid.md';
import complimentPassedOn from './compliment-passed-on.md';
import complimentThanks from './compliment-thanks.md';
import consentRequest from './consent-request.md';
import contactRestriction from './contact-restriction.md';
import datesChanged from './dates-changed.md';
import digest from './digest.md';
import escalationAcknowledgement from './escalation-acknowledgement.md';
import escalationReceipt from './escalation-receipt.md';
import escalationRefusal from './escalation-refusal.md';
import exclusion from './exclusion.md';
import extension from './extension.md';
import extensionProblem from './extension-problem.md';
import finalResponse from './final-response.md';
import handlerChange from './handler-change.md';
import insurer from './insurer.md';
import issueRaised from './issue-raised.md';
import merged from './merged.md';
import missedDateApology from './missed-date-apology.md';
import newLead from './new-lead.md';
import pointsAccepted from './points-accepted.md';
import pointsExcluded from './points-excluded.md';
import question from './question.md';
import receipt from './receipt.md';
import reopening from './reopening.md';
import residentMessage from './resident-message.md';
import response from './response.md';
import reviewerNeeded from './reviewer-needed.md';
import serviceRequestReceipt from './service-request-receipt.md';
import serviceRequestReview from './service-request-review.md';
import update from './update.md';
import updatesAgreed from './updates-agreed.md';
import urgentComplaint from './urgent-complaint.md';
import withdrawal from './withdrawal.md';

/** The default wording of every notice: Markdown whose first heading is the subject, with `{{named}}` placeholders. */
export const templates: Record<NoticeKind, string> = {
  receipt,
  acknowledgement,
  clarification,
  extension,
  update,
  response,
  'missed-date-apology': missedDateApology,
  'action-changed': actionChanged,
  'action-completed': actionCompleted,
  withdrawal,
  closure,
  reopening,
  'dates-changed': datesChanged,
  'escalation-receipt': escalationReceipt,
  'escalation-acknowledgement': escalationAcknowledgement,
  'escalation-refusal': escalationRefusal,
  'final-response': finalResponse,
  'issue-raised': issueRaised,
  exclusion,
  acceptance,
  'handler-change': handlerChange,
  'compensation-offer': compensationOffer,
  'compensation-paid': compensationPaid,
  insurer,
  'action-replaced': actionReplaced,
  'updates-agreed': updatesAgreed,
  'adjustments-agreed': adjustmentsAgreed,
  'contact-restriction': contactRestriction,
  'reviewer-needed': reviewerNeeded,
  'access-link': accessLink,
  alert,
  assignment,
  'extension-problem': extensionProblem,
  'resident-message': residentMessage,
  question,
  'consent-request': consentRequest,
  'points-excluded': pointsExcluded,
  'points-accepted': pointsAccepted,
  merged,
  'new-lead': newLead,
  'urgent-complaint': urgentComplaint,
  'service-request-receipt': serviceRequestReceipt,
  'service-request-review': serviceRequestReview,
  'compliment-thanks': complimentThanks,
  'compliment-passed-on': complimentPassedOn,
  'calendar-feed-unusable': calendarFeedUnusable,
  'calendar-difference': calendarDifference,
  'calendar-version-added': calendarVersionAdded,
  'calendar-horizon': calendarHorizon,
  digest,
};
