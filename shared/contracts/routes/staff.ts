import * as z from 'zod/mini';
import { idempotencyHeaders } from '../intake.ts';
import { changedPersonBody, newPersonBody, peopleBody, personBody, personPath } from '../people.ts';
import { loggedAnswer, loggedBody, referencePath } from '../staff.ts';
import { complaintBody } from '../staff-complaint.ts';
import { noticesBody, timelineBody, worklistBody, worklistQuery } from '../staff-lists.ts';
import { calendarRoutes } from './calendar.ts';
import { enquiryRoutes } from './enquiries.ts';
import { forecastRoutes } from './forecast.ts';
import { importRoutes } from './imports.ts';
import { letterRoutes } from './letters.ts';
import { policyRoutes } from './policy.ts';
import { recordRoutes } from './records.ts';
import type { Route } from './route.ts';

const staff = { function: 'staff-api', tag: 'staff' } as const;
const revisionHeaders = z.strictObject({
  'If-Match': z
    .string()
    .check(
      z.regex(/^"\d{1,9}"$/, 'must be the revision of the person in quotes, such as "3"'),
      z.describe(
        'Revision of the person as you read it, in quotes: the change is made only while it is still the same.',
      ),
    ),
});

/** What staff log, read and keep. */
export const staffRoutes = {
  logComplaint: {
    ...staff,
    key: 'POST /staff/complaints',
    summary: 'Log a complaint',
    description:
      'Logs a complaint that reached somebody on the staff in any way. The clocks count from the day on which dissatisfaction was first expressed.',
    request: { headers: idempotencyHeaders, body: loggedBody },
    answer: { status: 201, description: 'The complaint is stored.', body: loggedAnswer },
    problems: [
      'invalid-request',
      'not-allowed',
      'unknown-landlord',
      'refused',
      'too-large',
      'not-json',
      'key-reused',
      'key-missing',
      'our-fault',
    ],
  },
  readWorklist: {
    ...staff,
    key: 'GET /staff/complaints',
    summary: 'See the worklist',
    description:
      'A landlord’s complaints that you may see, what is due first coming first. A page may be short although more follow: go on while there is a next.',
    request: { query: worklistQuery },
    answer: { status: 200, description: 'A page of the worklist.', body: worklistBody },
    problems: ['invalid-request', 'not-allowed', 'our-fault'],
  },
  readComplaint: {
    ...staff,
    key: 'GET /staff/complaints/{reference}',
    summary: 'See a complaint',
    description: 'Everything about one complaint, with the ETag that a change must name.',
    request: { path: referencePath },
    answer: { status: 200, description: 'The complaint.', body: complaintBody },
    problems: ['not-allowed', 'unknown-complaint', 'our-fault'],
  },
  readTimeline: {
    ...staff,
    key: 'GET /staff/complaints/{reference}/timeline',
    summary: 'See what happened',
    description: 'Every event of a complaint, and whether the chain of their hashes is whole.',
    request: { path: referencePath },
    answer: { status: 200, description: 'The timeline.', body: timelineBody },
    problems: ['not-allowed', 'unknown-complaint', 'our-fault'],
  },
  readNotices: {
    ...staff,
    key: 'GET /staff/complaints/{reference}/notices',
    summary: 'See what was sent',
    description: 'Every notice of a complaint, with what became of it.',
    request: { path: referencePath },
    answer: { status: 200, description: 'The notices.', body: noticesBody },
    problems: ['not-allowed', 'unknown-complaint', 'our-fault'],
  },
  listPeople: {
    ...staff,
    key: 'GET /staff/people',
    summary: 'See the staff register',
    description: 'Whoever serves one of your landlords.',
    request: {},
    answer: { status: 200, description: 'The people.', body: peopleBody },
    problems: ['not-allowed', 'our-fault'],
  },
  addPerson: {
    ...staff,
    key: 'POST /staff/people',
    summary: 'Add somebody to the staff register',
    description:
      'Adds somebody, so that they can be assigned work and be mailed. Their rights come from their token; the register can only narrow them.',
    request: { headers: idempotencyHeaders, body: newPersonBody },
    answer: { status: 201, description: 'The person is in the register.', body: personBody },
    problems: [
      'invalid-request',
      'not-allowed',
      'refused',
      'too-large',
      'not-json',
      'key-missing',
      'our-fault',
    ],
  },
  changePerson: {
    ...staff,
    key: 'PUT /staff/people/{id}',
    summary: 'Change somebody in the staff register',
    description:
      'Replaces what is kept of somebody. Whoever is disabled can do nothing from then on, and what they owe moves to their team’s leader at once.',
    request: { path: personPath, headers: revisionHeaders, body: changedPersonBody },
    answer: { status: 200, description: 'The person as they are now.', body: personBody },
    problems: [
      'invalid-request',
      'not-allowed',
      'unknown-person',
      'refused',
      'stale',
      'too-large',
      'not-json',
      'version-missing',
      'our-fault',
    ],
  },
  ...calendarRoutes,
  ...importRoutes,
  ...enquiryRoutes,
  ...forecastRoutes,
  ...policyRoutes,
  ...recordRoutes,
  ...letterRoutes,
} as const satisfies Record<string, Route>;
