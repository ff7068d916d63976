import { describe, expect, it } from 'vitest';
import { nextWake } from '../../shared/domain/commands/time-passed.ts';
import { decide } from '../../shared/domain/decide.ts';
import { policyInForce, policySchema } from '../../shared/domain/policy.ts';
import type { Receive } from '../../shared/domain/receiving.ts';
import { accepted, complaintReceived, decideReceipt, sample } from '../support/complaints.ts';
import { at, contextAt, date, type LandlordId, policyOf } from '../support/rules.ts';

const receiveAt = (receivedAt: string, landlord?: LandlordId) =>
  complaintReceived({ receivedAt, ...(landlord && { landlord }) });

const dates = (receivedAt: string, landlord?: LandlordId) =>
  receiveAt(receivedAt, landlord).obligations.map(({ kind, dueOn, projected }) => [kind, dueOn, projected]);

describe('a complaint that comes of a survey (Code 1.6, 6.2)', () => {
  const now = '2026-12-23T15:00:00Z';
  const surveyed = (said: Partial<Receive>) =>
    decideReceipt({ receivedAt: now, said: { channel: 'survey', ...said } });

  it('was received on the day on which the person chose to complain, where nothing else is said', () => {
    expect(accepted(surveyed({ chosenOn: date('2026-12-21') })).events).toMatchObject([
      {
        receivedAt: '2026-12-21T00:00:00.000Z',
        receivedOn: '2026-12-21',
        loggedAt: '2026-12-23T15:00:00.000Z',
      },
    ]);
    expect(accepted(surveyed({ chosenOn: date('2026-12-23') })).events).toMatchObject([
      { receivedAt: '2026-12-23T15:00:00.000Z' },
    ]);
  });

  it('was not received after it', () => {
    const chosenOn = date('2026-12-21');
    expect(surveyed({ chosenOn, receivedAt: at('2026-12-22T00:00:00Z') })).toEqual({
      type: 'Refused',
      refusal: { type: 'ReceivedAfterChoice', chosenOn: '2026-12-21' },
    });
    expect(surveyed({ chosenOn, receivedAt: at('2026-12-21T23:59:59Z') }).type).toBe('Accepted');
    expect(surveyed({ chosenOn, receivedAt: at(now), raisedIn: sample }).type).toBe('Accepted');
  });
});

describe('a complaint received on Wednesday 23 December 2026 by day-zero (Code 6.2, 6.3)', () => {
  const decision = accepted(decideReceipt({ receivedAt: '2026-12-23T15:00:00Z' }));

  it('owes an acknowledgement by 4 January and, as a projection, an answer by 18 January', () => {
    expect(dates('2026-12-23T15:00:00Z')).toEqual([
      ['stage-1-acknowledgement', '2027-01-04', false],
      ['stage-1-response', '2027-01-18', true],
    ]);
  });

  it('is one event, which holds nothing that the resident wrote', () => {
    expect(decision.events).toHaveLength(1);
    const { obligations, ...event } = decision.events[0] as Record<string, unknown> & {
      obligations: unknown;
    };
    expect(obligations).toHaveLength(2);
    expect(event).toEqual({
      type: 'ComplaintReceived',
      reference: sample,
      landlord: 'day-zero',
      policyEffectiveFrom: '2024-04-01',
      channel: 'web-form',
      receivedAt: '2026-12-23T15:00:00.000Z',
      receivedOn: '2026-12-23',
      loggedAt: '2026-12-23T15:00:00.000Z',
      reachableByEmail: true,
      staffComplainedAbout: [],
      madeBy: 'individual',
      personalTextHash: 'hash-of-personal-text',
    });
  });

  it('owes the resident one receipt, in the statutory lane, that depends on nothing', () => {
    expect(decision.notices.map(({ values: _, ...notice }) => notice)).toEqual([
      {
        id: 'receipt',
        kind: 'receipt',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        tells: [
          { obligation: 'stage-1-acknowledgement', dueOn: '2027-01-04' },
          { obligation: 'stage-1-response', dueOn: '2027-01-18' },
        ],
      },
    ]);
  });

  it('wakes first three working days before the first date, at nine in London', () => {
    const complaint = receiveAt('2026-12-23T15:00:00Z');
    expect(nextWake(complaint, contextAt('2026-12-23T15:00:00Z'))).toBe('2026-12-29T09:00:00.000Z');
  });

  it('stands as received at stage 1 under the policy of that day, with nothing alerted', () => {
    expect(receiveAt('2026-12-23T15:00:00Z')).toMatchObject({
      reference: sample,
      stage: 1,
      status: 'received',
      policyEffectiveFrom: '2024-04-01',
      residentUnreached: false,
    });
  });
});

describe('other days of receipt', () => {
  it('counts an answer from receipt where the policy says so (seed 003)', () => {
    expect(dates('2026-12-23T15:00:00Z', 'counted-from-receipt')).toEqual([
      ['stage-1-acknowledgement', '2027-01-04', false],
      ['stage-1-response', '2027-01-11', false],
    ]);
  });

  it.each([
    ['a Saturday', '2026-03-14T10:00:00Z', '2026-03-20', '2026-04-07'],
    ['the eve of Good Friday', '2026-04-02T16:00:00Z', '2026-04-13', '2026-04-27'],
    ['Good Friday itself', '2026-04-03T10:00:00Z', '2026-04-13', '2026-04-27'],
    ['a summer evening that is 1 July in London', '2026-06-30T23:30:00Z', '2026-07-08', '2026-07-22'],
    ['the last minute of 30 June in London', '2026-06-30T22:59:00Z', '2026-07-07', '2026-07-21'],
    ['Christmas Day', '2026-12-25T12:00:00Z', '2027-01-05', '2027-01-19'],
    ['a leap day', '2028-02-29T12:00:00Z', '2028-03-07', '2028-03-21'],
  ])('%s', (_, receivedAt, acknowledgeBy, answerBy) => {
    expect(dates(receivedAt).map(([, dueOn]) => dueOn)).toEqual([acknowledgeBy, answerBy]);
  });

  it('is decided by the version in force on the day in London, not the day in UTC', () => {
    const [first] = policyOf('day-zero').versions;
    if (!first) throw new Error('no version');
    const policy = policySchema.parse({
      landlord: 'day-zero',
      versions: [first, { ...first, effectiveFrom: '2026-07-01' }],
    });
    const context = {
      ...contextAt('2026-06-30T23:30:00Z'),
      policy: policyInForce(policy, date('2026-07-01')),
    };
    const { events } = accepted(decide(undefined, command({}), context));
    expect(events[0]).toMatchObject({ receivedOn: '2026-07-01', policyEffectiveFrom: '2026-07-01' });
  });
});

describe('someone without an email address', () => {
  it('is owed no receipt, but every date', () => {
    const decision = accepted(decideReceipt({ receivedAt: '2026-12-23T15:00:00Z', reachableByEmail: false }));
    expect(decision.notices).toEqual([]);
    expect(decision.events[0]).toMatchObject({ reachableByEmail: false });
    expect(decision.events[0]).toHaveProperty('obligations.1.dueOn', '2027-01-18');
  });
});

describe('the days of what happened (Code 2.3)', () => {
  const decideOn = (days: Pick<Receive, 'issueOccurredOn' | 'becameAwareOn'>, now = '2026-12-23T15:00:00Z') =>
    decide(undefined, command(days), contextAt(now));

  it('are kept, and an old one is no reason to refuse', () => {
    const days = { issueOccurredOn: date('1999-05-01'), becameAwareOn: date('2026-12-01') };
    expect(accepted(decideOn(days)).events[0]).toMatchObject(days);
  });

  it('may be the day of receipt, and both the same day', () => {
    const today = date('2026-12-23');
    expect(decideOn({ issueOccurredOn: today, becameAwareOn: today }).type).toBe('Accepted');
  });

  it('may not lie after the receipt', () => {
    expect(decideOn({ issueOccurredOn: date('2026-12-24') })).toEqual({
      type: 'Refused',
      refusal: { type: 'IssueAfterReceipt', issueOccurredOn: '2026-12-24', receivedOn: '2026-12-23' },
    });
    expect(decideOn({ becameAwareOn: date('2026-12-24') })).toEqual({
      type: 'Refused',
      refusal: { type: 'AwareAfterReceipt', becameAwareOn: '2026-12-24', receivedOn: '2026-12-23' },
    });
  });

  it('are judged by the day in London: at half past midnight in summer, today has begun', () => {
    const now = '2026-06-30T23:30:00Z';
    expect(decideOn({ issueOccurredOn: date('2026-07-01') }, now).type).toBe('Accepted');
    expect(decideOn({ issueOccurredOn: date('2026-07-02') }, now).type).toBe('Refused');
  });

  it('may not have been noticed before they happened', () => {
    const days = { issueOccurredOn: date('2026-12-02'), becameAwareOn: date('2026-12-01') };
    expect(decideOn(days)).toEqual({ type: 'Refused', refusal: { type: 'AwareBeforeIssue', ...days } });
  });
});

function command(days: Pick<Receive, 'issueOccurredOn' | 'becameAwareOn'>): Receive {
  return {
    type: 'Receive',
    reference: sample,
    channel: 'web-form',
    reachableByEmail: true,
    personalTextHash: 'hash',
    ...days,
  };
}
