import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addMinutes } from '../../shared/domain/london-time.ts';
import type { NoticeOwed } from '../../shared/domain/notices.ts';
import { at } from '../support/rules.ts';
import { nothingSent, World } from '../support/world.ts';

const start = '2026-12-23T15:00:00Z';

const toManager: NoticeOwed = {
  id: 'resident-message_1',
  kind: 'resident-message',
  lane: 'routine',
  recipient: { type: 'staff', rank: 'manager' },
  values: { dueOn: 'Thursday 31 December 2026', explanation: '' },
};

async function worldWith(complaints: number) {
  const world = new World(start);
  const references = await world.receiveMany(complaints);
  const [reference] = references;
  if (!reference) throw new Error('no complaint');
  return { world, references, reference };
}

describe('a notice that is due', () => {
  it('goes to the resident in the landlord’s name, tagged so that SES’s events find it again', async () => {
    const { world, reference } = await worldWith(1);
    expect(await world.send()).toEqual({ ...nothingSent, accepted: 1 });
    expect(world.inbox).toEqual([
      {
        fromName: 'Larkfield Retirement Homes',
        to: 'sam.okoro@example.com',
        replyTo: 'complaints@larkfield-homes.example',
        content: expect.objectContaining({ subject: `We have your complaint ${reference}` }),
        tags: { complaint: reference, notice: 'receipt', attempt: '1' },
      },
    ]);
    expect(await world.notice(reference)).toMatchObject({
      status: 'accepted',
      messageId: 'm-1',
      attempts: 1,
    });
    expect(await world.eventTypes(reference)).toEqual(['ComplaintReceived', 'NoticeAccepted']);
  });

  it('goes to the rank’s address where it is for staff, and tells nothing of the resident’s mail', async () => {
    const { world, reference } = await worldWith(1);
    await world.send();
    await world.sweep('2027-01-05T09:00:00Z');
    await world.send();
    expect(world.inbox.slice(1).map(({ to }) => to)).toEqual(['customer.manager@larkfield-homes.example']);
    expect(await world.eventTypes(reference)).toEqual([
      'ComplaintReceived',
      'NoticeAccepted',
      'NoticeDelivered',
      'AlertGiven',
    ]);
  });

  it('is kept with the hash of what was sent before it is sent', async () => {
    const { world, reference } = await worldWith(1);
    let claimed = '';
    world.answer = async () => {
      claimed = (await world.notice(reference)).contentHash ?? '';
      return { type: 'accepted', messageId: 'm' };
    };
    await world.send();
    const { subject, text, html } = world.inbox[0]?.content ?? { subject: '', text: '', html: '' };
    const hash = createHash('sha256').update(`${subject}\n${text}\n${html}`).digest('base64url');
    expect(claimed).toBe(hash);
    expect((await world.notice(reference)).contentHash).toBe(hash);
  });

  it('is sent once, however often and by however many senders at once it is looked for', async () => {
    const { world, references } = await worldWith(9);
    const counts = await Promise.all([world.send(), world.send(), world.send()]);
    expect(counts.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(9);
    await world.send('2027-01-30T00:00:00Z');
    expect(world.inbox.map(({ tags }) => tags.complaint).sort()).toEqual([...references].sort());
  });

  it('leaves before the routine ones where the Code asks for it', async () => {
    const { world } = await worldWith(4);
    await world.sweep('2027-01-04T09:00:00Z');
    await world.send();
    const kinds = world.inbox.map(({ tags }) => tags.notice);
    expect(kinds.slice(0, 4)).toEqual(Array(4).fill('receipt'));
    expect(kinds.slice(4).every((id) => id?.startsWith('alert_'))).toBe(true);
    expect(kinds).toHaveLength(12);
  });

  it('waits for the next sender where time has run out', async () => {
    const { world } = await worldWith(6);
    let left = 2;
    world.hasTime = () => left-- > 0;
    expect(await world.send()).toEqual({ ...nothingSent, accepted: 2 });
    world.hasTime = () => true;
    expect(await world.send()).toEqual({ ...nothingSent, accepted: 4 });
  });
});

describe('the mail system’s answer', () => {
  it('refused owes the resident a call, tells staff with the next alert, and is never sent again', async () => {
    const { world, reference } = await worldWith(1);
    world.answer = () => ({ type: 'refused', error: 'MessageRejected' });
    expect(await world.send()).toEqual({ ...nothingSent, refused: 1 });
    expect(await world.notice(reference)).toMatchObject({
      status: 'refused-by-ses',
      lastError: 'MessageRejected',
    });
    expect((await world.store.load(reference))?.complaint.residentUnreached).toBe(true);
    expect((await world.store.timeline(reference)).at(1)?.event).toEqual({
      type: 'NoticeNotDelivered',
      notice: 'receipt',
      kind: 'receipt',
      why: 'refused-by-ses',
      failedAt: '2026-12-23T15:00:00.000Z',
    });
    expect(await world.eventTypes(reference)).toEqual([
      'ComplaintReceived',
      'NoticeNotDelivered',
      'ContactOwed',
    ]);
    expect(await world.send('2099-01-01T00:00:00Z')).toEqual(nothingSent);
    await world.sweep('2026-12-29T09:00:00Z');
    world.answer = () => ({ type: 'accepted', messageId: 'm' });
    await world.send();
    expect(world.inbox.at(-1)?.content.text).toContain('Our last email did not reach the resident');
  });

  it('retry sends again after one minute, two, four, eight and then ten, for four hours, while other mail leaves', async () => {
    const world = new World(start);
    const unlucky = await world.receiveOne();
    world.answer = ({ tags: { complaint } }) =>
      complaint === unlucky ? { type: 'retry', error: 'Throttling' } : { type: 'accepted', messageId: 'm' };
    const complainant = { name: 'Ada Moor', phone: '01632 960111' };
    const other = await world.receiveOne({ complainant });
    const tried: number[] = [];
    for (let minute = 0; minute <= 300; minute++) {
      world.now = addMinutes(at(start), minute);
      await world.owe(other, { ...toManager, id: `resident-message_${minute}` });
      const { accepted, retry, 'given-up': givenUp } = await world.send();
      expect(accepted).toBe(1);
      if (retry + givenUp > 0) tried.push(minute);
    }
    expect(tried.slice(0, 8)).toEqual([0, 1, 3, 7, 15, 25, 35, 45]);
    expect([tried.length, tried.at(-1)]).toEqual([27, 235]);
    expect(await world.notice(unlucky)).toMatchObject({ status: 'given-up', attempts: 27 });
    const contact = { type: 'ContactOwed', obligation: { id: 'contact-receipt', dueOn: '2026-12-24' } };
    expect((await world.store.timeline(unlucky)).slice(1).map(({ event }) => event)).toMatchObject([
      { type: 'NoticeNotDelivered', why: 'given-up', failedAt: '2026-12-23T18:55:00.000Z' },
      contact,
    ]);
  });

  it('unknown waits a quarter of an hour for SES’s event and then sends once more', async () => {
    const { world, reference } = await worldWith(1);
    world.answer = () => ({ type: 'unknown', error: 'TimeoutError' });
    expect(await world.send()).toEqual({ ...nothingSent, unknown: 1 });
    expect(await world.notice(reference)).toMatchObject({ status: 'unknown', lastError: 'TimeoutError' });
    world.answer = () => ({ type: 'accepted', messageId: 'm-2' });
    expect(await world.send('2026-12-23T15:14:59.999Z')).toEqual(nothingSent);
    expect(await world.send('2026-12-23T15:15:00Z')).toEqual({ ...nothingSent, accepted: 1 });
    expect(world.inbox.map(({ tags }) => tags.attempt)).toEqual(['1', '2']);
    expect(await world.send('2026-12-24T15:15:00Z')).toEqual(nothingSent);
  });

  it('unknown twice is given up after another hour, and somebody owes the resident a call', async () => {
    const { world, reference } = await worldWith(1);
    world.answer = () => ({ type: 'unknown', error: 'TimeoutError' });
    await world.send();
    expect(await world.send('2026-12-23T15:15:00Z')).toEqual({ ...nothingSent, unknown: 1 });
    expect(await world.runSender('2026-12-23T16:14:59.999Z')).toMatchObject({
      counts: nothingSent,
      unknown: 1,
    });
    expect(await world.runSender('2026-12-23T16:15:00Z')).toMatchObject({
      counts: { ...nothingSent, 'given-up': 1 },
      unknown: 0,
    });
    expect(world.inbox).toHaveLength(2);
    expect(await world.eventTypes(reference)).toEqual([
      'ComplaintReceived',
      'NoticeNotDelivered',
      'ContactOwed',
    ]);
    expect(await world.send('2027-12-23T15:15:00Z')).toEqual(nothingSent);
  });

  it('accepted and then silence is no arrival: after fourteen hours somebody owes the resident a call', async () => {
    const { world, reference } = await worldWith(1);
    world.tellsOfMail = false;
    await world.send();
    expect(await world.send('2026-12-24T04:59:59.999Z')).toEqual(nothingSent);
    expect(await world.send('2026-12-24T05:00:00Z')).toEqual({ ...nothingSent, unconfirmed: 1 });
    expect((await world.eventTypes(reference)).slice(2)).toEqual(['NoticeNotDelivered', 'ContactOwed']);
  });
});
