import { randomUUID } from 'node:crypto';
import type { Activity } from './activity.ts';
import type { AcceptedMail } from './aws-call.ts';
import type { EventBus } from './event-bus.ts';
import type { Invoker } from './invoke.ts';
import {
  type BounceForm,
  describeMail,
  type MailEventType,
  mailEventForms,
  mailStates,
  usualBounce,
} from './mail-event-forms.ts';
import type { System } from './system.ts';

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
  publish(mail: AcceptedMail, type: MailEventType, bounce?: BounceForm): boolean;
  setAutomatic(automatic: boolean): void;
  /** what the inbox page says has become of a mail */
  stateOf(messageId: string): string;
  reset(): void;
}

export function createMailEvents({ system, bus, invoker, activity, now }: Parts): MailEvents {
  let automatic = true;
  const latest = new Map<string, MailEventType>();
  const publish: MailEvents['publish'] = (mail, type, bounce = usualBounce) => {
    const set = system.mail.configurationSets.find(({ name }) => name === mail.configurationSet);
    const form = mailEventForms[type];
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
        [form.field]: form.content(mail, new Date(now()).toISOString(), bounce),
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
      return type === undefined ? 'Accepted' : mailStates[type];
    },
    reset: () => {
      automatic = true;
      latest.clear();
    },
  };
}
