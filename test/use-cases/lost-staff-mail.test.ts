import { describe, expect, it } from 'vitest';
import { civilDate } from '../../shared/domain/civil-date.ts';
import type { NoticeOwed, Recipient } from '../../shared/domain/notices.ts';
import type { MailEventOutcome } from '../../shared/domain/sending.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { applyEventToNotice } from '../../shared/use-cases/apply-mail-event.ts';
import { person } from '../support/people.ts';
import { World } from '../support/world.ts';

const toMilo: Recipient = { type: 'staff', rank: 'handler', person: staffId('milo') };
const toRank: Recipient = { type: 'staff', rank: 'handler' };
const toContractor: Recipient = { type: 'contractor', address: 'text-1' };
const question: Omit<NoticeOwed, 'recipient'> = {
  id: 'question-1_2027-01-04_asked',
  kind: 'question',
  lane: 'routine',
  reason: { obligation: 'stage-1-acknowledgement', dueOn: civilDate('2027-01-04') },
  values: { dueOn: 'Monday 4 January 2027', explanation: '', chasing: '' },
  texts: { question: 'text-2' },
};
const texts = [
  { id: 'text-1', text: 'lifts@contractor.example', salt: 's' },
  { id: 'text-2', text: 'When was the lift last serviced?', salt: 's' },
];

/** A world in which a question was mailed to somebody, and what SES tells of that mail. */
async function worldAsking(recipient: Recipient) {
  const world = new World('2026-12-23T15:00:00Z');
  world.tellsOfMail = false;
  await world.register.save(person('milo', { email: 'milo@larkfield-homes.example' }));
  const reference = await world.receiveOne();
  await world.owe(reference, { ...question, recipient }, texts);
  await world.send();
  const tell = (outcome: MailEventOutcome) =>
    applyEventToNotice(world.ports, {
      owner: { type: 'complaint', reference },
      id: question.id,
      outcome,
      messageId: 'm-1',
      at: world.now,
    });
  const ids = async () => (await world.store.notices(reference)).map(({ id }) => id);
  return { world, reference, tell, ids };
}

describe('a mail to one of the staff that does not arrive', () => {
  it('goes once to whoever holds the rank, and the timeline and our own watch are told', async () => {
    const { world, reference, tell, ids } = await worldAsking(toMilo);
    expect(await tell('soft-bounced')).toEqual({ result: 'applied', staffMailFailed: true });
    expect(await tell('bounced')).toEqual({ result: 'applied', staffMailFailed: true });
    expect(await tell('bounced')).toEqual({ result: 'nothing-new', staffMailFailed: false });
    expect(await ids()).toEqual([question.id, `${question.id}_team`, 'receipt']);
    const { id: _, ...asked } = question;
    const instead = await world.notice(reference, `${question.id}_team`);
    expect(instead).toMatchObject({ ...asked, recipient: toRank, status: 'pending', attempts: 0 });
    expect((await world.store.timeline(reference)).at(-1)?.event).toMatchObject({
      type: 'NoticeNotDelivered',
      notice: question.id,
      to: 'staff',
      why: 'bounced',
    });
    await world.send('2026-12-23T15:01:00Z');
    expect(world.inbox.at(-1)?.to).toBe('complaints.team@larkfield-homes.example');
    expect((await world.store.load(reference))?.complaint.residentUnreached).toBe(false);
  });

  it('goes to the rank too where SES refuses it at once', async () => {
    const world = new World('2026-12-23T15:00:00Z');
    await world.register.save(person('milo', { email: 'milo@larkfield-homes.example' }));
    const reference = await world.receiveOne();
    await world.owe(reference, { ...question, recipient: toMilo }, texts);
    world.answer = ({ to }) =>
      to.startsWith('milo')
        ? { type: 'refused', error: 'MessageRejected' }
        : { type: 'accepted', messageId: 'm' };
    await world.send();
    await world.send('2026-12-23T15:01:00Z');
    expect(world.inbox.at(-1)?.to).toBe('complaints.team@larkfield-homes.example');
  });

  it('that was for whoever holds the rank is told to our own watch alone', async () => {
    const { world, reference, tell, ids } = await worldAsking(toRank);
    expect(await tell('bounced')).toEqual({ result: 'applied', staffMailFailed: true });
    expect(await ids()).toEqual([question.id, 'receipt']);
    expect(await world.eventTypes(reference)).not.toContain('NoticeNotDelivered');
  });

  it('is nothing to anybody where it does arrive', async () => {
    const { world, reference, tell } = await worldAsking(toMilo);
    const before = await world.eventTypes(reference);
    expect(await tell('delivered')).toEqual({ result: 'applied', staffMailFailed: false });
    expect(await world.eventTypes(reference)).toEqual(before);
  });
});

describe('a question to a contractor that does not arrive', () => {
  it('is told to the timeline and our own watch', async () => {
    const { world, reference, tell, ids } = await worldAsking(toContractor);
    expect(await tell('bounced')).toEqual({ result: 'applied', staffMailFailed: true });
    expect(await ids()).toEqual([question.id, 'receipt']);
    const told = (await world.store.timeline(reference)).map(({ event }) => event);
    expect(told.filter(({ type }) => type === 'NoticeNotDelivered')).toMatchObject([
      { notice: question.id, to: 'contractor', why: 'bounced' },
    ]);
  });
});

describe('a mail to the resident that does not arrive', () => {
  it('is no failure of mail to staff', async () => {
    const { world, reference } = await worldAsking(toMilo);
    const about = { owner: { type: 'complaint', reference }, id: 'receipt', messageId: 'm-2' } as const;
    expect(await applyEventToNotice(world.ports, { ...about, outcome: 'bounced', at: world.now })).toEqual({
      result: 'applied',
      staffMailFailed: false,
    });
  });
});
