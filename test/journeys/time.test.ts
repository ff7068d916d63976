import { afterEach, describe, expect, it } from 'vitest';
import { createStaffClient, expectStatus } from '../../infra/local/staff-client.ts';
import { mailsByMinute } from '../bench/every-tick.ts';
import { type JourneyStack, sam, startJourneyStack } from '../support/local-stack.ts';
import { complainAs } from '../support/sending-journey.ts';

let stack: JourneyStack | undefined;
afterEach(() => stack?.stop());

async function startWith(complaints: number, now: string): Promise<JourneyStack> {
  stack = await startJourneyStack({ now });
  const started = stack;
  await Promise.all(Array.from({ length: complaints }, (_, each) => complainAs(started, `resident${each}`)));
  await stack.settle();
  return stack;
}

/** Before the rung of the day itself: complaints of a week before, logged by staff early. */
async function startBeforeRung(everyTick: boolean): Promise<JourneyStack> {
  stack = await startJourneyStack({ now: '2026-12-14T08:40:00Z', everyTick });
  const member = { name: 'Leila Haddad', email: 'leila@larkfield-homes.example' };
  const leila = createStaffClient(stack, { ...member, roles: ['handler'], landlords: ['day-zero'] });
  const complaint = { landlord: 'day-zero', channel: 'phone', receivedAt: '2026-12-07T23:00:00Z', ...sam };
  for (let logged = 0; logged < 5; logged++)
    await expectStatus(await leila.send('POST', '/staff/complaints', complaint), 201);
  await stack.settle();
  return stack;
}

describe('moving time', () => {
  it('by jumps gives the same mail at the same minutes as every tick, over the hour of a rung', async () => {
    const mails: string[][] = [];
    for (const everyTick of [false, true]) {
      const started = await startBeforeRung(everyTick);
      await started.moveClock('2026-12-14T09:10:00Z');
      mails.push(mailsByMinute(started));
      await started.stop();
    }
    const [jumping = [], ticking] = mails;
    expect(jumping.map((mail) => mail.slice(0, 16))).toEqual([
      ...Array(5).fill('2026-12-14T08:40'),
      ...Array(10).fill('2026-12-14T09:00'),
    ]);
    expect(ticking).toEqual(jumping);
  }, 300_000);

  // `npm run bench -- sixty-days` does the same with a hundred complaints, and judges how long it takes.
  it('by sixty days sends each mail once', async () => {
    const complaints = 3;
    const started = await startWith(complaints, '2026-12-23T15:00:00Z');
    await started.moveClock('2027-02-21T15:00:00Z');
    const mailsOfOne = 19;
    expect(started.mails().filter(({ tags }) => tags.complaint)).toHaveLength(complaints * mailsOfOne);
    // from 24 December each working morning to those who handle, from 5 January to the manager too
    const digests = started.mails().filter(({ tags }) => tags.landlord);
    expect(digests).toHaveLength(39 + 34);
    const once = new Set(started.mails().map(({ tags: { complaint, notice } }) => `${complaint} ${notice}`));
    expect(once.size).toBe(complaints * mailsOfOne + digests.length);
  }, 300_000);
});
