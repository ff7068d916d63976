import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectStatus } from '../../infra/local/staff-client.ts';
import { type JourneyStack, sam, startJourneyStack } from '../support/local-stack.ts';
import { complainAs } from '../support/sending-journey.ts';
import { acknowledge, addressOf, gatherStaff } from '../support/staff-journey.ts';

/** The morning of Monday 4 January 2027 at `day-zero`, after the holidays. Dates are counted by hand from its policy. */
let stack: JourneyStack;
let staff: Awaited<ReturnType<typeof gatherStaff>>;
const of = { overdue: '', dueToday: '', dueSoon: '', unreached: '', unassigned: '' };
const team = 'complaints.team@larkfield-homes.example';

/** Digests of a day, by whom they went to. */
const digestsOn = (day: string) =>
  Object.fromEntries(
    stack
      .mails()
      .filter(({ at, tags }) => at.startsWith(day) && tags.notice?.startsWith('digest_'))
      .map(({ at, to: [recipient = ''], subject, text }) => [
        recipient,
        { at: at.slice(11, 16), subject, text },
      ]),
  );

const put = async (name: 'owen' | 'leila', change: object) => {
  const row = {
    name: 'Owen Pritchard',
    email: addressOf(name),
    teams: ['north'],
    leads: [],
    landlords: ['day-zero'],
    leave: [],
    disabled: false,
    ...change,
  };
  const path = `/staff/people/${encodeURIComponent(addressOf(name))}`;
  await expectStatus(await staff.ian.send('PUT', path, row, { 'if-match': '"0"' }), 200);
};
const assign = async (reference: string, to: 'leila' | 'owen') =>
  expectStatus(
    await staff.marta.change(reference, 'assignment', { handler: addressOf(to), team: 'north' }),
    200,
  );

beforeAll(async () => {
  stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z' });
  staff = await gatherStaff(stack);
  const complaint = { landlord: 'day-zero', channel: 'phone', receivedAt: '2026-12-21T10:00:00Z', ...sam };
  const logged = await expectStatus(await staff.leila.send('POST', '/staff/complaints', complaint), 201);
  of.overdue = logged.reference;
  of.dueToday = await complainAs(stack, 'today');
  of.unreached = await complainAs(stack, 'unreached');
  of.unassigned = await complainAs(stack, 'unassigned');
  await stack.moveClock('2026-12-24T10:00:00Z');
  of.dueSoon = await complainAs(stack, 'soon');
  for (const reference of [of.overdue, of.dueToday, of.unreached]) await assign(reference, 'leila');
  await assign(of.dueSoon, 'owen');
  await acknowledge(staff.leila, of.unreached);
  await put('owen', { leave: [{ from: '2027-01-04', to: '2027-01-08' }], cover: addressOf('leila') });
  await stack.settle();
});
afterAll(() => stack?.stop());

describe('the digest of a bad Monday', () => {
  it('is none on a bank holiday, nor at the weekend', async () => {
    await stack.moveClock('2026-12-31T12:00:00Z');
    expect(Object.keys(digestsOn('2026-12-31')).toSorted()).toEqual([
      team,
      addressOf('leila'),
      addressOf('owen'),
    ]);
    const lost = stack
      .mails()
      .find(({ tags }) => tags.complaint === of.unreached && tags.notice === 'acknowledgement');
    const path = `/_local/mail/${lost?.messageId}/event`;
    const bounced = await stack.request(path, { method: 'POST', body: JSON.stringify({ type: 'Bounce' }) });
    expect(bounced.ok).toBe(true);
    await stack.settle();
    await stack.moveClock('2027-01-04T07:29:00Z');
    for (const day of ['2027-01-01', '2027-01-02', '2027-01-03']) expect(digestsOn(day)).toEqual({});
  });

  it('is one mail for each who has something to do or to know, with what was met before it left left out', async () => {
    await stack.moveClock('2027-01-04T07:30:00Z');
    expect(digestsOn('2027-01-04')).toEqual({});
    await acknowledge(staff.leila, of.dueToday);
    await stack.moveClock('2027-01-04T08:00:00Z');

    const digests = digestsOn('2027-01-04');
    const subjects = Object.entries(digests).map(([to, { subject }]) => `${to} ${subject}`);
    expect(subjects.toSorted()).toEqual([
      `${team} Complaints for you: 1 without a handler`,
      `${addressOf('leila')} Complaints for you: 1 overdue, 1 due today, 1 due soon`,
      `${addressOf('marta')} Complaints for you: 1 not reached`,
    ]);
    const lines = digests[addressOf('leila')]?.text.match(/^- .*$/gm);
    expect(lines).toEqual([
      `- ${of.overdue}: Acknowledge the complaint by Wednesday 30 December 2026, 2 working days overdue.`,
      expect.stringMatching(
        new RegExp(`^- ${of.unreached}: Phone or write .* by Monday 4 January 2027, due today\\.$`),
      ),
      `- ${of.dueSoon}: Acknowledge the complaint by Tuesday 5 January 2027, due in 1 working day (for Owen Pritchard, who is away).`,
    ]);
    expect(digests[addressOf('marta')]?.text).toContain(of.unreached);
    expect(digests[team]?.text).toContain(of.unassigned);
    for (const { text } of Object.values(digests)) expect(text).not.toContain(of.dueToday);
  });

  it('comes once, and single mails only of what breaks', async () => {
    await stack.moveClock('2027-01-04T23:00:00Z');
    const toLeila = stack
      .mails()
      .filter(({ at, to }) => at.startsWith('2027-01-04') && to.includes(addressOf('leila')))
      .map(({ tags }) => tags.notice);
    expect(toLeila).toEqual([
      'digest_2027-01-04',
      expect.stringMatching(/^alert_contact-.*_2027-01-04_0_handler$/),
    ]);
  });
});
