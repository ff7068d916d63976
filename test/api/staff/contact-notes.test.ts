import { describe, expect, it } from 'vitest';
import type { RecordDelivery } from '../../../shared/domain/commands/record-delivery.ts';
import type { Reference } from '../../../shared/domain/reference.ts';
import { handleCommand } from '../../../shared/use-cases/handle-command.ts';
import { type Desk, deskWithAcknowledged, told } from '../../support/desk.ts';
import { at, rules } from '../../support/rules.ts';

const now = '2026-12-30T10:00:00Z';

async function lose(
  { store }: Desk,
  reference: Reference,
  lost: Pick<RecordDelivery, 'notice' | 'kind' | 'to'>,
) {
  const stored = await store.load(reference);
  if (!stored) throw new Error(`no complaint ${reference}`);
  const command: RecordDelivery = { type: 'RecordDelivery', ...lost, outcome: 'bounced', at: at(now) };
  const ports = { store, rules, randomBytes: (count: number) => new Uint8Array(count) };
  const { type } = await handleCommand(ports, stored, command, { type: 'mail' }, at(now));
  expect(type).toBe('done');
}

describe('a note of a call', () => {
  it('that names a contact is for whoever that is owed to, and names one that is owed', async () => {
    const { desk, reference } = await deskWithAcknowledged();
    const asking = { contractor: 'jo@example.org', question: 'When?' };
    expect((await desk.give('askQuestion', reference, asking)).status).toBe(200);
    await lose(desk, reference, {
      notice: 'question-1_2027-01-05_asked',
      kind: 'question',
      to: 'contractor',
    });
    await lose(desk, reference, { notice: 'acknowledgement', kind: 'acknowledgement' });
    const note = (change: object) =>
      desk.give('noteContact', reference, { how: 'phone', reached: true, note: 'x', ...change });
    const owed = async () => {
      const { body } = await desk.read(reference);
      const contacts = body.obligations?.filter(({ kind }) => kind === 'contact');
      return contacts?.map(({ id, whom, state }) => [id, whom, state]);
    };
    const contractor = 'contact-question-1_2027-01-05_asked';
    expect((await note({})).status).toBe(200);
    expect(await owed()).toEqual([
      [contractor, 'contractor', 'open'],
      ['contact-acknowledgement', undefined, 'met'],
    ]);
    expect((await note({ obligation: contractor })).status).toBe(200);
    expect(await owed()).toMatchObject([[contractor, 'contractor', 'met'], {}]);
    const again = await note({ obligation: contractor });
    expect(again.body.errors).toEqual([
      { field: 'obligation', detail: 'must be a contact that is still owed on this complaint' },
    ]);
    expect(told(again)).toMatchObject({ status: 409, refusal: 'UnknownContact' });
  });
});
