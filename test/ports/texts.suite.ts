import { describe, expect, it } from 'vitest';
import type { PersonalText } from '../../shared/ports/personal-text.ts';
import { referenceNumber } from '../support/complaints.ts';
import { at } from '../support/rules.ts';
import type { MakeStore } from '../support/stored.ts';
import {
  answerFor,
  changeTo,
  definition,
  newComplaint,
  outcome,
  personal,
  receivedAt,
} from '../support/stored.ts';

const reference = referenceNumber(1);
const answer = answerFor('act-1', { body: '{"version":2}' });
const kept = { requestHash: 'hash-of-request', status: 201, body: '{"version":2}' };

async function withComplaint(makeStore: MakeStore) {
  const store = await makeStore();
  const { stored } = newComplaint(1);
  await store.receive(newComplaint(1, { texts: [definition] }));
  return { store, stored };
}

const personalOf = async (store: Awaited<ReturnType<MakeStore>>) =>
  (await store.loadForCommand({ reference, people: [] }, receivedAt)).personal;

export function keepsTexts(makeStore: MakeStore): void {
  describe('texts', () => {
    it('are kept to the letter, those of the receipt and those of later commands', async () => {
      const { store, stored } = await withComplaint(makeStore);
      expect(await store.commit(changeTo(stored, { texts: [outcome] }))).toBe('stored');
      expect(await store.readTexts(reference)).toEqual(
        new Map([
          ['text-1', 'The lift has been broken since\n1 December.'],
          ['text-2', 'A working lift 🛗'],
        ]),
      );
      expect(await store.readTexts(referenceNumber(2))).toEqual(new Map());
    });

    it('are many: all of them are read', async () => {
      const { store, stored } = await withComplaint(makeStore);
      const texts = Array.from({ length: 30 }, (_, index) => ({ ...outcome, id: `note-${index}` }));
      await store.commit(changeTo(stored, { texts }));
      expect((await store.readTexts(reference)).size).toBe(31);
    });

    it('that a notice names are read, more of them than one batch holds', async () => {
      const { store, stored } = await withComplaint(makeStore);
      const ids = Array.from({ length: 101 }, (_, index) => `note-${index}`);
      let latest = stored;
      for (let from = 0; from < ids.length; from += 40) {
        const texts = ids.slice(from, from + 40).map((id) => ({ ...outcome, id, text: `Text of ${id}.` }));
        const change = changeTo(latest, { texts });
        expect(await store.commit(change)).toBe('stored');
        latest = change.stored;
      }
      const { texts } = await store.readNamed(reference, { texts: ['text-1', ...ids, 'erased'], people: [] });
      expect([...texts.keys()]).toEqual(['text-1', ...ids]);
      expect(texts.get('text-1')).toBe('The lift has been broken since\n1 December.');
      expect(texts.get('note-100')).toBe('Text of note-100.');
    });

    it('are never written over: a change that would stores nothing', async () => {
      const { store, stored } = await withComplaint(makeStore);
      const texts = [outcome, { ...definition, text: 'Something else.' }];
      expect(await store.commit(changeTo(stored, { texts }))).toBe('changed-meanwhile');
      expect(await store.readTexts(reference)).toEqual(new Map([['text-1', definition.text]]));
      expect(await store.load(reference)).toEqual(stored);
    });

    it('are not kept where the change they belong to is not', async () => {
      const { store, stored } = await withComplaint(makeStore);
      await store.commit(changeTo(stored, { texts: [outcome], expectedVersion: 0 }));
      expect((await store.readTexts(reference)).has('text-2')).toBe(false);
      await store.receive(newComplaint(1, { texts: [outcome] }));
      expect((await store.readTexts(reference)).has('text-2')).toBe(false);
    });
  });

  describe('the parties of a complaint', () => {
    const corrected: PersonalText = { ...personal, complainant: { name: 'Samira Okoro' }, salt: 'bmV3' };

    it('are as a change corrects them, and stay where it does not', async () => {
      const { store, stored } = await withComplaint(makeStore);
      const change = changeTo(stored, { personal: corrected });
      expect(await store.commit(change)).toBe('stored');
      expect(await personalOf(store)).toEqual(corrected);
      await store.commit(changeTo(change.stored));
      expect(await personalOf(store)).toEqual(corrected);
    });

    it('are not corrected by a change that is not stored', async () => {
      const { store, stored } = await withComplaint(makeStore);
      await store.commit(changeTo(stored, { personal: corrected, expectedVersion: 0 }));
      expect(await personalOf(store)).toEqual(personal);
    });
  });

  describe('the answer to a command', () => {
    it('is kept with the change', async () => {
      const { store, stored } = await withComplaint(makeStore);
      expect(await store.commit(changeTo(stored, { answer }))).toBe('stored');
      expect(await store.answerTo(answer, receivedAt)).toEqual(kept);
    });

    it('takes its key, whether or not the complaint has changed meanwhile', async () => {
      const { store, stored } = await withComplaint(makeStore);
      const change = changeTo(stored, { answer });
      await store.commit(change);
      const again = { answer: { ...answer, body: 'another' } };
      expect(await store.commit(changeTo(stored, again))).toBe('key-taken');
      expect(await store.commit(changeTo(change.stored, again))).toBe('key-taken');
      expect(await store.answerTo(answer, receivedAt)).toEqual(kept);
      expect(await store.load(reference)).toEqual(change.stored);
    });

    it('is not kept where the complaint has changed meanwhile', async () => {
      const { store, stored } = await withComplaint(makeStore);
      const late = changeTo(stored, { answer, expectedVersion: 0 });
      expect(await store.commit(late)).toBe('changed-meanwhile');
      expect(await store.answerTo(answer, receivedAt)).toBeUndefined();
    });

    it('that has expired leaves its key free', async () => {
      const { store, stored } = await withComplaint(makeStore);
      const change = changeTo(stored, { answer });
      await store.commit(change);
      const [last, next] = [at('2027-01-22T15:00:00Z'), at('2027-01-22T15:00:01Z')];
      const again = { ...answer, body: 'again', expiresAt: at('2027-03-01T00:00:00Z') };
      expect(await store.commit(changeTo(change.stored, { answer: again, at: last }))).toBe('key-taken');
      expect(await store.commit(changeTo(change.stored, { answer: again, at: next }))).toBe('stored');
      expect(await store.answerTo(answer, next)).toEqual({ ...kept, body: 'again' });
    });

    it('of twenty same requests at once is one, and the others are told that their key is taken', async () => {
      const { store, stored } = await withComplaint(makeStore);
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () => store.commit(changeTo(stored, { answer }))),
      );
      expect(outcomes.filter((each) => each === 'stored')).toHaveLength(1);
      expect(outcomes.filter((each) => each === 'key-taken')).toHaveLength(19);
    });
  });
}
