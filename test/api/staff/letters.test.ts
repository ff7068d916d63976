import { beforeEach, describe, expect, it } from 'vitest';
import { staffId } from '../../../shared/domain/staff.ts';
import { handleUntilStored } from '../../../shared/use-cases/handle-command.ts';
import { countingBytes } from '../../support/complaints.ts';
import { type Desk, handler, manager, openDesk, outcomeOf, pointsOf } from '../../support/desk.ts';
import type { Claims, Sent } from '../../support/http.ts';
import { refusalOf } from '../../support/http-answer.ts';
import { at, rules } from '../../support/rules.ts';

const address = '5 Elm Road, Northtown TV1 1AA';
const byPost = { name: 'Sam Okoro', address, phone: '01632 960777', preferredChannel: 'letter' };
const byPhone = { name: 'Ada Lovell', phone: '01632 960888', preferredChannel: 'phone' };

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

/** A complaint of 23 December that was acknowledged on the 29th, the acknowledgement being still to be given. */
async function acknowledge(complainant: object, body: object = {}) {
  const reference = await desk.log({ complainant, ...body });
  desk.moveTo('2026-12-29T10:00:00Z');
  await desk.give('acknowledge', reference, { points: pointsOf('The lift.') });
  return { reference, id: `${reference}_acknowledgement` };
}

const letters = async (query: Record<string, string> = {}, staff: Claims = manager) =>
  (await desk.send('readLetters', { staff, query })).body;
const calls = async () => (await desk.send('readCalls', { staff: manager })).body.calls;
const letter = (id: string, staff: Claims = manager) => desk.send('readLetter', { staff, params: { id } });
const post = (id: string, body: object = {}, sent: Sent = {}) =>
  desk.send('postLetter', {
    staff: manager,
    params: { id },
    headers: { 'idempotency-key': `post-${id}` },
    body,
    ...sent,
  });
const owedOf = async (reference: string, wanted: string) => {
  const { obligations = [] } = (await desk.read(reference)).body;
  const { state, dueOn, metOn, keptPolicy } = obligations.find(({ id }) => id === wanted) ?? {};
  return { state, dueOn, metOn, keptPolicy };
};

describe('the letters that wait', () => {
  it('are told with the day, the address and what to mind, the first to be posted first', async () => {
    const first = await acknowledge({ ...byPost, safeContact: 'Not by the neighbour.', language: 'pl' });
    desk.moveTo('2026-12-30T10:00:00Z');
    const second = await acknowledgeAlso({ ...byPost, name: 'Jo Bell' });
    expect(await letters()).toEqual({
      letters: [
        {
          id: first.id,
          reference: first.reference,
          kind: 'acknowledgement',
          postBy: '2026-12-30',
          name: 'Sam Okoro',
          address,
          language: 'pl',
          safeContact: 'Not by the neighbour.',
        },
        {
          id: second.id,
          reference: second.reference,
          kind: 'acknowledgement',
          postBy: '2026-12-31',
          name: 'Jo Bell',
          address,
        },
      ],
    });
    expect(await calls()).toEqual([]);
  });

  it('come in pages, without what is owed no longer', async () => {
    const first = await acknowledge(byPost);
    desk.moveTo('2026-12-29T11:00:00Z');
    const second = await acknowledgeAlso(byPost);
    desk.moveTo('2026-12-29T12:00:00Z');
    const third = await acknowledgeAlso(byPost);
    await post(second.id);
    const page = await letters({ limit: '1' });
    expect(page.letters?.map(({ id }) => id)).toEqual([first.id]);
    const rest = await letters({ limit: '1', after: page.next ?? '' });
    expect(rest.letters?.map(({ id }) => id)).toEqual([third.id]);
    expect(rest).not.toHaveProperty('next');
    const wrong = await desk.send('readLetters', { staff: manager, query: { after: 'bm8' } });
    expect(refusalOf(wrong)).toEqual({ status: 400, type: '/problems/invalid-request', fields: ['after'] });
  });

  it('are nobody’s whom the complaint is about, nor to be printed or posted by them', async () => {
    const about = { staffComplainedAbout: [handler.id] };
    const { id } = await acknowledge(byPost, about);
    const other = await acknowledgeAlso(byPost);
    expect((await letters({}, handler)).letters?.map((each) => each.id)).toEqual([other.id]);
    expect((await letter(id, handler)).body.type).toBe('/problems/unknown-letter');
    expect((await post(id, {}, { staff: handler })).body.type).toBe('/problems/unknown-letter');
    expect((await letters()).letters).toHaveLength(2);
  });

  it('are read on for, and where to go on names no complaint that is about the reader', async () => {
    for (let minute = 0; minute < 10; minute++) {
      desk.moveTo(`2026-12-29T10:0${minute}:00Z`);
      const isLast = minute === 9;
      const about = isLast ? { staffComplainedAbout: [handler.id] } : {};
      await acknowledgeAlso(isLast ? byPost : byPhone, about);
    }
    const hidden = await letters({ limit: '1' });
    desk.moveTo('2026-12-29T10:10:00Z');
    const last = await acknowledgeAlso(byPost);
    expect(hidden.letters).toHaveLength(1);
    expect(await letters({ limit: '1' }, handler)).toMatchObject({ letters: [{ id: last.id }] });
    const page = await letters({ limit: '1' });
    expect(page.letters).toEqual(hidden.letters);
    const rest = await letters({ limit: '1', after: page.next ?? '' });
    expect(rest.letters?.map(({ id }) => id)).toEqual([last.id]);
  });

  it('hold no call; the calls tell whom to ask for, and are met by the note of the call', async () => {
    const { reference, id } = await acknowledge({ ...byPhone, language: 'so' });
    await desk.records.saveResident({
      ...{ id: residentOf(await desk.read(reference)), landlord: 'day-zero', revision: 1 },
      safeContact: { mayBeMailed: true, voicemail: 'no', note: 'Others listen to it.' },
      ...{ adjustments: [], disabilities: [] },
    });
    expect((await letters()).letters).toEqual([]);
    const [call] = (await calls()) ?? [];
    expect(call).toEqual({
      ...{ id, reference, kind: 'acknowledgement', callBy: '2026-12-30', name: 'Ada Lovell' },
      ...{ phone: '01632 960888', obligation: 'contact-acknowledgement', interpreter: true, language: 'so' },
      ...{ safeContact: 'Others listen to it.', voicemail: 'no' },
    });
    const script = (await letter(id)).body;
    expect(script).toMatchObject({ way: 'phone', status: 'by-hand', postBy: '2026-12-30' });
    expect(script.text).toContain('Leave no message: their record says so.');
    desk.moveTo('2026-12-30T11:00:00Z');
    const { obligation } = call ?? {};
    await desk.give('noteContact', reference, { how: 'phone', reached: false, obligation, note: 'x' });
    expect(await calls()).toHaveLength(1);
    await desk.give('noteContact', reference, { how: 'phone', reached: true, obligation, note: 'x' });
    expect(await calls()).toEqual([]);
    expect((await letter(id)).body).toMatchObject({ status: 'given', postedOn: '2026-12-30' });
  });
});

describe('a letter', () => {
  it('is printed with the day to post it by, and again as it was posted', async () => {
    const { id } = await acknowledge(byPost);
    const before = (await letter(id)).body;
    expect(before).toMatchObject({ way: 'letter', status: 'by-hand', postBy: '2026-12-30' });
    expect(before.text).toContain('5 Elm Road');
    expect(before.html).toContain('Post it by Wednesday 30 December 2026');
    desk.moveTo('2026-12-30T15:00:00Z');
    expect((await post(id, { evidence: 'Batch 7.' })).status).toBe(200);
    desk.moveTo('2027-01-07T15:00:00Z');
    const after = (await letter(id)).body;
    expect(after).toMatchObject({ status: 'given', postedOn: '2026-12-30', sameAsPosted: true });
    expect(after.text).toContain('Wednesday 30 December 2026');
    expect(after.html).not.toContain('Post it by');
    expect(after).not.toHaveProperty('postBy');
  });

  it('reads otherwise once another person or address stands on it', async () => {
    const { id, reference } = await acknowledge(byPost);
    await post(id);
    const complainant = { ...byPost, address: '6 Elm Road, Northtown TV1 1AA' };
    await desk.give('correct', reference, { complainant, reason: 'x' });
    expect((await letter(id)).body.sameAsPosted).toBe(false);
  });

  it('is what a mail says that did not arrive, and posting it meets the contact', async () => {
    const reference = await desk.log();
    desk.moveTo('2026-12-29T10:00:00Z');
    await desk.give('acknowledge', reference, { points: pointsOf('The lift.') });
    const id = `${reference}_acknowledgement`;
    expect((await letter(id)).body).toMatchObject({ way: 'letter', status: 'pending' });
    expect((await letter(id)).body).not.toHaveProperty('postBy');
    expect((await post(id)).body).toMatchObject({ status: 409, refusal: 'NotGivenByHand' });
    const lost = { notice: 'acknowledgement', kind: 'acknowledgement', outcome: 'bounced' } as const;
    const command = { type: 'RecordDelivery', ...lost, at: at('2026-12-29T10:05:00Z') } as const;
    const ports = { store: desk.store, rules, randomBytes: countingBytes() };
    await handleUntilStored(ports, reference, command, { type: 'mail' }, at('2026-12-29T10:05:00Z'));
    desk.moveTo('2026-12-29T15:00:00Z');
    expect((await post(id)).status).toBe(200);
    expect(await owedOf(reference, 'contact-acknowledgement')).toMatchObject({
      ...{ state: 'met', metOn: '2026-12-29' },
    });
    const twice = await post(id, {}, { headers: { 'idempotency-key': 'another' } });
    expect(twice.body).toMatchObject({ status: 409, refusal: 'GivenAlready' });
  });

  it.each(['', 'x', 'K7QF2-9XW48', 'K7QF2-9XW48_', 'K7QF2-9XW48_x', 'k7qf2-9xw48_acknowledgement'])(
    'that does not exist is neither shown nor posted: %j',
    async (id) => {
      expect((await letter(id)).body.type).toBe('/problems/unknown-letter');
      expect((await post(id)).body.type).toBe('/problems/unknown-letter');
    },
  );

  it('of another landlord, or to staff, is none of this list’s', async () => {
    const { reference, id } = await acknowledge(byPost);
    expect(
      (await desk.send('readLetter', { staff: manager, landlord: 'code-2024', params: { id } })).body.type,
    ).toBe('/problems/unknown-letter');
    desk.moveTo('2026-12-30T10:00:00Z');
    await desk.give('assign', reference, { handler: 'hana' });
    const assignment = (await desk.store.notices(reference)).find(({ kind }) => kind === 'assignment');
    expect((await letter(`${reference}_${assignment?.id}`)).body.type).toBe('/problems/unknown-letter');
  });
});

describe('posting a letter', () => {
  it('needs no If-Match, is one posting with one key, and once only', async () => {
    const { reference, id } = await acknowledge(byPost);
    const first = await post(id);
    await desk.give('giveUpdate', reference, { text: 'x' });
    const again = await post(id);
    expect([again.status, again.text]).toEqual([200, first.text]);
    const twice = await post(id, {}, { headers: { 'idempotency-key': 'another' } });
    expect(twice.body).toMatchObject({ status: 409, refusal: 'GivenAlready' });
    const types = (await desk.timeline(reference)).body.entries?.map(({ type }) => type);
    expect(types?.filter((type) => type === 'NoticeGiven')).toHaveLength(1);
  });

  it('makes an answer late that was written in time, and names the evidence', async () => {
    const { reference, id } = await acknowledge(byPost);
    await post(id);
    desk.moveTo('2027-01-11T10:00:00Z');
    await desk.give('draft', reference, { outcomes: [outcomeOf('point-1')] });
    await desk.give('respond', reference, {});
    const dueOn = '2027-01-13';
    expect(await owedOf(reference, 'stage-1-response')).toMatchObject({
      metOn: '2027-01-11',
      keptPolicy: true,
    });
    expect(await owedOf(reference, 'posting-response')).toMatchObject({ dueOn: '2027-01-12', state: 'open' });
    desk.moveTo('2027-01-14T10:00:00Z');
    await post(`${reference}_response`, { evidence: 'Tracking AB 1.' });
    expect(await owedOf(reference, 'stage-1-response')).toEqual({
      ...{ state: 'met', dueOn, metOn: '2027-01-14', keptPolicy: false },
    });
    const given = (await desk.timeline(reference)).body.entries?.find(
      ({ type, facts }) => type === 'NoticeGiven' && facts.notice === 'response',
    );
    expect(given).toMatchObject({ actor: 'milo', facts: { way: 'letter', evidence: 'Tracking AB 1.' } });
  });

  it('on an earlier day than it was recorded counts from that day', async () => {
    const { reference, id } = await acknowledge(byPost);
    desk.moveTo('2027-01-06T10:00:00Z');
    expect((await post(id, { happenedAt: '2026-12-29T15:00:00Z' })).status).toBe(200);
    expect(await owedOf(reference, 'stage-1-acknowledgement')).toMatchObject({
      metOn: '2026-12-29',
      keptPolicy: true,
    });
    expect((await letter(id)).body).toMatchObject({ postedOn: '2026-12-29', sameAsPosted: true });
  });

  it('is refused with why once the letter is owed no longer, and it is listed no more', async () => {
    const { reference, id: acknowledged } = await acknowledge(byPost);
    await desk.give('extend', reference, { newDueOn: '2027-01-20', reason: 'The part is late.' });
    const id = `${reference}_extension-1`;
    expect((await letters()).letters?.map((each) => each.id).sort()).toEqual([acknowledged, id]);
    await desk.give('withdraw', reference, {});
    const listed = (await letters()).letters?.map((each) => each.kind).sort();
    expect(listed).toEqual(['acknowledgement', 'withdrawal']);
    expect((await letter(id)).body).toMatchObject({ status: 'cancelled' });
    expect((await post(id)).body).toMatchObject({ status: 409, refusal: 'NotOwedAnyMore' });
  });

  it('is nothing for whoever only reads', async () => {
    const { id } = await acknowledge(byPost);
    const auditor = { ...manager, id: 'olga', roles: ['auditor'] };
    expect((await letter(id, auditor)).status).toBe(200);
    expect((await post(id, {}, { staff: auditor })).body.type).toBe('/problems/not-allowed');
  });
});

/** As `acknowledge`, at the time it is. */
async function acknowledgeAlso(complainant: object, body: object = {}) {
  const reference = await desk.log({ complainant, ...body });
  await desk.give('acknowledge', reference, { points: pointsOf('The lift.') });
  return { reference, id: `${reference}_acknowledgement` };
}

function residentOf({ body }: Awaited<ReturnType<Desk['read']>>): string {
  return body.resident ?? staffId('nobody');
}
