import { describe, expect, it } from 'vitest';
import { referenceNumber } from '../support/complaints.ts';
import { at } from '../support/rules.ts';
import type { MakeStore } from '../support/stored.ts';
import { answerFor, newComplaint, readAll, receivedAt } from '../support/stored.ts';

const answer = answerFor('form-1');
const kept = { requestHash: 'hash-of-request', status: 201, body: '{"reference":"…"}' };
const nothing = { stored: undefined, timeline: [], notices: [undefined] };

export function keepsAnswers(makeStore: MakeStore): void {
  describe('the answer to a request', () => {
    it('is kept with its key, for its own scope', async () => {
      const store = await makeStore();
      await store.receive(newComplaint(1, { answer }));
      expect(await store.answerTo(answer, receivedAt)).toEqual(kept);
      expect(await store.answerTo({ ...answer, key: 'form-2' }, receivedAt)).toBeUndefined();
      expect(await store.answerTo({ ...answer, scope: 'resident#code-2024' }, receivedAt)).toBeUndefined();
    });

    it('is not kept where no key was given', async () => {
      const store = await makeStore();
      await store.receive(newComplaint(1));
      expect(await store.answerTo(answer, receivedAt)).toBeUndefined();
    });

    it('takes its key: another complaint with it is not stored, whatever its reference', async () => {
      const store = await makeStore();
      await store.receive(newComplaint(1, { answer }));
      const other = { ...answer, body: 'another', requestHash: 'another' };
      expect(await store.receive(newComplaint(2, { answer: other }))).toBe('key-taken');
      expect(await store.receive(newComplaint(1, { answer: other }))).toBe('key-taken');
      expect(await readAll(store, referenceNumber(2))).toEqual(nothing);
      expect(await store.answerTo(answer, receivedAt)).toEqual(kept);
    });

    it('stands for the whole of its last second and counts as absent in the next', async () => {
      const store = await makeStore();
      await store.receive(newComplaint(1, { answer }));
      const [last, next] = [at('2027-01-22T15:00:00Z'), at('2027-01-22T15:00:01Z')];
      expect(await store.answerTo(answer, last)).toEqual(kept);
      expect(await store.answerTo(answer, next)).toBeUndefined();
      const again = { ...answer, body: 'again', expiresAt: at('2027-03-01T00:00:00Z') };
      expect(await store.receive(newComplaint(2, { answer: again, at: last }))).toBe('key-taken');
      expect(await store.receive(newComplaint(2, { answer: again, at: next }))).toBe('stored');
      expect(await store.answerTo(answer, next)).toEqual({ ...kept, body: 'again' });
    });

    it('sent twenty times at the same instant stores one complaint, and the others find its answer', async () => {
      const store = await makeStore();
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          store.receive(newComplaint(index, { answer: { ...answer, body: String(index) } })),
        ),
      );
      const winner = outcomes.indexOf('stored');
      expect(outcomes.filter((outcome) => outcome === 'key-taken')).toHaveLength(19);
      expect(await store.answerTo(answer, receivedAt)).toEqual({ ...kept, body: String(winner) });
      const loaded = await Promise.all(outcomes.map((_, index) => store.load(referenceNumber(index))));
      expect(loaded.flatMap((stored, index) => (stored ? [index] : []))).toEqual([winner]);
    });
  });
}
