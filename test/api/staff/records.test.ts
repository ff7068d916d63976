import { beforeEach, describe, expect, it } from 'vitest';
import { propertyIdOf, residentIdOf } from '../../../shared/use-cases/record-ids.ts';
import { type Desk, handler, logged, manager, openDesk } from '../../support/desk.ts';
import type { Claims } from '../../support/http.ts';

const address = '5 Elm Road, Northtown TV1 1AA';
const sam = { ...logged.complainant, address };
const resident = residentIdOf('day-zero', sam) ?? '';
const property = propertyIdOf('day-zero', address) ?? '';
const safe = { mayBeMailed: true, voicemail: 'unknown' };
/** No voicemail at home (seed 002). */
const details = {
  name: 'Sam Okoro',
  safeContact: { mayBeMailed: false, voicemail: 'no', note: 'No voicemail at home.' },
  adjustments: [{ kind: 'large-print', note: 'At least 16 point.' }],
  disabilities: ['Low vision.'],
};

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const readPerson = (staff: Claims = manager, params: object = {}) =>
  desk.send('readResidentRecord', { staff, params: { resident, ...params } });
const keepPerson = (revision: number, body: object = details, staff: Claims = manager) =>
  desk.send('keepResidentRecord', {
    staff,
    params: { resident },
    headers: { 'if-match': `"${revision}"` },
    body,
  });

describe('the record of a person', () => {
  it('is there with their first complaint, though nobody has written anything', async () => {
    const reference = await desk.log({ complainant: sam, category: 'leaks' });
    const read = await readPerson();
    expect(read.headers.etag).toBe('"0"');
    expect(read.body).toMatchObject({ resident, revision: 0, safeContact: safe, disabilities: [] });
    expect(read.body.complaints).toEqual([
      {
        ...{ reference, stage: 1, status: 'received', receivedOn: '2026-12-23', category: 'leaks' },
        ...{ adjustments: [], restrictions: [] },
      },
    ]);
    expect((await desk.read(reference)).body).toMatchObject({ resident, property });
    expect((await desk.read(reference)).body).not.toHaveProperty('record');
  });

  it('is written, and shown with every complaint of theirs from then on', async () => {
    const reference = await desk.log({ complainant: sam });
    const kept = await keepPerson(0);
    expect(kept.headers.etag).toBe('"1"');
    expect(kept.body).toMatchObject({ ...details, revision: 1, updatedBy: 'milo' });
    const { name: _, ...known } = details;
    expect((await desk.read(reference)).body).toMatchObject({ record: known, unsafeToMail: true });
    const other = await desk.log({ complainant: { name: 'S. Okoro', email: 'SAM.OKORO@example.com' } });
    expect((await desk.read(other)).body).toMatchObject({ record: known, unsafeToMail: true });
  });

  it('shows what holds on their complaints, and not what held', async () => {
    const reference = await desk.log({ complainant: sam });
    const agree = (kind: string, note: string) =>
      desk.give('adjust', reference, { step: 'agree', kind, note }, { staff: handler });
    await agree('large-print', 'At least 16 point.');
    await agree('audio', 'On a disc.');
    const ends = { step: 'review', adjustment: 'adjustment-2', outcome: 'ends', note: 'No more discs.' };
    await desk.give('adjust', reference, ends, { staff: handler });
    const [complaint] = (await readPerson()).body.complaints ?? [];
    expect(complaint?.adjustments).toMatchObject([{ kind: 'large-print', note: 'At least 16 point.' }]);
  });

  it('of a revision that is not the newest is not changed, and the same said again is answered the same', async () => {
    await desk.log({ complainant: sam });
    const first = await keepPerson(0);
    desk.changes.length = 0;
    expect((await keepPerson(0)).body).toEqual(first.body);
    expect(desk.changes).toEqual([]);
    const late = await keepPerson(0, { ...details, disabilities: [] });
    expect([late.status, late.body.currentVersion]).toEqual([412, 1]);
    expect((await keepPerson(0, details, handler)).status).toBe(412);
    expect((await keepPerson(1, { ...details, disabilities: [] })).body).toMatchObject({ revision: 2 });
  });

  it('is unknown of nobody’s id, whoever asks, and is not written', async () => {
    expect((await readPerson()).body.type).toBe('/problems/unknown-record');
    expect((await keepPerson(0)).body.type).toBe('/problems/unknown-record');
    expect((await readPerson(manager, { resident: 'r-1' })).body.type).toBe('/problems/unknown-record');
    await desk.log({ complainant: sam });
    const elsewhere = await desk.send('readResidentRecord', {
      ...{ staff: manager, landlord: 'code-2024', params: { resident } },
    });
    expect(elsewhere.body.type).toBe('/problems/unknown-record');
    expect(desk.changes).toEqual(['receive']);
  });

  it('is unknown to whom any complaint of theirs is about, written or not', async () => {
    const about = await desk.log({ complainant: sam, staffComplainedAbout: ['hana'] });
    expect((await readPerson(handler)).body.type).toBe('/problems/unknown-record');
    const other = await desk.log({ complainant: sam });
    await keepPerson(0);
    expect((await readPerson(handler)).body.type).toBe('/problems/unknown-record');
    expect((await keepPerson(1, details, handler)).body.type).toBe('/problems/unknown-record');
    const seen = (await readPerson()).body.complaints?.map(({ reference }) => reference);
    expect(seen?.sort()).toEqual([about, other].sort());
  });

  it('shows nobody a complaint that they may not read', async () => {
    const reference = await desk.log({ complainant: sam });
    await desk.give('assign', reference, { handler: 'milo', team: 'lettings' });
    expect((await readPerson(handler)).body.complaints).toEqual([]);
  });

  it.each(['reporter', 'approver', 'board-member', 'administrator'])('is not for a %s', async (role) => {
    await desk.log({ complainant: sam });
    const staff = { id: 'rae', roles: [role], landlords: ['day-zero'] };
    expect((await readPerson(staff)).status).toBe(403);
    expect((await keepPerson(0, details, staff)).status).toBe(403);
  });

  it('is read and not written by an auditor', async () => {
    await desk.log({ complainant: sam });
    const staff = { id: 'rae', roles: ['auditor'], landlords: ['day-zero'] };
    expect((await readPerson(staff)).status).toBe(200);
    expect((await keepPerson(0, details, staff)).status).toBe(403);
  });

  it('is the one that staff name who log a complaint', async () => {
    const first = await desk.log({ complainant: sam });
    const second = await desk.log({ complainant: { name: 'Sam Okoro' }, resident });
    const seen = (await readPerson()).body.complaints?.map(({ reference }) => reference);
    expect(seen?.sort()).toEqual([first, second].sort());
    const headers = { 'idempotency-key': 'k' };
    const bad = { ...logged, resident: 'r-1#x' };
    expect((await desk.send('logComplaint', { staff: manager, headers, body: bad })).status).toBe(400);
  });

  it('is another one after another person was found to complain', async () => {
    const reference = await desk.log({ complainant: sam });
    await keepPerson(0);
    const sue = { name: 'Sue Ayers', email: 'sue.ayers@example.com' };
    await desk.give('correct', reference, { complainant: sue, reason: 'It was her.' });
    const { body } = await desk.read(reference);
    expect(body.resident).toBe(residentIdOf('day-zero', sue));
    expect((await readPerson()).body.complaints).toEqual([]);
    await desk.give('correct', reference, { complainant: sam, reason: 'It was not.' });
    expect((await desk.read(reference)).body).toMatchObject({ resident, unsafeToMail: true });
    expect((await readPerson()).body.complaints).toMatchObject([{ reference }]);
  });
});

it('of two who complain together the record is that of whoever leads', async () => {
  const ann = { name: 'Ann Reyes', email: 'ann.reyes@example.com' };
  const reference = await desk.log({ complainant: sam, others: [ann] });
  await desk.give('leaveComplaint', reference, { party: 'lead', lead: 'party-2' });
  expect((await desk.read(reference)).body).toMatchObject({
    resident: residentIdOf('day-zero', ann),
    property,
  });
});

describe('the record of a property', () => {
  const keepHome = (revision: number, body: object) =>
    desk.send('keepPropertyRecord', {
      ...{ staff: manager, params: { property }, headers: { 'if-match': `"${revision}"` }, body },
    });

  it('is written, and read with the complaints about it, whoever made them', async () => {
    const one = await desk.log({ complainant: sam });
    desk.moveTo('2026-12-24T15:00:00Z');
    const two = await desk.log({ complainant: { name: 'Ann Reyes', address: '5 elm rd northtown tv11aa' } });
    const home = { address, notes: 'The ladder is with the caretaker.', hazards: ['gas'] };
    expect((await keepHome(0, home)).body).toMatchObject({ property, ...home, revision: 1 });
    const read = await desk.send('readPropertyRecord', { staff: handler, params: { property } });
    expect(read.body).toMatchObject({ ...home, revision: 1, updatedBy: 'milo' });
    expect(read.body.complaints?.map(({ reference }) => reference)).toEqual([two, one]);
    expect((await keepHome(0, { hazards: [] })).status).toBe(412);
  });
});

describe('looking for a person', () => {
  const find = (query: Record<string, string>, staff: Claims = handler) =>
    desk.send('findResidents', { staff, query });

  it('finds whoever complained before, once each, with the complaints that one may see', async () => {
    const first = await desk.log({ complainant: sam });
    const second = await desk.log();
    const hidden = await desk.log();
    await desk.give('assign', hidden, { handler: 'milo', team: 'lettings' });
    const unmarked = await desk.log({ complainant: { name: 'Ola Okorie' } });
    const { residents } = (await find({ surname: 'oko' })).body;
    expect(residents).toHaveLength(2);
    expect(residents?.find((each) => each.resident)).toMatchObject({ resident, name: 'Sam Okoro', address });
    expect(residents?.flatMap((each) => each.complaints).sort()).toEqual([first, second, unmarked].sort());
    expect((await find({ postcode: 'tv1 1' })).body.residents).toMatchObject([{ resident }]);
    expect((await find({ surname: 'smith' })).body.residents).toEqual([]);
  });

  it('finds nobody by a complaint about whoever asks, nor by what was corrected', async () => {
    await desk.log({ complainant: sam, staffComplainedAbout: ['hana'] });
    expect((await find({ surname: 'okoro' })).body.residents).toEqual([]);
    expect((await find({ surname: 'okoro' }, manager)).body.residents).toHaveLength(1);
    const corrected = await desk.log({ complainant: { name: 'Ola Smyth' } });
    const smith = { name: 'Ola Smith' };
    await desk.give('correct', corrected, { complainant: smith, reason: 'Misspelt.' });
    expect((await find({ surname: 'smyth' })).body.residents).toEqual([]);
    expect((await find({ surname: 'smith' })).body.residents).toMatchObject([smith]);
  });

  it.each([{}, { surname: 'a', postcode: 'b' }, { name: 'a' }])('by %j is refused', async (query) => {
    expect((await find(query)).status).toBe(400);
  });
});

describe('what may be the same complaint', () => {
  const suggest = async (reference: string, staff: Claims = manager) =>
    (await desk.send('suggestDuplicates', { staff, params: { reference } })).body.suggestions;

  it('is the form that was sent twice, before others of the same person or home', async () => {
    const reference = await desk.log({ complainant: sam });
    const noise = { description: 'Noise at night.' };
    const neighbour = await desk.log({ complainant: { name: 'Ann Reyes', address }, ...noise });
    const another = await desk.log({ complainant: logged.complainant, ...noise });
    const copy = await desk.log({ complainant: sam });
    await desk.log({ complainant: { name: 'Eve Park', email: 'eve.park@example.com' } });
    expect((await suggest(reference))?.map((each) => [each.reference, each.same])).toEqual([
      [copy, ['person', 'property', 'subject']],
      [another, ['person']],
      [neighbour, ['property']],
    ]);
    expect((await suggest(reference))?.[0]).toEqual({
      ...{ reference: copy, stage: 1, status: 'received', receivedOn: '2026-12-23' },
      same: ['person', 'property', 'subject'],
      excerpt: 'The lift has been out of order for three weeks.',
    });
  });

  it('is not about whoever asks, nor with a team that they do not see', async () => {
    const reference = await desk.log();
    await desk.log({ staffComplainedAbout: ['hana'] });
    const elsewhere = await desk.log();
    await desk.give('assign', elsewhere, { handler: 'milo', team: 'lettings' });
    expect(await suggest(reference, handler)).toEqual([]);
    expect(await suggest(reference)).toHaveLength(2);
  });

  it('is not one that somebody linked or merged already', async () => {
    const reference = await desk.log();
    const linked = await desk.log();
    const merged = await desk.log();
    const reason = 'The same lift.';
    const { status } = await desk.give('link', reference, { other: linked, because: reason });
    expect(status).toBe(200);
    const into = await desk.give('merge', reference, { other: merged, reason });
    expect(into.status).toBe(200);
    expect(await suggest(reference)).toEqual([]);
    expect((await suggest(linked))?.map((each) => each.reference)).toEqual([]);
  });

  it('is told of no complaint that is not there, and in at most two hundred characters', async () => {
    const reference = await desk.log({ description: `The lift is out of order. ${'x'.repeat(300)}` });
    const copy = await desk.log();
    expect((await suggest(copy))?.[0]).toMatchObject({ reference });
    expect((await suggest(copy))?.[0]?.excerpt).toHaveLength(200);
    expect(await suggest('M3TB8-R2ZCH')).toBeUndefined();
  });
});
