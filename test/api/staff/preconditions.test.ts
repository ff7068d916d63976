import { beforeEach, describe, expect, it } from 'vitest';
import { type Route, type RouteName, routes } from '../../../shared/contracts/routes.ts';
import type { Reference } from '../../../shared/domain/reference.ts';
import { handleUntilStored } from '../../../shared/use-cases/handle-command.ts';
import { countingBytes } from '../../support/complaints.ts';
import { type Desk, handler, logged, manager, openDesk, pointsOf } from '../../support/desk.ts';
import type { Claims, Sent } from '../../support/http.ts';
import { refusalOf } from '../../support/http-answer.ts';
import { at, rules } from '../../support/rules.ts';

let desk: Desk;
let reference: Reference;

beforeEach(async () => {
  desk = await openDesk();
  reference = await desk.log();
  desk.changes.length = 0;
});

const note = { text: 'We are on it.' };
const update = (headers: Sent['headers'], body: object = note, staff: Claims = manager) =>
  desk.send('giveUpdate', { staff, params: { reference }, headers: headers ?? {}, body });
const refused = (status: number, type: string, ...fields: string[]) => ({
  status,
  type: `/problems/${type}`,
  fields,
});

describe('a change without', () => {
  it('an Idempotency-Key is not made', async () => {
    expect(refusalOf(await update({ 'if-match': '"1"' }))).toEqual(
      refused(428, 'key-missing', 'Idempotency-Key'),
    );
    expect(desk.changes).toEqual([]);
  });

  it('If-Match is not made', async () => {
    expect(refusalOf(await update({ 'idempotency-key': 'k' }))).toEqual(
      refused(428, 'version-missing', 'If-Match'),
    );
    expect(desk.changes).toEqual([]);
  });

  const taking = Object.entries<Route>(routes).flatMap(([name, { key, tag, request }]) => {
    const named = Object.keys(request.headers?.shape ?? {});
    const needed = named.filter(
      (field) => field === 'If-Match' || (tag === 'staff' && key.startsWith('POST ')),
    );
    return needed.length > 0 ? [[name as RouteName, needed] as const] : [];
  });

  it.each(taking)(
    'one or the other is asked for it, on every route that takes them: %s',
    async (name, needed) => {
      const params = { reference, id: 'hana', action: 'action-1', message: 'message-1' };
      const headers: Record<string, string> = {};
      for (const field of needed) {
        const answer = await desk.send(name, { staff: manager, params, headers });
        expect([answer.status, refusalOf(answer).fields]).toEqual([428, [field]]);
        headers[field] = field === 'If-Match' ? '"1"' : 'k';
      }
      expect(desk.changes).toEqual([]);
    },
  );

  it('is a matter of the commands, the log, the import, the letters, the enquiries, the records, the register and the calendar', () => {
    expect(taking).toHaveLength(57);
  });
});

describe('If-Match', () => {
  it.each([
    '',
    '1',
    '*',
    '""',
    '"x"',
    '"-1"',
    '"1.0"',
    'W/"1"',
    '"1", "2"',
    ' "1"',
    '"1" ',
    '"1234567890"',
    '"١"',
  ])('that is no ETag of ours is refused: %j', async (etag) => {
    expect(refusalOf(await update({ 'idempotency-key': 'k', 'if-match': etag }))).toEqual(
      refused(400, 'invalid-request', 'If-Match'),
    );
    expect(desk.changes).toEqual([]);
  });

  it.each(['"0"', '"2"', '"999999999"'])('of another version is told the present one: %s', async (etag) => {
    const answer = await update({ 'idempotency-key': 'k', 'if-match': etag });
    expect(answer.status).toBe(412);
    expect(answer.body).toMatchObject({ type: '/problems/stale', currentVersion: 1 });
    expect(desk.changes).toEqual([]);
  });

  it('is what a read answers as ETag, and so is what a change answers', async () => {
    const { headers } = await desk.read(reference);
    expect(headers.etag).toBe('"1"');
    const changed = await update({ 'idempotency-key': 'k1', 'if-match': '"1"' });
    expect(changed.headers.etag).toBe('"2"');
    expect((await update({ 'idempotency-key': 'k2', 'if-match': '"2"' })).status).toBe(200);
  });
});

describe('a reminder between the reading of a complaint and a change to it', () => {
  it('stands in nobody’s way', async () => {
    const ports = { store: desk.store, rules, randomBytes: countingBytes() };
    const due = at('2026-12-29T09:00:00Z');
    await handleUntilStored(ports, reference, { type: 'TimePassed' }, { type: 'clock' }, due);
    desk.moveTo('2026-12-29T10:00:00Z');
    expect((await update({ 'idempotency-key': 'k', 'if-match': '"1"' })).status).toBe(200);
    const entries = (await desk.timeline(reference)).body.entries?.map(
      ({ actor, type }) => `${actor} ${type}`,
    );
    expect(entries).toEqual(['milo ComplaintReceived', 'clock AlertGiven', 'milo UpdateGiven']);
  });
});

describe('the same change sent twice with one key', () => {
  const sent = { 'idempotency-key': 'k', 'if-match': '"1"' };

  it('is one event and one answer, to the letter, whatever has happened since', async () => {
    const first = await update(sent);
    await desk.give('noteContact', reference, { how: 'phone', reached: true, note: 'x' });
    desk.moveTo('2026-12-30T10:00:00Z');
    const second = await update(sent);
    expect([second.status, second.text, second.headers]).toEqual([200, first.text, first.headers]);
    const types = (await desk.timeline(reference)).body.entries?.map(({ type }) => type);
    expect(types).toEqual(['ComplaintReceived', 'UpdateGiven', 'ContactNoted']);
  });

  it('is one event when ten arrive at the same instant', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => update(sent)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(desk.changes).toEqual(['commit']);
  });

  it('with another body, for another action of the path or on another route is refused', async () => {
    await update(sent);
    const reused = refused(422, 'key-reused', 'Idempotency-Key');
    expect(refusalOf(await update(sent, { text: 'Something else.' }))).toEqual(reused);
    const other = { staff: manager, params: { reference }, headers: { ...sent, 'if-match': '"2"' } };
    expect(refusalOf(await desk.send('withdraw', { ...other, body: {} }))).toEqual(reused);
    expect(desk.changes).toEqual(['commit']);
  });

  it('is somebody else’s with another person', async () => {
    await update(sent);
    expect((await update({ ...sent, 'if-match': '"2"' }, note, handler)).status).toBe(200);
    expect((await desk.store.load(reference))?.version).toBe(3);
  });

  it('is another change once the answer has been kept for thirty days', async () => {
    const first = await update(sent);
    desk.moveTo('2027-01-22T15:00:00Z');
    expect((await update(sent)).text).toBe(first.text);
    desk.moveTo('2027-01-22T15:00:01Z');
    expect((await update(sent)).body).toMatchObject({ type: '/problems/stale', currentVersion: 2 });
    expect((await update({ ...sent, 'if-match': '"2"' })).body).toMatchObject({ version: 3 });
  });

  it('that was refused can be sent again once it is possible', async () => {
    const points = { points: pointsOf('The lift.') };
    const given = { key: 'again' };
    expect((await desk.give('reopen', reference, { reason: 'x' }, given)).status).toBe(409);
    await desk.give('acknowledge', reference, points);
    await desk.give('close', reference, { reason: 'x' });
    expect((await desk.give('reopen', reference, { reason: 'x' }, given)).status).toBe(200);
  });
});

describe('two of the staff who change it at the same instant', () => {
  it('are told apart: one is stored, the other learns of the new version', async () => {
    const both = [manager, handler].map((staff) =>
      update({ 'idempotency-key': 'k', 'if-match': '"1"' }, note, staff),
    );
    const answers = await Promise.all(both);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const lost = answers.find(({ status }) => status === 412);
    expect(lost?.body).toMatchObject({ type: '/problems/stale', currentVersion: 2 });
    expect(desk.changes).toEqual(['commit']);
  });
});

describe('a complaint logged twice with one key', () => {
  const log = (body: object = {}) =>
    desk.send('logComplaint', {
      staff: manager,
      headers: { 'idempotency-key': 'k' },
      body: { ...logged, ...body },
    });

  it('is one complaint and one answer', async () => {
    const first = await log();
    desk.moveTo('2026-12-24T15:00:00Z');
    expect((await log()).text).toBe(first.text);
    expect(desk.changes).toEqual(['receive']);
  });

  it('is refused with another body, and about another landlord it is another complaint', async () => {
    await log();
    expect(refusalOf(await log({ description: 'Another.' }))).toEqual(
      refused(422, 'key-reused', 'Idempotency-Key'),
    );
    expect((await log({ landlord: 'code-2024' })).status).toBe(201);
    expect(desk.changes).toEqual(['receive', 'receive']);
  });
});
