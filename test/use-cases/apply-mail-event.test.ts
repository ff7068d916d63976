import { describe, expect, it } from 'vitest';
import type { Reference } from '../../shared/domain/reference.ts';
import type { MailEventOutcome } from '../../shared/domain/sending.ts';
import { applyEventToNotice } from '../../shared/use-cases/apply-mail-event.ts';
import type { Happened } from '../../shared/use-cases/record-notice.ts';
import { referenceNumber } from '../support/complaints.ts';
import { at } from '../support/rules.ts';
import { storeWith, World } from '../support/world.ts';

const start = '2026-12-23T15:00:00Z';

async function sentReceipt(before?: (world: World) => void) {
  const world = new World(start);
  world.tellsOfMail = false;
  const reference = await world.receiveOne();
  before?.(world);
  await world.send();
  const tell = async (outcome: MailEventOutcome, times: Partial<Happened> = {}) => {
    const about = { owner: { type: 'complaint', reference }, id: 'receipt', messageId: 'm-1' } as const;
    const told = { ...about, outcome, at: world.now, ...times };
    return (await applyEventToNotice(world.ports, told)).result;
  };
  return { world, reference, tell };
}

/** The complaint, but for how many events it took to come there. */
async function stateOf(world: World, reference: Reference) {
  const stored = await world.store.load(reference);
  if (!stored) throw new Error('there is no such complaint');
  const { eventCount: _, revision: __, ...state } = stored.complaint;
  return state;
}

/** Every order of the items. */
function permutations<Item>(items: Item[]): Item[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}

describe('an event of SES', () => {
  it('says that a mail was delivered, once', async () => {
    const { world, reference, tell } = await sentReceipt();
    expect(await tell('delivered')).toBe('applied');
    expect(await tell('delivered')).toBe('nothing-new');
    expect(await tell('accepted')).toBe('nothing-new');
    expect(await world.notice(reference)).toMatchObject({ status: 'delivered', messageId: 'm-1' });
    expect(await world.eventTypes(reference)).toEqual([
      'ComplaintReceived',
      'NoticeAccepted',
      'NoticeDelivered',
    ]);
  });

  it.each(['soft-bounced', 'bounced', 'suppressed', 'rejected', 'reported-as-spam'] as const)(
    'says that a mail was %s: the timeline says why, and somebody owes the resident a call or a letter',
    async (outcome) => {
      const { world, reference, tell } = await sentReceipt();
      await tell(outcome);
      expect((await world.store.load(reference))?.complaint.residentUnreached).toBe(true);
      expect((await world.store.timeline(reference)).slice(-2)).toMatchObject([
        { actor: { type: 'mail' }, event: { type: 'NoticeNotDelivered', why: outcome, notice: 'receipt' } },
        { event: { type: 'ContactOwed', obligation: { id: 'contact-receipt', dueOn: '2026-12-24' } } },
      ]);
    },
  );

  it('is told to the timeline with when it happened, however late it comes', async () => {
    const { world, reference, tell } = await sentReceipt((world) => {
      world.answer = () => ({ type: 'unknown', error: 'TimeoutError' });
    });
    world.now = at('2026-12-24T09:00:00Z');
    await tell('accepted', { at: at('2026-12-23T15:00:05Z'), acceptedAt: at('2026-12-23T15:00:02Z') });
    await tell('bounced', { at: at('2026-12-23T15:07:00Z'), acceptedAt: at('2026-12-23T15:00:02Z') });
    const told = (await world.store.timeline(reference)).slice(1, 3);
    expect(told.map(({ at, event }) => [at, event])).toEqual([
      [
        '2026-12-24T09:00:00.000Z',
        {
          type: 'NoticeAccepted',
          notice: 'receipt',
          kind: 'receipt',
          acceptedAt: '2026-12-23T15:00:02.000Z',
        },
      ],
      [
        '2026-12-24T09:00:00.000Z',
        {
          type: 'NoticeNotDelivered',
          notice: 'receipt',
          kind: 'receipt',
          why: 'bounced',
          failedAt: '2026-12-23T15:07:00.000Z',
        },
      ],
    ]);
  });

  it('leaves the same notice and the same complaint in any order, with repeats', async () => {
    const outcomes: MailEventOutcome[] = ['accepted', 'delivered', 'bounced', 'reported-as-spam'];
    const ends = new Set<string>();
    for (const order of permutations(outcomes)) {
      const { world, reference, tell } = await sentReceipt();
      for (const outcome of [...order, ...order]) await tell(outcome);
      const { revision: _, ...notice } = await world.notice(reference);
      ends.add(JSON.stringify([notice, await stateOf(world, reference)]));
    }
    expect(ends.size).toBe(1);
  });

  it('leaves the same in each order where only some of them come', async () => {
    for (const pair of [
      ['delivered', 'bounced'],
      ['accepted', 'rejected'],
      ['delivered', 'reported-as-spam'],
    ] as const) {
      const ends = await Promise.all(
        [pair, pair.toReversed()].map(async (order) => {
          const { world, reference, tell } = await sentReceipt();
          for (const outcome of order) await tell(outcome);
          return [(await world.notice(reference)).status, await stateOf(world, reference)];
        }),
      );
      expect(ends[0]).toEqual(ends[1]);
    }
  });

  it('that comes before the sender has its answer wins, and the sender adds nothing', async () => {
    const { world, reference } = await sentReceipt((world) => {
      world.answer = async (mail) => {
        const tagged = mail.tags.complaint as typeof reference;
        await applyEventToNotice(world.ports, {
          owner: { type: 'complaint', reference: tagged },
          id: 'receipt',
          outcome: 'delivered',
          messageId: 'm-9',
          at: world.now,
        });
        return { type: 'accepted', messageId: 'm-9' };
      };
    });
    expect(await world.notice(reference)).toMatchObject({ status: 'delivered', messageId: 'm-9' });
    expect(await world.eventTypes(reference)).toEqual(['ComplaintReceived', 'NoticeDelivered']);
    expect(world.problems).toEqual([]);
  });

  it('settles a notice whose answer was lost, so that it is not sent again', async () => {
    const { world, reference, tell } = await sentReceipt((world) => {
      world.answer = () => ({ type: 'unknown', error: 'TimeoutError' });
    });
    expect((await world.notice(reference)).status).toBe('unknown');
    expect(await tell('accepted')).toBe('applied');
    await world.send('2027-12-23T15:00:00Z');
    expect(world.inbox).toHaveLength(1);
  });

  it('about an alert changes the notice and nothing of the resident', async () => {
    const world = new World(start);
    const reference = await world.receiveOne();
    await world.sweep('2027-01-04T09:00:00Z');
    await world.send();
    const before = await world.store.load(reference);
    const id = 'alert_stage-1-acknowledgement_2027-01-04_0_handler';
    await applyEventToNotice(world.ports, {
      owner: { type: 'complaint', reference },
      id,
      outcome: 'bounced',
      messageId: 'm-2',
      at: world.now,
    });
    expect((await world.notice(reference, id)).status).toBe('bounced');
    expect(await world.store.load(reference)).toEqual(before);
  });

  it('that finds the complaint changed is decided again', async () => {
    const { world, reference, tell } = await sentReceipt();
    const { store } = world;
    world.store = storeWith(store, {
      async commit(change) {
        world.store = store;
        await world.sweep('2026-12-29T09:00:00Z');
        return store.commit(change);
      },
    });
    expect(await tell('delivered')).toBe('applied');
    expect(await world.eventTypes(reference)).toEqual([
      'ComplaintReceived',
      'NoticeAccepted',
      'AlertGiven',
      'NoticeDelivered',
    ]);
  });
});

describe('an event that cannot be applied is brought again', () => {
  const nobodys = { type: 'complaint', reference: referenceNumber(99) } as const;

  it('where there is no such notice or no such complaint', async () => {
    const { world, reference } = await sentReceipt();
    const event = { outcome: 'delivered', messageId: 'm-1', at: world.now } as const;
    await expect(
      applyEventToNotice(world.ports, { ...event, owner: { type: 'complaint', reference }, id: 'nothing' }),
    ).rejects.toThrow('does not exist');
    await expect(
      applyEventToNotice(world.ports, { ...event, owner: nobodys, id: 'receipt' }),
    ).rejects.toThrow('does not exist');
  });

  it('but not where it was of a link that somebody asked for, which is kept no longer', async () => {
    const { world, reference } = await sentReceipt();
    const event = { outcome: 'delivered', messageId: 'm-1', at: world.now } as const;
    for (const owner of [{ type: 'complaint', reference }, nobodys] as const)
      expect(
        await applyEventToNotice(world.ports, { ...event, owner, id: 'access-link_202612231500' }),
      ).toEqual({ result: 'nothing-new', staffMailFailed: false });
  });

  it('where the complaint keeps changing, and nothing is stored', async () => {
    const { world, reference, tell } = await sentReceipt();
    const before = await world.notice(reference);
    const { store } = world;
    world.store = storeWith(store, { commit: async () => 'changed-meanwhile' });
    await expect(tell('delivered')).rejects.toThrow('changed 5 times');
    world.store = store;
    expect(await world.notice(reference)).toEqual(before);
  });
});
