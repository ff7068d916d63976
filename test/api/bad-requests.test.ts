import { describe, expect, it } from 'vitest';
import { expectAnswer } from '../support/expect-refused.ts';
import { startApi } from '../support/http.ts';
import { refusalOf } from '../support/http-answer.ts';

const utf8 = new TextEncoder();

describe('a content type', () => {
  const bytes = utf8.encode('{"description":"x"}');
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'Application/JSON',
    'application/merge-patch+json',
    'application/vnd.redress.v1+json',
    'application/json ; x=y',
  ])('of JSON is taken: %s', async (type) => {
    const api = startApi();
    expect((await api.complain({ bytes, headers: { 'content-type': type } })).status).toBe(201);
    expect(
      (await api.complain({ bytes, headers: { 'content-type': '', 'Content-Type': type } })).status,
    ).toBe(201);
  });

  it.each([
    '',
    'text/plain',
    'text/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json-seq',
    'application/json5',
    'application/xml',
    'application/',
    'json',
    'text/plain; application/json',
    'application/json,text/plain',
    '*/*',
  ])('of something else is refused: "%s"', async (type) => {
    await expectAnswer({ bytes, headers: { 'content-type': type } }, 415, 'not-json', ['Content-Type']);
  });
});

describe('a landlord', () => {
  it.each([
    'nobody',
    'counted-from-receipt',
    '',
    ' ',
    'day-zero ',
    'DAY-ZERO',
    'day-zero/',
    '../day-zero',
    'day%2Dzero',
    'day-zero\0',
    'day-zero,code-2024',
    '__proto__',
    'constructor',
    'toString',
    '\ud800',
    '{landlord}',
    'x'.repeat(10_000),
  ])('that is not served here is refused: %j', async (landlord) => {
    const fields = ['landlord'];
    await expectAnswer({ landlord }, 404, 'unknown-landlord', fields);
    const answer = await startApi({ served: ['day-zero', 'code-2024'] }).send('explainDeadlines', {
      landlord,
    });
    expect(refusalOf(answer)).toEqual({ status: 404, type: '/problems/unknown-landlord', fields });
    expect(answer.body.detail).toBe(
      'There is no such landlord here; this service handles complaints for code-2024, day-zero.',
    );
  });

  it('that is to be served and has no policy here is refused too', async () => {
    const answer = await startApi({ served: ['nobody'] }).complain({ landlord: 'nobody' });
    expect(refusalOf(answer)).toMatchObject({ status: 404, fields: ['landlord'] });
  });
});

describe('an Idempotency-Key', () => {
  it.each([
    '',
    ' ',
    'two words',
    ' k',
    'k ',
    'k\t',
    'k\r\n',
    'k'.repeat(256),
    'clé',
    'k\u00a0',
    '🛠️',
    '\u007f',
    '\0',
  ])('that is malformed is refused: %j', async (key) => {
    await expectAnswer({ headers: { 'idempotency-key': key } }, 400, 'invalid-request', ['Idempotency-Key']);
  });

  it.each(['k', '0', 'k'.repeat(255), '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', '__proto__', 'a#b#c'])(
    'that is well formed is taken: %j',
    async (key) => {
      const api = startApi();
      expect((await api.complain({ headers: { 'idempotency-key': key } })).status).toBe(201);
    },
  );
});
