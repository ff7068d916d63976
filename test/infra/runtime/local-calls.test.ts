import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalStack } from '../../../infra/local/stack.ts';
import { startTestStack } from '../../support/local-stack.ts';

const start = '2026-12-23T15:00:00Z';
let stack: LocalStack;
beforeAll(async () => {
  stack = await startTestStack({ now: start });
});
afterAll(() => stack?.stop());
beforeEach(() => stack.reset(start));

async function call(method: string, path: string, body?: unknown) {
  const response = await stack.request(path, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: await readBody(response),
  };
}

async function readBody(response: Response) {
  const text = await response.text();
  return response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
}

async function complain(name = 'Sam Okafor') {
  const complaint = {
    complainant: { name, email: 'sam.okafor@example.com' },
    description: 'The door is broken.',
  };
  const response = await stack.request('/landlords/day-zero/complaints', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(complaint),
  });
  expect(response.status).toBe(201);
  expect((await call('POST', '/_local/settle')).status).toBe(200);
}

describe('the clock call', () => {
  it('moves time forward and answers when all is quiet', async () => {
    await complain();
    const moved = await call('POST', '/_local/clock', { now: '2026-12-29T09:05:00Z' });
    expect(moved).toMatchObject({ status: 200, body: { now: expect.stringMatching(/^2026-12-29T09:05:0/) } });
    const digests = stack.mails().filter(({ at }) => at.startsWith('2026-12-29T07:3'));
    expect(digests.length).toBeGreaterThan(0);
  });

  it('refuses to go back, naming both instants', async () => {
    const { status, type, body } = await call('POST', '/_local/clock', { now: '2026-12-23T14:00:00Z' });
    expect([status, type]).toEqual([409, 'application/problem+json']);
    expect(body.detail).toMatch(
      /^The clock moves forward only: it stands at 2026-12-23T15:00:\S+ and cannot be set to 2026-12-23T14:00:00.000Z\.$/,
    );
  });

  it.each([
    undefined,
    '{',
    [],
    {},
    { now: 'tomorrow' },
    { now: '2026-02-31' },
    { now: 5 },
    { now: start, also: 1 },
  ])('refuses a bad body in a sentence: %j', async (body) => {
    const answer = await call('POST', '/_local/clock', body);
    expect(answer.status).toBe(400);
    expect(answer.body.detail).toMatch(/^(?:The body|"now"|"also") .+\.$/);
  });
});

describe('the mail calls', () => {
  it('list what was sent, oldest first, as the design says', async () => {
    await complain();
    const { body } = await call('GET', '/_local/mail');
    expect(body).toMatchObject([
      {
        to: ['sam.okafor@example.com'],
        subject: expect.any(String),
        text: expect.any(String),
        html: expect.any(String),
      },
    ]);
    expect(body[0].at).toMatch(/^2026-12-23T15:00:/);
    expect(body[0].tags).toHaveProperty('notice');
  });

  it('bring an event that becomes the mail’s state in the inbox', async () => {
    await complain();
    const [mail] = stack.mails();
    expect((await call('GET', '/inbox')).body).toContain('Delivered');
    const bounced = await call('POST', `/_local/mail/${mail?.messageId}/event`, { type: 'Bounce' });
    expect(bounced.status).toBe(200);
    expect((await call('GET', '/inbox')).body).toContain('Bounced');
  });

  it.each([
    [{ bounceType: 'Transient' }, 200],
    [{ bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' }, 200],
    [{ bounceType: 'Forever' }, 400],
    [{ bounceType: 'Transient', bounceSubType: 'OnAccountSuppressionList' }, 400],
    [{ type: 'Delivery', bounceType: 'Permanent' }, 400],
  ])('bounce in the ways that SES knows: %j', async (bounce, status) => {
    await complain();
    const path = `/_local/mail/${stack.mails()[0]?.messageId}/event`;
    expect((await call('POST', path, { type: 'Bounce', ...bounce })).status).toBe(status);
  });

  it('leave delivery to the caller once that is switched off, until a reset', async () => {
    await call('PUT', '/_local/mail/events', { automatic: false });
    await complain();
    expect((await call('GET', '/inbox')).body).toContain('Accepted');
    await stack.reset(start);
    await complain();
    expect((await call('GET', '/inbox')).body).toContain('Delivered');
  });

  it('refuse unknown mails and event types', async () => {
    expect((await call('POST', '/_local/mail/none/event', { type: 'Bounce' })).status).toBe(404);
    const answer = await call('POST', '/_local/mail/none/event', { type: 'Lost' });
    expect([answer.status, answer.body.detail]).toEqual([
      400,
      expect.stringMatching(/^"type" must be one of Send, /),
    ]);
    expect((await call('PUT', '/_local/mail/events', { automatic: 'no' })).status).toBe(400);
  });
});

describe('the fault calls', () => {
  it('make the next matching calls fail, and can be taken back', async () => {
    const fault = { service: 'dynamodb', operation: 'TransactWriteItems', kind: 'throttle', times: 100 };
    expect(await call('POST', '/_local/faults', fault)).toMatchObject({ status: 200, body: fault });
    const post = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const body = JSON.stringify({ description: 'The door is broken.' });
    const failed = await stack.request('/landlords/day-zero/complaints', { ...post, body });
    expect(failed.status).toBeGreaterThanOrEqual(500);
    await call('DELETE', '/_local/faults');
    await complain();
    const outcomes = stack.calls().filter(({ operation }) => operation === 'TransactWriteItems');
    expect(outcomes[0]?.outcome).not.toBe('ok');
    expect(outcomes.at(-1)?.outcome).toBe('ok');
  });

  it.each([
    {},
    { service: 'dynamodb' },
    { service: 'dynamodb', operation: 'Query', kind: 'slow' },
    { service: 'dynamodb', operation: 'Query', kind: 'throttle', times: 0 },
    { service: 'dynamodb', operation: 'Query', kind: 'throttle', surprise: true },
    { service: 'dynamodb', operation: 'Query', kind: 'kill', when: 'during' },
    { service: 'dynamodb', operation: 'Query', kind: 'unavailable', skip: -1 },
    { service: 'ses', operation: 'SendRawEmail', kind: 'refuse', error: 'Tired' },
  ])('refuse a fault that makes no sense: %j', async (fault) => {
    expect((await call('POST', '/_local/faults', fault)).status).toBe(400);
  });

  it('let a function be killed in the middle and its trigger try again later', async () => {
    await stack.request('/_local/faults', {
      method: 'POST',
      body: JSON.stringify({ service: 'ses', operation: 'SendRawEmail', kind: 'kill', times: 1 }),
    });
    await complain();
    expect(stack.mails()).toHaveLength(0);
    await stack.moveClock('2026-12-24T15:00:00Z');
    expect(stack.mails().filter(({ to }) => to[0] === 'sam.okafor@example.com')).toHaveLength(1);
  });
});

describe('the other calls', () => {
  it('record the AWS calls of the functions', async () => {
    await complain();
    const { body } = await call('GET', '/_local/calls');
    const made = { function: expect.stringContaining('resident-api'), service: 'dynamodb', outcome: 'ok' };
    // a function that has just started reads the calendar first
    expect(body.slice(0, 2)).toMatchObject([
      { ...made, operation: 'Query' },
      { ...made, operation: 'TransactWriteItems' },
    ]);
  });

  it('issue tokens and publish the key they are signed with', async () => {
    const { body } = await call('POST', '/_local/tokens', {
      roles: ['handler'],
      landlords: ['day-zero'],
      name: 'Kim',
    });
    const claims = JSON.parse(Buffer.from(body.token.split('.')[1], 'base64url').toString());
    expect(claims).toMatchObject({
      iss: stack.url,
      roles: ['handler'],
      landlords: ['day-zero'],
      name: 'Kim',
    });
    expect(claims.iat * 1000).toBeGreaterThanOrEqual(Date.parse(start));
    const discovery = await call('GET', '/.well-known/openid-configuration');
    expect(discovery.body.issuer).toBe(stack.url);
    const keys = await call('GET', new URL(discovery.body.jwks_uri).pathname);
    expect(keys.body.keys).toMatchObject([{ kty: 'RSA', alg: 'RS256' }]);
    expect(keys.body.keys[0]).not.toHaveProperty('d');
    expect((await call('POST', '/_local/tokens', { roles: 'handler' })).status).toBe(400);
  });

  it('serve the bank holidays and whatever they are replaced by', async () => {
    const before = await call('GET', '/_local/bank-holidays');
    expect(before.body).toHaveProperty('england-and-wales');
    await call('PUT', '/_local/bank-holidays', { 'england-and-wales': { events: [] } });
    expect((await call('GET', '/_local/bank-holidays')).body).toEqual({
      'england-and-wales': { events: [] },
    });
    await call('PUT', '/_local/bank-holidays', before.body);
  });

  it('answer 404 with a sentence for a call that does not exist', async () => {
    expect(await call('GET', '/_local/nothing')).toMatchObject({
      status: 404,
      body: { detail: 'The local stack has no GET /_local/nothing.' },
    });
  });

  it('show what the functions printed and what was set apart', async () => {
    await complain();
    expect((await call('GET', '/_local/logs')).body.length).toBeGreaterThan(0);
    expect((await call('GET', '/_local/failures')).body).toEqual([]);
  });
});

describe('the pages', () => {
  it('are complete without script, and each says what it is', async () => {
    await complain();
    const [mail] = stack.mails();
    for (const path of ['/', '/inbox', `/inbox/${mail?.messageId}`]) {
      const { status, body } = await call('GET', path);
      expect(status).toBe(200);
      expect(body).toMatch(/^<!doctype html>\s*<html lang="en-GB">/);
      expect(body).toMatch(/<title>[^<]+<\/title>/);
      expect(body.match(/<h1>/g)).toHaveLength(1);
      expect(body).not.toContain('<script');
    }
  });

  it('show a mail’s text, and its HTML in a frame that may do nothing', async () => {
    await complain('Sam <b>Okafor</b>');
    const [mail] = stack.mails();
    const { body } = await call('GET', `/inbox/${mail?.messageId}`);
    expect(body).toContain('<iframe sandbox title="');
    expect(body).not.toContain('<b>Okafor');
    expect((await call('GET', '/inbox/none')).status).toBe(404);
  });
});

describe('a reset', () => {
  it('leaves nothing of what was there before', async () => {
    await complain();
    await stack.reset('2026-03-02T08:00:00Z');
    expect(await stack.isEmpty()).toBe(true);
    expect(stack.mails()).toEqual([]);
    expect(stack.calls()).toEqual([]);
    expect(new Date(stack.now()).toISOString()).toMatch(/^2026-03-02T08:00:0/);
    await complain();
    expect(stack.mails().map(({ to }) => to)).toEqual([['sam.okafor@example.com']]);
  });
});
