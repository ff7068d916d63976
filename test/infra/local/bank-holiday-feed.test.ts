import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalStack } from '../../../infra/local/stack.ts';
import { startTestStack } from '../../support/local-stack.ts';

const archiveFile = join(import.meta.dirname, '../../../shared/calendar/bank-holidays.json');
const trial = readFileSync(archiveFile, 'utf8').replaceAll('Boxing Day', 'Trial Day');
const feedPath = '/_local/bank-holidays';

let folder: string;
let stack: LocalStack;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redress-feed-'));
  const calendarFile = join(folder, 'trial.json');
  writeFileSync(calendarFile, trial);
  stack = await startTestStack({ now: '2026-12-23T15:00:00Z', calendarFile });
});
afterAll(async () => {
  await stack?.stop();
  rmSync(folder, { recursive: true });
});

async function call(method: string, body?: string | Buffer) {
  const response = await stack.request(feedPath, { method, ...(body === undefined ? {} : { body }) });
  return [response.status, response.headers.get('content-type'), await response.text()];
}

describe('the feed of the local stack', () => {
  it('starts out with the calendar that the stack was given, to the letter', async () => {
    expect(await call('GET')).toEqual([200, 'application/json', trial]);
  });

  it('serves other JSON as it was put', async () => {
    const spaced = '{ "scotland":\n null }';
    expect(await call('PUT', spaced)).toEqual([200, 'application/json', spaced]);
    expect(await call('GET')).toEqual([200, 'application/json', spaced]);
  });

  it.each(['<html><title>Sorry</title></html>', '{"england-and-wales": {"division"', ' '])(
    'serves what is no JSON as it was put: %j',
    async (body) => {
      expect(await call('PUT', body)).toEqual([200, 'text/plain;charset=UTF-8', body]);
      expect(await call('GET')).toEqual([200, 'text/plain;charset=UTF-8', body]);
    },
  );

  it('is unreachable once it was deleted, until the next is put', async () => {
    expect(await call('DELETE')).toEqual([200, 'application/json', '{"reachable":false}']);
    const [status, type, body] = await call('GET');
    expect([status, type]).toEqual([503, 'application/problem+json']);
    expect(body).toContain('The feed is unreachable until the next PUT.');
    expect((await call('DELETE'))[0]).toBe(200);
    await call('PUT', '[]');
    expect(await call('GET')).toEqual([200, 'application/json', '[]']);
  });

  it('refuses a body that is empty or larger than a megabyte, and stays as it is', async () => {
    await call('PUT', '[1]');
    expect((await call('PUT'))[0]).toBe(400);
    expect((await call('PUT', 'x'.repeat(1024 * 1024 + 1)))[0]).toBe(413);
    expect(await call('GET')).toEqual([200, 'application/json', '[1]']);
  });

  it('is as at the start once the stack is reset', async () => {
    await call('DELETE');
    await stack.reset();
    expect(await call('GET')).toEqual([200, 'application/json', trial]);
  });
});
