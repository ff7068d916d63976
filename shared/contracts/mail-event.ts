import * as z from 'zod/mini';
import { type Instant, instant } from '../domain/london-time.ts';
import type { NoticeOwner } from '../domain/notice-owner.ts';
import { referenceSchema } from '../domain/reference.ts';
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

interface NoticeNamed {
  owner: NoticeOwner;
  id: string;
}

const one = <Schema extends z.ZodMiniType>(schema: Schema) => z.tuple([schema]);
const absent = z.optional(z.never());
const notice = one(z.string());

/** Our tags, read as the notice that they name. Exactly one of them names its owner. */
const tags = z.union([
  z.pipe(
    z.object({
      [mailTags.complaint]: one(referenceSchema),
      [mailTags.enquiry]: absent,
      [mailTags.landlord]: absent,
      [mailTags.notice]: notice,
    }),
    z.transform(
      ({ complaint: [reference], notice: [id] }): NoticeNamed => ({
        owner: { type: 'complaint', reference },
        id,
      }),
    ),
  ),
  z.pipe(
    z.object({
      [mailTags.complaint]: absent,
      [mailTags.enquiry]: one(referenceSchema),
      [mailTags.landlord]: absent,
      [mailTags.notice]: notice,
    }),
    z.transform(
      ({ enquiry: [reference], notice: [id] }): NoticeNamed => ({
        owner: { type: 'enquiry', reference },
        id,
      }),
    ),
  ),
  z.pipe(
    z.object({
      [mailTags.complaint]: absent,
      [mailTags.enquiry]: absent,
      [mailTags.landlord]: one(z.string().check(z.minLength(1))),
      [mailTags.notice]: notice,
    }),
    z.transform(
      ({ landlord: [landlord], notice: [id] }): NoticeNamed => ({
        owner: { type: 'landlord', landlord },
        id,
      }),
    ),
  ),
]);

/** An event of SES as EventBridge brings it: only what we read of it, since SES adds fields as it likes. */
export const mailEvent = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({
      /** when SES took the mail */
      timestamp: time,
      messageId: z.string(),
      tags,
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
