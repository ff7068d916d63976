import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectStatus } from '../../infra/local/staff-client.ts';
import { type JourneyStack, startJourneyStack } from '../support/local-stack.ts';
import { acknowledge, addressOf, draftAnswer, gatherStaff } from '../support/staff-journey.ts';

/**
 * Residents whom no mail may reach, from the phone call to the answer. Dates are counted by hand from `day-zero` and the
 * printed bank holidays: what is acknowledged on 29 December is to be answered by 13 January.
 */
let stack: JourneyStack;
let staff: Awaited<ReturnType<typeof gatherStaff>>;
const of = { byPost: '', extended: '', byPhone: '' };
const complainants = {
  byPost: { name: 'Rose Marsh', address: '5 Elm Road, Northtown TV1 1AA' },
  extended: { name: 'Idris Vaughan', address: '9 Elm Road, Northtown TV1 1AA', phone: '01632 960333' },
  byPhone: {
    name: 'Ada Lovell',
    email: 'ada.lovell@example.com',
    phone: '01632 960888',
    preferredChannel: 'phone',
  },
};
type Name = keyof typeof of;
const names = Object.keys(of) as Name[];

beforeAll(async () => {
  stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z' });
  staff = await gatherStaff(stack);
  for (const name of names) {
    const body = {
      landlord: 'day-zero',
      channel: 'phone',
      complainant: complainants[name],
      description: 'The communal door has been broken for three weeks.',
    };
    of[name] = (await expectStatus(await staff.leila.send('POST', '/staff/complaints', body), 201)).reference;
    const assigned = { handler: addressOf('leila') };
    await expectStatus(await staff.marta.change(of[name], 'assignment', assigned), 200);
  }
});
afterAll(() => stack.stop());

const base = '/staff/landlords/day-zero';
const list = async (what: 'letters' | 'calls') =>
  (await expectStatus(await staff.leila.get(`${base}/${what}`), 200))[what] as Record<string, string>[];
const waiting = async (what: 'letters' | 'calls') =>
  (await list(what)).map(({ reference, kind, postBy, callBy }) => {
    const name = names.find((each) => of[each] === reference);
    return `${name} ${kind} ${postBy ?? callBy}`;
  });
const letter = async (name: Name, notice: string) =>
  expectStatus(await staff.leila.get(`${base}/letters/${of[name]}_${notice}`), 200);
const pageAt = async (path: string) => (await stack.request(path)).text();
const post = async (name: Name, notice: string, body: object = {}) =>
  expectStatus(await staff.leila.send('POST', `${base}/letters/${of[name]}_${notice}/posting`, body), 200);
const owed = async (name: Name, id: string) => {
  const { obligations } = await expectStatus(await staff.marta.get(`/staff/complaints/${of[name]}`), 200);
  return obligations.find((each: { id: string }) => each.id === id);
};
const call = async (name: Name, obligation: string) => {
  const note = { how: 'phone', reached: true, obligation, note: 'Told them all of it.' };
  return expectStatus(await staff.leila.change(of[name], 'contact-notes', note), 200);
};
describe('residents whom no mail may reach', () => {
  it('are sent no receipt, and are told by letter or by phone that their complaints were read', async () => {
    await stack.moveClock('2026-12-29T10:00:00Z');
    expect(await waiting('letters')).toEqual([]);
    for (const name of names) await acknowledge(staff.leila, of[name]);
    expect(await waiting('letters')).toEqual([
      'byPost acknowledgement 2026-12-30',
      'extended acknowledgement 2026-12-30',
    ]);
    expect(await waiting('calls')).toEqual(['byPhone acknowledgement 2026-12-30']);
    expect((await letter('byPost', 'acknowledgement')).text).toContain('Rose Marsh\n5 Elm Road');
    expect(await pageAt('/letters')).toContain('Rose Marsh, 5 Elm Road, Northtown TV1 1AA');
    expect(await pageAt(`/letters/day-zero/${of.byPost}_acknowledgement`)).toContain('5 Elm Road');
    expect((await letter('byPhone', 'acknowledgement')).way).toBe('phone');
    await post('byPost', 'acknowledgement', { evidence: 'Batch of 29 December.' });
    await post('extended', 'acknowledgement');
    await call('byPhone', 'contact-acknowledgement');
    expect([await list('letters'), await list('calls')]).toEqual([[], []]);
  });

  it('get answers and more time so, and whoever owes a letter hears of it before its last post', async () => {
    await stack.moveClock('2026-12-30T10:00:00Z');
    for (const name of ['byPost', 'byPhone'] as const) {
      await draftAnswer(staff.leila, of[name]);
      await expectStatus(await staff.leila.change(of[name], 'response', {}), 200);
    }
    const extension = { newDueOn: '2027-01-20', reason: 'The maker of the lock sends somebody in January.' };
    await expectStatus(await staff.leila.change(of.extended, 'extension', extension), 200);
    expect(await waiting('letters')).toEqual(['byPost response 2026-12-31', 'extended extension 2026-12-31']);
    expect(await waiting('calls')).toEqual(['byPhone response 2026-12-31']);
    await call('byPhone', 'contact-response');
    await stack.moveClock('2026-12-31T09:30:00Z');
    const alerts = stack
      .mails()
      .filter(
        ({ at, to, tags }) => at > '2026-12-31T08' && tags.complaint && to.includes(addressOf('leila')),
      );
    expect(
      alerts.map(({ at, to: [to], subject, text }) => [
        ...[at.slice(11, 16), to, subject.slice(subject.indexOf(': ') + 2)],
        /[^.]* last post today/.exec(text)?.[0].trim(),
      ]),
    ).toEqual(
      Array(2).fill([
        ...['09:00', addressOf('leila'), 'Post the letter, due today'],
        'The letter must catch the last post today',
      ]),
    );
  });

  it('were answered, and given more time, on the day on which that was posted or told', async () => {
    const [, extension] = await list('letters');
    await post('byPost', 'response', { evidence: 'Tracking AB 123.' });
    expect(await owed('extended', 'stage-1-response')).toMatchObject({ dueOn: '2027-01-13' });
    await post('extended', extension?.id?.slice(12) ?? '');
    expect(await owed('extended', 'stage-1-response')).toMatchObject({ dueOn: '2027-01-20', state: 'open' });
    for (const [name, metOn] of [
      ['byPost', '2026-12-31'],
      ['byPhone', '2026-12-30'],
    ] as const)
      expect(await owed(name, 'stage-1-response')).toMatchObject({ state: 'met', metOn, keptPolicy: true });
    expect(await letter('byPost', 'response')).toMatchObject({ status: 'given', sameAsPosted: true });
    expect([await list('letters'), await list('calls')]).toEqual([[], []]);
  });

  it('got no mail at all, those included who gave an address', () => {
    const readers = new Set(stack.mails().flatMap(({ to }) => to));
    expect(readers).not.toContain('ada.lovell@example.com');
    expect([...readers].every((to) => to.endsWith('homes.example'))).toBe(true);
  });
});
