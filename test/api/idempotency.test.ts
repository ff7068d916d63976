import { describe, expect, it } from 'vitest';
import { type Sent, startApi } from '../support/http.ts';
import { refusalOf } from '../support/http-answer.ts';

const keyed = (sent: Sent = {}, key = 'key-1'): Sent => ({ headers: { 'idempotency-key': key }, ...sent });

describe('the same complaint sent twice with one key', () => {
  it('makes one complaint and one answer, to the letter', async () => {
    const api = startApi();
    const first = await api.complain(keyed());
    api.moveTo('2026-12-29T09:00:00Z');
    const second = await api.complain(keyed());
    expect(second.status).toBe(201);
    expect(second.text).toBe(first.text);
    expect(await api.stored()).toEqual([first.body.reference]);
  });

  it('is the same whatever its white space, the order of its members and the case of the header', async () => {
    const api = startApi();
    const sent = [
      '{"description":"x","complainant":{"name":"Sam","phone":"1"}}',
      '{ "complainant" : {\n"phone":"1", "name":" Sam " },\t"description":"\\u0078" }',
    ];
    const first = await api.complain({ text: sent[0] ?? '', headers: { 'Idempotency-Key': 'k' } });
    const second = await api.complain({ text: sent[1] ?? '', headers: { 'IDEMPOTENCY-KEY': 'k' } });
    expect(second.text).toBe(first.text);
    expect(await api.stored()).toEqual([first.body.reference]);
  });

  it('is one complaint when twenty arrive at the same instant', async () => {
    const api = startApi();
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.complain(keyed())));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await api.stored()).toEqual([answers[0]?.body.reference]);
  });

  it('is another complaint once the answer has been kept for thirty days', async () => {
    const api = startApi({ now: '2026-06-01T12:00:00Z' });
    const first = await api.complain(keyed());
    api.moveTo('2026-07-01T12:00:00Z');
    expect((await api.complain(keyed())).text).toBe(first.text);
    api.moveTo('2026-07-01T12:01:00Z');
    expect((await api.complain(keyed())).body.reference).not.toBe(first.body.reference);
    expect(await api.stored()).toHaveLength(2);
  });
});

describe('a key', () => {
  it('used for another body is refused, and nothing more is stored', async () => {
    const api = startApi();
    const first = await api.complain(keyed());
    const other = await api.complain(keyed({ body: { description: 'Something else.' } }));
    expect(refusalOf(other)).toEqual({
      status: 422,
      type: '/problems/key-reused',
      fields: ['Idempotency-Key'],
    });
    expect(await api.stored()).toEqual([first.body.reference]);
  });

  it('of twenty different bodies at the same instant accepts one', async () => {
    const api = startApi();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => api.complain(keyed({ body: { description: `${index}` } }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(422)]);
    expect(await api.stored()).toHaveLength(1);
  });

  it('is another key with another landlord', async () => {
    const api = startApi();
    const references = [];
    for (const landlord of ['day-zero', 'code-2024', 'counted-from-receipt'])
      references.push((await api.complain(keyed({ landlord }))).body.reference);
    expect((await api.stored()).sort()).toEqual(references.sort());
    expect(new Set(references).size).toBe(3);
  });

  it('is another key in another case', async () => {
    const api = startApi();
    await api.complain(keyed({}, 'key'));
    await api.complain(keyed({}, 'KEY'));
    expect(await api.stored()).toHaveLength(2);
  });

  it('sent with a request that was refused can be used for the one that is right', async () => {
    const api = startApi();
    expect((await api.complain(keyed({ body: { description: '' } }))).status).toBe(400);
    expect((await api.complain(keyed({ landlord: 'nobody' }))).status).toBe(404);
    expect(
      (await api.complain(keyed({ body: { description: 'x', issueOccurredOn: '2027-01-01' } }))).status,
    ).toBe(400);
    expect((await api.complain(keyed())).status).toBe(201);
    expect(await api.stored()).toHaveLength(1);
  });

  it('that is not sent leaves the same complaint sent twice as two', async () => {
    const api = startApi();
    await api.complain();
    await api.complain();
    expect(await api.stored()).toHaveLength(2);
  });
});
