import { request } from 'node:http';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { start } from './fixtures/functions.ts';
import { audience, issuerAddress, serveEcho } from './fixtures/serving.ts';

let served: Awaited<ReturnType<typeof serveEcho>>;
beforeAll(async () => {
  served = await serveEcho();
  await served.pool.warm();
});
afterAll(() => served?.stop());
beforeEach(() => served.clock.freezeAt(start));

async function eventFrom(response: Response) {
  const text = await response.text();
  return JSON.parse(text).event;
}
const messageFrom = async (response: Response) => [response.status, await response.json()];

describe('the event of a request', () => {
  it('has the shape of payload format 2.0', async () => {
    const response = await served.get('/things/a%20b?to=x&to=y&empty=&q=%C3%A9', {
      'X-Mixed': 'Case',
      cookie: 'a=1; b=2',
    });
    const event = await eventFrom(response);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /things/{id}',
      rawPath: '/things/a%20b',
      rawQueryString: 'to=x&to=y&empty=&q=%C3%A9',
      cookies: ['a=1', 'b=2'],
      queryStringParameters: { to: 'x,y', empty: '', q: 'é' },
      pathParameters: { id: 'a b' },
      isBase64Encoded: false,
      requestContext: {
        accountId: '123456789012',
        apiId: 'api-id',
        http: { method: 'GET', path: '/things/a%20b', protocol: 'HTTP/1.1' },
        routeKey: 'GET /things/{id}',
        stage: '$default',
        time: '23/Dec/2026:15:00:00 +0000',
        timeEpoch: start,
      },
    });
    expect(event.headers).toMatchObject({ 'x-mixed': 'Case', 'x-forwarded-proto': 'https' });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event).not.toHaveProperty('body');
    expect(event.requestContext).not.toHaveProperty('authorizer');
  });

  it('leaves out what a request does not have', async () => {
    const event = await eventFrom(await served.get('/things'));
    for (const name of ['cookies', 'queryStringParameters', 'pathParameters', 'body']) {
      expect(event).not.toHaveProperty(name);
    }
  });

  it('carries a text body as it is and any other as base64', async () => {
    const post = (type: string, body: string) =>
      fetch(`${served.url}/things`, { method: 'POST', headers: { 'content-type': type }, body });
    expect(await eventFrom(await post('application/json', '{"a":"é"}'))).toMatchObject({
      body: '{"a":"é"}',
      isBase64Encoded: false,
    });
    expect(await eventFrom(await post('application/octet-stream', 'é'))).toMatchObject({
      body: Buffer.from('é').toString('base64'),
      isBase64Encoded: true,
    });
  });

  it('joins a header given twice with a comma', async () => {
    const text = await new Promise<string>((settle) => {
      const headers = [
        ['x-twice', 'a'],
        ['x-twice', 'b'],
        ['host', 'localhost'],
      ].flat();
      request(`${served.url}/things`, { headers }, async (response) => {
        settle((await response.toArray()).join(''));
      }).end();
    });
    expect(JSON.parse(text).event.headers['x-twice']).toBe('a,b');
  });
});

describe('routing', () => {
  it('prefers a literal path to a parameter', async () => {
    expect((await eventFrom(await served.get('/things/latest'))).routeKey).toBe('GET /things/latest');
    expect((await eventFrom(await served.get('/things/1/parts/2'))).pathParameters).toEqual({
      id: '1',
      part: '2',
    });
  });

  it.each(['/', '/thing', '/things/', '/things/1/2', '//things'])('knows no other path: %s', async (path) => {
    expect(await messageFrom(await served.get(path))).toEqual([404, { message: 'Not Found' }]);
  });

  it('knows no other method', async () => {
    const response = await fetch(`${served.url}/things/1`, { method: 'DELETE' });
    expect(await messageFrom(response)).toEqual([404, { message: 'Not Found' }]);
  });

  it('refuses a path that cannot be decoded', async () => {
    expect(await messageFrom(await served.get('/things/%E0%A4'))).toEqual([400, { message: 'Bad Request' }]);
  });
});

describe('the answer of a function', () => {
  const answered = (answer: unknown) =>
    served.get(`/things?answer=${encodeURIComponent(JSON.stringify(answer))}`);

  it('is passed on with status, headers, cookies and body', async () => {
    const response = await answered({
      statusCode: 201,
      headers: { 'Content-Type': 'application/problem+json', ETag: '"7"' },
      cookies: ['a=1', 'b=2'],
      body: Buffer.from('héllo').toString('base64'),
      isBase64Encoded: true,
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('etag')).toBe('"7"');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await response.text()).toBe('héllo');
    expect(response.headers.get('date')).toBe('Wed, 23 Dec 2026 15:00:00 GMT');
  });

  it('is JSON with status 200 when it names no status', async () => {
    const response = await answered({ a: 1 });
    expect(await messageFrom(response)).toEqual([200, { a: 1 }]);
    expect(response.headers.get('content-type')).toBe('application/json');
  });

  it.each([{ statusCode: 'x' }, { statusCode: 200, body: { a: 1 } }, { statusCode: 999 }])(
    'is an internal error when it is malformed: %j',
    async (answer) => {
      expect(await messageFrom(await answered(answer))).toEqual([500, { message: 'Internal Server Error' }]);
    },
  );
});

describe('the limits of API Gateway', () => {
  const post = (length: number) =>
    fetch(`${served.url}/things`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'x'.repeat(length),
    });
  const tooLarge = [413, { message: 'Request Entity Too Large' }];
  const megabyte = 1024 * 1024;

  it('are ten megabytes for a request and six for the event of a function', async () => {
    expect((await post(2 * megabyte)).status).toBe(200);
    expect(await messageFrom(await post(6 * megabyte))).toEqual(tooLarge);
    expect(await messageFrom(await post(11 * megabyte))).toEqual(tooLarge);
  });

  it('are six megabytes for an answer', async () => {
    const response = await served.get(`/things?large=${6 * megabyte}`);
    expect(await messageFrom(response)).toEqual([500, { message: 'Internal Server Error' }]);
  });

  it('are thirty seconds for a function, which may go on', async () => {
    const hasty = await serveEcho({ integrationTimeoutMs: 50 });
    const response = await hasty.get('/things?waitMs=300');
    expect(await messageFrom(response)).toEqual([503, { message: 'Service Unavailable' }]);
    await hasty.activity.whenQuiet();
    await hasty.stop();
  });

  it('are an internal error when the function fails', async () => {
    const response = await served.get('/things?fail=1');
    expect(await messageFrom(response)).toEqual([500, { message: 'Internal Server Error' }]);
  });

  it('are an internal error when API Gateway may not invoke the function', async () => {
    const sources: string[] = [];
    const forbidden = await serveEcho({
      mayInvoke: (source) => {
        sources.push(source);
        return false;
      },
    });
    const response = await forbidden.get('/things/1');
    expect(await messageFrom(response)).toEqual([500, { message: 'Internal Server Error' }]);
    expect(sources).toEqual(['arn:aws:execute-api:eu-west-2:123456789012:api-id/$default/GET/things/{id}']);
    await forbidden.stop();
  });
});

describe('a staff token', () => {
  const withToken = (token: string, path = '/staff') =>
    served.get(path, { authorization: `Bearer ${token}` });
  const unauthorized = [401, { message: 'Unauthorized' }];

  it('opens the route and brings its claims as strings', async () => {
    const token = await served.issuer.issue({
      name: 'Sam',
      email: 'sam@example.com',
      roles: ['handler', 'manager'],
      landlords: ['day-zero'],
      scope: 'read write',
    });
    const { requestContext } = await eventFrom(await withToken(token));
    expect(requestContext.authorizer.jwt).toMatchObject({
      claims: {
        iss: issuerAddress,
        aud: audience,
        sub: 'sam@example.com',
        name: 'Sam',
        roles: '[handler manager]',
        landlords: '[day-zero]',
        iat: String(start / 1000),
      },
      scopes: ['read', 'write'],
    });
  });

  it('is valid on the stack’s clock and no longer', async () => {
    const token = await served.issuer.issue({});
    served.clock.freezeAt(start + 7 * 3_600_000);
    expect((await withToken(token)).status).toBe(200);
    served.clock.freezeAt(start + 9 * 3_600_000);
    expect(await messageFrom(await withToken(token))).toEqual(unauthorized);
  });

  it('is not valid before its time', async () => {
    const token = await served.issuer.issue({});
    served.clock.freezeAt(start - 60_000);
    expect(await messageFrom(await withToken(token))).toEqual(unauthorized);
  });

  it('must come from this issuer, for this audience, signed', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const claims = { iat: start / 1000, exp: start / 1000 + 60 };
    const forged = new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(issuerAddress)
      .setAudience(audience);
    const unsigned = new UnsecuredJWT(claims).setIssuer(issuerAddress).setAudience(audience).encode();
    for (const token of [await forged.sign(privateKey), unsigned, 'nonsense', '']) {
      expect(await messageFrom(await withToken(token))).toEqual(unauthorized);
    }
    expect(await messageFrom(await served.get('/staff'))).toEqual(unauthorized);
  });

  it('of another issuer’s name or for another audience is refused though the key is right', async () => {
    const { createIssuer } = await import('../../../infra/local/tokens.ts');
    const other = await createIssuer('http://elsewhere', audience, served.clock);
    expect(await messageFrom(await withToken(await other.issue({})))).toEqual(unauthorized);
  });

  it('needs one of the route’s scopes', async () => {
    expect(
      await messageFrom(await withToken(await served.issuer.issue({ scope: 'read' }), '/scoped')),
    ).toEqual([403, { message: 'Forbidden' }]);
    expect((await withToken(await served.issuer.issue({ scope: 'read write' }), '/scoped')).status).toBe(200);
  });
});
