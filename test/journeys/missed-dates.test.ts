import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JourneyStack, startJourneyStack } from '../support/local-stack.ts';

/**
 * A complaint that nobody deals with, from its receipt to the apology for its answer, beside the digests. Every date is counted by hand
 * from the policy and the printed bank holidays; 09:00 and 12:00 are times in London.
 */
let stack: JourneyStack;
beforeAll(async () => {
  stack = await startJourneyStack();
});
afterAll(() => stack.stop());

const to = {
  resident: 'sam.okafor@example.com',
  handler: 'complaints.team',
  leader: 'complaints.lead',
  manager: 'customer.manager',
  seniorLead: 'senior.lead',
};

interface Journey {
  when: string;
  receivedAt: string;
  landlord: string;
  due: { kind: string; dueOn: string; projected?: true }[];
  until: string;
  mails: [at: string, to: string, task: 'acknowledge' | 'respond' | 'sorry' | 'receipt'][];
}

const journeys: Journey[] = [
  {
    when: 'on a Saturday, answered after Easter and the clock change',
    receivedAt: '2026-03-14T10:00:00Z',
    landlord: 'code-2024',
    due: [
      { kind: 'stage-1-acknowledgement', dueOn: '2026-03-20' },
      { kind: 'stage-1-response', dueOn: '2026-04-07', projected: true },
    ],
    until: '2026-04-08T12:00:00Z',
    mails: [
      ['2026-03-14T10:00:00.000Z', to.resident, 'receipt'],
      ['2026-03-20T09:00:00.000Z', to.handler, 'acknowledge'],
      ['2026-03-20T09:00:00.000Z', to.leader, 'acknowledge'],
      ['2026-03-23T09:00:00.000Z', to.manager, 'acknowledge'],
      ['2026-03-23T12:00:00.000Z', to.resident, 'sorry'],
      ['2026-03-27T09:00:00.000Z', to.seniorLead, 'acknowledge'],
      ['2026-04-07T08:00:00.000Z', to.handler, 'respond'],
      ['2026-04-07T08:00:00.000Z', to.leader, 'respond'],
      ['2026-04-07T08:00:00.000Z', to.seniorLead, 'acknowledge'],
      ['2026-04-08T08:00:00.000Z', to.manager, 'respond'],
      ['2026-04-08T11:00:00.000Z', to.resident, 'sorry'],
    ],
  },
  {
    when: 'on the day before Good Friday',
    receivedAt: '2026-04-02T14:00:00Z',
    landlord: 'counted-from-receipt',
    due: [
      { kind: 'stage-1-acknowledgement', dueOn: '2026-04-13' },
      { kind: 'stage-1-response', dueOn: '2026-04-20' },
    ],
    until: '2026-04-21T12:00:00Z',
    mails: [
      ['2026-04-02T14:00:00.000Z', to.resident, 'receipt'],
      ['2026-04-13T08:00:00.000Z', to.handler, 'acknowledge'],
      ['2026-04-13T08:00:00.000Z', to.leader, 'acknowledge'],
      ['2026-04-14T08:00:00.000Z', to.manager, 'acknowledge'],
      ['2026-04-14T11:00:00.000Z', to.resident, 'sorry'],
      ['2026-04-20T08:00:00.000Z', to.handler, 'respond'],
      ['2026-04-20T08:00:00.000Z', to.leader, 'respond'],
      ['2026-04-20T08:00:00.000Z', to.seniorLead, 'acknowledge'],
      ['2026-04-21T08:00:00.000Z', to.manager, 'respond'],
      ['2026-04-21T11:00:00.000Z', to.resident, 'sorry'],
    ],
  },
  {
    when: 'on 23 December',
    receivedAt: '2026-12-23T15:00:00Z',
    landlord: 'day-zero',
    due: [
      { kind: 'stage-1-acknowledgement', dueOn: '2027-01-04' },
      { kind: 'stage-1-response', dueOn: '2027-01-18', projected: true },
    ],
    until: '2027-01-19T13:00:00Z',
    mails: [
      ['2026-12-23T15:00:00.000Z', to.resident, 'receipt'],
      ['2027-01-04T09:00:00.000Z', to.handler, 'acknowledge'],
      ['2027-01-04T09:00:00.000Z', to.leader, 'acknowledge'],
      ['2027-01-05T09:00:00.000Z', to.manager, 'acknowledge'],
      ['2027-01-05T12:00:00.000Z', to.resident, 'sorry'],
      ['2027-01-11T09:00:00.000Z', to.seniorLead, 'acknowledge'],
      ['2027-01-18T09:00:00.000Z', to.handler, 'respond'],
      ['2027-01-18T09:00:00.000Z', to.leader, 'respond'],
      ['2027-01-18T09:00:00.000Z', to.seniorLead, 'acknowledge'],
      ['2027-01-19T09:00:00.000Z', to.manager, 'respond'],
      ['2027-01-19T12:00:00.000Z', to.resident, 'sorry'],
    ],
  },
  {
    when: 'at 23:30Z on a summer evening, which is the next day in London',
    receivedAt: '2026-06-30T23:30:00Z',
    landlord: 'day-zero',
    due: [
      { kind: 'stage-1-acknowledgement', dueOn: '2026-07-08' },
      { kind: 'stage-1-response', dueOn: '2026-07-22', projected: true },
    ],
    until: '2026-07-15T12:00:00Z',
    mails: [
      ['2026-06-30T23:30:00.000Z', to.resident, 'receipt'],
      ['2026-07-08T08:00:00.000Z', to.handler, 'acknowledge'],
      ['2026-07-08T08:00:00.000Z', to.leader, 'acknowledge'],
      ['2026-07-09T08:00:00.000Z', to.manager, 'acknowledge'],
      ['2026-07-09T11:00:00.000Z', to.resident, 'sorry'],
      ['2026-07-15T08:00:00.000Z', to.seniorLead, 'acknowledge'],
    ],
  },
];

const subjects = {
  receipt: /^We have your complaint/,
  sorry: /^We are sorry: we missed a date/,
  acknowledge: /: Acknowledge the complaint, /,
  respond: /: Send the stage 1 response, /,
};

describe('a complaint that nobody deals with', () => {
  it.each(journeys)(
    'received $when gets its dates, each single mail once, and an apology',
    async (journey) => {
      await stack.reset(journey.receivedAt);
      const { obligations, status } = await stack.accepted(journey.landlord);
      expect(status).toBe('received');
      expect(obligations.map(({ explanation: _, ...rest }) => rest)).toEqual(journey.due);

      await stack.settle();
      await stack.moveClock(journey.until);

      const mails = stack.mails().filter(({ tags }) => !tags.notice?.startsWith('digest_'));
      const seen = mails.map(({ at, to: [recipient = ''], subject }) => {
        const task = Object.entries(subjects).find(([, pattern]) => pattern.test(subject))?.[0];
        return `${at.slice(0, 16)} ${recipient.split('@')[0]} ${task}`;
      });
      const expected = journey.mails.map(
        ([at, recipient, task]) => `${at.slice(0, 16)} ${recipient.split('@')[0]} ${task}`,
      );
      expect(seen.toSorted()).toEqual(expected.toSorted());
    },
  );
});
