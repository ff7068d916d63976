import type * as z from 'zod/mini';
import {
  choiceBody,
  conversionBody,
  loggedComplimentBody,
  passingOnBody,
  reviewBody,
  serviceRequestBody,
  surveyFeedbackBody,
} from '../enquiries.ts';
import {
  complimentsBody,
  complimentsQuery,
  enquiryBody,
  enquiryChangedBody,
  enquiryLoggedBody,
  enquiryPath,
  landlordListPath,
  requestsBody,
  requestsQuery,
} from '../enquiry-answers.ts';
import { idempotencyHeaders } from '../intake.ts';
import type { ProblemType } from '../problems.ts';
import { changeHeaders } from '../staff.ts';
import type { Body, Route } from './route.ts';

const staff = { function: 'staff-api', tag: 'staff' } as const;
const posted = [
  'invalid-request',
  'not-allowed',
  'refused',
  'too-large',
  'not-json',
  'key-reused',
  'key-missing',
  'our-fault',
] as const satisfies ProblemType[];

function logging<Sent extends Body>(path: string, summary: string, description: string, body: Sent) {
  return {
    ...staff,
    key: `POST /staff/${path}`,
    summary,
    description,
    request: { headers: idempotencyHeaders, body: body as Sent },
    answer: { status: 201, description: 'It is stored.', body: enquiryLoggedBody },
    problems: [...posted, 'unknown-landlord'],
  } as const satisfies Route;
}

function changing<Sent extends Body>(path: string, summary: string, description: string, body: Sent) {
  const [collection, act] = path.split('/');
  return {
    ...staff,
    key: `POST /staff/${collection}/{reference}/${act}`,
    summary,
    description,
    request: { path: enquiryPath, headers: changeHeaders, body: body as Sent },
    answer: { status: 200, description: 'The change is stored.', body: enquiryChangedBody },
    problems: [...posted, 'unknown-enquiry', 'stale', 'version-missing'],
  } as const satisfies Route;
}

function reading<Path extends z.ZodMiniObject, Query extends z.ZodMiniObject, Answer extends z.ZodMiniObject>(
  list: string,
  [summary, description]: readonly [string, string],
  path: Path,
  query: Query,
  body: Answer,
) {
  return {
    ...staff,
    key: `GET /staff/landlords/{landlord}/${list}`,
    summary,
    description,
    request: { path, query },
    answer: { status: 200, description, body },
    problems: ['invalid-request', 'not-allowed', 'our-fault'],
  } as const satisfies Route;
}

/** What staff do with what is no complaint: requests, compliments, what is said in a survey. */
export const enquiryRoutes = {
  logServiceRequest: logging(
    'service-requests',
    'Log a service request',
    'Logs that somebody asks for something to be put right. It is looked at again by a day, and whoever asked is told which. It can be made a complaint at any time.',
    serviceRequestBody,
  ),
  logCompliment: logging(
    'compliments',
    'Log a compliment',
    'Logs that somebody said that something went well. Where an email address is given, thanks go there.',
    loggedComplimentBody,
  ),
  logSurveyFeedback: logging(
    'survey-feedback',
    'Log what was said in a survey',
    'Logs dissatisfaction that was expressed in a survey, which is no complaint by itself, and that whoever is known was given the choice to complain.',
    surveyFeedbackBody,
  ),
  readEnquiry: {
    ...staff,
    key: 'GET /staff/enquiries/{reference}',
    summary: 'See what is no complaint',
    description: 'Everything about a service request, a compliment or what was said in a survey.',
    request: { path: enquiryPath },
    answer: { status: 200, description: 'The enquiry.', body: enquiryBody },
    problems: ['not-allowed', 'unknown-enquiry', 'our-fault'],
  },
  offerChoice: changing(
    'service-requests/choice',
    'Record that the choice to complain was offered',
    'Records that somebody who is dissatisfied was given the choice to complain, and what they said. What is said in a survey can be named here too.',
    choiceBody,
  ),
  reviewServiceRequest: changing(
    'service-requests/review',
    'Record that a service request was looked at again',
    'Ends a service request that is resolved, or sets the day on which one that is still open is looked at again.',
    reviewBody,
  ),
  convertServiceRequest: changing(
    'service-requests/conversion',
    'Make a complaint of a service request',
    'Makes a complaint of it, with its person and its words. The clocks count from the day on which dissatisfaction was expressed, and the work on the request goes on; what was filed wrongly counts from the first contact. A compliment, or what was said in a survey, can be named here too.',
    conversionBody,
  ),
  passComplimentOn: changing(
    'compliments/passing-on',
    'Pass a compliment on',
    'Tells a compliment, in the words of whoever gave it, to the person or the team that it is about.',
    passingOnBody,
  ),
  readServiceRequests: reading(
    'service-requests',
    [
      'See the open service requests',
      'A landlord’s open service requests, what is to be looked at first coming first.',
    ],
    landlordListPath,
    requestsQuery,
    requestsBody,
  ),
  readCompliments: reading(
    'compliments',
    [
      'See and count the compliments of a quarter',
      'A landlord’s compliments of a quarter, with their number.',
    ],
    landlordListPath,
    complimentsQuery,
    complimentsBody,
  ),
} as const satisfies Record<string, Route>;
