import { describe, expect, it } from 'vitest';
import { staffId } from '../../shared/domain/staff.ts';
import { addCalendarVersion } from '../../shared/use-cases/add-calendar-version.ts';
import { applyCalendar } from '../../shared/use-cases/apply-calendar.ts';
import { tellOfNewestVersion } from '../../shared/use-cases/tell-of-version.ts';
import { newApplication, newVersion } from '../support/calendars.ts';
import { at, shippedCalendar } from '../support/rules.ts';
import { World } from '../support/world.ts';

const now = '2026-12-24T10:00:00Z';
const landlords = ['day-zero', 'code-2024'];
const portsOf = (world: World) => ({
  ...{ ...world.ports, ...shippedCalendar, register: world.register },
  served: new Set(landlords),
});
const tokenOf = (id: string, role: 'administrator' | 'manager') => ({
  ...{ id: staffId(id), name: undefined, email: undefined, roles: [role], landlords },
});

const add = (world: World, key = 'k') => {
  const { changes, reason } = newVersion();
  return addCalendarVersion(portsOf(world), {
    token: tokenOf('anna', 'administrator'),
    ...{ key: { scope: 'staff#anna', key }, requestHash: 'the same' },
    asked: { basedOn: 1, changes, reason },
    answer: ({ version }) => ({ status: 201, body: `version ${version}` }),
  });
};
const apply = (world: World, requestHash = 'the same') =>
  applyCalendar(portsOf(world), {
    token: tokenOf('milo', 'manager'),
    ...{ key: { scope: 'staff#milo', key: 'k' }, requestHash },
    asked: { landlord: 'day-zero', version: 2, tellResidents: true },
    answer: ({ version, revision }) => ({ status: 200, body: `version ${version}, ${revision}` }),
  });

/** Does something to the archive just before the first write to it. */
function disturb(world: World, name: 'add' | 'apply', first: () => Promise<unknown>) {
  const { archive } = world;
  const write = archive[name] as (...values: unknown[]) => Promise<unknown>;
  let disturbed = false;
  world.archive = {
    ...archive,
    [name]: async (...values: unknown[]) => {
      if (!disturbed) {
        disturbed = true;
        await first();
      }
      return write(...values);
    },
  };
  return archive;
}

describe('adding a version', () => {
  it('learns that another was added meanwhile, and stores nothing', async () => {
    const world = new World(now);
    const other = newVersion({ reason: 'Another.' });
    const archive = disturb(world, 'add', () => archive.add(other, at(now)));
    expect(await add(world)).toEqual({
      type: 'refused',
      refusal: { type: 'NotBasedOnNewest', newest: 2 },
    });
    expect((await world.archive.read()).versions).toEqual([other]);
  });

  it('is answered as the same request was that came between', async () => {
    const world = new World(now);
    const kept = { scope: 'staff#anna', key: 'k', requestHash: 'the same', status: 201, body: 'as then' };
    const expiresAt = at('2027-01-20T00:00:00Z');
    const archive = disturb(world, 'add', () => archive.add(newVersion(), at(now), { ...kept, expiresAt }));
    expect(await add(world)).toEqual({ type: 'answered', status: 201, body: 'as then' });
    expect((await world.archive.read()).versions).toHaveLength(1);
  });

  it('keeps its answer for thirty days', async () => {
    const world = new World(now);
    const first = await add(world);
    world.now = at('2027-01-23T09:59:59Z');
    expect(await add(world)).toEqual(first);
    world.now = at('2027-01-23T10:00:01Z');
    expect(await add(world)).toMatchObject({ type: 'refused' });
  });
});

describe('applying a version', () => {
  it('takes the place of a pass that stored its place meanwhile', async () => {
    const world = new World(now);
    await world.archive.add(newVersion({ version: 2 }), at(now));
    const older = newApplication({ version: 1, revision: 0 });
    await world.archive.apply(older, at(now), at(now));
    const archive = disturb(world, 'apply', () =>
      archive.apply({ ...older, revision: 1, recounted: 8 }, at(now), at(now)),
    );
    expect(await apply(world)).toEqual({ type: 'answered', status: 200, body: 'version 2, 2' });
    expect(await world.archive.application('day-zero')).toMatchObject({ version: 2, recounted: 0 });
  });

  it('gives up where it keeps changing', async () => {
    const world = new World(now);
    await world.archive.add(newVersion(), at(now));
    world.archive = { ...world.archive, apply: async () => 'changed-meanwhile' };
    await expect(apply(world)).rejects.toThrow('what day-zero counts by changed 5 times');
  });

  it('is repeated by the same request, and not by another with its key', async () => {
    const world = new World(now);
    await world.archive.add(newVersion(), at(now));
    const first = await apply(world);
    expect(await apply(world)).toEqual(first);
    expect(await apply(world, 'another')).toEqual({ type: 'key-used-for-another-request' });
    expect(await world.archive.application('day-zero')).toMatchObject({ revision: 0 });
  });

  it('lets the next sweep count its complaints anew', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    const reference = await world.receiveOne();
    world.now = at(now);
    await add(world);
    await apply(world);
    expect(await world.sweep(now)).toMatchObject({ recounted: 1 });
    expect((await world.store.load(reference))?.complaint.obligations[0]?.dueOn).toBe('2027-01-05');
  });
});

describe('telling managers of the newest version', () => {
  const noticeOf = (world: World, landlord: string) =>
    world.store.readNotice({ owner: { type: 'landlord', landlord }, id: 'calendar-version_2' });

  it('has nothing to tell while there is none but the first', async () => {
    const world = new World(now);
    await tellOfNewestVersion(portsOf(world), at(now));
    expect(await world.waitingNotices()).toEqual([]);
  });

  it('tells those of landlords that are served here and count by an older one', async () => {
    const world = new World(now);
    await world.archive.add(newVersion(), at(now));
    await world.archive.apply(newApplication({ landlord: 'code-2024' }), undefined, at(now));
    await tellOfNewestVersion(portsOf(world), at(now));
    expect(await noticeOf(world, 'day-zero')).toMatchObject({ status: 'pending', lane: 'routine' });
    expect(await noticeOf(world, 'code-2024')).toBeUndefined();
    expect(await noticeOf(world, 'counted-from-receipt')).toBeUndefined();
  });

  it.each([
    [
      'at two hundred complaints at most',
      now,
      '400 dates on 200 of the first 200 open complaints will move.',
    ],
    [
      'for ten seconds, so that the request does not last too long',
      '2026-12-24T10:00:10Z',
      '200 dates on 100 of the first 100 open complaints will move.',
    ],
  ])('looks %s', async (_, afterOnePage, summary) => {
    const world = new World('2026-12-23T15:00:00Z');
    await world.receiveMany(210);
    await world.archive.add(newVersion(), at(now));
    await tellOfNewestVersion({ ...portsOf(world), clock: () => at(afterOnePage) }, at(now));
    expect((await noticeOf(world, 'day-zero'))?.values).toMatchObject({ summary });
  });
});
