import * as z from 'zod/mini';
import * as access from '../shared/contracts/access.ts';
import * as calendar from '../shared/contracts/calendar.ts';
import { previewBody } from '../shared/contracts/calendar-preview.ts';
import * as contribution from '../shared/contracts/contribution.ts';
import { deadlinesBody, intakeBody, obligationBody, receivedBody } from '../shared/contracts/intake.ts';
import * as people from '../shared/contracts/people.ts';
import { fieldProblem, problemBody } from '../shared/contracts/problems.ts';
import * as staff from '../shared/contracts/staff.ts';
import * as commands from '../shared/contracts/staff-commands.ts';

type Json = Record<string, unknown>;

/** Names in the document of what callers send. */
const sent = {
  Complaint: intakeBody,
  Link: access.sessionRequestBody,
  Message: access.messageBody,
  Withdrawal: access.withdrawalBody,
  Contribution: contribution.contributionBody,
  ComplaintToLog: staff.loggedBody,
  NewPerson: people.newPersonBody,
  ChangedPerson: people.changedPersonBody,
  NewCalendarVersion: calendar.newVersionBody,
  CalendarToApply: calendar.applicationRequestBody,
  Assignment: commands.assignmentBody,
  Acknowledgement: commands.acknowledgementBody,
  NewPoints: commands.pointsBody,
  Draft: commands.draftBody,
  Review: commands.approvalBody,
  Response: commands.responseBody,
  Extension: commands.extensionBody,
  PreparedExtension: commands.preparedExtensionBody,
  Update: commands.updateBody,
  ContactNote: commands.contactNoteBody,
  Correspondence: commands.correspondenceBody,
  Question: commands.questionBody,
  Triage: commands.triageBody,
  NewAction: commands.actionBody,
  ActionUpdate: commands.actionUpdateBody,
  ActionCompletion: commands.completionBody,
  Correction: commands.correctionBody,
  RecordedWithdrawal: commands.withdrawalBody,
  Closure: commands.closureBody,
  Reopening: commands.reopeningBody,
};

/** Names in the document of what they are answered. */
const answered = {
  AcceptedComplaint: receivedBody,
  Deadlines: deadlinesBody,
  Obligation: obligationBody,
  LinkRequested: access.linkRequestedBody,
  Session: access.openedSessionBody,
  FollowedComplaint: access.followedBody,
  StoredMessage: access.messageSentBody,
  WithdrawnComplaint: access.withdrawnBody,
  StoredContribution: contribution.contributionAnswer,
  LoggedComplaint: staff.loggedAnswer,
  Worklist: staff.worklistBody,
  WholeComplaint: staff.complaintBody,
  ChangedComplaint: staff.changedBody,
  StaffObligation: staff.staffObligationBody,
  Timeline: staff.timelineBody,
  Notices: staff.noticesBody,
  People: people.peopleBody,
  Person: people.personBody,
  CalendarVersions: calendar.versionsBody,
  CalendarVersion: calendar.versionBody,
  LandlordCalendar: calendar.landlordCalendarBody,
  CalendarPreview: previewBody,
  AppliedCalendar: calendar.applicationBody,
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
