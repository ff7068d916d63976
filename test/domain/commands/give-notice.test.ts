import { describe, expect, it } from 'vitest';
import type { GiveNotice } from '../../../shared/domain/commands/give-notice.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { Command } from '../../../shared/domain/decide.ts';
import {
  carryOut,
  complaintAcknowledged,
  complaintDrafted,
  handler,
  inShort,
  kept,
  late,
  owedBy,
  refusalOf,
  textRef,
} from '../../support/complaints.ts';
import { at, date } from '../../support/rules.ts';

const by = handler;
const byPost = (complaint: Complaint): Complaint => ({
  ...complaint,
  reachableByEmail: false,
  otherWays: ['letter'],
});
const posting = (notice: string, happenedAt?: string): GiveNotice => ({
  type: 'GiveNotice',
  by,
  notice,
  way: 'letter',
  ...(happenedAt && { happenedAt: at(happenedAt) }),
});
const answered = carryOut(
  byPost(complaintDrafted()),
  { type: 'Respond', by },
  '2027-01-13T10:00:00Z',
).complaint;
const answer = (complaint: Complaint) => {
  const { met } = owedBy(complaint, 'stage-1-response');
  return [met, complaint.givenOn];
};

describe('a letter that is posted', () => {
  it('on the day on which it was written leaves what it tells as it was', () => {
    const posted = carryOut(
      answered,
      { ...posting('response'), evidence: textRef(7) },
      '2027-01-13T16:00:00Z',
    );
    expect(posted.events).toEqual([
      {
        type: 'NoticeGiven',
        notice: 'response',
        kind: 'response',
        by,
        way: 'letter',
        happenedAt: '2027-01-13T16:00:00.000Z',
        on: '2027-01-13',
        evidence: textRef(7),
      },
    ]);
    expect(owedBy(posted.complaint, 'posting-response').met).toEqual({ on: '2027-01-13', ...kept });
    expect(answer(posted.complaint)).toEqual([{ on: '2027-01-13', ...kept }, undefined]);
    expect(posted.complaint.revision).toBe(answered.revision);
  });

  it.each([
    ['on the last day is in time', '2027-01-14T16:00:00Z', [{ on: '2027-01-14', ...kept }, '2027-01-14']],
    ['after it makes the answer late', '2027-01-15T09:00:00Z', [{ on: '2027-01-15', ...late }, '2027-01-15']],
  ])('%s', (_, now, expected) => {
    expect(answer(carryOut(answered, posting('response'), now).complaint)).toEqual(expected);
  });

  it('in time and recorded later counts, and is flagged with what it proves', () => {
    const { complaint, events } = carryOut(
      answered,
      posting('response', '2027-01-14T15:00:00Z'),
      '2027-01-18T09:00:00Z',
    );
    expect(events).toMatchObject([{ backdated: true, backdatedProof: true, on: '2027-01-14' }]);
    expect(owedBy(complaint, 'posting-response').met).toEqual({ on: '2027-01-14', backdated: true, ...kept });
    expect(answer(complaint)[0]).toEqual({ on: '2027-01-14', backdated: true, ...kept });
  });

  it('is no update once it is told late: the update was', () => {
    const updating = carryOut(
      byPost(complaintAcknowledged()),
      { type: 'AgreeUpdates', by, every: 2 },
      '2027-01-04T10:00:00Z',
    ).complaint;
    const updated = carryOut(updating, { type: 'GiveUpdate', by, text: textRef(5) }, '2027-01-06T10:00:00Z');
    const letter = updated.notices[0]?.id ?? 'none';
    expect(owedBy(updated.complaint, `posting-${letter}`)).toMatchObject({
      dueOn: '2027-01-06',
      proves: ['update-1'],
    });
    const posted = carryOut(updated.complaint, posting(letter), '2027-01-07T10:00:00Z').complaint;
    expect(owedBy(posted, 'update-1').met).toEqual({ on: '2027-01-07', ...late });
  });

  it.each<[string, Complaint, GiveNotice, string, object]>([
    ['is not known', answered, posting('closure_9'), '2027-01-13T16:00:00Z', { type: 'NotGivenByHand' }],
    [
      'was posted already',
      carryOut(answered, posting('response'), '2027-01-13T16:00:00Z').complaint,
      posting('response'),
      '2027-01-14T16:00:00Z',
      { type: 'GivenAlready', on: '2027-01-13' },
    ],
    [
      'would be told on the phone',
      answered,
      { ...posting('response'), way: 'phone' },
      '2027-01-13T16:00:00Z',
      { type: 'NotInWriting', how: 'phone' },
    ],
    [
      'was not written yet',
      answered,
      posting('response', '2027-01-12T23:59:00Z'),
      '2027-01-13T16:00:00Z',
      { type: 'HappenedTooEarly', notBefore: '2027-01-13T00:00:00.000Z', what: 'letter' },
    ],
  ])('cannot be where it %s', (_, complaint, command, now, refusal) => {
    expect(refusalOf(complaint, command, now)).toEqual(refusal);
  });
});

describe('an extension by letter', () => {
  const extending: Command = { type: 'Extend', by, newDueOn: date('2027-01-20'), reason: textRef(5) };
  const waiting = carryOut(byPost(complaintDrafted()), extending, '2027-01-13T10:00:00Z').complaint;
  const dates = (complaint: Complaint) => {
    const { dueOn, missed } = owedBy(complaint, 'stage-1-response');
    return [complaint.extensions[0]?.state, dueOn, missed];
  };
  const lapsed = () => carryOut(waiting, { type: 'TimePassed' }, '2027-01-15T00:00:00Z');

  it('is no extension while it waits', () => {
    expect(dates(waiting)).toEqual(['requested', '2027-01-14', undefined]);
    expect(carryOut(waiting, { type: 'TimePassed' }, '2027-01-14T23:59:59Z').wakes).toBe(
      '2027-01-15T00:00:00.000Z',
    );
  });

  it('takes effect once it is posted in time', () => {
    const posted = carryOut(waiting, posting('extension-1'), '2027-01-14T16:00:00Z');
    expect(inShort(posted)).toEqual(['NoticeGiven', 'ExtensionTookEffect']);
    expect(dates(posted.complaint)).toEqual(['effective', '2027-01-20', undefined]);
  });

  it('comes too late with the end of its day, and binds all the same', () => {
    const after = lapsed();
    expect(after.events[0]).toMatchObject({ type: 'ExtensionCameTooLate', extension: 'extension-1' });
    expect(dates(after.complaint)).toEqual(['too-late', '2027-01-20', ['2027-01-14']]);
    expect(owedBy(after.complaint, 'posting-extension-1')).not.toHaveProperty('ended');
  });

  it('posted late, before the clock said so, is late', () => {
    const posted = carryOut(waiting, posting('extension-1'), '2027-01-15T09:00:00Z');
    expect(dates(posted.complaint)).toEqual(['too-late', '2027-01-20', ['2027-01-14']]);
    expect(posted.notices.map(({ kind }) => kind)).toEqual(Array(3).fill('extension-problem'));
  });

  it('posted after it came too late stays so, and is posted', () => {
    const posted = carryOut(lapsed().complaint, posting('extension-1'), '2027-01-15T09:00:00Z');
    expect(inShort(posted)).toEqual(['NoticeGiven']);
    expect(dates(posted.complaint)).toEqual(['too-late', '2027-01-20', ['2027-01-14']]);
  });

  it('posted in time and recorded later counts, flagged', () => {
    const posted = carryOut(
      lapsed().complaint,
      posting('extension-1', '2027-01-14T16:00:00Z'),
      '2027-01-15T09:00:00Z',
    );
    expect(posted.events).toMatchObject([
      { type: 'NoticeGiven', backdated: true },
      { type: 'ExtensionTookEffect', backdated: true },
    ]);
    expect(dates(posted.complaint)).toEqual(['effective', '2027-01-20', []]);
  });

  it('posted in time and recorded after the answer makes the answer one in time', () => {
    const after = carryOut(lapsed().complaint, { type: 'Respond', by }, '2027-01-18T10:00:00Z').complaint;
    expect(owedBy(after, 'stage-1-response').met).toEqual({ on: '2027-01-18', ...late });
    expect(refusalOf(after, posting('extension-1'), '2027-01-18T11:00:00Z')).toEqual({
      type: 'NotOwedAnyMore',
      why: 'replaced',
    });
    const proving = posting('extension-1', '2027-01-14T16:00:00Z');
    const { complaint } = carryOut(after, proving, '2027-01-18T11:00:00Z');
    expect(owedBy(complaint, 'stage-1-response').met).toEqual({ on: '2027-01-18', ...kept });
    expect(owedBy(complaint, 'posting-extension-1')).toMatchObject({ met: { on: '2027-01-14' } });
  });

  it('posted in time is on record also where the answer came before the clock said that it was late', () => {
    const agreed = { updateEvery: 2 };
    const begun = carryOut(
      byPost(complaintDrafted()),
      { ...extending, ...agreed } as Command,
      '2027-01-13T10:00:00Z',
    );
    const after = carryOut(begun.complaint, { type: 'Respond', by }, '2027-01-15T09:30:00Z').complaint;
    expect(dates(after)).toEqual(['overtaken', '2027-01-14', undefined]);
    expect(owedBy(after, 'stage-1-response').met).toEqual({ on: '2027-01-15', ...late });
    const late15 = posting('extension-1', '2027-01-15T09:00:00Z');
    expect(inShort(carryOut(after, late15, '2027-01-15T10:00:00Z'))).toEqual(['NoticeGiven']);
    const { complaint, events } = carryOut(
      after,
      posting('extension-1', '2027-01-14T15:00:00Z'),
      '2027-01-25T10:00:00Z',
    );
    expect(events).toMatchObject([
      { type: 'NoticeGiven', on: '2027-01-14' },
      { type: 'ExtensionTookEffect', backdated: true, deadline: { dueOn: '2027-01-20' } },
    ]);
    expect(dates(complaint)).toEqual(['effective', '2027-01-20', undefined]);
    expect(owedBy(complaint, 'stage-1-response').met).toEqual({ on: '2027-01-15', ...kept });
    expect(complaint).not.toHaveProperty('updateEvery');
  });

  it('posted before an answer in time says nothing of when that was given', () => {
    const after = carryOut(waiting, { type: 'Respond', by }, '2027-01-13T11:00:00Z').complaint;
    const given = posting('extension-1', '2027-01-14T09:00:00Z');
    const posted = carryOut(after, given, '2027-01-14T10:00:00Z');
    expect(inShort(posted)).toEqual(['NoticeGiven']);
    expect(answer(posted.complaint)).toEqual([{ on: '2027-01-13', ...kept }, undefined]);
  });

  it('posted in time and recorded at stage 2 is on record, and changes no date', () => {
    const after = carryOut(lapsed().complaint, { type: 'Escalate' }, '2027-01-15T09:30:00Z').complaint;
    const given = posting('extension-1', '2027-01-14T15:00:00Z');
    const posted = carryOut(after, given, '2027-01-15T10:00:00Z');
    expect(inShort(posted)).toEqual(['NoticeGiven']);
    expect(owedBy(posted.complaint, 'posting-extension-1').met?.on).toBe('2027-01-14');
    expect(dates(posted.complaint)).toEqual(dates(after));
  });

  it('that was prepared waits from the last working morning on', () => {
    const preparing: Command = { ...extending, type: 'PrepareExtension' } as Command;
    const prepared = carryOut(byPost(complaintAcknowledged()), preparing, '2027-01-11T10:00:00Z').complaint;
    const sent = carryOut(prepared, { type: 'TimePassed' }, '2027-01-14T09:00:00Z');
    expect(sent.notices.find(({ kind }) => kind === 'extension')?.byHand).toEqual({
      way: 'letter',
      landlord: 'day-zero',
      dueOn: '2027-01-14',
      obligation: 'posting-extension-1',
    });
    expect(inShort(sent)).toContain('posting-extension-1 0 to handler and team-leader');
    expect(inShort(carryOut(sent.complaint, { type: 'TimePassed' }, '2027-01-14T09:01:00Z'))).toEqual([]);
  });

  it('by mail that came back is given by posting it', () => {
    const mailed = carryOut(complaintDrafted(), extending, '2027-01-13T10:00:00Z').complaint;
    const bounced = carryOut(
      mailed,
      {
        type: 'RecordDelivery',
        notice: 'extension-1',
        kind: 'extension',
        outcome: 'bounced',
        at: at('2027-01-13T11:00:00Z'),
      },
      '2027-01-13T11:00:00Z',
    ).complaint;
    expect(dates(bounced)).toEqual(['not-reached', '2027-01-14', undefined]);
    const posted = carryOut(bounced, posting('extension-1'), '2027-01-14T12:00:00Z').complaint;
    expect(dates(posted)).toEqual(['effective', '2027-01-20', undefined]);
    expect(posted.residentUnreached).toBe(false);
    const late = carryOut(bounced, { type: 'TimePassed' }, '2027-01-15T00:00:00Z').complaint;
    expect(refusalOf(late, posting('extension-1', '2027-01-12T23:59:00Z'), '2027-01-18T10:00:00Z')).toEqual({
      type: 'HappenedTooEarly',
      notBefore: '2027-01-13T00:00:00.000Z',
      what: 'letter',
    });
  });
});

describe('a call', () => {
  const byPhone: Complaint = {
    ...complaintDrafted(),
    reachableByEmail: false,
    otherWays: ['phone'],
    phoneAgreed: true,
  };
  const told = carryOut(byPhone, { type: 'Respond', by }, '2027-01-13T10:00:00Z').complaint;
  const ringing = {
    type: 'NoteContact',
    by,
    how: 'phone',
    reached: true,
    note: textRef(8),
    obligation: 'contact-response',
  } as const;

  it('that reaches them tells what it was owed for', () => {
    const { complaint, events } = carryOut(told, ringing, '2027-01-15T10:00:00Z');
    expect(events).toMatchObject([
      { type: 'ContactNoted' },
      { type: 'NoticeGiven', notice: 'response', kind: 'response', way: 'phone', on: '2027-01-15' },
    ]);
    expect(answer(complaint)).toEqual([{ on: '2027-01-15', ...late }, '2027-01-15']);
  });

  it('about something else tells no decision: it does not name one', () => {
    const { obligation: _, ...talking } = ringing;
    const { complaint, events } = carryOut(told, talking, '2027-01-15T10:00:00Z');
    expect(events.map(({ type }) => type)).toEqual(['ContactNoted']);
    expect(owedBy(complaint, 'contact-response')).not.toHaveProperty('met');
    expect(answer(complaint)).toEqual([{ on: '2027-01-13', ...kept }, undefined]);
  });

  it.each([true, false])(
    'from before the words were written was not made for them: reached %s',
    (reached) => {
      const early = { ...ringing, reached, happenedAt: at('2027-01-12T23:59:00Z') };
      expect(refusalOf(told, early, '2027-01-15T10:00:00Z')).toEqual({
        type: 'HappenedTooEarly',
        notBefore: '2027-01-13T00:00:00.000Z',
        what: 'letter',
      });
    },
  );

  it('that reaches nobody tells nothing', () => {
    const { complaint, events } = carryOut(told, { ...ringing, reached: false }, '2027-01-15T10:00:00Z');
    expect(events.map(({ type }) => type)).toEqual(['ContactNoted']);
    expect(owedBy(complaint, 'contact-response')).not.toHaveProperty('met');
  });

  it('may be a letter instead', () => {
    const { complaint } = carryOut(told, posting('response'), '2027-01-14T10:00:00Z');
    expect(owedBy(complaint, 'contact-response').met).toEqual({ on: '2027-01-14', ...kept });
  });

  it('counts as written for those who are reached by phone alone', () => {
    const alreadyGiven = { how: 'phone', evidence: textRef(9) } as const;
    const responding: Command = { type: 'Respond', by, alreadyGiven };
    expect(carryOut(byPhone, responding, '2027-01-13T10:00:00Z').notices).toEqual([]);
    expect(refusalOf(byPost(complaintDrafted()), responding, '2027-01-13T10:00:00Z')).toEqual({
      type: 'NotInWriting',
      how: 'phone',
    });
  });
});

describe('a copy', () => {
  const copied = (reach: Pick<Complaint['others'][number], 'reachableByEmail' | 'otherWays'>): Complaint => ({
    ...complaintDrafted(),
    madeBy: 'joint',
    others: [{ party: 'party-2', copies: 'letters', ...reach }],
  });

  it('goes by post to whom no mail goes: somebody else’s letter, which proves nothing', () => {
    const complaint = copied({ reachableByEmail: false, otherWays: ['phone', 'letter'] });
    const sent = carryOut(complaint, { type: 'Respond', by }, '2027-01-13T10:00:00Z');
    expect(sent.notices.map(({ id, byHand }) => [id, byHand?.way])).toEqual([
      ['response', undefined],
      ['response_copy_party-2', 'letter'],
    ]);
    const owed = owedBy(sent.complaint, 'posting-response_copy_party-2');
    expect(owed).toMatchObject({ whom: 'copied', dueOn: '2027-01-14' });
    expect(owed).not.toHaveProperty('proves');
    const posted = carryOut(sent.complaint, posting('response_copy_party-2'), '2027-01-20T10:00:00Z');
    expect(answer(posted.complaint)).toEqual([{ on: '2027-01-13', ...kept }, undefined]);
    const leaving: Command = { type: 'LeaveComplaint', by, party: 'party-2' };
    const left = carryOut(sent.complaint, leaving, '2027-01-13T11:00:00Z').complaint;
    expect(owedBy(left, 'posting-response_copy_party-2').ended).toBe('replaced');
  });

  it.each([
    [{ reachableByEmail: true, otherWays: ['letter' as const] }, [undefined, undefined]],
    [{ reachableByEmail: false, otherWays: ['phone' as const] }, [undefined]],
    [{ reachableByEmail: false }, [undefined]],
  ])('of %j goes %j', (reach, expected) => {
    const { notices } = carryOut(copied(reach), { type: 'Respond', by }, '2027-01-13T10:00:00Z');
    expect(notices.map(({ byHand }) => byHand?.way)).toEqual(expected);
  });
});
