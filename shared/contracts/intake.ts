import * as z from 'zod/mini';
import { obligationKinds } from '../domain/obligations.ts';
import { date, email, line, paragraphs } from './text.ts';

/** `POST /landlords/{landlord}/complaints`: what a resident sends. Unknown fields are refused, not ignored. */
export const intakeBody = z.strictObject({
  /** absent where the complaint is anonymous */
  complainant: z.optional(
    z.strictObject({
      name: line(200),
      email: z.optional(email),
      phone: z.optional(line(40)),
      address: z.optional(line(500)),
      /** without it, email where an address is given */
      preferredChannel: z.optional(z.enum(['email', 'phone', 'letter'])),
    }),
  ),
  description: paragraphs(20_000),
  desiredOutcome: z.optional(paragraphs(5_000)),
  issueOccurredOn: z.optional(date),
  becameAwareOn: z.optional(date),
  representative: z.optional(
    z.strictObject({
      name: line(200),
      email: z.optional(email),
      phone: z.optional(line(40)),
      relationship: z.optional(line(200)),
    }),
  ),
  /** reasonable adjustments asked for, one each */
  adjustments: z.optional(z.array(line(500)).check(z.maxLength(20, 'must have at most 20 entries'))),
});
export type IntakeBody = z.infer<typeof intakeBody>;

/** A dated promise as residents see it. */
export const obligationBody = z.strictObject({
  kind: z.enum(obligationKinds),
  dueOn: z.iso.date(),
  /** one plain-English sentence: the date, the rule, the start, and each day not counted */
  explanation: z.string(),
  /** the clock has not started: counted from the last day on which it may start */
  projected: z.optional(z.literal(true)),
});

export const receivedBody = z.strictObject({
  reference: z.string(),
  receivedAt: z.iso.datetime(),
  status: z.literal('open'),
  obligations: z.array(obligationBody),
});

/** `GET /landlords/{landlord}/deadlines?receivedAt=` */
export const deadlinesQuery = z.strictObject({
  /** an instant with its offset from UTC; now where absent */
  receivedAt: z.optional(
    z.iso.datetime({
      offset: true,
      error: 'must be an instant with its offset, such as 2026-12-23T15:00:00Z (write + as %2B)',
    }),
  ),
});

export const deadlinesBody = z.strictObject({
  landlord: z.string(),
  receivedAt: z.iso.datetime(),
  obligations: z.array(obligationBody),
});

/** Sent by the caller to make a repeated request harmless. */
export const idempotencyKey = z
  .string()
  .check(z.regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 printable ASCII characters without spaces'));
