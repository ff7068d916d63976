import * as z from 'zod/mini';
import { type Instant, instant } from '../domain/london-time.ts';
import type { MailEventOutcome } from '../domain/sending.ts';
import { mailTags } from './names.ts';

/** A time as SES writes it. One that does not exist is a fault: dates in law hang on it. */
const time = z.pipe(
  z.string(),
  z.transform((text: string, context): Instant => {
    try {
      return instant(text);
    } catch {
      context.issues.push({ code: 'custom', message: 'must be an instant', input: text });
      return z.NEVER;
    }
  }),
);
const timed = z.optional(z.object({ timestamp: time }));

/** An event of SES as EventBridge brings it: only what we read of it, since SES adds fields as it likes. */
export const mailEvent = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({
      /** when SES took the mail */
      timestamp: time,
      messageId: z.string(),
      tags: z.object({
        [mailTags.complaint]: z.array(z.string()).check(z.length(1)),
        [mailTags.notice]: z.array(z.string()).check(z.length(1)),
      }),
    }),
    delivery: timed,
    bounce: timed,
    complaint: timed,
  }),
});
type Detail = z.infer<typeof mailEvent>['detail'];

interface Meaning {
  outcome: MailEventOutcome;
  /** the part that says when it happened; without, it happened when SES took the mail */
  timedBy?: 'delivery' | 'bounce' | 'complaint';
}

/** What each type of event says of a mail; a type that is not listed says nothing final. */
const meanings: Readonly<Record<string, Meaning>> = {
  Send: { outcome: 'accepted' },
  Delivery: { outcome: 'delivered', timedBy: 'delivery' },
  Bounce: { outcome: 'bounced', timedBy: 'bounce' },
  Reject: { outcome: 'rejected' },
  Complaint: { outcome: 'reported-as-spam', timedBy: 'complaint' },
};

/**
 * What became of a mail, and when.
 *
 * @returns undefined where the event says nothing final
 * @throws Error where the event does not tell when it happened
 */
export function readOutcome(
  detail: Detail,
): { outcome: MailEventOutcome; at: Instant; acceptedAt: Instant } | undefined {
  const { eventType, mail } = detail;
  const meaning = Object.hasOwn(meanings, eventType) ? meanings[eventType] : undefined;
  if (!meaning) return undefined;
  const { outcome, timedBy } = meaning;
  const at = timedBy ? detail[timedBy]?.timestamp : mail.timestamp;
  if (!at) throw new Error(`an event of type ${eventType} does not tell when it happened`);
  return { outcome, at, acceptedAt: mail.timestamp };
}
