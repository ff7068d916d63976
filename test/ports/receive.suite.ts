import { describe, expect, it } from 'vitest';
import type { PersonalText } from '../../shared/ports/personal-text.ts';
import { referenceNumber } from '../support/complaints.ts';
import type { MakeStore } from '../support/stored.ts';
import { answerFor, newComplaint, personal, readAll } from '../support/stored.ts';

const fullText: PersonalText = {
  complainant: {
    name: 'Zoë O’Neill-Østergård 🦊',
    email: 'zoe@example.com',
    phone: '01632 960111',
    address: '1 Orchard Row\tTV1 1AA',
    preferredChannel: 'letter',
  },
  representative: { name: 'Ann', email: 'ann@example.com', phone: '01632 960112', relationship: 'daughter' },
  description: 'Žluťoučký kůň\n'.repeat(1_400),
  desiredOutcome: 'A working lift.',
  adjustments: ['large print', 'no calls before ten'],
  salt: 'c2FsdA',
};

export function receivesComplaints(makeStore: MakeStore): void {
  describe('receiving a complaint', () => {
    it('keeps state, timeline, personal text and notices, to the letter', async () => {
      const store = await makeStore();
      const complaint = newComplaint(1);
      expect(await store.receive(complaint)).toBe('stored');
      const { stored, entries, notices } = complaint;
      expect(await readAll(store, stored.complaint.reference)).toEqual({
        stored,
        timeline: entries,
        notices: [{ notice: notices[0], stored, personal }],
      });
    });

    it.each<[string, PersonalText]>([
      ['every field, in many scripts and lines', fullText],
      ['nobody’s name', { description: 'Anonymous.', salt: 'c2FsdA' }],
      ['a name that is one blank-edged word', { ...personal, complainant: { name: '  Cher ' } }],
      ['an empty list', { ...personal, adjustments: [] }],
    ])('keeps a personal text with %s', async (_, text) => {
      const store = await makeStore();
      await store.receive(newComplaint(1, { personal: text }));
      const bundle = await store.loadNotice({
        owner: { type: 'complaint', reference: referenceNumber(1) },
        id: 'receipt',
      });
      expect(bundle?.personal).toEqual(text);
    });

    it('hands out copies: what a caller does to them changes nothing that is kept', async () => {
      const store = await makeStore();
      const complaint = newComplaint(1);
      await store.receive(structuredClone(complaint));
      const { stored, timeline, notices } = await readAll(store, referenceNumber(1));
      Object.assign(stored?.complaint ?? {}, { landlord: 'spoilt' });
      Object.assign(timeline[0] ?? {}, { seq: 9 });
      Object.assign(notices[0]?.notice ?? {}, { revision: 9 });
      expect(await readAll(store, referenceNumber(1))).toEqual({
        stored: complaint.stored,
        timeline: complaint.entries,
        notices: [{ notice: complaint.notices[0], stored: complaint.stored, personal }],
      });
    });

    it('knows nothing of a complaint that it never received', async () => {
      const store = await makeStore();
      await store.receive(newComplaint(1));
      expect(await readAll(store, referenceNumber(2))).toEqual({
        stored: undefined,
        timeline: [],
        notices: [undefined],
      });
    });

    it('under a reference that is taken stores nothing, neither text nor answer', async () => {
      const store = await makeStore();
      await store.receive(newComplaint(1));
      const before = await readAll(store, referenceNumber(1));
      const other = newComplaint(1, {
        personal: { ...personal, description: 'Another complaint.' },
        answer: answerFor('form-1'),
      });
      expect(await store.receive(other)).toBe('reference-taken');
      expect(await readAll(store, referenceNumber(1))).toEqual(before);
      expect(await store.answerTo(answerFor('form-1'), other.at)).toBeUndefined();
    });

    it('twenty times at once under one reference stores one', async () => {
      const store = await makeStore();
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.receive(newComplaint(1))));
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'reference-taken')).toHaveLength(19);
      expect(await store.timeline(referenceNumber(1))).toHaveLength(1);
    });

    it('under an id of old records stores it once for ever, and finds it by that', async () => {
      const store = await makeStore();
      const importedAs = 'CRM-1';
      expect(await store.receive(newComplaint(1, { importedAs }))).toBe('stored');
      expect(await store.receive(newComplaint(2, { importedAs }))).toBe('imported-already');
      expect(await store.load(referenceNumber(2))).toBeUndefined();
      expect(await store.timeline(referenceNumber(2))).toEqual([]);
      const found = await store.findImported('day-zero', ['CRM-0', 'CRM-1', 'CRM-2']);
      expect([...found]).toEqual([['CRM-1', referenceNumber(1)]]);
      expect([...(await store.findImported('code-2024', ['CRM-1']))]).toEqual([]);
    });

    it('under an id of old records and a reference that is taken keeps no word of the id', async () => {
      const store = await makeStore();
      await store.receive(newComplaint(1));
      expect(await store.receive(newComplaint(1, { importedAs: 'CRM-1' }))).toBe('reference-taken');
      expect(await store.findImported('day-zero', ['CRM-1'])).toEqual(new Map());
      expect(await store.receive(newComplaint(2, { importedAs: 'CRM-1' }))).toBe('stored');
    });

    it('twenty times at once under one id of old records stores one', async () => {
      const store = await makeStore();
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, number) =>
          store.receive(newComplaint(number + 1, { importedAs: 'CRM-1' })),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'imported-already')).toHaveLength(19);
    });
  });
}
