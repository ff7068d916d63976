import * as z from 'zod/mini';
import { civilDateSchema } from './civil-date.ts';
import { digestLineSchema } from './digest-lines.ts';
import { instantSchema } from './instant.ts';
import type { Instant } from './london-time.ts';
import { type NoticeOwner, noticeOwnerSchema } from './notice-owner.ts';
import { type NoticeOwed, noticeKinds, sendLanes } from './notices.ts';
import { ranks } from './ranks.ts';
import { staffIdSchema } from './staff.ts';
import { waysByHand } from './ways.ts';

/** In the order in which a notice moves through them: what is learnt late or twice never moves it back. */
export const noticeStatuses = [
  'pending',
  /** waits for somebody to post it, or to phone */
  'by-hand',
  'sending',
  'unknown',
  /** its reason was gone before it was sent */
  'cancelled',
  /** too many mails would go to one address, or in a landlord’s name, that nobody asked for */
  'withheld',
  'unreachable',
  'refused-by-ses',
  /** tried as often as it is tried: whether it arrived nobody knows */
  'given-up',
  /** posted, or told on the phone */
  'given',
  'accepted',
  /** taken, and nothing was heard of it since */
  'unconfirmed',
  /** came back for a reason that passes; also how an absent person’s automatic answer looks */
  'soft-bounced',
  'delivered',
  'bounced',
  /** SES did not try: the address bounced, or its owner complained, before */
  'suppressed',
  'rejected',
  'reported-as-spam',
] as const;
export type NoticeStatus = (typeof noticeStatuses)[number];

/** A notice on its way: pending → sending → accepted → delivered, or where it went instead. */
export const noticeSchema = z.strictObject({
  id: z.string(),
  owner: noticeOwnerSchema,
  kind: z.enum(noticeKinds),
  lane: z.enum(sendLanes),
  recipient: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('complainant') }),
    z.strictObject({ type: z.literal('copied'), party: z.string() }),
    z.strictObject({ type: z.literal('enquirer') }),
    z.strictObject({ type: z.literal('staff'), rank: z.enum(ranks), person: z.optional(staffIdSchema) }),
    z.strictObject({ type: z.literal('contractor'), address: z.string() }),
  ]),
  /** how it goes out where not by email, whose it is to send, and the obligation that is met by giving it */
  byHand: z.optional(
    z.strictObject({
      way: z.enum(waysByHand),
      landlord: z.string(),
      dueOn: civilDateSchema,
      obligation: z.string(),
      /** the day on which it was given */
      givenOn: z.optional(civilDateSchema),
    }),
  ),
  /** of a digest: what it lists, each of which is left out where it is no longer so when it is sent */
  lines: z.optional(z.array(digestLineSchema)),
  /** of a letter to the resident: whom it is for, as the complaint counted its parties then */
  party: z.optional(z.int()),
  reason: z.optional(z.strictObject({ obligation: z.string(), dueOn: civilDateSchema })),
  rung: z.optional(z.int()),
  tells: z.optional(z.array(z.strictObject({ obligation: z.string(), dueOn: civilDateSchema }))),
  values: z.record(z.string(), z.string()),
  texts: z.optional(z.record(z.string(), z.string())),
  people: z.optional(z.record(z.string(), staffIdSchema)),
  owedAt: instantSchema,
  status: z.enum(noticeStatuses),
  /** counts every change, so that of two writers one wins */
  revision: z.int(),
  /** how many times it was handed to SES */
  attempts: z.int(),
  /** attempts that failed on its own account: not those while the mail system took no mail at all */
  failed: z.strictObject({ retry: z.int(), unknown: z.int() }),
  /** when somebody must look again; absent where nothing is left to do */
  wakeAt: z.optional(instantSchema),
  messageId: z.optional(z.string()),
  /** hashes of the template and of what is sent, kept before it is sent: it can be printed again and shown to be the same */
  templateHash: z.optional(z.string()),
  contentHash: z.optional(z.string()),
  /** why the last attempt did not succeed: an error's name, never its text */
  lastError: z.optional(z.string()),
});
export type Notice = z.infer<typeof noticeSchema>;

/** Where a notice waits, and for what: to be sent, for its sender, for word of its fate, for word of its arrival. */
export const sendQueues = [...sendLanes, 'sending', 'unknown', 'accepted'] as const;
export type SendQueue = (typeof sendQueues)[number];

/** A notice as it is stored when it becomes owed: to be sent at once, or for staff to give. */
export function owe(notice: NoticeOwed, owner: NoticeOwner, now: Instant): Notice {
  return {
    ...notice,
    owner,
    owedAt: now,
    revision: 0,
    attempts: 0,
    failed: { retry: 0, unknown: 0 },
    ...(notice.byHand ? { status: 'by-hand' } : { status: 'pending', wakeAt: now }),
  };
}

/** The queue that a notice waits in; undefined where nothing is left to do. */
export function queueOf({ status, lane, wakeAt }: Notice): SendQueue | undefined {
  if (!wakeAt) return undefined;
  if (status === 'pending') return lane;
  return sendQueues.find((queue) => queue === status);
}

/** By what notices are sent in order: the day that hangs on it, where there is one, or when it became owed. */
export function dutyOf({ reason, owedAt }: Pick<Notice, 'reason' | 'owedAt'>): string {
  return reason?.dueOn ?? owedAt;
}
