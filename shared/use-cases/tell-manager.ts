import { createHash } from 'node:crypto';
import { type CalendarChange, horizonOf } from '../domain/bank-holidays.ts';
import { holidaysOf, newestOf, type Proposal, versionOf } from '../domain/calendar-version.ts';
import { addDays, describeDate, epochDayOf } from '../domain/civil-date.ts';
import { type Instant, londonDateOf } from '../domain/london-time.ts';
import { type PolicyVersion, policyInForce } from '../domain/policy.ts';
import type { CalendarRecord } from '../ports/calendar-archive.ts';
import type { ComplaintStore } from '../ports/complaint-store.ts';
import { calendarNoticeValues, type Preview, previewAll } from './calendar-notices.ts';
import { type CalendarParts, calendarsOf } from './calendars.ts';
import { sayProvisional } from './count-provisional.ts';
import { type News, oweManager } from './owe-manager.ts';
import type { PreviewPorts } from './preview-recount.ts';
import { newsOfVersion } from './tell-of-version.ts';

export interface TellManagerPorts extends CalendarParts, PreviewPorts {
  store: PreviewPorts['store'] & Pick<ComplaintStore, 'readNotice' | 'oweAlone'>;
  /** whether there is time to look at more complaints */
  hasTime: () => boolean;
}

/** What there is to be told of the calendar, whomever it concerns. */
export interface Tidings extends Pick<CalendarRecord, 'versions' | 'applications'> {
  /** why the feed could not be used, where it could not */
  unusable?: string | undefined;
  /** what the feed says that no version does */
  difference?: Pick<Proposal, 'changes' | 'remarks'> | undefined;
}

/** More open complaints than a landlord is expected to have; a mail says where there are even more. */
const mostLookedAt = 2_000;
const horizonDays = 60;

/**
 * Owes a landlord's manager what there is to be told of the calendar, each thing once a day at most, however often this
 * is called. Of a change that was told before, the manager is reminded only while open dates would move.
 *
 * @returns how many notices became owed
 */
export async function tellManager(
  ports: TellManagerPorts,
  landlord: string,
  tidings: Tidings,
  now: Instant,
): Promise<number> {
  const policies = ports.rules.policies.get(landlord);
  if (!policies) throw new Error(`no policy of ${landlord} ships`);
  let count = 0;
  for await (const news of whatToTell(ports, policyInForce(policies, londonDateOf(now)), tidings, now))
    if (await oweManager(ports.store, landlord, news, now)) count += 1;
  return count;
}

async function* whatToTell(
  ports: TellManagerPorts,
  policy: PolicyVersion,
  { versions, applications, unusable, difference }: Tidings,
  now: Instant,
): AsyncGenerator<News> {
  const { landlord } = policy;
  const today = londonDateOf(now);
  const newest = newestOf(versions);
  const known = holidaysOf(newest, ports.bundled, versions);
  const until = { most: mostLookedAt, hasTime: ports.hasTime };

  if (unusable !== undefined) {
    const kind = 'calendar-feed-unusable';
    yield {
      kind,
      id: `${kind}_${today}`,
      values: { why: unusable, version: String(versionOf(landlord, applications)) },
    };
  }

  const horizon = horizonOf(known, policy.nations);
  const near = epochDayOf(today) - epochDayOf(addDays(horizon, -horizonDays));
  if (near >= 0) {
    const kind = 'calendar-horizon';
    const id = `${kind}_${horizon}_${Math.floor(near / 7) + 1}`;
    yield {
      kind,
      id,
      values: { horizon: describeDate(horizon), summary: await sayProvisional(ports, landlord, until) },
    };
  }

  if (difference && difference.changes.length > 0) {
    const { changes, remarks } = difference;
    const proposed = { version: newest + 1, changes };
    const calendarBy = calendarsOf(ports, proposed.version, [...versions, proposed]);
    const moving = await previewAll(ports, landlord, calendarBy, until);
    const kind = 'calendar-difference';
    const values = calendarNoticeValues(changes, moving, { remarks });
    if (concerns(policy, changes, moving))
      yield { kind, id: `${kind}_${hashOf(changes)}`, values, daily: moving.items.length > 0 };
  }

  const newer = await newsOfVersion(ports, landlord, { versions, applications }, until);
  if (newer) yield newer;
}

/** Whether days are changed that a landlord leaves out of any count. */
function concerns(
  { nations, stage1, inside }: PolicyVersion,
  changes: readonly CalendarChange[],
  moving: Preview,
): boolean {
  const { acknowledgement, response, extension } = stage1;
  const limits = [acknowledgement, response, extension, inside.contribution, inside.messageTriage];
  const counted = [nations, ...limits.map((limit) => limit.nations ?? [])].flat();
  // a complaint keeps the policy that it began under, which may name others
  return moving.items.length > 0 || changes.some(({ nation }) => counted.includes(nation));
}

/** Short, and the same for the same changes. */
export function hashOf(changes: readonly CalendarChange[]): string {
  const said = changes.map(({ change, nation, date, name }) => [change, nation, date, name]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12);
}
