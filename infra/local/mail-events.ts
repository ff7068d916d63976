import { randomUUID } from 'node:crypto';
import type { Activity } from './activity.ts';
import type { AcceptedMail } from './aws-call.ts';
import type { EventBus } from './event-bus.ts';
import type { Invoker } from './invoke.ts';
import type { System } from './system.ts';

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

interface Form {
  detailType: string;
  /** as a configuration set's event destination names it */
  destinationType: string;
  /** the field of the detail, and what SES puts there */
  field: string;
  content(mail: AcceptedMail, at: string): Record<string, unknown>;
}

const reportingHost = 'a4-24.smtp-out.eu-west-2.amazonses.com';

const forms: Record<MailEventType, Form> = {
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
    content: (mail, at) => ({
      feedbackId: randomUUID(),
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: mail.to.map((emailAddress) => ({
        emailAddress,
        action: 'failed',
        status: '5.1.1',
        diagnosticCode: 'smtp; 550 5.1.1 user unknown',
      })),
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

interface Parts {
  system: Pick<System, 'account' | 'mail'>;
  bus: EventBus;
  invoker: Pick<Invoker, 'afterCurrent'>;
  activity: Activity;
  now: () => number;
}

/** SES's events about mails, brought to the default bus as the configuration sets say. */
export interface MailEvents {
  /** Send and then Delivery come by themselves, unless that is switched off */
  afterAccepting(mail: AcceptedMail): void;
  /** false where the mail's configuration set does not publish this type */
  publish(mail: AcceptedMail, type: MailEventType): boolean;
  setAutomatic(automatic: boolean): void;
  /** what the inbox page says has become of a mail */
  stateOf(messageId: string): string;
  reset(): void;
}

const states: Record<MailEventType, string> = {
  Send: 'Sent',
  Delivery: 'Delivered',
  Bounce: 'Bounced',
  Complaint: 'Reported as spam',
  Reject: 'Rejected',
  DeliveryDelay: 'Delayed',
  'Rendering Failure': 'Could not be rendered',
};

export function createMailEvents({ system, bus, invoker, activity, now }: Parts): MailEvents {
  let automatic = true;
  const latest = new Map<string, MailEventType>();
  const publish = (mail: AcceptedMail, type: MailEventType): boolean => {
    const set = system.mail.configurationSets.find(({ name }) => name === mail.configurationSet);
    const form = forms[type];
    if (set === undefined || !set.eventTypes.includes(form.destinationType)) return false;
    latest.set(mail.messageId, type);
    bus.publish({
      id: randomUUID(),
      source: 'aws.ses',
      detailType: form.detailType,
      resources: [set.arn],
      detail: {
        eventType: type,
        mail: describeMail(mail, system.account),
        [form.field]: form.content(mail, new Date(now()).toISOString()),
      },
    });
    return true;
  };
  // SES's events come later than its answer: the invocation that sent the mail has usually ended by then.
  const publishLater = async (mail: AcceptedMail) => {
    await invoker.afterCurrent();
    publish(mail, 'Send');
    await invoker.afterCurrent();
    publish(mail, 'Delivery');
  };
  return {
    afterAccepting: (mail) => {
      if (automatic) activity.track(publishLater(mail));
    },
    publish,
    setAutomatic: (value) => {
      automatic = value;
    },
    stateOf: (messageId) => {
      const type = latest.get(messageId);
      return type === undefined ? 'Accepted' : states[type];
    },
    reset: () => {
      automatic = true;
      latest.clear();
    },
  };
}

function describeMail(mail: AcceptedMail, account: string): Record<string, unknown> {
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
