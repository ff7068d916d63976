import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Reference } from '../../../shared/domain/reference.ts';
import { type Desk, handler, manager, openDesk, pointsOf } from '../../support/desk.ts';
import type { Claims } from '../../support/http.ts';
import { refusalOf } from '../../support/http-answer.ts';
import { person } from '../../support/people.ts';

/** Follows `next` to the end. */
async function walk(desk: Desk, query: Record<string, string>, staff: Claims = manager) {
  const found: { reference: string; nextDueOn: string }[] = [];
  const cursors: string[] = [];
  let after: string | undefined;
  for (let page = 1; page <= 200; page++) {
    const { status, body } = await desk.worklist({ ...query, ...(after && { after }) }, staff);
    expect(status).toBe(200);
    expect(body.complaints?.length).toBeLessThanOrEqual(Number(query.limit ?? 25));
    found.push(...(body.complaints ?? []));
    after = body.next;
    if (after === undefined) return { found, references: found.map(({ reference }) => reference), cursors };
    cursors.push(Buffer.from(after, 'base64url').toString());
  }
  throw new Error('there is no end to it');
}

describe('a worklist of sixty complaints', () => {
  let desk: Desk;
  const references: Reference[] = [];
  const aboutHana: Reference[] = [];

  beforeAll(async () => {
    desk = await openDesk({ people: [person('leo', { teams: ['lettings'] })] });
    for (let number = 0; number < 60; number++) references.push(await prepare(number));
    aboutHana.push(...references.filter((_, number) => number % 10 === 9));
  });

  /** Some are about Hana, some are hers, Leo's or nobody's; some are acknowledged, some closed. */
  const prepare = async (number: number): Promise<Reference> => {
    desk.moveTo(`2026-12-${`${1 + ((number * 7) % 23)}`.padStart(2, '0')}T10:00:00Z`);
    const about = number % 10 === 9;
    const reference = await desk.log({ staffComplainedAbout: about ? ['hana'] : [] });
    const whose = about ? undefined : ['hana', 'leo', undefined][number % 3];
    if (whose) await desk.give('assign', reference, { handler: whose });
    if (number % 6 === 5) await desk.give('acknowledge', reference, { points: pointsOf('x') });
    if (number % 20 === 10) await desk.give('close', reference, { reason: 'x' });
    return reference;
  };

  it('is read to its end without loss or doubles, what is due first coming first, in pages of any size', async () => {
    const open = references.filter((_, number) => number % 20 !== 10);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100 }), async (limit) => {
        const { found, references: read } = await walk(desk, { limit: `${limit}` });
        expect([...read].sort()).toEqual([...open].sort());
        const due = found.map(({ nextDueOn }) => nextDueOn);
        expect(due).toEqual([...due].sort());
      }),
      { numRuns: 20, examples: [[1], [57], [58], [100]] },
    );
    expect((await walk(desk, { state: 'closed' })).references).toHaveLength(3);
  });

  it('has twenty-five to a page where no number is given', async () => {
    expect((await desk.worklist()).body.complaints).toHaveLength(25);
  });

  it('is read to its end with any filter, and nothing else is in it', async () => {
    const every = (await walk(desk, { limit: '100' })).found as unknown as Record<string, string>[];
    const filter = fc.record(
      {
        limit: fc.constantFrom('1', '2', '7', '100'),
        handler: fc.constantFrom('hana', 'leo', 'nobody', 'milo'),
        team: fc.constantFrom('repairs', 'lettings', 'gardens'),
        status: fc.constantFrom('received', 'acknowledged', 'responded'),
        dueBy: fc.constantFrom('2026-12-01', '2026-12-15', '2026-12-24', '9999-12-31'),
      },
      { requiredKeys: ['limit'] },
    );
    await fc.assert(
      fc.asyncProperty(filter, async ({ limit, ...query }) => {
        const wanted = every.filter(
          (each) =>
            (query.handler ?? each.handler ?? 'nobody') === (each.handler ?? 'nobody') &&
            (query.team ?? each.team) === each.team &&
            (query.status ?? each.status) === each.status &&
            (each.nextDueOn ?? '') <= (query.dueBy ?? '9999'),
        );
        const { references: read } = await walk(desk, { limit, ...query });
        expect(read).toEqual(wanted.map(({ reference }) => reference));
      }),
      { numRuns: 60, seed: 20_261_223 },
    );
  });

  it('shows a handler their own, their teams’ and nobody’s, and none about themself', async () => {
    const { references: read } = await walk(desk, { limit: '3' }, handler);
    const seen = references.filter(
      (each, number) => number % 3 !== 1 && number % 20 !== 10 && !aboutHana.includes(each),
    );
    expect([...read].sort()).toEqual([...seen].sort());
  });

  it('names none about the reader in where it goes on, however it is read', async () => {
    for (const limit of ['1', '2', '3', '5'])
      for (const team of ['gardens', 'repairs']) {
        const { cursors } = await walk(desk, { limit, team }, { ...handler, roles: ['manager'] });
        for (const reference of aboutHana) expect(cursors.join()).not.toContain(reference);
      }
  });

  it.each([
    '',
    ' ',
    'x',
    '====',
    'AAAA',
    'x'.repeat(201),
    Buffer.from('2#2026-12-24#').toString('base64url'),
  ])('goes on from nowhere that it did not name: %j', async (after) => {
    expect(refusalOf(await desk.worklist({ after }))).toEqual({
      status: 400,
      type: '/problems/invalid-request',
      fields: ['after'],
    });
  });

  it('shows from a forged place nothing but what one may see', async () => {
    const after = Buffer.from(`2#2026-12-10#${aboutHana[0]}`).toString('base64url');
    const { body } = await desk.worklist({ after, limit: '100' }, handler);
    for (const { reference } of body.complaints ?? []) expect(aboutHana).not.toContain(reference);
  });

  it.each([
    ['limit', '0'],
    ['limit', '101'],
    ['limit', '1.0'],
    ['limit', '-1'],
    ['state', 'all'],
    ['status', 'open'],
    ['dueBy', '2026-02-30'],
    ['handler', 'two words'],
    ['landlord', 'Day-Zero'],
    ['landlord', ''],
    ['sort', 'asc'],
  ])('refuses %s=%s by its name', async (name, value) => {
    expect(refusalOf(await desk.worklist({ [name]: value })).fields).toEqual([name]);
  });

  it('of a landlord that one does not serve, or that there is not, is not shown', async () => {
    const narrow = { ...manager, id: 'narrow', landlords: ['day-zero'] };
    for (const landlord of ['code-2024', 'nobody'])
      expect((await desk.worklist({ landlord }, narrow)).status).toBe(403);
  });
});

it('an empty worklist has one empty page', async () => {
  const desk = await openDesk();
  expect((await desk.worklist()).body).toEqual({ complaints: [] });
});
