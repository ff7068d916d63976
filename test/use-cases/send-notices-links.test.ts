import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../shared/domain/civil-date.ts';
import { instantOf } from '../../shared/domain/london-time.ts';
import type { NoticeOwed } from '../../shared/domain/notices.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { owe } from '../../shared/domain/stored-notice.ts';
import type { Mail } from '../../shared/ports/mail-sender.ts';
import { referenceNumber } from '../support/complaints.ts';
import { person } from '../support/people.ts';
import { storeWith, World } from '../support/world.ts';

const start = '2026-12-23T15:00:00Z';
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');
const request: NoticeOwed = {
  id: 'access-link_202612231500',
  kind: 'access-link',
  lane: 'statutory',
  recipient: { type: 'complainant' },
  values: {},
};

async function quietWorld() {
  const world = new World(start);
  const reference = await world.receiveOne();
  await world.send();
  world.inbox = [];
  return { world, reference };
}

const ask = (world: World, reference: Reference) =>
  world.store.oweAlone(owe(request, { type: 'complaint', reference }, world.now));

/** The token that a mail carries in its link to a page. */
function tokenIn(mail: Mail | undefined, page: string): string {
  const [, token] = mail?.content.text.match(new RegExp(`^${page}#([\\w-]+)$`, 'm')) ?? [];
  if (!token) throw new Error(`the mail has no link to ${page}`);
  return token;
}

const follow = 'https://complaints.example/follow';

describe('a link that a resident asked for', () => {
  it('is made when its mail is sent, and works for ten minutes from then', async () => {
    const { world, reference } = await quietWorld();
    await ask(world, reference);
    expect(await world.send('2026-12-23T15:04:00Z')).toMatchObject({ accepted: 1 });
    const token = tokenIn(world.inbox[0], follow);
    expect(token).toHaveLength(43);
    expect([...world.links.values()]).toEqual([
      {
        hash: hashOf(token),
        purpose: 'resident',
        complaint: reference,
        party: 1,
        validUntil: '2026-12-23T15:14:00.000Z',
      },
    ]);
    expect(world.inbox[0]?.content.html).toContain(`${follow}#${token}`);
  });

  it('is for whoever the complaint is of when it is sent', async () => {
    const { world, reference } = await quietWorld();
    await ask(world, reference);
    await world.change(reference, {}, { party: 2 });
    await world.send();
    expect([...world.links.values()].map(({ party }) => party)).toEqual([2]);
  });

  it('is nowhere in what is kept, which can be compared with what is printed again', async () => {
    const { world, reference } = await quietWorld();
    await ask(world, reference);
    await world.send();
    const [mail] = world.inbox;
    const token = tokenIn(mail, follow);
    const kept = await world.notice(reference, request.id);
    const everything = [kept, [...world.links.values()], await world.store.timeline(reference)];
    expect(JSON.stringify(everything)).not.toContain(token);
    const { subject, text, html } = mail?.content ?? { subject: '', text: '', html: '' };
    const printed = `${subject}\n${text}\n${html}`.replaceAll(`${follow}#${token}`, '[link]');
    expect(kept.contentHash).toBe(hashOf(printed));
  });

  it('is another one each time its mail is tried again', async () => {
    const { world, reference } = await quietWorld();
    await ask(world, reference);
    world.answer = () => ({ type: 'retry', error: 'Throttling' });
    await world.send();
    await world.send('2026-12-23T15:01:00Z');
    const tokens = world.inbox.map((mail) => tokenIn(mail, follow));
    expect(new Set(tokens).size).toBe(2);
    expect([...world.links.keys()].sort()).toEqual(tokens.map(hashOf).sort());
  });

  it('is not made where somebody else claimed the notice first', async () => {
    const { world, reference } = await quietWorld();
    await ask(world, reference);
    world.store = storeWith(world.store, { claimNotice: async () => 'changed-meanwhile' });
    expect(await world.send()).toMatchObject({ left: 1 });
    expect(world.links.size).toBe(0);
    expect(world.inbox).toEqual([]);
  });

  it('to a complaint that does not exist is cancelled, without an error', async () => {
    const { world } = await quietWorld();
    const nobodys = referenceNumber(99);
    await ask(world, nobodys);
    expect(await world.send()).toMatchObject({ cancelled: 1, setAside: 0 });
    expect(world.problems).toEqual([]);
    expect(await world.notice(nobodys, request.id)).toMatchObject({
      status: 'cancelled',
      revision: 1,
    });
    expect(await world.send('2099-01-01T00:00:00Z')).toMatchObject({ cancelled: 0, left: 0 });
    expect([world.inbox, world.links.size]).toEqual([[], 0]);
  });

  it('to a complaint whose resident may not be mailed is cancelled', async () => {
    const world = new World(start);
    const reference = await world.receiveOne({ complainant: { name: 'Sam', phone: '01632 960111' } });
    await ask(world, reference);
    expect(await world.send()).toMatchObject({ cancelled: 1 });
    expect([world.inbox, world.links.size]).toEqual([[], 0]);
  });

  it('is the only notice that may be without its complaint', async () => {
    const { world } = await quietWorld();
    const nobodys = { type: 'complaint', reference: referenceNumber(99) } as const;
    const stray = owe({ ...request, id: 'update_1', kind: 'update' }, nobodys, world.now);
    await world.store.oweAlone(stray);
    expect(await world.send()).toMatchObject({ setAside: 1, cancelled: 0 });
    expect(String(world.problems[0]?.error)).toContain('does not exist');
  });
});

describe('a question', () => {
  const dueOn = civilDate('2027-01-04');
  const question: NoticeOwed = {
    id: 'question-1_2027-01-04_asked',
    kind: 'question',
    lane: 'routine',
    recipient: { type: 'contractor', address: 'text-1' },
    reason: { obligation: 'stage-1-acknowledgement', dueOn },
    values: { dueOn: 'Monday 4 January 2027', explanation: '', chasing: '' },
    texts: { question: 'text-2' },
  };
  const texts = [
    { id: 'text-1', text: 'lifts@contractor.example', salt: 's' },
    { id: 'text-2', text: 'When was the lift last serviced?', salt: 's' },
  ];

  it('carries a link by which it is answered, for thirty days', async () => {
    const { world, reference } = await quietWorld();
    await world.owe(reference, question, texts);
    expect(await world.send()).toMatchObject({ accepted: 1 });
    const token = tokenIn(world.inbox[0], 'https://complaints.example/answer');
    expect(world.inbox[0]?.content.text).toContain('When was the lift last serviced?');
    expect([...world.links.values()]).toEqual([
      {
        hash: hashOf(token),
        purpose: 'contribution',
        complaint: reference,
        party: 1,
        question: 'stage-1-acknowledgement',
        validUntil: '2027-01-22T15:00:00.000Z',
      },
    ]);
  });

  it('to a colleague carries a link that is theirs', async () => {
    const { world, reference } = await quietWorld();
    await world.register.save(person('milo'));
    const recipient = { type: 'staff', rank: 'handler', person: staffId('milo') } as const;
    await world.owe(reference, { ...question, recipient }, texts);
    expect(await world.send()).toMatchObject({ accepted: 1 });
    expect([...world.links.values()].map(({ asked }) => asked)).toEqual(['milo']);
  });

  it('that names no question is not written', async () => {
    const { world, reference } = await quietWorld();
    await world.owe(reference, { ...question, reason: undefined }, texts);
    expect(await world.send()).toMatchObject({ retry: 1, accepted: 0 });
    expect(world.links.size).toBe(0);
  });

  it('that was answered meanwhile is cancelled, and no link is made', async () => {
    const { world, reference } = await quietWorld();
    await world.owe(reference, question, texts);
    await world.change(reference, {}, { obligations: [] });
    expect(await world.send()).toMatchObject({ cancelled: 1 });
    expect(world.links.size).toBe(0);
  });
});

describe('any other notice', () => {
  it('carries no link', async () => {
    const { world } = await quietWorld();
    await world.sweep(instantOf(Date.parse('2027-01-04T09:00:00Z')));
    await world.send();
    expect(world.inbox).toHaveLength(2);
    expect(world.links.size).toBe(0);
    expect(world.inbox[0]?.content.text).not.toContain('complaints.example/');
  });
});
