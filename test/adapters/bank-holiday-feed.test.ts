import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFeedReader } from '../../shared/adapters/gov-uk/bank-holiday-feed.ts';

let server: Server;
let address: string;
let react: RequestListener;
let asked: (string | undefined)[] = [];
let closed: Promise<unknown>;

const addressOf = (listening: Server) => `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
const answer =
  (status: number, body = '', headers = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body);
const feed = (limits = {}) => createFeedReader(`${address}/bank-holidays.json`, limits);

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url);
    closed = new Promise((settle) => response.once('close', settle));
    react(request, response);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  address = addressOf(server);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((settle) => server.close(settle));
});

async function ask(reaction: RequestListener, limits = {}) {
  react = reaction;
  asked = [];
  return feed(limits)();
}

describe('the reader of the feed', () => {
  it('hands on the text of an answer, without judging it', async () => {
    expect(await ask(answer(200, '{"scotland": "St Andrew’s Day"'))).toEqual({
      type: 'text',
      text: '{"scotland": "St Andrew’s Day"',
    });
    expect(asked).toEqual(['/bank-holidays.json']);
  });

  it('puts a letter together that came in two pieces', async () => {
    const bytes = Buffer.from('St Andrew’s Day');
    const inPieces: RequestListener = (_, response) => {
      response.write(bytes.subarray(0, 10));
      setTimeout(() => response.end(bytes.subarray(10)), 50);
    };
    expect(await ask(inPieces)).toEqual({ type: 'text', text: 'St Andrew’s Day' });
  });

  it('reads anew with each call', async () => {
    const readFeed = feed();
    react = answer(200, 'one');
    expect(await readFeed()).toEqual({ type: 'text', text: 'one' });
    react = answer(503);
    expect((await readFeed()).type).toBe('unreachable');
    react = answer(200, 'two');
    expect(await readFeed()).toEqual({ type: 'text', text: 'two' });
  });

  it.each([404, 429, 500, 503, 204, 206, 304])('refuses an answer of status %s', async (status) => {
    expect(await ask(answer(status, status === 204 || status === 304 ? '' : '{}'))).toEqual({
      type: 'unreachable',
      why: `The feed answered with status ${status}.`,
    });
    expect(asked).toHaveLength(1);
  });

  it('gives up where nothing is answered', async () => {
    expect(await ask(() => {}, { timeoutMs: 200 })).toEqual({
      type: 'unreachable',
      why: 'The feed did not answer in full within 0.2 seconds.',
    });
    expect(asked).toHaveLength(1);
  });

  it('gives up where the answer comes byte by byte', async () => {
    const drip: RequestListener = (_, response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(timer));
    };
    const begun = performance.now();
    expect(await ask(drip, { timeoutMs: 300 })).toEqual({
      type: 'unreachable',
      why: 'The feed did not answer in full within 0.3 seconds.',
    });
    expect(performance.now() - begun).toBeLessThan(2_000);
    await closed;
  });

  it('stops reading where the answer is too long, however much is to come', async () => {
    const endless: RequestListener = (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    expect(await ask(endless, { mostBytes: 50_000 })).toEqual({
      type: 'unreachable',
      why: 'The feed is longer than 50000 bytes.',
    });
    await closed;
  });

  it('counts bytes up to a million where it is not told otherwise', async () => {
    expect((await ask(answer(200, 'x'.repeat(1_000_000)))).type).toBe('text');
    expect(await ask(answer(200, 'x'.repeat(1_000_001)))).toEqual({
      type: 'unreachable',
      why: 'The feed is longer than 1000000 bytes.',
    });
  });

  it('says so where nobody listens', async () => {
    const gone = createServer();
    await new Promise<void>((settle) => gone.listen(0, '127.0.0.1', settle));
    const nowhere = addressOf(gone);
    await new Promise((settle) => gone.close(settle));
    expect(await createFeedReader(nowhere)()).toEqual({
      type: 'unreachable',
      why: 'The feed could not be reached (ECONNREFUSED).',
    });
  });

  it('says so where the answer ends half-way', async () => {
    const broken: RequestListener = (request, response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('{"england', () => request.socket.resetAndDestroy());
    };
    const { type, why } = (await ask(broken)) as { type: string; why: string };
    expect(type).toBe('unreachable');
    expect(why).toMatch(/^The feed could not be reached \([A-Z_]+\)\.$/);
  });

  it('says so where its own address is none', async () => {
    expect(await createFeedReader('gov.uk/bank-holidays.json')()).toEqual({
      type: 'unreachable',
      why: 'The feed could not be reached (ERR_INVALID_URL).',
    });
  });
});

describe('redirects', () => {
  it('are followed, three at most', async () => {
    const moves =
      (times: number): RequestListener =>
      (request, response) =>
        asked.length > times
          ? answer(200, 'here')(request, response)
          : answer(301, '', { location: `/moved-${asked.length}` })(request, response);
    expect(await ask(moves(3))).toEqual({ type: 'text', text: 'here' });
    expect(asked).toEqual(['/bank-holidays.json', '/moved-1', '/moved-2', '/moved-3']);
    expect(await ask(moves(4))).toEqual({
      type: 'unreachable',
      why: 'The feed was still moved elsewhere after 3 redirects.',
    });
    expect(asked).toHaveLength(4);
  });

  it.each(['https://127.0.0.1/', 'file:///etc/hostname', 'data:,{}', 'http://'])(
    'are not followed to %s',
    async (location) => {
      expect(await ask(answer(302, '', { location }))).toEqual({
        type: 'unreachable',
        why: 'The feed was moved to an address that cannot be followed.',
      });
    },
  );

  it('that name no address are refused as what they are', async () => {
    expect(await ask(answer(302))).toEqual({
      type: 'unreachable',
      why: 'The feed answered with status 302.',
    });
  });
});
