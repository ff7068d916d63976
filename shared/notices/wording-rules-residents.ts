import type { residentNoticeKinds } from '../domain/notices.ts';
import { must, type Said } from './mandatory.ts';

const definition = must('points.definition', 'the complaint as we understand it', '5.6');
const outcome = must('points.outcomeSought', 'what the person wants to happen', '5.6');
const promises = must('promises.task', 'what we promise now, and by when', '7.3');
const right = must('ombudsmanRight', 'that the decision can be taken to the Ombudsman', '2.4');
const handler = must('handlerName', 'who deals with it');
const dueOn = must('dueOn', 'by when');
const explanation = must('explanation', 'how that date was counted');
const reason = must('reason', 'why');

/** Code 2.4: whoever is refused is told in detail why. */
const refusal = [
  must('reasons', 'our reasons', '2.4'),
  must('ground', 'the part of our policy that we went by', '2.2'),
  must('evidence', 'what we looked at', '2.1'),
  must('exception', 'that we thought of making an exception', '2.5'),
  must('discretion', 'why we made no exception', '2.5'),
  must('signpost', 'where it can be taken instead'),
  right,
];

const answer = [
  must('points.definition', 'the complaint as we understand it (b)', '6.9'),
  must('points.finding', 'our decision on it (c)', '6.9'),
  must('points.reasons', 'our reasons (d)', '6.9'),
  must('points.remedy', 'how we put it right (e)', '6.9'),
  must('actions.description', 'what is still to be done (f)', '6.9'),
];

/** Of notices to residents. */
export const toResidents: Record<(typeof residentNoticeKinds)[number], Said> = {
  receipt: {
    values: 'receivedOn acknowledgementDueOn responseDueOn acknowledgementExplanation responseExplanation',
    must: [
      must('acknowledgementDueOn', 'by when a person has read it', '6.2'),
      must('responseDueOn', 'by when we answer', '6.3'),
    ],
  },
  acknowledgement: {
    values:
      'handlerName points.definition points.outcomeSought points.responsibility responseDueOn responseExplanation',
    must: [
      definition,
      outcome,
      must('points.responsibility', 'what we are and are not responsible for', '5.7'),
      must('responseDueOn', 'by when we answer', '6.3'),
      handler,
    ],
  },
  clarification: {
    values: 'question promises.task promises.explanation',
    must: [must('question', 'what is not clear to us', '5.6'), promises],
  },
  extension: {
    values: 'dueOn newDueOn explanation updates reason goodReason',
    must: [
      must('newDueOn', 'the new date', '6.4'),
      must('reason', 'why we need more time', '6.4'),
      must('goodReason', 'the good reason for more than the Code allows', '6.4'),
      must('updates', 'how often we tell how things stand', '5.9'),
    ],
  },
  update: {
    values: 'text promises.task promises.explanation',
    must: [must('text', 'how things stand', '5.9'), promises],
  },
  response: {
    values:
      'respondedOn points.definition points.finding points.reasons points.remedy actions.description actions.dueOn actions.late window',
    must: [
      must(/stage 1/i, 'the stage that it was answered at (a)', '6.9'),
      ...answer,
      must('actions.dueOn', 'by when that is done (f)', '6.9'),
      must('window', 'how long stage 2 can be asked for (g)', '6.9'),
      must(/stage 2/i, 'how to ask for stage 2 (g)', '6.9'),
      must(
        /(do not|don’t) have to (tell us|say) why/i,
        'that nobody has to give reasons to ask for it',
        '6.12',
      ),
    ],
  },
  'missed-date-apology': {
    values: 'missedTask dueOn nextDate explanation',
    must: [dueOn, must('missedTask', 'what we did not do'), must('nextDate', 'what comes next')],
  },
  'action-changed': {
    values: 'description dueOn note',
    must: [must('description', 'what we promised', '7.3'), must('dueOn', 'the new date', '7.3')],
  },
  'action-completed': {
    values: 'description completedOn',
    must: [must('description', 'what we promised', '6.6'), must('completedOn', 'when it was done', '6.6')],
  },
  withdrawal: { values: 'reason', must: [reason] },
  closure: {
    values: 'reason stage2 survey.matter',
    must: [reason, must('stage2', 'that stage 2 can be asked for', '6.10')],
  },
  reopening: {
    values: 'reason next promises.task promises.explanation',
    must: [reason, must('next', 'what happens next'), promises],
  },
  'dates-changed': {
    values: 'because dates.task dates.was dates.explanation dates.note',
    must: [
      must('because', 'why'),
      must('dates.task', 'what we do, and the new date'),
      must('dates.was', 'the old date'),
    ],
  },
  'escalation-receipt': {
    values:
      'requestedOn window points.definition acknowledgementPromise acknowledgementExplanation responsePromise responseExplanation questions',
    must: [
      must('acknowledgementPromise', 'by when a person has read it', '6.11'),
      must('responsePromise', 'by when we answer', '6.14'),
      must('questions', 'what we would like to know, and that nobody has to say', '6.12'),
    ],
  },
  'escalation-acknowledgement': {
    values: 'handlerName points.definition points.outcomeSought responseDueOn responseExplanation',
    must: [
      { ...definition, clause: '6.11' },
      outcome,
      must('responseDueOn', 'by when we answer', '6.14'),
      { ...handler, clause: '6.13' },
    ],
  },
  'escalation-refusal': {
    values: 'reasons',
    must: [must('reasons', 'our reasons', '5.11'), { ...right, clause: '5.11' }],
  },
  'final-response': {
    values:
      'respondedOn points.definition points.before points.finding points.reasons points.remedy points.route actions.description actions.standing actions.note',
    must: [
      must(/stage 2/i, 'the stage that it was answered at (a)', '6.19'),
      ...answer.map((each) => ({ ...each, clause: '6.19' })),
      must('actions.standing', 'how that stands (f)', '6.19'),
      must('points.route', 'which Ombudsman, and by when (g)', '6.19'),
      must(/final/i, 'that this is our final answer', '6.10'),
    ],
  },
  'issue-raised': {
    values: 'issue decision promise',
    must: [must('issue', 'what was raised', '6.8'), must('decision', 'whether it is a new complaint', '6.8')],
  },
  exclusion: { values: 'reasons ground evidence exception discretion signpost handover', must: refusal },
  'handler-change': {
    values: 'handlerName promises.task promises.explanation',
    must: [handler, promises],
  },
  acceptance: { values: 'reason promises.task promises.explanation', must: [reason, promises] },
  'compensation-offer': {
    values: 'amount reason paidWithin',
    must: [
      must('amount', 'how much', '7.1'),
      reason,
      must('paidWithin', 'when it is paid', '7.3'),
      must(/(do not|don’t) have to accept|can say no/i, 'that nobody has to accept it'),
    ],
  },
  'compensation-paid': {
    values: 'paidOn amount',
    must: [must('paidOn', 'the day', '7.3'), must('amount', 'how much', '7.3')],
  },
  insurer: {
    values: 'claim dueOn explanation',
    must: [must('claim', 'what the claim is'), dueOn, explanation],
  },
  'action-replaced': {
    values: 'description why instead promise',
    must: [
      must('description', 'what we promised', '7.3'),
      must('why', 'why it cannot be done', '7.3'),
      must('instead', 'what we do instead', '7.3'),
      must('promise', 'by when', '7.3'),
    ],
  },
  'updates-agreed': {
    values: 'every promises.task promises.explanation',
    must: [must('every', 'how often', '5.9'), promises],
  },
  'adjustments-agreed': {
    values: 'decision what moreTime note review',
    must: [
      must('decision', 'what we decided', '5.10'),
      must('what', 'what we do', '5.10'),
      must('moreTime', 'how much more time there is', '5.10'),
      must('review', 'when we look at it again', '5.10'),
    ],
  },
  'contact-restriction': {
    values: 'decision method contacts.name review reason equalityAct disagree',
    must: [
      must('decision', 'what we decided', '5.14'),
      must('method', 'how we keep in touch', '5.14'),
      must('contacts.name', 'whom to speak with', '5.14'),
      { ...reason, clause: '5.14' },
      must('review', 'when we look at it again', '5.14'),
      must('disagree', 'what to do who does not agree'),
      must('equalityAct', 'how we thought of what the person needs', '5.15'),
    ],
  },
  'consent-request': {
    values: 'capacity speaker',
    must: [must('speaker', 'who wants to speak for them', '3.6')],
  },
  'points-excluded': {
    values:
      'points.definition reasons ground evidence exception discretion signpost handover promises.task promises.explanation',
    must: [must('points.definition', 'the part that we do not take on', '2.4'), ...refusal, promises],
  },
  'points-accepted': {
    values: 'points.definition reason promises.task promises.explanation',
    must: [must('points.definition', 'the part that we take on'), reason, promises],
  },
  merged: {
    values: 'into reason receivedOn promises.task promises.explanation',
    must: [must('into', 'the reference that counts now'), reason, promises],
  },
  'new-lead': { values: 'promises.task promises.explanation', must: [promises] },
  'access-link': { values: 'link', must: [must('link', 'the link itself')] },
};
