import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Complaint, ComplaintEvent } from '../../shared/domain/complaint.ts';
import { complaintSchema } from '../../shared/domain/complaint.ts';
import type { Command } from '../../shared/domain/decide.ts';
import { climbLadder } from '../../shared/domain/ladder.ts';
import { instantOf } from '../../shared/domain/london-time.ts';
import { accepted, decideReceipt, fold, when } from '../support/complaints.ts';
import { contextAt, type LandlordId, landlordIds } from '../support/rules.ts';

/** A random life: received at some instant of 2024–2028, then time and the mail system at random instants. */
interface History {
  landlord: LandlordId;
  receivedAt: number;
  reachableByEmail: boolean;
  steps: { afterMinutes: number; command: Command }[];
}

const delivery = fc.constantFrom<Command>(
  ...(['accepted', 'delivered', 'bounced', 'rejected', 'reported-as-spam', 'refused-by-ses'] as const).map(
    (outcome): Command => ({ type: 'RecordDelivery', notice: 'receipt', kind: 'receipt', outcome }),
  ),
);
const timePassed: fc.Arbitrary<Command> = fc.constant({ type: 'TimePassed' });

const history: fc.Arbitrary<History> = fc.record({
  landlord: fc.constantFrom(...landlordIds),
  receivedAt: fc.integer({ min: Date.UTC(2024, 3, 1), max: Date.UTC(2028, 11, 31) }),
  reachableByEmail: fc.boolean(),
  steps: fc.array(
    fc.record({
      afterMinutes: fc.oneof(
        fc.integer({ min: 0, max: 2_880 }),
        fc.integer({ min: 0, max: 43_200 }),
        fc.constant(0),
      ),
      command: fc.oneof({ weight: 4, arbitrary: timePassed }, { weight: 1, arbitrary: delivery }),
    }),
    { minLength: 1, maxLength: 20 },
  ),
});

interface Lived {
  events: ComplaintEvent[];
  noticeIds: string[];
  complaint: Complaint;
  now: string;
}

function begin({ landlord, receivedAt, reachableByEmail }: History): Lived {
  const now = instantOf(receivedAt);
  const { events, notices } = accepted(decideReceipt({ receivedAt: now, landlord, reachableByEmail }));
  return { events, noticeIds: notices.map(({ id }) => id), complaint: fold(events), now };
}

function takeStep(
  lived: Lived,
  landlord: LandlordId,
  { afterMinutes, command }: History['steps'][number],
): Lived {
  const now = instantOf(Date.parse(lived.now) + afterMinutes * 60_000);
  const after = when(lived.complaint, command, contextAt(now, landlord));
  if (command.type === 'TimePassed') {
    const again = when(after.complaint, command, contextAt(now, landlord));
    expect([again.events, again.notices]).toEqual([[], []]);
    expect((after.wakes ?? '') > now).toBe(true);
  }
  return {
    events: [...lived.events, ...after.events],
    noticeIds: [...lived.noticeIds, ...after.notices.map(({ id }) => id)],
    complaint: after.complaint,
    now,
  };
}

/** Rungs that an obligation's alerts gave or stand for. */
function rungsTold(events: ComplaintEvent[], obligation: string): number[] {
  return events.flatMap((event) =>
    event.type === 'AlertGiven' && event.obligation === obligation
      ? [...event.skipped, event.workingDays]
      : [],
  );
}

const live = (history: History) =>
  history.steps.reduce((lived, step) => takeStep(lived, history.landlord, step), begin(history));

const thousand = { numRuns: 1_000 };

describe('a thousand random histories', () => {
  it('are told again by their events; time says nothing twice and always wakes later', () => {
    fc.assert(
      fc.property(history, (each) => {
        const { events, complaint } = live(each);
        expect(fold(events)).toEqual(complaint);
        expect(complaintSchema.parse(JSON.parse(JSON.stringify(complaint)))).toEqual(complaint);
      }),
      thousand,
    );
  });

  it('give each rung of each obligation once, and leave none out that has passed', () => {
    fc.assert(
      fc.property(history, (each) => {
        const silent = begin(each);
        const lived = takeStep(live(each), each.landlord, {
          afterMinutes: 0,
          command: { type: 'TimePassed' },
        });
        const { policy, calendar, now } = contextAt(lived.now, each.landlord);
        for (const obligation of silent.complaint.obligations) {
          const { passed } = climbLadder(obligation, policy, calendar, now);
          expect(rungsTold(lived.events, obligation.id)).toEqual(passed.map((rung) => rung.workingDays));
        }
      }),
      thousand,
    );
  });

  it('owe each notice once, and an apology once to those who can be mailed and to nobody else', () => {
    fc.assert(
      fc.property(history, (each) => {
        const { noticeIds, events } = live(each);
        expect(new Set(noticeIds).size).toBe(noticeIds.length);
        const apologies = events.flatMap((event) =>
          event.type === 'MissedDateApologised' ? [event.obligation] : [],
        );
        expect(new Set(apologies).size).toBe(apologies.length);
        if (!each.reachableByEmail) expect(noticeIds.filter((id) => !id.startsWith('alert_'))).toEqual([]);
      }),
      thousand,
    );
  });

  it('are not empty: most of them alert somebody and many apologise', () => {
    const sampled = fc.sample(history, { numRuns: 300, seed: 7 }).map((each) => live(each).events);
    const count = (type: ComplaintEvent['type']) =>
      sampled.filter((events) => events.some((event) => event.type === type)).length;
    expect(count('AlertGiven')).toBeGreaterThan(150);
    expect(count('MissedDateApologised')).toBeGreaterThan(60);
    expect(count('NoticeNotDelivered')).toBeGreaterThan(60);
  });
});
