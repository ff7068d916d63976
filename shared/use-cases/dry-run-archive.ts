import type { Application } from '../domain/calendar-version.ts';
import type { CalendarArchive } from '../ports/calendar-archive.ts';
import { type DryRunWakes, notAsked } from './dry-run-wakes.ts';

/** Who counts by which version of the calendar, in a dry run: only how far the counting anew has come moves on. */
export function createDryRunArchive({
  real,
  wakes,
  leaveOut,
}: {
  real: Pick<CalendarArchive, 'read' | 'application'>;
  wakes: DryRunWakes;
  leaveOut: () => void;
}): CalendarArchive {
  const applications = new Map<string, Application>();
  const find = async (landlord: string) => applications.get(landlord) ?? real.application(landlord);
  return {
    read: () => real.read(),
    application: find,
    async apply(application, wakeAt) {
      const { landlord, revision } = application;
      if ((await find(landlord))?.revision !== revision - 1) return 'changed-meanwhile';
      applications.set(landlord, application);
      wakes.set({ type: 'calendar', landlord }, wakeAt);
      return 'stored';
    },
    async setAside(landlord) {
      wakes.set({ type: 'calendar', landlord }, undefined);
      leaveOut();
    },
    add: notAsked,
    propose: notAsked,
  };
}
