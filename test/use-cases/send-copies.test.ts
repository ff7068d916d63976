import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/decide.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { handleUntilStored } from '../../shared/use-cases/handle-command.ts';
import type { Intake } from '../../shared/use-cases/intake.ts';
import { textRef } from '../support/complaints.ts';
import { excluding } from '../support/exclusions.ts';
import { intake, World } from '../support/world.ts';

const by = staffId('ann');
const others = [
  { name: 'Ada Moor', email: 'ada.moor@example.com' },
  { name: 'Ben Moor', phone: '01632 960778' },
];
const representative = {
  name: 'Cllr Brook',
  email: 'brook@council.example',
  consent: 'given',
  copies: 'letters',
} as const;

async function receive(change: Partial<Intake>) {
  const world = new World('2026-12-23T15:00:00Z');
  const reference = await world.receiveOne({ loggedBy: by, ...change });
  const give = (command: Command) =>
    handleUntilStored(world.ports, reference, command, { type: 'staff', id: by }, world.now);
  const statusOf = async (id: string) => (await world.notice(reference, id)).status;
  return { world, reference, give, statusOf };
}

describe('copies of a letter', () => {
  it('go to whoever may have them and gave an address', async () => {
    const { world } = await receive({ others, representative });
    await world.send();
    expect(world.inbox.map(({ to }) => to).sort()).toEqual([
      'ada.moor@example.com',
      'brook@council.example',
      'sam.okoro@example.com',
    ]);
  });

  it('say first that they are copies, and nothing of who else gets the letter', async () => {
    const { world, reference } = await receive({ representative });
    await world.send();
    const copy = world.inbox.find(({ to }) => to === 'brook@council.example')?.content;
    const letter = world.inbox.find(({ to }) => to === 'sam.okoro@example.com')?.content;
    const note = `This is a copy. We sent this about complaint ${reference} to the person who made it, or who leads it for several people. Where it says “you”, it means that person.`;
    expect(copy?.subject).toBe(`Copy: ${letter?.subject}`);
    expect(copy?.text).toBe(`${note}\n\n${letter?.text}`);
    expect(copy?.text).not.toMatch(/okoro|brook/i);
    expect(letter?.text).not.toContain('copy');
  });

  it('tell nothing of whether the resident was reached', async () => {
    const { world, reference } = await receive({ representative });
    world.answer = ({ to }) =>
      to === 'brook@council.example'
        ? { type: 'refused', error: 'MessageRejected' }
        : { type: 'accepted', messageId: 'm-1' };
    await world.send();
    expect(await world.eventTypes(reference)).toEqual([
      'ComplaintReceived',
      'NoticeAccepted',
      'NoticeNotDelivered',
    ]);
    expect(await world.store.load(reference)).toMatchObject({ complaint: { residentUnreached: false } });
  });

  it('are cancelled where the person takes consent back before they are sent', async () => {
    const { world, give, statusOf } = await receive({ representative });
    await give({ type: 'RecordConsent', by, consent: 'withdrawn' });
    expect(await world.send()).toMatchObject({ accepted: 1, cancelled: 1, setAside: 0 });
    expect(world.inbox.map(({ to }) => to)).toEqual(['sam.okoro@example.com']);
    expect(await statusOf('receipt_copy_representative')).toBe('cancelled');
  });

  it('are cancelled for somebody who leaves before they are sent', async () => {
    const { world, give, statusOf } = await receive({ others });
    await give({ type: 'LeaveComplaint', by, party: 'party-2' });
    await world.send();
    expect(world.inbox.map(({ to }) => to)).toEqual(['sam.okoro@example.com']);
    expect(await statusOf('receipt_copy_party-2')).toBe('cancelled');
  });

  it('are cancelled, not set aside, where the address was erased', async () => {
    const { world, reference } = await receive({ representative });
    const { personal } = await world.store.loadForCommand({ reference, people: [] }, world.now);
    if (!personal) throw new Error('not stored');
    const { representative: _, ...rest } = personal;
    await world.change(reference, { personal: rest });
    expect(await world.send()).toMatchObject({ accepted: 1, cancelled: 1, setAside: 0 });
  });

  describe('for somebody whom mail has come to be unsafe for', () => {
    const copies = 'letters';
    const unsafe = { type: 'SetSafeContact', by, party: 'party-2', mayBeMailed: false } as const;
    const owedContact = async (world: World, reference: Reference) =>
      (await world.store.load(reference))?.complaint.obligations.find(({ whom }) => whom === 'copied');

    it.each([
      ['whom post reaches', { address: '7 Elm Road, Northtown TV1 1AA' }],
      ['whom nothing else reaches', {}],
    ])('%s are not mailed, and are cancelled', async (_, reached) => {
      const [ada = { name: '' }] = others;
      const { world, reference, give, statusOf } = await receive({
        others: [{ ...ada, ...reached, copies }],
      });
      await world.send();
      world.inbox.length = 0;
      await give({ type: 'Acknowledge', by, points: [{ definition: textRef(1), responsible: true }] });
      await give(unsafe);
      await world.change(reference, { texts: [{ id: 'text-1', text: 'The lift.', salt: 's' }] });
      await world.send();
      await world.send();
      expect(world.inbox.map(({ to }) => to)).toEqual(['sam.okoro@example.com']);
      expect(await statusOf('acknowledgement_copy_party-2')).toBe('cancelled');
      expect(await owedContact(world, reference)).toBeUndefined();
    });

    it('are told otherwise, where post reaches them and it is an answer', async () => {
      const { world, reference, give } = await receive({
        others: [{ name: 'Ada Moor', email: 'ada.moor@example.com', address: '7 Elm Road', copies }],
      });
      await give(excluding);
      await give(unsafe);
      await world.send();
      expect(world.inbox.map(({ to }) => to)).not.toContain('ada.moor@example.com');
      const copy = (await world.store.notices(reference)).find(
        ({ recipient, kind }) => recipient.type === 'copied' && kind === 'exclusion',
      );
      expect(copy?.status).toBe('unreachable');
      expect(await owedContact(world, reference)).toMatchObject({ kind: 'contact' });
    });
  });

  it('of an extension neither make it nor break it', async () => {
    const { world, reference, give } = await receive({ representative });
    await give({ type: 'AddPoints', by, points: [{ definition: textRef(1), responsible: true }] });
    const alreadyGiven = { how: 'letter', evidence: textRef(2) } as const;
    await give({ type: 'Acknowledge', by, points: [], alreadyGiven });
    const texts = [{ id: 'text-3', text: 'The part comes late.', salt: 's' }];
    await world.change(reference, { texts });
    const newDueOn = '2027-01-18' as Extract<Command, { type: 'Extend' }>['newDueOn'];
    await give({ type: 'Extend', by, newDueOn, reason: textRef(3) });
    world.answer = ({ to }) =>
      to === 'brook@council.example'
        ? { type: 'refused', error: 'MessageRejected' }
        : { type: 'accepted', messageId: 'm-1' };
    await world.send();
    const types = await world.eventTypes(reference);
    expect(types.filter((type) => type.startsWith('Extension'))).toEqual([
      'ExtensionRequested',
      'ExtensionTookEffect',
    ]);
  });
});

describe('a letter to a lead who leaves before it is sent', () => {
  const passOn = {
    type: 'LeaveComplaint',
    by,
    party: 'lead',
    lead: 'party-2',
    was: textRef(7),
    personalTextHash: 'hash-of-parties',
    reachableByEmail: true,
  } as const;
  const ada = { name: 'Ada Moor', email: 'ada.moor@example.com' };

  /** Sam’s letters wait, and Ada is about to lead in their place. */
  async function beforeHandingOver() {
    const received = await receive({ others });
    const { world, reference } = received;
    const { personal } = await world.store.loadForCommand({ reference, people: [] }, world.now);
    if (!personal) throw new Error('not stored');
    return {
      ...received,
      hand: () => world.change(reference, { personal: { ...personal, complainant: ada } }),
    };
  }

  it('goes to nobody else, and staff owe the next lead what it said', async () => {
    const { world, reference, give, hand, statusOf } = await beforeHandingOver();
    const texts = [{ id: 'text-3', text: 'We are on it.', salt: 's' }];
    await world.change(reference, { texts });
    await give({ type: 'GiveUpdate', by, text: textRef(3) });
    await give(passOn);
    await hand();
    await world.send();
    expect(world.inbox.map(({ to, content }) => [to, content.subject])).toEqual([
      ['ada.moor@example.com', `You now lead complaint ${reference}`],
    ]);
    expect(await Promise.all(['receipt', 'update_2'].map(statusOf))).toEqual(['unreachable', 'unreachable']);
    const { complaint } = (await world.store.load(reference)) ?? {};
    expect(complaint?.obligations.map(({ id }) => id)).toContain('contact-update_2');
  });

  it('is cancelled where it is about them alone', async () => {
    const { world, reference, give, hand, statusOf } = await beforeHandingOver();
    const texts = [{ id: 'text-3', text: 'Braille, please.', salt: 's' }];
    await world.change(reference, { texts });
    await give({ type: 'AgreeAdjustment', by, kind: 'large-print', note: textRef(3) });
    await give(passOn);
    await hand();
    // Of one complaint's notices some may find it changed by another, and wait for the next run.
    await world.send();
    await world.send();
    expect(world.inbox.map(({ to }) => to)).toEqual(['ada.moor@example.com']);
    expect(await statusOf('adjustments-agreed_2')).toBe('cancelled');
  });
});

describe('a letter to somebody without an automatic right to the Ombudsman (seed 003)', () => {
  const textOf = async (standing: Intake['standing'], landlord: 'counted-from-receipt' | 'day-zero') => {
    const world = new World('2026-12-23T15:00:00Z');
    await world.receiveOne({ ...intake, standing }, landlord);
    await world.send();
    return world.inbox[0]?.content.text ?? '';
  };
  const said = 'so you have no automatic right to the Ombudsman: you can ask them for advice';

  it('says that they can ask for advice, and may be turned away', async () => {
    expect(await textOf('member-of-the-public', 'counted-from-receipt')).toContain(said);
  });

  it('says nothing of it where the landlord does not, or to anybody else', async () => {
    expect(await textOf('member-of-the-public', 'day-zero')).not.toContain(said);
    expect(await textOf('former-tenant', 'counted-from-receipt')).not.toContain(said);
  });
});
