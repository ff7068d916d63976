import { describe, expect, it } from 'vitest';
import { createHttpHandler } from '../../functions/middleware/http.ts';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import { createMemoryStore } from '../../shared/ports/memory/complaint-store.ts';
import { catchOutput } from '../support/caught-output.ts';
import { buildEvent, startApi } from '../support/http.ts';

class TransactionCanceledException extends Error {
  override name = 'TransactionCanceledException';
}

/** A store that fails in one of its calls with whatever is given. */
function failingStore(fault: unknown): ComplaintStore {
  const fail = () => Promise.reject(fault);
  return { ...createMemoryStore(() => 0), receive: fail, answerTo: fail };
}

/** What the log says of a fault. */
function logged(written: string): { error: string; stack: string[] } {
  return JSON.parse(written.split('\n')[0] ?? '');
}

const secret = 'canary: Sam Canary, 1 Canary Street, table redress-complaints';

describe('a fault of the store', () => {
  it('is told as our fault, with what to do and nothing of what happened inside', async () => {
    const api = startApi({ store: failingStore(new TransactionCanceledException(secret)) });
    const { status, body, text } = await api.complain({ requestId: 'request-of-the-fault' });
    expect(status).toBe(500);
    expect(body).toEqual({
      type: '/problems/our-fault',
      status: 500,
      title: 'Something went wrong on our side',
      detail:
        'Nothing is lost if you send the same request again with the same Idempotency-Key; if it keeps failing, phone us.',
      instance: 'request-of-the-fault',
    });
    expect(text).not.toMatch(/canary|Transaction/i);
  });

  it('is logged by its name and where it was thrown, without its text', async () => {
    const api = startApi({ store: failingStore(new TransactionCanceledException(secret)) });
    const { written } = await api.complain();
    const { error, stack } = logged(written);
    expect(error).toBe('TransactionCanceledException');
    expect(stack[0]).toMatch(/^at .*faults\.test\.ts/);
    expect(written).not.toMatch(/canary/i);
  });

  it('is logged without its text where that looks like the lines of a stack, or was changed later', async () => {
    const long = new Error(`first\n    at Sam Canary (1 Canary Street)\n    at canary`);
    const changed = new Error('at canary\n    at canary');
    // the stack is written when it is first read, with the message of that moment
    expect(changed.stack).toContain('canary');
    changed.message = 'another text';
    const { stack: _, ...bare } = Object.assign(new Error('canary'), { name: 'Bare' });
    for (const fault of [long, changed, bare, 'canary', { canary: 'canary' }, undefined, null]) {
      const { status, written } = await startApi({ store: failingStore(fault) }).complain();
      expect(status).toBe(500);
      expect(written).not.toMatch(/canary/i);
    }
  });

  it('leaves nothing behind: the same request with the same key is accepted once the store is well', async () => {
    const store = createMemoryStore(() => 0);
    let faults = 1;
    const receive: ComplaintStore['receive'] = async (complaint) => {
      if (faults-- > 0) throw new Error('throttled');
      return store.receive(complaint);
    };
    const api = startApi({ store: { ...store, receive } });
    const sent = { headers: { 'idempotency-key': 'key-1' } };
    expect((await api.complain(sent)).status).toBe(500);
    const { status, body } = await api.complain(sent);
    expect(status).toBe(201);
    expect(await api.stored()).toEqual([body.reference]);
  });

  it('after the write, when its answer was lost, is made good by the same request with the same key', async () => {
    const store = createMemoryStore(() => 0);
    let lost = 1;
    const receive: ComplaintStore['receive'] = async (complaint) => {
      const outcome = await store.receive(complaint);
      if (lost-- > 0) throw new Error('connection lost');
      return outcome;
    };
    const api = startApi({ store: { ...store, receive } });
    const sent = { headers: { 'idempotency-key': 'key-1' } };
    expect((await api.complain(sent)).status).toBe(500);
    const { status, body } = await api.complain(sent);
    expect(status).toBe(201);
    expect(await api.stored()).toEqual([body.reference]);
  });

  it('that never takes a reference is given up after three attempts', async () => {
    let attempts = 0;
    const receive: ComplaintStore['receive'] = async () => {
      attempts++;
      return 'reference-taken';
    };
    const api = startApi({ store: { ...createMemoryStore(() => 0), receive } });
    expect((await api.complain()).status).toBe(500);
    expect(attempts).toBe(3);
  });
});

it('a reference that another complaint has is not given again', async () => {
  const store = createMemoryStore(() => 0);
  const first = await startApi({ store }).complain();
  // the same seed: the first reference that it draws is taken
  const second = await startApi({ store }).complain();
  expect(second.status).toBe(201);
  expect(second.body.reference).not.toBe(first.body.reference);
});

it('a route that nobody handles is our fault', async () => {
  const handle = createHttpHandler({});
  const event = buildEvent('receiveComplaint', {});
  const { value } = await catchOutput(() => handle(event, {} as never));
  expect(value.statusCode).toBe(500);
  expect(value.headers?.['content-type']).toBe('application/problem+json');
});
