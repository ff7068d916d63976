import fc from 'fast-check';
import { expect, it } from 'vitest';
import { validInstant, validIntake } from '../support/arbitrary-requests.ts';
import { startApi } from '../support/http.ts';
import { refusalOf } from '../support/http-answer.ts';
import { malformedDeadlines, malformedIntake } from '../support/malformed-requests.ts';

const runs = { numRuns: 1_000, seed: 20_261_223 };

it('a thousand malformed complaints are refused by the field that is wrong, and nothing is stored', async () => {
  const api = startApi();
  await fc.assert(
    fc.asyncProperty(malformedIntake, async ({ sent, status, field }) => {
      const refusal = refusalOf(await api.complain(sent));
      expect(refusal.status).toBe(status);
      expect(refusal.fields).toContain(field);
    }),
    runs,
  );
  expect(api.writes).toEqual([]);
  expect(await api.stored()).toEqual([]);
});

it('a thousand well-formed complaints are accepted, each stored once however often it is sent', async () => {
  const api = startApi();
  let sentSoFar = 0;
  await fc.assert(
    fc.asyncProperty(validIntake, fc.boolean(), async (sent, twice) => {
      const headers = { ...sent.headers, 'idempotency-key': `key-${sentSoFar}` };
      const { status, text } = await api.complain({ ...sent, headers });
      expect(status).toBe(201);
      sentSoFar++;
      if (twice) expect((await api.complain({ ...sent, headers })).text).toBe(text);
    }),
    runs,
  );
  expect(sentSoFar).toBe(1_000);
  expect(await api.stored()).toHaveLength(1_000);
});

it('a thousand malformed questions for dates are refused by the field that is wrong', async () => {
  const api = startApi();
  await fc.assert(
    fc.asyncProperty(malformedDeadlines, async ({ sent, status, field }) => {
      const refusal = refusalOf(await api.send('explainDeadlines', sent));
      expect(refusal.status).toBe(status);
      expect(refusal.fields).toContain(field);
    }),
    runs,
  );
  expect(api.writes).toEqual([]);
});

it('a thousand well-formed questions for dates are answered with the same instant in UTC', async () => {
  const api = startApi();
  await fc.assert(
    fc.asyncProperty(validInstant, async ({ receivedAt, inUtc }) => {
      const { status, body } = await api.send('explainDeadlines', { query: { receivedAt } });
      expect(status).toBe(200);
      expect(body.receivedAt).toBe(inUtc);
    }),
    runs,
  );
  expect(api.writes).toEqual([]);
});

it('a thousand bodies of any JSON at all are never a fault, and never stored unless they are accepted', async () => {
  const api = startApi();
  let accepted = 0;
  const anyJson = fc.oneof(
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify({ description: value })),
  );
  await fc.assert(
    fc.asyncProperty(anyJson, async (text) => {
      const { status } = await api.complain({ text });
      expect([201, 400]).toContain(status);
      if (status === 201) accepted++;
    }),
    runs,
  );
  expect(api.writes).toHaveLength(accepted);
});
