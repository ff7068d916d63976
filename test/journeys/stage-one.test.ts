import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectStatus } from '../../infra/local/staff-client.ts';
import { type JourneyStack, startJourneyStack } from '../support/local-stack.ts';
import { acknowledge, addressOf, draftAnswer, gatherStaff } from '../support/staff-journey.ts';

/**
 * Stage 1 from the receipt to the answer and beyond, with everybody who has a part in it. Dates are counted by hand from
 * the policy `day-zero` and the printed bank holidays.
 */
let stack: JourneyStack;
let staff: Awaited<ReturnType<typeof gatherStaff>>;
beforeAll(async () => {
  stack = await startJourneyStack();
});
beforeEach(async () => {
  await stack.reset('2026-12-23T15:00:00Z');
  staff = await gatherStaff(stack);
});
afterAll(() => stack.stop());

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  stack.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    body: JSON.stringify(body),
  });
const mailsTo = (recipient: string) => stack.mails().filter(({ to }) => to.includes(recipient));
const resident = 'sam.okafor@example.com';
const openDates = (obligations: { id: string; dueOn: string; state: string }[]) =>
  obligations.filter(({ state }) => state === 'open').map(({ id, dueOn }) => [id, dueOn]);

/** Asks for a link, follows the one in the mail, and tells the session that it opened. */
async function signIn(reference: string): Promise<{ authorization: string }> {
  await expectStatus(await post(`/complaints/${reference}/links`, {}), 202);
  await stack.moveClock(new Date(stack.now() + 60_000).toISOString());
  const link = mailsTo(resident)
    .map(({ text }) => /\/follow#([\w-]{43})/.exec(text)?.[1])
    .findLast((token) => token !== undefined);
  const { session } = await expectStatus(await post('/resident-sessions', { link }), 201);
  return { authorization: `Bearer ${session}` };
}

describe('stage 1', () => {
  it('goes from the receipt to the answer, its actions and its close', async () => {
    const { reference } = await stack.accepted('day-zero');
    await expectStatus(
      await staff.marta.change(reference, 'assignment', { handler: addressOf('leila') }),
      200,
    );
    await stack.settle();
    expect(mailsTo(addressOf('leila')).map(({ subject }) => subject)).toEqual([
      `${reference}: handle this complaint, which is now yours`,
    ]);

    await stack.moveClock('2026-12-30T10:00:00Z');
    expect(mailsTo(addressOf('leila')).map(({ at }) => at.slice(0, 16))).toEqual([
      '2026-12-23T15:00',
      '2026-12-29T07:31',
      '2026-12-30T07:31',
    ]);
    const acknowledged = await acknowledge(staff.leila, reference);
    expect(acknowledged.status).toBe('acknowledged');
    expect(openDates(acknowledged.obligations)).toEqual([['stage-1-response', '2027-01-14']]);
    await stack.settle();
    expect(mailsTo(resident).at(-1)?.text).toContain('Leila Haddad is dealing with it.');

    // nothing more is said of the acknowledgement; the answer climbs its own ladder
    await stack.moveClock('2027-01-11T09:30:00Z');
    expect(mailsTo(addressOf('leila')).at(-1)).toMatchObject({
      at: '2027-01-11T07:31:00.000Z',
      text: expect.stringContaining(
        `- ${reference}: Send the stage 1 response by Thursday 14 January 2027, due in 3 working days.`,
      ),
    });

    const incomplete = await expectStatus(await staff.leila.change(reference, 'response', {}), 409);
    expect(incomplete).toMatchObject({ refusal: 'PointsIncomplete' });
    expect(incomplete.detail).toMatch(/point-1 lacks finding and reasons and remedy.*6\.9/);
    await draftAnswer(staff.leila, reference);
    const action = {
      description: 'Check the lock after a month.',
      owner: addressOf('owen'),
      dueOn: '2027-02-17',
    };
    await expectStatus(await staff.leila.change(reference, 'actions', action), 200);
    await stack.moveClock('2027-01-13T11:00:00Z');
    const answered = await expectStatus(await staff.leila.change(reference, 'response', {}), 200);
    expect(answered.status).toBe('responded');
    expect(openDates(answered.obligations)).toEqual([['action-1', '2027-02-17']]);
    await stack.settle();
    const letter = mailsTo(resident).at(-1);
    expect(letter?.subject).toBe(`Our stage 1 answer to your complaint ${reference}`);
    for (const part of [
      'stage 1',
      'The communal door has been broken for three weeks.',
      'We uphold this. That means that we agree with you.',
      'The repair was ordered twice and cancelled twice.',
      'We have fitted a new lock and pay you £50.',
      'What we will do: Check the lock after a month.',
      'By when: Wednesday 17 February 2027',
      'You can ask us to look at all of your complaint again',
    ])
      expect(letter?.text).toContain(part);

    // the action is Owen's: his digests remind him, and the complaint stays open until it is done
    await stack.moveClock('2027-02-16T10:00:00Z');
    expect(mailsTo(addressOf('owen')).map(({ at, subject }) => [at.slice(0, 16), subject])).toEqual([
      ['2027-02-12T07:31', 'Complaints for you: 1 due soon'],
      ['2027-02-15T07:31', 'Complaints for you: 1 due soon'],
      ['2027-02-16T07:31', 'Complaints for you: 1 due soon'],
    ]);
    const early = await expectStatus(
      await staff.leila.change(reference, 'closure', { reason: 'Done.' }),
      409,
    );
    expect(early).toMatchObject({ refusal: 'ActionsOpen' });
    await expectStatus(
      await staff.owen.change(reference, 'actions/action-1/completion', { evidence: 'Visited, it locks.' }),
      200,
    );
    const closed = await expectStatus(
      await staff.leila.change(reference, 'closure', { reason: 'Done.' }),
      200,
    );
    expect(openDates(closed.obligations)).toEqual([]);
    await stack.settle();
    expect(
      stack
        .mails()
        .slice(-2)
        .map(({ tags }) => tags.notice?.split('_')[0])
        .toSorted(),
    ).toEqual(['action-completed', 'closure']);
    const before = stack.mails().length;
    await stack.moveClock('2027-04-01T12:00:00Z');
    expect(stack.mails().length).toBe(before);

    const { intact, entries } = await expectStatus(
      await staff.marta.get(`/staff/complaints/${reference}/timeline`),
      200,
    );
    expect(intact).toBe(true);
    expect(entries.filter(({ actor }: { actor: string }) => actor === addressOf('leila')).length).toBe(6);
  }, 120_000);

  it('shows its resident, its handler, a manager and everybody else what they may see and nothing else', async () => {
    const { reference } = await stack.accepted('day-zero');
    const mine = { handler: addressOf('leila'), team: 'north' };
    await expectStatus(await staff.marta.change(reference, 'assignment', mine), 200);
    await stack.moveClock('2026-12-30T10:00:00Z');
    await acknowledge(staff.leila, reference);
    await draftAnswer(staff.leila, reference);
    const path = `/staff/complaints/${reference}`;

    for (const name of ['leila', 'owen', 'marta'] as const) {
      const seen = await expectStatus(await staff[name].get(path), 200);
      expect(seen.points[0].reasons).toBe('The repair was ordered twice and cancelled twice.');
      const { complaints } = await expectStatus(
        await staff[name].get('/staff/complaints?landlord=day-zero'),
        200,
      );
      expect(complaints.map((each: { reference: string }) => each.reference)).toEqual([reference]);
    }
    await expectStatus(await staff.una.get(path), 404);
    await expectStatus(await staff.una.get('/staff/complaints?landlord=day-zero'), 403);
    await expectStatus(await staff.ruth.get(path), 403);
    await expectStatus(await staff.ian.get(path), 403);
    expect((await stack.request(path)).status).toBe(401);
    expect((await stack.request(path, { headers: { authorization: 'Bearer nonsense' } })).status).toBe(401);

    const session = await signIn(reference);
    const view = await expectStatus(
      await stack.request(`/complaints/${reference}`, { headers: session }),
      200,
    );
    expect(view.status).toBe('acknowledged');
    expect(view.next).toEqual([expect.objectContaining({ kind: 'stage-1-response', dueOn: '2027-01-14' })]);
    expect(JSON.stringify(view)).toContain('The communal door has been broken');
    expect(JSON.stringify(view)).not.toMatch(/ordered twice|new lock|leila|upheld/i);
  }, 120_000);

  it('takes messages and a withdrawal from its resident, who comes in by a link that works once', async () => {
    const { reference } = await stack.accepted('day-zero');
    await stack.settle();
    const session = await signIn(reference);
    const mailed = mailsTo(resident).at(-1)?.text ?? '';
    const link = /\/follow#([\w-]{43})/.exec(mailed)?.[1];
    await expectStatus(await post('/resident-sessions', { link }), 401);

    const text = 'Nobody came. Please look at this again.';
    const sent = await expectStatus(await post(`/complaints/${reference}/messages`, { text }, session), 201);
    expect(sent.message).toBe('message-1');
    await stack.settle();
    expect(mailsTo('complaints.team@larkfield-homes.example').at(-1)?.subject).toContain(reference);
    expect(mailsTo('complaints.team@larkfield-homes.example').at(-1)?.text).not.toContain('Nobody came');
    const { obligations, messages } = await expectStatus(
      await staff.leila.get(`/staff/complaints/${reference}`),
      200,
    );
    expect(messages).toEqual([{ id: 'message-1', text }]);
    expect(openDates(obligations)).toContainEqual(['message-1', '2026-12-29']);
    await expectStatus(
      await staff.leila.change(reference, 'messages/message-1/triage', { outcome: 'part-of-this-complaint' }),
      200,
    );

    const withdrawn = await expectStatus(
      await post(`/complaints/${reference}/withdrawal`, { reason: 'It was repaired.' }, session),
      200,
    );
    expect(withdrawn.status).toBe('withdrawn');
    await stack.settle();
    const before = stack.mails().length;
    await stack.moveClock('2027-03-01T12:00:00Z');
    expect(stack.mails().length).toBe(before);
    const late = await stack.request(`/complaints/${reference}`, { headers: session });
    expect(late.status).toBe(401);
  }, 120_000);

  it('is asked of a contractor through a link, who is chased and answers', async () => {
    const { reference } = await stack.accepted('day-zero');
    await stack.moveClock('2026-12-30T10:00:00Z');
    await acknowledge(staff.leila, reference);
    const question = { contractor: 'works@locks.example', question: 'When was the lock fitted?' };
    await expectStatus(await staff.leila.change(reference, 'questions', question), 200);
    await stack.moveClock('2027-01-05T10:00:00Z');
    expect(mailsTo('works@locks.example').map(({ at }) => at.slice(0, 16))).toEqual([
      '2026-12-30T10:00',
      '2027-01-04T09:00',
      '2027-01-05T09:00',
    ]);
    const link = /\/answer#([\w-]{43})/.exec(mailsTo('works@locks.example')[0]?.text ?? '')?.[1];
    const answer = { link, answer: 'On 3 December.' };
    await expectStatus(await post('/contributions', answer), 201);
    await expectStatus(await post('/contributions', answer), 409);
    const { questions } = await expectStatus(await staff.leila.get(`/staff/complaints/${reference}`), 200);
    expect(questions[0]).toMatchObject({ id: 'question-1', answer: 'On 3 December.' });
    const before = mailsTo('works@locks.example').length;
    await stack.moveClock('2027-01-08T10:00:00Z');
    expect(mailsTo('works@locks.example').length).toBe(before);
  }, 120_000);

  it('may be logged by anybody on the staff, and moves to the team’s leader when its handler leaves', async () => {
    const logged = await expectStatus(
      await staff.ruth.send('POST', '/staff/complaints', {
        landlord: 'day-zero',
        channel: 'phone',
        receivedAt: '2026-12-22T09:00:00Z',
        complainant: { name: 'Sam Okafor', phone: '01632 960777' },
        description: 'The lift is out of order.',
      }),
      201,
    );
    expect(Object.keys(logged)).toEqual(['reference']);
    const { reference } = logged;
    await expectStatus(
      await staff.marta.change(reference, 'assignment', { handler: addressOf('leila') }),
      200,
    );
    await stack.settle();
    const gone = {
      name: 'Leila Haddad',
      email: addressOf('leila'),
      teams: ['north'],
      leads: [],
      landlords: ['day-zero'],
      leave: [],
      disabled: true,
    };
    const path = `/staff/people/${encodeURIComponent(addressOf('leila'))}`;
    await expectStatus(await staff.ian.send('PUT', path, gone, { 'if-match': '"0"' }), 200);
    const { handler, obligations } = await expectStatus(
      await staff.marta.get(`/staff/complaints/${reference}`),
      200,
    );
    expect(handler).toBe(addressOf('marta'));
    expect(openDates(obligations)).toContainEqual(['stage-1-acknowledgement', '2026-12-31']);
    await expectStatus(await staff.leila.get(`/staff/complaints/${reference}`), 403);
    await stack.moveClock('2026-12-30T10:00:00Z');
    expect(mailsTo(addressOf('leila')).map(({ at }) => at.slice(0, 10))).toEqual(['2026-12-23']);
    expect(mailsTo(addressOf('marta')).map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-12-23',
      '2026-12-24',
      '2026-12-29',
      '2026-12-30',
    ]);
  }, 120_000);

  it('keeps the change of one of two who act at once, and tells the other the version there is now', async () => {
    const { reference } = await stack.accepted('day-zero');
    const path = `/staff/complaints/${reference}`;
    const etag = (await staff.leila.get(path)).headers.get('etag') ?? '';
    const note = (text: string) => ({ how: 'phone', reached: true, note: text });
    const answers = await Promise.all(
      [staff.leila, staff.owen].map((client) =>
        client.send('POST', `${path}/contact-notes`, note(client.id), { 'if-match': etag }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const loser = answers.find(({ status }) => status === 412);
    const { currentVersion } = await expectStatus(loser as Response, 412);
    const won = await expectStatus(answers.find(({ status }) => status === 200) as Response, 200);
    expect(currentVersion).toBe(won.version);
  }, 120_000);
});
