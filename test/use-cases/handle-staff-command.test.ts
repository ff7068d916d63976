import { beforeEach, describe, expect, it } from 'vitest';
import type { Reference } from '../../shared/domain/reference.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { handleStaffCommand, type StaffRequest } from '../../shared/use-cases/handle-staff-command.ts';
import { saltedHash } from '../../shared/use-cases/timeline.ts';
import { referenceNumber } from '../support/complaints.ts';
import { person } from '../support/people.ts';
import { recorded } from '../support/recorded.ts';
import { storeWith, World } from '../support/world.ts';

const token = {
  id: staffId('hana'),
  name: undefined,
  email: undefined,
  roles: ['handler'],
  landlords: ['day-zero'],
} as const;

let world: World;
let reference: Reference;
beforeEach(async () => {
  world = new World('2026-12-23T15:00:00Z');
  reference = await world.receiveOne();
});

/** Notes a call, in a request that may be changed. */
function note(change: Partial<StaffRequest> = {}): StaffRequest {
  return {
    token,
    reference,
    action: 'note-contact',
    version: 1,
    key: { scope: 'staff#hana', key: 'k' },
    requestHash: 'hash',
    people: [],
    build: ({ keep }) => ({
      command: { type: 'NoteContact', by: token.id, how: 'phone', reached: true, note: keep('We spoke.') },
    }),
    answer: ({ version }) => ({ status: 200, body: `{"version":${version}}` }),
    ...change,
  };
}
const handle = (request: StaffRequest) => handleStaffCommand({ ...world.ports, store: world.store }, request);
const answered = { type: 'answered', status: 200, body: '{"version":2}' };

describe('a command of staff', () => {
  it('is one read and one write', async () => {
    const { port, calls } = recorded(world.store);
    world.store = port;
    expect(await handle(note())).toEqual(answered);
    expect(calls.map(([name]) => name)).toEqual(['loadForCommand', 'commit']);
  });

  it('reads the rows of whoever acts and of whoever it names with the complaint', async () => {
    const { port, calls } = recorded(world.store);
    world.store = port;
    await handle(note({ people: [staffId('leo')] }));
    expect(calls[0]).toMatchObject([
      'loadForCommand',
      { reference, key: { scope: 'staff#hana', key: 'k' }, people: ['hana', 'leo'] },
      '2026-12-23T15:00:00.000Z',
    ]);
  });

  it('keeps its texts apart from the event that names them, under their salted hash', async () => {
    await handle(note());
    const [, entry] = await world.store.timeline(reference);
    expect(entry).toMatchObject({ actor: { type: 'staff', id: 'hana' }, event: { type: 'ContactNoted' } });
    const texts = await world.store.readTexts(reference);
    expect([...texts.values()]).toEqual(['We spoke.']);
    expect(entry?.event).toMatchObject({ note: { id: [...texts.keys()][0], hash: expect.any(String) } });
    expect(JSON.stringify(entry)).not.toContain(saltedHash('', 'We spoke.'));
  });

  it('keeps its answer for thirty days, for whoever asked alone', async () => {
    await handle(note());
    const { answer } = await world.store.loadForCommand(
      { reference, key: { scope: 'staff#hana', key: 'k' }, people: [] },
      '2027-01-22T15:00:00.000Z' as typeof world.now,
    );
    expect(answer).toEqual({ requestHash: 'hash', status: 200, body: '{"version":2}' });
  });

  it('that repeats is answered before its version is looked at', async () => {
    await handle(note());
    await handle(note({ key: { scope: 'staff#hana', key: 'other' }, version: 2 }));
    expect(await handle(note())).toEqual(answered);
    expect(await handle(note({ requestHash: 'another' }))).toEqual({ type: 'key-used-for-another-request' });
  });

  it('that repeats is answered to nobody who may no longer do it', async () => {
    await handle(note());
    await world.register.save(person('hana', { disabled: true }));
    expect(await handle(note())).toMatchObject({ type: 'denied', denied: { why: 'disabled' } });
  });

  it('based on another version learns the present one', async () => {
    expect(await handle(note({ version: 7 }))).toEqual({ type: 'stale', version: 1 });
  });

  it('about no complaint is unknown, and without any right denied all the same', async () => {
    const nowhere = { reference: referenceNumber(99) };
    expect(await handle(note(nowhere))).toEqual({ type: 'unknown' });
    expect(await handle(note({ ...nowhere, token: { ...token, roles: ['reporter'] } }))).toMatchObject({
      type: 'denied',
      denied: { why: 'role', whoMay: ['handler', 'manager', 'senior-lead'] },
    });
  });

  it('that is refused stores nothing, neither text nor answer', async () => {
    const build: StaffRequest['build'] = ({ keep }) => ({
      command: { type: 'Reopen', by: token.id, reason: keep('x') },
    });
    expect(await handle(note({ build }))).toMatchObject({
      type: 'refused',
      refusal: { type: 'NotPermittedNow' },
    });
    expect((await world.store.readTexts(reference)).size).toBe(0);
    expect(await handle(note())).toEqual(answered);
  });
});

describe('a command that somebody is quicker than', () => {
  /** Lets something else happen just before the first commit. */
  const justBefore = (happens: () => Promise<unknown>) => {
    const kept = world.store;
    world.store = storeWith(kept, {
      commit: async (change) => {
        world.store = kept;
        await happens();
        return kept.commit(change);
      },
    });
  };

  it('learns the version that they left', async () => {
    justBefore(() => handle(note({ key: { scope: 'staff#leo', key: 'k' } })));
    expect(await handle(note())).toEqual({ type: 'stale', version: 2 });
    expect(await world.eventTypes(reference)).toEqual(['ComplaintReceived', 'ContactNoted']);
  });

  it('with the same key gets their answer', async () => {
    justBefore(() => handle(note()));
    expect(await handle(note())).toEqual(answered);
    expect(await world.eventTypes(reference)).toEqual(['ComplaintReceived', 'ContactNoted']);
  });

  it('with the same key and another request is refused', async () => {
    justBefore(() => handle(note({ requestHash: 'another' })));
    expect(await handle(note())).toEqual({ type: 'key-used-for-another-request' });
  });

  it('and who took the complaint from them is denied', async () => {
    justBefore(async () => {
      await world.change(reference, {}, { handler: staffId('leo'), team: 'lettings' });
      await handle(note({ token: { ...token, roles: ['manager'] }, key: { scope: 's', key: 'k' } }));
    });
    expect(await handle(note())).toMatchObject({
      type: 'denied',
      denied: { why: 'other-team' },
      handler: 'leo',
    });
  });
});
