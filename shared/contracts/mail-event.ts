import * as z from 'zod/mini';
import { type Instant, instant } from '../domain/london-time.ts';
import type { NoticeOwner } from '../domain/notice-owner.ts';
import { referenceSchema } from '../domain/reference.ts';
import type { MailEventOutcome } from '../domain/sending.ts';
import { type StaffId, staffIdSchema } from '../domain/staff.ts';
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
const timed = z.object({ timestamp: time });

interface NoticeNamed {
  owner: NoticeOwner;
  id: string;
}

const one = <Schema extends z.ZodMiniType>(schema: Schema) => z.tuple([schema]);
const absent = z.optional(z.never());
const notice = one(z.string());

/** An id may hold what no tag may, and so stands in it as base64url. */
const staffTag = z.pipe(
  z.string(),
  z.transform((tag: string, context): StaffId => {
    const id = staffIdSchema.safeParse(Buffer.from(tag, 'base64url').toString());
    if (id.success) return id.data;
    context.issues.push({ code: 'custom', message: 'must name somebody on the staff', input: tag });
    return z.NEVER;
  }),
);

/** Our tags, read as the notice that they name. Exactly one of them names its owner. */
const tags = z.union([
  z.pipe(
    z.object({
      [mailTags.complaint]: one(referenceSchema),
      [mailTags.enquiry]: absent,
      [mailTags.landlord]: absent,
      [mailTags.staff]: absent,
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
      [mailTags.staff]: absent,
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
      [mailTags.staff]: absent,
      [mailTags.notice]: notice,
    }),
    z.transform(
      ({ landlord: [landlord], notice: [id] }): NoticeNamed => ({
        owner: { type: 'landlord', landlord },
        id,
      }),
    ),
  ),
  z.pipe(
    z.object({
      [mailTags.complaint]: absent,
      [mailTags.enquiry]: absent,
      [mailTags.landlord]: absent,
      [mailTags.staff]: one(staffTag),
      [mailTags.notice]: notice,
    }),
    z.transform(
      ({ staff: [person], notice: [id] }): NoticeNamed => ({
        owner: { type: 'staff', person },
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
    delivery: z.optional(timed),
    bounce: z.optional(
      z.extend(timed, { bounceType: z.optional(z.string()), bounceSubType: z.optional(z.string()) }),
    ),
    complaint: z.optional(timed),
  }),
});
type Detail = z.infer<typeof mailEvent>['detail'];

interface Meaning {
  outcome: MailEventOutcome;
  at: Instant | undefined;
}

/** What each type of event says of a mail; a type that is not listed says nothing final. */
const meanings: Readonly<Record<string, (detail: Detail) => Meaning>> = {
  Send: ({ mail }) => ({ outcome: 'accepted', at: mail.timestamp }),
  Delivery: ({ delivery }) => ({ outcome: 'delivered', at: delivery?.timestamp }),
  Bounce: ({ bounce }) => ({ outcome: readBounce(bounce), at: bounce?.timestamp }),
  Reject: ({ mail }) => ({ outcome: 'rejected', at: mail.timestamp }),
  Complaint: ({ complaint }) => ({ outcome: 'reported-as-spam', at: complaint?.timestamp }),
};

/** Subtypes of a bounce that SES made itself, because of what happened to earlier mails to the address. */
const suppressions: readonly (string | undefined)[] = ['Suppressed', 'OnAccountSuppressionList'];

/** What we do not know is taken for final, so that somebody sees to it. */
function readBounce(bounce: Detail['bounce']): MailEventOutcome {
  if (bounce?.bounceType === 'Transient') return 'soft-bounced';
  return suppressions.includes(bounce?.bounceSubType) ? 'suppressed' : 'bounced';
}

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
  if (!Object.hasOwn(meanings, eventType)) return undefined;
  const meaning = meanings[eventType]?.(detail);
  if (!meaning) return undefined;
  const { outcome, at } = meaning;
  if (!at) throw new Error(`an event of type ${eventType} does not tell when it happened`);
  return { outcome, at, acceptedAt: mail.timestamp };
}
