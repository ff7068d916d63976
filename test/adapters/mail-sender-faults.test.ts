import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMailSender, createSes } from '../../shared/adapters/ses/mail-sender.ts';
import type { Mail, MailSender } from '../../shared/ports/mail-sender.ts';
import { accept, pointSdkAt, refuse, type SesServer, startSesServer } from '../support/ses-server.ts';

const mail: Mail = {
  fromName: 'Larkfield Retirement Homes',
  to: 'sam.okoro@example.com',
  replyTo: 'complaints@larkfield-homes.example',
  content: { subject: 'We have it', text: 'Hello.\n', html: '<p>Hello.</p>' },
  tags: { notice: 'receipt' },
};

let server: SesServer;
let sendMail: MailSender;
const newSender = () => createMailSender(createSes(), 'no-reply@redress.example', 'redress');
beforeAll(async () => {
  server = await startSesServer();
  pointSdkAt(server.url);
  sendMail = newSender();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.requests = [];
  server.react = accept;
});

describe('one attempt and no more', () => {
  it('where the connection is reset after SES has the whole mail: what became of it is unknown', async () => {
    server.react = (request) => request.socket.resetAndDestroy();
    expect(await sendMail(mail)).toEqual({ type: 'unknown', error: 'ECONNRESET' });
    expect(server.requests).toHaveLength(1);
  });

  it('where the answer ends half-way', async () => {
    server.react = (request, response) => {
      response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '500' });
      response.write('<SendRawEmailResponse>', () => request.socket.destroy());
    };
    expect((await sendMail(mail)).type).toBe('unknown');
    expect(server.requests).toHaveLength(1);
  });

  it('where SES answers nothing at all: the time is up after ten seconds', { timeout: 20_000 }, async () => {
    server.react = () => {};
    const begun = performance.now();
    const outcome = await sendMail(mail);
    expect(outcome).toEqual({ type: 'unknown', error: 'ETIMEDOUT' });
    expect(performance.now() - begun).toBeGreaterThan(9_000);
    expect(performance.now() - begun).toBeLessThan(13_000);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    [500, 'InternalFailure', 'no', 'unknown'],
    [503, 'ServiceUnavailable', 'no', 'unknown'],
    [400, 'Throttling', 'Maximum sending rate exceeded.', 'retry'],
    [400, 'Throttling', 'Daily message quota exceeded.', 'stop-the-line'],
    [400, 'MessageRejected', 'Email address is not verified.', 'refused'],
    [400, 'InvalidParameterValue', 'Missing final ’@domain’.', 'refused'],
    [400, 'ConfigurationSetDoesNotExist', 'no', 'stop-the-line'],
    [400, 'ConfigurationSetSendingPausedException', 'no', 'stop-the-line'],
    [400, 'AccountSendingPausedException', 'no', 'stop-the-line'],
    [400, 'MailFromDomainNotVerifiedException', 'no', 'stop-the-line'],
    [400, 'MessageRejected', 'Sending paused for this account.', 'stop-the-line'],
    [400, 'MessageRejected', 'Email address is not verified: no-reply@redress.example', 'stop-the-line'],
    [400, 'InvalidTemplate', 'no', 'retry'],
    [400, 'Surprise', 'no', 'retry'],
    [403, 'Surprise', 'no', 'retry'],
    [429, 'Surprise', 'no', 'retry'],
    [502, 'Surprise', 'no', 'unknown'],
    [403, 'AccessDenied', 'no', 'stop-the-line'],
    [403, 'SignatureDoesNotMatch', 'no', 'stop-the-line'],
    [403, 'InvalidClientTokenId', 'no', 'stop-the-line'],
  ])('where SES answers %i %s “%s”: %s', async (status, code, message, type) => {
    server.react = refuse(status, code, message);
    expect((await sendMail(mail)).type).toBe(type);
    expect(server.requests).toHaveLength(1);
  });
});

describe('an answer that says nothing', () => {
  it('is no acceptance: a page of some proxy', async () => {
    server.react = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html><body>Please sign in</body></html>');
    };
    expect((await sendMail(mail)).type).toBe('unknown');
  });

  it('is no acceptance: success without a message id', async () => {
    const client = new SESClient({ region: 'eu-west-2' });
    const mock = mockClient(client);
    mock.on(SendRawEmailCommand).resolves({});
    const outcome = await createMailSender(client, 'no-reply@redress.example', 'redress')(mail);
    expect(outcome).toEqual({ type: 'unknown', error: 'NoMessageId' });
    mock.restore();
  });
});

describe('where SES is not reached', () => {
  it('nothing was sent, and it is tried again', async () => {
    const gone = await startSesServer();
    await gone.stop();
    pointSdkAt(gone.url);
    const outcome = await newSender()(mail);
    pointSdkAt(server.url);
    expect(outcome).toEqual({ type: 'retry', error: 'ECONNREFUSED' });
  });
});
