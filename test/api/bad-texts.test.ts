import { describe, expect, it } from 'vitest';
import { expectRefused } from '../support/expect-refused.ts';
import { startApi } from '../support/http.ts';
import { refusalOf } from '../support/http-answer.ts';
import { limits, singleLines, withValueAt } from '../support/intake-fields.ts';

describe('a text', () => {
  it.each(Object.entries(limits))('%s may have %i characters and no more', async (path, longest) => {
    const api = startApi();
    expect((await api.complain({ body: withValueAt(path, ` ${'é'.repeat(longest)} `) })).status).toBe(201);
    await expectRefused(path, 'é'.repeat(longest + 1));
  });

  it.each(['complainant.email', 'representative.email'])(
    '%s may have 254 characters and no more',
    async (path) => {
      const address = (length: number) => `sam@${'a'.repeat(length - 'sam@.example'.length)}.example`;
      const api = startApi();
      expect((await api.complain({ body: withValueAt(path, address(254)) })).status).toBe(201);
      await expectRefused(path, address(255));
    },
  );

  it.each([...Object.keys(limits), 'complainant.email', 'representative.email'])(
    '%s may not be blank',
    async (path) => {
      for (const blank of ['', ' ', '\n\t\r', '\u00a0', '\u2028', '\u200b', '\ufeff \u2060'])
        await expectRefused(path, blank);
    },
  );

  const controls = [
    '\r\n',
    '\0',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u202e',
    '\u2066',
    '\ud800',
    '\udc00',
    '\udfff\ud800',
  ];
  it.each([...singleLines, 'complainant.email', 'representative.email'])(
    '%s may not hold a control character',
    async (path) => {
      for (const control of controls) {
        await expectRefused(path, `Sam${control}Bcc: x@example.com`);
        await expectRefused(path, `x${control}\u200d`);
      }
    },
  );

  it.each(['description', 'desiredOutcome'])(
    '%s may have lines and tabs, and no other control character',
    async (path) => {
      expect((await startApi().complain({ body: withValueAt(path, 'one\r\n\ttwo\nthree') })).status).toBe(
        201,
      );
      for (const control of ['\0', '\u0007', '\u001b', '\u007f', '\u0085', '\ud800', '\udc00'])
        await expectRefused(path, `a${control}b`);
    },
  );

  it.each(['complainant.email', 'representative.email'])(
    '%s must be an address that one mail can go to',
    async (path) => {
      const addresses = [
        'sam',
        'sam@',
        '@example.com',
        'sam@example',
        'sam@@example.com',
        'sam smith@example.com',
        'a@example.com,b@example.com',
        'Sam <sam@example.com>',
        'sam@example.com\r\nBcc: x@example.com',
        'sam@example.com\n',
        ' sam@example.com',
        'sam..x@example.com',
        '.sam@example.com',
        'sam@-example.com',
        '=?utf-8?q?sam?=@example.com',
        `${'a.'.repeat(30_000)}`,
      ];
      for (const address of addresses)
        expect(refusalOf(await startApi().complain({ body: withValueAt(path, address) })).fields).toContain(
          path,
        );
    },
  );
});

describe('a date is refused by name', () => {
  it.each(['issueOccurredOn', 'becameAwareOn'])('where %s is no day that exists', async (path) => {
    for (const day of [
      '',
      '2026-02-30',
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-4-1',
      '26-04-01',
      '2026-04-01T00:00:00Z',
      '01/04/2026',
      '20260401',
      ' 2026-04-01',
      '2026-04-01\n',
      '-02026-04-01',
      '12026-04-01',
      '1900-02-29',
      '２０２６-04-01',
    ])
      await expectRefused(path, day);
  });

  it.each(['issueOccurredOn', 'becameAwareOn'])('where %s lies after today in London', async (path) => {
    await expectRefused(path, '2026-12-24');
    await expectRefused(path, '9999-12-31');
  });

  it('where the person knew before it happened', async () => {
    await expectRefused('', { issueOccurredOn: '2026-12-10', becameAwareOn: '2026-12-09' }, [
      'becameAwareOn',
    ]);
  });

  it('by the day in London, not in UTC', async () => {
    const body = { description: 'x', issueOccurredOn: '2026-07-01' };
    expect((await startApi({ now: '2026-06-30T22:59:59Z' }).complain({ body })).status).toBe(400);
    expect((await startApi({ now: '2026-06-30T23:00:00Z' }).complain({ body })).status).toBe(201);
  });
});
