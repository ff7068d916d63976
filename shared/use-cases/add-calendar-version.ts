import type { StaffToken } from '../domain/authorization.ts';
import { type CalendarVersion, holidaysOf, newestOf } from '../domain/calendar-version.ts';
import { addVersion, type CalendarRefusal } from '../domain/change-calendar.ts';
import { addMinutes, type Instant } from '../domain/london-time.ts';
import type { CalendarArchive } from '../ports/calendar-archive.ts';
import type { ComplaintStore, IdempotencyKey } from '../ports/complaint-store.ts';
import { admitToCalendar } from './admit-to-calendar.ts';
import type { LandlordAdmission, NotAdmittedToLandlord } from './admit-to-landlord.ts';
import { answerKeptMinutes } from './receive-complaint.ts';
import { repeatAnswer } from './repeat-answer.ts';
import { type TellPorts, tellOfNewestVersion } from './tell-of-version.ts';

export interface AddVersionPorts extends TellPorts {
  archive: Pick<CalendarArchive, 'read' | 'add'>;
  store: TellPorts['store'] & Pick<ComplaintStore, 'answerTo'>;
  register: LandlordAdmission['register'];
}

/** A change of the calendar, or of what a landlord counts by, its shape already checked. */
export interface CalendarRequest<Asked, Stored> {
  token: StaffToken;
  key: IdempotencyKey;
  /** the same for the same request */
  requestHash: string;
  asked: Asked;
  /** writes the answer, so that it can be kept with the key */
  answer: (stored: Stored) => { status: number; body: string };
}

export type CalendarChangeResult =
  | { type: 'answered'; status: number; body: string }
  | { type: 'key-used-for-another-request' }
  | { type: 'refused'; refusal: CalendarRefusal | NotAdmittedToLandlord };

export type AddVersionRequest = CalendarRequest<Parameters<typeof addVersion>[1], CalendarVersion>;

const attempts = 3;

/**
 * Adds a version of the calendar, by which nobody counts until a landlord applies it, and owes the landlords' managers
 * the notice of it. The same request with the same key is answered the same, and goes on where the first was cut off.
 */
export async function addCalendarVersion(
  ports: AddVersionPorts,
  request: AddVersionRequest,
): Promise<CalendarChangeResult> {
  const refusal = await admitToCalendar(ports, request.token, 'add-calendar-version');
  if (refusal) return { type: 'refused', refusal };
  const now = ports.clock();
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const result = await addOnce(ports, request, now);
    if (result === 'again') continue;
    if (result.type === 'answered') await tellOfNewestVersion(ports, now);
    return result;
  }
  throw new Error(`the calendar changed ${attempts} times while a version was added`);
}

async function addOnce(
  { archive, store, bundled }: AddVersionPorts,
  { token, key, requestHash, asked, answer }: AddVersionRequest,
  now: Instant,
): Promise<CalendarChangeResult | 'again'> {
  const earlier = await store.answerTo(key, now);
  if (earlier) return repeatAnswer(earlier, requestHash);
  const { versions } = await archive.read();
  const newest = newestOf(versions);
  const holidays = holidaysOf(newest, bundled, versions);
  const version = addVersion({ newest, holidays }, asked, { by: token.id, now });
  if ('refusal' in version) return { type: 'refused', refusal: version.refusal };
  const written = answer(version);
  const kept = { ...key, ...written, requestHash, expiresAt: addMinutes(now, answerKeptMinutes) };
  const outcome = await archive.add(version, now, kept);
  return outcome === 'stored' ? { type: 'answered', ...written } : 'again';
}
