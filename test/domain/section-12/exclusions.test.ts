import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/domain/decide.ts';
import type { NoticeOwed } from '../../../shared/domain/notices.ts';
import { policySchema } from '../../../shared/domain/policy.ts';
import {
  carryOut,
  complaintReceived,
  handler,
  owedBy,
  referenceNumber,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { excluding, longAgo } from '../../support/exclusions.ts';
import { date, type LandlordId, landlordIds, policyOf, versionOf } from '../../support/rules.ts';
import { answered, day, letterOf, ombudsmanNamed, requested } from './lives.ts';

/** Section 12.2: what is not taken on, and what becomes of it. */

const excludedAs = (ground: string): Command => ({ ...excluding, ground, claimFiledOn: date('2026-12-18') });
const received = (landlord: LandlordId) => ({
  ...complaintReceived({ receivedAt: '2026-12-23T15:00:00Z', landlord }),
  ...longAgo,
});
const now = day('2026-12-30');

function letterFor(landlord: LandlordId, notices: NoticeOwed[]): string {
  const [notice] = notices;
  if (!notice) throw new Error('no notice');
  return letterOf(landlord, notice);
}

describe('a complaint that is not taken on (Code 2.4)', () => {
  it.each<[LandlordId, string, string]>([
    [
      'six-month-limit',
      'statutory-appeal',
      'You can use the appeal or procedure that there is for that decision.',
    ],
    ['fifteen-day-window', 'legal-proceedings', 'The court that has the claim decides on it.'],
    ['two-ombudsmen', 'separate-policy', 'We deal with it under the policy that covers it.'],
    [
      'counted-from-receipt',
      'service-charge',
      'You can take it to the First-tier Tribunal (Property Chamber).',
    ],
    [
      'day-zero',
      'neighbour-dispute',
      'You can ask the people here who deal with disputes between neighbours.',
    ],
    ['code-2024', 'legal-proceedings', 'The court that has the claim decides on it.'],
  ])('%s: refused as %s, the letter has reasons, the other procedure and the Ombudsman', (...row) => {
    const [landlord, ground, elsewhere] = row;
    const { notices } = carryOut(received(landlord), excludedAs(ground), now);
    const letter = letterFor(landlord, notices);
    for (const part of [
      'Our reasons\n-----------\n\ntext-3',
      'What we looked at\n-----------------\n\ntext-21',
      'text-22\n',
      `Where you can take it instead\n-----------------------------\n\n${elsewhere}`,
      'You have the right to take this decision to the Ombudsman, free of charge.',
      ombudsmanNamed[landlord],
    ])
      expect(letter).toContain(part);
  });

  it.each<[LandlordId, string, string]>([
    ['six-month-limit', 'housing-ombudsman', '2027-02-17'],
    ['fifteen-day-window', 'housing-ombudsman', '2027-02-17'],
    ['two-ombudsmen', 'local-government-ombudsman', '2027-02-17'],
    ['counted-from-receipt', 'housing-ombudsman', '2027-02-10'],
    ['day-zero', 'housing-ombudsman', '2027-02-17'],
    ['code-2024', 'housing-ombudsman', '2027-02-17'],
  ])('%s: taken on where the %s says so, and answered by %s', (landlord, ombudsman, dueOn) => {
    const excluded = carryOut(received(landlord), excludedAs('too-old'), now).complaint;
    const accepting: Command = { type: 'AcceptAfterAll', by: handler, ombudsman, reason: textRef(4) };
    const { complaint } = carryOut(excluded, accepting, day('2027-01-27'));
    expect(complaint.status).toBe('received');
    expect(owedBy(complaint, 'stage-1-response').dueOn).toBe(dueOn);
  });

  it.each(landlordIds)(
    '%s: no ground is what the landlord itself lists as in scope: seed 000',
    (landlord) => {
      const { inScope } = versionOf(landlord);
      for (const { id, wording } of inScope.grounds)
        expect(refusalOf(received(landlord), excludedAs(id), now)).toEqual({ type: 'InScope', wording });
    },
  );

  it('seed 000: a policy that excludes what it lists as in scope is no policy', () => {
    const { landlord, versions } = policyOf('six-month-limit');
    const [version] = versions;
    const added = { id: 'our-policy', wording: 'One of our policies', source: 'landlord' };
    const spoilt = { ...version, exclusions: [...(version?.exclusions ?? []), added] };
    const result = policySchema.safeParse({ landlord, versions: [spoilt] });
    expect(result.error?.issues.map(({ message }) => message)).toEqual([
      'no exclusion of what inScope lists',
    ]);
  });

  it('seed 000: disagreement with a policy is in scope; seed 003: it may be excluded, case by case', () => {
    const ground = excludedAs('policy-or-law');
    expect(refusalOf(received('six-month-limit'), ground, now).type).toBe('UnknownGround');
    const { notices } = carryOut(received('counted-from-receipt'), ground, now);
    expect(letterFor('counted-from-receipt', notices)).toContain(
      'A policy, a process or a rule of law, unless the merits of the case speak for looking at it.',
    );
  });

  it.each<[LandlordId, string]>([
    ['six-month-limit', 'anti-social-behaviour'],
    ['fifteen-day-window', 'first-time-request'],
    ['two-ombudsmen', 'anti-social-behaviour'],
    ['counted-from-receipt', 'information-request'],
    ['day-zero', 'service-charge'],
    ['code-2024', 'another-organisation'],
  ])('%s: not for %s, which another landlord excludes', (landlord, ground) => {
    expect(refusalOf(received(landlord), excludedAs(ground), now).type).toBe('UnknownGround');
  });
});

describe('stage 2 that is refused (Code 5.11)', () => {
  it.each(landlordIds)('%s: the letter has the reasons and the Ombudsman', (landlord) => {
    const refusing: Command = {
      type: 'RefuseEscalation',
      by: handler,
      ground: 'another-issue',
      reasons: textRef(3),
    };
    const { notices } = carryOut(requested(landlord), refusing, day('2027-02-08'));
    const letter = letterFor(landlord, notices);
    for (const part of [
      'text-3',
      'You have the right to take this decision to the Ombudsman, free of charge.',
      ombudsmanNamed[landlord],
    ])
      expect(letter).toContain(part);
  });

  it.each<[LandlordId, string | undefined]>([
    ['six-month-limit', undefined],
    ['fifteen-day-window', '2027-01-29'],
    ['two-ombudsmen', undefined],
    ['counted-from-receipt', undefined],
    ['day-zero', '2027-02-05'],
    ['code-2024', undefined],
  ])('%s: for a window only where that has one, and it was over: %s', (landlord, lastDay) => {
    const refusing: Command = {
      type: 'RefuseEscalation',
      by: handler,
      ground: 'after-window',
      reasons: textRef(3),
    };
    const ask = (on: string) => carryOut(answered(landlord), { type: 'Escalate' }, day(on)).complaint;
    const later = day('2027-02-09');
    expect(refusalOf(ask('2027-01-29'), refusing, later)).toEqual({ type: 'WindowNotOver', lastDay });
    if (lastDay) expect(carryOut(ask('2027-02-08'), refusing, later).complaint.stage).toBe(1);
    else expect(refusalOf(ask('2027-02-08'), refusing, later).type).toBe('WindowNotOver');
  });
});

describe('something else that is raised midway (Code 6.8)', () => {
  const raising = (related: boolean): Command => ({
    type: 'RaiseIssue',
    by: handler,
    issue: textRef(5),
    responsible: true,
    related,
    wouldDelay: false,
    reference: referenceNumber(2),
    personalTextHash: 'hash',
  });

  it.each(landlordIds)(
    '%s: is merged before the answer where it is related, and new otherwise',
    (landlord) => {
      const merged = carryOut(received(landlord), raising(true), now).complaint;
      expect([merged.issues[0]?.because, merged.points.length]).toEqual([undefined, 1]);
      const unrelated = carryOut(received(landlord), raising(false), now).complaint;
      expect([unrelated.issues[0]?.because, unrelated.points.length]).toEqual(['unrelated', 0]);
      const afterwards = carryOut(answered(landlord), raising(true), day('2027-01-11')).complaint;
      expect(afterwards.issues[0]?.because).toBe('answered');
    },
  );

  it.each(landlordIds)('%s: at stage 2 is a new stage 1: seed 001', (landlord) => {
    const { complaint } = carryOut(requested(landlord), raising(true), day('2027-02-04'));
    expect(complaint.issues).toEqual([
      { issue: textRef(5), complaint: referenceNumber(2), because: 'stage-2' },
    ]);
    expect(complaint.points).toHaveLength(1);
  });
});
