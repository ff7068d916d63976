import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectStatus } from '../../infra/local/staff-client.ts';
import bundled from '../../shared/calendar/bank-holidays.json' with { type: 'json' };
import { nations } from '../../shared/domain/calendar.ts';
import { type JourneyStack, sam, startJourneyStack } from '../support/local-stack.ts';
import { acknowledge, gatherStaff } from '../support/staff-journey.ts';

/**
 * September 2022: on Friday 9 September it was announced that Monday 19 September would be a bank holiday, for the State
 * Funeral. Complaints are open, and residents have been told dates. All dates are counted by hand.
 */
const funeral = '2022-09-19';
let stack: JourneyStack;
let staff: Awaited<ReturnType<typeof gatherStaff>>;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'calendar-'));
  const before = Object.fromEntries(
    nations.map((nation) => [
      nation,
      { ...bundled[nation], events: bundled[nation].events.filter(({ date }) => date !== funeral) },
    ]),
  );
  const calendarFile = join(folder, 'before-the-announcement.json');
  writeFileSync(calendarFile, JSON.stringify(before));
  stack = await startJourneyStack({ calendarFile });
  await stack.reset('2022-09-08T09:00:00Z');
  staff = await gatherStaff(stack);
});
afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

const mailsTo = (recipient: string) => stack.mails().filter(({ to }) => to.includes(recipient));
const complain = async (name: string, email?: string) =>
  (await stack.accepted('day-zero', { ...sam, complainant: { name, ...(email && { email }) } })).reference;
const read = async (reference: string) =>
  expectStatus(await staff.leila.get(`/staff/complaints/${reference}`), 200);
const responseOf = async (reference: string) => {
  const { obligations } = await read(reference);
  return obligations.find(({ id }: { id: string }) => id === 'stage-1-response');
};
const recounts = async (reference: string) => {
  const timeline = await expectStatus(await staff.leila.get(`/staff/complaints/${reference}/timeline`), 200);
  expect(timeline.intact).toBe(true);
  return timeline.entries.filter(({ type }: { type: string }) => type === 'DatesRecounted');
};

describe('a bank holiday announced ten days ahead', () => {
  let acknowledged: string;
  let waiting: string;
  let extended: string;
  let byPost: string;

  it('finds complaints open, with dates that were told', async () => {
    acknowledged = await complain('Ada Bello', 'ada.bello@example.com');
    waiting = await complain('Ben Clarke', 'ben.clarke@example.com');
    extended = await complain('Cara Doyle', 'cara.doyle@example.com');
    byPost = await complain('Dev Evans');
    await acknowledge(staff.leila, acknowledged);
    await acknowledge(staff.leila, extended);
    await stack.settle();
    await expectStatus(
      await staff.leila.change(extended, 'extension', {
        newDueOn: '2022-10-06',
        reason: 'The surveyor cannot come before the end of September.',
      }),
      200,
    );
    await stack.settle();
    expect((await responseOf(acknowledged)).dueOn).toBe('2022-09-22');
    expect((await responseOf(waiting)).dueOn).toBe('2022-09-29');
    expect((await responseOf(extended)).dueOn).toBe('2022-10-06');
    expect((await responseOf(byPost)).dueOn).toBe('2022-09-29');
  });

  it('is seen by the watch, which changes nothing and tells the manager what would move', async () => {
    await stack.moveClock('2022-09-09T10:00:00Z');
    expect(stack.mails().filter(({ subject }) => subject.includes('bank holiday'))).toEqual([]);
    const put = await stack.request('/_local/bank-holidays', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(bundled),
    });
    await expectStatus(put, 200);
    await stack.moveClock('2022-09-10T06:00:00Z');

    const { newest, proposal } = await expectStatus(await staff.ian.get('/staff/calendar/versions'), 200);
    expect(newest).toBe(1);
    expect(
      proposal.changes.map(({ nation, date }: { nation: string; date: string }) => [nation, date]),
    ).toEqual(nations.map((nation) => [nation, funeral]));
    const told = mailsTo('customer.manager@larkfield-homes.example').at(-1);
    expect(told?.text).toContain('Monday 19 September 2022');
    expect(told?.text).toContain('from Thursday 22 September 2022 to Friday 23 September 2022');
    expect((await responseOf(acknowledged)).dueOn).toBe('2022-09-22');

    const preview = await expectStatus(
      await staff.marta.get('/staff/landlords/day-zero/calendar/preview?version=proposed'),
      200,
    );
    const byReference = new Map(
      preview.items.map((item: { reference: string; moves: object[] }) => [item.reference, item.moves]),
    );
    expect(byReference.get(acknowledged)).toEqual([
      {
        obligation: 'stage-1-response',
        kind: 'stage-1-response',
        from: '2022-09-22',
        to: '2022-09-23',
        toldBy: ['acknowledgement'],
      },
    ]);
    expect(byReference.get(waiting)).toMatchObject([
      { from: '2022-09-29', to: '2022-09-30', toldBy: ['receipt'] },
    ]);
    expect(byReference.get(byPost)).toMatchObject([{ from: '2022-09-29', to: '2022-09-30', toldBy: [] }]);
    expect(byReference.has(extended)).toBe(false);
  });

  it('becomes a version by an administrator, and counts once the manager applies it', async () => {
    const { proposal } = await expectStatus(await staff.ian.get('/staff/calendar/versions'), 200);
    const version = { basedOn: 1, changes: proposal.changes, reason: 'Announced on 9 September 2022.' };
    await expectStatus(await staff.marta.send('POST', '/staff/calendar/versions', version), 403);
    await expectStatus(await staff.ian.send('POST', '/staff/calendar/versions', version), 201);
    await stack.moveClock('2022-09-10T06:10:00Z');
    expect((await responseOf(acknowledged)).dueOn).toBe('2022-09-22');

    const apply = { version: 2, tellResidents: true };
    const path = '/staff/landlords/day-zero/calendar';
    await expectStatus(await staff.una.send('POST', path, apply), 403);
    await expectStatus(await staff.ian.send('POST', path, apply), 403);
    await expectStatus(await staff.marta.send('POST', path, apply), 200);
    await stack.moveClock('2022-09-10T07:00:00Z');

    expect((await responseOf(acknowledged)).dueOn).toBe('2022-09-23');
    expect((await responseOf(waiting)).dueOn).toBe('2022-09-30');
    expect((await responseOf(byPost)).dueOn).toBe('2022-09-30');
    expect((await responseOf(extended)).dueOn).toBe('2022-10-06');
    const { version: applied, application } = await expectStatus(await staff.marta.get(path), 200);
    expect({ applied, finished: application.finished }).toEqual({ applied: 2, finished: true });
  });

  it('is on the timeline once, with the old date and the reason', async () => {
    await stack.moveClock('2022-09-10T12:00:00Z');
    const [recounted, ...more] = await recounts(acknowledged);
    expect(more).toEqual([]);
    expect(recounted.facts).toMatchObject({
      calendarVersion: 2,
      dates: [{ obligation: 'stage-1-response', was: '2022-09-22', deadline: { dueOn: '2022-09-23' } }],
      because: [{ change: 'added', on: funeral }],
      told: true,
    });
    expect(await recounts(extended)).toEqual([]);
    expect((await responseOf(acknowledged)).explanation).toContain(
      'Friday 23 September 2022 is 10 working days after Thursday 8 September 2022, the day we acknowledged the complaint, not counting weekends and Bank Holiday for the State Funeral of Queen Elizabeth II (19 September)',
    );
  });

  it('is told to residents, by staff where there is no address', async () => {
    for (const [to, dueOn] of [
      ['ada.bello@example.com', 'Friday 23 September 2022'],
      ['ben.clarke@example.com', 'Friday 30 September 2022'],
    ] as const) {
      const told = mailsTo(to).filter(({ subject }) => subject.startsWith('A date for your complaint'));
      expect(told).toHaveLength(1);
      expect(told[0]?.text).toContain(dueOn);
    }
    expect(mailsTo('cara.doyle@example.com').map(({ subject }) => subject)).not.toContainEqual(
      expect.stringContaining('has changed'),
    );
    const { obligations } = await read(byPost);
    expect(obligations.map(({ kind }: { kind: string }) => kind)).toContain('contact');
  });

  it('moves the reminders to the new date', async () => {
    await stack.moveClock('2022-09-20T12:00:00Z');
    const line = new RegExp(`^- ${acknowledged}: Send the stage 1 response by .*, (.*)\\.$`, 'm');
    const reminders = stack.mails().flatMap(({ at, text }) => {
      const [, position] = line.exec(text) ?? [];
      return position === undefined ? [] : [[at.slice(0, 16), position]];
    });
    // the digests name it each morning, since nobody handles it
    expect(reminders.at(-1)).toEqual(['2022-09-20T06:31', 'due in 3 working days']);
  });

  it('counts for complaints that come in afterwards', async () => {
    await stack.moveClock('2022-09-21T09:00:00Z');
    const { obligations } = await stack.accepted('day-zero', sam);
    expect(obligations[0]?.dueOn).toBe('2022-09-28');
    const asked = await stack.request('/landlords/day-zero/deadlines?receivedAt=2022-09-15T10:00:00Z');
    const { obligations: explained } = await expectStatus(asked, 200);
    expect(explained[0]).toMatchObject({ dueOn: '2022-09-23' });
    expect(explained[0].explanation).toContain('State Funeral');
  });
});
