import { describe, expect, it } from 'vitest';
import { expectNothingStored, expectRefused } from '../support/expect-refused.ts';
import { startApi } from '../support/http.ts';
import { refusalOf } from '../support/http-answer.ts';
import { limits } from '../support/intake-fields.ts';

describe('a field of another type is named and nothing is stored', () => {
  const texts = [...Object.keys(limits), 'issueOccurredOn', 'becameAwareOn', 'complainant.preferredChannel'];
  const noTexts = [null, true, 7, 1e308, [], ['x'], {}, { length: 1 }];
  it.each(texts)('%s', async (path) => {
    for (const value of noTexts) await expectRefused(path, value);
  });

  it.each(['complainant', 'representative'])('%s', async (path) => {
    for (const value of [null, true, 7, 'Sam', [], [{ name: 'Sam' }]]) await expectRefused(path, value);
    await expectRefused(path, {}, [`${path}.name`]);
  });

  it('adjustments', async () => {
    for (const value of [null, 'Large print', {}, { 0: 'x', length: 1 }])
      await expectRefused('adjustments', value);
    await expectRefused('adjustments', ['Large print', null], ['adjustments.1']);
    await expectRefused('adjustments', [['Large print']], ['adjustments.0']);
    await expectRefused('adjustments', Array(21).fill('x'));
  });

  it('a number too large to be one', async () => {
    const api = startApi();
    const answer = await api.complain({ text: '{"description": 1e999}' });
    expect(refusalOf(answer).fields).toEqual(['description']);
    await expectNothingStored(api);
  });

  it('a channel that we do not have', async () => {
    for (const value of ['', 'fax', 'Email', 'email ', 'constructor'])
      await expectRefused('complainant.preferredChannel', value);
  });
});

describe('an unknown field is named and nothing is stored', () => {
  const owned =
    'reference status receivedAt loggedAt obligations landlord channel stage version salt reachableByEmail policyEffectiveFrom policy schemaVersion pk sk expiresAt handler';
  const names = [
    ...owned.split(' '),
    'constructor',
    'prototype',
    'toString',
    'Description',
    'description ',
    'a.b',
  ];
  it.each(['', 'complainant.', 'representative.'])('in the object at "%s"', async (prefix) => {
    for (const name of names) await expectRefused(prefix, { [name]: 'x' }, [`${prefix}${name}`]);
  });

  it('__proto__ too, at each level', async () => {
    const api = startApi();
    for (const text of [
      '{"description":"x","__proto__":{"status":"closed"}}',
      '{"description":"x","complainant":{"name":"Sam","__proto__":{"email":"a@example.com"}}}',
      '{"description":"x","representative":{"name":"Sam","__proto__":null}}',
    ]) {
      expect(refusalOf(await api.complain({ text })).fields).toEqual([
        expect.stringMatching(/(^|\.)__proto__$/),
      ]);
    }
    expect(({} as Record<string, unknown>).status).toBeUndefined();
    await expectNothingStored(api);
  });

  it('thousands of them get an answer of moderate size', async () => {
    const api = startApi();
    const unknown = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`f${index}`, 0]));
    const many = await api.complain({ body: { description: 'x', ...unknown } });
    expect(many.body.errors).toHaveLength(50);
    expect(many.body.detail).toMatch(/; and 4950 more$/);
    const list = await api.complain({ body: { description: 'x', adjustments: Array(32_000).fill(0) } });
    expect(list.text.length).toBeLessThan(10_000);
    await expectNothingStored(api);
  });
});

it('every wrong field is named at once, and none of what was sent is repeated', async () => {
  const api = startApi();
  const answer = await api.complain({
    body: {
      complainant: { name: 'Canary\0', email: 'canary' },
      issueOccurredOn: 'canary',
      adjustments: ['', 'ok'],
    },
  });
  expect(refusalOf(answer).fields).toEqual([
    'complainant.name',
    'complainant.email',
    'description',
    'issueOccurredOn',
    'adjustments.0',
  ]);
  expect(answer.text.toLowerCase()).not.toContain('canary');
  await expectNothingStored(api);
});
