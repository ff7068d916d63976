import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startJourneyStack } from '../support/local-stack.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'redress-outage-'));
afterAll(() => rmSync(dataFolder, { recursive: true }));

it('after an outage of thirteen days the newest alert speaks and names those that were missed', async () => {
  const before = await startJourneyStack({ now: '2026-12-23T15:00:00Z', dataFolder });
  await before.accepted('day-zero');
  await before.settle();
  await before.stop();

  const after = await startJourneyStack({ now: '2027-01-05T10:00:00Z', dataFolder });
  try {
    await after.moveClock('2027-01-05T10:06:00Z');
    expect(after.mails().map(({ to, subject }) => [to[0], subject.slice(13)])).toEqual([
      ['customer.manager@larkfield-homes.example', 'Acknowledge the complaint, 1 working day overdue'],
    ]);
    expect(after.mails()[0]?.text).toContain(
      'It also stands for alerts that could not be sent in time: 3 working days before it was due, 1 working day before it was due, the day it was due.',
    );
    await after.moveClock('2027-01-05T12:05:00Z');
    expect(after.mails().map(({ to }) => to[0])).toEqual([
      'customer.manager@larkfield-homes.example',
      'sam.okafor@example.com',
    ]);
  } finally {
    await after.stop();
  }
}, 120_000);
