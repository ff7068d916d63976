import { beforeEach, describe, expect, it } from 'vitest';
import { type CalendarDesk, openCalendarDesk } from '../../support/calendar-desk.ts';
import { newProposal, newVersion } from '../../support/calendars.ts';
import { manager } from '../../support/desk.ts';
import type { Claims } from '../../support/http.ts';
import { refusalOf } from '../../support/http-answer.ts';
import { at } from '../../support/rules.ts';

let desk: CalendarDesk;
beforeEach(async () => {
  desk = await openCalendarDesk();
});

describe('a preview', () => {
  it('tells which dates a version would move, and by what the resident was told them', async () => {
    const reference = await desk.log();
    await desk.give('assign', reference, { handler: 'hana' });
    await desk.add();
    const { body } = await desk.preview({ version: '2' });
    expect(body).toEqual({
      version: 2,
      items: [
        {
          ...{ reference, handler: 'hana', reachableByEmail: true },
          moves: [
            {
              ...{ obligation: 'stage-1-acknowledgement', kind: 'stage-1-acknowledgement' },
              ...{ from: '2027-01-04', to: '2027-01-05', toldBy: [] },
            },
            {
              ...{ obligation: 'stage-1-response', kind: 'stage-1-response' },
              ...{ from: '2027-01-18', to: '2027-01-19', toldBy: [] },
            },
          ],
        },
      ],
      looked: 1,
    });
    expect((await desk.preview({ version: '1' })).body).toEqual({ version: 1, items: [], looked: 1 });
  });

  it('tells what is proposed as the version that it would become', async () => {
    await desk.log();
    await desk.archive.propose(newProposal());
    expect((await desk.preview({ version: 'proposed' })).body).toMatchObject({
      version: 2,
      items: [{ moves: [{ to: '2027-01-05' }, { to: '2027-01-19' }] }],
    });
  });

  it('is none of what is not there', async () => {
    expect((await desk.preview({ version: '2' })).body).toMatchObject({
      ...{ type: '/problems/unknown-version', detail: 'The newest version of the calendar is 1.' },
    });
    const nothing = await desk.preview({ version: 'proposed' });
    expect([nothing.status, nothing.body.detail]).toEqual([
      404,
      'Nothing is proposed: GOV.UK’s list says nothing that the newest version of the calendar does not.',
    ]);
    await desk.archive.propose(newProposal());
    await desk.archive.add(newVersion(), at('2026-12-23T15:00:00Z'));
    expect((await desk.preview({ version: 'proposed' })).status).toBe(404);
  });

  it('goes on page by page, from complaint to complaint', async () => {
    const references = [await desk.log(), await desk.log(), await desk.log()].sort();
    await desk.add();
    const seen: (string | undefined)[] = [];
    let next: string | undefined;
    do {
      const { body } = await desk.preview({ version: '2', limit: '2', ...(next && { after: next }) });
      seen.push(...(body.items ?? []).map(({ reference }) => reference), `looked at ${body.looked}`);
      next = body.next;
    } while (next);
    const [first, second, third] = references;
    expect(seen).toEqual([first, second, 'looked at 2', third, 'looked at 1']);
  });

  it('looks at 50 complaints, where nobody says how many', async () => {
    for (let count = 0; count < 51; count++) await desk.log();
    await desk.add();
    expect((await desk.preview({ version: '2' })).body).toMatchObject({
      looked: 50,
      next: expect.any(String),
    });
  });

  it.each(['1', '2', '3'])(
    'says nothing of complaints about whoever asks, not even where it goes on, in pages of %s',
    async (limit) => {
      const others: string[] = [];
      for (let count = 0; count < 6; count++) {
        others.push(await desk.log());
        await desk.log({ staffComplainedAbout: ['milo'] });
      }
      await desk.add();
      const read = async (staff: Claims) => {
        const named: string[] = [];
        let next: string | undefined;
        do {
          const query = { version: '2', limit, ...(next && { after: next }) };
          const { body } = await desk.preview(query, staff);
          named.push(...(body.items ?? []).map(({ reference }) => reference));
          expect(body.looked).toBe(body.items?.length);
          next = body.next;
          if (next) named.push(Buffer.from(next, 'base64url').toString().split('#').at(-1) ?? '');
        } while (next);
        return new Set(named);
      };
      expect(await read(manager)).toEqual(new Set(others));
      const another = { ...manager, id: 'another' };
      expect((await read(another)).size).toBe(12);
    },
  );

  it.each([
    ['no version', {}, 'version'],
    ['version 0', { version: '0' }, 'version'],
    ['another word', { version: 'newest' }, 'version'],
    ['a page of 101', { version: '1', limit: '101' }, 'limit'],
    ['a place that is none', { version: '1', after: 'x' }, 'after'],
    ['something else', { version: '1', landlord: 'day-zero' }, 'landlord'],
  ])('with %s is refused', async (_, query, field) => {
    expect(refusalOf(await desk.preview(query as Record<string, string>))).toMatchObject({
      ...{ status: 400, fields: [field] },
    });
  });
});
