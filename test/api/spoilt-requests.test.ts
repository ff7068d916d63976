import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Route, type RouteName, routes } from '../../shared/contracts/routes.ts';
import { roles } from '../../shared/domain/authorization.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { logged, openDesk, outcomeOf, pointsOf, putLink } from '../support/desk.ts';
import type { Sent } from '../support/http.ts';
import { holdsDate, schemaOf, withAnyDates } from '../support/schema-samples.ts';
import { spoiltRequest } from '../support/spoilt-requests.ts';

const staff = { id: 'root', roles, landlords: ['day-zero', 'counted-from-receipt', 'code-2024'] };

const address = '5 Elm Road, Northtown TV1 1AA';
const complainant = { ...logged.complainant, address };

/** What is no complaint is named by the routes that are about it, a compliment by its own. */
const aboutEnquiry: RouteName[] = [
  'readEnquiry',
  'offerChoice',
  'reviewServiceRequest',
  'convertServiceRequest',
];
/** What nobody has changed yet. */
const unchanged: RouteName[] = ['changePerson', 'keepResidentRecord', 'keepPropertyRecord'];

/**
 * A complaint with a point, an answer, an action, a question and a message, a service request, a compliment and the
 * records of a person and of a home, and a request that could change any of them.
 */
async function prepare() {
  const desk = await openDesk();
  const reference = await desk.log({ complainant });
  const { resident = '', property = '' } = (await desk.read(reference)).body;
  const logEnquiry = async (name: 'logServiceRequest' | 'logCompliment') => {
    const headers = { 'idempotency-key': name };
    const said = { landlord: 'day-zero', channel: 'phone', complainant, text: 'The tap drips.' };
    return (await desk.send(name, { staff, headers, body: said })).body.reference ?? '';
  };
  const enquiry = await logEnquiry('logServiceRequest');
  const compliment = await logEnquiry('logCompliment');
  await desk.give('assign', reference, { handler: 'hana' });
  desk.moveTo('2026-12-30T10:00:00Z');
  const subject = { complaint: reference, validUntil: '2027-06-30T00:00:00Z' };
  const link = putLink(desk, { purpose: 'resident', ...subject });
  const { body } = await desk.send('openSession', { body: { link } });
  const authorization = `Bearer ${body.session}`;
  const params = { reference, action: 'action-1', message: 'message-1', id: 'hana', resident, property };
  await desk.send('sendMessage', { params, headers: { authorization }, body: { text: 'When?' } });
  await desk.give('acknowledge', reference, { points: pointsOf('The lift.') });
  await desk.give('addAction', reference, { description: 'Repair.', owner: 'milo', dueOn: '2027-02-10' });
  await desk.give('askQuestion', reference, { colleague: 'milo', question: 'When?' });
  await desk.give('draft', reference, { outcomes: [outcomeOf('point-1')] });
  const asked = staffId('milo');
  const question = { purpose: 'contribution', question: 'question-1', asked } as const;
  putLink(desk, { ...question, ...subject }, 'The lift is out of order.');
  desk.changes.length = 0;
  const version = await desk.versionOf(reference);
  const named = (name: RouteName) => {
    if (name === 'passComplimentOn') return { reference: compliment, version: 1 };
    if (aboutEnquiry.includes(name)) return { reference: enquiry, version: 1 };
    return { reference, version: unchanged.includes(name) ? 0 : version };
  };
  const usual = (name: RouteName): Sent => ({
    ...(routes[name].tag === 'staff' && { staff }),
    params: { ...params, reference: named(name).reference },
    headers: {
      authorization,
      'idempotency-key': 'a-key-of-its-own',
      'if-match': `"${named(name).version}"`,
    },
  });
  return { desk, reference, usual };
}

describe('five hundred requests, each with one thing wrong', () => {
  it.each(Object.keys(routes) as RouteName[])('change nothing and are no fault of ours: %s', async (name) => {
    const { desk, usual } = await prepare();
    const gets = routes[name].key.startsWith('GET ');
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(spoiltRequest(name, usual(name)), async (sent) => {
        const { status } = await desk.send(name, sent);
        statuses.add(status);
        expect(status).not.toBe(500);
        expect(gets || status >= 400, `${status} of a change`).toBe(true);
        expect(desk.changes).toEqual([]);
      }),
      { numRuns: 500, seed: 20_261_223 },
    );
    if (!gets) expect(statuses).toContain(400);
  });
});

/** Every route that takes a date, with the part of the request that does. */
const dated = Object.entries<Route>(routes).flatMap(([name, { request }]) =>
  (['body', 'query'] as const).flatMap((part) => {
    const schema = request[part] && schemaOf(request[part]);
    return schema && holdsDate(schema) ? [{ name: name as RouteName, part, schema }] : [];
  }),
);

describe('a hundred requests with days from the year 0 to the year 9999', () => {
  it.each(dated)('are answered, and what they leave can be read: $name', async ({ name, part, schema }) => {
    let fresh = await prepare();
    await fc.assert(
      fc.asyncProperty(withAnyDates(schema), async (value) => {
        const { desk, reference, usual } = fresh;
        const { status } = await desk.send(name, { ...usual(name), [part]: value });
        expect(status).not.toBe(500);
        const changed = status < 400 && !routes[name].key.startsWith('GET ');
        expect(desk.changes.length > 0).toBe(changed);
        if (!changed) return;
        expect((await desk.read(reference)).status).toBe(200);
        expect((await desk.timeline(reference)).body.intact).toBe(true);
        expect((await desk.worklist()).status).toBe(200);
        fresh = await prepare();
      }),
      { numRuns: 100, seed: 20_261_223 },
    );
  });

  it('are those of some twenty routes', () => {
    expect(dated.length).toBeGreaterThanOrEqual(19);
  });
});
