import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { World } from '../support/world.ts';

const start = '2026-12-23T15:00:00Z';
const zero = {
  accepted: 0,
  retry: 0,
  'stop-the-line': 0,
  refused: 0,
  unknown: 0,
  cancelled: 0,
  left: 0,
  setAside: 0,
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
    expect(await world.send()).toEqual({ ...zero, accepted: 1 });
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
    expect(await world.eventTypes(reference)).toEqual(['ComplaintReceived', 'NoticeAccepted', 'AlertGiven']);
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
    await world.sweep('2026-12-29T09:00:00Z');
    await world.send();
    const kinds = world.inbox.map(({ tags }) => tags.notice);
    expect(kinds.slice(0, 4)).toEqual(Array(4).fill('receipt'));
    expect(kinds.slice(4).every((id) => id?.startsWith('alert_'))).toBe(true);
    expect(kinds).toHaveLength(8);
  });

  it('waits for the next sender where time has run out', async () => {
    const { world } = await worldWith(6);
    let left = 2;
    world.hasTime = () => left-- > 0;
    expect(await world.send()).toEqual({ ...zero, accepted: 2 });
    world.hasTime = () => true;
    expect(await world.send()).toEqual({ ...zero, accepted: 4 });
  });
});

describe('the mail system’s answer', () => {
  it('refused tells staff with the next alert, and is never sent again', async () => {
    const { world, reference } = await worldWith(1);
    world.answer = () => ({ type: 'refused', error: 'MessageRejected' });
    expect(await world.send()).toEqual({ ...zero, refused: 1 });
    expect(await world.notice(reference)).toMatchObject({
      status: 'refused-by-ses',
      lastError: 'MessageRejected',
    });
    expect((await world.store.load(reference))?.complaint.residentUnreached).toBe(true);
    expect((await world.store.timeline(reference)).at(-1)?.event).toEqual({
      type: 'NoticeNotDelivered',
      notice: 'receipt',
      kind: 'receipt',
      why: 'refused-by-ses',
      failedAt: '2026-12-23T15:00:00.000Z',
    });
    expect(await world.send('2099-01-01T00:00:00Z')).toEqual(zero);
    await world.sweep('2026-12-29T09:00:00Z');
    world.answer = () => ({ type: 'accepted', messageId: 'm' });
    await world.send();
    expect(world.inbox.at(-1)?.content.text).toContain('Our last email did not reach the resident');
  });

  it('retry sends again after one minute, two, four, eight and ten, until it is accepted', async () => {
    const { world, reference } = await worldWith(1);
    world.answer = () => ({ type: 'retry', error: 'Throttling' });
    const times = ['15:00', '15:01', '15:03', '15:07', '15:15', '15:25', '15:35'];
    for (const time of times) {
      expect(await world.send(`2026-12-23T${time}:00Z`)).toEqual({ ...zero, retry: 1 });
      expect(await world.send(`2026-12-23T${time}:59.999Z`)).toEqual(zero);
    }
    expect(await world.eventTypes(reference)).toEqual(['ComplaintReceived']);
    world.answer = () => ({ type: 'accepted', messageId: 'm' });
    await world.send('2026-12-23T15:45:00Z');
    expect(await world.notice(reference)).toMatchObject({ status: 'accepted', attempts: 8 });
  });

  it('stop-the-line stops everything that is not under way, in both lanes, and burns no attempt', async () => {
    const { world, references } = await worldWith(40);
    await world.sweep('2026-12-29T09:00:00Z');
    world.answer = () => ({ type: 'stop-the-line', error: 'AccessDenied' });
    const count = await world.send();
    expect(count['stop-the-line']).toBe(world.inbox.length);
    expect(world.inbox.length).toBeLessThanOrEqual(8);
    expect(new Set(world.inbox.map(({ tags }) => tags.notice))).toEqual(new Set(['receipt']));
    for (const reference of references)
      expect(await world.notice(reference)).toMatchObject({ status: 'pending', attempts: 0 });
    world.answer = () => ({ type: 'accepted', messageId: 'm' });
    expect(await world.send('2026-12-29T09:01:00Z')).toMatchObject({ accepted: 80 });
  });

  it('unknown waits a quarter of an hour for SES’s event and then sends once more', async () => {
    const { world, reference } = await worldWith(1);
    world.answer = () => ({ type: 'unknown', error: 'TimeoutError' });
    expect(await world.send()).toEqual({ ...zero, unknown: 1 });
    expect(await world.notice(reference)).toMatchObject({ status: 'unknown', lastError: 'TimeoutError' });
    world.answer = () => ({ type: 'accepted', messageId: 'm-2' });
    expect(await world.send('2026-12-23T15:14:59.999Z')).toEqual(zero);
    expect(await world.send('2026-12-23T15:15:00Z')).toEqual({ ...zero, accepted: 1 });
    expect(world.inbox.map(({ tags }) => tags.attempt)).toEqual(['1', '2']);
    expect(await world.send('2026-12-24T15:15:00Z')).toEqual(zero);
  });
});
