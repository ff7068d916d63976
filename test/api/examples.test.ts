import { beforeAll, describe, expect, it } from 'vitest';
import { type Example, examples, problemExamples } from '../../shared/contracts/examples.ts';
import { type ProblemType, problems } from '../../shared/contracts/problems.ts';
import { type Route, type RouteName, routes } from '../../shared/contracts/routes.ts';
import { createMemoryStore } from '../../shared/ports/memory/complaint-store.ts';
import { tellEnquiryStories } from '../support/enquiry-story.ts';
import {
  ExampleStory,
  tellCalendarStory,
  tellResidentStory,
  tellStaffStory,
} from '../support/example-story.ts';
import { startApi } from '../support/http.ts';
import type { Answer } from '../support/http-answer.ts';
import {
  tellEscalationStory,
  tellForecastStory,
  tellImportStory,
  tellIntakeStory,
  tellLaterStory,
  tellLetterStory,
  tellPartyStory,
  tellRecordsStory,
} from '../support/later-story.ts';
import { person } from '../support/people.ts';

const names = Object.keys(routes) as RouteName[];
const exampleOf = (name: RouteName): Example => examples[name];

describe('the example', () => {
  let answers: Partial<Record<RouteName, Answer>>;
  beforeAll(async () => {
    const staff = await tellStaffStory(new ExampleStory('2026-12-23T15:00:00Z'));
    const residents = await tellResidentStory(new ExampleStory('2026-12-23T15:00:00Z'));
    const calendar = await tellCalendarStory(new ExampleStory('2026-12-23T15:00:00Z'));
    const escalation = await tellEscalationStory(new ExampleStory('2026-12-23T15:00:00Z'));
    const later = await tellLaterStory(new ExampleStory('2026-12-23T15:00:00Z'));
    const records = await tellRecordsStory(new ExampleStory('2026-12-23T15:00:00Z'));
    const imports = await tellImportStory(new ExampleStory('2026-12-23T15:00:00Z'));
    const parties = await tellPartyStory(new ExampleStory('2026-12-23T15:00:00Z'));
    const intake = await tellIntakeStory(new ExampleStory('2026-12-23T15:00:00Z'));
    const forecast = await tellForecastStory(new ExampleStory('2026-12-23T15:00:00Z'));
    const letters = await tellLetterStory(new ExampleStory('2026-12-23T15:00:00Z'));
    answers = {
      ...(await tellEnquiryStories()),
      ...intake.answers,
      ...letters.answers,
      ...forecast.answers,
      ...records.answers,
      ...parties.answers,
      ...{ ...escalation.answers, ...later.answers, ...imports.answers },
      ...{ ...calendar.answers, ...staff.answers, ...residents.answers },
    };
  });

  it.each(names)('%s is answered as it says', (name) => {
    const answer = answers[name];
    expect(answer?.status).toBe(routes[name].answer.status);
    const told = exampleOf(name).answer;
    expect(withoutHashes(cutAs(told, answer?.body))).toEqual(withoutHashes(told));
  });

  it.each(names)('%s gives every field of its path, and nothing that its route does not know', (name) => {
    const { request }: Route = routes[name];
    const { path = {}, query, headers, body } = exampleOf(name);
    expect(Object.keys(path)).toEqual(Object.keys(request.path?.shape ?? {}));
    for (const [schema, given] of [
      [request.query, query],
      [request.headers, headers],
      [request.body, body],
    ] as const) {
      expect(schema === undefined).toBe(given === undefined);
      if (schema) expect(schema.safeParse(given).error).toBeUndefined();
    }
  });
});

/** A text that an example cuts short at “…” is compared as far as that. */
function cutAs(told: unknown, answered: unknown): unknown {
  if (typeof told === 'string' && typeof answered === 'string')
    return told.endsWith('…') ? `${answered.slice(0, told.length - 1)}…` : answered;
  if (Array.isArray(told) && Array.isArray(answered))
    return answered.map((each, index) => cutAs(told[index], each));
  if (!isObject(told) || !isObject(answered)) return answered;
  return Object.fromEntries(
    Object.entries(answered).map(([name, value]) => [name, cutAs(told[name], value)]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Hashes hang on every random byte before them. */
function withoutHashes(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body ?? null), (name, value) =>
    name === 'hash' || name.endsWith('Hash') ? 'a hash' : value,
  );
}

const landlord = 'counted-from-receipt';
const landlords = [landlord];
const marta = { id: 'marta.nowak', roles: ['manager'], landlords };
const ian = { id: 'ian.brennan', roles: ['administrator'], landlords };
const passerBy = { id: 'owen.pritchard', roles: ['handler'], landlords };

/** A complaint with leila.haddad of the team north, of which one point is defined and half answered. */
async function startWithComplaint() {
  const api = startApi();
  await api.register.save(person('leila.haddad', { landlords, teams: ['north'] }));
  const logged = await api.send('logComplaint', { ...sentOf('logComplaint'), staff: marta });
  const params = { reference: logged.body.reference ?? '' };
  const change = (name: 'assign' | 'acknowledge' | 'draft' | 'respond', version: number, body: object) => {
    const headers = { 'idempotency-key': `${name}-${version}`, 'if-match': `"${version}"` };
    return api.send(name, { params, staff: marta, headers, body });
  };
  await change('assign', 1, { handler: 'leila.haddad' });
  return { api, params, change };
}

function sentOf(name: RouteName) {
  const { headers = {}, body } = exampleOf(name);
  return { headers: Object.fromEntries(Object.entries(headers).map(([n, v]) => [n.toLowerCase(), v])), body };
}

describe('the example of a problem', () => {
  const complaint = { ...sentOf('receiveComplaint'), landlord: 'day-zero' };
  const fail = () => Promise.reject(new Error('no'));

  const asked: Record<ProblemType, () => Promise<Answer>> = {
    'invalid-request': () =>
      startApi().complain({ body: { complainant: {}, description: 'x', issueOccurredOn: '2026-02-30' } }),
    'unknown-landlord': () => startApi().complain({ landlord: 'nobody' }),
    'too-large': () => startApi().complain({ text: ' '.repeat(65_537) }),
    'not-json': () => startApi().complain({ headers: { 'content-type': 'text/plain' } }),
    'key-reused': async () => {
      const api = startApi();
      await api.complain(complaint);
      return api.complain({ ...complaint, body: { description: 'x' } });
    },
    'our-fault': () =>
      startApi({ store: { ...createMemoryStore(() => 0), receive: fail } }).complain(complaint),
    'not-signed-in': () => startApi().send('followComplaint', { params: { reference: 'K7QF2-9XW48' } }),
    'not-allowed': async () => {
      const { api, params } = await startWithComplaint();
      return api.send('readComplaint', { params, staff: passerBy });
    },
    'unknown-complaint': () =>
      startApi().send('readComplaint', { params: { reference: 'K7QF2-9XW48' }, staff: marta }),
    'unknown-record': () =>
      startApi().send('readResidentRecord', {
        landlord,
        params: { resident: examples.readResidentRecord.path.resident },
        staff: marta,
      }),
    'unknown-letter': () => {
      const { id } = examples.readLetter.path;
      return startApi().send('readLetter', { landlord, params: { id }, staff: marta });
    },
    'unknown-enquiry': () =>
      startApi().send('readEnquiry', { params: { reference: 'K7QF2-9XW48' }, staff: marta }),
    'unknown-person': () =>
      startApi().send('changePerson', {
        ...sentOf('changePerson'),
        params: { id: 'nobody' },
        body: { ...examples.changePerson.body, cover: undefined },
        staff: ian,
      }),
    refused: async () => {
      const { change } = await startWithComplaint();
      await change('acknowledge', 2, examples.acknowledge.body);
      await change('draft', 4, { outcomes: [{ point: 'point-1', finding: 'upheld' }] });
      return change('respond', 5, {});
    },
    stale: async () => {
      const { change } = await startWithComplaint();
      return change('acknowledge', 1, examples.acknowledge.body);
    },
    'unknown-version': () =>
      startApi().send('previewCalendar', { query: { version: '9' }, landlord, staff: marta }),
    'cannot-be': () =>
      startApi().send('applyCalendar', { ...sentOf('applyCalendar'), landlord, staff: marta }),
    'key-missing': () => startApi().send('logComplaint', { body: examples.logComplaint.body, staff: marta }),
    'version-missing': () =>
      startApi().send('changePerson', { params: { id: 'x' }, body: examples.changePerson.body, staff: ian }),
  };

  it.each(Object.keys(problems) as ProblemType[])(
    '%s is what such a request is answered with',
    async (type) => {
      const { body } = await asked[type]();
      const { instance: _, ...told } = body as { instance?: string };
      expect(told).toEqual(problemExamples[type]);
    },
  );
});

describe('a body that the document does not require', () => {
  const optional = names.filter((name) => {
    const { tag, request, problems: possible }: Route = routes[name];
    const { body } = request;
    return tag === 'staff' && possible.includes('unknown-complaint') && body?.safeParse({}).success;
  });

  it.each(optional)('of %s may be left out', async (name) => {
    const { headers } = sentOf(name);
    const params = { reference: 'K7QF2-9XW48', action: 'action-1' };
    const { body } = await startApi().send(name, { headers, params, staff: marta });
    expect(body).toMatchObject({ type: '/problems/unknown-complaint' });
  });
});
