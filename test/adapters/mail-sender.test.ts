import PostalMime, { type Email } from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMailSender, createSes } from '../../shared/adapters/ses/mail-sender.ts';
import type { Mail, MailSender } from '../../shared/ports/mail-sender.ts';
import { accept, pointSdkAt, type SesServer, startSesServer } from '../support/ses-server.ts';

const sender = 'no-reply@redress.example';
const mail: Mail = {
  fromName: 'Larkfield Retirement Homes',
  to: 'sam.okoro@example.com',
  replyTo: 'complaints@larkfield-homes.example',
  content: {
    subject: 'We have it',
    text: 'Hello,\n\nwe have it.\n',
    html: '<p>Hello,</p>\n<p>we have it.</p>\n',
  },
  tags: { complaint: '10000-0000Y', notice: 'receipt', attempt: '1' },
};

let server: SesServer;
let sendMail: MailSender;
beforeAll(async () => {
  server = await startSesServer();
  pointSdkAt(server.url);
  sendMail = createMailSender(createSes(), sender, 'redress');
});
afterAll(() => server.stop());
beforeEach(() => {
  server.requests = [];
  server.react = accept;
});

/** Sends one mail and reads what SES was given. */
async function sent(change: Partial<Mail> & { subject?: string } = {}) {
  const { subject = mail.content.subject, ...rest } = change;
  const outcome = await sendMail({ ...mail, content: { ...mail.content, subject }, ...rest });
  expect(outcome).toEqual({ type: 'accepted', messageId: 'm-1' });
  expect(server.requests).toHaveLength(1);
  const form = server.requests[0] ?? new URLSearchParams();
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString('latin1');
  return { form, raw, message: await PostalMime.parse(Buffer.from(raw, 'latin1')) };
}

const header = ({ headers }: Email, name: string) =>
  headers.filter(({ key }) => key === name).map(({ value }) => value);

/** The reader adds the line break that belongs to the boundary between the parts. */
const textOf = ({ text = '' }: Email) => text.replace(/\n\n$/, '\n');

describe('a mail as SES is given it', () => {
  it('names one recipient, the sender, the configuration set and our tags', async () => {
    const { form } = await sent();
    const fields = [...form].filter(([name]) => name !== 'RawMessage.Data');
    expect(Object.fromEntries(fields)).toEqual({
      Action: 'SendRawEmail',
      Version: '2010-12-01',
      Source: sender,
      'Destinations.member.1': 'sam.okoro@example.com',
      ConfigurationSetName: 'redress',
      'Tags.member.1.Name': 'complaint',
      'Tags.member.1.Value': '10000-0000Y',
      'Tags.member.2.Name': 'notice',
      'Tags.member.2.Value': 'receipt',
      'Tags.member.3.Name': 'attempt',
      'Tags.member.3.Value': '1',
    });
  });

  it('says who it is from, to whom, where answers go and that it is automatic', async () => {
    const { message } = await sent();
    expect(message.from).toEqual({ address: sender, name: 'Larkfield Retirement Homes' });
    expect(message.to).toEqual([{ address: 'sam.okoro@example.com', name: '' }]);
    expect(message.replyTo).toMatchObject([{ address: 'complaints@larkfield-homes.example' }]);
    expect(header(message, 'auto-submitted')).toEqual(['auto-generated']);
    expect(header(message, 'mime-version')).toEqual(['1.0']);
    expect(message.cc ?? message.bcc).toBeUndefined();
  });

  it('has the same words as text and as a page', async () => {
    const text = `${'A long line of words that a mail must fold. '.repeat(60)}\n\n.\nŽluťoučký kůň 🦊\n`;
    const html = '<p>Žluťoučký kůň 🦊 &amp; <strong>bold</strong></p>\n';
    const { message, raw } = await sent({ content: { subject: 'We have it', text, html } });
    expect(textOf(message)).toBe(text);
    expect(message.html?.trimEnd()).toBe(html.trimEnd());
    expect(message.attachments).toEqual([]);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it.each([
    'Žluťoučký kůň – “we have it” 🦊',
    'We have your complaint 10000-0000Y',
    'An overlong subject of many words '.repeat(12).trim(),
  ])('has the subject %j', async (subject) => {
    const { message, raw } = await sent({ subject });
    expect(message.subject).toBe(subject);
    expect([...raw].every((character) => character.charCodeAt(0) < 128)).toBe(true);
  });
});

describe('a display name', () => {
  it.each([
    'Smith, Jones & Sons',
    'The "Old" Mill Homes',
    'Homes <evil@example.com>',
    'Žluťoučký kůň, s.r.o.',
    'back\\slash; and: colons (all)',
  ])('%j stays a display name before the one sender address', async (fromName) => {
    const { message } = await sent({ fromName });
    expect(message.from).toEqual({ address: sender, name: fromName });
    expect(header(message, 'from')).toHaveLength(1);
  });
});

describe('line breaks', () => {
  it.each(['\r\n', '\n', '\r', '\r\n\r\n', '\u0085', '\u2028'])(
    'of the kind %j in name or subject add no header and no recipient',
    async (lineBreak) => {
      const forged = `Evil${lineBreak}Bcc: all@example.com${lineBreak}X-Forged: yes`;
      const { message, form } = await sent({ fromName: forged, subject: forged });
      for (const name of ['bcc', 'x-forged']) expect(header(message, name)).toEqual([]);
      expect(message.to).toHaveLength(1);
      expect(message.from?.address).toBe(sender);
      expect(form.get('Destinations.member.2')).toBeNull();
      expect(textOf(message)).toBe(mail.content.text);
    },
  );
});
