import { describe, expect, it } from 'vitest';
import { expectAnswer } from '../support/expect-refused.ts';
import { startApi } from '../support/http.ts';

/** A complaint whose body has that many bytes; its text is shorter, the rest is white space between its members. */
function bodyOf(bytes: number): string {
  const [start, end] = ['{"description":"x"', '}'];
  return start + ' '.repeat(bytes - start.length - end.length) + end;
}

const utf8 = new TextEncoder();

describe('a body', () => {
  it('of exactly 64 KB is read, as text and as base64', async () => {
    const api = startApi();
    expect((await api.complain({ text: bodyOf(65_536) })).status).toBe(201);
    expect((await api.complain({ bytes: utf8.encode(bodyOf(65_536)) })).status).toBe(201);
  });

  it('of one byte more is refused, as text and as base64', async () => {
    await expectAnswer({ text: bodyOf(65_537) }, 413, 'too-large', ['body']);
    await expectAnswer({ bytes: utf8.encode(bodyOf(65_537)) }, 413, 'too-large', ['body']);
  });

  it('is measured in bytes, not in characters', async () => {
    const text = JSON.stringify({ description: 'x', desiredOutcome: '€'.repeat(21_900) });
    expect(text.length).toBeLessThan(22_000);
    await expectAnswer({ text }, 413, 'too-large', ['body']);
  });

  it('over 64 KB is not looked into, whatever else is wrong with it', async () => {
    await expectAnswer({ text: '{'.repeat(100_000), landlord: 'nobody' }, 413, 'too-large', ['body']);
  });

  it('in base64 is read as UTF-8, with a byte order mark or without', async () => {
    const api = startApi();
    await api.complain({ bytes: utf8.encode('{"description":"Tŷ 🛠️"}') });
    await api.complain({ bytes: utf8.encode('\ufeff{"description":"Tŷ 🛠️"}') });
    expect(api.writes.map(({ personal }) => personal.description)).toEqual(['Tŷ 🛠️', 'Tŷ 🛠️']);
  });

  const noJson = [
    '{',
    '}',
    '{"description":"x"',
    '{"description":"x"}}',
    "{'description':'x'}",
    '{"description":"x",}',
    '{description:"x"}',
    'description=x',
    '<xml/>',
    'undefined',
    'NaN',
    '{"description":NaN}',
    '{"description":"\n"}',
    '{"description":"x"} // no',
    '\0',
    ' ',
    '"\\ud83"',
    '['.repeat(60_000),
  ];
  it.each(noJson)('that is no JSON is refused: %j', async (text) => {
    await expectAnswer({ text }, 400, 'invalid-request', ['body']);
  });

  it('that is no UTF-8 is refused, and not stored with question marks', async () => {
    const latin1 = Buffer.from('{"description":"Zoë"}', 'latin1');
    await expectAnswer({ bytes: latin1 }, 400, 'invalid-request', ['body']);
  });

  it.each([
    'null',
    'true',
    '7',
    '1e999',
    '"text"',
    '[]',
    '[{"description":"x"}]',
    `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
  ])('that is no object is refused: %j', async (text) => {
    await expectAnswer({ text }, 400, 'invalid-request', ['body']);
  });

  it('that is missing is refused, with a content type and without', async () => {
    await expectAnswer({ text: '' }, 400, 'invalid-request', ['body']);
    await expectAnswer({ text: '', headers: { 'content-type': 'text/plain' } }, 400, 'invalid-request', [
      'body',
    ]);
  });

  it('nested thousands deep is refused by the field that it fills', async () => {
    const deep = `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`;
    await expectAnswer({ text: `{"description":${deep}}` }, 400, 'invalid-request', ['description']);
    await expectAnswer({ text: `{"description":"x","x":${deep}}` }, 400, 'invalid-request', ['x']);
  });

  it('with a member twice counts by the last of the two, which is checked', async () => {
    await expectAnswer({ text: '{"description":"x","description":7}' }, 400, 'invalid-request', [
      'description',
    ]);
    const api = startApi();
    await api.complain({ text: '{"description":7,"description":"the last"}' });
    expect(api.writes.map(({ personal }) => personal.description)).toEqual(['the last']);
  });
});
