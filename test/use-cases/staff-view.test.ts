import { describe, expect, it } from 'vitest';
import { complaintBody } from '../../shared/contracts/staff-complaint.ts';
import type { Complaint } from '../../shared/domain/complaint.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { describeForStaff, describeObligation } from '../../shared/use-cases/staff-view.ts';
import { metOn, obligation, ref } from '../support/complaint-parts.ts';
import { carryOut, complaintResponded, handler, textRef } from '../support/complaints.ts';
import { fullAtStage2, fullComplaint } from '../support/resident-view.ts';
import { contextAt, date, type LandlordId } from '../support/rules.ts';

/** What staff read, each text as its own id. */
function read(complaint: Complaint) {
  const texts = { get: (id: string) => id } as ReadonlyMap<string, string>;
  return describeForStaff({
    stored: { complaint, version: 1, head: '' },
    personal: undefined,
    texts,
    basis: contextAt('2027-01-21T10:00:00Z', complaint.landlord as LandlordId),
  });
}

describe('what staff read of a complaint', () => {
  it.each([
    ['stage 1', fullComplaint()],
    ['stage 2', fullAtStage2()],
  ])('is at %s what the contract says, whatever the complaint holds', (_, complaint) => {
    expect(complaintBody.parse(read(complaint))).toEqual(read(complaint));
  });

  it('is at stage 2 the request for it, stage 1 as it was left, and who may not decide again', () => {
    expect(read(fullAtStage2())).toMatchObject({
      stage: 2,
      status: 'acknowledged',
      acknowledgedOn: '2027-01-14',
      handler: 'secret-handler-2',
      stage1: { acknowledgedOn: '2026-12-31', respondedOn: '2027-01-08', handler: 'handler-1' },
      decidedStage1: ['secret-decider'],
      escalation: {
        requestedOn: '2027-01-12',
        reasons: 'escalation-reasons',
        windowEndedOn: '2027-01-11',
        ombudsman: 'housing-ombudsman',
      },
      escalationsRefused: [{ on: '2027-01-08', ground: 'considered-before', reasons: 'refusal-reasons' }],
      exclusion: {
        on: '2027-01-09',
        ground: 'secret-ground',
        reasons: 'exclusion-reasons',
        evidence: 'exclusion-evidence',
        discretion: 'exclusion-discretion',
      },
      points: [
        {
          id: 'point-1',
          definition: 'definition',
          outcomeSought: 'outcome-sought',
          responsible: true,
          ombudsmen: ['housing-ombudsman'],
          escalated: true,
          finding: 'partly-upheld',
          reasons: 'reasons',
          remedy: 'remedy',
          remedies: ['practice-changed'],
          stage1: { finding: 'not-upheld', reasons: 'reasons-1', remedy: 'remedy-1' },
        },
      ],
      extensions: [
        { id: 'extension-1', stage: 1, goodReason: 'extension-good-reason', residentAgreed: false },
      ],
    });
  });

  it('is what follows an answer, what an Ombudsman says and how the resident is reached', () => {
    expect(read(fullComplaint())).toMatchObject({
      raisedIn: expect.any(String),
      discussed: true,
      issues: [{ issue: 'issue', because: 'would-delay' }],
      offers: [
        { id: 'offer-1', pence: 8000, area: 'secret-area', reason: 'offer-reason', state: 'accepted' },
      ],
      handovers: [{ id: 'handover-1', to: 'insurer', text: 'claim' }],
      lessons: [
        {
          on: '2027-01-10',
          point: 'point-1',
          rootCause: 'root-cause',
          lesson: 'lesson',
          change: 'changed-practice',
        },
      ],
      ombudsmanRequests: [{ id: 'request-1', ombudsman: 'housing-ombudsman', text: 'request' }],
      determinations: [
        {
          ombudsman: 'housing-ombudsman',
          on: '2027-01-11',
          findings: [{ point: 'complaint-handling', determination: 'service-failure' }],
        },
      ],
      orders: [{ id: 'order-1', binding: true, description: 'order' }],
      adjustments: [
        { id: 'adjustment-1', kind: 'more-time', workingDays: 5, disability: 'disability' },
        { id: 'adjustment-2', kind: 'audio', ended: true },
      ],
      restrictions: [
        { id: 'restriction-1', method: 'letter', contact: 'secret-contact', equalityAct: 'equality-act' },
        { id: 'restriction-2', lifted: true },
      ],
      supporters: ['supporter'],
    });
  });

  it('names the open actions of stage 1 until something is said of them at stage 2', () => {
    const promise = {
      type: 'AddAction' as const,
      by: handler,
      owner: handler,
      description: textRef(5),
      dueOn: date('2027-02-01'),
    };
    const promised = carryOut(complaintResponded(), promise, '2027-01-14T10:00:00Z').complaint;
    expect(read(promised).openActionsToAnswer).toEqual([]);
    const escalated = carryOut(promised, { type: 'Escalate' }, '2027-01-20T10:00:00Z').complaint;
    expect(read(escalated).openActionsToAnswer).toEqual(['action-1']);
    expect(read(escalated).actions).toMatchObject([{ id: 'action-1', toAnswer: true }]);
    const update = { type: 'UpdateAction', by: handler, action: 'action-1', note: textRef(6) } as const;
    const noted = carryOut(escalated, update, '2027-01-21T10:00:00Z').complaint;
    expect(read(noted).openActionsToAnswer).toEqual([]);
    expect(read(noted).actions).toMatchObject([{ id: 'action-1', note: 'text-6' }]);
  });

  it('says of an action that was replaced what became of it', () => {
    const actions = [
      { id: 'action-1', description: ref('a'), owner: staffId('me'), replaced: true as const },
    ];
    const obligations = [obligation('action-1', 'action', { ended: 'replaced' })];
    expect(read(fullComplaint({ actions, obligations })).actions).toEqual([
      { id: 'action-1', description: 'a', owner: 'me', dueOn: '2027-01-20', replaced: true },
    ]);
  });
});

describe('what staff read of a promise that was met', () => {
  it('is whether it was kept by the policy and by the Code, apart', () => {
    const met = { ...metOn('2027-01-20'), keptPolicy: false };
    const late = obligation('stage-1-response', 'stage-1-response', { codeDueOn: date('2027-01-22'), met });
    expect(describeObligation(late)).toMatchObject({
      state: 'met',
      metOn: '2027-01-20',
      codeDueOn: '2027-01-22',
      keptPolicy: false,
      keptCode: true,
    });
  });

  it('is nothing of that while it is owed, but who answers for it', () => {
    const owed = describeObligation(obligation('order-1', 'ombudsman-order', { ownerRank: 'senior-lead' }));
    expect(owed).toMatchObject({ state: 'open', ownerRank: 'senior-lead' });
    expect(owed).not.toHaveProperty('keptPolicy');
    expect(owed).not.toHaveProperty('keptCode');
  });
});

describe('how old a complaint is', () => {
  const known = { issueOccurredOn: date('2026-03-02'), becameAwareOn: date('2026-03-09') };
  const left = { ...known, tenancyEndedOn: date('2026-05-31') };
  const aged = (change: Partial<Complaint>) =>
    read({ ...complaintResponded({ landlord: 'counted-from-receipt' }), ...change });

  it('is said by the landlord’s limit and by the Code', () => {
    const seen = aged(left);
    expect(seen.age).toEqual({ verdict: 'in-time', lastDay: '2027-03-02', codeLastDay: '2027-03-09' });
    expect(seen).not.toHaveProperty('formerTenancyAge');
    expect(complaintBody.parse(seen).age).toEqual(seen.age);
  });

  it('is said of a former tenant by the time left to them too (seed 003)', () => {
    expect(aged({ ...left, standing: 'former-tenant' }).formerTenancyAge).toEqual({
      verdict: 'too-old-for-policy',
      lastDay: '2026-11-30',
      codeLastDay: '2027-03-09',
    });
  });
});
