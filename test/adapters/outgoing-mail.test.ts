import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { createMailSender } from '../../shared/adapters/ses/mail-sender.ts';
import { email } from '../../shared/contracts/text.ts';
import { type NoticeOwed, noticeKinds, type RenderedNotice } from '../../shared/domain/notices.ts';
import { composeNotice } from '../../shared/notices/compose.ts';
import { link, ombudsmen, policy, valuesOf } from '../notices/compose-sample.ts';
import { sampleNotices } from '../notices/sample-notices.ts';
import { sample } from '../support/complaints.ts';

const sender = 'no-reply@redress.example';
const to = 'sam.okoro@example.com';
const replyTo = 'complaints@larkfield-homes.example';
const client = new SESClient({ region: 'eu-west-2' });
const ses = mockClient(client).on(SendRawEmailCommand).resolves({ MessageId: 'm-1' });
const sendMail = createMailSender(client, sender, 'redress');

/** Sends a mail and reads what SES was given, with another reader of mail than wrote it. */
async function send(content: RenderedNotice, address = to) {
  ses.resetHistory();
  const outcome = await sendMail({ fromName: policy.name, to: address, replyTo, content, tags: {} });
  expect(outcome.type).toBe('accepted');
  const { RawMessage, Destinations } = ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input ?? {};
  const raw = Buffer.from(RawMessage?.Data ?? []);
  return { raw: raw.toString('latin1'), message: await PostalMime.parse(raw), envelope: Destinations };
}

/** What people can type: the words of texts, the names of people, and the name of a team. */
function fill(
  notice: NoticeOwed,
  word: (index: number) => string,
): NoticeOwed & { words: Record<string, string> } {
  const ids = Object.values(notice.texts ?? {});
  const words = Object.fromEntries(ids.map((id, index) => [id, word(index)]));
  const isTeam = notice.kind === 'compliment-passed-on' && !notice.people;
  const values = isTeam ? { ...notice.values, praised: word(ids.length) } : notice.values;
  return { ...notice, values, words };
}

function write(notice: NoticeOwed, word: (index: number) => string): RenderedNotice {
  const filled = fill(notice, word);
  const values = valuesOf(filled, filled.words);
  for (const [index, name] of Object.keys(notice.people ?? {}).entries()) values[name] = word(index);
  return composeNotice({ kind: notice.kind, values }, policy, { reference: sample, ombudsmen });
}

/** Tags of a page in their order, with their attributes; line breaks apart, which what was typed may have. */
const tagsOf = (html: string) => html.replaceAll('<br>', '').match(/<[^>]*>/g) ?? [];
const ledTo = (html: string) => [...html.matchAll(/\b(?:href|src)\s*=\s*"([^"]*)"/g)].map(([, url]) => url);
const readable = (text = '') => text.replaceAll('\r\n', '\n').trimEnd();

const headers = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'reply-to',
  'subject',
  'to',
  'x-auto-response-suppress',
];

const inPlainWords = new Map(sampleNotices.map((notice) => [notice, write(notice, () => 'word')]));

async function expectOursAlone(notice: NoticeOwed, word: (index: number) => string) {
  const plain = inPlainWords.get(notice) ?? write(notice, () => 'word');
  const content = write(notice, word);
  const { raw, message, envelope } = await send(content);
  expect(envelope).toEqual([to]);
  expect(message.to).toEqual([{ address: to, name: '' }]);
  expect(message.from).toEqual({ address: sender, name: policy.name });
  expect(message.replyTo).toEqual([{ address: replyTo, name: '' }]);
  expect(message.headers.map(({ key }) => key).sort()).toEqual(headers);
  expect(message.subject).toBe(plain.subject);
  expect(message.attachments).toEqual([]);
  expect(tagsOf(message.html ?? '')).toEqual(tagsOf(plain.html));
  expect(ledTo(message.html ?? '')).toEqual(plain.text.includes(link) ? [link] : []);
  expect(readable(message.text)).toBe(readable(content.text));
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
}

const nasty = [
  'x\r\nBcc: all@evil.example\r\nX-Forged: yes',
  'x\r\n\r\n<html>\r\n--boundary--',
  'x\nSubject: pay now',
  'x\u2028Bcc: all@evil.example\u2029Cc: more@evil.example',
  'x\u0085Bcc: all@evil.example',
  '=?utf-8?B?DQpCY2M6IGFsbEBldmlsLmV4YW1wbGU=?=',
  `name ${'A'.repeat(10_000)}`,
  'right \u202eto left\u2066 and \u200fback',
  '[x](https://evil.example) ![y](https://evil.example/p.png)',
  '<a href="https://evil.example">x</a><img src=x onerror=alert(1)>',
  'https://evil.example www.evil.example <https://evil.example>',
  'javascript:alert(1) data:text/html,x mailto:all@evil.example',
  "\"Smith, Jones\" <all@evil.example>, 'O'Neill'; \\",
  '</body></html><script src="https://evil.example/x.js"></script>',
  '{{link}} {{#points}} {{/points}} $& $1',
  '# Heading\n\n- list\n\n> quote\n\n---\n\n| a | b |',
  '[ref]: https://evil.example "title"\n\n[ref]',
  '\0 \x07 \x1b[31m \ufeff \u200b',
];

/** Of each kind one, and of those by what is typed in them. */
const byKind = noticeKinds.map((kind) => {
  const notice = sampleNotices.find((each) => each.kind === kind);
  if (!notice) throw new Error(`no ${kind} is owed`);
  return notice;
});
const repeating = sampleNotices.filter((notice) => write(notice, () => 'CANARY').text.includes('CANARY'));
const repeatingByKind = [...new Map(repeating.map((notice) => [notice.kind, notice])).values()];

describe('what was typed', () => {
  it('stands in many notices, and in the subject of none', () => {
    expect(repeatingByKind.length).toBeGreaterThan(20);
    for (const notice of sampleNotices)
      expect(write(notice, () => 'CANARY').subject, notice.kind).not.toContain('CANARY');
  });

  it('becomes no header, recipient, markup or link of a notice of any kind', async () => {
    for (const notice of byKind) await expectOursAlone(notice, (index) => nasty[index % nasty.length] ?? '');
  });

  it.each(nasty.map((word, index) => [`${JSON.stringify(word).slice(0, 60)} …`, index]))(
    'becomes none of them where it is %s',
    async (_, first) => {
      const word = (index: number) => nasty[(first + index) % nasty.length] ?? '';
      // every fifth by turns: each meets several of them, in several places
      for (const notice of repeatingByKind.filter((_each, index) => index % 5 === first % 5))
        await expectOursAlone(notice, word);
    },
  );

  it('becomes none of them whatever it is', async () => {
    const word = fc.oneof(
      fc.constantFrom(...nasty),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.tuple(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme' })).map((both) => both.join('')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...repeating),
        fc.array(word, { minLength: 1, maxLength: 5 }),
        (notice, words) => expectOursAlone(notice, (index) => `.${words[index % words.length]}`),
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('an address', () => {
  const isAddress = (address: string) => email('').safeParse(address).success;

  it.each([
    'sam@example.com\r\nBcc: all@evil.example',
    'sam@example.com\n',
    'sam@example.com\r',
    'sam@example.com\0',
    'sam@example.com ',
    ' sam@example.com',
    'sam okoro@example.com',
    'sam@example.com, all@evil.example',
    'sam@example.com,all@evil.example',
    'sam@example.com;all@evil.example',
    '"sam"@example.com',
    'sam"@example.com',
    'Sam <sam@example.com>',
    '<sam@example.com>',
    'sam@example.com>',
    'sam@evil.example@example.com',
    '@evil.example:sam@example.com',
    'sam(all@evil.example)@example.com',
    'group:sam@example.com;',
    '.sam@example.com',
    'sam.@example.com',
    's..am@example.com',
    'sam@.example.com',
    'sam@example..com',
    'sam@example.com.',
    'sam@[192.0.2.1]',
    'sam@localhost',
    'sam@žluť.example',
    'sám@example.com',
    'sam\u2028@example.com',
    'sam\u0085@example.com',
    'sam\u202e@example.com',
    'sam%all@evil.example@example.com',
    '=?utf-8?Q?sam?=@example.com',
    `${'a'.repeat(250)}@example.com`,
    'sam',
    '@example.com',
    'sam@',
    '',
  ])('is refused where a mail to it could go elsewhere, or nowhere: %j', (address) => {
    expect(isAddress(address)).toBe(false);
  });

  it.each(["sam.o'neill+lift-3@example.com", 'SAM_okoro@mail.Example.co.uk', 'sam@xn--lu-0ja1a2a.example'])(
    'that is taken reaches its one mailbox: %s',
    async (address) => {
      expect(isAddress(address)).toBe(true);
      const { message, envelope } = await send({ subject: 's', text: 't', html: 'h' }, address);
      expect(envelope).toEqual([address]);
      expect(message.to).toHaveLength(1);
      expect(message.to?.[0]?.address?.toLowerCase()).toBe(address.toLowerCase());
    },
  );

  it.each(['sam@example.com, all@evil.example', 'sam@example.com\r\nBcc: all@evil.example'])(
    'that no contract lets through would still be one recipient and no header: %j',
    async (address) => {
      const { message, envelope } = await send({ subject: 's', text: 't', html: 'h' }, address);
      expect(envelope).toEqual([address]);
      expect(message.to).toHaveLength(1);
      expect(message.headers.map(({ key }) => key).sort()).toEqual(headers);
    },
  );

  it('is refused, or reaches one mailbox, whatever it is made of', async () => {
    const good = fc.constantFrom('sam', 'a', '.', '+', "'", '-', '_', '0', '%', '=');
    const bad = fc.constantFrom(
      ...[',', ';', ' ', '"', '<', '>', '\r\n', '\\', '(', ')', ':', '@', '=?', '\u2028', '\u00e1', '\0'],
    );
    const mostlyGood = fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: bad });
    const domain = fc.constantFrom(
      'example.com',
      'mail.Example.co.uk',
      'x',
      '.com',
      'example.com, a@b.example',
    );
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(mostlyGood, { minLength: 1, maxLength: 5 }), domain, async (pieces, at) => {
        const address = `${pieces.join('')}@${at}`;
        if (!isAddress(address)) return;
        taken++;
        const { message, envelope } = await send({ subject: 's', text: 't', html: 'h' }, address);
        expect(envelope).toEqual([address]);
        expect(message.to?.map((each) => each.address?.toLowerCase())).toEqual([address.toLowerCase()]);
        expect(message.headers.map(({ key }) => key).sort()).toEqual(headers);
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(taken).toBeGreaterThan(20);
  });
});
