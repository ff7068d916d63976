import type { ObligationKind } from '../obligations.ts';

/** What somebody has to do who owes an obligation, as staff and as residents are told. */
export const tasks: Record<ObligationKind, { staff: string; resident: string }> = {
  'stage-1-acknowledgement': { staff: 'Acknowledge the complaint', resident: 'acknowledge your complaint' },
  'stage-1-response': { staff: 'Send the stage 1 response', resident: 'answer your complaint' },
  update: { staff: 'Send the update that was agreed', resident: 'tell you how things stand' },
  action: { staff: 'Complete the action that was promised', resident: 'complete what we promised to do' },
  contact: { staff: 'Phone or write to the resident', resident: 'get in touch with you' },
  contribution: { staff: 'Get the answer that was asked for', resident: 'find out what we asked' },
  'message-triage': { staff: 'Read the resident’s message', resident: 'read your message' },
};
