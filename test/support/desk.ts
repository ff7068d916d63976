import type { commandRoutes } from '../../shared/contracts/routes/commands.ts';
import { isReference, type Reference } from '../../shared/domain/reference.ts';
import type { Person } from '../../shared/domain/staff.ts';
import type { LinkPurpose, LinkSubject } from '../../shared/ports/access.ts';
import { hashToken } from '../../shared/use-cases/tokens.ts';
import { type Api, type Claims, startApi } from './http.ts';
import type { Answer } from './http-answer.ts';
import { person } from './people.ts';
import { at } from './rules.ts';

const landlords = ['day-zero', 'counted-from-receipt', 'code-2024'];

/** Staff with one role each, who serve every landlord. */
export const handler: Claims = { id: 'hana', roles: ['handler'], landlords };
export const manager: Claims = { id: 'milo', roles: ['manager'], landlords };
export const administrator: Claims = { id: 'anna', roles: ['administrator'], landlords };

export type CommandName = keyof typeof commandRoutes;

interface Given {
  staff?: Claims;
  /** of the path, beside the reference */
  params?: Record<string, string>;
  /** what If-Match names; the present version, where it is left out */
  version?: number;
  key?: string;
}

/** The API as staff use it: each request has a key of its own and names the version there is. */
export interface Desk extends Api {
  log: (body?: object, staff?: Claims) => Promise<Reference>;
  give: <Name extends CommandName>(
    name: Name,
    reference: string,
    body: object,
    given?: Given,
  ) => Promise<Answer<Name>>;
  read: (reference: string, staff?: Claims) => Promise<Answer<'readComplaint'>>;
  timeline: (reference: string) => Promise<Answer<'readTimeline'>>;
  worklist: (query?: Record<string, string>, staff?: Claims) => Promise<Answer<'readWorklist'>>;
  versionOf: (reference: string) => Promise<number>;
}

const sam = { name: 'Sam Okoro', email: 'sam.okoro@example.com' };

/** A complaint as somebody on the staff logs it. */
export const logged = {
  landlord: 'day-zero',
  channel: 'phone',
  complainant: sam,
  description: 'The lift has been out of order for three weeks.',
};

/** Everybody of `handler`, `manager` … is in the register, the handler on the team `repairs`. */
export async function openDesk(
  options: Parameters<typeof startApi>[0] & { people?: Person[] } = {},
): Promise<Desk> {
  const api = startApi(options);
  const usual = [
    person('hana', { landlords, teams: ['repairs'] }),
    ...['milo', 'abel', 'anna'].map((id) => person(id, { landlords })),
  ];
  for (const each of [...usual, ...(options.people ?? [])]) await api.register.save(each);
  api.changes.length = 0;

  let keys = 0;
  const nextKey = () => `key-${++keys}`;
  const versionOf = async (reference: string) =>
    (isReference(reference) ? (await api.store.load(reference))?.complaint.revision : undefined) ?? 1;
  return {
    ...api,
    versionOf,
    log: async (body = {}, staff = manager) => {
      const headers = { 'idempotency-key': nextKey() };
      const answer = await api.send('logComplaint', { staff, headers, body: { ...logged, ...body } });
      const { reference = '' } = answer.body;
      if (!isReference(reference)) throw new Error(answer.text);
      return reference;
    },
    give: async (name, reference, body, { staff = manager, params, version, key } = {}) => {
      const headers = {
        'idempotency-key': key ?? nextKey(),
        'if-match': `"${version ?? (await versionOf(reference))}"`,
      };
      return api.send(name, { staff, params: { reference, ...params }, headers, body });
    },
    read: (reference, staff = manager) => api.send('readComplaint', { staff, params: { reference } }),
    timeline: (reference) => api.send('readTimeline', { staff: manager, params: { reference } }),
    worklist: (query = {}, staff = manager) =>
      api.send('readWorklist', { staff, query: { landlord: 'day-zero', ...query } }),
  };
}

/** What a refused command says: its rule, its sentence, the field that it is about. */
export function told({ status, body }: Answer<CommandName>): {
  status: number;
  refusal: string | undefined;
  detail: string | undefined;
} {
  return { status, refusal: body.refusal, detail: body.detail };
}

/** A definition of the complaint with that many points. */
export function pointsOf(...definitions: string[]) {
  return definitions.map((definition) => ({ definition, responsible: true }));
}

/** An outcome with everything that an answer needs. */
export function outcomeOf(point: string) {
  return {
    point,
    finding: 'upheld',
    reasons: 'The lift was not repaired within the time we promise.',
    remedy: { text: 'The lift is repaired, and inspected each month.' },
  };
}

/** Puts a link where links are kept, as it is when it was mailed. @returns its token */
export function putLink(
  { links }: Pick<Api, 'links'>,
  subject: Omit<LinkSubject, 'party'> & { party?: number; purpose: LinkPurpose; validUntil?: string },
  token = 'L'.repeat(43),
): string {
  const hash = hashToken(token);
  const validUntil = at(subject.validUntil ?? '2027-12-31T00:00:00Z');
  links.set(hash, { party: 1, ...subject, hash, validUntil });
  return token;
}

/** A complaint of 23 December 2026 that the handler acknowledged on the 30th, with the clock there. */
export async function deskWithAcknowledged(options: Parameters<typeof openDesk>[0] = {}, body: object = {}) {
  const desk = await openDesk(options);
  const reference = await desk.log(body);
  await desk.give('assign', reference, { handler: 'hana' });
  desk.moveTo('2026-12-30T10:00:00Z');
  await desk.give('acknowledge', reference, { points: pointsOf('The lift.') }, { staff: handler });
  return { desk, reference };
}

/** As `deskWithAcknowledged`, with an answer of 7 January 2027, and the clock on the 11th. */
export async function deskWithAnswered(options: Parameters<typeof openDesk>[0] = {}, body: object = {}) {
  const { desk, reference } = await deskWithAcknowledged(options, body);
  desk.moveTo('2027-01-07T10:00:00Z');
  await desk.give('draft', reference, { outcomes: [outcomeOf('point-1')] }, { staff: handler });
  await desk.give('respond', reference, {}, { staff: handler });
  desk.moveTo('2027-01-11T10:00:00Z');
  return { desk, reference };
}

/** What a command refuses, and the fields that it names. */
export function refusedBy({ status, body }: Answer<CommandName>) {
  return { status, refusal: body.refusal, fields: body.errors?.map(({ field }) => field) ?? [] };
}
