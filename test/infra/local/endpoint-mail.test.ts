import { SendEmailCommand, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Fault, type FaultKind, sesRefusals } from '../../../infra/local/aws-call.ts';
import { startSmallEndpoint } from './fixtures/running-endpoint.ts';

// The clients here live in this process, whose clock is the machine's: the stack's must agree with it.
const start = Math.floor(Date.now() / 1000) * 1000;
let stack: Awaited<ReturnType<typeof startSmallEndpoint>>;

beforeAll(async () => {
  stack = await startSmallEndpoint(start);
}, 30_000);
afterAll(() => stack?.stop());
beforeEach(() => {
  stack.endpoint.reset();
  stack.told.mails.length = 0;
  stack.clock.freezeAt(start);
});

async function mail(part: Partial<SendRawEmailCommandInput> = {}, from = 'complaints@example.org') {
  const message = new MailComposer({
    from: { name: 'Landlord, complaints', address: from },
    to: 'header@example.com',
    subject: 'Your complaint – received',
    text: 'We have it.',
    html: '<p>We have it.</p>',
  }).compile();
  return new SendRawEmailCommand({
    Source: from,
    Destinations: ['resident@example.com'],
    RawMessage: { Data: await message.build() },
    ConfigurationSetName: 'mail',
    Tags: [{ Name: 'notice', Value: 'n-1' }],
    ...part,
  });
}

const outcomes = () => stack.endpoint.calls().map(({ outcome }) => outcome);
const addFault = (kind: FaultKind, more: Partial<Fault> = {}) =>
  stack.endpoint.addFault({ service: 'ses', operation: 'SendRawEmail', kind, times: 1, ...more });

describe('a raw mail', () => {
  it('is accepted with the recipients of its envelope, its tags and the stack’s time', async () => {
    const { MessageId } = await stack.ses.send(await mail());
    const accepted = {
      messageId: MessageId,
      from: 'complaints@example.org',
      to: ['resident@example.com'],
      subject: 'Your complaint – received',
      text: expect.stringContaining('We have it.'),
      html: expect.stringContaining('<p>We have it.</p>'),
      at: new Date(start).toISOString(),
      tags: { notice: 'n-1' },
      configurationSet: 'mail',
    };
    expect(stack.endpoint.mails()).toMatchObject([accepted]);
    expect(stack.told.mails).toMatchObject([accepted]);
    expect(outcomes()).toEqual(['ok']);
  });

  it('goes to the recipients in its headers when there is no envelope', async () => {
    await stack.ses.send(await mail({ Destinations: undefined }));
    expect(stack.endpoint.mails()[0]?.to).toEqual(['header@example.com']);
  });

  it('is denied from an address that the role may not use, as the SDK knows it', async () => {
    await expect(stack.ses.send(await mail({}, 'somebody@example.org'))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining(
        'is not authorized to perform: ses:SendRawEmail on resource: arn:aws:ses:',
      ),
    });
    expect(stack.endpoint.mails()).toEqual([]);
  });

  it('is denied with a configuration set that the role does not name', async () => {
    await expect(stack.ses.send(await mail({ ConfigurationSetName: 'other' }))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('configuration-set/other'),
    });
  });

  it('is refused with a tag that SES would not take', async () => {
    await expect(stack.ses.send(await mail({ Tags: [{ Name: 'a b', Value: 'c' }] }))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
  });
});

describe('a mail from the stack itself, which needs no grants', () => {
  const send = (Source: string, ConfigurationSetName?: string) => {
    const credentials = stack.endpoint.credentialsFor('local-stack', 'local-stack');
    const client = new (stack.ses.constructor as typeof import('@aws-sdk/client-ses').SESClient)({
      endpoint: stack.endpoint.url,
      region: 'eu-west-2',
      credentials,
      maxAttempts: 1,
    });
    return client.send(
      new SendEmailCommand({
        Source,
        Destination: { ToAddresses: ['a@example.com'], CcAddresses: ['b@example.com'] },
        Message: { Subject: { Data: 'Hello & <welcome>' }, Body: { Text: { Data: 'text' } } },
        ConfigurationSetName,
      }),
    );
  };

  it('is accepted as SendEmail', async () => {
    await send('Landlord <complaints@example.org>');
    expect(stack.endpoint.mails()).toMatchObject([
      {
        from: 'complaints@example.org',
        to: ['a@example.com', 'b@example.com'],
        subject: 'Hello & <welcome>',
      },
    ]);
  });

  it('is rejected from an identity that is not verified', async () => {
    await expect(send('a@unverified.example')).rejects.toMatchObject({
      name: 'MessageRejected',
      message: expect.stringContaining('Email address is not verified.'),
    });
  });

  it('is refused with a configuration set that does not exist', async () => {
    await expect(send('complaints@example.org', 'nowhere')).rejects.toMatchObject({
      name: 'ConfigurationSetDoesNotExistException',
    });
  });
});

describe('a fault of SES', () => {
  it('throttles', async () => {
    addFault('throttle');
    await expect(stack.ses.send(await mail())).rejects.toMatchObject({ name: 'Throttling' });
    addFault('throttle');
    await stack.retryingSes.send(await mail());
    expect(stack.endpoint.mails()).toHaveLength(1);
  });

  it('refuses, and the SDK does not try again', async () => {
    addFault('refuse');
    await expect(stack.retryingSes.send(await mail())).rejects.toMatchObject({ name: 'MessageRejected' });
    expect(outcomes()).toEqual(['MessageRejected']);
  });

  it('refuses with every error that can be asked for, under the name that the SDK knows', async () => {
    const known: string[] = [];
    for (const error of Object.keys(sesRefusals) as (keyof typeof sesRefusals)[]) {
      addFault('refuse', { error });
      await stack.ses.send(await mail()).catch((thrown: Error) => known.push(thrown.name));
    }
    expect(known).toEqual([
      'MessageRejected',
      'InvalidParameterValue',
      'Throttling',
      'AccountSendingPausedException',
      'ConfigurationSetDoesNotExistException',
      'ConfigurationSetSendingPausedException',
      'MailFromDomainNotVerifiedException',
    ]);
    expect(stack.endpoint.mails()).toEqual([]);
  });

  it('is unavailable, having taken nothing', async () => {
    addFault('unavailable');
    await expect(stack.ses.send(await mail())).rejects.toMatchObject({
      name: 'ServiceUnavailable',
      $metadata: { httpStatusCode: 503 },
    });
    expect(stack.endpoint.mails()).toEqual([]);
  });

  it('loses the response of a mail that was accepted: once with one attempt, doubled by a retrying client', async () => {
    addFault('lost-response');
    await expect(stack.ses.send(await mail())).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(stack.endpoint.mails()).toHaveLength(1);
    addFault('lost-response');
    await stack.retryingSes.send(await mail());
    expect(stack.endpoint.mails()).toHaveLength(3);
  });

  it('with the clock thirty days ahead is not sent again', async () => {
    const ahead = start + 30 * 86_400_000;
    stack.clock.freezeAt(ahead);
    const real = Date.now;
    Date.now = () => ahead;
    try {
      addFault('refuse');
      await expect(stack.retryingSes.send(await mail())).rejects.toMatchObject({ name: 'MessageRejected' });
    } finally {
      Date.now = real;
    }
    expect(outcomes()).toEqual(['MessageRejected']);
  });
});
