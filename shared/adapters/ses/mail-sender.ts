import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail, MailSender } from '../../ports/mail-sender.ts';
import { classifyError } from './errors.ts';

const requestTimeoutMilliseconds = 10_000;

/**
 * SES with one attempt a call: the SDK's own retry would send a mail again whose answer was lost, and nobody would
 * know. An answer that does not come in time is an error, which the SDK by default only warns of.
 */
export function createSes(): SESClient {
  return new SESClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 2_000,
      requestTimeout: requestTimeoutMilliseconds,
      throwOnRequestTimeout: true,
    },
  });
}

/**
 * Robots answer no mail that says it is automatic (RFC 3834, 5). Exchange minds its own header (MS-OXCMAIL 2.1.3.2.20),
 * whose `All` would also suppress the report that a mail did not arrive, which we wait for. `Precedence` is no standard
 * and calls a letter that is owed to one person bulk (RFC 2076).
 */
const notToBeAnswered = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
};

/** @param sender the address, verified in SES, that every mail comes from */
export function createMailSender(ses: SESClient, sender: string, configurationSet: string): MailSender {
  return async (mail) => {
    const command = new SendRawEmailCommand({
      Source: sender,
      Destinations: [mail.to],
      RawMessage: { Data: await writeMessage(mail, sender) },
      ConfigurationSetName: configurationSet,
      Tags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
    });
    try {
      const { MessageId } = await ses.send(command);
      return MessageId
        ? { type: 'accepted', messageId: MessageId }
        : { type: 'unknown', error: 'NoMessageId' };
    } catch (error) {
      return classifyError(error, sender);
    }
  };
}

function writeMessage({ fromName, to, replyTo, content }: Mail, sender: string): Promise<Buffer> {
  return new MailComposer({
    from: { name: fromName, address: sender },
    to: { name: '', address: to },
    replyTo: { name: '', address: replyTo },
    subject: content.subject,
    text: content.text,
    html: content.html,
    headers: notToBeAnswered,
  })
    .compile()
    .build();
}
