import { describe, expect, it } from 'vitest';
import { civilDate } from '../../shared/domain/civil-date.ts';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Extension } from '../../shared/domain/extension.ts';
import { isReference, type Reference } from '../../shared/domain/reference.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { findUnwatched, type Watched, type WatchedPorts } from '../../shared/use-cases/find-unwatched.ts';
import { takeDownEnquiry } from '../../shared/use-cases/log-enquiry.ts';
import { at, policyOf } from '../support/rules.ts';
import { storeWith, World } from '../support/world.ts';

const checkedAt = '2026-12-29T07:00:00Z';

/** Runs the check, and tells what it counted, found and could not mend. */
async function check(world: World, change: Partial<WatchedPorts> = {}) {
  world.now = at(checkedAt);
  const found: string[] = [];
  const problems: string[] = [];
  const name = ({ type, reference }: Watched) => `${type} ${reference}`;
  const count = await findUnwatched({
    ...world.ports,
    served: new Set(['day-zero', 'code-2024']),
    found: (work) => found.push(name(work)),
    report: ({ work }) => problems.push(name(work)),
    ...change,
  });
  return { count, found, problems };
}

/** Three open complaints of one landlord and two of another. */
async function openWorld() {
  const world = new World('2026-12-23T15:00:00Z');
  const references = [...(await world.receiveMany(3)), ...(await world.receiveMany(2, 'code-2024'))] as const;
  return { world, references };
}

const lose = (world: World, reference: Reference | undefined, state: Partial<Complaint> = {}) =>
  world.change(reference as Reference, { wakeAt: undefined }, state);

describe('the check for what waits for no instant', () => {
  it('finds nothing where each waits for its own', async () => {
    const { world } = await openWorld();
    const nothing = { open: 5, unwatched: 0, failed: 0, finished: true };
    expect(await check(world)).toEqual({ count: nothing, found: [], problems: [] });
  });

  it('finds a complaint of any landlord that has lost its instant, once, and gives it back', async () => {
    const { world, references } = await openWorld();
    await lose(world, references[1]);
    await lose(world, references[4]);
    expect((await world.complaints()).length).toBe(3);
    const { count, found, problems } = await check(world);
    expect(count).toEqual({ open: 5, unwatched: 2, failed: 0, finished: true });
    expect(found.sort()).toEqual([`complaint ${references[1]}`, `complaint ${references[4]}`].sort());
    expect(problems).toEqual([]);
    expect((await check(world)).count).toMatchObject({ unwatched: 0 });
    // the first rung falls two hours later, on what was lost as on what was not
    expect(await world.sweep('2026-12-29T08:59:59.999Z')).toMatchObject({ due: 0 });
    expect(await world.sweep('2026-12-29T09:00:00Z')).toMatchObject({ due: 5, alerts: 5 });
  });

  it('gives what came due meanwhile at once', async () => {
    const { world, references } = await openWorld();
    await lose(world, references[0]);
    const late = { clock: () => at('2026-12-29T09:30:00Z') };
    expect((await check(world, late)).count).toMatchObject({ unwatched: 1 });
    expect(await world.eventTypes(references[0] as Reference)).toEqual(['ComplaintReceived', 'AlertGiven']);
  });

  it('leaves one that owes nothing, or whose extension is on its way', async () => {
    const { world, references } = await openWorld();
    const stored = await world.store.load(references[0] as Reference);
    const [acknowledgement] = stored?.complaint.obligations ?? [];
    if (!acknowledgement) throw new Error('nothing is owed');
    const answered = {
      ...acknowledgement,
      met: { on: civilDate('2026-12-24'), keptPolicy: true, keptCode: true },
    };
    await lose(world, references[0], { status: 'responded', obligations: [answered] });
    const response = { ...acknowledgement, id: 'stage-1-response', kind: 'stage-1-response' as const };
    const requested: Extension = {
      ...{ extension: 'one', extends: acknowledgement.dueOn, newDueOn: civilDate('2027-01-29') },
      ...{ reason: { id: 'text-1', hash: '' }, by: staffId('hana'), stage: 1, state: 'requested' },
    };
    await lose(world, references[1], { obligations: [response], extensions: [requested] });
    expect(await check(world)).toMatchObject({ count: { open: 5, unwatched: 0 }, found: [] });
  });

  it('leaves what came, or was moved, while the lists were read', async () => {
    const { world, references } = await openWorld();
    const { store } = world;
    let reads = 0;
    world.store = storeWith(store, {
      async *due(shard, until) {
        if (reads++ >= 4) yield* store.due(shard, until);
      },
    });
    expect(await check(world)).toMatchObject({ count: { open: 5, unwatched: 0 }, found: [] });
    expect(reads).toBe(8);
    expect(await world.eventTypes(references[0] as Reference)).toEqual(['ComplaintReceived']);
  });

  it('finds a service request that has lost its review', async () => {
    const { world } = await openWorld();
    const { enquiries } = world;
    const logged = await takeDownEnquiry(
      world.ports,
      policyOf('day-zero'),
      {
        ...{ kind: 'service-request', channel: 'phone', description: 'The tap drips.' },
        enquirer: { name: 'Sam Okoro', email: 'sam.okoro@example.com' },
      },
      undefined,
      ({ reference }) => ({ status: 201, body: reference }),
    );
    if (logged.type !== 'answered' || !isReference(logged.body)) throw new Error(logged.type);
    const reference = logged.body;
    expect((await check(world)).count).toMatchObject({ open: 6, unwatched: 0 });
    const enquiry = await enquiries.load(reference);
    if (!enquiry) throw new Error('not stored');
    await enquiries.commit({
      ...{ enquiry, expectedVersion: enquiry.history.length, texts: [], notices: [], complaint: undefined },
      ...{ wakeAt: undefined, at: world.now, answer: undefined },
    });
    const { count, found } = await check(world);
    expect(count).toMatchObject({ open: 6, unwatched: 1, failed: 0 });
    expect(found).toEqual([`enquiry ${reference}`]);
    expect((await check(world)).count).toMatchObject({ unwatched: 0 });
  });

  it('counts one that cannot be read, says so, and goes on with the others', async () => {
    const { world, references } = await openWorld();
    const { store } = world;
    await lose(world, references[0]);
    await lose(world, references[1]);
    world.store = storeWith(store, {
      load: (reference) =>
        reference === references[0] ? Promise.reject(new Error('unreadable')) : store.load(reference),
    });
    const { count, problems } = await check(world);
    expect(count).toEqual({ open: 5, unwatched: 2, failed: 1, finished: true });
    expect(problems).toEqual([`complaint ${references[0]}`]);
    world.store = store;
    expect(await check(world)).toMatchObject({
      count: { unwatched: 1 },
      found: [`complaint ${references[0]}`],
    });
  });

  it('that is cut off anywhere takes nothing for unwatched that is not, and says that it did not finish', async () => {
    const { world, references } = await openWorld();
    await lose(world, references[2]);
    let steps = 0;
    for (; ; steps++) {
      let left = steps;
      const { count, found } = await check(world, { hasTime: () => left-- > 0 });
      if (count.finished) {
        expect(found).toEqual([`complaint ${references[2]}`]);
        break;
      }
      expect(found).toEqual([]);
    }
    // four that wait, twice; two pages of each landlord; before the second look, and for the one
    expect(steps).toBe(4 + 4 + 1 + 4 + 1);
  });

  it('reads more than a page, by the hundred, and none twice', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    await world.receiveMany(120);
    const limits: number[] = [];
    const { store } = world;
    world.store = storeWith(store, {
      worklist: (page) => {
        limits.push(page.limit);
        return store.worklist(page);
      },
    });
    expect((await check(world, { served: new Set(['day-zero']) })).count).toMatchObject({
      open: 120,
      unwatched: 0,
    });
    expect(limits).toEqual([100, 100]);
  });
});
