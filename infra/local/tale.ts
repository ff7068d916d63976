import { addDays, type CivilDate, describeDate } from '../../shared/domain/civil-date.ts';
import type { LocalStack } from './stack.ts';
import { StackError } from './stack-error.ts';
import { createStaffClient, expectStatus, type StaffClient } from './staff-client.ts';
import { type Changed, type Promised, Teller } from './teller.ts';
import { complaints } from './worked-examples.ts';

/** One complaint from the form to its answer, told through the API and the inbox, which is all that anybody has. */

export const taleBegins = '2026-12-23T15:00:00Z';

export async function tellTale(
  landlord: string,
  stack: LocalStack,
  say: (line: string) => void,
): Promise<void> {
  const teller = new Teller(stack, say);
  const { reference } = await receive(teller, landlord);
  const { handler, manager } = await staffUp(teller, landlord);
  await teller.act('2026-12-24', '10:00', `The manager gives ${reference} to Leila Haddad.`);
  await teller.change(manager, reference, 'assignment', { handler: handler.id });
  await teller.act('2026-12-30', '10:00', 'Leila acknowledges it, in words of her own.');
  const acknowledged = await teller.change(handler, reference, 'acknowledgement', {
    points: [
      {
        definition: 'The communal door does not lock, so that anybody can walk in.',
        outcomeSought: 'A door that locks.',
        responsible: true,
      },
    ],
  });
  const { dueOn: due } = find(acknowledged, 'stage-1-response');
  teller.promises(acknowledged.obligations);

  await teller.act(
    addDays(due, -1),
    '16:00',
    'The lock is late, so Leila puts the answer off, with a reason.',
  );
  const newDueOn = workingDayFrom(addDays(due, 12));
  await teller.change(handler, reference, 'extension', {
    newDueOn,
    reason: 'The lock comes from abroad and has not arrived.',
  });
  await teller.until(addDays(due, 1), '09:30');
  teller.promises((await teller.read(handler, reference)).obligations);

  const answersOn = workingDayBefore(newDueOn);
  await teller.act(answersOn, '11:00', 'Leila tries to send an answer without reasons:');
  teller.quote(await teller.refusal(handler, reference, 'response', {}));
  say('  She writes down what she found, why, and what puts it right; then she sends it.');
  const outcomes = [
    {
      point: 'point-1',
      finding: 'upheld',
      reasons: 'The repair was ordered twice and cancelled twice.',
      remedy: { text: 'A new lock is fitted, and we pay you £50.' },
    },
  ];
  await teller.change(handler, reference, 'draft', { outcomes });
  const dueOn = workingDayFrom(addDays(answersOn, 20));
  await teller.change(handler, reference, 'actions', {
    description: 'We check the lock after three weeks.',
    owner: handler.id,
    dueOn,
  });
  await teller.change(handler, reference, 'response', {});
  await teller.until(answersOn, '11:30');
  await lookAround(teller, landlord, reference, { handler, manager });

  await teller.act(dueOn, '15:00', 'Leila has checked the lock.');
  await teller.change(handler, reference, 'actions/action-1/completion', { evidence: 'Visited: it locks.' });
  await teller.change(handler, reference, 'closure', { reason: 'Everything that was promised is done.' });
  await teller.until(addDays(dueOn, 1), '12:00');
  const { dueOn: promised, metOn = '' } = find(await teller.read(handler, reference), 'stage-1-response');
  say('');
  say(
    `${reference} was answered ${metOn <= promised ? 'in time' : 'late'}. In all ${stack.mails().length} mails were sent.`,
  );
}

async function receive(teller: Teller, landlord: string): Promise<{ reference: string }> {
  const [complaint] = complaints;
  await teller.act('2026-12-23', '15:00', `${complaint?.complainant.name} sends a complaint to ${landlord}:`);
  teller.quote(complaint?.description ?? '');
  const answer = await teller.post(`/landlords/${landlord}/complaints`, complaint ?? {}, 201);
  teller.say(`  The API answers with the reference ${answer.reference} and these promises:`);
  teller.promises(answer.obligations);
  return answer;
}

async function staffUp(teller: Teller, landlord: string) {
  const member = (name: string, role: string) => ({
    name,
    email: `${name.split(' ')[0]?.toLowerCase()}@${landlord}.example`,
    roles: [role],
    landlords: [landlord],
  });
  const people = [member('Leila Haddad', 'handler'), member('Marta Nowak', 'manager')];
  const administrator = createStaffClient(teller.stack, member('Ian Brennan', 'administrator'));
  for (const { name, email } of people) {
    const leads = name.startsWith('Marta') ? ['north'] : [];
    const row = {
      id: email,
      name,
      email,
      teams: ['north'],
      leads,
      landlords: [landlord],
      leave: [],
      disabled: false,
    };
    await expectStatus(await administrator.send('POST', '/staff/people', row), 201);
  }
  teller.say(
    '  An administrator has put Leila Haddad and Marta Nowak, who leads the team, into the register.',
  );
  const [handler, manager] = people.map((person) => createStaffClient(teller.stack, person));
  if (!handler || !manager) throw new StackError('The story needs a handler and a manager.');
  return { handler, manager };
}

/** What each of them sees of the complaint at the same moment. */
async function lookAround(
  teller: Teller,
  landlord: string,
  reference: string,
  { handler, manager }: { handler: StaffClient; manager: StaffClient },
): Promise<void> {
  teller.say('');
  teller.say(`  What Leila sees of ${reference}:`);
  const seen = await teller.read(handler, reference);
  teller.promises(seen.obligations.filter(({ state }) => state === 'open'));
  const { complaints: list } = await expectStatus(
    await manager.get(`/staff/complaints?landlord=${landlord}`),
    200,
  );
  teller.say('  What the manager sees on the worklist:');
  for (const each of list)
    teller.say(
      `    ${each.reference}  ${each.status}, next due ${describeDate(each.nextDueOn)}, ${each.handler}`,
    );
  teller.say('  Sam Okafor asks for a link, follows it, and sees:');
  await teller.post(`/complaints/${reference}/links`, {}, 202);
  await teller.wait();
  const link = /\/follow#([\w-]{43})/.exec(teller.stack.mails().at(-1)?.text ?? '')?.[1];
  const { session } = await teller.post('/resident-sessions', { link }, 201);
  const view = await expectStatus(
    await teller.stack.request(`/complaints/${reference}`, {
      headers: { authorization: `Bearer ${session}` },
    }),
    200,
  );
  teller.say(`    ${view.standing}`);
  for (const { what, explanation } of view.next) teller.say(`    ${what} ${explanation}`);
  teller.say('  Somebody without a token sees:');
  const stranger = await teller.stack.request(`/staff/complaints/${reference}`);
  teller.say(`    ${stranger.status} ${await stranger.text()}`);
}

function find({ obligations }: Changed, id: string): Promised {
  const found = obligations.find((each) => each.id === id);
  if (!found) throw new StackError(`The complaint has no ${id}.`);
  return found;
}

/** Good enough for January: nothing but weekends is left out. */
function workingDayFrom(date: CivilDate): CivilDate {
  return isWeekend(date) ? workingDayFrom(addDays(date, 1)) : date;
}

function workingDayBefore(date: CivilDate): CivilDate {
  return isWeekend(addDays(date, -1)) ? workingDayBefore(addDays(date, -1)) : addDays(date, -1);
}

function isWeekend(date: CivilDate): boolean {
  return [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
}
