import type { ObligationKind } from '../obligations.ts';

/** What somebody has to do who owes an obligation, as staff and as residents are told. */
export const tasks: Record<ObligationKind, { staff: string; resident: string }> = {
  'stage-1-acknowledgement': { staff: 'Acknowledge the complaint', resident: 'acknowledge your complaint' },
  'stage-1-response': { staff: 'Send the stage 1 response', resident: 'answer your complaint' },
  'stage-2-acknowledgement': {
    staff: 'Acknowledge the request for stage 2, or refuse it with reasons',
    resident: 'acknowledge your request for stage 2',
  },
  'stage-2-response': {
    staff: 'Send the stage 2 response',
    resident: 'give you our final answer at stage 2',
  },
  update: { staff: 'Send the update that was agreed', resident: 'tell you how things stand' },
  action: {
    staff: 'Complete the action that was promised',
    resident: 'take the next step to put things right',
  },
  posting: { staff: 'Post the letter', resident: 'send you a letter' },
  contact: { staff: 'Phone or write to whoever was not reached by email', resident: 'get in touch with you' },
  contribution: { staff: 'Get the answer that was asked for', resident: 'find out what we asked' },
  handover: {
    staff: 'Pass it on to whoever deals with it',
    resident: 'pass on what is for others to deal with',
  },
  payment: { staff: 'Pay the compensation', resident: 'pay you what we offered' },
  learning: { staff: 'Record what was learnt', resident: 'learn from your complaint' },
  'adjustment-review': { staff: 'Review the adjustment', resident: 'look again at what helps you' },
  'restriction-review': {
    staff: 'Review the restriction of contact',
    resident: 'look again at how we keep in touch',
  },
  'ombudsman-request': { staff: 'Answer the Ombudsman', resident: 'answer the Ombudsman' },
  'ombudsman-order': {
    staff: 'Do what the Ombudsman ordered or recommended',
    resident: 'do what the Ombudsman said',
  },
  'resident-information': {
    staff: 'Find out who complains and how to reach them',
    resident: 'ask you for what we do not know yet',
  },
  'message-triage': { staff: 'Read the resident’s message', resident: 'read your message' },
};
