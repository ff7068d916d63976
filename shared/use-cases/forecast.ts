import type { StaffToken } from '../domain/authorization.ts';
import { addDays, type CivilDate } from '../domain/civil-date.ts';
import { endOfDay, type Instant, londonDateOf, millisecondsOf } from '../domain/london-time.ts';
import type { RandomBytes } from '../ports/clock.ts';
import type { StaffRegister } from '../ports/staff-register.ts';
import { admitToLandlord, type LandlordAdmission, type NotAdmittedToLandlord } from './admit-to-landlord.ts';
import { beginDryRun, type ReadPorts } from './begin-dry-run.ts';
import { createForecastDesk, type ForecastMail } from './forecast-desk.ts';
import { liveThrough } from './live-through.ts';

export interface ForecastPorts extends ReadPorts, LandlordAdmission {
  rules: ReadPorts['rules'];
  register: Pick<StaffRegister, 'read' | 'list'>;
  clock: () => Instant;
  randomBytes: RandomBytes;
  /** told of what could not be handled, so that somebody looks */
  report: (error: unknown) => void;
}

/** What goes out up to the end of a day if nobody does anything. */
export interface Forecast {
  type: 'found';
  landlord: string;
  from: Instant;
  until: Instant;
  /** false where something is left out: there was too much of it, or it could not be handled */
  complete: boolean;
  mails: ForecastMail[];
}

export type ForecastRefusal =
  | NotAdmittedToLandlord
  | { type: 'OutOfReach'; from: CivilDate; until: CivilDate };

const mostDaysAhead = 14;
/** The answer must come while the request is still waited for. */
const mostMilliseconds = 20_000;
/** More would be too long for an answer. */
const mostMails = 1_000;

/**
 * Everything that would go out in a landlord's name from now to the end of a day, in order. It is found by doing it all
 * on a copy: nothing is written, and nothing is sent. What whoever asks may not see is no part of it.
 */
export async function forecast(
  ports: ForecastPorts,
  token: StaffToken,
  { landlord, on }: { landlord: string; on: CivilDate },
): Promise<Forecast | { type: 'refused'; refusal: ForecastRefusal }> {
  const admitted = await admitToLandlord(ports, token, 'read-forecast', landlord);
  if ('refusal' in admitted) return { type: 'refused', refusal: admitted.refusal };
  const from = ports.clock();
  const today = londonDateOf(from);
  const last = addDays(today, mostDaysAhead);
  if (on < today || on > last)
    return { type: 'refused', refusal: { type: 'OutOfReach', from: today, until: last } };

  let complete = true;
  const leaveOut = () => {
    complete = false;
  };
  const desk = createForecastDesk();
  const hasTime = () => {
    const isSpent = millisecondsOf(ports.clock()) - millisecondsOf(from) > mostMilliseconds;
    if (!isSpent && desk.mails.length < mostMails) return true;
    leaveOut();
    return false;
  };
  const { staff } = admitted;
  const run = await beginDryRun(ports, { landlord, staff, now: from, hasTime, leaveOut, owed: desk.owed });
  const until = endOfDay(on);
  await liveThrough({ ...ports, served: new Set([landlord]), run, desk, hasTime, leaveOut }, { from, until });
  const mails = desk.mails.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return { type: 'found', landlord, from, until, complete, mails };
}
