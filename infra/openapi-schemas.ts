import * as z from 'zod/mini';
import * as access from '../shared/contracts/access.ts';
import { followedBody } from '../shared/contracts/access-view.ts';
import * as calendar from '../shared/contracts/calendar.ts';
import { previewBody } from '../shared/contracts/calendar-preview.ts';
import * as contribution from '../shared/contracts/contribution.ts';
import * as enquiries from '../shared/contracts/enquiries.ts';
import * as enquiryAnswers from '../shared/contracts/enquiry-answers.ts';
import { forecastBody } from '../shared/contracts/forecast.ts';
import { importAnswer, importBody } from '../shared/contracts/imports.ts';
import { deadlinesBody, intakeBody, obligationBody, receivedBody } from '../shared/contracts/intake.ts';
import * as letters from '../shared/contracts/letters.ts';
import * as people from '../shared/contracts/people.ts';
import { departuresBody } from '../shared/contracts/policy.ts';
import { fieldProblem, problemBody } from '../shared/contracts/problems.ts';
import * as records from '../shared/contracts/records.ts';
import { escalatedBody, escalationBody } from '../shared/contracts/resident-escalation.ts';
import * as staff from '../shared/contracts/staff.ts';
import * as afterAnswer from '../shared/contracts/staff-commands/after-answer.ts';
import * as answer from '../shared/contracts/staff-commands/answer.ts';
import * as arrangements from '../shared/contracts/staff-commands/arrangements.ts';
import * as escalation from '../shared/contracts/staff-commands/escalation.ts';
import * as inquiry from '../shared/contracts/staff-commands/inquiry.ts';
import * as intake from '../shared/contracts/staff-commands/intake.ts';
import * as ombudsman from '../shared/contracts/staff-commands/ombudsman.ts';
import * as parties from '../shared/contracts/staff-commands/parties.ts';
import { complaintBody } from '../shared/contracts/staff-complaint.ts';
import * as lists from '../shared/contracts/staff-lists.ts';

type Json = Record<string, unknown>;

/** Names in the document of what callers send. */
const sent = {
  Complaint: intakeBody,
  Link: access.sessionRequestBody,
  Message: access.messageBody,
  Withdrawal: access.withdrawalBody,
  Escalation: escalationBody,
  Contribution: contribution.contributionBody,
  ComplaintToLog: staff.loggedBody,
  Import: importBody,
  NewPerson: people.newPersonBody,
  ChangedPerson: people.changedPersonBody,
  NewCalendarVersion: calendar.newVersionBody,
  CalendarToApply: calendar.applicationRequestBody,
  Assignment: inquiry.assignmentBody,
  Acknowledgement: inquiry.acknowledgementBody,
  NewPoints: inquiry.pointsBody,
  Draft: answer.draftBody,
  Review: answer.approvalBody,
  Response: answer.responseBody,
  Extension: answer.extensionBody,
  PreparedExtension: answer.preparedExtensionBody,
  Update: answer.updateBody,
  ContactNote: inquiry.contactNoteBody,
  Correspondence: inquiry.correspondenceBody,
  Question: inquiry.questionBody,
  Clarification: inquiry.clarificationBody,
  Triage: inquiry.triageBody,
  NewAction: answer.actionBody,
  ActionUpdate: answer.actionUpdateBody,
  ActionCompletion: answer.completionBody,
  Correction: inquiry.correctionBody,
  RecordedWithdrawal: answer.withdrawalBody,
  Closure: answer.closureBody,
  Reopening: answer.reopeningBody,
  RecordedEscalation: escalation.escalationBody,
  EscalationRefusal: escalation.escalationRefusalBody,
  Issue: escalation.issueBody,
  Compensation: afterAnswer.compensationBody,
  ActionReplacement: afterAnswer.replacementBody,
  Learning: afterAnswer.learningBody,
  Exclusion: ombudsman.exclusionBody,
  Acceptance: ombudsman.acceptanceBody,
  OmbudsmanStep: ombudsman.ombudsmanBody,
  UpdateInterval: arrangements.updateIntervalBody,
  Adjustment: arrangements.adjustmentBody,
  Restriction: arrangements.restrictionBody,
  Supporter: arrangements.supporterBody,
  Consent: parties.consentBody,
  Copies: parties.copiesBody,
  Departure: parties.departureBody,
  FoundAtTheDoor: intake.doorBody,
  Conflict: intake.conflictBody,
  Merger: intake.mergerBody,
  RelatedComplaint: intake.linkBody,
  Compliment: enquiries.complimentBody,
  ServiceRequestToLog: enquiries.serviceRequestBody,
  ComplimentToLog: enquiries.loggedComplimentBody,
  SurveyFeedbackToLog: enquiries.surveyFeedbackBody,
  Choice: enquiries.choiceBody,
  RequestReview: enquiries.reviewBody,
  Conversion: enquiries.conversionBody,
  PassingOn: enquiries.passingOnBody,
  ResidentRecordToKeep: records.residentRecordRequest,
  PropertyRecordToKeep: records.propertyRecordRequest,
  Posting: letters.postingBody,
};

/** Names in the document of what they are answered. */
const answered = {
  AcceptedComplaint: receivedBody,
  Deadlines: deadlinesBody,
  Obligation: obligationBody,
  LinkRequested: access.linkRequestedBody,
  Session: access.openedSessionBody,
  FollowedComplaint: followedBody,
  StoredMessage: access.messageSentBody,
  WithdrawnComplaint: access.withdrawnBody,
  EscalatedComplaint: escalatedBody,
  StoredContribution: contribution.contributionAnswer,
  LoggedComplaint: staff.loggedAnswer,
  ImportedRows: importAnswer,
  Worklist: lists.worklistBody,
  WholeComplaint: complaintBody,
  ChangedComplaint: staff.changedBody,
  StaffObligation: staff.staffObligationBody,
  Timeline: lists.timelineBody,
  Notices: lists.noticesBody,
  People: people.peopleBody,
  Person: people.personBody,
  CalendarVersions: calendar.versionsBody,
  CalendarVersion: calendar.versionBody,
  LandlordCalendar: calendar.landlordCalendarBody,
  CalendarPreview: previewBody,
  AppliedCalendar: calendar.applicationBody,
  PolicyDepartures: departuresBody,
  Forecast: forecastBody,
  ReceivedCompliment: enquiries.complimentReceivedBody,
  LoggedEnquiry: enquiryAnswers.enquiryLoggedBody,
  ChangedEnquiry: enquiryAnswers.enquiryChangedBody,
  Enquiry: enquiryAnswers.enquiryBody,
  ServiceRequests: enquiryAnswers.requestsBody,
  Compliments: enquiryAnswers.complimentsBody,
  ResidentRecord: records.residentRecordBody,
  PropertyRecord: records.propertyRecordBody,
  FoundResidents: records.residentsBody,
  Duplicates: records.duplicatesBody,
  Letters: letters.lettersBody,
  Calls: letters.callsBody,
  Letter: letters.letterBody,
  Problem: problemBody,
  FieldProblem: fieldProblem,
};

/** @throws Error where the schema has no name above */
export function refTo(schema: object): Json {
  const named = Object.entries({ ...sent, ...answered }).find(([, candidate]) => candidate === schema);
  if (!named) throw new Error('a schema of a route has no name in the description of the API');
  return { $ref: componentOf(named[0]) };
}

/** Every schema that has a name. */
export function describeSchemas(): Json {
  return { ...schemasOf(sent, 'input'), ...schemasOf(answered, 'output') };
}

/** Fields of a request that are no body, each by its name, and which of them are required. */
export function describeFields(fields: z.ZodMiniType): {
  properties: Record<string, Json>;
  required: string[];
} {
  const { properties = {}, required = [] } = z.toJSONSchema(fields, { io: 'input', override: readable });
  return { properties: properties as Record<string, Json>, required };
}

function componentOf(name: string): string {
  return `#/components/schemas/${name}`;
}

function schemasOf(named: Record<string, z.ZodMiniType>, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io, uri: componentOf, override: readable });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
  );
}

/** A format says it all: the pattern behind it would fill lines and help nobody. */
function readable({ jsonSchema }: { jsonSchema: Json }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}
