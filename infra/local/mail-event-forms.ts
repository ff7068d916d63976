import { randomUUID } from 'node:crypto';
import type { AcceptedMail } from './aws-call.ts';

/** SES's event types, as its events name them. */
export const mailEventTypes = [
  'Send',
  'Delivery',
  'Bounce',
  'Complaint',
  'Reject',
  'DeliveryDelay',
  'Rendering Failure',
] as const;
export type MailEventType = (typeof mailEventTypes)[number];

/** What SES says of a bounce: of what type, and in which of that type's ways; the usual way stands first. */
export const bounceSubTypes: Record<string, readonly string[]> = {
  Permanent: ['General', 'NoEmail', 'Suppressed', 'OnAccountSuppressionList', 'UnsubscribedRecipient'],
  Transient: ['General', 'MailboxFull', 'MessageTooLarge', 'ContentRejected', 'AttachmentRejected'],
  Undetermined: ['Undetermined'],
};

export interface BounceForm {
  bounceType: string;
  bounceSubType: string;
}
export const usualBounce: BounceForm = { bounceType: 'Permanent', bounceSubType: 'General' };

interface Form {
  detailType: string;
  /** as a configuration set's event destination names it */
  destinationType: string;
  /** the field of the detail, and what SES puts there */
  field: string;
  content(mail: AcceptedMail, at: string, bounce?: BounceForm): Record<string, unknown>;
}

const reportingHost = 'a4-24.smtp-out.eu-west-2.amazonses.com';

/** What SES's event of each type looks like. */
export const mailEventForms: Record<MailEventType, Form> = {
  Send: { detailType: 'Email Sent', destinationType: 'SEND', field: 'send', content: () => ({}) },
  Delivery: {
    detailType: 'Email Delivered',
    destinationType: 'DELIVERY',
    field: 'delivery',
    content: (mail, at) => ({
      timestamp: at,
      processingTimeMillis: 546,
      recipients: mail.to,
      smtpResponse: '250 2.6.0 Message received',
      reportingMTA: reportingHost,
    }),
  },
  Bounce: {
    detailType: 'Email Bounced',
    destinationType: 'BOUNCE',
    field: 'bounce',
    content: (mail, at, bounce = usualBounce) => ({
      feedbackId: randomUUID(),
      ...bounce,
      bouncedRecipients: mail.to.map((emailAddress) => ({ emailAddress, ...diagnosisOf(bounce) })),
      timestamp: at,
      reportingMTA: `dns; ${reportingHost}`,
    }),
  },
  Complaint: {
    detailType: 'Email Complaint Received',
    destinationType: 'COMPLAINT',
    field: 'complaint',
    content: (mail, at) => ({
      feedbackId: randomUUID(),
      complaintSubType: null,
      complainedRecipients: mail.to.map((emailAddress) => ({ emailAddress })),
      timestamp: at,
      userAgent: 'Mail reader',
      complaintFeedbackType: 'abuse',
      arrivalDate: at,
    }),
  },
  Reject: {
    detailType: 'Email Rejected',
    destinationType: 'REJECT',
    field: 'reject',
    content: () => ({ reason: 'Bad content' }),
  },
  DeliveryDelay: {
    detailType: 'Email Delivery Delayed',
    destinationType: 'DELIVERY_DELAY',
    field: 'deliveryDelay',
    content: (mail, at) => ({
      timestamp: at,
      delayType: 'MailboxFull',
      expirationTime: new Date(Date.parse(at) + 14 * 3_600_000).toISOString(),
      delayedRecipients: mail.to.map((emailAddress) => ({
        emailAddress,
        status: '4.2.2',
        diagnosticCode: 'smtp; 452 4.2.2 mailbox full',
      })),
    }),
  },
  'Rendering Failure': {
    detailType: 'Email Rendering Failed',
    destinationType: 'RENDERING_FAILURE',
    field: 'failure',
    content: () => ({
      errorMessage: "Attribute 'name' is not present in the rendering data.",
      templateName: 'none',
    }),
  },
};

function diagnosisOf({ bounceType, bounceSubType }: BounceForm): Record<string, string> {
  if (bounceSubType === 'OnAccountSuppressionList' || bounceSubType === 'Suppressed') {
    const diagnosticCode = 'Amazon SES did not send the message: the address is on the suppression list.';
    return { action: 'failed', status: '5.1.1', diagnosticCode };
  }
  if (bounceType === 'Permanent')
    return { action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' };
  return { action: 'failed', status: '4.4.7', diagnosticCode: 'smtp; 554 4.4.7 message expired' };
}

/** What the inbox page calls it. */
export const mailStates: Record<MailEventType, string> = {
  Send: 'Sent',
  Delivery: 'Delivered',
  Bounce: 'Bounced',
  Complaint: 'Reported as spam',
  Reject: 'Rejected',
  DeliveryDelay: 'Delayed',
  'Rendering Failure': 'Could not be rendered',
};

/** The part that every event about a mail has. */
export function describeMail(mail: AcceptedMail, account: string): Record<string, unknown> {
  const tags = Object.entries(mail.tags).map(([name, value]) => [name, [value]]);
  const address = /<([^>]+)>/.exec(mail.from)?.[1] ?? mail.from;
  return {
    timestamp: mail.at,
    source: mail.from,
    sendingAccountId: account,
    messageId: mail.messageId,
    destination: mail.to,
    headersTruncated: false,
    headers: [
      { name: 'From', value: mail.from },
      { name: 'To', value: mail.to.join(', ') },
      { name: 'Subject', value: mail.subject },
    ],
    commonHeaders: { from: [mail.from], to: mail.to, messageId: mail.messageId, subject: mail.subject },
    tags: {
      'ses:configuration-set': [mail.configurationSet],
      'ses:from-domain': [address.slice(address.lastIndexOf('@') + 1)],
      ...Object.fromEntries(tags),
    },
  };
}
