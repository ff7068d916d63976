import * as z from 'zod/mini';
import type { MailEventOutcome } from '../domain/sending.ts';
import { mailTags } from './names.ts';

/** An event of SES as EventBridge brings it: only what we read of it, since SES adds fields as it likes. */
export const mailEvent = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({
      messageId: z.string(),
      tags: z.object({
        [mailTags.complaint]: z.array(z.string()).check(z.length(1)),
        [mailTags.notice]: z.array(z.string()).check(z.length(1)),
      }),
    }),
  }),
});

/** What each type of event says of a mail; a type that is not listed says nothing final. */
export const mailEventOutcomes: Readonly<Record<string, MailEventOutcome>> = {
  Send: 'accepted',
  Delivery: 'delivered',
  Bounce: 'bounced',
  Reject: 'rejected',
  Complaint: 'reported-as-spam',
};
