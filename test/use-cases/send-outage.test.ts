import { describe, expect, it } from 'vitest';
import { addMinutes, type Instant, millisecondsOf } from '../../shared/domain/london-time.ts';
import { nameOwner } from '../../shared/domain/notice-owner.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { dutyOf, type Notice } from '../../shared/domain/stored-notice.ts';
import { landlords } from '../../shared/landlords/landlords.ts';
import type { Rules } from '../../shared/use-cases/rules.ts';
import { at, policyOf } from '../support/rules.ts';
import { World } from '../support/world.ts';

/** A Tuesday: over the three days acknowledgements near their date, and reminders follow one another. */
const down = at('2027-01-12T00:00:00Z');
const minutesDown = 3 * 24 * 60;
const up = addMinutes(down, minutesDown);
/** As long as the sender waits at most before it asks once more. */
const minutesPerRun = 10;

/** What was accepted, and when. */
interface Taken {
  complaint: string | undefined;
  notice: string | undefined;
  minutesAfter: number;
}

/** The policies that ship, by which the team leader is mailed before a date too. */
function remindingLeaders(): Rules['policies'] {
  const policy = policyOf('day-zero');
  const versions = policy.versions.map((each) => ({
    ...each,
    ladder: {
      ...each.ladder,
      rungs: each.ladder.rungs.map((rung) =>
        rung.workingDays < 0 ? { ...rung, to: ['team-leader' as const] } : rung,
      ),
    },
  }));
  return new Map([...landlords, ['day-zero', { ...policy, versions }]]);
}

/** SES answers 503 for three days; complaints go on coming in, and reminders go on being owed. */
async function threeDaysDown(complaints: number) {
  const world = new World('2027-01-06T10:00:00Z');
  world.rules = { ...world.rules, policies: remindingLeaders() };
  const references: Reference[] = [];
  const receive = async (now: Instant) => {
    world.now = now;
    const email = `resident-${references.length}@example.com`;
    references.push(await world.receiveOne({ complainant: { name: 'Sam Okoro', email } }));
  };
  for (let count = 0; count < complaints; count++) await receive(world.now);
  await world.send();
  world.answer = () => ({ type: 'unknown', error: 'ServiceUnavailable' });
  let longestWait = 0;
  for (let minute = 0; minute < minutesDown; minute += minutesPerRun) {
    const now = addMinutes(down, minute);
    if (minute % 480 === 60) await receive(now);
    if (minute % 60 === 0) await world.sweep(now);
    const { oldestUnsentSeconds, circuitOpen } = await world.runSender(now);
    longestWait = Math.max(longestWait, circuitOpen ? oldestUnsentSeconds : 0);
  }
  const tried = world.inbox.length;
  const taken: Taken[] = [];
  world.answer = ({ tags: { complaint, notice } }) => {
    taken.push({
      complaint,
      notice,
      minutesAfter: (millisecondsOf(world.now) - millisecondsOf(up)) / 60_000,
    });
    return { type: 'accepted', messageId: `m-${world.inbox.length}` };
  };
  for (let minute = 0; minute < 5 * 60; minute++) await world.send(addMinutes(up, minute));
  return { world, references, taken, tried, longestWait };
}

/** Where a notice stands in the order in which mail leaves. */
function placeOf({ lane, owedAt, ...rest }: Notice): string {
  return `${lane === 'statutory' ? 1 : 2} ${dutyOf({ owedAt, ...rest })} ${owedAt}`;
}

describe('SES down for three days, then back', () => {
  it('everything owed of many goes out within four hours, none twice, and reminders that newer ones replaced do not', async () => {
    const { world, references, taken, tried, longestWait } = await threeDaysDown(60);
    const all = (await Promise.all(references.map((each) => world.store.notices(each)))).flat();
    expect(all.filter(({ status }) => !['accepted', 'delivered', 'cancelled'].includes(status))).toEqual([]);
    expect(Math.max(...taken.map(({ minutesAfter }) => minutesAfter))).toBeLessThanOrEqual(240);
    const receipts = taken.filter(({ notice }) => notice === 'receipt');
    expect(receipts).toHaveLength(9);
    const reminders = all.filter(({ kind }) => kind === 'alert');
    const cancelled = reminders.filter(({ status }) => status === 'cancelled');
    expect(cancelled.length).toBeGreaterThan(0);
    expect(cancelled.every(({ messageId }) => messageId === undefined)).toBe(true);
    const sent = taken.filter(({ notice }) => notice?.startsWith('alert_'));
    expect(sent).toHaveLength(reminders.length - cancelled.length);
    expect(
      all.map(({ failed }) => failed.unknown).filter((unknown) => unknown > 0).length,
    ).toBeLessThanOrEqual(2);
    expect(tried).toBeLessThan(60 + minutesDown / 10 + 20);
    // The first one asked; the others followed in order as soon as it was taken.
    const [, ...others] = taken.filter(({ minutesAfter }) => minutesAfter === taken[0]?.minutesAfter);
    const places = others.map(({ complaint, notice }) => {
      const found = all.find(({ owner, id }) => id === notice && nameOwner(owner).endsWith(`${complaint}`));
      return found ? placeOf(found) : '';
    });
    expect(places.length).toBeGreaterThan(60);
    expect(places).toEqual(places.toSorted());
    expect(longestWait).toBeGreaterThan(3600);
    expect(world.problems).toEqual([]);
  });

  it('of few each has asked so often that SES may have five of it: they are given up, and residents are called', async () => {
    const { world, references } = await threeDaysDown(2);
    const all = (await Promise.all(references.map((each) => world.store.notices(each)))).flat();
    expect(all.filter(({ attempts }) => attempts > 5)).toEqual([]);
    const givenUp = all.filter(({ status }) => status === 'given-up');
    const receipts = givenUp.filter(({ kind }) => kind === 'receipt');
    expect(receipts.length).toBeGreaterThan(0);
    for (const { owner } of receipts) {
      const reference = owner.type === 'complaint' ? owner.reference : undefined;
      const { complaint } = (reference && (await world.store.load(reference))) || {};
      expect(complaint?.obligations.map(({ id }) => id)).toContain('contact-receipt');
    }
  });
});
