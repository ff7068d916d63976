import { randomUUID } from 'node:crypto';
import type { AcceptedMail } from '../aws-call.ts';
import type { StackClock } from '../clock.ts';
import type { System } from '../system.ts';
import { type Answer, CallError } from './call.ts';
import { noCapacity } from './capacity.ts';
import type { MailRequest } from './mail-request.ts';
import { verifiedIdentityOf } from './required-grants.ts';

const contentType = 'text/xml';
const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/';
const inboxLimit = 100_000;
const recipientLimit = 50;
const tagPattern = /^[A-Za-z0-9_-]{1,256}$/;

/** SES's inbox of accepted mails, and the rules by which it accepts one. */
export function createMailbox(
  system: System,
  clock: StackClock,
  onMailAccepted: (mail: AcceptedMail) => void,
) {
  let mails: AcceptedMail[] = [];

  function accept(operation: string, request: MailRequest): Answer {
    checkRequest(system, request);
    const now = clock.now();
    const { from, to, subject, text, html, tags, configurationSet } = request;
    const messageId = `0107${now.toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
    const at = new Date(now).toISOString();
    const content = { messageId, from, to, subject, text, html, at, tags };
    const mail = configurationSet === undefined ? content : { ...content, configurationSet };
    mails.push(mail);
    if (mails.length > inboxLimit) mails.shift();
    onMailAccepted(mail);
    return answerAccepted(operation, messageId);
  }

  return {
    accept,
    list: () => [...mails],
    clear: () => {
      mails = [];
    },
  };
}

function checkRequest(system: System, { source, from, to, configurationSet, tags }: MailRequest): void {
  const unverified = [from, source ?? from].find(
    (address) => verifiedIdentityOf(system, address) === undefined,
  );
  if (unverified !== undefined) {
    throw new CallError(
      'MessageRejected',
      `Email address is not verified. The following identities failed the check in region ` +
        `${system.region.toUpperCase()}: ${unverified}`,
    );
  }
  const isKnown = system.mail.configurationSets.some(({ name }) => name === configurationSet);
  if (configurationSet !== undefined && !isKnown) {
    throw new CallError(
      'ConfigurationSetDoesNotExist',
      `Configuration set <${configurationSet}> does not exist.`,
    );
  }
  if (to.length === 0) throw new CallError('InvalidParameterValue', 'Missing final destinations.');
  if (to.length > recipientLimit) throw new CallError('InvalidParameterValue', 'Recipient count exceeds 50.');
  const badAddress = to.find((address) => !/^[^@\s]+@[^@\s]+$/.test(address));
  if (badAddress !== undefined) throw new CallError('InvalidParameterValue', "Missing final '@domain'.");
  for (const [name, value] of Object.entries(tags)) {
    if (tagPattern.test(name) && tagPattern.test(value)) continue;
    throw new CallError(
      'InvalidParameterValue',
      `Invalid tag <${name}>=<${value}>: only alphanumeric, _ and -.`,
    );
  }
}

function answerAccepted(operation: string, messageId: string): Answer {
  const body =
    `<${operation}Response xmlns="${namespace}"><${operation}Result><MessageId>${messageId}</MessageId>` +
    `</${operation}Result><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>` +
    `</${operation}Response>`;
  return { status: 200, contentType, body, outcome: 'ok', ...noCapacity };
}

/** The error as SES's query protocol carries it. */
export function answerSesError({ code, message, status }: CallError): Answer {
  const type = status < 500 ? 'Sender' : 'Receiver';
  const body =
    `<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>${code}</Code>` +
    `<Message>${escapeXml(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
  return { status, contentType, body, outcome: code, ...noCapacity };
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
