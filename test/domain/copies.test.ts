import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import { isCopiedTo, sendOut } from '../../shared/domain/copies.ts';
import type { Command } from '../../shared/domain/decide.ts';
import { type NoticeKind, type NoticeOwed, residentNoticeKinds } from '../../shared/domain/notices.ts';
import type { CopiesOf } from '../../shared/domain/parties.ts';
import { planSend } from '../../shared/domain/sending.ts';
import { owe } from '../../shared/domain/stored-notice.ts';
import { extension } from '../support/complaint-parts.ts';
import {
  accepted,
  carryOut,
  complaintAcknowledged,
  complaintDrafted,
  decideReceipt,
  handler,
  owedBy,
  referenceNumber,
  sample,
  textRef,
} from '../support/complaints.ts';
import { at, contextAt, date } from '../support/rules.ts';

const now = '2027-01-13T10:00:00Z';
const by = handler;
const speaker = { capacity: 'advocate', consent: 'given', reachableByEmail: true } as const;
const spokenFor = (copies: CopiesOf, change: Partial<Complaint> = {}): Complaint => ({
  ...complaintDrafted(),
  representative: { ...speaker, copies },
  ...change,
});
const kindsCopied = (complaint: Complaint, party = 'representative') =>
  residentNoticeKinds.filter((kind) => isCopiedTo(complaint, party, kind));

describe('who gets copies of what (seed 004)', () => {
  it('is nobody where nothing is copied', () => {
    expect(kindsCopied(spokenFor('none'))).toEqual([]);
  });

  it('is of the answers: those of both stages, and what was not taken on', () => {
    expect(kindsCopied(spokenFor('answers'))).toEqual([
      'response',
      'escalation-refusal',
      'final-response',
      'exclusion',
      'points-excluded',
    ]);
  });

  it('is of every letter, but neither a link nor what is of the person alone', () => {
    const kinds = kindsCopied(spokenFor('letters'));
    expect(residentNoticeKinds.filter((kind) => !kinds.includes(kind))).toEqual([
      'adjustments-agreed',
      'contact-restriction',
      'consent-request',
      'access-link',
    ]);
  });

  it.each<[string, Partial<NonNullable<Complaint['representative']>>]>([
    ['without consent', { consent: 'asked' }],
    ['without an address', { reachableByEmail: false }],
  ])('is no representative %s', (_, change) => {
    const representative = { ...speaker, copies: 'letters' as const, ...change };
    expect(kindsCopied(spokenFor('letters', { representative }))).toEqual([]);
  });

  it('is no party that left, and nobody who is not there', () => {
    const other = { party: 'party-2', reachableByEmail: true, copies: 'letters' } as const;
    const joint = spokenFor('none', { others: [other] });
    expect(kindsCopied(joint, 'party-2')).not.toEqual([]);
    expect(kindsCopied(joint, 'party-3')).toEqual([]);
    expect(kindsCopied({ ...joint, others: [{ ...other, left: date('2027-01-05') }] }, 'party-2')).toEqual(
      [],
    );
  });
});

describe('a letter that is copied', () => {
  const others = ['party-2', 'party-3'].map((party) => ({
    party,
    reachableByEmail: true,
    copies: 'letters' as const,
  }));

  it('goes to the resident first, and says the same to everybody', () => {
    const { notices } = carryOut(spokenFor('answers', { others }), { type: 'Respond', by }, now);
    expect(notices.map(({ id, recipient }) => [id, recipient])).toEqual([
      ['response', { type: 'complainant' }],
      ['response_copy_representative', { type: 'copied', party: 'representative' }],
      ['response_copy_party-2', { type: 'copied', party: 'party-2' }],
      ['response_copy_party-3', { type: 'copied', party: 'party-3' }],
    ]);
    const [first, ...copies] = notices;
    for (const { values, texts, kind } of copies)
      expect({ values, texts, kind }).toEqual({
        values: first?.values,
        texts: first?.texts,
        kind: 'response',
      });
  });

  it('promises its dates to the resident alone', () => {
    const update = { type: 'GiveUpdate', by, text: textRef(2) } as const;
    const { notices } = carryOut(spokenFor('letters'), update, now);
    expect(notices.map(({ tells }) => tells?.length)).toEqual([1, undefined]);
  });

  it('has an id that the mail system takes as a tag', () => {
    const { notices } = carryOut(spokenFor('letters', { others }), { type: 'Respond', by }, now);
    for (const { id } of notices) expect(id).toMatch(/^[\w-]{1,256}$/);
  });

  it('is one that goes to the resident: staff have their own', () => {
    const toStaff: NoticeOwed = {
      id: 'alert',
      kind: 'alert',
      lane: 'routine',
      recipient: { type: 'staff', rank: 'manager' },
      values: {},
    };
    const after = spokenFor('letters');
    const sent = sendOut({ before: after, after }, [toStaff], contextAt(now));
    expect(sent).toEqual({ notices: [toStaff], events: [] });
  });
});

describe('a copy of what the resident is told in another way', () => {
  const alreadyGiven = { how: 'letter', evidence: textRef(8) } as const;
  const byPost = (change: Partial<Complaint> = {}) =>
    spokenFor('letters', { reachableByEmail: false, ...change });
  const sentBy = (complaint: Complaint, command: Command) => {
    const { notices } = carryOut(complaint, command, now);
    return notices.map(({ id }) => id);
  };
  const respond = { type: 'Respond', by, alreadyGiven } as const;

  it('is mailed all the same, and nothing to the resident', () => {
    const { notices, complaint } = carryOut(spokenFor('answers'), respond, now);
    expect(notices).toMatchObject([
      {
        id: 'response_copy_representative',
        recipient: { type: 'copied', party: 'representative' },
      },
    ]);
    expect(notices.map((each) => Object.keys(each))).not.toContainEqual(expect.arrayContaining(['unmailed']));
    const waiting = notices.map((each) => owe(each, { type: 'complaint', reference: sample }, at(now)));
    expect(waiting.map((each) => planSend(each, complaint, at(now)).type)).toEqual(['send']);
  });

  it.each<[string, Command, string]>([
    ['an update', { type: 'GiveUpdate', by, text: textRef(2), alreadyGiven }, 'update_5'],
    ['a withdrawal', { type: 'Withdraw', by }, 'withdrawal_5'],
    [
      'more time',
      { type: 'Extend', by, newDueOn: date('2027-01-28'), reason: textRef(5), alreadyGiven },
      'extension-1',
    ],
    [
      'what is dealt with apart',
      {
        type: 'RaiseIssue',
        by,
        issue: textRef(6),
        responsible: true,
        related: true,
        wouldDelay: false,
        reference: referenceNumber(2),
        personalTextHash: 'hash',
      },
      'issue-raised_6',
    ],
  ])('is of %s', (_, command, id) => {
    expect(sentBy(byPost(), command)).toEqual([`${id}_copy_representative`]);
    expect(sentBy(byPost({ representative: undefined }), command)).toEqual([]);
  });

  it('of more time that was given by hand is sent once it stands', () => {
    const extend = {
      type: 'Extend',
      by,
      newDueOn: date('2027-01-28'),
      reason: textRef(5),
      alreadyGiven,
    } as const;
    const { notices, complaint } = carryOut(byPost(), extend, now);
    const waiting = notices.map((each) => owe(each, { type: 'complaint', reference: sample }, at(now)));
    expect(waiting.map((each) => planSend(each, complaint, at(now)).type)).toEqual(['send']);
  });

  it('is of a receipt that is mailed to nobody else', () => {
    const representative = { ...speaker, copies: 'letters' as const };
    const received = decideReceipt({ receivedAt: now, reachableByEmail: false, said: { representative } });
    expect(accepted(received).notices.map(({ id }) => id)).toEqual(['receipt_copy_representative']);
  });

  it('is of nothing where nobody is known', () => {
    expect(sentBy(byPost({ madeBy: 'anonymous' }), { type: 'Respond', by })).toEqual([]);
  });
});

describe('a copy that does not arrive', () => {
  const bounced = (kind: NoticeKind) =>
    carryOut(
      spokenFor('letters'),
      {
        type: 'RecordDelivery',
        notice: `${kind}_copy_representative`,
        kind,
        to: 'copied',
        outcome: 'bounced',
        at: at(now),
      },
      now,
    );

  it('of an answer is told by phone or post, by the next working day', () => {
    const { events, complaint } = bounced('response');
    expect(events.map(({ type }) => type)).toEqual(['NoticeNotDelivered', 'ContactOwed']);
    expect(events[0]).toMatchObject({ notice: 'response_copy_representative', to: 'copied' });
    expect(owedBy(complaint, 'contact-response_copy_representative').dueOn).toBe('2027-01-14');
    expect(complaint.residentUnreached).toBe(false);
  });

  it('of any other letter is on record alone', () => {
    expect(bounced('update').events.map(({ type }) => type)).toEqual(['NoticeNotDelivered']);
  });
});

describe('a copy that waits to be sent', () => {
  const copyOf = (kind: NoticeKind, id: string, reason?: NoticeOwed['reason']) =>
    owe(
      {
        id: `${id}_copy_representative`,
        kind,
        lane: 'statutory',
        recipient: { type: 'copied', party: 'representative' },
        values: {},
        ...(reason && { reason }),
      },
      { type: 'complaint', reference: sample },
      at(now),
    );
  const fateOf = (notice: ReturnType<typeof copyOf>, complaint: Complaint) => {
    const plan = planSend(notice, complaint, at(now));
    return plan.type === 'leave' ? 'left' : plan.notice.status;
  };
  const response = copyOf('response', 'response');

  it('is sent as long as it may be', () => {
    expect(fateOf(response, spokenFor('answers'))).toBe('sending');
  });

  it.each<[string, Partial<Complaint>]>([
    ['consent was withdrawn', { representative: { ...speaker, consent: 'withdrawn', copies: 'answers' } }],
    ['the person wants none', { representative: { ...speaker, copies: 'none' } }],
  ])('is cancelled once %s', (_, change) => {
    expect(fateOf(response, spokenFor('answers', change))).toBe('cancelled');
  });

  it('of an apology is cancelled with its reason', () => {
    const reason = { obligation: 'stage-1-response', dueOn: date('2027-01-14') };
    const apology = copyOf('missed-date-apology', 'apology', reason);
    const answered = carryOut(spokenFor('letters'), { type: 'Respond', by }, now).complaint;
    expect([fateOf(apology, spokenFor('letters')), fateOf(apology, answered)]).toEqual([
      'sending',
      'cancelled',
    ]);
  });

  it('of an extension is sent while that is given and after, and not where that came to nothing', () => {
    const copy = copyOf('extension', 'extension-1');
    const when = (state: Complaint['extensions'][number]['state']) =>
      fateOf(copy, spokenFor('letters', { extensions: [extension({ state, notice: 'extension-1' })] }));
    expect([when('requested'), when('effective'), when('too-late')]).toEqual(Array(3).fill('sending'));
    expect([when('not-reached'), when('overtaken')]).toEqual(['cancelled', 'cancelled']);
  });

  it('of an extension keeps no reason that its own effect would end', () => {
    const extend = { type: 'Extend', by, newDueOn: date('2027-01-28'), reason: textRef(5) } as const;
    const acknowledged = {
      ...complaintAcknowledged(),
      representative: { ...speaker, copies: 'letters' as const },
    };
    const { notices } = carryOut(acknowledged, extend, now);
    expect(notices.map(({ id, reason }) => [id, reason !== undefined])).toEqual([
      ['extension-1', true],
      ['extension-1_copy_representative', false],
    ]);
  });
});
