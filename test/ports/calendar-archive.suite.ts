import { describe, expect, it } from 'vitest';
import type { CalendarArchive } from '../../shared/ports/calendar-archive.ts';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import { newApplication, newProposal, newVersion } from '../support/calendars.ts';
import { at, date } from '../support/rules.ts';
import { answerFor, newComplaint } from '../support/stored.ts';

type MakeArchive = () => Promise<{ archive: CalendarArchive; store: ComplaintStore }>;

const noon = at('2026-12-24T12:00:00Z');
const answer = answerFor('version-2');
const nothing = { versions: [], applications: [], proposal: undefined };

/** What every calendar archive promises, whatever it keeps things in. */
export function calendarArchiveSuite(makeArchive: MakeArchive): void {
  const open = async () => (await makeArchive()).archive;
  keepsVersions(makeArchive, open);
  keepsApplications(makeArchive, open);

  describe('what the watch found', () => {
    it('takes the place of what it found before, also when that was nothing', async () => {
      const archive = await open();
      await archive.propose(newProposal());
      expect((await archive.read()).proposal).toEqual(newProposal());
      const nothingNew = newProposal({ changes: [], remarks: [], foundAt: at('2026-12-25T07:00:00Z') });
      await archive.propose(nothingNew);
      expect(await archive.read()).toEqual({ ...nothing, proposal: nothingNew });
    });
  });
}

function keepsVersions(makeArchive: MakeArchive, open: () => Promise<CalendarArchive>): void {
  describe('a version of the calendar', () => {
    it('is read as it was added, from an archive that held nothing', async () => {
      const archive = await open();
      expect(await archive.read()).toEqual(nothing);
      expect(await archive.add(newVersion(), noon)).toBe('stored');
      expect(await archive.read()).toEqual({ ...nothing, versions: [newVersion()] });
    });

    it('stands in the order of its number, ten after nine', async () => {
      const archive = await open();
      for (const version of [10, 2, 9, 11, 3]) await archive.add(newVersion({ version }), noon);
      const { versions } = await archive.read();
      expect(versions.map(({ version }) => version)).toEqual([2, 3, 9, 10, 11]);
    });

    it('is never replaced, and another is no answer to its request', async () => {
      const { archive, store } = await makeArchive();
      await archive.add(newVersion(), noon);
      const other = newVersion({ reason: 'Another reason.' });
      expect(await archive.add(other, noon, answer)).toBe('there-already');
      expect((await archive.read()).versions).toEqual([newVersion()]);
      expect(await store.answerTo(answer, noon)).toBeUndefined();
    });

    it('added twenty times at the same instant is added once', async () => {
      const archive = await open();
      const reasons = Array.from({ length: 20 }, (_, index) => `Reason ${index}.`);
      const outcomes = await Promise.all(reasons.map((reason) => archive.add(newVersion({ reason }), noon)));
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      const { versions } = await archive.read();
      expect(versions.map(({ reason }) => reason)).toEqual([`Reason ${outcomes.indexOf('stored')}.`]);
    });

    it('is added with the answer to its request, where the store finds it', async () => {
      const { archive, store } = await makeArchive();
      expect(await archive.add(newVersion(), noon, answer)).toBe('stored');
      expect(await store.answerTo(answer, noon)).toMatchObject({ status: 201, body: '{"reference":"…"}' });
    });

    it('is not added where its request was answered, though there may be such a version', async () => {
      const { archive } = await makeArchive();
      await archive.add(newVersion(), noon, answer);
      expect(await archive.add(newVersion(), noon, answer)).toBe('key-taken');
      expect(await archive.add(newVersion({ version: 3 }), noon, answer)).toBe('key-taken');
      expect((await archive.read()).versions).toEqual([newVersion()]);
    });

    it('is not added with a key that a complaint was accepted with, until that has expired', async () => {
      const { archive, store } = await makeArchive();
      await store.receive(newComplaint(1, { answer }));
      expect(await archive.add(newVersion(), noon, answer)).toBe('key-taken');
      expect(await archive.read()).toEqual(nothing);
      const later = { ...answer, expiresAt: at('2027-03-01T00:00:00Z') };
      expect(await archive.add(newVersion(), at('2027-01-22T15:00:01Z'), later)).toBe('stored');
    });

    it('is not changed by what is done to what was read or added', async () => {
      const archive = await open();
      const mine = newVersion();
      await archive.add(mine, noon);
      for (const { changes } of [mine, ...(await archive.read()).versions])
        changes.push({ change: 'removed', nation: 'scotland', date: date('2027-01-04'), name: 'Gone' });
      expect((await archive.read()).versions).toEqual([newVersion()]);
    });
  });
}

function keepsApplications(makeArchive: MakeArchive, open: () => Promise<CalendarArchive>): void {
  describe('the application of a version', () => {
    it('is read as it was stored, by its landlord and with all others', async () => {
      const archive = await open();
      const others = ['code-2024', 'day-zero-two', 'a'].map((landlord) => newApplication({ landlord }));
      for (const each of [newApplication(), ...others])
        expect(await archive.apply(each, noon, noon)).toBe('stored');
      expect(await archive.application('day-zero')).toEqual(newApplication());
      const { applications } = await archive.read();
      expect(applications.map(({ landlord }) => landlord)).toEqual([
        'a',
        'code-2024',
        'day-zero',
        'day-zero-two',
      ]);
      expect(applications[2]).toEqual(newApplication());
    });

    it('of a landlord that applied none is not there', async () => {
      const archive = await open();
      await archive.apply(newApplication({ landlord: 'day-zero-two' }), noon, noon);
      expect(await archive.application('day-zero')).toBeUndefined();
    });

    it('is changed as a whole by the next revision, its pass taken away too', async () => {
      const archive = await open();
      await archive.apply(newApplication(), noon, noon);
      const { pass: _, ...finished } = newApplication({ revision: 1, recounted: 3 });
      expect(await archive.apply(finished, undefined, noon)).toBe('stored');
      expect(await archive.application('day-zero')).toEqual(finished);
      expect('pass' in ((await archive.application('day-zero')) ?? {})).toBe(false);
    });

    it.each([0, 1, 3])('at revision 1 is not replaced by one of revision %i', async (revision) => {
      const { archive, store } = await makeArchive();
      await archive.apply(newApplication(), noon, noon);
      await archive.apply(newApplication({ revision: 1 }), noon, noon);
      const other = newApplication({ revision, version: 3 });
      expect(await archive.apply(other, noon, noon, answer)).toBe('changed-meanwhile');
      expect(await archive.application('day-zero')).toEqual(newApplication({ revision: 1 }));
      expect(await store.answerTo(answer, noon)).toBeUndefined();
    });

    it('that does not exist is not changed', async () => {
      const archive = await open();
      expect(await archive.apply(newApplication({ revision: 1 }), noon, noon)).toBe('changed-meanwhile');
      expect(await archive.read()).toEqual(nothing);
    });

    it('changed twenty times at the same instant is changed once', async () => {
      const archive = await open();
      await archive.apply(newApplication(), noon, noon);
      const changes = Array.from({ length: 20 }, (_, recounted) =>
        newApplication({ revision: 1, recounted }),
      );
      const outcomes = await Promise.all(changes.map((each) => archive.apply(each, noon, noon)));
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      expect(await archive.application('day-zero')).toEqual(changes[outcomes.indexOf('stored')]);
    });

    it('is stored with the answer to its request, and not again with that key', async () => {
      const { archive, store } = await makeArchive();
      expect(await archive.apply(newApplication(), noon, noon, answer)).toBe('stored');
      expect(await store.answerTo(answer, noon)).toMatchObject({ status: 201 });
      const next = newApplication({ revision: 1, version: 3 });
      expect(await archive.apply(next, noon, noon, answer)).toBe('key-taken');
      expect(await archive.apply(newApplication(), noon, noon, answer)).toBe('key-taken');
      expect(await archive.application('day-zero')).toEqual(newApplication());
    });

    it('is not changed by what is done to what was read or stored', async () => {
      const archive = await open();
      const mine = newApplication();
      await archive.apply(mine, noon, noon);
      const read = [mine, await archive.application('day-zero'), ...(await archive.read()).applications];
      for (const each of read) Object.assign(each?.pass ?? {}, { recounted: 99 });
      expect(await archive.application('day-zero')).toEqual(newApplication());
    });
  });
}
