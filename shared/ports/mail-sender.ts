import type { RenderedNotice } from '../domain/notices.ts';
import type { SendOutcome } from '../domain/sending.ts';

export interface Mail {
  /** display name before the environment's sender address */
  fromName: string;
  to: string;
  replyTo: string;
  content: RenderedNotice;
  /** tags by which the mail system's events find the notice again: letters, digits, `-` and `_` */
  tags: Record<string, string>;
}

/**
 * Hands one mail to the mail system, exactly once: whoever calls decides whether to try again. Whatever the mail system
 * answers, or fails to answer, is an outcome and no exception.
 */
export type MailSender = (mail: Mail) => Promise<SendOutcome>;
