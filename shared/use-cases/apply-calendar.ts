import { type Application, newestOf } from '../domain/calendar-version.ts';
import { applyVersion } from '../domain/change-calendar.ts';
import { addMinutes, type Instant } from '../domain/london-time.ts';
import type { CalendarArchive } from '../ports/calendar-archive.ts';
import type { Clock } from '../ports/clock.ts';
import type { ComplaintStore } from '../ports/complaint-store.ts';
import type { CalendarChangeResult, CalendarRequest } from './add-calendar-version.ts';
import { admitToLandlord, type LandlordAdmission } from './admit-to-landlord.ts';
import { answerKeptMinutes } from './receive-complaint.ts';
import { repeatAnswer } from './repeat-answer.ts';

export interface ApplyPorts extends LandlordAdmission {
  archive: Pick<CalendarArchive, 'read' | 'apply'>;
  store: Pick<ComplaintStore, 'answerTo'>;
  clock: Clock;
}

export type ApplyRequest = CalendarRequest<Parameters<typeof applyVersion>[2], Application>;

/** Each page of a pass that is running stores its place, so that it may come between more than once. */
const attempts = 5;

/**
 * Makes a landlord count by a newer version of the calendar. Its open complaints are counted anew by the sweep, which is
 * due at once; a pass that is running by the version before ends at its next page.
 *
 * @throws Error where the landlord's application keeps changing; nothing is then stored
 */
export async function applyCalendar(ports: ApplyPorts, request: ApplyRequest): Promise<CalendarChangeResult> {
  const { token, asked } = request;
  const admitted = await admitToLandlord(ports, token, 'apply-calendar', asked.landlord);
  if ('refusal' in admitted) return { type: 'refused', refusal: admitted.refusal };
  const now = ports.clock();
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const result = await applyOnce(ports, request, now);
    if (result !== 'again') return result;
  }
  throw new Error(`what ${asked.landlord} counts by changed ${attempts} times while a version was applied`);
}

async function applyOnce(
  { archive, store }: ApplyPorts,
  { token, key, requestHash, asked, answer }: ApplyRequest,
  now: Instant,
): Promise<CalendarChangeResult | 'again'> {
  const earlier = await store.answerTo(key, now);
  if (earlier) return repeatAnswer(earlier, requestHash);
  const { versions, applications } = await archive.read();
  const before = applications.find(({ landlord }) => landlord === asked.landlord);
  const application = applyVersion(before, newestOf(versions), asked, { by: token.id, now });
  if ('refusal' in application) return { type: 'refused', refusal: application.refusal };
  const written = answer(application);
  const kept = { ...key, ...written, requestHash, expiresAt: addMinutes(now, answerKeptMinutes) };
  const outcome = await archive.apply(application, now, now, kept);
  return outcome === 'stored' ? { type: 'answered', ...written } : 'again';
}
