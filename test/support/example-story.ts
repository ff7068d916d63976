import type { Context } from 'aws-lambda';
import { createHttpHandler } from '../../functions/middleware/http.ts';
import { createResidentRoutes } from '../../functions/resident-api/handler.ts';
import { createStaffRoutes } from '../../functions/staff-api/handler.ts';
import { type Example, examples } from '../../shared/contracts/examples.ts';
import { commandRoutes } from '../../shared/contracts/routes/commands.ts';
import { type Route, type RouteName, routes } from '../../shared/contracts/routes.ts';
import type { Role } from '../../shared/domain/authorization.ts';
import { proposalSchema } from '../../shared/domain/calendar-version.ts';
import { isReference } from '../../shared/domain/reference.ts';
import { createMemoryAccess } from '../../shared/ports/memory/access.ts';
import { catchOutput } from './caught-output.ts';
import { countingBytes } from './complaints.ts';
import { buildEvent } from './http.ts';
import { type Answer, readAnswer } from './http-answer.ts';
import { at, shippedCalendar } from './rules.ts';
import { World } from './world.ts';

/** Whoever asks in the examples, with the role of their token. */
const members = {
  'ian.brennan': 'administrator',
  'leila.haddad': 'handler',
  'marta.nowak': 'manager',
  'tomos.pryce': 'approver',
} as const satisfies Record<string, Role>;
export type MemberId = keyof typeof members;

/** The bytes of which the references and the tokens in the examples are made. */
const referencesInExamples = ['K7QF29XW4', 'M3TB8R2ZC'];
const linkInExamples = 'for example only: a link of 32bt';
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function bytesInExamples(): (count: number) => Uint8Array {
  const others = countingBytes();
  const references = referencesInExamples.values();
  return (count) => {
    if (count === 9) return Uint8Array.from(references.next().value ?? '', (each) => alphabet.indexOf(each));
    return count === 32 ? Buffer.from(linkInExamples) : others(count);
  };
}

/** Asks what the examples ask, one after the other about the same complaint, as the story goes. */
export class ExampleStory extends World {
  readonly answers: Partial<Record<RouteName, Answer>> = {};
  override randomBytes = bytesInExamples();
  #session = '';
  #handle: ReturnType<typeof createHttpHandler> | undefined;

  /** @param body in place of the example's, where the story needs more than the examples tell; it changes what there is then */
  async ask(name: RouteName, by?: MemberId, body?: object, of?: { reference: string }): Promise<Answer> {
    const { session }: Route = routes[name];
    const { query, ...example }: Example = examples[name];
    const path = of ?? example.path;
    const headers =
      body && name in commandRoutes ? await this.#headersOfNow(path?.reference) : example.headers;
    const event = buildEvent(name, {
      params: path ?? {},
      ...(query && { query }),
      headers: { ...headers, ...(session && { authorization: `Bearer ${this.#session}` }) },
      body: body ?? example.body,
      ...(by && { staff: { id: by, roles: [members[by]], landlords: ['counted-from-receipt'] } }),
    });
    this.#handle ??= this.#createHandler();
    const handle = this.#handle;
    const { value, written } = await catchOutput(() => handle(event, {} as Context));
    const answer = readAnswer(name, event, value, written);
    if (name === 'openSession') this.#session = JSON.parse(answer.text).session;
    if (!body) this.answers[name] = answer;
    return answer;
  }

  moveTo(now: string): void {
    this.now = at(now);
  }

  async #headersOfNow(reference = '') {
    const stored = isReference(reference) ? await this.store.load(reference) : undefined;
    return {
      'Idempotency-Key': `step-${stored?.version}`,
      'If-Match': `"${stored?.complaint.revision}"`,
    };
  }

  #createHandler() {
    const served = new Set(['day-zero', 'counted-from-receipt', 'code-2024']);
    const access = createMemoryAccess(this.links);
    const ports = {
      ...this.ports,
      ...shippedCalendar,
      register: this.register,
      records: this.records,
      access,
      served,
    };
    return createHttpHandler({ ...createResidentRoutes(ports), ...createStaffRoutes(ports) });
  }
}

/** A resident complains, comes back by a mailed link, adds something and withdraws. */
export async function tellResidentStory(story: ExampleStory): Promise<ExampleStory> {
  await story.ask('explainDeadlines');
  await story.ask('receiveComplaint');
  await story.send();
  story.moveTo('2026-12-24T11:55:00Z');
  await story.ask('requestLink');
  await story.send();
  story.moveTo('2026-12-24T12:00:00Z');
  await story.ask('openSession');
  await story.ask('sendMessage');
  await story.ask('followComplaint');
  await story.ask('withdrawComplaint');
  return story;
}

/** Staff take a complaint from the phone call to its closure, with whatever can be done to it on the way. */
export async function tellStaffStory(story: ExampleStory): Promise<ExampleStory> {
  const marta = { id: 'marta.nowak', name: 'Marta Nowak', email: 'marta.nowak@brackenhall-homes.example' };
  const leila = 'leila.haddad';
  await story.ask('addPerson', 'ian.brennan');
  await story.ask('addPerson', 'ian.brennan', { ...examples.addPerson.body, ...marta, leads: ['north'] });
  await story.ask('changePerson', 'ian.brennan');
  await story.ask('listPeople', 'ian.brennan');
  await story.ask('logComplaint', leila);
  await story.ask('assign', 'marta.nowak');
  await story.ask('readWorklist', leila);
  await story.ask('readTimeline', leila);
  await story.send();
  await story.ask('readNotices', leila);
  story.moveTo('2026-12-23T16:15:00Z');
  await story.ask('noteContact', leila);
  story.moveTo('2026-12-29T10:00:00Z');
  await story.ask('acknowledge', leila);
  await story.ask('addPoints', leila);
  await story.ask('askQuestion', leila);
  await story.send();
  story.moveTo('2026-12-30T10:00:00Z');
  await story.ask('contribute');
  await story.ask('recordCorrespondence', leila);
  // every link in the examples is the same, and no two that are kept may be
  story.links.clear();
  await story.ask('requestLink');
  await story.send();
  await story.ask('openSession');
  await story.ask('sendMessage');
  await story.ask('triageMessage', leila);
  await story.ask('correct', leila);
  await story.ask('prepareExtension', leila);
  story.moveTo('2027-01-05T10:00:00Z');
  await story.ask('extend', leila);
  await story.ask('giveUpdate', leila);
  story.moveTo('2027-01-07T12:00:00Z');
  await story.ask('draft', leila);
  await story.ask('readComplaint', leila);
  await story.ask('withdraw', leila);
  story.moveTo('2027-01-08T12:00:00Z');
  await story.ask('reopen', leila);
  await story.ask('addAction', leila);
  await story.ask('respond', leila);
  await story.ask('approve', 'tomos.pryce');
  story.moveTo('2027-01-20T12:00:00Z');
  await story.ask('updateAction', leila);
  story.moveTo('2027-01-25T12:00:00Z');
  await story.ask('completeAction', leila);
  await story.ask('close', leila);
  return story;
}

/** A bank holiday is announced late, and reaches the dates of a complaint whose resident was told others. */
export async function tellCalendarStory(story: ExampleStory): Promise<ExampleStory> {
  await story.ask('logComplaint', 'leila.haddad');
  await story.send();
  story.moveTo('2026-12-24T09:00:00Z');
  await story.ask('addCalendarVersion', 'ian.brennan');
  const { proposal } = examples.readCalendarVersions.answer;
  await story.archive.propose(proposalSchema.parse(proposal));
  await story.ask('readCalendarVersions', 'ian.brennan');
  await story.ask('previewCalendar', 'marta.nowak');
  story.moveTo('2026-12-24T10:00:00Z');
  await story.ask('applyCalendar', 'marta.nowak');
  await story.ask('readLandlordCalendar', 'marta.nowak');
  return story;
}
