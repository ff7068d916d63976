import fc from 'fast-check';
import { commandRoutes } from '../../shared/contracts/routes/commands.ts';
import { type RouteName, routes } from '../../shared/contracts/routes.ts';
import type { Role } from '../../shared/domain/authorization.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { referenceNumber } from './complaints.ts';
import { type Desk, openDesk } from './desk.ts';
import type { Claims, Sent } from './http.ts';
import { person } from './people.ts';
import { schemaOf, valid } from './schema-samples.ts';

const reads: RouteName[] = ['readComplaint', 'readTimeline', 'readNotices'];

/** Every route of staff that is about one complaint. */
export const namesAboutOne = [...reads, ...(Object.keys(commandRoutes) as RouteName[])];
export const isRead = (name: RouteName) => reads.includes(name);

interface Standing {
  landlord: string;
  handler?: string;
  team?: string;
  about?: string[];
}

/** How somebody, `me` of the team repairs at day-zero, stands to a complaint. */
export const situations = {
  own: { landlord: 'day-zero', handler: 'me', team: 'gardens' },
  'same team': { landlord: 'day-zero', handler: 'hana', team: 'repairs' },
  'other team': { landlord: 'day-zero', handler: 'hana', team: 'lettings' },
  unassigned: { landlord: 'day-zero' },
  'complained about': { landlord: 'day-zero', about: ['me'] },
  'other landlord': { landlord: 'code-2024', handler: 'hana', team: 'repairs' },
  disabled: { landlord: 'day-zero', handler: 'me', team: 'repairs' },
} as const satisfies Record<string, { [Each in keyof Standing]: unknown }>;
export type Situation = keyof typeof situations;
export const everySituation = Object.keys(situations) as Situation[];

export function standingOf(situation: Situation): Standing {
  const { about, ...standing }: Omit<Standing, 'about'> & { about?: readonly string[] } =
    situations[situation];
  return { ...standing, ...(about && { about: [...about] }) };
}

/** A desk with one complaint in each situation. */
export async function openInEverySituation(): Promise<{
  desk: Desk;
  references: Record<Situation, Reference>;
}> {
  const landlords = ['day-zero', 'code-2024'];
  const people = [
    person('me', { landlords, teams: ['repairs'] }),
    person('me-disabled', { landlords, teams: ['repairs'], disabled: true }),
  ];
  const desk = await openDesk({ people });
  const entries: [Situation, Reference][] = [];
  for (const each of everySituation) {
    const { landlord, handler, team, about = [] } = standingOf(each);
    const reference = await desk.log({ landlord, staffComplainedAbout: about });
    if (handler) await desk.give('assign', reference, { handler, team });
    entries.push([each, reference]);
  }
  desk.changes.length = 0;
  return { desk, references: Object.fromEntries(entries) as Record<Situation, Reference> };
}

export function claimsOf(role: Role | undefined, situation: Situation): Claims {
  const id = situation === 'disabled' ? 'me-disabled' : 'me';
  return { id, roles: role ? [role] : [], landlords: ['day-zero'] };
}

/** Bodies with rules between their fields, which a sample may break. */
const bodies: Partial<Record<RouteName, object>> = {
  correct: { received: '2026-12-22T15:00:00Z', reason: 'x' },
  approve: { decision: 'approve' },
  askQuestion: { colleague: 'hana', question: 'x' },
  leaveComplaint: { party: 'party-2' },
  merge: { other: referenceNumber(8), reason: 'x' },
  link: { other: referenceNumber(8), because: 'x' },
  convertServiceRequest: { filedWrongly: true },
  passComplimentOn: { team: 'repairs' },
};

/** What a route's path names beside the complaint. */
export const namedInPaths = {
  ...{ action: 'action-1', message: 'message-1' },
  ...{ resident: 'r-Zm9vYmFyYmF6cXV4MTIzNA', property: 'p-Zm9vYmFyYmF6cXV4MTIzNA' },
};

const queries: Partial<Record<RouteName, Record<string, string>>> = {
  previewCalendar: { version: 'proposed' },
  findResidents: { surname: 'Okoro' },
  forecast: { landlord: 'day-zero', on: '2026-12-24' },
  readLetters: {},
  readCalls: {},
  readServiceRequests: {},
  readCompliments: { quarter: '2026-Q4' },
};

/** A query that the route takes; most read none. */
export function queryOf(name: RouteName): Record<string, string> {
  return queries[name] ?? { landlord: 'day-zero' };
}

/** A request that is right in everything but its version, so that whoever may is told of that and nothing changes. */
export function requestOf(name: RouteName, staff: Claims, reference: string): Sent {
  const { request } = routes[name];
  const [sample] = 'body' in request ? fc.sample(valid(schemaOf(request.body)), { numRuns: 1, seed: 1 }) : [];
  const body = bodies[name] ?? sample;
  return {
    staff,
    params: { reference, ...namedInPaths },
    headers: { 'idempotency-key': 'k', 'if-match': '"99"' },
    requestId: 'the-same',
    ...(body !== undefined && { body }),
  };
}
