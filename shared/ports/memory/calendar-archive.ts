import type { Application, CalendarVersion, Proposal } from '../../domain/calendar-version.ts';
import type { Instant } from '../../domain/london-time.ts';
import type { CalendarArchive } from '../calendar-archive.ts';
import { type KeptAnswers, keepAnswers } from './answers.ts';

/** The archive with what it shares with the store, which is made over it. */
export interface MemoryCalendarArchive extends CalendarArchive {
  answers: KeptAnswers;
  waiting(): { landlord: string; dueAt: Instant | undefined }[];
}

/** The archive in memory: the same promises as on DynamoDB, kept by the same suite. */
export function createMemoryCalendarArchive(): MemoryCalendarArchive {
  const versions = new Map<number, CalendarVersion>();
  const applications = new Map<string, { application: Application; dueAt: Instant | undefined }>();
  const answers = keepAnswers();
  let proposal: Proposal | undefined;

  return {
    answers,

    waiting() {
      return [...applications].map(([landlord, { dueAt }]) => ({ landlord, dueAt }));
    },

    async read() {
      const inOrder = [...versions.values()].sort((one, other) => one.version - other.version);
      const byLandlord = [...applications.values()].map(({ application }) => application);
      byLandlord.sort((one, other) => (one.landlord < other.landlord ? -1 : 1));
      return structuredClone({ versions: inOrder, applications: byLandlord, proposal });
    },

    async add(version, at, answer) {
      if (answer && answers.find(answer, at)) return 'key-taken';
      if (versions.has(version.version)) return 'there-already';
      versions.set(version.version, structuredClone(version));
      answers.keep(answer);
      return 'stored';
    },

    async propose(found) {
      proposal = structuredClone(found);
    },

    async apply(application, wakeAt, at, answer) {
      if (answer && answers.find(answer, at)) return 'key-taken';
      const { landlord, revision } = application;
      if ((applications.get(landlord)?.application.revision ?? -1) !== revision - 1)
        return 'changed-meanwhile';
      applications.set(landlord, { application: structuredClone(application), dueAt: wakeAt });
      answers.keep(answer);
      return 'stored';
    },

    async application(landlord) {
      return structuredClone(applications.get(landlord)?.application);
    },

    async setAside(landlord, until) {
      const kept = applications.get(landlord);
      if (kept?.dueAt) kept.dueAt = until;
    },
  };
}
