import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../shared/ports/timeline.ts';
import { chainEvents, findBrokenEntry } from '../../shared/use-cases/timeline.ts';
import { countingBytes, referenceNumber } from '../support/complaints.ts';
import { at } from '../support/rules.ts';
import { World } from '../support/world.ts';

async function livedTimeline(): Promise<TimelineEntry[]> {
  const world = new World('2026-12-23T15:00:00Z');
  const reference = await world.receiveOne();
  await world.send();
  for (const now of ['2026-12-29T09:00:00Z', '2027-01-04T09:00:00Z', '2027-01-05T12:00:00Z'])
    await world.sweep(now);
  return world.store.timeline(reference);
}

const timeline = await livedTimeline();

describe('a timeline', () => {
  it('is numbered without gaps and verifies as it was written', () => {
    expect(timeline.map(({ seq, event }) => [seq, event.type])).toEqual([
      [1, 'ComplaintReceived'],
      [2, 'NoticeAccepted'],
      [3, 'NoticeDelivered'],
      [4, 'AlertGiven'],
      [5, 'AlertGiven'],
      [6, 'AlertGiven'],
      [7, 'MissedDateApologised'],
    ]);
    expect(findBrokenEntry(timeline)).toBeUndefined();
    expect(findBrokenEntry(JSON.parse(JSON.stringify(timeline)))).toBeUndefined();
  });

  it('of no entries has nothing that is broken', () => {
    expect(findBrokenEntry([])).toBeUndefined();
  });

  it('gives the same event another hash each time, so that nothing can be guessed from it', () => {
    const [first] = timeline;
    if (!first) throw new Error('an empty timeline');
    const start = { reference: first.reference, version: 0, head: '' };
    const [again] = chainEvents([first.event], start, first.at, first.actor, (count) =>
      new Uint8Array(count).fill(7),
    );
    expect(again?.hash).not.toBe(first.hash);
  });

  it('continues where the last command ended', () => {
    const [first, second] = timeline;
    if (!first || !second) throw new Error('too short');
    const previous = { reference: first.reference, version: 1, head: first.hash };
    const entries = chainEvents(
      [second.event, second.event],
      previous,
      at(second.at),
      second.actor,
      countingBytes(),
    );
    expect(entries.map(({ seq, previousHash }) => [seq, previousHash])).toEqual([
      [2, first.hash],
      [3, entries[0]?.hash],
    ]);
    expect(findBrokenEntry([first, ...entries])).toBeUndefined();
  });
});

type Edit = (entry: TimelineEntry) => unknown;
const edits: [string, Edit][] = [
  ['its number', (entry) => Object.assign(entry, { seq: entry.seq + 1 })],
  ['its time', (entry) => Object.assign(entry, { at: '2026-12-01T00:00:00.000Z' })],
  ['its actor', (entry) => Object.assign(entry, { actor: { type: 'staff' } })],
  ['its type', (entry) => Object.assign(entry.event, { type: 'ContactNoted' })],
  ['its data', (entry) => Object.assign(entry.event, { extra: true })],
  ['its salt', (entry) => Object.assign(entry, { salt: 'AAAA' })],
  ['the hash before it', (entry) => Object.assign(entry, { previousHash: 'forged' })],
  ['its own hash', (entry) => Object.assign(entry, { hash: 'forged' })],
];

describe('a timeline that was tampered with shows it at the first entry that no longer follows', () => {
  describe.each(edits)('in %s', (_, edit) => {
    it.each(timeline.map(({ seq }) => seq))('of entry %i', (seq) => {
      const copy = structuredClone(timeline);
      const entry = copy[seq - 1];
      if (!entry) throw new Error('no such entry');
      edit(entry);
      expect(findBrokenEntry(copy)).toBe(seq);
    });
  });

  it('in whose complaint an entry belongs to', () => {
    for (const { seq } of timeline) {
      const copy = structuredClone(timeline);
      Object.assign(copy[seq - 1] ?? {}, { reference: referenceNumber(77) });
      expect(findBrokenEntry(copy)).toBe(seq);
    }
  });

  it('where two neighbours are swapped', () => {
    for (let index = 0; index < timeline.length - 1; index++) {
      const copy = [...timeline];
      copy.splice(index, 2, ...timeline.slice(index, index + 2).reverse());
      expect(findBrokenEntry(copy)).toBe(index + 1);
    }
  });

  it('where one is left out before the last', () => {
    for (let index = 0; index < timeline.length - 1; index++)
      expect(findBrokenEntry(timeline.toSpliced(index, 1))).toBe(index + 1);
  });

  it('where one is put in, an old one or one forged to fit', () => {
    for (let index = 0; index <= timeline.length; index++) {
      const [first] = timeline;
      const before = timeline[index - 1];
      if (!first) throw new Error('an empty timeline');
      expect(findBrokenEntry(timeline.toSpliced(index, 0, first))).toBe(index === 0 ? 2 : index + 1);
      const previous = { reference: first.reference, version: index, head: before?.hash ?? '' };
      const forged = chainEvents([first.event], previous, first.at, first.actor, countingBytes());
      const broken = index === timeline.length ? undefined : index + 2;
      expect(findBrokenEntry(timeline.toSpliced(index, 0, ...forged))).toBe(broken);
    }
  });

  it('where a number is left out, though every hash was forged to fit', () => {
    const [first] = timeline;
    if (!first) throw new Error('an empty timeline');
    const later = { reference: first.reference, version: 4, head: '' };
    const forged = chainEvents([first.event, first.event], later, first.at, first.actor, countingBytes());
    expect(forged.map(({ seq }) => seq)).toEqual([5, 6]);
    expect(findBrokenEntry(forged)).toBe(1);
  });

  it('where an entry and its hash are rewritten, at the next one', () => {
    const [first, second] = timeline;
    if (!first || !second) throw new Error('too short');
    const previous = { reference: first.reference, version: 1, head: first.hash };
    const [rewritten] = chainEvents([first.event], previous, second.at, second.actor, countingBytes());
    if (!rewritten) throw new Error('nothing written');
    expect(findBrokenEntry(timeline.toSpliced(1, 1, rewritten))).toBe(3);
  });
});
