import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import type { PolicyVersion } from '../../../shared/domain/policy.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintClosed,
  complaintReceived,
  complaintResponded,
  handler,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { excluding } from '../../support/exclusions.ts';
import { at, date, landlordIds, versionOf } from '../../support/rules.ts';

const by = handler;
const now = '2028-05-10T10:00:00Z';
const order = { binding: true, description: textRef(3), dueOn: date('2028-06-07') };
const recommendation = { binding: false, description: textRef(4), dueOn: date('2028-07-05') };
const determining = {
  type: 'RecordDetermination',
  by,
  ombudsman: 'housing-ombudsman',
  findings: [{ point: 'point-1', determination: 'maladministration' }],
  orders: [order, recommendation],
} as const satisfies Command;
const closed = complaintClosed();

describe('what an Ombudsman found of each point', () => {
  it.each([
    'severe-maladministration',
    'maladministration',
    'service-failure',
    'reasonable-redress',
    'no-maladministration',
    'outside-jurisdiction',
  ] as const)('is recorded: %s', (determination) => {
    const findings = [{ point: 'point-1', determination }];
    const { complaint, events } = carryOut(closed, { ...determining, findings, orders: [] }, now);
    expect(events).toEqual([
      {
        type: 'OmbudsmanDetermined',
        by: 'handler',
        happenedAt: '2028-05-10T10:00:00.000Z',
        on: '2028-05-10',
        ombudsman: 'housing-ombudsman',
        findings,
        orders: [],
      },
    ]);
    expect(complaint.determinations).toEqual([
      { ombudsman: 'housing-ombudsman', on: '2028-05-10', findings },
    ]);
    expect(complaint.status).toBe('closed');
  });

  it('is one finding for each, and one of how the complaint was handled', () => {
    const points = [{ definition: textRef(7), responsible: true }];
    const complaint = carryOut(
      complaintAcknowledged(),
      { type: 'AddPoints', by, points },
      '2027-01-05T10:00:00Z',
    ).complaint;
    const findings: Extract<Command, { type: 'RecordDetermination' }>['findings'] = [
      { point: 'point-1', determination: 'no-maladministration' },
      { point: 'point-2', determination: 'outside-jurisdiction' },
      { point: 'complaint-handling', determination: 'service-failure' },
    ];
    const note = textRef(8);
    const { events } = carryOut(complaint, { ...determining, findings, note }, now);
    expect(events).toMatchObject([{ findings, note }]);
  });

  it('is of points that the complaint has', () => {
    const findings = [{ point: 'point-2', determination: 'service-failure' as const }];
    expect(refusalOf(closed, { ...determining, findings }, now)).toEqual({
      type: 'UnknownPoint',
      point: 'point-2',
      known: ['point-1', 'complaint-handling'],
    });
  });

  it('is of how it was handled alone, where nothing was taken on', () => {
    const received = complaintReceived({ receivedAt: '2026-12-29T15:00:00Z' });
    const excluded = carryOut(received, excluding, '2027-01-05T10:00:00Z').complaint;
    const findings = [{ point: 'complaint-handling', determination: 'maladministration' as const }];
    const { complaint } = carryOut(excluded, { ...determining, findings }, now);
    expect(complaint.determinations).toHaveLength(1);
    expect(complaint.status).toBe('excluded');
  });

  it('was found on the day of the letter, which is none before receipt and none to come', () => {
    const happenedAt = at('2028-05-08T10:00:00Z');
    expect(carryOut(closed, { ...determining, happenedAt }, now).complaint.determinations[0]?.on).toBe(
      '2028-05-08',
    );
    expect(refusalOf(closed, { ...determining, happenedAt: at('2026-12-23T14:59:00Z') }, now)).toEqual({
      type: 'HappenedTooEarly',
      notBefore: '2026-12-23T15:00:00.000Z',
      what: 'receipt',
    });
    expect(refusalOf(closed, { ...determining, happenedAt: at('2028-05-10T10:01:00Z') }, now).type).toBe(
      'HappenedInFuture',
    );
  });

  it('comes from an Ombudsman of the landlord', () => {
    expect(refusalOf(closed, { ...determining, ombudsman: 'pensions-ombudsman' }, now).type).toBe(
      'UnknownOmbudsman',
    );
  });
});

describe('seed 003, 5.7: what an Ombudsman orders and recommends', () => {
  const { complaint } = carryOut(closed, determining, now);

  it('is owed, each by its own date, and only an order binds', () => {
    expect(complaint.orders).toEqual([
      { order: 'order-1', binding: true, description: textRef(3) },
      { order: 'order-2', binding: false, description: textRef(4) },
    ]);
    expect(owedBy(complaint, 'order-1')).toEqual({
      id: 'order-1',
      kind: 'ombudsman-order',
      projected: false,
      ownerRank: 'senior-lead',
      dueOn: '2028-06-07',
      derivation: { promisedOn: '2028-05-10', clause: 'ombudsman', setBy: 'Housing Ombudsman Service' },
    });
    expect(owedBy(complaint, 'order-2').dueOn).toBe('2028-07-05');
  });

  it('goes on being numbered where they determine once more', () => {
    const again = carryOut(complaint, { ...determining, orders: [order] }, '2028-05-20T10:00:00Z').complaint;
    expect(again.orders.map(({ order: id }) => id)).toEqual(['order-1', 'order-2', 'order-3']);
    expect(again.determinations).toHaveLength(2);
  });

  it('is not due before it was ordered', () => {
    const orders = [order, { ...recommendation, dueOn: date('2028-05-09') }];
    expect(refusalOf(closed, { ...determining, orders }, now)).toEqual({
      type: 'DateInPast',
      today: '2028-05-10',
    });
    const happenedAt = at('2028-05-08T10:00:00Z');
    const late = carryOut(closed, { ...determining, orders, happenedAt }, now).complaint;
    expect(owedBy(late, 'order-2').dueOn).toBe('2028-05-09');
  });

  it.each(landlordIds)('is answered for at %s by somebody of rank', (landlord) => {
    const findings = [{ point: 'complaint-handling', determination: 'service-failure' as const }];
    const received = complaintReceived({ receivedAt: '2026-12-29T15:00:00Z', landlord });
    const { complaint: determined } = carryOut(received, { ...determining, findings }, now);
    expect(owedBy(determined, 'order-1').ownerRank).toBe('senior-lead');
  });
});

describe('whoever answers for an order', () => {
  const policy = versionOf('day-zero');
  const later = (owner: PolicyVersion['ombudsmanOrders']['owner']) => {
    const { landlord, ...first } = policy;
    const second = {
      ...first,
      effectiveFrom: '2028-01-01',
      ombudsmanOrders: { ...first.ombudsmanOrders, owner },
    };
    return { versions: { landlord, versions: [first, second] } };
  };

  it('does so by the policy in force when it is ordered, whatever the stages run under', () => {
    const responded = complaintResponded();
    expect(
      owedBy(carryOut(responded, determining, now, later('manager')).complaint, 'order-1'),
    ).toMatchObject({
      ownerRank: 'manager',
    });
    const early = { ...determining, orders: [{ ...order, dueOn: date('2027-12-31') }] };
    const before = carryOut(responded, early, '2027-12-30T10:00:00Z', later('manager')).complaint;
    expect(owedBy(before, 'order-1').ownerRank).toBe('senior-lead');
  });

  it('is the handler, who is no rank of its own, where the policy says so', () => {
    const { complaint } = carryOut(closed, determining, now, later('handler'));
    expect(owedBy(complaint, 'order-1')).not.toHaveProperty('ownerRank');
  });
});
