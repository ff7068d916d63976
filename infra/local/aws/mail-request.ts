import PostalMime, { type Address, type Email } from 'postal-mime';
import { CallError } from './call.ts';

/** A mail as a caller asked SES to send it. */
export interface MailRequest {
  /** envelope sender, if the caller names one */
  source: string | undefined;
  /** address in the From header */
  from: string;
  /** envelope recipients */
  to: string[];
  subject: string;
  text: string;
  html: string;
  configurationSet: string | undefined;
  tags: Record<string, string>;
}

const headers = { configurationSet: 'x-ses-configuration-set', tags: 'x-ses-message-tags' };

/** Understands the form that SES's query protocol sends. */
export async function readMailRequest(operation: string, form: URLSearchParams): Promise<MailRequest> {
  if (operation === 'SendRawEmail') return readRawMail(form);
  if (operation === 'SendEmail') return readPlainMail(form);
  throw new CallError(
    'InvalidAction',
    `The local stack does not know the SES action ${operation}: add it in infra/local/aws/ses.ts.`,
  );
}

async function readRawMail(form: URLSearchParams): Promise<MailRequest> {
  const email = await PostalMime.parse(Buffer.from(form.get('RawMessage.Data') ?? '', 'base64'));
  const destinations = membersOf(form, 'Destinations');
  const source = form.get('Source');
  const from = addressesOf([email.from])[0] ?? addressIn(source ?? '');
  if (from === '') throw new CallError('InvalidParameterValue', "Missing required header 'From'.");
  return {
    source: source === null ? undefined : addressIn(source),
    from,
    to: destinations.length > 0 ? destinations.map(addressIn) : addressesOf(recipientsOf(email)),
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
    configurationSet: form.get('ConfigurationSetName') ?? headerOf(email, headers.configurationSet),
    tags: { ...tagsInHeader(headerOf(email, headers.tags) ?? ''), ...tagsIn(form) },
  };
}

function readPlainMail(form: URLSearchParams): MailRequest {
  const from = addressIn(form.get('Source') ?? '');
  const destinations = ['To', 'Cc', 'Bcc'].flatMap((kind) => membersOf(form, `Destination.${kind}Addresses`));
  return {
    source: from,
    from,
    to: destinations.map(addressIn),
    subject: form.get('Message.Subject.Data') ?? '',
    text: form.get('Message.Body.Text.Data') ?? '',
    html: form.get('Message.Body.Html.Data') ?? '',
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
    tags: tagsIn(form),
  };
}

function recipientsOf({ to, cc, bcc }: Email): (Address | undefined)[] {
  return [...(to ?? []), ...(cc ?? []), ...(bcc ?? [])];
}

function addressesOf(addresses: (Address | undefined)[]): string[] {
  return addresses.flatMap((one) => {
    if (one === undefined) return [];
    return one.group === undefined ? [one.address] : one.group.map(({ address }) => address);
  });
}

/** `Name <address>` or the bare address. */
function addressIn(text: string): string {
  return (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim();
}

function membersOf(form: URLSearchParams, name: string): string[] {
  const members: string[] = [];
  for (let number = 1; ; number += 1) {
    const member = form.get(`${name}.member.${number}`);
    if (member === null) return members;
    members.push(member);
  }
}

function tagsIn(form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {};
  for (let number = 1; ; number += 1) {
    const name = form.get(`Tags.member.${number}.Name`);
    if (name === null) return tags;
    tags[name] = form.get(`Tags.member.${number}.Value`) ?? '';
  }
}

function tagsInHeader(header: string): Record<string, string> {
  const pairs = header.split(/[,;]/).map((pair) => pair.trim().split('='));
  return Object.fromEntries(pairs.flatMap(([name, value]) => (name && value ? [[name, value]] : [])));
}

function headerOf(email: Email, name: string): string | undefined {
  return email.headers.find(({ key }) => key === name)?.value;
}
