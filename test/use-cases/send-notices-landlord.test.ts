import { describe, expect, it } from 'vitest';
import type { NoticeOwed } from '../../shared/domain/notices.ts';
import { owe } from '../../shared/domain/stored-notice.ts';
import { landlords } from '../../shared/landlords/landlords.ts';
import { applyEventToNotice } from '../../shared/use-cases/apply-mail-event.ts';
import { policyOf, rules, versionOf } from '../support/rules.ts';
import { storeWith, World } from '../support/world.ts';

const start = '2026-12-23T15:00:00Z';
const owner = { type: 'landlord', landlord: 'day-zero' } as const;
const horizon: NoticeOwed = {
  id: 'calendar-horizon_2028-12-31',
  kind: 'calendar-horizon',
  lane: 'routine',
  recipient: { type: 'staff', rank: 'manager' },
  values: { horizon: 'Sunday 31 December 2028', summary: '' },
};

async function worldOwing(change: Partial<NoticeOwed> = {}) {
  const world = new World(start);
  await world.store.oweAlone(owe({ ...horizon, ...change }, owner, world.now));
  return world;
}

/** The landlord's rules with another address for each rank from a day on. */
function rulesWithNewAddress(effectiveFrom: string) {
  const policy = policyOf('day-zero');
  const recipients = { ...versionOf('day-zero').recipients, manager: 'new.manager@larkfield-homes.example' };
  const later = { ...versionOf('day-zero'), effectiveFrom, recipients } as (typeof policy.versions)[number];
  const versions = [...policy.versions, later];
  return { ...rules, policies: new Map([...landlords, ['day-zero', { ...policy, versions }]]) };
}

describe('a notice to a landlord', () => {
  it('goes to the address of its rank in the landlord’s name, tagged by the landlord', async () => {
    const world = await worldOwing();
    expect(await world.send()).toMatchObject({ accepted: 1, setAside: 0 });
    expect(world.inbox).toEqual([
      {
        fromName: 'Larkfield Retirement Homes',
        to: 'customer.manager@larkfield-homes.example',
        replyTo: 'complaints@larkfield-homes.example',
        content: expect.objectContaining({
          subject: 'Bank holidays are published to Sunday 31 December 2028',
        }),
        tags: { landlord: 'day-zero', notice: 'calendar-horizon_2028-12-31', attempt: '1' },
      },
    ]);
    expect(await world.noticeOf(owner, horizon.id)).toMatchObject({
      status: 'accepted',
      messageId: 'm-1',
      templateHash: expect.any(String),
      contentHash: expect.any(String),
    });
    expect(await world.send('2099-01-01T00:00:00Z')).toMatchObject({ accepted: 0, left: 0 });
  });

  it.each([
    ['the evening before', '2027-01-31T23:59:59Z', 'customer.manager@larkfield-homes.example'],
    ['the day itself', '2027-02-01T00:00:00Z', 'new.manager@larkfield-homes.example'],
  ])('goes by the policy in force when it is sent: %s', async (_, now, address) => {
    const world = await worldOwing();
    world.rules = rulesWithNewAddress('2027-02-01');
    await world.send(now);
    expect(world.inbox.map(({ to }) => to)).toEqual([address]);
  });

  it('is sent once by many senders', async () => {
    const world = await worldOwing();
    await Promise.all([world.send(), world.send(), world.send()]);
    expect(world.inbox).toHaveLength(1);
  });

  it('is tried again where the mail system says so', async () => {
    const world = await worldOwing();
    world.answer = () => ({ type: 'retry', error: 'Throttling' });
    expect(await world.send()).toMatchObject({ retry: 1 });
    world.answer = () => ({ type: 'accepted', messageId: 'm-2' });
    expect(await world.send('2026-12-23T15:01:00Z')).toMatchObject({ accepted: 1 });
  });

  it('is not written where no policy of the landlord ships, or it asks for the words of a complaint', async () => {
    const gone = await worldOwing();
    gone.rules = { ...rules, policies: new Map() };
    expect(await gone.send()).toMatchObject({ retry: 1, accepted: 0 });
    expect(gone.problems).toEqual([{ about: { owner, id: horizon.id }, error: expect.any(Error) }]);
    const misplaced = await worldOwing({ kind: 'receipt' });
    expect(await misplaced.send()).toMatchObject({ retry: 1, accepted: 0 });
  });
});

describe('what became of a mail to a landlord', () => {
  const bounced = { owner, id: horizon.id, outcome: 'bounced', messageId: 'm-1' } as const;

  it('is kept with its notice, and no complaint is read or changed', async () => {
    const world = await worldOwing();
    const reference = await world.receiveOne();
    await world.send();
    const before = await world.store.load(reference);
    const { store } = world;
    const fail = () => Promise.reject(new Error('a complaint was touched'));
    world.store = storeWith(store, { load: fail, commit: fail, loadForCommand: fail });
    expect(await applyEventToNotice(world.ports, { ...bounced, at: world.now })).toMatchObject({
      result: 'applied',
    });
    expect(await applyEventToNotice(world.ports, { ...bounced, at: world.now })).toMatchObject({
      result: 'nothing-new',
    });
    world.store = store;
    expect((await world.noticeOf(owner, horizon.id)).status).toBe('bounced');
    expect(await world.store.load(reference)).toEqual(before);
  });

  it('is brought again where the landlord has no such notice', async () => {
    const world = new World(start);
    await expect(applyEventToNotice(world.ports, { ...bounced, at: world.now })).rejects.toThrow(
      'notice calendar-horizon_2028-12-31 of LANDLORD#day-zero does not exist',
    );
  });
});
