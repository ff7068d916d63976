import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { synthesize } from '../../infra/local/synthesize.ts';
import { startJourneyStack } from '../support/local-stack.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-grants-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('one grant removed from the template makes a journey fail with AccessDenied', async () => {
  const assembly = await synthesize({ projectFolder: resolve(import.meta.dirname, '../..') });
  cpSync(assembly, folder, { recursive: true });
  const template = join(folder, 'Redress-Stateless.template.json');
  const before = readFileSync(template, 'utf8');
  const after = before.replace('"ses:SendRawEmail"', '"ses:GetSendQuota"');
  expect(after).not.toBe(before);
  writeFileSync(template, after);

  const stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z', assemblyFolder: folder });
  try {
    await stack.accepted('day-zero');
    await stack.settle();
    expect(stack.mails()).toEqual([]);
    const sends = stack.calls().filter(({ operation }) => operation === 'SendRawEmail');
    expect(sends.map((call) => [call.function, call.outcome])).toContainEqual([
      'send-notices',
      'AccessDenied',
    ]);
  } finally {
    await stack.stop();
  }
});
