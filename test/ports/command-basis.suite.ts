import { describe, expect, it } from 'vitest';
import { staffId } from '../../shared/domain/staff.ts';
import { referenceNumber } from '../support/complaints.ts';
import { person } from '../support/people.ts';
import { at } from '../support/rules.ts';
import { answerFor, type MakeStores, newComplaint, personal, receivedAt } from '../support/stored.ts';

const reference = referenceNumber(1);
const answer = answerFor('act-1');
const { scope, key } = answer;
const [ann, bob] = [person('ann'), person('bob')];
const nothing = { stored: undefined, personal: undefined, answer: undefined, people: [] };

async function withEverything(makeStores: MakeStores) {
  const { store, register } = await makeStores();
  await register.save(ann);
  await register.save(bob);
  const complaint = newComplaint(1, { answer });
  await store.receive(complaint);
  return { store, stored: complaint.stored };
}

export function loadsForCommands(makeStores: MakeStores): void {
  describe('what a command of staff is decided on', () => {
    it('is read together: complaint, parties, the key’s answer and the people named', async () => {
      const { store, stored } = await withEverything(makeStores);
      const about = { reference, key: { scope, key }, people: [bob.id, ann.id] };
      expect(await store.loadForCommand(about, receivedAt)).toEqual({
        stored,
        personal,
        answer: { requestHash: 'hash-of-request', status: 201, body: '{"reference":"…"}' },
        people: [bob, ann],
      });
    });

    it('is only what was asked for', async () => {
      const { store, stored } = await withEverything(makeStores);
      expect(await store.loadForCommand({ reference, people: [] }, receivedAt)).toEqual({
        ...nothing,
        stored,
        personal,
      });
    });

    it('has another complaint too where one is named, and nothing of one that there is not', async () => {
      const { store, stored } = await withEverything(makeStores);
      const other = newComplaint(2);
      await store.receive(other);
      const read = (named: number) =>
        store.loadForCommand({ reference, other: referenceNumber(named), people: [] }, receivedAt);
      const both = { ...nothing, stored, personal };
      expect(await read(2)).toEqual({ ...both, other: { stored: other.stored, personal } });
      expect(await read(3)).toEqual({ ...both, other: { stored: undefined, personal: undefined } });
      expect(await read(1)).toEqual({ ...both, other: { stored, personal } });
    });

    it('leaves out whoever is not in the register, and names nobody twice', async () => {
      const { store } = await withEverything(makeStores);
      const people = [ann.id, staffId('nobody'), bob.id, ann.id];
      const basis = await store.loadForCommand({ reference, people }, receivedAt);
      expect(basis.people).toEqual([ann, bob]);
    });

    it('has the answer for the whole of its last second and not in the next', async () => {
      const { store } = await withEverything(makeStores);
      const about = { reference, key: { scope, key }, people: [] };
      const last = await store.loadForCommand(about, at('2027-01-22T15:00:00Z'));
      const next = await store.loadForCommand(about, at('2027-01-22T15:00:01Z'));
      expect([last.answer?.status, next.answer]).toEqual([201, undefined]);
    });

    it('is nothing of a complaint and a key that there are not', async () => {
      const { store } = await withEverything(makeStores);
      const about = { reference: referenceNumber(2), key: { scope, key: 'act-2' }, people: [] };
      expect(await store.loadForCommand(about, receivedAt)).toEqual(nothing);
    });

    it('is a copy: what a caller does to it changes nothing that is kept', async () => {
      const { store, stored } = await withEverything(makeStores);
      const about = { reference, key: { scope, key }, people: [ann.id] };
      const basis = await store.loadForCommand(about, receivedAt);
      Object.assign(basis.stored?.complaint ?? {}, { landlord: 'spoilt' });
      Object.assign(basis.personal ?? {}, { description: 'spoilt' });
      expect(await store.loadForCommand(about, receivedAt)).toMatchObject({ stored, personal });
    });
  });
}
