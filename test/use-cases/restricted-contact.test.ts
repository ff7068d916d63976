import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/decide.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { handleUntilStored } from '../../shared/use-cases/handle-command.ts';
import { requestLink } from '../../shared/use-cases/request-link.ts';
import { textRef } from '../support/complaints.ts';
import { World } from '../support/world.ts';

const start = '2026-12-23T15:00:00Z';
const ann = staffId('ann');
const sam = { name: 'Sam', email: 'sam@example.com', address: '1 Sample Road' };
const point = { point: 'point-1', finding: 'upheld', reasons: textRef(2), remedy: 'none' } as const;
const answering: Command[] = [
  { type: 'AddPoints', by: ann, points: [{ definition: textRef(1), responsible: true }] },
  { type: 'Draft', by: ann, outcomes: [point] },
  { type: 'Respond', by: ann },
];
const toLetters: Command = {
  type: 'RestrictContact',
  by: ann,
  roles: ['approver'],
  kind: 'single-medium',
  method: 'letter',
  agreed: true,
  reason: textRef(3),
  equalityAct: textRef(4),
  alreadyGiven: { how: 'letter', evidence: textRef(5) },
};

/** A world with a complaint whose receipt is sent already, after these commands. */
async function worldAfter(commands: readonly Command[]) {
  const world = new World(start);
  const reference = await world.receiveOne({ complainant: sam });
  await world.send();
  world.inbox = [];
  const actor = { type: 'staff', id: ann } as const;
  for (const command of commands) await handleUntilStored(world.ports, reference, command, actor, world.now);
  return { world, reference };
}

describe('once contact is restricted to letters (seed 003)', () => {
  it('what was owed before and is not sent yet is given by hand by the next working day, not mailed', async () => {
    const { world, reference } = await worldAfter([...answering, toLetters]);
    expect(await world.notice(reference, 'response')).toMatchObject({ status: 'pending' });
    expect(await world.send('2026-12-23T15:01:00Z')).toMatchObject({ unreachable: 1, accepted: 0 });
    expect(await world.notice(reference, 'response')).toMatchObject({ status: 'unreachable', attempts: 0 });
    expect(world.inbox).toEqual([]);
    expect((await world.eventTypes(reference)).slice(-2)).toEqual(['NoticeNotDelivered', 'ContactOwed']);
    const { obligations } = (await world.store.load(reference))?.complaint ?? {};
    expect(obligations?.at(-1)).toMatchObject({ id: 'contact-response', dueOn: '2026-12-24' });
  });

  it('a link is not mailed, even where the resident asks for one', async () => {
    const { world, reference } = await worldAfter([toLetters]);
    await requestLink(world.ports, reference);
    expect(await world.send('2026-12-23T15:01:00Z')).toMatchObject({ cancelled: 1, accepted: 0 });
    expect(world.inbox).toEqual([]);
    expect(await world.eventTypes(reference)).not.toContain('NoticeNotDelivered');
  });
});
