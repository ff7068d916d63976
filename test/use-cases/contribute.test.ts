import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/decide.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { createMemoryAccess } from '../../shared/ports/memory/access.ts';
import { contribute } from '../../shared/use-cases/contribute.ts';
import { handleUntilStored } from '../../shared/use-cases/handle-command.ts';
import { putLink } from '../support/desk.ts';
import { person } from '../support/people.ts';
import { storeWith, World } from '../support/world.ts';

let world: World;
let reference: Reference;
let link: string;

beforeEach(async () => {
  world = new World('2026-12-23T15:00:00Z');
  reference = await world.receiveOne();
  const by = staffId('hana');
  const ref = { id: 'text', hash: 'hash' };
  const command = { type: 'AskQuestion', by, asked: { contractor: ref }, text: ref } as const;
  await handleUntilStored(world.ports, reference, command, { type: 'staff', id: by }, world.now);
  link = putLink(world, { purpose: 'contribution', complaint: reference, question: 'question-1' });
});

const answer = (text = 'On 8 January.', key?: string) =>
  contribute(
    { ...world.ports, store: world.store, access: createMemoryAccess(world.links) },
    link,
    text,
    key,
    (on) => ({ status: 201, body: on }),
  );
const answered = { type: 'answered', status: 201, body: '2026-12-23' };

describe('the answer to a question', () => {
  it('is stored with the complaint, its text apart, in the name of whoever holds the link', async () => {
    expect(await answer()).toEqual(answered);
    const entry = (await world.store.timeline(reference)).at(-1);
    expect(entry?.actor).toEqual({ type: 'contributor', question: 'question-1' });
    expect(JSON.stringify(entry)).not.toContain('January');
    expect([...(await world.store.readTexts(reference)).values()]).toEqual(['On 8 January.']);
  });

  it('counts by the day in London', async () => {
    world.now = '2027-06-30T23:30:00.000Z' as typeof world.now;
    expect(await answer()).toEqual({ ...answered, body: '2027-07-01' });
  });

  it('is stored once, and repeated to whoever sends it again with its key', async () => {
    expect(await answer('On 8 January.', 'k')).toEqual(answered);
    world.now = '2026-12-30T15:00:00.000Z' as typeof world.now;
    expect(await answer('On 8 January.', 'k')).toEqual(answered);
    expect(await answer('Never.', 'k')).toEqual({ type: 'key-used-for-another-request' });
    expect(await answer('On 8 January.')).toEqual({ type: 'refused', refusal: { type: 'AnsweredAlready' } });
  });

  it('is decided again where the complaint changed meanwhile, and given up where it keeps changing', async () => {
    const kept = world.store;
    world.store = storeWith(kept, { commit: async () => 'changed-meanwhile' });
    await expect(answer()).rejects.toThrow('changed 5 times while question-1 was answered');
    let changes = 4;
    world.store = storeWith(kept, {
      commit: async (change) => (changes-- > 0 ? 'changed-meanwhile' : kept.commit(change)),
    });
    expect(await answer()).toEqual(answered);
  });

  it('to a question that there is not is refused', async () => {
    link = putLink(world, { purpose: 'contribution', complaint: reference, question: 'question-2' });
    expect(await answer()).toEqual({ type: 'refused', refusal: { type: 'UnknownQuestion' } });
  });

  it('is taken from the colleague who was asked last, and from nobody who was asked before', async () => {
    const [milo, mara] = [staffId('milo'), staffId('mara')];
    const people = [person('milo'), person('mara')];
    const ref = { id: 'text', hash: 'hash' };
    const give = (command: Command) =>
      handleUntilStored(world.ports, reference, command, { type: 'staff', id: milo }, world.now, { people });
    await give({ type: 'AskQuestion', by: mara, asked: { staff: milo }, text: ref });
    const subject = { purpose: 'contribution', complaint: reference, question: 'question-2' } as const;
    const [milos, maras] = [putLink(world, { ...subject, asked: milo }), 'M'.repeat(43)];
    putLink(world, { ...subject, asked: mara }, maras);
    const nobodys = putLink(world, subject, 'N'.repeat(43));
    await give({ type: 'HandOver', by: mara, from: milo, to: mara });
    for (const wrong of [milos, nobodys]) {
      link = wrong;
      expect(await answer()).toEqual({ type: 'link-not-valid' });
    }
    link = maras;
    expect(await answer()).toEqual(answered);
  });

  it('needs a link to a question that has not run out', async () => {
    const subject = { complaint: reference, question: 'question-1' };
    for (const [change, token] of [
      [{ purpose: 'resident', ...subject }, 'a'],
      [{ purpose: 'contribution', complaint: reference }, 'b'],
      [{ purpose: 'contribution', ...subject, validUntil: '2026-12-23T15:00:00Z' }, 'c'],
    ] as const) {
      link = putLink(world, change, token);
      expect(await answer()).toEqual({ type: 'link-not-valid' });
    }
    link = 'unknown';
    expect(await answer()).toEqual({ type: 'link-not-valid' });
  });
});
