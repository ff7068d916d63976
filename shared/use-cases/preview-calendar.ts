import type { StaffToken } from '../domain/authorization.ts';
import { bundledVersion, newestOf, openProposal } from '../domain/calendar-version.ts';
import type { CalendarArchive, CalendarRecord } from '../ports/calendar-archive.ts';
import { admitToLandlord, type LandlordAdmission, type NotAdmittedToLandlord } from './admit-to-landlord.ts';
import { type CalendarParts, calendarsOf } from './calendars.ts';
import { isAbout, type PreviewPage, type PreviewPorts, previewRecount } from './preview-recount.ts';

export interface PreviewCalendarPorts extends LandlordAdmission, CalendarParts {
  archive: Pick<CalendarArchive, 'read'>;
  store: PreviewPorts['store'];
}

export type PreviewRefusal =
  | NotAdmittedToLandlord
  | { type: 'NoSuchVersion'; newest: number }
  | { type: 'NothingProposed' };

/**
 * Which open dates of a landlord a version would move, or what the feed proposes would: what a manager looks at before
 * they apply it. Complaints about whoever asks are left out.
 */
export async function previewCalendar(
  ports: PreviewCalendarPorts,
  token: StaffToken,
  {
    landlord,
    version,
    ...page
  }: {
    landlord: string;
    version: number | 'proposed';
    after: string | undefined;
    limit: number;
  },
): Promise<
  ({ type: 'found'; version: number } & PreviewPage) | { type: 'refused'; refusal: PreviewRefusal }
> {
  const admitted = await admitToLandlord(ports, token, 'apply-calendar', landlord);
  if ('refusal' in admitted) return { type: 'refused', refusal: admitted.refusal };
  const asked = askedFor(version, await ports.archive.read());
  if ('refusal' in asked) return { type: 'refused', refusal: asked.refusal };
  const calendarBy = calendarsOf(ports, asked.version, asked.versions);
  const leaveOut = isAbout(token.id);
  const found = await previewRecount(ports, landlord, calendarBy, { ...page, leaveOut });
  return { type: 'found', version: asked.version, ...found };
}

/** What is proposed is looked at as the version that it would become. */
function askedFor(
  version: number | 'proposed',
  { versions, proposal }: CalendarRecord,
): { version: number; versions: Parameters<typeof calendarsOf>[2] } | { refusal: PreviewRefusal } {
  const newest = newestOf(versions);
  if (version === 'proposed') {
    const proposed = openProposal(proposal, newest);
    if (!proposed) return { refusal: { type: 'NothingProposed' } };
    const next = { version: newest + 1, changes: proposed.changes };
    return { version: next.version, versions: [...versions, next] };
  }
  if (version < bundledVersion || version > newest) return { refusal: { type: 'NoSuchVersion', newest } };
  return { version, versions };
}
