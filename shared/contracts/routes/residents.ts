import {
  complaintPath,
  linkRequestedBody,
  messageBody,
  messageSentBody,
  openedSessionBody,
  sessionRequestBody,
  sessionRequestHeaders,
  withdrawalBody,
  withdrawnBody,
} from '../access.ts';
import { followedBody } from '../access-view.ts';
import { complimentBody, complimentReceivedBody } from '../enquiries.ts';
import {
  deadlinesBody,
  deadlinesQuery,
  idempotencyHeaders,
  intakeBody,
  landlordPath,
  receivedBody,
} from '../intake.ts';
import { escalatedBody, escalationBody } from '../resident-escalation.ts';
import type { Route } from './route.ts';

/** What residents, and anybody who thinks of complaining, can ask for. */
export const residentRoutes = {
  receiveComplaint: {
    key: 'POST /landlords/{landlord}/complaints',
    function: 'resident-api',
    tag: 'residents',
    summary: 'Make a complaint',
    description:
      'Accepts a complaint and answers with its reference and the dates by which the landlord owes an acknowledgement and a response. Where an email address is given, a receipt goes there. Nothing is stored unless the answer is 201.',
    request: { path: landlordPath, headers: idempotencyHeaders, body: intakeBody },
    answer: { status: 201, description: 'The complaint is stored.', body: receivedBody },
    problems: ['invalid-request', 'unknown-landlord', 'too-large', 'not-json', 'key-reused', 'our-fault'],
  },
  sendCompliment: {
    key: 'POST /landlords/{landlord}/compliments',
    function: 'resident-api',
    tag: 'residents',
    summary: 'Say that something went well',
    description:
      'Stores a compliment, which is told to whom it is about and counted. Where an email address is given, thanks go there. Nothing is stored unless the answer is 201.',
    request: { path: landlordPath, headers: idempotencyHeaders, body: complimentBody },
    answer: { status: 201, description: 'The compliment is stored.', body: complimentReceivedBody },
    problems: ['invalid-request', 'unknown-landlord', 'too-large', 'not-json', 'key-reused', 'our-fault'],
  },
  explainDeadlines: {
    key: 'GET /landlords/{landlord}/deadlines',
    function: 'resident-api',
    tag: 'residents',
    summary: 'See the dates that a complaint would get',
    description:
      'Works out the dates for a complaint received at an instant, and explains each in a sentence. Stores nothing.',
    request: { path: landlordPath, query: deadlinesQuery },
    answer: { status: 200, description: 'The dates, each explained.', body: deadlinesBody },
    problems: ['invalid-request', 'unknown-landlord', 'our-fault'],
  },
  requestLink: {
    key: 'POST /complaints/{reference}/links',
    function: 'resident-api',
    tag: 'residents',
    summary: 'Ask for a link to a complaint',
    description:
      'Mails a link to whoever made the complaint, at the address that is kept with it. The answer is the same whether or not there is such a complaint. However often it is asked for, one link in each span of ten minutes by the clock is mailed, such as from 15:00 to 15:09.',
    request: { path: complaintPath, headers: idempotencyHeaders },
    answer: { status: 202, description: 'The request was taken.', body: linkRequestedBody },
    problems: ['invalid-request', 'too-large', 'not-json', 'our-fault'],
  },
  openSession: {
    key: 'POST /resident-sessions',
    function: 'resident-api',
    tag: 'residents',
    summary: 'Open a session with a mailed link',
    description:
      'Turns the token of a mailed link, once and within ten minutes, into a session that lets its bearer see that one complaint for thirty minutes. Nothing but this request uses the link up: opening its address does not.',
    request: { headers: sessionRequestHeaders, body: sessionRequestBody },
    answer: { status: 201, description: 'The session is open.', body: openedSessionBody },
    problems: ['invalid-request', 'not-signed-in', 'too-large', 'not-json', 'our-fault'],
  },
  followComplaint: {
    key: 'GET /complaints/{reference}',
    function: 'resident-api',
    tag: 'residents',
    session: true,
    summary: 'See a complaint as its resident',
    description:
      'Where the complaint stands, what we owe next, by when and why, and what was written and promised. Needs a session of this complaint.',
    request: { path: complaintPath },
    answer: { status: 200, description: 'The complaint as its resident sees it.', body: followedBody },
    problems: ['not-signed-in', 'our-fault'],
  },
  sendMessage: {
    key: 'POST /complaints/{reference}/messages',
    function: 'resident-api',
    tag: 'residents',
    session: true,
    summary: 'Add a message to a complaint',
    description:
      'Stores what a resident adds, asks or says, whatever has become of the complaint. Somebody reads it by a date. Needs a session of this complaint.',
    request: { path: complaintPath, headers: idempotencyHeaders, body: messageBody },
    answer: { status: 201, description: 'The message is stored.', body: messageSentBody },
    problems: [
      'invalid-request',
      'not-signed-in',
      'refused',
      'too-large',
      'not-json',
      'key-reused',
      'our-fault',
    ],
  },
  withdrawComplaint: {
    key: 'POST /complaints/{reference}/withdrawal',
    function: 'resident-api',
    tag: 'residents',
    session: true,
    summary: 'Withdraw a complaint',
    description:
      'Ends a complaint that has not been answered yet, because its resident no longer wants it dealt with. It can be opened again. Needs a session of this complaint.',
    request: { path: complaintPath, headers: idempotencyHeaders, body: withdrawalBody },
    answer: { status: 200, description: 'The complaint is withdrawn.', body: withdrawnBody },
    problems: [
      'invalid-request',
      'not-signed-in',
      'refused',
      'too-large',
      'not-json',
      'key-reused',
      'our-fault',
    ],
  },
  escalateComplaint: {
    key: 'POST /complaints/{reference}/escalation',
    function: 'resident-api',
    tag: 'residents',
    session: true,
    summary: 'Ask for stage 2',
    description:
      'Asks for a complaint, or some points of it, to be looked at again, once it was answered or the answer is late. No reasons are needed. Needs a session of this complaint.',
    request: { path: complaintPath, headers: idempotencyHeaders, body: escalationBody },
    answer: { status: 201, description: 'The complaint is at stage 2.', body: escalatedBody },
    problems: [
      'invalid-request',
      'not-signed-in',
      'refused',
      'too-large',
      'not-json',
      'key-reused',
      'our-fault',
    ],
  },
} as const satisfies Record<string, Route>;
