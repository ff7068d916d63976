import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectStatus } from '../../infra/local/staff-client.ts';
import { type Told, taleBegins } from '../../infra/local/tale/tale.ts';
import { tellTales } from '../../infra/local/tale/tell-tales.ts';
import { type JourneyStack, startJourneyStack } from '../support/local-stack.ts';
import { type LandlordId, landlordIds } from '../support/rules.ts';

/**
 * What `npm run story -- --all` tells, judged by dates that are counted by hand: both stages under all six policies, an
 * extension at each, one point of two at stage 2, and an order of the Ombudsman.
 */
let stack: JourneyStack;
let told: Told[];
const lines: string[] = [];
beforeAll(async () => {
  stack = await startJourneyStack({ now: taleBegins });
  told = await tellTales(landlordIds, stack, (line) => lines.push(line));
}, 300_000);
afterAll(() => stack.stop());

type Owed = Record<string, [dueOn: string, metOn: string]>;

const common: Owed = {
  'stage-1-acknowledgement': ['2027-01-04', '2026-12-30'],
  'stage-1-response': ['2027-01-25', '2027-01-20'],
  'action-1': ['2027-04-30', '2027-04-29'],
  'payment-1': ['2027-02-22', '2027-02-01'],
  'stage-2-acknowledgement': ['2027-02-10', '2027-02-05'],
  'stage-2-response': ['2027-03-18', '2027-03-15'],
  'request-1': ['2027-04-15', '2027-04-08'],
  'order-1': ['2027-06-02', '2027-05-28'],
  'order-2': ['2027-06-30', '2027-06-24'],
};
/** Only seed 003 says that root causes are looked at, and so what was learnt is owed. */
const learnt: Owed = {
  'learning-1': ['2027-02-17', '2027-02-01'],
  'learning-2': ['2027-04-14', '2027-03-15'],
};

/** The answer’s date before anybody put it off: counted from the acknowledgement, or from the receipt at seed 003. */
const firstDates: Record<LandlordId, string> = {
  'six-month-limit': '2027-01-14',
  'fifteen-day-window': '2027-01-14',
  'two-ombudsmen': '2027-01-14',
  'counted-from-receipt': '2027-01-11',
  'day-zero': '2027-01-14',
  'code-2024': '2027-01-14',
};

async function read({ landlord, reference, people }: Told, of = '') {
  const whole = await expectStatus(await people.marta.get(`/staff/complaints/${reference}${of}`), 200);
  return { landlord: landlord as LandlordId, ...whole };
}

describe('both stages under six policies', () => {
  it('keep every promise on its day, by the policy and by the Code', async () => {
    for (const each of told) {
      const { landlord, obligations } = await read(each);
      const owed = Object.fromEntries(
        obligations.map(({ id, dueOn, metOn }: { id: string; dueOn: string; metOn: string }) => [
          id,
          [dueOn, metOn],
        ]),
      );
      expect({ landlord, owed }).toEqual({
        landlord,
        owed: landlord === 'counted-from-receipt' ? { ...common, ...learnt } : common,
      });
      for (const { keptPolicy, keptCode } of obligations)
        expect([keptPolicy, keptCode]).toEqual([true, true]);
    }
  });

  it('extend each stage in time, from the date first given', async () => {
    for (const each of told) {
      const { landlord, extensions } = await read(each);
      expect(extensions).toMatchObject([
        { stage: 1, state: 'effective', extends: firstDates[landlord as LandlordId], newDueOn: '2027-01-25' },
        { stage: 2, state: 'effective', extends: '2027-03-05', newDueOn: '2027-03-18' },
      ]);
    }
  });

  it('take one point of two to stage 2, where somebody else decides it', async () => {
    for (const each of told) {
      const { landlord, stage, status, points, decidedStage1, handler } = await read(each);
      expect([stage, status]).toEqual([2, 'closed']);
      expect(points).toMatchObject([
        { id: 'point-1', finding: 'upheld' },
        { id: 'point-2', escalated: true, finding: 'upheld', stage1: { finding: 'not-upheld' } },
      ]);
      expect(decidedStage1).toEqual([`leila@${landlord}.example`]);
      expect(handler).toBe(`jonas@${landlord}.example`);
    }
  });

  it('record what the Ombudsman found, and what became of the money', async () => {
    for (const each of told) {
      const { determinations, orders, offers } = await read(each);
      expect(determinations).toMatchObject([
        {
          ombudsman: 'housing-ombudsman',
          on: '2027-05-05',
          findings: [
            { point: 'point-2', determination: 'maladministration' },
            { point: 'complaint-handling', determination: 'reasonable-redress' },
          ],
        },
      ]);
      expect(orders).toMatchObject([{ binding: true }, { binding: false }]);
      expect(offers).toMatchObject([{ pence: 5_000, state: 'paid' }]);
    }
  });

  it('keep timelines that hang together', async () => {
    for (const each of told) {
      const { intact, entries } = await read(each, '/timeline');
      expect(intact).toBe(true);
      const types = entries.map(({ type }: { type: string }) => type);
      expect(types.filter((type: string) => type === 'ExtensionTookEffect')).toHaveLength(2);
      expect(types).not.toContain('MissedDateApologised');
    }
  });

  it('write to the resident in order, each letter once', () => {
    for (const { landlord, reference } of told) {
      const subjects = stack
        .mails()
        .filter(
          ({ tags, to }) => tags.complaint === reference && to.includes(`sam.okafor@${landlord}.example`),
        )
        .map(({ subject }) => subject.replaceAll(reference, '…'));
      expect({ landlord, subjects }).toEqual({
        landlord,
        subjects: [
          'We have your complaint …',
          // its own wording of it
          landlord === 'day-zero'
            ? 'We are looking into your complaint …'
            : 'How we understand your complaint …',
          'We need more time to answer your complaint …',
          'Our stage 1 answer to your complaint …',
          'Your link to complaint …',
          'An offer to put things right: complaint …',
          'We have paid you what we offered: complaint …',
          'Your link to complaint …',
          'We have your request for stage 2 of complaint …',
          'We are looking at your complaint … again',
          'We need more time to answer your complaint …',
          'Our final answer to your complaint …',
          'We have done what we promised you: complaint …',
          'We have closed your complaint …',
        ],
      });
    }
  });

  it('tell of the right Ombudsmen, the supporters of seed 003, and how to go on', () => {
    for (const { landlord, reference } of told) {
      const final = stack
        .mails()
        .find(({ tags, subject }) => tags.complaint === reference && subject.startsWith('Our final answer'));
      const council =
        'You can ask the Local Government and Social Care Ombudsman to look at this, within 12 months';
      const housing =
        'You can ask the Housing Ombudsman Service to look at this, until Wednesday 15 March 2028, 12 months after this answer.';
      expect(final?.text).toContain(landlord === 'two-ombudsmen' ? council : housing);
      expect(final?.text.includes('Residents’ Complaint Review Group')).toBe(
        landlord === 'counted-from-receipt',
      );
    }
  });

  it('tell the tale that people read, with refusals that say what to do', () => {
    expect(lines.filter((line) => /Sam Okafor sends a complaint to/.test(line))).toHaveLength(6);
    for (const detail of [/needs? a finding|point-1/i, /stage 1/, /action-1/])
      expect(lines.some((line) => line.startsWith('    “') && detail.test(line))).toBe(true);
  });
});
