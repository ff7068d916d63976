import { beforeEach, describe, expect, it } from 'vitest';
import type { Reference } from '../../../shared/domain/reference.ts';
import { type Desk, handler, openDesk, pointsOf, refusedBy, told } from '../../support/desk.ts';

let desk: Desk;
let earlier: Reference;
let reference: Reference;

const ade = { name: 'Ade Bello', email: 'ade.bello@example.com', phone: '01632 960111' };
const said = {
  complainant: ade,
  description: 'The lift is broken.',
  desiredOutcome: 'A lift that works.',
  adjustments: ['Large print.'],
};

beforeEach(async () => {
  desk = await openDesk();
  earlier = await desk.log(said);
  desk.moveTo('2026-12-29T09:00:00Z');
  reference = await desk.log();
  desk.moveTo('2026-12-30T10:00:00Z');
});

const merge = (body: object = {}, given = {}) =>
  desk.give(
    'merge',
    reference,
    { other: earlier, reason: 'It is the same lift.', ...body },
    { staff: handler, ...given },
  );

const factsOf = async (of: string, type: string) =>
  (await desk.timeline(of)).body.entries?.find((each) => each.type === type)?.facts as Record<
    string,
    unknown
  >;

describe('another complaint that is merged into one', () => {
  it('leaves it every word, its earlier receipt and whoever made it', async () => {
    expect((await merge()).status).toBe(200);
    const { body } = await desk.read(reference);
    const words = [
      'The lift is broken.',
      'A lift that works.',
      'Large print.',
      JSON.stringify({ complainant: ade }),
    ];
    expect(body).toMatchObject({
      receivedAt: '2026-12-23T15:00:00.000Z',
      madeBy: 'joint',
      others: [{ party: 'party-2', ...ade, copies: 'none' }],
      merged: [{ complaint: earlier, words }],
      description: 'The lift has been out of order for three weeks.',
    });
    expect(body.obligations?.map(({ dueOn }) => dueOn)).toEqual(['2027-01-04', '2027-01-18']);
    expect(await factsOf(reference, 'ComplaintMerged')).toMatchObject({
      merged: earlier,
      reason: 'It is the same lift.',
      texts: words,
    });
    for (const of of [reference, earlier]) expect((await desk.timeline(of)).body.intact).toBe(true);
  });

  it('ends, says where it went, and tells whoever made it', async () => {
    await merge();
    expect((await desk.read(earlier)).body).toMatchObject({
      status: 'merged',
      mergedInto: reference,
      description: 'The lift is broken.',
    });
    expect(await factsOf(earlier, 'MergedInto')).toMatchObject({ reason: 'It is the same lift.' });
    const notices = await desk.store.notices(earlier);
    expect(notices.map(({ kind, status }) => [kind, status])).toEqual([
      ['merged', 'pending'],
      ['receipt', 'pending'],
    ]);
    expect((await desk.worklist()).body.complaints?.map((each) => each.reference)).toEqual([reference]);
  });

  it('is not told again of what was said on the phone, of which the proof is kept with it', async () => {
    await merge({ alreadyGiven: { how: 'phone', evidence: 'Note of the call, 30 December.' } });
    expect((await desk.store.notices(earlier)).map(({ kind }) => kind)).toEqual(['receipt']);
    expect(await factsOf(earlier, 'MergedInto')).toMatchObject({
      alreadyGiven: { how: 'phone', evidence: 'Note of the call, 30 December.' },
    });
  });

  it.each([
    ['the same address, written in another way', { name: 'S. Okoro', email: 'Sam.Okoro@example.com' }],
    ['the same name, and no address', { name: 'sam okoro', phone: '01632 960111' }],
  ])('joins nobody of %s', async (_, complainant) => {
    earlier = await desk.log({ complainant });
    await merge();
    expect((await desk.read(reference)).body).toMatchObject({ madeBy: 'individual', others: [] });
  });

  it('brings those who made it together, each once', async () => {
    const others = [{ name: 'Sam Okoro' }, { name: 'Ines Cole', email: 'ines.cole@example.com' }];
    earlier = await desk.log({ ...said, others });
    await merge();
    expect((await desk.read(reference)).body.others).toMatchObject([
      { party: 'party-2', name: 'Ade Bello' },
      { party: 'party-3', name: 'Ines Cole' },
    ]);
  });

  it('keeps the warning of whoever joins, also once they lead', async () => {
    const warned = { ...ade, preferredChannel: 'phone', safeContact: 'Never mail.' };
    earlier = await desk.log({ complainant: warned });
    await merge();
    expect((await desk.read(reference)).body.others).toEqual([
      { party: 'party-2', ...warned, copies: 'none' },
    ]);
    const leaving = { party: 'lead', lead: 'party-2', reason: 'He moves out.' };
    expect((await desk.give('leaveComplaint', reference, leaving)).status).toBe(200);
    expect((await desk.read(reference)).body.complainant).toEqual(warned);
    expect((await desk.store.load(reference))?.complaint.reachableByEmail).toBe(false);
  });

  it('brings back whoever had left, with an id that nobody had', async () => {
    reference = await desk.log({ others: [ade] });
    await desk.give('leaveComplaint', reference, { party: 'party-2', reason: 'She makes her own.' });
    await merge();
    expect((await desk.read(reference)).body.others).toMatchObject([
      { party: 'party-2', name: 'Ade Bello', left: '2026-12-30' },
      { party: 'party-3', name: 'Ade Bello' },
    ]);
  });

  it('is none where earlier dates than were promised would be lost, which says what to do', async () => {
    await desk.give('withdraw', reference, { reason: 'She called.' });
    await desk.give('reopen', reference, { reason: 'She called again.' });
    expect(told(await merge())).toMatchObject({ status: 409, refusal: 'OtherNotMergeable' });
    expect((await merge()).text).toContain(
      'is received and has earlier dates than were promised here, which would be lost; merge this one into it, or link the two',
    );
  });

  it('asked twice with one key is merged once, and without the key is merged already', async () => {
    const version = await desk.versionOf(reference);
    const first = await merge({}, { key: 'the-same', version });
    const second = await merge({}, { key: 'the-same', version });
    expect([second.status, second.text]).toEqual([200, first.text]);
    expect(refusedBy(await merge())).toEqual({
      status: 409,
      refusal: 'OtherNotMergeable',
      fields: ['other'],
    });
  });

  it('with which something was done meanwhile is not merged, and nothing is stored', async () => {
    const commit = desk.store.commit.bind(desk.store);
    let raced = false;
    desk.store.commit = async (change) => {
      if (change.other && !raced) {
        raced = true;
        await desk.give('acknowledge', earlier, { points: pointsOf('The lift.') });
      }
      return commit(change);
    };
    const answer = await merge();
    expect(raced).toBe(true);
    expect(refusedBy(answer).refusal).toBe('OtherNotMergeable');
    expect((await desk.read(earlier)).body.status).toBe('acknowledged');
    expect((await desk.read(reference)).body.merged).toEqual([]);
  });

  it('can be opened again by itself', async () => {
    await merge();
    expect((await desk.give('reopen', earlier, { reason: 'It is another lift.' })).status).toBe(200);
    const { body } = await desk.read(earlier);
    expect(body).toMatchObject({ status: 'received', receivedAt: '2026-12-23T15:00:00.000Z' });
    expect(body.mergedInto).toBeUndefined();
    expect((await desk.read(reference)).body.merged).toMatchObject([{ complaint: earlier, reopened: true }]);
    expect((await merge()).status).toBe(200);
    const again = (await desk.read(reference)).body;
    expect(again.merged).toMatchObject([{ complaint: earlier }]);
    expect(again.merged?.[0]?.reopened).toBeUndefined();
    expect(again.others).toHaveLength(1);
  });
});
